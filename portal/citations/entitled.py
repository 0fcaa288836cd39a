"""Laws named in the title of a document that is cited: «Nghị định số 43/2014/NĐ-CP quy định chi
tiết một số điều của Luật Đất đai» speaks of the law of its own day.

Comes in: plain text, the citations of it in their order. Goes out: those citations, a bare name
that stands in such a title with the day of that document. Refuses to know: versions of laws.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator, Sequence

from portal.citations.citation import Citation
from portal.dates import PartialDate

_ISSUER = r"(?:[ \n](?:cua|do)[ \n][A-Z][^.;:()\n“”\"]{2,90}?)?"
_ABOUT = (
    r"(?:ve|quy[ \n]dinh|huong[ \n]dan|ban[ \n]hanh|phe[ \n]duyet|trien[ \n]khai|cong[ \n]bo"
    r"|giai[ \n]thich)"
)
_TITLE = re.compile(rf"{_ISSUER},?[ \n]{_ABOUT}[ \n](?:[^.;:()\[\]“”\"\x00\n]|\n(?!\n)){{0,260}}$")
_LEAVES = re.compile(
    r"[ \n](?:theo|thi(?! hanh)|khi|neu|tru|trai|cung voi|can cu|khac|phai|duoc|la)[ \n]"
    r"|(?:,|[ \n]va)[ \n](?:cac[ \n])?(?:[Kk]hoan|[Dd]iem|[Dd]ieu|Chuong|[Mm]uc)[ \n]"
)
"""Behind it the sentence goes on: «… về giá đất được áp dụng theo Luật Đất đai»."""
LONGEST = 360


def dated(bare: str, found: Sequence[Citation], laws: Collection[str]) -> Iterator[Citation]:
    """`laws`: the types whose versions bear one name."""
    host: Citation | None = None
    for one in found:
        if one.kind == "số":
            host = one
        elif host and one.kind == "tên" and one.type in laws and one.date is None:
            day = _day(host)
            if day and _is_in_title(bare, host.head[1], one.head[0]):
                yield dataclasses.replace(one, of=(host.number, day))
                continue
        yield one


def _is_in_title(bare: str, start: int, end: int) -> bool:
    between = bare[start:end] if end - start < LONGEST else ""
    return bool(_TITLE.match(between)) and not _LEAVES.search(between)


def _day(host: Citation) -> PartialDate | None:
    if host.date:
        return host.date
    year = host.number.year if host.number else ""
    return PartialDate(int(year)) if year else None
