"""What happens in the life of a document: told by itself, and by the later ones that end it.

Comes in: documents, and what later ones state about them. Goes out: events in the order of their
days. What a later document does, it does from the day on which its own clause that says so holds:
so the life of each is found by those of others. Refuses to know: which day it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from portal.dates import PartialDate
from portal.kinds.document import Document, Relation, Status
from portal.kinds.document.course import Course, Event
from portal.kinds.document.lists import Effect, EventType
from portal.kinds.document.scope import nesting, of_place, places_of, read

_SAME_DAY = (Effect.END, Effect.BEGIN)
"""Of one day the end comes first: a first beginning does not undo it, a second one does."""


class Histories:
    """The lives of all documents; each is found when it is asked for."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        stated: Mapping[str, Sequence[tuple[Document, Relation]]] | None = None,
    ) -> None:
        """`stated`: what later documents state, where that is known."""
        self.documents = documents
        self.stated = incoming(documents.values()) if stated is None else stated
        self._found: dict[str, tuple[Event, ...]] = {}

    def of(self, document: Document) -> tuple[Event, ...]:
        """Its own events and those that follow from relations, the earliest first; of documents
        that end each other in a circle (a fault, told elsewhere) one has only its own."""
        if document.id not in self._found:
            for one in self._latest_first(document):
                self._found[one.id] = self._life(one)
        return self._found[document.id]

    def _latest_first(self, document: Document) -> Iterator[Document]:
        """Those that end it, those that end these, and so on; the document itself last."""
        waiting, met = [(document, False)], {document.id}
        while waiting:
            one, ready = waiting.pop()
            if ready:
                yield one
                continue
            waiting.append((one, True))
            for later, relation in self.stated.get(one.id, ()):
                if relation.type.causes and later.id not in met and later.id not in self._found:
                    met.add(later.id)
                    waiting.append((later, False))

    def _life(self, document: Document) -> tuple[Event, ...]:
        own = list(self._told(document))
        following = (one for one in self._following(document) if not _is_told(one, own))
        return _in_order([*own, *following])

    def _told(self, document: Document) -> Iterator[Event]:
        stated = self.stated.get(document.id, ())
        for status in document.statuses:
            by = self.documents.get(status.by.id) if status.by else None
            relation = next((how for later, how in stated if by and later.id == by.id), None)
            where = read(document, status.scope, status.type.partial)
            yield Event(status.type, status.on, by, where, relation)

    def _following(self, document: Document) -> Iterator[Event]:
        """What later documents do to this one, from the day on which they hold themselves."""
        for later, relation in self.stated.get(document.id, ()):
            whole = relation.type.causes
            if later.awaited or whole is None or later.id == document.id:
                continue
            since = self._since(later, relation.at or "")
            if since is not None:
                where = of_place(document, relation.to.anchor)
                part = relation.type.causes_in_part or whole
                yield Event(
                    part if where.places else whole, since[0], later, where, relation, since[1]
                )

    def _since(self, later: Document, at: str) -> tuple[PartialDate | None, bool] | None:
        """Since when a place of a later document holds; where nobody says, the day of its issue,
        and that this is only assumed. None where it never held."""
        events = self._found.get(later.id) or _in_order(self._told(later))
        region = of_place(later, at).regions[0] if at in places_of(later) else ""
        inside = nesting(later) if region else {}
        if not Course(region, events, inside).starts:
            events = _in_order([Event(_BEGUN, later.issued), *events])
        course = Course(region, events, inside)
        for _, same_day in groupby(events, key=_day):
            for one in same_day:
                course.take(one)
                last = one.on
            if course.holds and course.start:
                on = course.start.on if course.is_first else last
                unsaid = course.start.type is _BEGUN or course.start.on is None
                return (later.issued, True) if unsaid and course.is_first else (on, False)
        return None


_BEGUN = EventType(value="", label="", effect=Effect.BEGIN, state=None)
"""Stands for the beginning that nobody tells."""


def by_day(statuses: Iterable[Status]) -> tuple[Status, ...]:
    """What a document tells of its life, the earliest first, in whatever order it was written."""
    return tuple(sorted(statuses, key=lambda one: _place(Event(one.type, one.on))))


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=_place))


def _place(event: Event) -> tuple[date, int, bool]:
    effect = event.type.effect
    order = _SAME_DAY.index(effect) if effect in _SAME_DAY else len(_SAME_DAY)
    return (_day(event), order, effect is Effect.END and not event.replaced)


def _day(event: Event) -> date:
    """A beginning without a day stands before, anything else without a day after what has one. Of
    a day known only in part the last counts for what ends something, else the first."""
    if event.on is None:
        return date.min if event.begins else date.max
    late = event.type.effect in (Effect.END, Effect.RESUME)
    return event.on.latest if late else event.on.earliest


def _is_told(following: Event, own: Iterable[Event]) -> bool:
    """Whether the document itself tells what a later one does to it, or to that part of it."""
    return any(
        one.by is following.by
        and one.type.effect is following.type.effect
        and (
            one.where.whole
            or one.where.narrowed
            or set(following.where.places) & {*one.where.places}
        )
        for one in own
    )


def incoming(documents: Iterable[Document]) -> dict[str, list[tuple[Document, Relation]]]:
    """What later documents state, by the one it is stated about."""
    found: defaultdict[str, list[tuple[Document, Relation]]] = defaultdict(list)
    for one in documents:
        for relation in one.relations:
            found[relation.to.id].append((one, relation))
    return dict(found)


def events(
    document: Document,
    stated: Sequence[tuple[Document, Relation]],
    documents: Mapping[str, Document],
) -> list[Event]:
    """Those of one document, where what is stated about it is known already."""
    known = {**incoming(documents.values()), document.id: stated}
    return list(Histories(documents, known).of(document))
