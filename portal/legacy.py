"""Find words typed in TCVN3 or VNI, the encodings from before Unicode, inside UTF-8 text.

Comes in: text. Goes out: line, encoding, word. Both encodings borrow Latin-1 code points, so
«trường» reads as `tr­êng` or `tröôøng`. Signs that Vietnamese itself uses are left out, and one
doubtful word is not enough: a file is accused at two different words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile("[A-Za-z\u00a8-\u00aa\u00ac-\u00af\u00b5-\u00b9\u00bc-\u00ff]+")
_TCVN3 = re.compile(
    "[a-z][\u00a8\u00a9\u00ad\u00ae\u00b5-\u00b9\u00bc-\u00bf\u00c6\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8"
    "\u00dc\u00de\u00df\u00e5-\u00e7\u00eb\u00f0\u00f7\u00fe\u00ff]|[\u00ad\u00ae][a-z]"
)
_VNI = re.compile("[öôaeouy][øûõïä]|öô|ñ[aeouôöi]|[ae][àåäáãúûùøõëéèüâê]")


def find(text: str) -> Iterator[tuple[int, str, str]]:
    """At most one finding an encoding: the first suspicious word, where there are two or more."""
    if text.isascii():
        return
    words = [(found.start(), found[0]) for found in _WORD.finditer(text) if not found[0].isascii()]
    for encoding, sign in (("TCVN3", _TCVN3), ("VNI", _VNI)):
        accused = [(start, word) for start, word in words if sign.search(word)]
        if len({word for _, word in accused}) >= 2:
            start, word = accused[0]
            yield text.count("\n", 0, start) + 1, encoding, word
            return
