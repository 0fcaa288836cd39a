"""Words of Vietnamese text: how they are cut, folded, and told apart by their marks.

Comes in: text in any Unicode form. Goes out: words. `overrides/assets/js/search/text.js` does the
same; `tests/search.json` is read by the tests of both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from portal.text import fold, nfc

TONES = {"\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
"""Huyền, sắc, hỏi, ngã, nặng, as the digit behind an exact word."""
STOP = "."
"""What stands between two sentences; no pair of words reaches across it."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_PIECE = re.compile(r"[^\W\d_]+|\d+|[.!?;:…](?=\s|$)")


def words(text: str) -> list[str]:
    """Letters and digits apart, lower case: `Kh380` → `kh`, `380`."""
    return _WORD.findall(nfc(text).lower())


def pieces(text: str) -> list[str]:
    """The same with `STOP` at the ends of sentences, for one paragraph that is NFC already."""
    return _PIECE.findall(text.lower())


@lru_cache(maxsize=65536)
def exact(word: str) -> str:
    """The word with its letters' marks and its tone as a digit: `hòa` = `hoà` → `hoa1`."""
    tone, kept = "", []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in TONES:
            tone = TONES[char]
        else:
            kept.append(char)
    return nfc("".join(kept)) + tone


__all__ = ["STOP", "exact", "fold", "pieces", "words"]
