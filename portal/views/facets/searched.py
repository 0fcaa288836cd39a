"""By what everything that is found is sorted apart: the shelves of the documents, and more.

Comes in: the facets of the documents. Goes out: every facet of the search with its name in
addresses, its label, the values of an entry and their order; and addresses of former days. Where a
facet of the search is one of the documents, name, label and values are declared there alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from portal.kinds import BY_NAME, KINDS
from portal.kinds.document import FACETS, Document
from portal.kinds.lists import Topic
from portal.kinds.lists import values as listed
from portal.kinds.school import School
from portal.library import Library
from portal.views.facets import ISSUER, TYPE, UNIT, VALIDITY, Facets
from portal.views.facets import TOPIC as CRITERIA
from portal.views.facets import YEAR as ISSUED


@dataclass(frozen=True, slots=True)
class Searched:
    """One facet of the search."""

    id: str
    """As programmes ask for it (`web/search/contract.js`)."""
    name: str
    """In the address of the page."""
    label: str
    listed: bool = False
    """Whether its values have an order of their own; else what most have stands first."""


def _shelf(id: str, name: str, *, listed: bool = False) -> Searched:
    return Searched(id, name, FACETS[name], listed)


KIND = Searched("kind", "loai-muc", "Loại mục")
YEAR = Searched("year", ISSUED, "Năm", listed=True)
"""Of documents the year of issue; everything else has a day too."""
SCHOOL = Searched("school", "truong", BY_NAME[School.KIND].label)
"""The schools that an entry names."""
TOPIC = "topic"
OF_ISSUER = _shelf("issuer", ISSUER)
SEARCHED = (
    KIND,
    _shelf("type", TYPE, listed=True),
    YEAR,
    OF_ISSUER,
    _shelf("validity", VALIDITY, listed=True),
    _shelf(TOPIC, CRITERIA, listed=True),
    SCHOOL,
    _shelf("unit", UNIT),
)
"""In the order they are shown."""


def values_of(facets: Facets, document: Document) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Id of the facet → the document's values as its row in the list has them, with labels."""
    found = facets.values(document)
    return {
        one.id: tuple((value.id, value.label) for value in found[one.name])
        for one in SEARCHED
        if one.name in found
    }


def orders(library: Library, facets: Facets) -> Mapping[str, tuple[str, ...]]:
    """Id of each facet with an order of its own → its values in the order of the shelves; years,
    which have no list, stand downwards."""
    shelved = {
        one.id: tuple(it.value.id for it in facets.counted.get(one.name, ()))
        for one in SEARCHED
        if one.listed
    }
    return shelved | {TOPIC: tuple(listed(library.lists, Topic)), YEAR.id: ()}


class Former(NamedTuple):
    """A value as addresses of former days have it, and what it is today."""

    name: str
    value: str
    id: str
    """Of the facet today."""
    now: str


def former(facets: Facets) -> Iterator[Former]:
    """`loai` meant the kind of what was found; `co-quan` a body by the words of the document."""
    types = {one.value.id for one in facets.counted[TYPE]}
    for kind in KINDS:
        if kind.name not in types:
            yield Former(TYPE, kind.name, KIND.id, kind.name)
    issuers = {one.value.id for one in facets.counted[ISSUER]}
    for told, value in sorted(facets.issuers.items()):
        if told not in issuers:
            yield Former(ISSUER, told, OF_ISSUER.id, value.id)
