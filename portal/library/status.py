"""One state of each school and each duty on the day of the build, the same wherever it is shown.

Comes in: the library, an entry. Goes out: the state (an option of a closed list), and what it
follows from. That of a duty is found in `duties.py`, once; that of a document is its validity
(`kinds/document/validity.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.dates import PartialDate
from portal.kinds.duty import Duty
from portal.kinds.lists import named
from portal.kinds.school import School
from portal.kinds.school.lists import NoNews, RecognitionState
from portal.kinds.school.parts import Recognition, Snapshot
from portal.library import Library
from portal.library.duties import DutyStatus


@dataclass(frozen=True, slots=True)
class Inherited:
    """A recognition of a school that another was made of."""

    school: School
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class SchoolStatus:
    """How far a school has come as the legal entity it is."""

    state: RecognitionState
    recognition: Recognition | None = None
    """What the state follows from; none where nothing, or only figures are known."""
    reading: Snapshot | None = None
    """The newest dated count of chỉ tiêu."""
    successor: School | None = None
    """The school it became part of."""
    inherited: tuple[Inherited, ...] = ()
    """What was granted to its predecessors; it does not pass on by itself."""

    @property
    def untold(self) -> bool:
        """Whether no source says anything of it."""
        return self.state.value == NoNews.NOTHING

    @property
    def level(self) -> int | None:
        """The level the state is about."""
        return self.recognition.level if self.recognition else None

    @property
    def on(self) -> PartialDate | None:
        """Of what was granted, the day of the award, where it is known; else of the last step."""
        one = self.recognition
        if one is None or one.state.granted:
            return one.ceremony if one else None
        return one.ceremony or one.appraisal or one.survey or one.provincial


def of_school(library: Library, school: School) -> SchoolStatus:
    """By the recognition that says most; without one, by whether anything is known."""
    ranked = sorted(school.recognitions, key=_weight)
    if ranked:
        state = state_today(library, school, ranked[0])
    else:
        counted = any(one.counted for one in school.snapshots)
        known = counted or school.schemes or school.targets
        state = named(
            library.lists, RecognitionState, NoNews.SOMETHING if known else NoNews.NOTHING
        )
    return SchoolStatus(
        state,
        ranked[0] if ranked else None,
        latest_count(school),
        library.successors.get(school.id),
        tuple(_inherited(library, school)),
    )


def state_today(library: Library, school: School, one: Recognition) -> RecognitionState:
    """What was under way at a school that is no more is not under way."""
    if school.is_current or not one.state.merged:
        return one.state
    return named(library.lists, RecognitionState, one.state.merged)


def _weight(one: Recognition) -> tuple[bool, int, int]:
    """Granted before not granted, the higher level before the lower, else by the list's order."""
    return (not one.state.granted, -one.level, one.state.place)


def _inherited(library: Library, school: School) -> Iterator[Inherited]:
    for link in school.predecessors:
        old = library.get(link)
        if isinstance(old, School):
            yield from (Inherited(old, one) for one in old.recognised)


def latest_count(school: School) -> Snapshot | None:
    """The newest dated snapshot that counts chỉ tiêu."""
    dated = [one for one in school.snapshots if one.counted and one.as_of]
    return max(dated, key=lambda one: one.as_of.earliest if one.as_of else date.min, default=None)


def of_duty(library: Library, duty: Duty) -> DutyStatus:
    return library.duty_states[duty.id]
