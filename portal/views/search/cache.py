"""What one build leaves for the next: what is shown of every page, all lists, the packed files.

Comes in: bytes that a former build gave, or anything else. Goes out: `Kept`, or nothing where they
are not surely ours: other code, another Python, a torn file.
"""

from __future__ import annotations

import marshal
import sys
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from portal.views.search.lists import NOTHING, Lists
from portal.views.search.record import Shown

_BESIDE = (
    *("text.py", "kinds/document/clauses.py"),
    *("citations/asking.py", "citations/numbers.py"),
)
"""What decides what is kept, beside the modules of this folder: nothing survives a change of it."""
_COLUMNS = ("first", "follows", "second", "counts", "pages", "weights")


@dataclass
class Kept:
    """All that is kept, in the order of the pages."""

    pages: list[tuple[str, bytes]] = field(default_factory=list)
    """Address and digest of every record."""
    shown: list[Shown] = field(default_factory=list)
    lists: Lists = NOTHING
    files: dict[bytes, bytes] = field(default_factory=dict)
    """Packed files by their checksum."""


@cache
def _code() -> bytes:
    """A checksum of the code, and of the Python that runs it."""
    folder = Path(__file__).parent
    files = [*sorted(folder.glob("*.py")), *(folder.parents[1] / name for name in _BESIDE)]
    return blake2b(
        b"".join(file.read_bytes() for file in files) + sys.version.encode(), digest_size=16
    ).digest()


def written(kept: Kept) -> bytes:
    columns = [_small(getattr(kept.lists, name)) for name in _COLUMNS]
    told = marshal.dumps(
        (
            kept.pages,
            [tuple(one) for one in kept.shown],
            kept.lists.names,
            columns,
            list(kept.files.items()),
        ),
        2,
    )
    return _code() + blake2b(told, digest_size=16).digest() + told


def read(kept: bytes) -> Kept | None:
    """What was kept; nothing where it was not written by this code, whole."""
    told = memoryview(kept)[32:]
    if kept[:16] != _code() or blake2b(told, digest_size=16).digest() != kept[16:32]:
        return None
    pages, shown, names, columns, files = marshal.loads(told)
    made = (np.frombuffer(content, kind).astype(wide) for wide, kind, content in columns)
    lists = Lists(names, *made)
    return Kept(pages, [Shown(*one) for one in shown], lists, dict(files))


def _small(column: NDArray[Any]) -> tuple[str, str, bytes]:
    """Its type, and its numbers in as few bytes as they need."""
    kind = np.min_scalar_type(column.max(initial=0))
    return column.dtype.str, kind.str, column.astype(kind).tobytes()
