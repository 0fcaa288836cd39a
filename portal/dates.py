"""Days, and days known only in part: how editors write them, and their one wording.

Comes in: `2021-05-19`, `2026-Q1`, `trước 2026-01-30`. Goes out: dates that can be compared, and the
words for them on pages, in Word files, in messages; for machines, the ISO form of a point in time.
`day` in the browser (finder/draw.js) is the twin of `str`; `tests/dates.json` is for both.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal.text import nfc


class Bound(StrEnum):
    """What may stand before a date that is known only by a bound, or roughly."""

    BEFORE = "trước"
    AFTER = "sau"
    ABOUT = "khoảng"
    EARLY = "đầu"
    MIDDLE = "giữa"
    LATE = "cuối"


BOUNDS = "|".join(Bound)
_PARTIAL = re.compile(
    rf"(?:(?P<bound>{BOUNDS})\s+)?"
    r"(?P<year>(?:18|19|20)[0-9]{2})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
_TYPED = tuple(
    re.compile(rf"(?P<bound>(?:{BOUNDS})\s+)?{form}")
    for form in (
        r"(?:ngày\s+)?(?P<d>[0-9]{1,2})(?:[/.-]|\s+tháng\s+)(?P<m>[0-9]{1,2})(?:[/.-]|\s+năm\s+)(?P<y>[0-9]{4})",
        r"(?P<y>[0-9]{4})[/.-](?P<m>[0-9]{1,2})[/.-](?P<d>[0-9]{1,2})",
        r"(?:tháng\s+)?(?P<m>[0-9]{1,2})(?:[/.-]|\s+năm\s+)(?P<y>[0-9]{4})",
    )
)


def iso_of(text: str) -> str:
    """`05/03/2026` → `2026-03-05`, «tháng 3/2026» → `2026-03`; empty where the text is no such
    date."""
    for found in (form.fullmatch(nfc(text.strip().lower())) for form in _TYPED):
        if found:
            told = {"d": "01"} | found.groupdict()
            iso = f"{told['y']}-{int(told['m']):02d}-{int(told['d']):02d}"
            try:
                date.fromisoformat(iso)
            except ValueError:
                return ""
            return (told["bound"] or "") + (iso if "d" in found.groupdict() else iso[:7])
    return ""


_SHAPED = (*_TYPED, re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})"))


def impossible(text: str) -> str | None:
    """Of a day or month that is written as one and is in no calendar, the reason as far as one can
    be told: «tháng 11 chỉ có 30 ngày»; None where it is none of these."""
    found = next(
        (it for form in _SHAPED if (it := form.fullmatch(nfc(text.strip().lower())))), None
    )
    if found is None:
        return None
    told = {"d": "1"} | found.groupdict()
    year, month, day = int(told["y"]), int(told["m"]), int(told["d"])
    if not 1 <= month <= 12:
        return "một năm có 12 tháng"
    last = monthrange(max(year, 1), month)[1]
    of = f"tháng {month}/{year}" if month == 2 else f"tháng {month}"
    return f"{of} chỉ có {last} ngày" if day > last else "" if day < 1 else None


def _month(month: int) -> str:
    """As Vietnamese documents have it: a zero before months 1 and 2 only."""
    return f"{month:02d}" if month < 3 else str(month)


def day(value: date) -> str:
    """`19/5/2021`: the form of Vietnamese documents (a zero before days below ten, months 1 and
    2)."""
    return f"{day_and_month(value.month, value.day)}/{value.year}"


def day_and_month(month: int, day: int) -> str:
    """`22/02`, of any year."""
    return f"{day:02d}/{_month(month)}"


def of_every_year(text: str) -> tuple[int, int]:
    """Month and day of `02-22`; raises ValueError where no year has such a day."""
    found = date.fromisoformat(f"2024-{text}")
    return found.month, found.day


DayOfYear = tuple[int, int]
"""Month and day; the day -1 is the last of the month, whatever the year."""


def next_of(each: DayOfYear, begins: date) -> date:
    """The first such day from that one on; 29/02 is not in every year."""
    month, day = each
    for year in range(begins.year, begins.year + 9):
        days = monthrange(year, month)[1]
        if day <= days and (found := date(year, month, day if day > 0 else days)) >= begins:
            return found
    raise AssertionError("a leap year comes within eight years")


def every_year(text: str) -> str:
    """«22/02 hằng năm»."""
    return f"{day_and_month(*of_every_year(text))} hằng năm"


def years(start: int | None, end: int | None) -> str:
    """«2021–2025», «năm 2025», «đến năm 2025», «từ năm 2021»."""
    if start and end:
        return f"năm {end}" if start == end else f"{start}–{end}"
    if end:
        return f"đến năm {end}"
    return f"từ năm {start}" if start else ""


def span(start: PartialDate, end: PartialDate | None) -> str:
    """«19/5/2021 – 21/5/2021»."""
    return f"{start} – {end}" if end else str(start)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, quarter or year, perhaps only a bound of it («trước 2026-01-30»)."""

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    bound: str = ""

    @classmethod
    def read(cls, text: str) -> PartialDate:
        """Raises ValueError where the text is no date, or an impossible one."""
        found = _PARTIAL.fullmatch(nfc(text.strip()))
        if not found:
            raise ValueError(text)
        parts = {
            name: int(value)
            for name, value in found.groupdict().items()
            if value and name != "bound"
        }
        made = cls(bound=found["bound"] or "", **parts)
        date(
            made.year, 1 if made.month is None else made.month, 1 if made.day is None else made.day
        )
        return made

    @property
    def earliest(self) -> date:
        """The first day it can mean, for sorting; bounds are not moved."""
        month = self.month or (self.quarter * 3 - 2 if self.quarter else 1)
        return date(self.year, month, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean; bounds are not moved."""
        month = self.month or (self.quarter * 3 if self.quarter else 12)
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def is_before(self, other: PartialDate) -> bool:
        """Surely before: «2025» is not before «2025-07-01», nor is «sau 2020» before anything."""
        unsure = self.bound in (Bound.AFTER, Bound.ABOUT)
        unsure = unsure or other.bound in (Bound.BEFORE, Bound.ABOUT)
        return not unsure and self.latest < other.earliest

    def may_be(self, other: PartialDate) -> bool:
        """Whether both may be told of one day: «3/2024» and «05/3/2024»."""
        return not (self.is_before(other) or other.is_before(self))

    def reached(self, today: date) -> bool | None:
        """Whether it is past on a day; None where it is known too roughly to say."""
        first, last = self.earliest, self.latest
        if self.bound == Bound.ABOUT:
            margin = timedelta(days=max(31, (last - first).days))
            first, last = first - margin, last + margin
        if self.bound != Bound.AFTER and last <= today:
            return True
        return None if self.bound == Bound.BEFORE or first <= today else False

    def __str__(self) -> str:
        """«19/5/2021», «3/2021», «quý I/2021», «2021», «đầu năm 2026», «trước 30/01/2026»."""
        if self.day and self.month:
            told = day(date(self.year, self.month, self.day))
        elif self.month:
            told = f"{_month(self.month)}/{self.year}"
        elif self.quarter:
            told = f"quý {('I', 'II', 'III', 'IV')[self.quarter - 1]}/{self.year}"
        else:
            told = str(self.year)
        return f"{self.bound} {self._unit}{told}" if self.bound else told

    @property
    def lead(self) -> str:
        """What a month or a year alone needs before it in a sentence: «từ tháng 3/2021»."""
        return "" if self.bound else self._unit

    @property
    def _unit(self) -> str:
        """What a month or a year is called where it does not stand alone: «trước năm 2030»."""
        if self.day or self.quarter:
            return ""
        return "tháng " if self.month else "năm "

    @property
    def named(self) -> str:
        """As a sentence tells it: «ngày 19/5/2021», «tháng 3/2021», «trước 30/01/2026»."""
        exact = self.day and not self.bound
        return f"ngày {self}" if exact else f"{self.lead}{self}"

    @property
    def in_full(self) -> str:
        """As the head of a document has it: «ngày 19 tháng 5 năm 2021», as far as it is known."""
        if not (self.day and self.month) or self.bound:
            return str(self)
        return f"ngày {self.day:02d} tháng {_month(self.month)} năm {self.year}"

    @property
    def iso(self) -> str:
        """`2024-12`, without the bound; a quarter gives its year."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def point(self) -> str:
        """The same for machines: empty for a bound, which is no point in time they could read."""
        return "" if self.bound else self.iso
