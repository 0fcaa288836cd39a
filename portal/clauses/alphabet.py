"""The Vietnamese letters for patterns: capitals and small ones lie mixed in Unicode, so no range of
it holds one sort only.

Comes in: nothing. Goes out: two strings to stand inside `[…]` of a pattern.
"""

from __future__ import annotations

from itertools import product

from portal.text import nfc

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SMALL = "a-z" + "".join(
    sorted({"đ", *(nfc(a + b) for a, b in product("aăâeêioôơuưy", _TONES))} - set("aeiouy"))
)
CAPITAL = SMALL.upper()
