"""Terms of the Party's Central Committee: numbers of the centre begin anew with every congress.

Comes in: what stands behind a number, «Hội nghị lần thứ bảy khóa XII», a day. Goes out: the term,
whether a day lies in it.
"""

from __future__ import annotations

import re
from datetime import date

from portal.dates import PartialDate

_BEGUN = {
    "VI": date(1986, 12, 15),
    "VII": date(1991, 6, 24),
    "VIII": date(1996, 6, 28),
    "IX": date(2001, 4, 19),
    "X": date(2006, 4, 18),
    "XI": date(2011, 1, 12),
    "XII": date(2016, 1, 20),
    "XIII": date(2021, 1, 25),
    "XIV": date(2026, 1, 19),
}
"""The day on which each congress opened."""
_TERM = re.compile(
    rf"(?<!Quoc hoi )(?:khoa|Dai hoi(?: Dang)?(?: dai bieu)?(?: toan quoc)?(?: lan thu)?)[ \n]"
    rf"(?P<term>{'|'.join(sorted(_BEGUN, key=len, reverse=True))})(?![A-Za-z0-9])"
)


_ANOTHER = re.compile(
    r"(?:Nghi quyet|Chi thi|Ket luan|Quy dinh|Quyet dinh|Quy che|Thong bao|Huong dan|Ke hoach"
    r"|Thong tri|Dieu le)[ \n](?!nay)"
)
"""«… về tiếp tục thực hiện Nghị quyết Trung ương 7 khóa XI»: the term of that one."""


def told(behind: str) -> str:
    """The term that plain text names, `XII`; empty where it names none, or first another
    document."""
    found = _TERM.search(behind)
    if not found or _ANOTHER.search(behind, 0, found.start()):
        return ""
    return found["term"]


def may_share(told: PartialDate, issued: PartialDate) -> bool:
    """Whether a year that is told, of the work perhaps, may be of the term in which a document was
    issued: «Quy định 264-QĐ/TW năm 2025» is none of 2014."""
    return any(holds(term, told) and holds(term, issued) for term in _BEGUN) or not any(
        holds(term, issued) for term in _BEGUN
    )


def begun(term: str) -> int | None:
    """The year of the congress: of what it passed."""
    return _BEGUN[term].year if term in _BEGUN else None


def holds(term: str, day: PartialDate) -> bool:
    """Whether the day may lie in the term."""
    terms = list(_BEGUN)
    place = terms.index(term)
    end = _BEGUN[terms[place + 1]] if place + 1 < len(terms) else date.max
    return day.latest >= _BEGUN[term] and day.earliest <= end
