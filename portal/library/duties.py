"""What holds of duties on one day: in which state each is, and whether anyone is left to lead it.

Comes in: entries, and what holds of documents. Goes out: the state of every duty, found once.
Refuses to know: who points to whom, and how a state is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from portal.dates import PartialDate, next_of
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.duty import Deadline, Duty
from portal.kinds.duty.lists import DutyState, When
from portal.kinds.lists import named
from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.library.documents import Documents

SOON = timedelta(days=45)
"""How long before its last day a duty is due: long enough to prepare a report."""


@dataclass(frozen=True, slots=True)
class DutyStatus:
    """Whether a duty is still to be done, and until when."""

    state: DutyState
    until: date | None = None
    """The next day it is due, or the last day of its years; of what is past, that day."""
    since: PartialDate | None = None
    """Of one whose leads are no more: since when."""


@dataclass(frozen=True)
class Duties(Documents):
    """The entries, and what holds of the documents and the duties among them."""

    @cached_property
    def duty_states(self) -> dict[str, DutyStatus]:
        """Of every duty, whether it is still to be done: many pages tell the same one."""
        return {one.id: self._state_of(one) for one in self.of(Duty)}

    def _state_of(self, duty: Duty) -> DutyStatus:
        """What ends a duty comes first: its document, its leads, its years; then its next day."""

        def state(when: When, until: date | None = None, **more: PartialDate) -> DutyStatus:
            return DutyStatus(named(self.lists, DutyState, when), until, **more)

        if duty.clause.id in self.dead:
            return state(When.REPEALED)
        if gone := self.left_without_lead(duty):
            return state(When.DISSOLVED, since=gone)
        deadline, today = duty.deadline, self.today
        first, last = _years(deadline, self.get(duty.clause))
        until = _next(deadline, today, last)
        if until and until < today:
            return state(When.PAST, until)
        if first and first > today:
            return state(When.AHEAD, until)
        if until:
            return state(When.DUE if until - today <= SOON else When.ONGOING, until)
        unstated = deadline is None or deadline.type.unstated or deadline.type.in_words
        return state(When.UNSTATED if unstated else When.STANDING)

    def ended(self, link: Link) -> PartialDate | None:
        """Since when a unit or school is no more; none while it is there."""
        entry = self.get(link)
        on = entry.end if isinstance(entry, School) else None
        if isinstance(entry, Unit) and entry.ended:
            on = entry.ended.on
        return on if on and on.earliest <= self.today else None

    def left_without_lead(self, duty: Duty) -> PartialDate | None:
        """Since when nobody is left of those who were to lead it."""
        led_by = duty.lead or (() if duty.lead_by_default is None else (duty.lead_by_default,))
        days = [self.ended(link) for link in led_by]
        gone = [day for day in days if day]
        last = max(gone, key=lambda day: day.earliest, default=None)
        return last if len(gone) == len(days) else None


def _years(deadline: Deadline | None, document: object) -> tuple[date | None, date | None]:
    """The first and the last day of its own years, else of those the document was made for."""
    start, end = (deadline.start, deadline.end) if deadline else (None, None)
    if start is None and end is None and isinstance(document, Document) and document.period:
        start, end = document.period.start, document.period.end
    return date(start, 1, 1) if start else None, date(end, 12, 31) if end else None


def _next(deadline: Deadline | None, today: date, last: date | None) -> date | None:
    """The next day it falls on, or its last day where that comes first; none where it has none."""
    if deadline and deadline.day:
        return deadline.last_of(deadline.day)
    if last and last < today:
        return last
    days = [last] if last else []
    if deadline and deadline.each:
        days.append(next_of(deadline.each, today))
    elif deadline and deadline.type.every_year:
        days.append(date(today.year, 12, 31))
    return min(days, default=None)
