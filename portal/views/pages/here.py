"""What the portal knows of each clause of a document: duties, chỉ tiêu, answers, cases.

Comes in: a document and the library. Goes out: for each place, entries by kind. What only gives the
clause as the source of some fact is left out; texts that rest on it are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from portal.kinds import BY_NAME, Entry
from portal.kinds.base import Link
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document
from portal.kinds.page import Page
from portal.library import Backlink, Library
from portal.library.links import is_source

INDICATOR = "chỉ tiêu"


@dataclass(frozen=True, slots=True)
class Known:
    """Things of one sort at one place: «2 việc», each with its title."""

    noun: str
    items: tuple[tuple[str, Link], ...]


def known_at(library: Library, document: Document) -> dict[str, list[Known]]:
    """By the id of the place; kinds in the order of the register."""
    found: defaultdict[str, dict[str, dict[Link, str]]] = defaultdict(dict)
    order = {kind: place for place, kind in enumerate(BY_NAME)}
    backs = sorted(library.pointing_to(document), key=lambda one: order[one.entry.KIND])
    for back in backs:
        for noun, link, title in _items(document, back):
            found[back.anchor].setdefault(noun, {})[link] = title
    return {
        anchor: [
            Known(noun, tuple((title, link) for link, title in items.items()))
            for noun, items in nouns.items()
        ]
        for anchor, nouns in found.items()
    }


def _items(document: Document, back: Backlink) -> Iterator[tuple[str, Link, str]]:
    entry = back.entry
    if not back.anchor or entry.KIND in (Document.KIND, Page.KIND):
        return
    if isinstance(entry, CriteriaSet):
        here = Link(document.KIND, document.id, back.anchor)
        for one in entry.indicators:
            if here == one.clause or here in one.sources:
                yield INDICATOR, Link(entry.KIND, entry.id, one.id), one.title
    elif BY_NAME[entry.KIND].text or not is_source(back.where):
        yield _noun(entry), entry.link, entry.name


def _noun(entry: Entry) -> str:
    return BY_NAME[entry.KIND].one
