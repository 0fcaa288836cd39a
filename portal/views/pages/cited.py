"""Who speaks of a document, in which sentence: what stands under «Được nhắc tới ở».

Comes in: the page context of a document. Goes out: groups by kind; entries that only point here by
a field stand beside those whose words do, each entry once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.kinds import KINDS, Entry
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.library.mentions import Mention
from portal.text import sort_key
from portal.views.context import PageContext
from portal.views.parts import Folded, folded

TOLD_ELSEWHERE = (Document.KIND, Duty.KIND)
"""Kinds whose fields point to documents in sections of their own: relations, duties."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One sentence, where it stands, and which words of it speak of the document."""

    entry: str
    """The short name of the entry that holds it."""
    url: str
    place: str
    """The clause of the entry, where it has clauses."""
    html: Markup


@dataclass(frozen=True, slots=True)
class CitedIn:
    """An entry and its sentences, the first of them seen at once."""

    link: Markup
    first: tuple[Quotation, ...]
    others: tuple[Quotation, ...]
    more: int = 0
    """Places that are not quoted."""

    @property
    def further(self) -> int:
        """Places besides the first."""
        return len(self.others) + self.more


@dataclass(frozen=True, slots=True)
class CitedGroup:
    """The entries of one kind; the rest of many is folded."""

    label: str
    items: Folded[CitedIn]


QUOTED, ENTRIES_QUOTED, AT_ONCE = 4, 20, 5
"""So many sentences of one entry, and sentences of so many entries of a kind: the page of what
everything rests on must stay one that can be read."""


def cited_in(v: PageContext, document: Document) -> list[CitedGroup]:
    """By kind in the register's order; in a kind by name."""
    spoken: dict[tuple[str, str], list[Mention]] = {}
    for one in v.library.cited.get(document.id, ()):
        if not (isinstance(one.entry, Duty) and one.entry.clause.id == document.id):
            spoken.setdefault((one.entry.KIND, one.entry.id), []).append(one)
    entries = {key: ones[0].entry for key, ones in spoken.items()}
    for group in v.backlinks(document, without=TOLD_ELSEWHERE):
        entries |= {(entry.KIND, entry.id): entry for entry in group.items}
    made = []
    for kind in KINDS:
        mine = sorted(
            (entry for (name, _), entry in entries.items() if name == kind.name),
            key=lambda entry: sort_key(entry.name),
        )
        items = tuple(
            _item(v, entry, spoken.get((entry.KIND, entry.id), ()), place < ENTRIES_QUOTED)
            for place, entry in enumerate(mine)
        )
        if items:
            made.append(CitedGroup(kind.label, folded(items, AT_ONCE)))
    return made


def _item(v: PageContext, entry: Entry, spoken: Iterable[Mention], quoted: bool) -> CitedIn:
    found = quotations(v, spoken) if quoted else ()
    return CitedIn(v.a(entry), found[:1], found[1:QUOTED], len(found[QUOTED:]))


def quotations(v: PageContext, mentions: Iterable[Mention]) -> tuple[Quotation, ...]:
    """Every sentence once, those of the text before those of fields."""
    found: dict[str, Mention] = {}
    for one in sorted(mentions, key=lambda one: bool(one.where)):
        found.setdefault(one.sentence, one)
    return tuple(_quotations(v, found))


def _quotations(v: PageContext, mentions: Mapping[str, Mention]) -> Iterator[Quotation]:
    for sentence, one in mentions.items():
        link = Link(one.entry.KIND, one.entry.id, one.at)
        before, words, after = sentence.partition(one.words)
        html = Markup("{}<b>{}</b>{}").format(before, words, after) if words else escape(before)
        yield Quotation(v.brief(one.entry), v.url(link), v.place(link), html)
