"""The validity of a document on a day: what its events come to, as a whole and of each part.

Comes in: a document, its events, the day. Goes out: the state, since when, by whom, what is coming.
The states are those of Luật Ban hành văn bản quy phạm pháp luật (còn, hết, ngưng hiệu lực, một phần
or toàn bộ), which Party documents follow in practice. Unknown is said, not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from portal.dates import PartialDate
from portal.kinds.base import Lists
from portal.kinds.document import Document, Relation
from portal.kinds.document.course import Event
from portal.kinds.document.events import events
from portal.kinds.document.lists import Effect, Named, State
from portal.kinds.document.outcome import Outcome, Part
from portal.kinds.document.regions import conditions
from portal.kinds.document.scope import nesting
from portal.kinds.lists import named


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
    outcome = Outcome(conditions(known, sure, inside), lists)
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
    outcome: Outcome, parts: Iterable[Part], inside: Mapping[str, frozenset[str]]
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
    outcome: Outcome,
) -> Event | None:
    """The first event that may or may not have happened, where it makes a difference whether."""
    unsure = [one for one in known if one.reached(today) is None]
    told = outcome.phases()
    for chosen in range(1, 2 ** min(len(unsure), MOST)):
        perhaps = {id(one) for at, one in enumerate(unsure) if chosen >> at & 1}
        happened = [one for one in known if one.reached(today) or id(one) in perhaps]
        if Outcome(conditions(known, happened, above), lists).phases() != told:
            return unsure[0]
    return None


def _is_over(document: Document, today: date) -> bool:
    """Whether the years it was made for are past."""
    period = document.period
    return bool(period and period.end and period.end < today.year)
