"""What is due: open duties with a day or due within the year, and events ahead; the nearest first.

Comes in: the library. Goes out: a few records for the home page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.forms import Link
from portal.kinds import Entry
from portal.kinds.duty import Duty
from portal.kinds.event import Event
from portal.library import Library
from portal.library.status import of_duty


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


def this_month(library: Library, most: int) -> list[Due]:
    """What falls due or happens within the month of today, days past included; the first first."""
    found = [one for one in _duties(library) if _same_month(one.day, library.today)]
    for event in library.of(Event):
        days = event.start, event.end or event.start
        told = event.start.point.count("-") == 2
        if told and any(_same_month(one.earliest, library.today) for one in days):
            found.append(Due(event.start.earliest, event))
    return sorted(found, key=lambda one: (one.day, one.when != "", one.entry.KIND))[:most]


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def _duties(library: Library) -> Iterator[Due]:
    for duty in library.of(Duty):
        status, deadline = of_duty(library, duty), duty.deadline
        if not (status.state.open and status.until and deadline):
            continue
        if deadline.day or deadline.yearly:
            yield Due(status.until, duty, whose=duty.lead)
        elif status.until.year == library.today.year:
            when = "hằng năm" if deadline.type.every_year else f"trong năm {status.until.year}"
            yield Due(status.until, duty, when, duty.lead)


def _events(library: Library) -> Iterator[Due]:
    for event in library.of(Event):
        if (event.end or event.start).earliest >= library.today:
            yield Due(event.start.earliest, event)
