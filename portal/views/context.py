"""What a view may ask for: names, values, standings and sources, and who points here.

Comes in: the library and the page's own address. Goes out: ready strings and small records.
Decides nothing that the library has not decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from portal.dates import day
from portal.kinds import BY_NAME, KINDS, Entry
from portal.kinds.base import Link, Option, Sourced, fields_of
from portal.kinds.document import Document
from portal.kinds.reference import Reference
from portal.kinds.walk import values
from portal.library import Library, Standing
from portal.problem import Problem
from portal.text import sort_key
from portal.views.facets import Facets
from portal.views.facets.exemplars import ExemplarFacets
from portal.views.facets.indicators import IndicatorFacets
from portal.views.html.clauses import marked
from portal.views.html.folded import folded
from portal.views.html.markdown import Converter
from portal.views.pages.here import Known, known_at
from portal.views.shown import Shown
from portal.views.store.reads import EXEMPLARS, FACETS, INDICATORS, Key, Watched

NOTED = 'class="here"'
"""What stands on every word of the portal beside a clause."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a reader sees it; `id` is its place in the page's list."""

    id: str
    label: str
    url: str
    rank: str
    tone: str
    read_on: str = ""
    note: str = ""
    address: str = ""
    """Where it stands in the world, for paper."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all pages of a build share besides the library."""

    facets: Facets
    indicators: IndicatorFacets
    exemplars: ExemplarFacets
    panel: Callable[[str, str], Markup]
    """The panel of facets, by the address it is seen from and the mark of the place."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one label."""

    label: str
    items: tuple[Any, ...]


