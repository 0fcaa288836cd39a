"""Which version of the Party's charter a text names: «Điều lệ Đảng 2011», «… khóa XI (2011)».

Comes in: plain text in lower case, the end of a name in it. Goes out: the year of the version, and
where the words end. Refuses to know: which versions there are.
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


def told(low: str, place: int) -> tuple[PartialDate | None, int]:
    named = _VERSION.match(low, place)
    year = terms.begun(named["term"].upper()) if named else None
    end = named.end() if named and year else place
    if found := _YEAR.match(low, end):
        return PartialDate(int(found["year"])), found.end()
    return (PartialDate(year), end) if year else (None, place)
