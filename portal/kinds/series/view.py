"""What readers see of a figure over time: the page of one, each mark with its source.

Comes in: a series, the page context. Goes out: the view model of its page.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds.series import Mark, Series
from portal.views.charts.bars import Bars, Measured, bars
from portal.views.context import PageContext
from portal.views.pages.entry import IN_HEAD, Knowledge, knowledge, related
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.parts import Cell, Fact, LinkGroup, Table, columns, table
from portal.views.phrases import trusted
from portal.views.progress.rows import corrections, counted
from portal.views.view import View

ABOUT = "Mỗi thời điểm một hàng, như nguồn công bố; nguồn, độ tin cậy ở bảng dưới đây."
HEADS = columns(("Thời điểm", "short"), ("Giá trị", "short"), "Theo nguồn")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPage:
    """One thing counted over time, the newest count first."""

    frame: Frame
    facts: tuple[Fact, ...]
    shares: Bars | None
    """None where no whole is known."""
    marks: Table
    corrections: Table | None
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Series, beside: Beside, v: PageContext) -> SeriesPage:
    newest = entry.in_order[::-1]
    return SeriesPage(
        frame=frame(v, entry, beside),
        facts=tuple(v.rows(entry, without=[*IN_HEAD, "marks", "corrections"])),
        shares=shares_of(entry),
        marks=table(f"{entry.title}: các mốc", HEADS, [_row(v, entry, one) for one in newest]),
        corrections=corrections(v, "Đính chính số liệu đã đăng", [entry]),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def shares_of(entry: Series) -> Bars | None:
    """None where no whole is known."""
    rows = [
        Measured(str(one.as_of), one.value, one.total, counted(entry, one))
        for one in entry.in_order
        if one.total
    ]
    if not rows:
        return None
    last = rows[-1]
    return bars(f"Mới nhất ({last.label}): {last.told}", rows, ABOUT)


def _row(v: PageContext, entry: Series, one: Mark) -> tuple[Cell, ...]:
    sources = Markup("; ").join(v.a(link, True) for link in v.library.sources(one, entry))
    return (v.show(one.as_of), counted(entry, one), Markup(f"{sources} {trusted(v, one, entry)}"))


VIEW = View(page=page)
