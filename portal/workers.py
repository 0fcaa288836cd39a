"""Work on all cores: forked processes share all that was made before they began.

Comes in: work by number, or one piece that this process need not wait for. Goes out: what each
piece tells, which is little: what is made stands on the disk. Refuses to know what is done. Where a
system cannot fork, all is done in this process.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
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


def wanted(usual: int) -> int:
    """How many processes a build is to have; PORTAL_PROCESSES says otherwise."""
    told = os.environ.get("PORTAL_PROCESSES", "")
    return int(told) if told.isdecimal() else usual


def ahead(work: Callable[[], T]) -> Callable[[], T]:
    """Begin a piece of work in a process of its own. Goes out: the way to ask, once, for what it
    gave; it waits, and raises what was raised there. With one process it is done when asked for."""
    if wanted(cores()) < 2:
        return work
    return partial(_given, *_begun(work))


@contextmanager
def beside(*works: Callable[[], T]) -> Iterator[list[Callable[[], T]]]:
    """Pieces of work begun, each in a process of its own; the ways to ask for what they gave, as
    with `ahead`. None goes on when this is left."""
    if wanted(cores()) < 2:
        yield list(works)
        return
    started: list[tuple[Any, Connection]] = []
    try:
        for work in works:
            started.append(_begun(work))
        yield [partial(_given, *one) for one in started]
    finally:
        _end(started)


def _given(process: Any, here: Connection) -> Any:
    try:
        return _wait(here)
    finally:
        here.close()
        process.join()


def _end(started: list[tuple[Any, Connection]]) -> None:
    for process, here in started:
        here.close()
        process.kill()  # asked to end while it begins, it may never hear of it
        process.join()


def _begun(work: Callable[[], Any]) -> tuple[Any, Connection]:
    """A process that does the work, and where it tells what that gave."""
    system = multiprocessing.get_context("fork")
    here, there = system.Pipe(duplex=False)
    process = system.Process(target=_give, args=(work, here, there), daemon=True)
    process.start()
    there.close()
    return process, here


def _give(work: Callable[[], Any], asked: Connection, told: Connection) -> None:
    """The life of a process for one piece of work, which nobody may ask for any more."""
    _as_worker()
    asked.close()  # else it would wait for itself to read
    fault, made = None, None
    try:
        made = work()
    except BaseException as raised:
        fault = raised
    with suppress(OSError):
        told.send((_sendable(fault), made))


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
    taken = multiprocessing.get_context("fork").Value("i", 0)
    mine = partial(_shares, work, count, taken, os.getpid())
    started: list[tuple[Any, Connection]] = []
    try:
        for _ in range(processes):
            started.append(_begun(mine))
        meanwhile()
        given: list[tuple[int, T]] = []
        for _, here in started:
            while not here.poll(PAUSE):
                tell(min(taken.value, count))
            given += _wait(here)
        return [one for _, one in sorted(given, key=lambda one: one[0])]
    finally:
        _end(started)


def _wait(told: Connection) -> Any:
    try:
        fault, made = told.recv()
    except EOFError:
        raise WorkerFault("một tiến trình dựng trang bị dừng giữa chừng (thiếu bộ nhớ?)") from None
    if fault is not None:
        raise fault
    return made


def _shares(work: Callable[[int], T], count: int, taken: Any, parent: int) -> list[tuple[int, T]]:
    """What one process does: takes shares until none is left, or nobody waits for it any more."""
    made: list[tuple[int, T]] = []
    while os.getppid() == parent:
        with taken.get_lock():
            first = taken.value
            taken.value = first + SHARE
        if first >= count:
            break
        for number in range(first, min(first + SHARE, count)):
            made.append((number, work(number)))
    return made


def _as_worker() -> None:
    """Whoever stops a build by hand stops the process that waits; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _sendable(fault: BaseException | None) -> BaseException | None:
    """The fault, or its words where it cannot cross to another process."""
    import pickle

    try:
        pickle.loads(pickle.dumps(fault))
    except Exception:
        return RuntimeError(f"{type(fault).__name__}: {fault}")
    return fault
