"""The validity of a document on a day: what its events come to.

Comes in: a document, its events, the day. Goes out: the state, since when, by whom, what is coming.
The states are those of Luật Ban hành văn bản quy phạm pháp luật (còn, hết, ngưng hiệu lực, một phần
or toàn bộ), which Party documents follow in practice. Unknown is said, not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from portal.kinds.base import Option
from portal.kinds.document import Document, Relation
from portal.kinds.document import events as life
from portal.kinds.document.events import Event
from portal.text import PartialDate

HOLDS, NOT_YET, UNKNOWN = "con-hieu-luc", "chua-hieu-luc", "chua-ro"
AWAITED, NOT_ISSUED, WAS_CORRECTED = "cho-ban-hanh", "chua-ban-hanh", "duoc-dinh-chinh"
DEAD = (life.ENDED, life.SUSPENDED)
"""States in which nobody may act on the document."""


@dataclass(frozen=True, slots=True)
class Validity:
    """The state of a document on a day, and the event that brought it about."""

    state: Option
    event: Event | None = None
    also: tuple[Option, ...] = ()
    """What holds besides: suspended in part, corrected."""
    coming: Event | None = None
    """The next event, where it is known."""
    doubt: Event | None = None
    """The event that may or may not have happened: its day is known too roughly."""

    @property
    def dead(self) -> bool:
        return self.state.value in DEAD

    @property
    def since(self) -> PartialDate | None:
        return self.event.on if self.event else None

    @property
    def by(self) -> Document | None:
        return self.event.by if self.event else None

    @property
    def scope(self) -> str:
        return self.event.scope if self.event else ""


@dataclass(slots=True)
class _Course:
    """What the events up to a day have come to."""

    start: Event | None = None
    end: Event | None = None
    stop: Event | None = None
    ended: list[Event] = field(default_factory=list)
    stopped: list[Event] = field(default_factory=list)
    corrected: bool = False

    def take(self, event: Event) -> None:
        match event.type:
            case life.IN_FORCE:
                self.start, self.end = event, None
            case life.ENDED:
                self.end = event
            case life.SUSPENDED:
                self.stop = event
            case life.PARTLY_ENDED:
                self.ended.append(event)
            case life.PARTLY_SUSPENDED:
                self.stopped.append(event)
            case life.RESUMED:
                self._resume(event)
            case life.CORRECTED:
                self.corrected = True

    def _resume(self, event: Event) -> None:
        """Resumed as a whole, or only the part that is named."""
        self.start = self.start or event
        if not event.scope:
            self.stop, self.stopped = None, []
        elif self.stop:
            rest = Event(life.PARTLY_SUSPENDED, self.stop.on, self.stop.by)
            self.stop, self.stopped = None, [rest]
        else:
            self.stopped = [one for one in self.stopped if one.scope != event.scope]

    def states(self) -> list[tuple[str, Event | None]]:
        """The worst first; of two partial ones the later."""
        found: list[tuple[str, Event | None]] = []
        if self.end:
            return [(life.ENDED, self.end)]
        if self.stop:
            found.append((life.SUSPENDED, self.stop))
        parts = [*self.ended[-1:], *self.stopped[-1:]]
        parts.sort(key=lambda one: one.on.earliest if one.on else date.max, reverse=True)
        found += [(one.type, one) for one in parts]
        return found or ([(HOLDS, self.start)] if self.start else [])


def validity(
    document: Document,
    incoming: Sequence[tuple[Document, Relation]],
    today: date,
    labels: Mapping[str, Option],
    documents: Mapping[str, Document],
) -> Validity:
    """The state on that day; where an event may or may not have happened, whether it matters."""

    def label(state: str) -> Option:
        return labels.get(state) or Option(state, state)

    if document.awaited:
        return Validity(label(AWAITED))
    if document.issued and document.issued.reached(today) is False:
        return Validity(label(NOT_ISSUED), Event("", document.issued))
    known = life.events(document, incoming, documents)
    sure = [one for one in known if one.reached(today)]
    perhaps = [one for one in known if one.reached(today) is not False]
    ahead = [one for one in known if one.reached(today) is False]
    state, event, also, corrected = _outcome(sure, known)
    doubt = next((one for one in perhaps if one not in sure), None)
    if doubt and _outcome(perhaps, known)[0] != state:
        state, event, also = UNKNOWN, None, []
    else:
        doubt = None
    coming = ahead[0] if ahead and state not in DEAD and ahead[0] is not event else None
    besides = [*also, *([WAS_CORRECTED] if corrected else [])]
    return Validity(label(state), event, tuple(map(label, besides)), coming, doubt)


def _outcome(
    past: Iterable[Event], known: Iterable[Event]
) -> tuple[str, Event | None, list[str], bool]:
    """The state after these events, the event behind it, what holds besides, whether corrected."""
    course = _Course()
    for event in past:
        course.take(event)
    if states := course.states():
        (state, made_by), *rest = states
        return state, made_by, [name for name, _ in rest], course.corrected
    start = next((one for one in known if one.type == life.IN_FORCE), None)
    return (NOT_YET if start else UNKNOWN), start, [], course.corrected
