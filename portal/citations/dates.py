"""The day behind a document's number, in any usual spelling.

Comes in: plain text and a place in it. Goes out: the date and where it ends.
"""

from __future__ import annotations

import re

from portal.dates import PartialDate

_S, _G = r"[ \n]{1,2}", r"[ \n]{0,2}"
_DATE = re.compile(
    rf"""{_G},?{_G}(?P<open>\()?(?:(?:duoc{_S})?(?:ky|ban{_S}hanh|ra){_S})?
    (?:(?P<day>ngay{_S}(?:mung{_S}|mong{_S})?)?(?P<d>[0-9]{{1,2}})(?:{_G}[/.-]{_G}|{_S}thang{_S})(?P<m>[0-9]{{1,2}})
        (?:{_G}[/.-]{_G}|{_S}nam{_S})(?P<y>(?:19|20)[0-9]{{2}})
    |thang{_S}(?P<month>[0-9]{{1,2}})(?:{_G}[/.-]{_G}|{_S}nam{_S})(?P<of>(?:19|20)[0-9]{{2}})
    |nam{_S}(?P<year>(?:19|20)[0-9]{{2}}))
    (?![0-9]|[-/.][0-9]|-[A-Za-z])(?P<close>\))?""",
    re.VERBOSE | re.IGNORECASE,
)


def at(text: str, place: int) -> tuple[PartialDate | None, int, bool]:
    """The date, where it ends, and whether it was there but impossible («ngày 31/2/2021»)."""
    found = _DATE.match(text, place)
    if not found or (found["d"] and not (found["day"] or found["open"])):
        return None, place, False
    end = found.start("close") if found["close"] and not found["open"] else found.end()
    parts = (
        found["y"] or found["of"] or found["year"],
        found["m"] or found["month"],
        found["d"],
    )
    try:
        return PartialDate.read("-".join(part.zfill(2) for part in parts if part)), end, False
    except ValueError:
        return None, end, True
