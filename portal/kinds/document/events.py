"""What happens in the life of a document: told by itself, and by the later ones that end it.

Comes in: a document, the relations later documents state about it. Goes out: events in the order of
their days. Refuses to know: which day it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.dates import PartialDate
from portal.kinds.document import Document, Relation
from portal.kinds.document.clauses import clause_name
from portal.kinds.document.lists import Effect, EventType


@dataclass(frozen=True, slots=True)
class Event:
    """One event: what it is, its day, and who made it so."""

    type: EventType
    on: PartialDate | None = None
    by: Document | None = None
    scope: str = ""
    relation: Relation | None = None
    """How the later document says it."""
    assumed: bool = False
    """The day is that of the later document's issue: since when that one holds is not known."""

    def reached(self, today: date) -> bool | None:
        """Whether it has happened; None where its day is known too roughly to say. What is told
        without a day has happened."""
        return True if self.on is None else self.on.reached(today)

    @property
    def replaced(self) -> bool:
        return self.relation is not None and self.relation.type.replaces

    @property
    def begins(self) -> bool:
        return self.type.effect is Effect.BEGIN


def events(
    document: Document,
    incoming: Sequence[tuple[Document, Relation]],
    documents: Mapping[str, Document],
) -> list[Event]:
    """Its own dated events and those that follow from relations, the earliest first."""
    told = list(_told(document, incoming, documents))
    ended_by = {one.by.id for one in told if one.by and not one.begins}
    found = [*told, *(one for one in _following(incoming) if one.by and one.by.id not in ended_by)]
    return sorted(found, key=_place)


def _place(event: Event) -> tuple[date, bool]:
    """A beginning without a day stands before, anything else without a day after what has one."""
    undated = date.min if event.begins else date.max
    return (event.on.earliest if event.on else undated, not event.begins)


def _told(
    document: Document,
    incoming: Sequence[tuple[Document, Relation]],
    documents: Mapping[str, Document],
) -> Iterator[Event]:
    for status in document.statuses:
        by = documents.get(status.by.id) if status.by else None
        relation = next((how for later, how in incoming if by and later.id == by.id), None)
        yield Event(status.type, status.on, by, status.scope or "", relation)


def _following(incoming: Iterable[tuple[Document, Relation]]) -> Iterator[Event]:
    """What later documents do to this one, from the day on which they hold themselves."""
    for later, relation in incoming:
        whole = relation.type.causes
        if later.awaited or whole is None:
            continue
        on, assumed = _effect(later)
        if _ended_before(later, on):
            continue
        scope = clause_name(relation.to.anchor, relation.to.anchor)
        part = relation.type.causes_in_part or whole
        yield Event(part if scope else whole, on, later, scope, relation, assumed)


def _effect(document: Document) -> tuple[PartialDate | None, bool]:
    """Since when a document holds; else the day of its issue, and that this is only assumed."""
    begun = (one for one in document.statuses if one.type.effect is Effect.BEGIN)
    if days := [one.on for one in begun if one.on]:
        return min(days, key=lambda one: one.earliest), False
    return document.issued, True


def _ended_before(document: Document, effect: PartialDate | None) -> bool:
    """Whether it was ended before it ever held: then it never did anything to others."""
    return effect is not None and any(
        one.on is not None and one.on.latest <= effect.earliest
        for one in document.statuses
        if one.type.effect is Effect.END and not one.type.partial
    )
