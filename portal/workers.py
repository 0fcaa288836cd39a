"""One piece of work on all cores: forked processes share all that was made before they began.

Comes in: work by number. Goes out: what each piece tells, which is little: what is made stands on
the disk. Refuses to know what is done. Where a system cannot fork, all is done in this process.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")
PAUSE = 0.2
"""Seconds between two words on how far the work is."""
SHARE = 8
"""Pieces taken at a time: few enough that the last worker is not waited for."""


class WorkerFault(RuntimeError):
    """A process ended before its work was done: killed, or out of memory."""


def cores() -> int:
    """How many processes are worth while here."""
    if sys.platform != "linux" or "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0))


def _silent(done: int) -> None:
    """Nobody asks how far it is."""


def each(
    work: Callable[[int], T],
    count: int,
    processes: int,
    meanwhile: Callable[[], None],
    tell: Callable[[int], None] = _silent,
) -> list[T]:
    """Do the work of every number below `count`, and `meanwhile` in this process, which is told
    now and then how many are done or begun; what the work gave, in the order of the numbers.

    Raises what any of them raised; then the others are stopped.
    """
    if processes < 2:
        meanwhile()
        made = []
        for number in range(count):
            made.append(work(number))
            tell(number + 1)
        return made
    system = multiprocessing.get_context("fork")
    taken = system.Value("i", 0)
    started: list[tuple[Any, Connection]] = []
    try:
        for _ in range(processes):
            here, there = system.Pipe(duplex=False)
            process = system.Process(
                target=_serve, args=(work, count, taken, there, os.getpid()), daemon=True
            )
            started.append((process, here))
            process.start()
            there.close()
        meanwhile()
        given: list[tuple[int, T]] = []
        for _, here in started:
            while not here.poll(PAUSE):
                tell(min(taken.value, count))
            given += _wait(here)
        return [one for _, one in sorted(given, key=lambda one: one[0])]
    finally:
        for process, here in started:
            here.close()
            if process.pid is not None:
                process.kill()  # asked to end while it begins, it may never hear of it
                process.join()


def _wait(told: Connection) -> list[tuple[int, Any]]:
    try:
        fault, made = told.recv()
    except EOFError:
        raise WorkerFault("một tiến trình dựng trang bị dừng giữa chừng (thiếu bộ nhớ?)") from None
    if fault is not None:
        raise fault
    found: list[tuple[int, Any]] = made
    return found


def _serve(
    work: Callable[[int], Any], count: int, taken: Any, told: Connection, parent: int
) -> None:
    """The life of one process: takes shares until none is left, or nobody waits for it any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    fault: BaseException | None = None
    made: list[tuple[int, Any]] = []
    try:
        while os.getppid() == parent:
            with taken.get_lock():
                first = taken.value
                taken.value = first + SHARE
            if first >= count:
                break
            for number in range(first, min(first + SHARE, count)):
                made.append((number, work(number)))
    except BaseException as raised:
        fault = raised
    with suppress(OSError):
        told.send((_sendable(fault), made))


def _sendable(fault: BaseException | None) -> BaseException | None:
    """The fault, or its words where it cannot cross to another process."""
    import pickle

    try:
        pickle.loads(pickle.dumps(fault))
    except Exception:
        return RuntimeError(f"{type(fault).__name__}: {fault}")
    return fault
