"""What readers see of units: the page of one, its worksheet, and the list of all.

Comes in: a unit, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from portal.dates import day
from portal.kinds import Kind
from portal.kinds.base import WORKSHEET, Part, fields_of
from portal.kinds.duty import Duty
from portal.kinds.lists import Tone
from portal.kinds.unit import Unit
from portal.library.status import of_duty
from portal.text import slug
from portal.views import context
from portal.views.calendars.page import way_to as calendar
from portal.views.context import PageContext
from portal.views.duties import Agenda, agenda, deadline, open_first
from portal.views.pages import listing
from portal.views.pages.entry import IN_HEAD, Knowledge, knowledge, related
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.pages.listing import ListFrame, ListPage, Told, jump, told
from portal.views.pages.worksheets import SheetFrame, blanks, boxes
from portal.views.pages.worksheets import frame as sheet_frame
from portal.views.parts import (
    NOTHING,
    Anchor,
    Anchors,
    Fact,
    LinkGroup,
    Notice,
    Table,
    columns,
    table,
)
from portal.views.phrases import joined, note, standing
from portal.views.view import View

LEADING = next(one.label for one in fields_of(Duty) if one.name == "lead")
"""The part in a duty of who leads it."""


@dataclass(frozen=True, slots=True)
class Share:
    """The duties in which it has one part: «Chủ trì», «Phối hợp»."""

    id: str
    title: str
    duties: Agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPage:
    """One unit and its duties."""

    frame: Frame
    facts: tuple[Fact, ...]
    worksheet: Anchor | None
    calendar: Anchor | None
    shared: str
    """Pages whose duties are its duties too: of a unit, none."""
    duties: tuple[Share, ...]
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Unit, beside: Beside, v: PageContext) -> UnitPage:
    sheet = Anchor("Phiếu theo dõi việc", f"{v.url(entry)}{WORKSHEET}/")
    return UnitPage(
        frame=frame(v, entry, beside, notices=_notices(v, entry)),
        facts=(*_work(v, entry), *v.rows(entry, without=[*IN_HEAD, "ended"])),
        worksheet=sheet if v.count(entry, Duty.KIND) else None,
        calendar=calendar(v, entry),
        shared="",
        duties=_shares(v, entry),
        known=knowledge(v, entry),
        related=related(v, entry, without=[Duty.KIND]),
    )


def _work(v: PageContext, entry: Unit) -> Iterator[Fact]:
    """How many duties are to be done still, how many are past, and until when the next is due."""
    found = {one.entry.id: one.entry for one in v.library.related_to(entry)}
    duties = [one for one in found.values() if isinstance(one, Duty)]
    ahead, past = open_first(v, duties)
    days = [until for one in ahead if (until := of_duty(v.library, one).until)]
    lines = [f"{len(ahead)} đang thực hiện" if ahead else "không có nhiệm vụ đang thực hiện"]
    lines += [f"hạn gần nhất {day(min(days))}"] if days else []
    lines += [f"{len(past)} đã qua"] if past else []
    if duties:
        yield Fact("Nhiệm vụ", joined(lines))


def _notices(v: PageContext, entry: Unit) -> Iterator[Notice]:
    if entry.ended and v.library.ended(entry.link):
        since = f"Kết thúc hoạt động từ {v.show(entry.ended.on)}. {standing(v, entry.ended, entry)}"
        html = Markup(f"<p>{since}</p>{note(v, entry.ended)}")
        yield Notice(Tone.CAUTION, "Đơn vị này đã kết thúc hoạt động", html)


def _shares(v: PageContext, entry: Unit) -> tuple[Share, ...]:
    """By its part in them; what is all past stands behind what is still to be done."""
    found = [_share(v, entry, one) for one in v.pointing(entry, Duty.KIND)]
    return tuple(sorted(found, key=lambda one: not one.duties.ahead.count))


def _share(v: PageContext, entry: Unit, group: context.Group) -> Share:
    caption = f"{group.label}: {entry.title}"
    duties = (one for one in group.items if isinstance(one, Duty))
    told = agenda(v, duties, caption, leading=group.label == LEADING)
    return Share(_id(group), _title(group), told)


def _id(group: context.Group) -> str:
    return f"viec-{slug(group.label)}"


def _title(group: context.Group) -> str:
    return f"{group.label} {len(group.items)} việc"


# The worksheet


@dataclass(frozen=True, slots=True)
class ToTick:
    id: str
    title: str
    table: Table


@dataclass(frozen=True, slots=True)
class DutySheet:
    """The duties of a unit to tick, by its part in them: those still to be done, so that they take
    one sheet; those that are past only where there are no others."""

    frame: SheetFrame
    blanks: Markup
    parts: tuple[ToTick, ...]
    left_out: str
    """How many are not on the sheet, so that nobody takes it for all."""


LEFT_OUT = "{} việc đã qua kỳ không in trong phiếu này; xem ở trang của đơn vị."
HEADS = columns(
    ("Việc", "wide"),
    "Giao tại",
    ("Thời hạn", "short"),
    ("Kết quả, minh chứng", "wide"),
    "Người thực hiện, ngày",
)


def worksheet(entry: Unit, part: Part | None, v: PageContext) -> DutySheet:
    groups = v.pointing(entry, Duty.KIND)
    ahead = [context.Group(one.label, tuple(open_first(v, one.items)[0])) for one in groups]
    shown = [one for one in ahead if one.items] or groups
    parts = (ToTick(_id(one), _title(one), _to_tick(v, one)) for one in shown)
    rest = sum(len(one.items) for one in groups) - sum(len(one.items) for one in shown)
    return DutySheet(
        frame=sheet_frame(v, entry, part),
        blanks=blanks(["Tính đến ngày", "Người theo dõi"]),
        parts=tuple(parts),
        left_out=LEFT_OUT.format(rest) if rest else "",
    )


def _to_tick(v: PageContext, group: context.Group) -> Table:
    rows = [
        (boxes([duty.title]), v.to(duty.clause), deadline(duty.deadline), NOTHING, NOTHING)
        for duty in group.items
    ]
    return table(f"{group.label}: việc và chỗ để ghi", HEADS, rows)


# The list


@dataclass(frozen=True, slots=True)
class OfType:
    """Units of one type, with how many duties each leads or joins."""

    id: str
    title: str
    units: tuple[Markup, ...]
    rows: tuple[Told, ...]
    """Those without a page."""

    @property
    def count(self) -> int:
        return len(self.units) + len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitList:
    frame: ListFrame
    jump: tuple[Anchors, ...]
    types: tuple[OfType, ...]


def listed(kind: Kind, entries: Sequence[Unit], at: ListPage, v: PageContext) -> UnitList:
    types = []
    for type, units in groupby(entries, lambda one: one.type):
        all_of = list(units)
        alone = tuple(_unit(v, one) for one in all_of if not v.is_row(one))
        rows = tuple(told(v, one) for one in all_of if v.is_row(one))
        types.append(OfType(type.value, type.label, alone, rows))
    return UnitList(
        frame=listing.frame(v, kind, entries, at),
        jump=jump(Anchor(one.title, f"#{one.id}", one.count) for one in types),
        types=tuple(types),
    )


def _unit(v: PageContext, one: Unit) -> Markup:
    count = v.count(one, Duty.KIND)
    told = f' <span class="meta nowrap">{count} nhiệm vụ</span>' if count else ""
    return Markup(f"{v.a(one)}{told}")


VIEW = View(page=page, listing=listed, worksheet=worksheet)
