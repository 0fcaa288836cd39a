"""What events come to in each region of a document of which one of them speaks.

Comes in: the events that are known, those of them that happened. Goes out: by region, the phase it
is in, and the event that brought it about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from portal.kinds.document.course import Course, Event


class Phase(IntEnum):
    """What a part of a document has come to, the worst first."""

    ENDED = 0
    SUSPENDED = 1
    AHEAD = 2
    HOLDS = 3
    UNKNOWN = 4


@dataclass(frozen=True, slots=True)
class Condition:
    """Of one region on a day: its phase, and the event that brought it about."""

    phase: Phase
    event: Event | None = None


Conditions = Mapping[str, Condition]
"""By region; "" is what nobody names."""


def conditions(
    known: Sequence[Event], happened: Iterable[Event], above: Mapping[str, frozenset[str]]
) -> Conditions:
    """What all events come to in each region of which one of them speaks."""
    regions = dict.fromkeys(("", *(region for one in known for region in one.where.regions)))
    courses = {region: Course(region, known, above) for region in regions}
    for event in happened:
        for course in courses.values():
            course.take(event)
    return {region: _condition(course, known) for region, course in courses.items()}


def _condition(course: Course, known: Iterable[Event]) -> Condition:
    if course.end:
        return Condition(Phase.ENDED, course.end)
    if course.start is None and course.starts:
        return Condition(Phase.AHEAD, course.next_start(known))
    if course.stop:
        return Condition(Phase.SUSPENDED, course.stop)
    return Condition(Phase.HOLDS, course.start) if course.start else Condition(Phase.UNKNOWN)
