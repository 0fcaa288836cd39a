"""The list of all models: a table with its facets.

Comes in: the models of one page of the list, the page context. Goes out: the view model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.kinds import Kind
from portal.kinds.exemplar import COMPLETENESS, FORM, Exemplar
from portal.kinds.exemplar.view.rows import exemplar_table
from portal.text import number
from portal.views.context import PageContext
from portal.views.facets.panels import Filters, groups
from portal.views.pages import listing
from portal.views.pages.listing import ListFrame, ListPage
from portal.views.parts import Anchor, Anchors, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarList:
    """Facets beside a table; `web/library` narrows it in place."""

    frame: ListFrame
    ways: tuple[Anchors, ...]
    """How far each is told; the form by which a school registers one."""
    total: int
    filters: Filters
    count: str
    table: Table
    script_url: str
    """Empty where the list has several pages: then the pages of the facets serve."""


def listed(kind: Kind, entries: Sequence[Exemplar], at: ListPage, v: PageContext) -> ExemplarList:
    facets, home = v.exemplars, f"{kind.name}/"
    part = f"; đây là mục {at.span(len(entries))}" if at.of > 1 else ""
    form = Anchor("Phiếu đăng ký mô hình (.docx)", v.url(FORM))
    table = Anchor("Mức đầy đủ của các mô hình", v.url(COMPLETENESS))
    return ExemplarList(
        frame=listing.frame(v, kind, entries, at),
        ways=(Anchors((table, form) if entries else (form,)),),
        total=at.total,
        filters=Filters(groups(v, home, facets.labels, facets.counted), kind.one),
        count=f"{number(at.total)} {kind.one}{part}",
        table=exemplar_table(v, entries, f"{kind.label}, theo tên"),
        script_url=v.url("assets/js/filter.js") if at.of == 1 else "",
    )
