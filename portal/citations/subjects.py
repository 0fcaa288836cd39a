"""What a document is about, as a citation tells it: «… về cải cách chính sách tiền lương».

Comes in: the words behind a number, a title. Goes out: whether they speak of the same thing, or
that too little is told. Two neighbouring words count as one sign: single ones are shared by chance.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from portal.citations.titles import words

_SUBJECT = re.compile(
    r"^[^.;\n“”\"«»]{0,90}?(?:[“\"«](?P<quoted>[^”\"»]{8,200})"
    r"|[ \n](?:ve(?:[ \n]viec)?|quy dinh|ban hanh|phe duyet)[ \n](?P<told>[^.;:()\n“”\"«»]{8,200}))"
)
LEAST, LONGEST = 4, 14
"""Words that must be told to be judged; words that are looked at."""


def agree(behind: str, title: str) -> bool | None:
    """`behind` is plain text, `title` folded; None where too little is told."""
    found = _SUBJECT.match(behind)
    told = words((found["quoted"] or found["told"]).lower())[:LONGEST] if found else []
    known = _signs(title)
    if len(told) < LEAST or len(known) < LEAST - 1:
        return None
    shared = len(known.intersection(pairwise(told)))
    if not shared:
        return False
    return True if shared >= min(len(told) - 1, len(known)) / 2 else None


@lru_cache(maxsize=4096)
def _signs(title: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(words(title)))
