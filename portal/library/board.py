"""How far the schools had come by a day: counted from dated facts, the same whenever it is counted.

Comes in: the library, a day. Goes out: which schools there were, which were surely recognised by
then and which perhaps, and the newest published figures. Refuses to know: how it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from portal.kinds.school import School
from portal.kinds.school.parts import Snapshot
from portal.kinds.series import Mark, Series
from portal.library import Library
from portal.library.statistics import Recognised, recognised

SINCE = date(2021, 1, 1)
"""The programme began in that year; what is older is not counted."""


@dataclass(frozen=True, slots=True)
class Published:
    """A figure somebody published, the newest by a day."""

    series: Series
    mark: Mark


@dataclass(frozen=True, slots=True)
class Reading:
    """The newest count of chỉ tiêu of a school by a day."""

    school: School
    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class Board:
    """What is known of one day."""

    on: date
    schools: tuple[School, ...]
    """Those that were there."""
    recognised: tuple[Recognised, ...]
    """Recognitions of these schools granted by then, the newest first."""
    perhaps: tuple[Recognised, ...]
    """Those whose day is known too roughly to say."""
    published: tuple[Published, ...]
    readings: tuple[Reading, ...]
    """Of the schools that were there and of which something was counted."""

    def at_level(self, level: int) -> tuple[Recognised, ...]:
        return tuple(one for one in self.recognised if one.recognition.level == level)


def board(library: Library, on: date) -> Board:
    """Of any day, the same for ever."""
    return _board(library, on, _known(library))


def board_of_today(library: Library) -> Board:
    """Of today: what was granted on a day nobody knows was granted by now."""
    known = _known(library)

    def reached(one: Recognised, on: date) -> bool | None:
        return known(one, on) is not False

    return _board(library, library.today, reached)


Judge = Callable[[Recognised, date], bool | None]
"""Whether a recognition was granted by a day; None where that cannot be said."""


def _board(library: Library, on: date, granted_by: Judge) -> Board:
    there = tuple(one for one in library.of(School) if was_there(one, on))
    ids = {one.id for one in there}
    granted = [one for one in recognised(library) if one.school.id in ids]
    reached = [(one, granted_by(one, on)) for one in granted]
    return Board(
        on,
        there,
        tuple(one for one, so in reached if so),
        tuple(one for one, so in reached if so is None),
        tuple(_published(library, on)),
        tuple(_readings(there, on)),
    )


def was_there(school: School, on: date) -> bool:
    """Whether a legal entity existed on a day; its last day is the one before the merger."""
    began = school.start is None or school.start.earliest <= on
    return began and (school.end is None or on < school.end.earliest)


def _known(library: Library) -> Judge:
    """Nobody was granted a level before the first in the country."""
    firsts = {
        one.recognition.level: one.recognition.ceremony
        for one in recognised(library)
        if one.recognition.first and one.recognition.ceremony
    }

    def reached(one: Recognised, on: date) -> bool | None:
        first = firsts.get(one.recognition.level)
        return False if first and first.reached(on) is False else _reached(one, on)

    return reached


def _reached(one: Recognised, on: date) -> bool | None:
    done = one.recognition
    before = (done.provincial, done.survey, done.appraisal)
    if any(step.reached(on) is False for step in before if step):
        return False  # the award follows every step
    ceremony = done.ceremony
    return ceremony.reached(on) if ceremony else None


def _published(library: Library, on: date) -> Iterator[Published]:
    for series in library.of(Series):
        if mark := series.at(on):
            yield Published(series, mark)


def _readings(there: Iterable[School], on: date) -> Iterator[Reading]:
    for school in there:
        known = [
            (one.as_of.earliest, place, one)
            for place, one in enumerate(school.snapshots)
            if one.counted and one.as_of and one.as_of.reached(on)
        ]
        if known:
            yield Reading(school, max(known, key=lambda it: (it[0], -it[1]))[2])


def days(library: Library) -> tuple[date, ...]:
    """Every day on which a figure changed, the earliest first; none after today."""
    found: set[date] = set()
    for school in library.of(School):
        found |= {one.earliest for one in (school.start, school.end) if one and one.day}
        steps = (one.ceremony for one in school.recognised)
        counts = (one.as_of for one in school.snapshots if one.counted)
        known = (*steps, *counts)
        found |= {one.earliest for one in known if one and one.day and not one.bound}
    for series in library.of(Series):
        found |= {one.as_of.earliest for one in series.marks if one.as_of.day}
    return tuple(sorted(day for day in found if SINCE <= day <= library.today))
