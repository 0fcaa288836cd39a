"""The library beside its list: one page for every value of every facet, and all by year.

Comes in: the library. Goes out: pages that need no script, and for a list too long for one page the
rows that `web/library` asks for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from portal.kinds import BY_NAME
from portal.kinds.document import BY_YEAR, FACETS, Document
from portal.views.facets import Counted
from portal.views.inputs import Inputs
from portal.views.outputs import Asset, Plan, page
from portal.views.pages.entries import LONGEST_LIST, list_pages
from portal.views.renderer import Renderer

KIND = BY_NAME[Document.KIND]
HOME = f"{KIND.name}/"
ROWS = "danh-sach.json"


def plan(inputs: Inputs) -> Iterator[Plan]:
    """In the order of the facets; then the list by year."""
    for facet in FACETS:
        values = inputs.facets.counted[facet]
        if values:
            yield _facet(facet)
        for counted in values:
            yield from _value(counted)
    yield from _years(inputs)


def _facet(facet: str) -> Plan:
    """The values of a facet with their counts."""
    title = f"{KIND.label} theo {FACETS[facet].lower()}"
    return _page(f"{KIND.name}/{facet}/", title, f"{title}.", facet)


def _value(counted: Counted) -> Iterator[Plan]:
    """The documents of a value, on as many pages as they need."""
    facet, value, documents = counted.facet, counted.value, counted.documents
    for list_page in list_pages(f"{KIND.name}/{facet}/{value.id}/", len(documents)):
        yield _page(
            list_page.url,
            f"{KIND.label}, {FACETS[facet].lower()}: {value.label}{list_page.suffix}",
            f"{FACETS[facet]}: {value.label}.",
            facet,
            current=counted,
            documents=documents[list_page.start : list_page.start + LONGEST_LIST],
            list_page=list_page,
        )


def _page(url: str, title: str, about: str, facet: str, **context: Any) -> Plan:
    return page(
        "facet.html.jinja",
        url,
        title,
        about,
        label=KIND.label,
        searchable=False,
        outlined=False,
        kind=KIND,
        facet=facet,
        facet_label=FACETS[facet],
        **context,
    )


def _years(inputs: Inputs) -> Iterator[Plan]:
    """Issued documents by year, the latest first; those without a day at the end."""
    documents = [one for one in inputs.library.of(Document) if not one.awaited]
    for list_page in list_pages(f"{KIND.name}/{BY_YEAR}/", len(documents)):
        yield page(
            "by-year.html.jinja",
            list_page.url,
            f"{KIND.label} theo năm{list_page.suffix}",
            "Văn bản theo năm ban hành, mới nhất trước.",
            label=KIND.label,
            menu=KIND.menu if list_page.number == 1 else "",
            menu_place=140,
            searchable=False,
            outlined=False,
            kind=KIND,
            years=by_year(documents[list_page.start : list_page.start + LONGEST_LIST]),
            list_page=list_page,
        )


def by_year(documents: Sequence[Document]) -> dict[str, list[Document]]:
    """In the order they come in."""
    years: dict[str, list[Document]] = {}
    for one in documents:
        years.setdefault(str(one.issued.year) if one.issued else "", []).append(one)
    return years


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
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    yield Asset(f"{HOME}{ROWS}", text.encode())
