"""Which version of the Party's charter a text names: «Điều lệ Đảng 2011», «… khóa XI (2011)».

Comes in: plain text in lower case, a name in it. Goes out: whether that cites the charter, the year
of the version, where the words end. Refuses to know: which versions there are.
"""

from __future__ import annotations

import re

from portal.citations import terms
from portal.dates import PartialDate

_VERSION = re.compile(
    r",?[ \n](?:(?:do |duoc )?(?:thong qua )?(?:tai )?|\()?"
    r"(?:khoa|dai[ \n]?hoi(?:[ \n](?:dai bieu|toan quoc|dang|lan thu|cua))*)"
    r"[ \n](?P<term>[ivx]{1,4})"
    r"(?![a-z0-9])(?:[ \n](?:thong qua|cua dang))*\)?"
)
_YEAR = re.compile(
    r",?[ \n]?\(?(?:nam[ \n])?(?<=[ \n(])(?P<year>(?:19|20)[0-9]{2})(?![\w%]|[-/.,][0-9])\)?"
)
_CITED = re.compile(
    r"(?:can cu(?: vao)?|(?<![a-z])theo(?: quy dinh (?:cua|tai|trong))?"
    r"|(?<![a-z])(?:dieu|chuong|khoan|muc) [0-9ivx]{1,5}(?:[ ]?,)?(?: cua)?) $"
)
"""Where the Party's rules are cited for sure; «về thi hành Điều lệ Đảng» is a title, «làm trái
Cương lĩnh, Điều lệ Đảng, nghị quyết» speaks of all there are."""
_GUIDES = re.compile(
    r"[0-9]-[a-z]{2,4}/[a-z]{2,8}[^.;:()\n“”\"]{0,90}[ \n]huong dan[ \n]"
    r"(?:(?:mot so|nhung|cac)[ \n]van de[ \n])?(?:cu the[ \n])?(?:ve[ \n])?"
    r"(?:thi hanh|thuc hien)[ \n]$"
)
"""«Hướng dẫn số 5-HD/TW … hướng dẫn một số vấn đề cụ thể thi hành Điều lệ Đảng»: what it does, as
a decree carries out a law."""
_FARTHEST_GUIDE = 180


def told(low: str, place: int) -> tuple[PartialDate | None, int]:
    named = _VERSION.match(low, place)
    year = terms.begun(named["term"].upper()) if named else None
    end = named.end() if named and year else place
    if found := _YEAR.match(low, end):
        return PartialDate(int(found["year"])), found.end()
    return (PartialDate(year), end) if year else (None, place)


def is_cited(low: str, at: int, end: int) -> bool:
    """Whether a short name, «Điều lệ Đảng», cites it."""
    if low.startswith(" dang quy dinh", end):
        return not low.endswith("thi hanh ", 0, at)
    if low.endswith(("thi hanh ", "thuc hien "), 0, at):
        return bool(_GUIDES.search(low, max(0, at - _FARTHEST_GUIDE), at))
    return bool(_CITED.search(low, max(0, at - 30), at))
