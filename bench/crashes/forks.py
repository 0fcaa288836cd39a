"""The process that builds are forked from: it has imported what a build imports.

In: a line of JSON for each task: builds, the second of which begins when the first is at its point.
Out: a line with what became of them. Every build is a process of its own, as from a command line.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import select
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import build
import rooms

from bench.crashes.point import STEPS, Point, Watch

READY = "sẵn sàng"


@dataclass(frozen=True)
class Task:
    """A build: the words of its command line, its point, what is done to the machine before it
    (`module:function`), and the file that takes what it says."""

    words: list[str]
    said: str
    point: dict[str, Any] | None = None
    before: list[str] = field(default_factory=list)


def _be(task: Task, begun: int) -> int:
    """The life of a build; `begun` is told at its point, or at its end."""
    for number, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        os.dup2(os.open(task.said if number else os.devnull, mode | os.O_APPEND), number)
    point = Point(**task.point) if task.point else None
    watch = Watch(point, lambda: os.write(begun, b"!"))
    for one in task.before:
        module, _, name = one.partition(":")
        getattr(importlib.import_module(module), name)()
    watch.arm()
    sys.argv = ["build.py", *task.words]
    code = build.main()
    watch.end()
    Path(f"{task.said}.course").write_text(json.dumps(asdict(watch.course)), encoding="utf-8")
    return code


def _forked(task: Task) -> tuple[int, int]:
    """Its number, and where it tells of its point."""
    told, tell = os.pipe()
    child = os.fork()
    if child:
        os.close(tell)
        return child, told
    code = 70
    try:
        code = _be(task, tell)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _done(tasks: list[Task]) -> list[int]:
    """The codes they ended with."""
    children = []
    for task in tasks:
        child, told = _forked(task)
        children.append(child)
        if task is not tasks[-1]:
            select.select([told], [], [])  # at its point, or ended
        os.close(told)
    return [_ended(child) for child in children]


def serve(answers: Callable[[str], object]) -> None:
    for step, entrance in STEPS.items():
        assert list(rooms.found(entrance)), step
    gc.freeze()  # pages of memory stay shared with the builds
    answers(READY)
    for line in sys.stdin:
        tasks = [Task(**one) for one in json.loads(line)]
        answers(json.dumps(_done(tasks)))


if __name__ == "__main__":
    import mkdocs.livereload  # noqa: F401

    import portal.desk
    import portal.views.word.package  # noqa: F401

    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    serve(lambda line: print(line, file=out, flush=True))
