"""The validity of a document on a day: what its events come to, as a whole and of each part.

Comes in: a document, its events, the day. Goes out: the state, since when, by whom, what is coming.
The states are those of Luật Ban hành văn bản quy phạm pháp luật (còn, hết, ngưng hiệu lực, một phần
or toàn bộ), which Party documents follow in practice. Unknown is said, not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from portal.dates import PartialDate
from portal.kinds.base import Lists
from portal.kinds.document import Document, Relation
from portal.kinds.document.course import Course, Event
from portal.kinds.document.events import events
from portal.kinds.document.lists import Effect, EventType, Named, State
from portal.kinds.document.scope import nesting
from portal.kinds.lists import named, values


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


@dataclass(frozen=True, slots=True)
class Part:
    """What has another state than the rest of its document."""

    region: str
    """The id of a clause; in «» what no id names."""
    state: State
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """The state of a document on a day, and the event that brought it about."""

    state: State
    event: Event | None = None
    also: tuple[State, ...] = ()
    """What holds besides: suspended in part, corrected."""
    coming: Event | None = None
    """The next event, where it is known."""
    doubt: Event | None = None
    """The event that may or may not have happened: its day is known too roughly."""
    issue: PartialDate | None = None
    """The day of its issue, where that is ahead."""
    parts: tuple[Part, ...] = ()
    """What does not share the state of the rest."""
    history: tuple[Event, ...] = ()
    """All events that are known, the earliest first."""
    places: Mapping[str, Part] = field(default_factory=dict)
    """By clause, the part in which it stands: the narrowest that holds it."""

    @property
    def dead(self) -> bool:
        """Whether nobody may act on it any more."""
        return self.state.dead

    def dead_at(self, place: str) -> State | None:
        """The state of a clause on which nobody may act, while the document is not dead."""
        part = self.places.get(place)
        return part.state if part and part.state.dead and not self.dead else None

    @property
    def since(self) -> PartialDate | None:
        """The day of the event; of what is not there yet, that for which it waits."""
        return self.event.on if self.event else self.issue

    @property
    def by(self) -> Document | None:
        return self.event.by if self.event else None

    @property
    def scope(self) -> str:
        return self.event.scope if self.event else ""


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


def validity(
    document: Document,
    incoming: Sequence[tuple[Document, Relation]],
    today: date,
    lists: Lists,
    documents: Mapping[str, Document],
) -> Validity:
    """Of one document, where what is stated about it is known already."""
    return on_day(document, events(document, incoming, documents), today, lists)


def on_day(document: Document, known: Sequence[Event], today: date, lists: Lists) -> Validity:
    """The state on that day; where an event may or may not have happened, whether it matters."""
    history = tuple(known)
    if document.awaited:
        return Validity(named(lists, State, Named.AWAITED), history=history)
    if document.issued and document.issued.reached(today) is False:
        state = named(lists, State, Named.NOT_ISSUED)
        return Validity(state, issue=document.issued, history=history)
    inside = nesting(document) if any(one.partial for one in known) else {}
    sure = [one for one in known if one.reached(today)]
    outcome = _Outcome(conditions(known, sure, inside), lists)
    ahead = [one for one in known if one.reached(today) is False]
    state, event = outcome.state()
    parts: tuple[Part, ...] = tuple(outcome.parts())
    also = [one for one in outcome.also() if one != state]
    doubt = _doubt(known, today, inside, lists, outcome)
    if doubt:
        state, event, also, parts = named(lists, State, Named.UNKNOWN), None, [], ()
    elif state.unknown and _is_over(document, today):
        state, event = named(lists, State, Named.PERIOD_OVER), None
    coming = ahead[0] if ahead and not state.dead and ahead[0] is not event else None
    corrected = [one.state for one in sure if one.type.effect is Effect.CORRECT and one.state]
    places = _places(outcome, parts, inside) if parts else {}
    besides = (*also, *corrected[-1:])
    return Validity(state, event, besides, coming, doubt, None, parts, history, places)


def _places(
    outcome: _Outcome, parts: Iterable[Part], inside: Mapping[str, frozenset[str]]
) -> dict[str, Part]:
    found = {one.region: one for one in parts}
    made = {}
    for id, around in inside.items():
        regions = [one for one in around if one in outcome.found]
        nearest = max(regions, key=lambda one: len(inside.get(one, "")), default="")
        if nearest in found:
            made[id] = found[nearest]
    return made


MOST = 8
"""So many events of unknown days are weighed against each other; nobody tells more of one year."""


def _doubt(
    known: Sequence[Event],
    today: date,
    above: Mapping[str, frozenset[str]],
    lists: Lists,
    outcome: _Outcome,
) -> Event | None:
    """The first event that may or may not have happened, where it makes a difference whether."""
    unsure = [one for one in known if one.reached(today) is None]
    told = outcome.phases()
    for chosen in range(1, 2 ** min(len(unsure), MOST)):
        perhaps = {id(one) for at, one in enumerate(unsure) if chosen >> at & 1}
        happened = [one for one in known if one.reached(today) or id(one) in perhaps]
        if _Outcome(conditions(known, happened, above), lists).phases() != told:
            return unsure[0]
    return None


def _is_over(document: Document, today: date) -> bool:
    """Whether the years it was made for are past."""
    period = document.period
    return bool(period and period.end and period.end < today.year)


class _Outcome:
    """What the conditions of all regions say of the document."""

    def __init__(self, found: Conditions, lists: Lists) -> None:
        self.found, self.rest, self.lists = found, found[""], lists
        self.others = {
            region: one for region, one in found.items() if one.phase is not self.rest.phase
        }
        self.worst = sorted(self.others.values(), key=_weight)

    def phases(self) -> dict[str, Phase]:
        return {"": self.rest.phase} | {id: one.phase for id, one in self.others.items()}

    def state(self) -> tuple[State, Event | None]:
        rest, holding = self.rest, any(one.phase is Phase.HOLDS for one in self.others.values())
        if rest.event and rest.phase in (Phase.ENDED, Phase.SUSPENDED):
            alive = holding or (rest.phase is Phase.ENDED and Phase.SUSPENDED in self._met)
            state = rest.event.type.in_part if alive else rest.event.type.state
            return state or rest.event.type.state or self._named(Named.UNKNOWN), rest.event
        if rest.phase is Phase.AHEAD and not holding:
            return self._named(Named.NOT_YET), rest.event
        for one in self.worst:
            if state := self._partly(one):
                return state, one.event
        if rest.event and rest.event.type.state:
            return rest.event.type.state, rest.event
        return self._named(Named.UNKNOWN), None

    @property
    def _met(self) -> set[Phase]:
        return {one.phase for one in self.others.values()}

    def _partly(self, one: Condition) -> State | None:
        """The state of the document because of a part of it."""
        if one.event is None:
            return None
        if one.phase is Phase.AHEAD and self.rest.phase is not Phase.HOLDS:
            return None
        return one.event.type.in_part or one.event.type.state

    def also(self) -> list[State]:
        """The states of other parts, each once."""
        found = (self._partly(one) for one in self.worst if one.phase <= Phase.SUSPENDED)
        return list(dict.fromkeys(one for one in found if one))

    def parts(self) -> Iterator[Part]:
        for region, one in self.others.items():
            if one.phase is not Phase.UNKNOWN:
                yield Part(region, self._of_part(one), one.event)

    def _of_part(self, one: Condition) -> State:
        """What a part has come to, told as of a whole."""
        if one.phase is Phase.AHEAD:
            return self._named(Named.NOT_YET)
        effect = one.event.type.effect if one.event else None
        effect = Effect.BEGIN if one.phase is Phase.HOLDS else effect
        state = whole_state(self.lists, effect) or (one.event.state if one.event else None)
        return state or self._named(Named.UNKNOWN)

    def _named(self, value: Named) -> State:
        return named(self.lists, State, value)


def whole_state(lists: Lists, effect: Effect | None) -> State | None:
    """What something comes to by an event of this effect, told as of a whole."""
    types = values(lists, EventType).values()
    return next((one.state for one in types if one.effect is effect and not one.partial), None)


def _weight(one: Condition) -> tuple[bool, int]:
    """What is ended or suspended before what is ahead; the later first, what has no day before."""
    on = one.event.on if one.event else None
    return one.phase > Phase.SUSPENDED, -(on.earliest if on else date.max).toordinal()
