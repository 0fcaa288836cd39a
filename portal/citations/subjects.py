"""What a document is about, as a citation tells it: «… về cải cách chính sách tiền lương».

Comes in: the words behind a number, a title. Goes out: whether they speak of the same thing, or
surely of another. Two neighbouring words count as one sign: single ones are shared by chance.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from portal.citations.titles import words

_ABOUT = r"[“\"«](?P<quoted>[^”\"»]{8,200})|(?P<told>[^.;:()\n“”\"«»]{8,200})"
_SUBJECT = re.compile(
    r"[^.;\n“”\"«»]{0,90}?(?:(?=[“\"«])|[ \n](?:ve(?:[ \n]viec)?|quy dinh|ban hanh|phe duyet)[ \n])"
    rf"(?:{_ABOUT})"
)
_NAMED = re.compile(
    r"(?:[ \n](?:cua|do)[ \n][A-Z][^,.;\n]{2,60}?)?,?[ \n](?:ve[ \n](?:viec[ \n])?|(?=[“\"«]))"
    rf"(?:{_ABOUT})"
)
"""Right behind the number, and its issuer: there it can only be its title."""
LEAST, SURELY, LONGEST = 4, 5, 14
"""Words that must be told to be judged, to be another's; words that are looked at."""


def agree(behind: str, title: str) -> bool:
    """Whether the words behind a number, without marks, tell this title; `title` is folded."""
    told, known = _told(_SUBJECT.match(behind)), _signs(title)
    if len(told) < LEAST or len(known) < LEAST - 1:
        return False
    shared = len(known.intersection(pairwise(told)))
    return shared >= min(len(told) - 1, len(known)) / 2


def differ(behind: str, title: str) -> bool:
    """Whether they tell another title: no two neighbouring words are of this one."""
    told, known = _told(_NAMED.match(behind)), _signs(title)
    enough = len(told) >= SURELY and len(known) >= LEAST - 1
    return enough and not known.intersection(pairwise(told))


def _told(found: re.Match[str] | None) -> list[str]:
    return words((found["quoted"] or found["told"]).lower())[:LONGEST] if found else []


@lru_cache(maxsize=4096)
def _signs(title: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(words(title)))
