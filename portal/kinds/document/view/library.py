"""The library of all documents: facets beside a table.

Comes in: the documents of one page of the list, the page context. Goes out: the view model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds import Kind
from portal.kinds.document import Document
from portal.text import number
from portal.views.context import PageContext
from portal.views.documents import document_table
from portal.views.facets.panels import Filters, filters
from portal.views.pages import listing
from portal.views.pages.listing import ListFrame, ListPage, Told, told
from portal.views.parts import Anchor, Anchors, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentList:
    """Facets beside a table; `web/library` narrows it in place."""

    frame: ListFrame
    ways: tuple[Anchors, ...]
    """Other ways to see the library."""
    total: int
    rows_url: str
    """Where all rows are, where the list has several pages."""
    filters: Filters
    count: str
    table: Table
    script_url: str
    awaited: tuple[Told, ...]
    """Asked for by a document; nothing else is known of them."""


def listed(kind: Kind, entries: Sequence[Document], at: ListPage, v: PageContext) -> DocumentList:
    part = f"; đây là mục {at.span(len(entries))}" if at.of > 1 else ""
    ways = (
        Anchor("Theo năm", v.url("van-ban/theo-nam/")),
        Anchor("Sơ đồ", v.url("van-ban/so-do/")),
    )
    return DocumentList(
        frame=listing.frame(v, kind, entries, at),
        ways=(Anchors(ways),),
        total=at.total,
        rows_url=v.url("van-ban/danh-sach.json") if at.of > 1 else "",
        filters=filters(v, v.facets, sorting=True),
        count=f"{number(at.total)} {kind.one}{part}",
        table=document_table(v, entries, f"{kind.label}, mới nhất trước", v.facets),
        script_url=v.url("assets/js/filter.js"),
        awaited=tuple(told(v, one, _text(v, one)) for one in entries if v.is_row(one)),
    )


def _text(v: PageContext, one: Document) -> Markup:
    """The text of a row, which has no headings of its own."""
    return v.md(_HEADING.sub("", one.body))


_HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
