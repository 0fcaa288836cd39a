"""The ledger between two builds: what each page was drawn from, and what it became.

Comes in: bytes that a former build left, or anything else. Goes out: a `Ledger`, or nothing where
they are not surely ours and whole.
"""

from __future__ import annotations

import marshal
import sys
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from portal.views.store.reads import Key

_CHECK = 16
"""Bytes of the checksum in front."""


class Output(NamedTuple):
    """One file of the site, and how the disk told of it when it was written."""

    path: str
    checksum: str
    size: int
    changed: int
    """When it was last written to, in billionths of a second."""
    inode: int


class Drawn(NamedTuple):
    """One page, or the ready files of one room: the digest of its plan, what was read of the
    library, the files it became."""

    inputs: str
    keys: tuple[Key, ...]
    files: tuple[Output, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    keys: dict[Key, str] = field(default_factory=dict)
    """Everything that was read of the library, with its digest."""
    pages: dict[str, Drawn] = field(default_factory=dict)
    """By the path below the site's root; rooms by their names."""
    at: int = 0
    """When all this was told, in billionths of a second."""


def written(ledger: Ledger, frame: str) -> bytes:
    """Keys are numbered: a page has some forty of them, most of which it shares. `frame`: a digest
    of what decides all pages, the code among it."""
    number = {key: at for at, key in enumerate(ledger.keys)}
    pages = [
        (path, page.inputs, [number[key] for key in page.keys], [tuple(one) for one in page.files])
        for path, page in ledger.pages.items()
    ]
    told = marshal.dumps((list(ledger.keys.items()), pages, ledger.at))
    return _check(frame, told) + told


def read(left: bytes, frame: str) -> Ledger | None:
    """Nothing where it was not written for this frame, by this Python, whole."""
    told = memoryview(left)[_CHECK:]
    if left[:_CHECK] != _check(frame, told):
        return None
    keys, pages, at = marshal.loads(told)
    names = [key for key, _ in keys]
    return Ledger(
        dict(keys),
        {
            path: Drawn(
                inputs, tuple(names[at] for at in read), tuple(Output(*one) for one in files)
            )
            for path, inputs, read, files in pages
        },
        at,
    )


def _check(frame: str, told: bytes | memoryview) -> bytes:
    made = blake2b(f"so-trang {sys.version} {frame}".encode(), digest_size=_CHECK)
    made.update(told)
    return made.digest()
