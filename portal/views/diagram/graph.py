"""Which documents a diagram shows, and what leads from one to another; bounded however many.

Comes in: the library and a document, or the library alone. Goes out: a `Graph`.
Refuses to know: where anything stands on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.kinds.document import Document
from portal.kinds.document.lists import Net, RelationType
from portal.library import Library

NEAR = 12
"""Neighbours of one step that a diagram shows; with those of two steps never more than SHOWN."""
SHOWN = 18
TRUNK = 60
"""Documents on the drawing of the whole programme."""
UNDATED, AWAITED = "Không rõ ngày", "Được giao ban hành"


Weight = tuple[int, int]
NETS = tuple(Net)
"""Lines by weight: what ends a document comes first, what only mentions it last."""


def weight(type: RelationType) -> Weight:
    """By its line, then by its place in the closed list."""
    return NETS.index(type.net), type.place


@dataclass(frozen=True, slots=True)
class Edge:
    """What the later document says of the earlier one; ids, and the relations by weight."""

    later: str
    earlier: str
    types: tuple[RelationType, ...]

    @property
    def weight(self) -> Weight:
        """That of its first relation: the weightier, the smaller."""
        return weight(self.types[0])

    @property
    def net(self) -> Net:
        """How its line is drawn; the closed list says it."""
        return self.types[0].net

    def other(self, id: str) -> str:
        return self.earlier if id == self.later else self.later


@dataclass(frozen=True, slots=True)
class Graph:
    """Documents in an order in which the earlier stand first, and the edges among them."""

    documents: tuple[Document, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0
    """Documents that belong here too, but for the room."""
    centre: Document | None = None


def edges_of(library: Library, document: Document) -> list[Edge]:
    """Both ends' statements, the weightiest first; several about one pair are one edge."""
    types: dict[tuple[str, str], dict[str, RelationType]] = {}
    for relation in document.relations:
        if relation.to.id != document.id and isinstance(library.get(relation.to), Document):
            pair = types.setdefault((document.id, relation.to.id), {})
            pair[relation.type.value] = relation.type
    for later, relation in library.relations_to(document):
        if later.id != document.id:
            pair = types.setdefault((later.id, document.id), {})
            pair[relation.type.value] = relation.type
    found = (
        Edge(later, earlier, tuple(sorted(told.values(), key=weight)))
        for (later, earlier), told in types.items()
    )
    return sorted(found, key=lambda edge: (edge.weight, edge.other(document.id)))


def around(library: Library, document: Document) -> Graph:
    """Two steps around a document: the nearest, and of these the weightiest relations first."""
    first = edges_of(library, document)
    near = list(dict.fromkeys(edge.other(document.id) for edge in first))
    kept = near[:NEAR]
    seen = {document.id, *near}
    far: dict[str, Weight] = {}
    for id in near:
        for edge in edges_of(library, _documents(library)[id]):
            other = edge.other(id)
            if other not in seen:
                far[other] = min(edge.weight, far.get(other, edge.weight))
    reached = {
        other
        for id in kept
        for edge in edges_of(library, _documents(library)[id])
        if (other := edge.other(id)) in far
    }
    further = sorted(reached, key=lambda id: (far[id], _newest_first(library, id)))
    shown = [document.id, *kept, *further[: SHOWN - len(kept)]]
    return _graph(library, shown, len(near) + len(far) + 1 - len(shown), document)


def whole(library: Library) -> Graph:
    """All related documents; of very many those with the most relations."""
    degrees = {
        id: count
        for id, document in _documents(library).items()
        if (count := len(edges_of(library, document)))
    }
    ranked = sorted(degrees, key=lambda id: (-degrees[id], _newest_first(library, id)))
    return _graph(library, ranked[:TRUNK], max(0, len(ranked) - TRUNK))


def _documents(library: Library) -> Mapping[str, Document]:
    return library.entries[Document.KIND]  # type: ignore[return-value]


def _newest_first(library: Library, id: str) -> tuple[int, str]:
    issued = _documents(library)[id].issued
    return (-issued.earliest.toordinal() if issued else 0, id)


def _graph(
    library: Library, ids: Sequence[str], left_out: int, centre: Document | None = None
) -> Graph:
    documents = _documents(library)
    wanted = set(ids)
    edges = dict.fromkeys(
        edge
        for id in sorted(ids)
        for edge in edges_of(library, documents[id])
        if edge.later in wanted and edge.earlier in wanted
    )
    order = _in_time(documents[id] for id in ids)
    return Graph(tuple(order), tuple(edges), left_out, centre)


def era(document: Document) -> str:
    """Under which heading it stands: its year; none is guessed."""
    if document.awaited:
        return AWAITED
    return f"Năm {document.issued.year}" if document.issued else UNDATED


def _in_time(documents: Iterable[Document]) -> list[Document]:
    """The earlier first; then those without a day, at last those that are still awaited."""

    def key(one: Document) -> tuple[bool, date, str]:
        dated = one.issued if not one.awaited else None
        return bool(one.awaited), dated.earliest if dated else date.max, one.id

    return sorted(documents, key=key)


def most_related(library: Library, graph: Graph, most: int) -> list[tuple[Document, int]]:
    """The drawn documents with the most relations, and how many each has."""
    counted = ((one, len(edges_of(library, one))) for one in graph.documents)
    return sorted(counted, key=lambda one: (-one[1], one[0].id))[:most]


def unrelated(library: Library) -> list[Document]:
    """Documents of which no relation to another is known."""
    return [one for one in library.of(Document) if not edges_of(library, one)]
