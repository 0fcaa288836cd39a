"""What a kind's example lends to a new file: its layout, with every value blanked, and the texts
that may not be published as they stand.

Comes in: a kind. Goes out: lines by key; texts. Refuses to know: files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from portal.kinds import BY_NAME, Kind
from portal.source import read_text
from portal.source.values import Listing, Mapping, Scalar, Value

BLANK = "…"
"""Stands where a value of the example stood; no value of an entry is this alone."""
SURE = 20
"""So many letters alike are no chance: the words of the example still stand there."""
_LEAF = re.compile(r"(\s*(?:- )*(?:[a-z0-9_]+: )?)(?![a-z0-9_]+:(?: |$))(\S.*)")
_INSIDE = re.compile(r"([a-z0-9_]+): [^,{}]+")


def layout(kind: Kind) -> dict[str, list[str]]:
    """The example's lines by key; each value is blanked and stands in the line's comment."""
    made, _ = read_text(kind.path("mau"), kind.example())
    assert made
    lines = kind.example().split("\n")
    starts = sorted((line - 1, key) for key, line in made.values.lines.items())
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    blocks = {}
    for (start, key), end in zip(starts, ends, strict=True):
        rest = (line for line in lines[start + 1 : end] if line[:1] in (" ", "-"))
        blocks[key] = [_blanked(line) for line in (lines[start], *rest) if line != "---"]
    return blocks


def _blanked(line: str) -> str:
    found = _LEAF.fullmatch(line)
    return f"{found[1]}{_blank(found[2])}  # ví dụ: {found[2]}" if found else line


def _blank(value: str) -> str:
    if value.startswith("["):
        return f"[{BLANK}]"
    return _INSIDE.sub(rf"\1: {BLANK}", value) if value.startswith("{") else BLANK


@cache
def texts(name: str) -> frozenset[str]:
    """The long texts of the example of the kind of that name."""
    kind = BY_NAME[name]
    made, _ = read_text(kind.path("mau"), kind.example())
    assert made
    return frozenset(text for text in _texts(made.values) if len(text) >= SURE)


def _texts(value: Value) -> Iterator[str]:
    match value:
        case Scalar():
            yield value.text
        case Listing():
            yield from (text for item in value.items for text in _texts(item))
        case Mapping():
            yield from (text for item in value.items.values() for text in _texts(item))
