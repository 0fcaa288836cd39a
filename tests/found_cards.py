"""A file of cards of the search index, read as the browser reads it (web/search/chunk.js)."""

from __future__ import annotations

import json
import re
from typing import Any

from portal.views.search.alphabet import ALPHABET
from portal.views.search.pack import ID

_LINES = 5
_PIECE = re.compile(rb"\x01(.)(.)(.)|[^\x01]", re.DOTALL)


def are_cards(content: bytes) -> bool:
    """Whether it is such a file: the last of its columns is JSON, the first is not."""
    lines = content[ID:].split(b"\n")
    return len(lines) % _LINES == 0 and lines[-1].startswith(b"[[") and lines[0][:1] != b"["


def read_cards(content: bytes) -> list[list[Any]]:
    lines = [_letters(line) for line in content[ID:].split(b"\n")]
    count = len(lines) // _LINES
    columns = (lines[at : at + count] for at in range(0, len(lines), count))
    return [[*before, *json.loads(more)] for *before, more in zip(*columns, strict=True)]


def _letters(line: bytes) -> str:
    units = b"".join(_unit(found) for found in _PIECE.finditer(line))
    return units.decode("utf-16-be", "surrogatepass")


def _unit(found: re.Match[bytes]) -> bytes:
    if found[1]:
        high, middle, low = (one[0] - 48 for one in found.groups())
        return (high << 12 | middle << 6 | low).to_bytes(2, "big")
    byte = found[0][0]
    return (chr(byte) if byte < 128 else ALPHABET[byte - 128]).encode("utf-16-be")
