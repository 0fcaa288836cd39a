"""The neighbours of a document: its own relations and those that later documents state about it.

Comes in: a document and the library. Goes out: groups by relation, own ones first.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.kinds.base import Link
from portal.kinds.document import Document, Relation
from portal.library import Library
from portal.text import slug


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The other document of a relation; `stated_in` is the one that says it, `at` the place."""

    document: Document
    relation: Relation
    stated_in: Document
    at: Link


@dataclass(frozen=True, slots=True)
class Neighbours:
    label: str
    items: tuple[Neighbour, ...]

    @property
    def id(self) -> str:
        """Where its documents stand on the page."""
        return f"quan-he-{slug(self.label)}"


def neighbours(library: Library, document: Document) -> list[Neighbours]:
    """Relations seen from this document, stated once and shown from both ends."""
    groups: dict[str, list[Neighbour]] = {}
    for relation in document.relations:
        other = library.get(relation.to)
        if isinstance(other, Document):
            at = Link(document.KIND, document.id, relation.at or "")
            groups.setdefault(relation.type.label, []).append(
                Neighbour(other, relation, document, at)
            )
    for later, relation in library.relations_to(document):
        label = relation.type.inverse
        at = Link(later.KIND, later.id, relation.at or "")
        groups.setdefault(label, []).append(Neighbour(later, relation, later, at))
    return [Neighbours(label, tuple(items)) for label, items in groups.items()]


def newer(library: Library, document: Document) -> list[Document]:
    """Later documents on the same subject, whether or not they say that they replace this one."""
    return [later for later, relation in library.relations_to(document) if relation.type.newer]


def amending(library: Library, document: Document) -> list[Document]:
    """Later documents without which this one is not read aright."""
    found = (one for one, relation in library.relations_to(document) if relation.type.read_along)
    return [one for one in found if not one.awaited]
