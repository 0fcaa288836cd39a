"""All documents by year, on as many pages as they need.

Comes in: the library. Goes out: pages that need no script.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from portal.kinds import BY_NAME
from portal.kinds.document import BY_YEAR, Document
from portal.views.context import PageContext
from portal.views.documents import known_validity
from portal.views.inputs import Inputs
from portal.views.names import LONGEST_LIST
from portal.views.outputs import Plan
from portal.views.pages.crumbs import kind_of, way
from portal.views.pages.entries import list_pages
from portal.views.pages.listing import ListPage, empty, jump, pager
from portal.views.parts import NOTHING, Anchor, Anchors, Header, Pager

KIND = BY_NAME[Document.KIND]
NEWEST = ("văn bản mới nhất", "văn bản mới", "văn bản mới ban hành", "văn bản gần đây")


@dataclass(frozen=True, slots=True)
class Issued:
    """One document on the line of time."""

    when: Markup
    link: Markup
    told: Markup
    """Who issued it, and whether it holds."""


@dataclass(frozen=True, slots=True)
class Year:
    id: str
    title: str
    documents: tuple[Issued, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsPage:
    """Issued documents by year, the latest first; those without a day at the end."""

    crumbs: tuple[Anchor, ...]
    header: Header
    jump: tuple[Anchors, ...]
    years: tuple[Year, ...]
    empty: str
    pager: Pager


def plan(inputs: Inputs) -> Iterator[Plan]:
    documents = [one for one in inputs.library.of(Document) if not one.awaited]
    for at in list_pages(f"{KIND.name}/{BY_YEAR}/", len(documents)):
        yield Plan(
            template="by-year.html.jinja",
            url=at.url,
            title=f"{KIND.label} theo năm{at.suffix}",
            description="Văn bản theo năm ban hành, mới nhất trước.",
            label=KIND.label,
            menu=KIND.menu if at.number == 1 else "",
            menu_place=140,
            searchable=False,
            names=NEWEST if at.number == 1 else (),
            outlined=False,
            view=partial(_years_page, documents[at.start : at.start + LONGEST_LIST], at),
        )


def _years_page(documents: Sequence[Document], at: ListPage, v: PageContext) -> YearsPage:
    lead = "Văn bản đã ban hành, mới nhất trước; văn bản không rõ ngày ở cuối."
    years = tuple(_year(v, year, ones) for year, ones in by_year(documents).items())
    return YearsPage(
        crumbs=way(v, kind_of(v, KIND), Anchor("Theo năm")),
        header=Header(title=f"{KIND.label} theo năm", lead=lead),
        jump=jump(Anchor(one.title, f"#{one.id}", len(one.documents)) for one in years),
        years=years,
        empty=empty(KIND),
        pager=pager(v, at),
    )


def _year(v: PageContext, year: str, documents: Sequence[Document]) -> Year:
    id = f"nam-{year}" if year else "chua-ro-ngay"
    return Year(id, year or "Không rõ ngày", tuple(_issued(v, one) for one in documents))


def _issued(v: PageContext, one: Document) -> Issued:
    state = known_validity(v, one)
    told = Markup(f"{escape(one.issuer)}{f' {state}' if state else ''}")
    return Issued(v.show(one.issued) if one.issued else NOTHING, v.a(one), told)


def by_year(documents: Sequence[Document]) -> dict[str, list[Document]]:
    """In the order they come in."""
    years: dict[str, list[Document]] = {}
    for one in documents:
        years.setdefault(str(one.issued.year) if one.issued else "", []).append(one)
    return years
