"""Whether words can be Vietnamese: what a scanner mistakes is often no syllable any more, «mượr».

Comes in: a text. Goes out: the first word that cannot be. Foreign names are such words too, so it
says that a text should be looked at, not that it is wrong.
"""

from __future__ import annotations

import re

from portal.text import fold

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:[aeiouy]{1,3})(?:ng|nh|ch|[cmnpt])?"
)
_WORD = re.compile(r"[^\W\d_]+")


def odd(text: str) -> str:
    """Empty where every word may be Vietnamese; initials in capitals are no words."""
    words: list[str] = _WORD.findall(text)
    for word in words:
        if len(word) > 1 and not word.isupper() and not _SYLLABLE.fullmatch(fold(word)):
            return word
    return ""


def misread(text: str) -> bool:
    """Whether a word with Vietnamese marks is none: «vườr». Foreign words have no such marks."""
    words: list[str] = _WORD.findall(text)
    return any(
        not word.isascii() and word.islower() and not _SYLLABLE.fullmatch(fold(word))
        for word in words
    )
