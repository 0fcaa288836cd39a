"""What `dataclasses` writes for every class, kept compiled from one process to the next, as Python
itself keeps modules: compiling it anew was a quarter of the time that loading the machine takes.

In: the text of a method. Out: its code. The text itself is the key, so nothing else can be found
under it. Knows of `dataclasses` only by which built-in it compiles, in the versions of Python it
was tried with; in others, and where nothing can be kept, all is as if this were not here.
"""

from __future__ import annotations

import atexit
import dataclasses
import marshal
import os
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import CodeType
from typing import Any

TRIED = ((3, 11), (3, 12), (3, 13))
NAME = "ma-lop"
FEW = 20
"""So few new texts are not worth the writing."""
_CHECK = 16
"""Bytes of the checksum in front."""


class Compiled:
    """The code of one project."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.fresh = 0
        self._known: dict[str, CodeType] | None = None

    @property
    def known(self) -> dict[str, CodeType]:
        """Read when it is asked for first."""
        if self._known is None:
            try:
                self._known = read(self.file.read_bytes())
            except OSError:
                self._known = {}
        return self._known

    def run(self, text: str, names: dict[str, Any], local: dict[str, Any]) -> None:
        """What the built-in `exec` does."""
        if (code := self.known.get(text)) is None:
            code = self.known[text] = compile(text, "<string>", "exec", dont_inherit=True)
            self.fresh += 1
        exec(code, names, local)

    def leave(self) -> None:
        """For the next process; where the disk does not take it, that one takes longer."""
        if self.fresh <= FEW:
            return
        unfinished = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        with suppress(OSError):
            self.file.parent.mkdir(exist_ok=True)
            for left in self.file.parent.glob(f"{NAME}.*"):  # by a process that was killed
                left.unlink(missing_ok=True)
            try:
                unfinished.write_bytes(written(self.known))
                unfinished.replace(self.file)
            finally:
                unfinished.unlink(missing_ok=True)


def written(known: dict[str, CodeType]) -> bytes:
    told = marshal.dumps(known)
    return _check(told) + told


def read(left: bytes) -> dict[str, CodeType]:
    """Nothing where it was not written by this Python, whole."""
    told = memoryview(left)[_CHECK:]
    if left[:_CHECK] != _check(told):
        return {}
    found: dict[str, CodeType] = marshal.loads(told)
    return found


def _check(told: bytes | memoryview) -> bytes:
    made = blake2b(f"{NAME} {sys.version}".encode(), digest_size=_CHECK)
    made.update(told)
    return made.digest()


def keep(project: Path) -> None:
    """From now on, in this process."""
    if sys.version_info[:2] not in TRIED:
        return
    kept = Compiled(project / ".cache" / NAME)
    vars(dataclasses)["exec"] = kept.run  # found before the built-in one
    atexit.register(kept.leave)
