"""One event in the life of a document, and what the events of one part of it come to.

Comes in: events, one by one in their order. Goes out: which of them began, ended or stopped it.
Refuses to know: where events are found, and in which order they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portal.dates import PartialDate
from portal.kinds.document import Document, Relation
from portal.kinds.document.lists import Effect, EventType, State
from portal.kinds.document.scope import WHOLE, Scope


@dataclass(frozen=True, slots=True)
class Event:
    """One event: what it is, its day, and who made it so."""

    type: EventType
    on: PartialDate | None = None
    by: Document | None = None
    where: Scope = WHOLE
    relation: Relation | None = None
    """How the later document says it."""
    assumed: bool = False
    """The day is that of the later document's issue: since when that one holds is not known."""

    def reached(self, today: date) -> bool | None:
        """Whether it has happened; None where its day is known too roughly to say. What is told
        without a day has happened."""
        return True if self.on is None else self.on.reached(today)

    @property
    def scope(self) -> str:
        """Of what it is, in words; empty where it is the whole document."""
        return self.where.told

    @property
    def partial(self) -> bool:
        return self.where != WHOLE

    @property
    def state(self) -> State | None:
        """What the document comes to by it: whole, or in part."""
        return (self.type.in_part if self.partial else None) or self.type.state

    @property
    def label(self) -> str:
        """What happened to the document, in a word or two: whole, or in part."""
        part = self.type.in_part if self.partial else None
        return part.label if part else self.type.label

    @property
    def replaced(self) -> bool:
        return self.relation is not None and self.relation.type.replaces

    @property
    def begins(self) -> bool:
        return self.type.effect is Effect.BEGIN


class Course:
    """What the events of one region come to, taken one by one in their order."""

    def __init__(
        self, region: str, known: Iterable[Event], above: Mapping[str, frozenset[str]]
    ) -> None:
        """`known`: all events, those to come too: what begins later by a word of its own does not
        begin with the rest."""
        self.region, self.above = region, above
        covering = [one for one in known if one.where.covers(region, above)]
        begins = [one.where for one in covering if one.begins]
        self.starts = bool(begins)
        self._own = max((one.depth(region, above) for one in begins), default=0)
        self._begun: set[Scope] = set()
        self._delays = 0
        self.start: Event | None = None
        self.end: Event | None = None
        self.stop: Event | None = None
        self.is_first = True
        """Whether it was neither suspended nor ended before."""

    @property
    def holds(self) -> bool:
        return self.start is not None and self.end is None and self.stop is None

    def next_start(self, known: Iterable[Event]) -> Event | None:
        """The beginning it waits for."""
        return next((one for one in known if one.begins and self._is_own(one)), None)

    def _is_own(self, event: Event) -> bool:
        covers = event.where.covers(self.region, self.above)
        return covers and event.where.depth(self.region, self.above) == self._own

    def take(self, event: Event) -> None:
        if not event.where.covers(self.region, self.above):
            return
        match event.type.effect:
            case Effect.BEGIN:
                self._begin(event)
            case Effect.END if self._delays and event.by is None:
                self._delays -= 1
            case Effect.END:
                self.end, self.is_first = self.end or event, False
            case Effect.SUSPEND:
                self.stop, self.is_first = self.stop or event, False
            case Effect.RESUME:
                self.stop = None
                self.start = self.start or (None if self.starts else event)
            case Effect.EXTEND if self.end:
                self._revive(event)
            case Effect.EXTEND:
                self._delays += 1

    def _begin(self, event: Event) -> None:
        """The first beginning of what was ended before is none; a second one takes it up again."""
        if self.end is None:
            self._begun.add(event.where)
            if self._is_own(event):
                self.start = self.start or event
        elif event.where in self._begun:
            self._revive(event)

    def _revive(self, event: Event) -> None:
        self.start, self.end, self.stop = event, None, None
