"""What the processes that a test starts run, told as it happens: they may be ended at any moment.

In: the functions that `reach` sees in such a process. Out: a file with one of them a line, which
the process of the tests reads on. Each Python begins by a line with the process that started it,
so that one that tells nothing is missed: a test may start it without our environment.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import CodeType

from bench.mutation import reach

VARIABLE = "PORTAL_REACHED"
"""The file; set in the process of the tests, for those it starts."""
BEGUN = "+"
ROOT = Path(__file__).resolve().parent.parent.parent


class Ear:
    """The end that listens."""

    def __init__(self, file: Path) -> None:
        self.file, self._heard = file, 0
        self._started = 0
        """Pythons that were started and have not said so."""
        file.write_bytes(b"")
        os.environ[VARIABLE] = str(file)
        sys.addaudithook(self._watch)

    def listen(self) -> bool:
        """Add what was run since the last time to what is reached; whether anything was."""
        with self.file.open("rb") as opened:
            opened.seek(self._heard)
            told = opened.read()
        told = told[: told.rfind(b"\n") + 1]
        self._heard += len(told)
        lines = told.decode().splitlines()
        self._started -= lines.count(f"{BEGUN}{os.getpid()}")
        reach.add({one for one in lines if not one.startswith(BEGUN)})
        return bool(lines)

    def miss(self) -> None:
        """A Python that said nothing may have run anything."""
        if self._started > 0:
            reach.add({reach.ELSEWHERE})
        self._started = 0

    def _watch(self, event: str, found: tuple[object, ...]) -> None:
        if event == "subprocess.Popen":
            words = found[1] if isinstance(found[1], list | tuple) else [found[1]]
            if sys.executable in map(str, (found[0], *words[:1])):
                self._started += 1


def tell() -> None:
    """In a process that was started: tell what it runs, and what its children do."""
    handle = os.open(os.environ[VARIABLE], os.O_WRONLY | os.O_APPEND)
    known: set[str] = set()

    def said(names: set[str] | frozenset[str]) -> None:
        if new := set(names) - known:
            known.update(new)
            os.write(handle, "".join(f"{one}\n" for one in sorted(new)).encode())

    def is_run(event: str, found: tuple[object, ...]) -> None:
        """A command that a process turns into is read by no import."""
        code = found[0] if event == "exec" else None
        if isinstance(code, CodeType) and sys.argv and code.co_filename == sys.argv[0]:
            said({reach.command(ROOT, code.co_filename)})

    def begin_again() -> None:
        """What was run before a fork, as at imports, counts for each of the children."""
        before = set(known)
        known.clear()
        said(before)

    os.write(handle, f"{BEGUN}{os.getppid()}\n".encode())
    said({reach.command(ROOT, one) for one in sys.orig_argv[1:] if one.endswith(".py")})
    sys.addaudithook(is_run)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=begin_again)
    reach.start(ROOT, said)
