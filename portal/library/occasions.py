"""When duties and events fall, as a calendar tells it: days, days of every year, the ends of years.

Comes in: the library, duties and events. Goes out: one record for each thing that falls on a day;
what has no day has none. Refuses to know: how calendars are written, and which day it is today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal.dates import DayOfYear, next_of
from portal.forms import Link
from portal.kinds import Entry
from portal.kinds.document import Document
from portal.kinds.duty import Deadline, Duty
from portal.kinds.event import Event
from portal.library import Library


class Manner(StrEnum):
    """How a thing falls; part of what names it in a calendar, so the words never change."""

    DAY = "day"
    """A last day that the document names."""
    YEARLY = "yearly"
    """A last day in every year."""
    YEAR = "year-end"
    """Once a year, without a day: told on the last one."""
    PERIOD = "period-end"
    """The end of the years a document gives for many duties."""
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing that falls on a day."""

    manner: Manner
    of: Duty | Event | Document
    """What it is of; of the end of a period, the document that gives the duties."""
    first: date
    last: date
    """The last day of it, `first` where it takes one."""
    each: DayOfYear | None = None
    """Of one that comes every year."""
    until: date | None = None
    """The last day on which it may come again; none where no end is known."""
    duties: tuple[Duty, ...] = ()
    """What is to be done by then."""

    def next_on(self, today: date) -> date | None:
        """The next day it falls on, today included; none where it is over."""
        if self.each is None:
            return max(self.first, today) if self.last >= today else None
        found = next_of(self.each, max(self.first, today))
        return None if self.until and found > self.until else found


def occasions(
    library: Library, duties: Iterable[Duty], events: Iterable[Event]
) -> tuple[Occasion, ...]:
    """The earliest first."""
    periods: defaultdict[tuple[str, date], list[Duty]] = defaultdict(list)
    found = [one for event in events if (one := _event(event))]
    for duty in duties:
        last = _end(duty.deadline, library.get(duty.clause))
        if _has_day(duty.deadline):
            found += [one] if (one := _of(library, duty)) else []
        elif last and ends(library, duty) == last:
            periods[duty.clause.id, last].append(duty)
    for (id, day), given in periods.items():
        if isinstance(document := library.get(Link(Document.KIND, id)), Document):
            found.append(Occasion(Manner.PERIOD, document, day, day, duties=tuple(given)))
    return tuple(sorted(found, key=lambda one: (one.first, one.of.KIND, one.of.id, one.manner)))


def _has_day(deadline: Deadline | None) -> bool:
    return bool(deadline and (deadline.day or deadline.yearly or deadline.type.every_year))


def _of(library: Library, duty: Duty) -> Occasion | None:
    """That of a duty with a day or one of every year; none where it was over before it came."""
    deadline = duty.deadline
    if deadline and deadline.day:
        day = deadline.last_of(deadline.day)
        return Occasion(Manner.DAY, duty, day, day, duties=(duty,))
    named = deadline.each if deadline else None
    each = named or (12, 31)
    first, until = next_of(each, _begins(library, duty)), ends(library, duty)
    if until and until < first:
        return None
    manner = Manner.YEARLY if named else Manner.YEAR
    return Occasion(manner, duty, first, first, each, until, (duty,))


def _event(event: Event) -> Occasion | None:
    """None where its day is not known."""
    start, end = event.start, event.end or event.start
    if not (start.day and end.day) or start.bound or end.bound:
        return None
    return Occasion(Manner.EVENT, event, start.earliest, end.earliest)


def _begins(library: Library, duty: Duty) -> date:
    """From when a duty is one: its own years, the day of its document, else when it was published
    here, so that the same content gives the same calendar on every day."""
    document, deadline = library.get(duty.clause), duty.deadline
    year = deadline.start if deadline else None
    if isinstance(document, Document):
        year = year or (document.period.start if document.period else None)
        if not year and document.issued:
            return document.issued.earliest
    if year:
        return date(year, 1, 1)
    return duty.published or date(library.today.year, 1, 1)


def ends(library: Library, duty: Duty) -> date | None:
    """The first of: the end of its years, of its document, of the last who leads it."""
    document = library.get(duty.clause)
    ends = [one] if (one := _end(duty.deadline, document)) else []
    if isinstance(document, Document) and document.id in library.dead:
        since = library.validity[document.id].since
        ends += [since.earliest - timedelta(days=1)] if since else []
    if gone := library.left_without_lead(duty):
        ends.append(gone.earliest - timedelta(days=1))
    return min(ends, default=None)


def _end(deadline: Deadline | None, document: Entry | None) -> date | None:
    """The last day of a duty's years, else of those its document was made for."""
    year = deadline.end if deadline else None
    if not year and isinstance(document, Document) and document.period:
        year = document.period.end if not (deadline and deadline.start) else None
    return date(year, 12, 31) if year else None