class PageContext(Shown):
    """One page in the making."""

    def __init__(
        self,
        library: Library,
        converter: Converter,
        url: str,
        shared: Shared,
        problems: Iterable[Problem] = (),
        host: str = "",
    ) -> None:
        super().__init__(library, converter, url, problems, host)
        self._shared = shared

    @property
    def facets(self) -> Facets:
        self.saw(FACETS)
        return self._shared.facets

    @property
    def indicators(self) -> IndicatorFacets:
        self.saw(INDICATORS)
        return self._shared.indicators

    @property
    def exemplars(self) -> ExemplarFacets:
        self.saw(EXEMPLARS)
        return self._shared.exemplars

    def panel(self, mark: str) -> Markup:
        """The panel of facets as seen from here, which says where one is."""
        self.saw(FACETS)
        return self._shared.panel(self.page_url, mark)

    def saw(self, shared: Key) -> None:
        """The page looks at something that all pages share: recorded here and nowhere else."""
        if isinstance(self.library, Watched):
            self.library.read.add(shared)

    numbers: Mapping[Link, int] = MappingProxyType({})
    """Number of each source of this page; statements refer to them."""

    def standing(self, item: Sourced, entry: Entry) -> Standing:
        return self.library.standing(item, entry)

    def cited(self, links: Iterable[Link]) -> list[Cited]:
        """Sources as readers see them; those that are not published are left out."""
        found = []
        for link in links:
            entry, rank = self.library.get(link), self.library.rank(link)
            if entry is None or rank is None:
                continue
            found.append(
                Cited(
                    id=f"nguon-{self.numbers[link]}" if link in self.numbers else "",
                    label=entry.name if isinstance(entry, Reference) else self._quoted(link),
                    url=self.url(link),
                    rank=rank.brief,
                    tone=rank.tone,
                    **(_read(entry) if isinstance(entry, Reference) else {}),
                )
            )
        return found

    def _quoted(self, link: Link) -> str:
        place = self.place(link)
        return self.short(link) + (f", {place}" if place else "")

    def number_sources(self, links: Iterable[Link]) -> None:
        """Fix the order in which this page lists its sources; statements refer to the numbers."""
        known = (link for link in dict.fromkeys(links) if self.library.rank(link))
        self.numbers = {link: place for place, link in enumerate(known, 1)}

    def refs(self, links: Iterable[Link]) -> list[Cited]:
        """Sources in the order of their numbers: for the marks behind a statement."""
        return self.cited(sorted(links, key=lambda link: self.numbers.get(link, len(self.numbers))))

    def numbered(self) -> list[Cited]:
        """The page's sources in the order of their numbers."""
        return self.cited(self.numbers)

    def clauses(
        self, document: Document, states: Mapping[str, Markup] = MappingProxyType({})
    ) -> Markup:
        """The body of a document, a mark at every clause and beside it what is known of it, below
        its state where that is not the state of the rest."""
        known = {id: self._here(found) for id, found in known_at(self.library, document).items()}
        for id, state in states.items():
            known[id] = state + known.get(id, "")
        return self.legal_text(document.body, document.moved_clauses, known)

    def legal_text(
        self, body: str, moved: Mapping[str, str], known: Mapping[str, Markup]
    ) -> Markup:
        """Text with a mark at every clause, what is known of it beside, and folded where long."""
        return folded(marked(self.md(body, places=True), moved, known))

    def _here(self, found: Iterable[Known]) -> Markup:
        """«Ở đây: 2 nhiệm vụ, 1 câu hỏi», to unfold; not found as the document's own words."""
        told = ", ".join(f"{len(one.items)} {one.noun}" for one in found)
        items = Markup("").join(
            Markup('<li><a href="{}">{}</a> <span class="meta">{}</span></li>').format(
                self.url(link), title, one.noun
            )
            for one in found
            for title, link in one.items
        )
        return Markup(
            f"<div data-search-exclude {NOTED}>"
            '<details class="more"><summary>Ở đây: {}'
            '</summary><ul class="plain">{}</ul></details></div>'
        ).format(told, items)

    def backlinks(self, entry: Entry, without: Iterable[str] = ()) -> list[Group]:
        """Entries that point here, by kind in the register's order; relations are told apart
        elsewhere."""
        by_kind: dict[str, dict[str, Entry]] = {}
        for back in self.library.related_to(entry):
            by_kind.setdefault(back.entry.KIND, {}).setdefault(back.entry.id, back.entry)
        left_out = set(without)
        return [
            Group(
                kind.label,
                tuple(sorted(by_kind[kind.name].values(), key=lambda one: sort_key(one.name))),
            )
            for kind in KINDS
            if kind.name in by_kind and kind.name not in left_out
        ]

    def pointing(self, entry: Entry, kind: str) -> list[Group]:
        """Entries of one kind that point here, grouped by the field that does: «Chủ trì», «Phối
        hợp»."""
        labels = {one.key: one.label for one in fields_of(BY_NAME[kind].model)}
        groups: dict[str, dict[str, Entry]] = {}
        for back in self.library.related_to(entry):
            if kind == back.entry.KIND:
                label = labels.get(back.where.partition("[")[0].partition(".")[0], "Nhắc tới")
                groups.setdefault(label, {})[back.entry.id] = back.entry
        order = [label for label in labels.values() if label in groups] + [
            one for one in groups if one == "Nhắc tới"
        ]
        places = self.library.places
        return [
            Group(
                label,
                tuple(sorted(groups[label].values(), key=lambda one: places[one.KIND, one.id])),
            )
            for label in order
        ]

    def count(self, entry: Entry, kind: str) -> int:
        """How many entries of a kind point here."""
        return len(
            {back.entry.id for back in self.library.related_to(entry) if kind == back.entry.KIND}
        )

    def backlinks_to(self, entry: Entry, anchor: str, topic: Option | None = None) -> list[Group]:
        """Entries that point to one place inside an entry, and those of the same lĩnh vực."""
        by_kind: dict[str, dict[str, Entry]] = {}
        for back in self.library.pointing_to(entry):
            if back.anchor == anchor:
                by_kind.setdefault(back.entry.KIND, {})[back.entry.id] = back.entry
        for one in self.library.about(topic) if topic else ():
            if one.link != entry.link:
                by_kind.setdefault(one.KIND, {})[one.id] = one
        return [
            Group(
                kind.label,
                tuple(sorted(by_kind[kind.name].values(), key=lambda one: sort_key(one.name))),
            )
            for kind in KINDS
            if kind.name in by_kind
        ]


def _read(reference: Reference) -> dict[str, str]:
    read_on = day(reference.read_on) if reference.read_on else ""
    return {"read_on": read_on, "note": reference.extent or "", "address": reference.url or ""}


def sources_of(entry: Entry) -> Iterable[Link]:
    """Every source the entry rests on, its own first."""
    yield from entry.sources
    for one, value, _ in values(entry):
        if isinstance(value, Link) and one.name == "sources":
            yield value
