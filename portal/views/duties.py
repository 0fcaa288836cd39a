"""What many pages show of duties: who leads, until when, in which state; tables of them.

Comes in: the page context and duties. Goes out: phrases and tables; what a document does not say is
said to be so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.dates import day, every_year, years
from portal.kinds.document import Document
from portal.kinds.duty import Deadline, Duty
from portal.kinds.duty.lists import DutyState
from portal.library.duties import DutyStatus
from portal.library.status import of_duty
from portal.views.context import PageContext
from portal.views.documents import place_in
from portal.views.parts import Badge, Cell, Row, Table, columns, table
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


@dataclass(frozen=True, slots=True)
class Agenda:
    """Duties still to be done, what is due first at the head; those that are past."""

    ahead: Duties
    past: Duties


def inside(v: PageContext, duties: Sequence[Duty], caption: str, at_once: int = AT_ONCE) -> Duties:
    """Those one document gives: its places alone say where."""
    rows = [_row(v, one, place_in(v, one.clause)) for one in duties]
    return Duties(table(caption, HEADS, rows), len(duties), len(duties) > at_once)


def listed_in(v: PageContext, duties: Sequence[Duty], caption: str, at_once: int) -> Duties:
    """Those of many documents: each says which clause gives it."""
    rows = [_row(v, one, v.to(one.clause)) for one in duties]
    return Duties(table(caption, HEADS, rows), len(duties), len(duties) > at_once)


def in_order(v: PageContext, duties: Iterable[Duty]) -> list[Duty]:
    """By document in the library's order, then in the order of its clauses."""
    places = v.library.places
    clauses: dict[str, dict[str, int]] = {}

    def key(duty: Duty) -> tuple[int, int, str]:
        id = duty.clause.id
        if id not in clauses:
            document = v.library.get(duty.clause)
            found = document.anchors() if isinstance(document, Document) else ()
            clauses[id] = {anchor: place for place, anchor in enumerate(found)}
        document_place = places.get((Document.KIND, id), len(places))
        return document_place, clauses[id].get(duty.clause.anchor, -1), duty.id

    return sorted(duties, key=key)


def agenda(v: PageContext, duties: Iterable[Duty], caption: str, leading: bool = False) -> Agenda:
    """Those of one unit or school; where it leads them all, nobody has to be told who does."""
    ahead, past = open_first(v, duties)
    return Agenda(
        _of_one(v, ahead, caption, leading), _of_one(v, past, f"{caption}, đã qua", leading)
    )


def _of_one(v: PageContext, duties: Sequence[Duty], caption: str, leading: bool) -> Duties:
    """Each row says for scripts until which day (web/mine/)."""
    rows = [
        Row(_row(v, one, v.to(one.clause), leading), _data(of_duty(v.library, one)))
        for one in duties
    ]
    heads = LED if leading else HEADS
    return Duties(Table(caption, heads, tuple(rows)), len(duties), folded=False)


def _data(status: DutyStatus) -> dict[str, str]:
    return {"until": status.until.isoformat()} if status.until else {}


def _row(v: PageContext, duty: Duty, place: Markup, leading: bool = False) -> tuple[Cell, ...]:
    who = () if leading else (leads(v, duty),)
    return (v.a(duty), place, *who, until(v, duty))


def badge_of(status: DutyStatus) -> Badge:
    return Badge(status.state.label, status.state.tone)


def until(v: PageContext, duty: Duty) -> Markup:
    """Its deadline, and below it the state it is in; only the state where that says it all."""
    state = of_duty(v.library, duty).state
    told = deadline(duty.deadline)
    if is_unstated(duty.deadline) or told.striptags().lower() == state.label.lower():
        return escape(state.label)
    return Markup(f'{told} <span class="cell-more">{escape(state.label)}</span>')


def by_state(v: PageContext, duties: Iterable[Duty]) -> list[tuple[DutyState, list[Duty]]]:
    """Duties by their states in the order of the list: what is due first, what is past last."""
    groups: dict[int, tuple[DutyState, list[Duty]]] = {}
    for duty in duties:
        state = of_duty(v.library, duty).state
        groups.setdefault(state.place, (state, []))[1].append(duty)
    return [groups[place] for place in sorted(groups)]


def open_first(v: PageContext, duties: Iterable[Duty]) -> tuple[list[Duty], list[Duty]]:
    """Those still to be done, and those that are past; each in the order of their states."""
    groups = by_state(v, duties)
    ahead = [one for state, ones in groups if state.open for one in ones]
    return ahead, [one for state, ones in groups if not state.open for one in ones]


def leads(v: PageContext, duty: Duty) -> Markup:
    """Who leads a duty, or that the clause does not say."""
    if duty.lead:
        return v.show(duty.lead)
    if duty.lead_by_default:
        return Markup(f"{v.a(duty.lead_by_default)} {small('(đầu mối chung)')}")
    return unknown("không nêu")


def is_unstated(told: Deadline | None) -> bool:
    return told is None or bool(told.type.unstated and not told.end)


def deadline(told: Deadline | None) -> Markup:
    """«22/02 hằng năm», «2021–2025», or the sort of deadline."""
    if told is None or is_unstated(told):
        return unknown("không nêu")
    before = "trước " if told.before else ""
    if told.day:
        return escape(before + day(told.day))
    if told.yearly:
        return escape(before + every_year(told.yearly))
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
