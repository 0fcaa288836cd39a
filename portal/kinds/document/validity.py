"""The validity of a document on a day: what its events come to.

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
from portal.kinds.document.events import Event, events
from portal.kinds.document.lists import Effect, EventType, Happening, Named, State
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

    @property
    def dead(self) -> bool:
        """Whether nobody may act on it any more."""
        return self.state.dead

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


@dataclass(slots=True)
class _Course:
    """What the events up to a day have come to."""

    rest: EventType
    """What is left of a suspension that was lifted in part."""
    start: Event | None = None
    end: Event | None = None
    stop: Event | None = None
    ended: list[Event] = field(default_factory=list)
    stopped: list[Event] = field(default_factory=list)
    corrected: State | None = None

    def take(self, event: Event) -> None:
        match event.type.effect, event.type.partial:
            case Effect.BEGIN, _:
                self.start, self.end = event, None
            case Effect.END, True:
                self.ended.append(event)
            case Effect.END, _:
                self.end = event
            case Effect.SUSPEND, True:
                self.stopped.append(event)
            case Effect.SUSPEND, _:
                self.stop = event
            case Effect.RESUME, _:
                self._resume(event)
            case Effect.CORRECT, _:
                self.corrected = event.type.state

    def _resume(self, event: Event) -> None:
        """Resumed as a whole, or only the part that is named."""
        self.start = self.start or event
        if not event.scope:
            self.stop, self.stopped = None, []
        elif self.stop:
            rest = Event(self.rest, self.stop.on, self.stop.by)
            self.stop, self.stopped = None, [rest]
        else:
            self.stopped = [one for one in self.stopped if one.scope != event.scope]

    def weightiest(self) -> list[Event]:
        """The events behind the state, the worst first; of two partial ones the later."""
        if self.end:
            return [self.end]
        parts = [*self.ended[-1:], *self.stopped[-1:]]
        parts.sort(key=lambda one: one.on.earliest if one.on else date.max, reverse=True)
        found = [self.stop, *parts] if self.stop else parts
        return found or ([self.start] if self.start else [])


def validity(
    document: Document,
    incoming: Sequence[tuple[Document, Relation]],
    today: date,
    lists: Lists,
    documents: Mapping[str, Document],
) -> Validity:
    """The state on that day; where an event may or may not have happened, whether it matters."""
    if document.awaited:
        return Validity(named(lists, State, Named.AWAITED))
    if document.issued and document.issued.reached(today) is False:
        return Validity(named(lists, State, Named.NOT_ISSUED), issue=document.issued)
    known = events(document, incoming, documents)
    sure = [one for one in known if one.reached(today)]
    perhaps = [one for one in known if one.reached(today) is not False]
    ahead = [one for one in known if one.reached(today) is False]
    state, event, also, corrected = _outcome(sure, known, lists)
    doubt = next((one for one in perhaps if one not in sure), None)
    if doubt and _outcome(perhaps, known, lists)[0] != state:
        state, event, also = named(lists, State, Named.UNKNOWN), None, []
    else:
        doubt = None
        if state.unknown and _is_over(document, today):
            state, event = named(lists, State, Named.PERIOD_OVER), None
    coming = ahead[0] if ahead and not state.dead and ahead[0] is not event else None
    besides = [*also, *([corrected] if corrected else [])]
    return Validity(state, event, tuple(besides), coming, doubt)


def _is_over(document: Document, today: date) -> bool:
    """Whether the years it was made for are past."""
    period = document.period
    return bool(period and period.end and period.end < today.year)


def _outcome(
    past: Iterable[Event], known: Iterable[Event], lists: Lists
) -> tuple[State, Event | None, list[State], State | None]:
    """The state after these events, the event behind it, what holds besides, the correction."""
    course = _Course(named(lists, EventType, Happening.PARTLY_SUSPENDED))
    for event in past:
        course.take(event)
    told = [(one.type.state, one) for one in course.weightiest() if one.type.state]
    if told:
        (state, made_by), *rest = told
        return state, made_by, [one for one, _ in rest if one], course.corrected
    start = next((one for one in known if one.begins), None)
    ahead = named(lists, State, Named.NOT_YET if start else Named.UNKNOWN)
    return ahead, start, [], course.corrected
