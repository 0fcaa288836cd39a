"""What is due: duties with a day, those of this year or of every year, and events ahead; the
nearest first. Duties whose years are over, whose document holds no more, or whose leads are no
more, are not ahead.

Comes in: the library. Goes out: a few records for the home page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.dates import of_every_year
from portal.forms import Link
from portal.kinds import Entry
from portal.kinds.duty import Deadline, Duty
from portal.kinds.event import Event
from portal.library import Library


@dataclass(frozen=True, slots=True)
class Due:
    """One thing ahead."""

    day: date
    """When it is, or the last day it can be."""
    entry: Entry
    when: str = ""
    """How that is told where no document names a day."""
    whose: tuple[Link, ...] = ()
    """Who leads it."""


def ahead(library: Library, most: int) -> list[Due]:
    """At most so many; of one day, those that are told by their day first."""
    found = [*_duties(library), *_events(library)]
    return sorted(found, key=lambda one: (one.day, one.when != "", one.entry.KIND))[:most]


def _duties(library: Library) -> Iterator[Due]:
    today = library.today
    for duty in library.of(Duty):
        deadline = duty.deadline
        if deadline is None or _is_over(library, duty):
            continue
        if day := _next(deadline, today):
            yield Due(day, duty, whose=duty.lead)
        elif deadline.type.every_year:
            yield Due(date(today.year, 12, 31), duty, "hằng năm", duty.lead)
        elif deadline.end == today.year and not deadline.day:
            yield Due(date(today.year, 12, 31), duty, f"trong năm {today.year}", duty.lead)


def _is_over(library: Library, duty: Duty) -> bool:
    last = duty.deadline.end if duty.deadline else None
    return bool(
        library.left_without_lead(duty)
        or (last and last < library.today.year)
        or duty.clause.id in library.dead
    )


def _next(deadline: Deadline, today: date) -> date | None:
    """The next day it falls on; none where it is past or has no day."""
    if deadline.day:
        return deadline.day if deadline.day >= today else None
    if deadline.yearly:
        month, day = of_every_year(deadline.yearly)
        years = (year for year in range(today.year, today.year + 9) if _is_day(year, month, day))
        return next((one for year in years if (one := date(year, month, day)) >= today), None)
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    """29/02 is not in every year."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _events(library: Library) -> Iterator[Due]:
    for event in library.of(Event):
        if (event.end or event.start).earliest >= library.today:
            yield Due(event.start.earliest, event)
