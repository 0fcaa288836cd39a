"""By what documents are sorted apart: type, validity, year, issuer, tiêu chí, unit.

Comes in: the library. Goes out: the values of every document, and the values of each facet with
their counts. Refuses to know: pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from portal.addresses import segment
from portal.kinds.document import FACETS, Document
from portal.kinds.duty import Duty
from portal.library import Library
from portal.text import slug

TYPE, VALIDITY, YEAR, ISSUER, TOPIC, UNIT = FACETS
MOST = 60
"""Values of a facet that have a page of their own; the rarer ones share one."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: segment of an address, label, and the order among its like."""

    id: str
    label: str
    order: int = 0
    """None: by the number of documents."""
    last: bool = False
    """Stands behind all others: it says least."""


OTHERS = Value(segment("Khác"), "Khác", last=True)
UNDATED = Value("chua-ro", "Không rõ năm", last=True)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counted(Generic[T]):
    """A value and what has it, in the order it came in."""

    facet: str
    value: Value
    items: tuple[T, ...]

    @property
    def mark(self) -> str:
        """As rows and links name it."""
        return f"{self.facet}:{self.value.id}"


def counted(facet: str, pairs: Iterable[tuple[T, Iterable[Value]]]) -> list[Counted[T]]:
    """The values of a facet in order, each with all that has it."""
    found: dict[str, tuple[Value, list[T]]] = {}
    for one, values in pairs:
        for value in values:
            items = found.setdefault(value.id, (value, []))[1]
            if one not in items[-1:]:
                items.append(one)
    ordered = sorted(
        found.values(),
        key=lambda it: (it[0].last, it[0].order or -len(it[1]), it[0].label),
    )
    return [Counted(facet, value, tuple(items)) for value, items in ordered]


class Facets:
    """All facets of one library, found once for all pages. What is to be seen here is recorded by
    one key (`store/reads.py`), so no page gets at the library or at a document through it."""

    labels = FACETS

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def of(self) -> Mapping[str, Mapping[str, tuple[Value, ...]]]:
        """Facet → document → its values."""
        values: tuple[Callable[[Document], Iterable[Value]], ...] = (
            self._type,
            self._validity,
            self._year,
            self._issuer,
            self._topics,
            self._units,
        )
        return {
            facet: {one.id: tuple(of(one)) for one in self._library.of(Document)}
            for facet, of in zip(FACETS, values, strict=True)
        }

    @cached_property
    def counted(self) -> Mapping[str, tuple[Counted[str], ...]]:
        """Facet → its values in order, each with the ids of its documents; of very many values
        the rarest together."""
        return {facet: tuple(self._counted(facet)) for facet in FACETS}

    @cached_property
    def issuers(self) -> Mapping[str, Value]:
        """Slug of the words by which a document names its issuer → the value it has."""
        told = ((slug(one.issuer), one) for one in self._library.of(Document))
        return {words: self.values(one)[ISSUER][0] for words, one in told if words}

    def marks(self, document: Document) -> list[str]:
        """What a row carries: `loai:quy-dinh`, `nam:2021`, …"""
        found = self.values(document)
        return [f"{facet}:{value.id}" for facet, values in found.items() for value in values]

    def values(self, document: Document) -> Mapping[str, tuple[Value, ...]]:
        """Facet → its values as they are filtered by, in lists and in the search alike."""
        return {facet: self._shown(facet, document) for facet in FACETS}

    def _shown(self, facet: str, document: Document) -> tuple[Value, ...]:
        kept = self._kept[facet]
        values = self.of[facet][document.id]
        return tuple(dict.fromkeys(kept.get(one.id, OTHERS) for one in values))

    @cached_property
    def _kept(self) -> Mapping[str, Mapping[str, Value]]:
        """Facet → the values that have a page of their own, each as it is told first."""
        kept = {}
        for facet in FACETS:
            all = [one for values in self.of[facet].values() for one in values]
            first, counts = {one.id: one for one in reversed(all)}, Counter(one.id for one in all)
            most = sorted(counts, key=lambda id: (-counts[id], id))
            own = most if len(most) <= MOST else most[: MOST - 1]
            kept[facet] = {id: first[id] for id in own}
        return kept

    def _counted(self, facet: str) -> list[Counted[str]]:
        documents = self._library.of(Document)
        return counted(facet, ((one.id, self._shown(facet, one)) for one in documents))

    def _type(self, document: Document) -> Iterator[Value]:
        type = document.type
        yield Value(type.value, type.label, type.place + 1, type.no_name)

    def _validity(self, document: Document) -> Iterator[Value]:
        state = self._library.validity[document.id].state
        yield Value(state.value, state.label, state.place + 1, state.unknown)

    def _year(self, document: Document) -> Iterator[Value]:
        if document.issued:
            year = document.issued.year
            yield Value(str(year), str(year), -year)
        else:
            yield UNDATED

    def _issuer(self, document: Document) -> Iterator[Value]:
        """The unit of today where the document's file names one, else as the document has it."""
        unit = self._library.get(document.issuer_unit) if document.issuer_unit else None
        if unit:
            yield Value(unit.id, unit.name)
        else:
            id = segment(document.issuer, 60)
            yield Value(id or OTHERS.id, document.issuer, last=not id)

    def _topics(self, document: Document) -> Iterator[Value]:
        for topic in document.topics:
            yield Value(topic.value, topic.label, topic.place + 1)

    def _units(self, document: Document) -> Iterator[Value]:
        """To whom it gives duties: what a reader asks for his own unit."""
        for link in self._assigned.get(document.id, {}):
            yield Value(link, self._assigned[document.id][link])

    @cached_property
    def _assigned(self) -> Mapping[str, Mapping[str, str]]:
        """Document → the units its clauses name, with their names."""
        found: dict[str, dict[str, str]] = {}
        for duty in self._library.of(Duty):
            named = (*duty.lead, *([duty.lead_by_default] if duty.lead_by_default else ()))
            for link in (*named, *duty.cooperating):
                if unit := self._library.get(link):
                    found.setdefault(duty.clause.id, {})[unit.id] = unit.name
        return found
