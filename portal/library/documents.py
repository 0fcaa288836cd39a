"""What documents do to each other: which is in force, and which words of which hold.

Comes in: the documents, their relations and dated texts. Goes out: the validity of each, on the day
of the library or another, and when its words changed. Refuses to know: other kinds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.kinds.base import Link
from portal.kinds.document import Document, Version
from portal.kinds.document.events import Histories, incoming
from portal.kinds.document.parts import Relation
from portal.kinds.document.validity import Validity, on_day
from portal.library.entries import Entries
from portal.library.wording import Amendment, Reworded, reworded, with_amendments


@dataclass(frozen=True)
class Documents(Entries):
    """The entries, and what holds of the documents among them."""

    @cached_property
    def validity(self) -> dict[str, Validity]:
        """The validity of every document on this day."""
        return {one.id: self.validity_on(one, self.today) for one in self.of(Document)}

    def validity_on(self, document: Document, day: date) -> Validity:
        """The same of one document on any day."""
        return on_day(document, self._histories.of(document), day, self.lists)

    @cached_property
    def _histories(self) -> Histories:
        return Histories({one.id: one for one in self.of(Document)}, self._incoming)

    @cached_property
    def reworded(self) -> dict[str, Mapping[str, tuple[Reworded, ...]]]:
        """Of every document with dated texts or amendments, when the words of each clause
        changed."""
        amended = {id for id, ones in self._incoming.items() if any(map(_amends, ones))}
        return {
            id: with_amendments(
                one,
                reworded(one, self.versions_of(one), self.reworded_on(one)),
                self._amendments(one),
            )
            for id in sorted({*self._versions, *amended})
            if isinstance(one := self.get(Link(Document.KIND, id)), Document)
        }

    def _amendments(self, document: Document) -> Iterator[Amendment]:
        for later, relation in filter(_amends, self._incoming.get(document.id, ())):
            if not later.awaited:
                yield later, relation, self._held_since(later)

    def reworded_on(self, document: Document) -> str:
        """Since when the words of now hold: as long as the document that made them so; ISO, empty
        where nobody says."""
        last = self.versions_of(document)[-1:]
        by = self.get(last[0].changed_by) if last and last[0].changed_by else None
        return self._held_since(by) if isinstance(by, Document) else ""

    def _held_since(self, document: Document) -> str:
        """ISO, as far as it is known: the day of its issue where nobody says more."""
        history = self.validity[document.id].history
        on = next((one.on for one in history if one.begins and one.on), None) or document.issued
        return on.point if on else ""

    @cached_property
    def dead(self) -> frozenset[str]:
        """Documents on which nobody may act any more."""
        return frozenset(id for id, state in self.validity.items() if state.dead)

    @cached_property
    def partly_dead(self) -> frozenset[str]:
        """Documents of which some clauses are dead."""
        return frozenset(
            id
            for id, state in self.validity.items()
            if not state.dead and any(one.state.dead for one in state.parts)
        )

    def in_place_of(self, document: Document) -> Document | None:
        """The document that holds now in place of a replaced one, at the end of the chain."""
        met = {document.id}
        while (one := self.validity[document.id].event) and one.replaced and one.by:
            if one.by.id in met:
                break
            document = one.by
            met.add(document.id)
        return document if len(met) > 1 else None

    @cached_property
    def _incoming(self) -> dict[str, list[tuple[Document, Relation]]]:
        return incoming(self.of(Document))

    def relations_to(self, document: Document) -> list[tuple[Document, Relation]]:
        """(the later document, its relation) for every relation stated about this one."""
        return self._incoming.get(document.id, [])

    def versions_of(self, document: Document) -> tuple[Version, ...]:
        """The dated texts of a document, the oldest first."""
        return self._versions.get(document.id, ())

    @cached_property
    def _versions(self) -> dict[str, tuple[Version, ...]]:
        found: defaultdict[str, list[Version]] = defaultdict(list)
        for one in self.versions:
            if isinstance(one, Version):
                found[one.document].append(one)
        return {id: tuple(sorted(ones, key=_day)) for id, ones in found.items()}


def _amends(told: tuple[Document, Relation]) -> bool:
    """Whether it says which clause it words anew, which is no event of validity."""
    _, relation = told
    return relation.type.read_along and not relation.type.causes and bool(relation.to.anchor)


def _day(version: Version) -> date:
    return version.day or date.min
