"""How wide words run in the face of the portal, and how they break into lines of a given width.

Comes in: text. Goes out: lines. For drawings, where nothing breaks words by itself; widths are
those of Be Vietnam Pro 600, rounded up (tests/test_faces.py), so lighter text fits all the more.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_WIDTHS = {
    23: " '’",
    30: "`‘·Iijl",
    34: "!.:,;",
    42: '-"“1fr',
    45: "|t”›()²",
    49: "{}J[]~",
    53: "*\\/sz",
    58: "<>•≤≥",
    60: "knuvư7^hxy",
    63: "?e×c₫",
    66: "+EFL$28Sagoơ−",
    68: "PZbdpq35Tđ",
    71: "069BR–KY«»§",
    75: "4H_◆UV✓=DNƯ",
    78: "&AXC←↑→↓",
    82: "GĐ…",
    84: "OQƠ#",
    90: "%—Mwm",
    104: "@W",
}
_WIDE = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_UNKNOWN = 100
_HORNS = {"ơ", "ư", "Ơ", "Ư"}


@lru_cache(maxsize=1024)
def _letter(letter: str) -> int:
    """In hundredths of the letter size; a mark above or below adds nothing, a horn does."""
    plain = unicodedata.normalize("NFD", letter)
    horned = unicodedata.normalize("NFC", plain[:1] + "\u031b") if "\u031b" in plain else plain[:1]
    return _WIDE.get(horned if horned in _HORNS else plain[:1], _UNKNOWN)


def width(text: str, size: float) -> float:
    """In the unit of the letter size."""
    return sum(map(_letter, text)) * size / 100


@lru_cache(maxsize=8192)
def lines(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """At most so many lines; what does not fit ends in «…». A word too long is broken."""
    made: list[str] = []
    line = ""
    for word in _pieces(text, size, room):
        longer = f"{line} {word}" if line and not word.startswith("\u200b") else line + word
        if not line or width(longer, size) <= room:
            line = longer
            continue
        made.append(line)
        line = word
        if len(made) == most:
            return (*made[:-1], _cut(made[-1], size, room))
    return tuple(one.replace("\u200b", "") for one in (*made, line))


def _pieces(text: str, size: float, room: float) -> list[str]:
    """Words; one wider than the room in parts that begin with an invisible mark."""
    found = []
    for word in text.split():
        part = ""
        for letter in word:
            if part and width(part + letter, size) > room:
                found.append(part)
                part = "\u200b"
            part += letter
        found.append(part)
    return found


def _cut(line: str, size: float, room: float) -> str:
    while line and width(f"{line}…", size) > room:
        line = line[:-1].rstrip()
    return f"{line}…".replace("\u200b", "")
