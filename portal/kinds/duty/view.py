"""What readers see of duties: the page of one, and the list of all by their states.

Comes in: a duty, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from portal.dates import day, of_every_year
from portal.kinds import Entry, Kind
from portal.kinds.duty import Duty
from portal.kinds.duty.lists import DutyState
from portal.kinds.lists import Tone
from portal.library.duties import DutyStatus
from portal.library.status import of_duty
from portal.views.context import PageContext
from portal.views.duties import Duties, badge_of, by_state, deadline, in_order, leads, listed_in
from portal.views.pages import listing
from portal.views.pages.deadlines import URL as DEADLINES
from portal.views.pages.entry import EntryPage, knowledge, related
from portal.views.pages.frame import Beside, frame, head
from portal.views.pages.listing import ListFrame, ListPage, jump
from portal.views.parts import Anchor, Anchors, Fact, Notice
from portal.views.phrases import small
from portal.views.view import View

ALL = 500
"""The list itself is folded by document; its tables are not."""


def page(entry: Duty, beside: Beside, v: PageContext) -> EntryPage:
    """Who does what by when, and where it is said. Previous and next stay inside the document."""
    here = Beside(_same(entry, beside.before), _same(entry, beside.after))
    status = of_duty(v.library, entry)
    header = replace(head(v, entry), badges=(badge_of(status),))
    return EntryPage(
        frame=frame(v, entry, here, header=header, notices=_notices(v, entry, status)),
        facts=tuple(_facts(v, entry, status)),
        body=v.md(entry.body),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _same(entry: Duty, other: Entry | None) -> Duty | None:
    """The neighbour, where the same document gives it."""
    same = isinstance(other, Duty) and other.clause.id == entry.clause.id
    return other if same else None  # type: ignore[return-value]


def _notices(v: PageContext, entry: Duty, status: DutyStatus) -> Iterator[Notice]:
    if status.since:
        told = (
            f"Đơn vị chủ trì nêu trong văn bản kết thúc hoạt động từ {v.show(status.since)}. "
            "Chưa có thông tin về văn bản giao lại nhiệm vụ này."
        )
        yield Notice(
            Tone.CAUTION, "Đơn vị được giao đã kết thúc hoạt động", Markup(f"<p>{told}</p>")
        )


def _facts(v: PageContext, entry: Duty, status: DutyStatus) -> Iterator[Fact]:
    """Until when and who leads first; then the clause that says so."""
    yield Fact("Thời hạn", _deadline(entry, status), as_written(entry))
    if not entry.lead and not entry.lead_by_default:
        yield Fact("Chủ trì", leads(v, entry))
    yield from v.rows(entry, only=["lead", "lead_by_default", "cooperating", "assigned_text"])
    yield from v.rows(entry, only=["clause"])


def _deadline(entry: Duty, status: DutyStatus) -> Markup:
    """The deadline, and the day it comes to where the document does not name it."""
    told = deadline(entry.deadline)
    if status.until and day(status.until) not in told:
        return Markup(f"{told} {small(f'({_when(entry, status.until)} {day(status.until)})')}")
    return told


def as_written(entry: Duty) -> str:
    """What the document says of the deadline, or that it says nothing; told once."""
    text = entry.deadline.text if entry.deadline else None
    if not text or text == deadline(entry.deadline):
        return ""
    silent = text.startswith("Không ")
    return f"Văn bản {text[0].lower()}{text[1:]}" if silent else f"Văn bản ghi: {text}"


def _when(entry: Duty, until: date) -> str:
    """Whether that day is the next of many, or the last."""
    yearly = entry.deadline.yearly if entry.deadline else None
    again = yearly and of_every_year(yearly) == (until.month, until.day)
    return "lần tới" if again else "đến hết"


# The list


@dataclass(frozen=True, slots=True)
class InState:
    """The duties in one state, on the page of a list."""

    id: str
    title: str
    is_open: bool
    duties: Duties


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyList:
    """Duties by their states; in each, by document in the order of its clauses."""

    frame: ListFrame
    jump: tuple[Anchors, ...]
    others: tuple[Anchors, ...]
    """Where they stand by something else than their state."""
    states: tuple[InState, ...]


def listed(kind: Kind, entries: Sequence[Duty], at: ListPage, v: PageContext) -> DutyList:
    groups = by_state(v, entries)
    return DutyList(
        frame=listing.frame(v, kind, entries, at),
        jump=jump(Anchor(state.label, f"#{_id(state)}", len(ones)) for state, ones in groups),
        others=_others(v) if entries else (),
        states=tuple(_in_state(v, state, ones) for state, ones in groups),
    )


def _others(v: PageContext) -> tuple[Anchors, ...]:
    deadlines = Anchor("Theo thời hạn, theo tiêu chí", v.url(DEADLINES))
    return (Anchors((deadlines, Anchor("Theo đơn vị, có phiếu để in", v.url("don-vi/")))),)


def _id(state: DutyState) -> str:
    return f"tinh-trang-{state.value}"


def _in_state(v: PageContext, state: DutyState, duties: Sequence[Duty]) -> InState:
    count = f"({len(duties)}\N{NO-BREAK SPACE}nhiệm vụ)"
    return InState(
        _id(state),
        f"{state.label} {count}",
        state.open,
        listed_in(v, in_order(v, duties), f"Nhiệm vụ: {state.label.lower()}", ALL),
    )


VIEW = View(page=page, listing=listed)
