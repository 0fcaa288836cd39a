"""What happens in the life of a document: told by itself, and by the later ones that end it.

Comes in: a document, the relations later documents state about it. Goes out: events in the order of
their days. Refuses to know: which day it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.kinds.document import Document, Relation
from portal.kinds.document.clauses import clause_name
from portal.text import PartialDate

IN_FORCE, ENDED, PARTLY_ENDED = "co-hieu-luc", "het-toan-bo", "het-mot-phan"
SUSPENDED, PARTLY_SUSPENDED, RESUMED = "ngung-toan-bo", "ngung-mot-phan", "thoi-ngung"
CORRECTED = "dinh-chinh"
REPLACES = "thay-the"
ENDING = (REPLACES, "bai-bo", "cham-dut-thuc-hien")
"""Relations by which the later document ends the other."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event: a value of the closed list `su-kien-hieu-luc`, its day, and who made it so."""

    type: str
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
        return self.relation is not None and self.relation.type.value == REPLACES


def events(
    document: Document,
    incoming: Sequence[tuple[Document, Relation]],
    documents: Mapping[str, Document],
) -> list[Event]:
    """Its own dated events and those that follow from relations, the earliest first."""
    told = list(_told(document, incoming, documents))
    ended_by = {one.by.id for one in told if one.by and one.type != IN_FORCE}
    found = [*told, *(one for one in _following(incoming) if one.by and one.by.id not in ended_by)]
    return sorted(found, key=_place)


def _place(event: Event) -> tuple[date, bool]:
    """A beginning without a day stands before, anything else without a day after what has one."""
    begins = event.type == IN_FORCE
    return (event.on.earliest if event.on else date.min if begins else date.max, not begins)


def _told(
    document: Document,
    incoming: Sequence[tuple[Document, Relation]],
    documents: Mapping[str, Document],
) -> Iterator[Event]:
    for status in document.statuses:
        by = documents.get(status.by.id) if status.by else None
        relation = next((how for later, how in incoming if by and later.id == by.id), None)
        yield Event(status.type.value, status.on, by, status.scope or "", relation)


def _following(incoming: Iterable[tuple[Document, Relation]]) -> Iterator[Event]:
    """What later documents do to this one, from the day on which they hold themselves."""
    for later, relation in incoming:
        if later.awaited or relation.type.value not in (*ENDING, CORRECTED):
            continue
        on, assumed = _effect(later)
        if _ended_before(later, on):
            continue
        scope = clause_name(relation.to.anchor, relation.to.anchor)
        type = PARTLY_ENDED if scope else ENDED
        if relation.type.value == CORRECTED:
            type = CORRECTED
        yield Event(type, on, later, scope, relation, assumed)


def _effect(document: Document) -> tuple[PartialDate | None, bool]:
    """Since when a document holds; else the day of its issue, and that this is only assumed."""
    days = [one.on for one in document.statuses if one.type.value == IN_FORCE and one.on]
    if days:
        return min(days, key=lambda one: one.earliest), False
    return document.issued, True


def _ended_before(document: Document, effect: PartialDate | None) -> bool:
    """Whether it was ended before it ever held: then it never did anything to others."""
    return effect is not None and any(
        one.type.value == ENDED and one.on is not None and one.on.latest <= effect.earliest
        for one in document.statuses
    )
