"""Text as the recogniser reads it: one sign for every hyphen, slash and space, no marks on letters.

Comes in: text as typed or scanned, NFC or NFD. Goes out: the plain text, letter for letter, and
where each of its letters stands in what came in.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

_LETTERS = (
    "aăâbcdđeêfghijklmnoôơpqrstuưvwxyzáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.translate({ord("đ"): "d", ord("Đ"): "D"}))[0]


_PLAIN = str.maketrans(
    {letter: _base(letter) for letter in _LETTERS + _LETTERS.upper()}
    | dict.fromkeys("‐‑‒–—―−﹣－­", "-")
    | dict.fromkeys("⁄∕／", "/")
    | dict.fromkeys("\t\r\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " ")
    | {"ð": "d", "Ð": "D"}
)


def plain(text: str) -> str:
    """NFC text without marks, letter for letter: `Điều 5 – Quy định` → `Dieu 5 - Quy dinh`."""
    return text.translate(_PLAIN)


def composed(text: str) -> tuple[str, Sequence[int]]:
    """The text as NFC, and the place of every letter of it (and of its end) in what came in."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    parts: list[str] = []
    for char in text:
        if parts and unicodedata.combining(char):
            parts[-1] += char
        else:
            parts.append(char)
    made = [unicodedata.normalize("NFC", part) for part in parts]
    begins = [0, *accumulate(map(len, parts))]
    places = [
        begins[at] for at, part in enumerate(made) for _ in part
    ]  # a cluster that does not compose keeps its length; all its letters begin where it begins
    return "".join(made), [*places, len(text)]
