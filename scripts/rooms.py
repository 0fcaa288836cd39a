"""What each room of the road costs: CPU time, memory, how often it was entered.

In: a build that runs meanwhile. Out: a table. The rooms know nothing of it: their functions are
wrapped from outside, and only when asked for. Counts stand in memory that forked processes share,
so that a process that is stopped has told all it did.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property, wraps
from inspect import isgeneratorfunction
from pathlib import Path
from time import process_time
from typing import Any

MIB = 2**20
ROOMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "source": ("đọc tệp", ("portal.road:source.read",)),
    "kinds": ("thành mục có kiểu", ("portal.library.join:lists_of", "portal.library.join:gather")),
    "library": ("ghép nối", ("portal.road:join.load", "portal.library:Library")),
    "rules": ("quy tắc", ("portal.road:rules.judge",)),
    "plan": ("định kết quả", ("portal.views:plan",)),
    "draw": ("vẽ bài", ("portal.views.renderer:Renderer.draw",)),
    "word": ("tệp Word", ("portal.views.word:Writer.file",)),
    "search": ("chỉ mục tìm kiếm", ("portal.views:search.draw",)),
    "data": ("dữ liệu mở, nguồn tin", ("portal.views:register.made",)),
    "frame": ("khung trang", ("framing:Framing.write_page",)),
    "write": ("ghi tệp", ("writing:Writer.put",)),
}
"""By room: how it is called, and the functions through which it is entered: module, then name. Of a
class, everything that it makes once and keeps."""
REST = "còn lại (nạp chương trình, MkDocs)"
SLOTS = 256
"""Processes that may tell of themselves."""
FIGURES = ("cpu", "calls", "grown", "peak")


@dataclass(frozen=True)
class Cost:
    """One room: CPU seconds, entries, MiB it added, MiB in use when it was left."""

    room: str
    label: str
    cpu: float
    calls: int
    grown: float
    peak: float


class Rooms:
    """Counts of all processes: a line of figures for every room, a block for every process."""

    def __init__(self) -> None:
        self.names = list(ROOMS)
        self.width = len(self.names) * len(FIGURES)
        self.counts = multiprocessing.RawArray("d", SLOTS * self.width)
        self.started = multiprocessing.Value("i", 0)
        self.inner: list[list[float]] = [[0.0, 0.0]]
        """For every room entered and not yet left, what rooms inside it cost."""
        self.start = 0
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._begin_process)

    def _begin_process(self) -> None:
        with self.started.get_lock():
            self.started.value += 1
            self.start = min(self.started.value, SLOTS - 1) * self.width
        self.inner = [[0.0, 0.0]]

    def wrap(self, room: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, counted: its own cost without that of rooms it enters. A generator is
        left and entered again with every value it gives."""
        line = self.names.index(room) * len(FIGURES)

        @wraps(function)
        def counted(*words: Any, **more: Any) -> Any:
            with self._within(line):
                return function(*words, **more)

        @wraps(function)
        def stepped(*words: Any, **more: Any) -> Iterator[Any]:
            steps = function(*words, **more)
            while True:
                with self._within(line):
                    value = next(steps, self)
                if value is self:
                    return
                yield value

        return stepped if isgeneratorfunction(function) else counted

    @contextmanager
    def _within(self, line: int) -> Iterator[None]:
        memory, begun = resident(), process_time()
        self.inner.append([0.0, 0.0])
        try:
            yield
        finally:
            spent, now = process_time() - begun, resident()
            inside = self.inner.pop()
            around = self.inner[-1]
            around[0] += spent
            around[1] += now - memory
            at = self.start + line
            self.counts[at] += spent - inside[0]
            self.counts[at + 1] += 1
            self.counts[at + 2] += (now - memory) - inside[1]
            self.counts[at + 3] = max(self.counts[at + 3], now)

    def costs(self) -> list[Cost]:
        """The sums over all processes, in the order of the road; last, what no room spent."""
        found = [self._cost(at, room) for at, room in enumerate(self.names)]
        times = os.times()
        whole = times.user + times.system + times.children_user + times.children_system
        rest = max(0.0, whole - sum(one.cpu for one in found))
        return [*found, Cost("rest", REST, rest, 1, 0.0, resident() / MIB)]

    def _cost(self, at: int, room: str) -> Cost:
        starts = range(at * len(FIGURES), SLOTS * self.width, self.width)
        cpu, calls, grown = (sum(self.counts[start + i] for start in starts) for i in range(3))
        peak = max(self.counts[start + 3] for start in starts)
        return Cost(room, ROOMS[room][0], cpu, int(calls), grown / MIB, peak / MIB)


@contextmanager
def counted() -> Iterator[Rooms]:
    """All rooms wrapped, and as they were again afterwards."""
    rooms, replaced = Rooms(), []
    try:
        for room, (_, entrances) in ROOMS.items():
            for entrance in entrances:
                for owner, name, function in found(entrance):
                    replaced.append((owner, name, function))
                    setattr(owner, name, rooms.wrap(room, function))
        yield rooms
    finally:
        for owner, name, function in reversed(replaced):
            setattr(owner, name, function)


def found(entrance: str) -> Iterator[tuple[Any, str, Any]]:
    """Where a function hangs, its name there, and it itself."""
    module, _, path = entrance.partition(":")
    owner: Any = _module(module)
    *way, name = path.split(".")
    for step in way:
        owner = getattr(owner, step)
    found = getattr(owner, name)
    if not isinstance(found, type):
        yield owner, name, found
        return
    for kept in vars(found).values():
        if isinstance(kept, cached_property):
            yield kept, "func", kept.func


def _module(name: str) -> Any:
    """A module of the project; those of `hooks/` MkDocs loads from there, and finds them loaded."""
    hooks = str(Path(__file__).resolve().parent.parent / "hooks")
    sys.path.insert(0, hooks)
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(hooks)


def resident() -> int:
    """Bytes of this process in memory; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as told:  # noqa: PTH123 twice a page: half the time
            return int(told.read().split()[1]) * _PAGE
    except OSError:
        return 0


_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0


def as_data(costs: list[Cost]) -> list[dict[str, Any]]:
    """The figures for machines."""
    return [asdict(one) for one in costs]


def table(costs: list[Cost]) -> str:
    """The figures for people."""
    whole = sum(one.cpu for one in costs) or 1.0
    width = max(len(one.label) for one in costs)
    lines = [f"{'phòng':{width}}  CPU giây  phần  lượt vào  MiB thêm  MiB lúc ra"]
    for one in costs:
        cells = f"{one.cpu:>8.2f}  {one.cpu / whole:>4.0%}  {one.calls:>8}"
        lines.append(f"{one.label:{width}}  {cells}  {one.grown:>8.0f}  {one.peak:>10.0f}")
    lines.append(f"{'cộng':{width}}  {whole:>8.2f}")
    return "\n".join(lines).replace(".", ",")
