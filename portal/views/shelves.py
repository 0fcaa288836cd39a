"""The library beside its list: one page for every value of every facet, and all by year.

Comes in: the press. Goes out: pages that need no script, and for a list too long for one page the
rows that `filter.js` asks for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from portal.kinds import BY_NAME
from portal.kinds.document import BY_YEAR, FACETS, Document
from portal.views.facets import Counted
from portal.views.outputs import Asset, Page
from portal.views.pages import LONGEST_LIST, Press, leaves

ROWS = "danh-sach.json"


def draw(press: Press) -> Iterator[Page]:
    """In the order of the facets; then the list by year."""
    shelves = _Shelves(press)
    for facet in FACETS:
        values = press.facets.counted[facet]
        if values:
            yield shelves.facet(facet)
        for counted in values:
            yield from shelves.value(counted)
    yield from _years(press)


class _Shelves:
    """The pages of facets; their panel is made once for each depth of address."""

    def __init__(self, press: Press) -> None:
        self.press, self.kind = press, BY_NAME[Document.KIND]
        self.panels: dict[int, str] = {}

    def facet(self, facet: str) -> Page:
        """Its values with their counts."""
        label = FACETS[facet]
        title = f"{self.kind.label} theo {label.lower()}"
        return self.page(f"{self.kind.name}/{facet}/", title, f"{title}.", facet=facet)

    def value(self, counted: Counted) -> Iterator[Page]:
        """Its documents, on as many pages as they need."""
        facet, value, documents = counted.facet, counted.value, counted.documents
        for leaf in leaves(f"{self.kind.name}/{facet}/{value.id}/", len(documents)):
            yield self.page(
                leaf.url,
                f"{self.kind.label}, {FACETS[facet].lower()}: {value.label}{leaf.suffix}",
                f"{FACETS[facet]}: {value.label}.",
                facet=facet,
                current=counted,
                documents=documents[leaf.start : leaf.start + LONGEST_LIST],
                leaf=leaf,
            )

    def page(self, url: str, title: str, about: str, facet: str, **context: Any) -> Page:
        current = context.get("current")
        return self.press.page(
            "facet.html.jinja",
            url,
            title,
            about,
            label=self.kind.label,
            searchable=False,
            outlined=False,
            kind=self.kind,
            facet=facet,
            facet_label=FACETS[facet],
            panel=self.panel(url, current.mark if current else ""),
            **context,
        )

    def panel(self, url: str, mark: str) -> Markup:
        """The links of all facets; that of this page says so."""
        depth = url.count("/")
        if depth not in self.panels:
            template = self.press.env.get_template("filters.html.jinja")
            below = "-/" * (depth - 1)  # no address of ours: all links come out the same way
            self.panels[depth] = template.render(v=self.press.sheet(f"{self.kind.name}/{below}"))
        here = f'data-mark="{mark}"'
        return Markup(self.panels[depth].replace(here, f'{here} aria-current="page"'))


def _years(press: Press) -> Iterator[Page]:
    """Issued documents by year, the latest first; those without a day at the end."""
    kind = BY_NAME[Document.KIND]
    documents = [one for one in press.library.of(Document) if not one.awaited]
    for leaf in leaves(f"{kind.name}/{BY_YEAR}/", len(documents)):
        yield press.page(
            "by-year.html.jinja",
            leaf.url,
            f"{kind.label} theo năm{leaf.suffix}",
            "Văn bản theo năm ban hành, mới nhất trước.",
            label=kind.label,
            menu=kind.menu if leaf.number == 1 else "",
            menu_place=140,
            searchable=False,
            outlined=False,
            kind=kind,
            years=by_year(documents[leaf.start : leaf.start + LONGEST_LIST]),
            leaf=leaf,
        )


def by_year(documents: Sequence[Document]) -> dict[str, list[Document]]:
    """In the order they come in."""
    years: dict[str, list[Document]] = {}
    for one in documents:
        years.setdefault(str(one.issued.year) if one.issued else "", []).append(one)
    return years


def rows(press: Press) -> Iterator[Asset]:
    """One file, only where the list has several pages: each row as the list shows it."""
    documents = press.library.of(Document)
    if len(documents) <= LONGEST_LIST:
        return
    home = f"{Document.KIND}/"
    sheet = press.sheet(home)
    made = []
    for one in documents:
        validity = press.library.validity[one.id]
        made.append(
            {
                "url": sheet.url(one),
                "name": one.short if one.number else one.name,
                "title": one.title if one.number else "",
                "issuer": one.issuer,
                "day": one.issued.iso if one.issued else "",
                "dayShown": str(one.issued or ""),
                "validity": validity.state.label,
                "tone": validity.state.more.get("sac", "thuong"),
                "dead": validity.dead,
                "marks": press.facets.marks(one),
            }
        )
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    yield Asset(f"{home}{ROWS}", text.encode())
