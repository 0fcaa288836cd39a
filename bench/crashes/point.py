"""A moment of a build, told by how far the build is, and what happens to it there.

In: a step, and how many file operations or seconds after its beginning. Out: a process of the
build killed there, or somebody told that it is there. Runs in the process of the build and in those
it forks; their operations are counted together.
"""

from __future__ import annotations

import mmap
import os
import signal
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from time import monotonic
from typing import Any

import rooms

START = "mở đầu"
STEPS = {
    "đọc": "portal.road:load",
    "định kết quả": "portal.views:plan",
    "vẽ, ghi": "framing:Framing.write",
    "kê tệp": "inventory:mark",
    "đổi chỗ": "swap:_put",
    "dọn bản cũ": "swap:_discard",
}
"""By step: the function it begins with. A step lasts until the next begins."""
OPERATIONS = {
    *("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod"),
    *("os.scandir", "os.listdir", "os.utime", "os.truncate", "tempfile.mkstemp"),
    "ctypes.dlsym",  # two folders change places by a call that Python has no name for
}
CODE = (".py", ".pyc", ".so")
BUILD, WORKER = "build", "worker"


@dataclass(frozen=True)
class Point:
    """`operations` or `seconds` after a step began. `victim`: the build, one of the processes it
    forks, or nobody: then it is only told."""

    step: str
    operations: int = 0
    seconds: float = 0.0
    victim: str = BUILD


@dataclass
class Course:
    """How a build went: what it was at the point, and what each step took."""

    steps: dict[str, tuple[int, float]] = field(default_factory=dict)


class Watch:
    """Counts; one for each build. `reached` is called at a point that kills nobody."""

    def __init__(self, point: Point | None, reached: Callable[[], object]) -> None:
        self.point, self.reached, self.build = point, reached, os.getpid()
        self.step, self.begun = START, monotonic()
        self.course = Course()
        self.count = mmap.mmap(-1, 16)
        """Shared with forked processes: operations of this step, and whether it has happened."""

    def arm(self) -> None:
        for step, entrance in STEPS.items():
            for owner, name, function in rooms.found(entrance):
                setattr(owner, name, self._beginning(step, function))
        sys.addaudithook(self._operation)
        self._begin(START)

    def _beginning(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def begun(*words: Any, **more: Any) -> Any:
            if os.getpid() == self.build:
                self._begin(step)
            return function(*words, **more)

        return begun

    def _begin(self, step: str) -> None:
        self.end()
        self.step, self.begun = step, monotonic()
        self._put(0, 0)
        point = self.point
        if point and point.step == step and point.seconds:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process as a kill does
            signal.setitimer(signal.ITIMER_REAL, point.seconds)

    def end(self) -> None:
        """Note what the step took; the longest of several of the same name counts."""
        took = self._at(0), monotonic() - self.begun
        self.course.steps[self.step] = max(took, self.course.steps.get(self.step, took))

    def _operation(self, event: str, words: tuple[Any, ...]) -> None:
        if event not in OPERATIONS or (event == "open" and str(words[0]).endswith(CODE)):
            return
        count = self._at(0) + 1
        self._put(0, count)
        point = self.point
        if not point or point.step != self.step or not 0 < point.operations <= count:
            return
        if self._at(1) or (point.victim == WORKER and os.getpid() == self.build):
            return
        self._put(1, 1)
        if not point.victim:
            self.reached()
        else:
            os.kill(self.build if point.victim == BUILD else os.getpid(), signal.SIGKILL)

    def _at(self, which: int) -> int:
        return int(struct.unpack_from("q", self.count, which * 8)[0])

    def _put(self, which: int, value: int) -> None:
        struct.pack_into("q", self.count, which * 8, value)
