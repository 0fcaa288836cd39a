"""All that happened to each clause of a document: events of its validity, changes of its words.

Comes in: a document with its validity on a day, the days on which its words changed. Goes out: by
clause, what happened, the earliest first. The page tells it at the clause, the open data as a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portal.dates import PartialDate
from portal.kinds.base import Link, Lists
from portal.kinds.document import Document
from portal.kinds.document.clauses import clause_name
from portal.kinds.document.course import Event
from portal.kinds.document.lists import Effect, EventType
from portal.kinds.document.outcome import Part, whole_state
from portal.kinds.document.validity import Validity
from portal.library.wording import Reworded
from portal.text import upper_first

_ENDING = (Effect.END, Effect.SUSPEND)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to a clause."""

    label: str
    """«Hết hiệu lực», «Lời đổi»: told as of the clause."""
    on: PartialDate | None
    event: Event | None = None
    """None where only its words changed."""
    by: Link | None = None

    @property
    def type(self) -> EventType | None:
        return self.event.type if self.event else None


def of_clauses(
    lists: Lists, document: Document, state: Validity, reworded: Mapping[str, Iterable[Reworded]]
) -> Iterator[tuple[str, Part | None, list[Change]]]:
    """In the order of the text, the clauses of which there is something to tell."""
    parts = {place: one for one in state.parts for place in _places(one)}
    for id in document.anchors():
        changes = list(_changes(lists, state, id, reworded.get(id, ())))
        if id in parts or id in reworded or len(changes) > 1:
            yield id, parts.get(id), changes


def _places(part: Part) -> tuple[str, ...]:
    """Where a part is marked: at its clause, or at those in which its words stand."""
    where = part.event.where if part.event else None
    return where.places if where and where.narrowed else (part.region,)


def _changes(
    lists: Lists, state: Validity, id: str, reworded: Iterable[Reworded]
) -> Iterator[Change]:
    """What was said of this clause itself, and what became of its words."""
    said = [one for one in state.history if id in (*one.where.places, *one.where.without)]
    told = [*(_event(lists, one, id) for one in said), *map(_reworded, reworded)]
    yield from sorted(told, key=lambda one: one.on.iso if one.on else "")


def _event(lists: Lists, one: Event, id: str) -> Change:
    ended = whole_state(lists, one.type.effect) if one.type.effect in _ENDING else None
    label = ended.label if ended else one.type.label
    if id in one.where.without:
        label = f"{label}: trừ {clause_name(id, id)}"
    return Change(label, one.on, one, one.by.link if one.by else None)


def _reworded(one: Reworded) -> Change:
    on = PartialDate.read(one.day) if one.day else None
    by = Link(Document.KIND, one.by) if one.by else None
    return Change(upper_first(one.how), on, by=by)
