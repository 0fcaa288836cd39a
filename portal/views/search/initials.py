"""Names → the abbreviations people make of them: «Sở Kế hoạch và Đầu tư» → SKHĐT, KHĐT.

Comes in: a name with its capitals. Goes out: initials of the name and of its parts. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from portal.views.search.words import TONES

_SILENT = frozenset(("và", "của", "các", "về", "theo"))
"""Joining words, which no abbreviation has a letter for."""
_ENDS = frozenset(("tỉnh", "thành", "huyện", "xã", "phường", "trước", "ở"))
"""Where the name of the thing ends and its place begins."""
_WORD = re.compile(r"[^\W\d_]+|[,;(:]")
_LEAST, _MOST = 3, 7


def initials(name: str) -> tuple[str, ...]:
    """`Vụ Quản lý đào tạo` → (`VQLĐT`, `QLĐT`): from its first or second part to the end of any."""
    parts = list(_parts(name))
    found: dict[str, None] = {}
    for start in (0, 1):
        for end in range(start + 1, len(parts) + 1):
            short = "".join(parts[start:end])
            place = end > 1 and len(parts[end - 1]) == 1  # «Tỉnh ủy Lai Châu»: names of places
            if _LEAST <= len(short) <= _MOST and not place:
                found[short] = None
    return tuple(found)


def _parts(name: str) -> Iterator[str]:
    """The initials of every part: a word with a capital and those without that follow it."""
    part = ""
    for word in _WORD.findall(name):
        if word in _SILENT or word == ",":
            continue
        if part and (word in _ENDS or not word.isalpha()):
            break
        if word.isupper() and len(word) > 1:  # an abbreviation already
            break
        if part and word[0].isupper():
            yield part
            part = ""
        part += _toneless(word[0].upper())
    if part:
        yield part


def _toneless(letter: str) -> str:
    """«Ủ» → «U», «Ứ» → «Ư»: an abbreviation has no tone."""
    return normalize("NFC", "".join(one for one in normalize("NFD", letter) if one not in TONES))
