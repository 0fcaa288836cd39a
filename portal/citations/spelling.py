"""Text as the recogniser reads it: one sign for every hyphen, slash and space, no marks on letters.

Comes in: text as typed or scanned, NFC or NFD. Goes out: the plain text, letter for letter, and
where each of its letters stands in what came in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

_LETTERS = (
    "aăâbcdđeêfghijklmnoôơpqrstuưvwxyzáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)


HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u02d7\ufe58\ufe63\uff0d\u00ad~"
"""Every sign that stands for a hyphen in a number, also what scanners make of one."""
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
UNSEEN = re.compile(f"[{_UNSEEN}]")
"""Signs without width, which pages of the web leave in what is copied from them."""


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.translate({ord("đ"): "d", ord("Đ"): "D"}))[0]


_PLAIN = str.maketrans(
    # What stays as it is stands here too: a letter that is not found costs more than one that is.
    {chr(code): chr(code) for code in range(128)}
    | {letter: _base(letter) for letter in _LETTERS + _LETTERS.upper()}
    | dict.fromkeys(HYPHENS, "-")
    | dict.fromkeys("⁄∕／", "/")
    | dict.fromkeys("\t\r\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " ")
    | {"ð": "d", "Ð": "D"}
)


@lru_cache(maxsize=2)
def plain(text: str) -> str:
    """NFC text without marks, letter for letter: `Điều 5 – Quy định` → `Dieu 5 - Quy dinh`; the
    text that is being read is asked for more than once."""
    return text.translate(_PLAIN)


def composed(text: str) -> tuple[str, Sequence[int]]:
    """The text as NFC without signs that are not seen, and the place of every letter of it (and of
    its end) in what came in."""
    seen = UNSEEN.sub("", text)
    if unicodedata.is_normalized("NFC", text) and unicodedata.is_normalized("NFC", seen):
        return seen, range(len(text) + 1) if len(seen) == len(text) else _seen(text)
    begins = [
        at
        for at, char in enumerate(text)
        if char.isascii() or not at or not (unicodedata.combining(char) or char in _UNSEEN)
    ]
    parts = (text[start:end] for start, end in pairwise([*begins, len(text)]))
    made = [
        part
        if part.isascii()
        else unicodedata.normalize(
            "NFC", UNSEEN.sub("", part) if part[1:] or part in _UNSEEN else part
        )
        for part in parts
    ]
    places = [
        begins[at] for at, part in enumerate(made) for _ in part
    ]  # a cluster that does not compose keeps its length; all its letters begin where it begins
    return "".join(made), [*places, len(text)]


def _seen(text: str) -> list[int]:
    """The places of the letters that are seen, and the end."""
    places: list[int] = []
    start = 0
    for unseen in UNSEEN.finditer(text):
        places += range(start, unseen.start())
        start = unseen.end()
    return [*places, *range(start, len(text) + 1)]
