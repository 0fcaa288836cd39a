"""Find words typed in TCVN3 or VNI, the encodings from before Unicode, inside UTF-8 text.

Comes in: text. Goes out: line, encoding, word. Both encodings borrow Latin-1 code points, so
«trường» reads as `tr­êng` or `tröôøng`. Only pairs of letters that no language of today writes are
taken as signs, and one doubtful word is not enough: a file is accused at two different words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile("[A-Za-z\u00a8-\u00aa\u00ac-\u00af\u00b5-\u00b9\u00bc-\u00ff]+")
# TCVN3 puts symbols and capitals inside words: «chÝnh trÞ», «gi¶ng viªn», «®µo t¹o», «tr\u00adêng».
_TCVN3 = re.compile(
    "[a-z][\u00c6-\u00cf\u00d1-\u00d6\u00d8\u00dc-\u00de]"
    "|[A-Za-z][\u00a8-\u00aa\u00ac\u00ae\u00b5\u00b6\u00b8\u00b9\u00bc-\u00be][A-Za-z]"
    "|(?<![A-Za-z])\u00ae[a-z\u00a8-\u00aa\u00b5-\u00b9\u00bc-\u00ff]"
    "|\u00ad[\u00ac\u00ea\u00eb\u00ed\u00ec\u00ee]"
)
# VNI writes the mark as a letter after the vowel: «giaûng vieân», «ñoäi nguõ», «tröôøng».
_VNI = re.compile(
    "[aeouy]ø|[ôö][ùøûõï]|öô|a[àâãäåûõù]|e[âàåõ]|o[âäåõ]|u[ûõù]|y[ûõùø]", re.IGNORECASE
)
_SIGNS = {"TCVN3": _TCVN3, "VNI": _VNI}


def find(text: str) -> Iterator[tuple[int, str, str]]:
    """At most one finding: the first suspicious word, where there are two or more."""
    if text.isascii():
        return
    words = set(_WORD.findall(text))
    for encoding in _SIGNS:
        accused = {word for word in words if encoding in _encodings(word)}
        if len(accused) >= 2:
            first = next(found for found in _WORD.finditer(text) if found[0] in accused)
            yield text.count("\n", 0, first.start()) + 1, encoding, first[0]
            return


def accused(line: str) -> tuple[str, ...]:
    """The encodings whose signs any word of a line carries: enough where the file is known to hold
    such lines."""
    return tuple(dict.fromkeys(one for word in _WORD.findall(line) for one in _encodings(word)))


@lru_cache(maxsize=65536)
def _encodings(word: str) -> tuple[str, ...]:
    """The encodings whose signs a word carries; all files together have few different words."""
    return tuple(encoding for encoding, sign in _SIGNS.items() if sign.search(word))
