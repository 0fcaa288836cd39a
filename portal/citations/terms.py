"""Terms of the Party's Central Committee: numbers of the centre begin anew with every congress.

Comes in: what stands behind a number, «Hội nghị lần thứ bảy khóa XII», a day. Goes out: the term,
whether a day lies in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
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
_FIGURES = {str(at): term for at, term in enumerate(_BEGUN, 6)}
_TERMS = "|".join(sorted(_BEGUN, key=len, reverse=True))
_TERM = re.compile(
    rf"(?:(?<!Quoc hoi )khoa[ \n](?P<term>{_TERMS})"
    r"|[Dd]ai[ \n]hoi(?:[ \n](?:dai[ \n]bieu|[Dd]ang|toan[ \n]quoc|lan[ \n]thu)){0,4}"
    rf"[ \n](?P<n>{_TERMS}|(?<=thu )(?:{'|'.join(_FIGURES)})))"
    r"(?![A-Za-z0-9]|[ \n](?:cua[ \n])?(?:Cong[ \n]doan|Doan|Hoi|Mat[ \n]tran|Dang[ \n]bo)[ \n])"
)
_NEEDED = ("khoa", "ai hoi", "ai\nhoi")
"""Cheap and generous: what such a text has in it."""
_BY_CONGRESS = re.compile(r"[ \n]?[,(]?[ \n]{0,2}(?:(?:cua|tai|do|nhiem[ \n]ky)[ \n]){0,2}")
"""Between a number and the congress of its own term."""
_TOWARDS = re.compile(
    r"(?:tien toi|huong toi|phuc vu|chuan bi|nhan su|trinh|gop y|chao mung|truoc them|to chuc)"
    r"[ \n](?:[^.;:()\n]{0,40}?[ \n])?$",
    re.IGNORECASE,
)
"""«tiến tới Đại hội XIII», «nhân sự Đại hội XIV»: written in the term before."""
_ANOTHER = re.compile(
    r"(?:Nghi quyet|Chi thi|Ket luan|Quy dinh|Quyet dinh|Quy che|Thong bao|Huong dan|Ke hoach"
    r"|Thong tri|Dieu le)[ \n](?!nay)"
)
"""«… về tiếp tục thực hiện Nghị quyết Trung ương 7 khóa XI»: the term of that one."""


def told(behind: str) -> tuple[str, ...]:
    """The term that plain text names, `XII`; two where it only speaks of the congress between them;
    none where it names none, or first another document."""
    found = _TERM.search(behind) if any(one in behind for one in _NEEDED) else None
    if not found or _ANOTHER.search(behind, 0, found.start()):
        return ()
    if found["term"]:
        return (found["term"],)
    of = _FIGURES.get(found["n"], found["n"])
    if _BY_CONGRESS.fullmatch(behind, 0, found.start()):
        return (of,)
    before = _before(of)
    if _TOWARDS.search(behind, 0, found.start()):
        return before
    return (*before, of)


def _before(term: str) -> tuple[str, ...]:
    terms = list(_BEGUN)
    return tuple(terms[terms.index(term) - 1 : terms.index(term)])


def may_share(told: PartialDate, issued: PartialDate) -> bool:
    """Whether a year that is told, of the work perhaps, may be of the term in which a document was
    issued: «Quy định 264-QĐ/TW năm 2025» is none of 2014."""
    return any(holds(term, told) and holds(term, issued) for term in _BEGUN) or not any(
        holds(term, issued) for term in _BEGUN
    )


def begun(term: str) -> int | None:
    """The year of the congress: of what it passed."""
    return _BEGUN[term].year if term in _BEGUN else None


def hold(told: Collection[str], day: PartialDate) -> bool:
    """Whether the day may lie in one of the terms."""
    return any(holds(term, day) for term in told)


def holds(term: str, day: PartialDate) -> bool:
    """Whether the day may lie in the term."""
    terms = list(_BEGUN)
    place = terms.index(term)
    end = _BEGUN[terms[place + 1]] if place + 1 < len(terms) else date.max
    return day.latest >= _BEGUN[term] and day.earliest <= end
