"""What many pages show of duties: who leads, until when, tables of them.

Comes in: the page context and duties. Goes out: phrases and tables; what a document does not say is
said to be so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.dates import day, every_year, years
from portal.kinds.document import Document
from portal.kinds.duty import Deadline, Duty
from portal.views.context import PageContext
from portal.views.documents import place_in
from portal.views.parts import Cell, Table, columns, table
from portal.views.phrases import small, unknown

AT_ONCE = 12
"""A longer table is folded."""
LED = columns("Việc", "Giao tại", "Thời hạn")
HEADS = columns("Việc", "Giao tại", "Chủ trì", "Thời hạn")


@dataclass(frozen=True, slots=True)
class Duties:
    """Duties in a table, folded where there are many."""

    table: Table
    count: int
    folded: bool

    def __bool__(self) -> bool:
        return self.count > 0


def inside(v: PageContext, duties: Sequence[Duty], caption: str, at_once: int = AT_ONCE) -> Duties:
    """Those one document gives: its places alone say where."""
    rows = [_row(v, one, place_in(v, one.clause)) for one in duties]
    return Duties(table(caption, HEADS, rows), len(duties), len(duties) > at_once)


def of_unit(v: PageContext, duties: Sequence[Duty], caption: str, leading: bool) -> Duties:
    """Those of one unit; where it leads them all, nobody has to be told who does."""
    rows = [_row(v, one, v.to(one.clause), leading) for one in duties]
    heads = LED if leading else HEADS
    return Duties(table(caption, heads, rows), len(duties), len(duties) > AT_ONCE)


def _row(v: PageContext, duty: Duty, place: Markup, leading: bool = False) -> tuple[Cell, ...]:
    who = () if leading else (leads(v, duty),)
    return (v.a(duty), place, *who, deadline(duty.deadline))


def leads(v: PageContext, duty: Duty) -> Markup:
    """Who leads a duty, or that the clause does not say."""
    if duty.lead:
        return v.show(duty.lead)
    if duty.lead_by_default:
        return Markup(f"{v.a(duty.lead_by_default)} {small('(đầu mối chung)')}")
    return unknown("không nêu")


def deadline(told: Deadline | None) -> Markup:
    """«22/02 hằng năm», «2021–2025», or the sort of deadline."""
    if told is None or (told.type.unstated and not told.end):
        return unknown("không nêu")
    if told.day:
        return escape(day(told.day))
    if told.yearly:
        return escape(every_year(told.yearly))
    if told.end:
        return escape(years(told.start, told.end))
    if told.type.in_words and told.text:
        return escape(told.text)
    return escape(told.type.label.lower())


def by_clause(v: PageContext, document: Document) -> list[Duty]:
    """The duties a document gives, in the order of its clauses."""
    order = {clause: place for place, clause in enumerate(document.anchors())}
    pointing = (back.entry for back in v.library.pointing_to(document))
    mine = {
        one.id: one for one in pointing if isinstance(one, Duty) and one.clause.id == document.id
    }
    return sorted(mine.values(), key=lambda duty: (order.get(duty.clause.anchor, -1), duty.id))
