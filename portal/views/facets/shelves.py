"""The library beside its list: one page for every value of every facet.

Comes in: the library. Goes out: pages that need no script, and for a list too long for one page the
rows that `web/library` asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from portal.kinds import BY_NAME
from portal.kinds.document import FACETS, Document
from portal.kinds.document.lists import State
from portal.kinds.lists import values
from portal.kinds.unit import Unit
from portal.library import Library
from portal.text import number
from portal.views.compact import compact
from portal.views.context import PageContext
from portal.views.documents import document_table
from portal.views.facets import ISSUER, TYPE, VALIDITY, YEAR, Counted, Value
from portal.views.facets.panels import filter_value
from portal.views.inputs import Inputs
from portal.views.names import LONGEST_LIST
from portal.views.outputs import Asset, Plan
from portal.views.pages.crumbs import kind_of, way
from portal.views.pages.entries import list_pages
from portal.views.pages.listing import ListPage, pager
from portal.views.parts import Anchor, Header, Pager, Table
from portal.views.renderer import Renderer

KIND = BY_NAME[Document.KIND]
HOME = f"{KIND.name}/"
ROWS = "danh-sach.json"
ASKED_FOR = (TYPE, VALIDITY, YEAR)
"""Facets whose values have names of their own: «các kế hoạch», «văn bản 2022»."""
ISSUED = ("{} của {}", "{} do {} ban hành", "{1} ban hành những gì")


def plan(inputs: Inputs) -> Iterator[Plan]:
    """In the order of the facets."""
    documents = {one.id: one for one in inputs.library.of(Document)}
    for facet in FACETS:
        values = inputs.facets.counted[facet]
        if values:
            yield _facet(facet, _unused(inputs, facet))
        for counted in values:
            yield from _value(counted, [documents[id] for id in counted.items], inputs.library)


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetPage:
    """The values of a facet, each an ordinary page."""

    crumbs: tuple[Anchor, ...]
    header: Header
    panel: Markup
    values: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfPage:
    """The documents of one value of a facet."""

    crumbs: tuple[Anchor, ...]
    header: Header
    panel: Markup
    count: str
    table: Table
    pager: Pager


def _unused(inputs: Inputs, facet: str) -> tuple[str, ...]:
    """What documents are asked for by though none is so now: «văn bản hết hiệu lực»."""
    if facet != VALIDITY:
        return ()
    labels = {one.label for one in values(inputs.library.lists, State).values()}
    kept = {one.value.label for one in inputs.facets.counted[facet]}
    return tuple(name for one in sorted(labels - kept) for name in _called(one, of_type=False))


def _called(label: str, *, of_type: bool) -> tuple[str, ...]:
    """How the documents of one value are asked for: «văn bản còn hiệu lực», «các kế hoạch»."""
    more = ("các", "danh sách") if of_type else ()
    return tuple(f"{before} {label.lower()}" for before in (KIND.one, f"các {KIND.one}", *more))


def _names(facet: str, value: Value, library: Library) -> tuple[str, ...]:
    if facet == ISSUER:
        unit = library.entries[Unit.KIND].get(value.id)
        others = (*unit.former_names, *unit.abbreviations) if isinstance(unit, Unit) else ()
        issuers = (value.label.partition(" (")[0], *others)
        return tuple(one.format(KIND.one, issuer) for issuer in issuers for one in ISSUED)
    return _called(value.label, of_type=facet == TYPE) if facet in ASKED_FOR else ()


def _facet(facet: str, called: tuple[str, ...]) -> Plan:
    """The values of a facet with their counts."""
    title = f"{KIND.label} theo {FACETS[facet].lower()}"
    return Plan(
        template="facet.html.jinja",
        url=f"{KIND.name}/{facet}/",
        title=title,
        description=f"{title}.",
        label=KIND.label,
        searchable=False,
        names=called,
        outlined=False,
        view=partial(_facet_page, facet, title),
    )


def _facet_page(facet: str, title: str, v: PageContext) -> FacetPage:
    return FacetPage(
        crumbs=_way(v, facet),
        header=Header(title=title),
        panel=v.panel(""),
        values=tuple(
            Anchor(one.label, one.url, one.count)
            for one in (filter_value(v, HOME, counted) for counted in v.facets.counted[facet])
        ),
    )


def _way(v: PageContext, facet: str, *steps: Anchor) -> tuple[Anchor, ...]:
    home = Anchor(FACETS[facet], v.url(f"{KIND.name}/{facet}/"))
    return way(v, kind_of(v, KIND), home, *steps)


def _value(counted: Counted[str], documents: list[Document], library: Library) -> Iterator[Plan]:
    """The documents of a value, on as many pages as they need."""
    facet, value = counted.facet, counted.value
    for at in list_pages(f"{KIND.name}/{facet}/{value.id}/", len(documents)):
        shown = documents[at.start : at.start + LONGEST_LIST]
        yield Plan(
            template="shelf.html.jinja",
            url=at.url,
            title=f"{KIND.label}, {FACETS[facet].lower()}: {value.label}{at.suffix}",
            description=f"{FACETS[facet]}: {value.label}.",
            label=KIND.label,
            searchable=False,
            names=_names(facet, value, library) if at.number == 1 else (),
            outlined=False,
            view=partial(_shelf, facet, value, counted.mark, shown, at),
        )


def _shelf(
    facet: str, value: Value, mark: str, documents: Sequence[Document], at: ListPage, v: PageContext
) -> ShelfPage:
    part = f"Mục {at.span(len(documents))} trong " if at.of > 1 else ""
    return ShelfPage(
        crumbs=_way(v, facet, Anchor(value.label)),
        header=Header(kind=FACETS[facet], title=f"{KIND.label}: {value.label}"),
        panel=v.panel(mark),
        count=f"{part}{number(at.total)} {KIND.one}",
        table=document_table(v, documents, f"{FACETS[facet]}: {value.label}"),
        pager=pager(v, at),
    )


def files(renderer: Renderer) -> Iterator[Asset]:
    """One file, only where the list has several pages: each row as the list shows it."""
    inputs, v = renderer.inputs, renderer.page_context(HOME)
    documents = inputs.library.of(Document)
    if len(documents) <= LONGEST_LIST:
        return
    made = []
    for one in documents:
        validity = inputs.library.validity[one.id]
        made.append(
            {
                "url": v.url(one),
                "name": one.short if one.number else one.name,
                "title": one.title if one.number else "",
                "issuer": one.issuer,
                "day": one.issued.iso if one.issued else "",
                "dayShown": str(one.issued or ""),
                "validity": validity.state.label,
                "tone": validity.state.tone,
                "known": not validity.state.unknown,
                "dead": validity.dead,
                "marks": inputs.facets.marks(one),
            }
        )
    text = compact(made)
    yield Asset(f"{HOME}{ROWS}", text.encode())
