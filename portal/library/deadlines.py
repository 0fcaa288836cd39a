"""All duties by when they are due: this quarter, overdue, this year, later, always, not stated.

Comes in: the library. Goes out: groups in that order, each with its duties, the nearest day first.
What nobody has to do any more (its document or its leads are gone) stands in none. Refuses to know:
what was done; no source tells that of most duties.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from portal.kinds.duty import Duty
from portal.kinds.duty.lists import When
from portal.library import Library
from portal.library.duties import DutyStatus
from portal.library.status import of_duty

GONE = (When.REPEALED, When.DISSOLVED)


class Term(StrEnum):
    """When a duty is due; part of addresses on its page."""

    QUARTER = "quy-nay"
    OVERDUE = "qua-han"
    YEAR = "nam-nay"
    LATER = "sau-nay"
    STANDING = "deu-dan"
    UNSTATED = "khong-ngay"


def by_deadline(library: Library) -> dict[Term, tuple[Duty, ...]]:
    """In the order of the terms; those that nothing falls in are left out."""
    found: dict[Term, list[tuple[date, Duty]]] = {term: [] for term in Term}
    for duty in library.of(Duty):
        status = of_duty(library, duty)
        if status.state.value not in GONE:
            found[_term(status, library.today)].append((status.until or date.max, duty))
    return {
        term: tuple(
            duty for _, duty in sorted(ones, key=lambda it: it[0], reverse=term is Term.OVERDUE)
        )
        for term, ones in found.items()
        if ones
    }


def this_quarter(library: Library) -> tuple[Duty, ...]:
    return by_deadline(library).get(Term.QUARTER, ())


def quarter_of(day: date) -> int:
    return (day.month + 2) // 3


def _term(status: DutyStatus, today: date) -> Term:
    if status.state.value == When.PAST:
        return Term.OVERDUE
    if status.until is None:
        return _dayless(status)
    if status.until <= _last_of_quarter(today):
        return Term.QUARTER
    return Term.YEAR if status.until.year == today.year else Term.LATER


def _dayless(status: DutyStatus) -> Term:
    if status.state.value == When.UNSTATED:
        return Term.UNSTATED
    return Term.LATER if status.state.value == When.AHEAD else Term.STANDING


def _last_of_quarter(day: date) -> date:
    month = quarter_of(day) * 3
    return date(day.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
