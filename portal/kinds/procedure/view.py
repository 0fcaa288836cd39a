"""What readers see of a procedure: its page, step by step, and its worksheet.

Comes in: a procedure, the page context. Goes out: view models; every decision of these pages is
made here.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds.base import WORKSHEET, Part
from portal.kinds.procedure import Procedure, Step
from portal.text import slug
from portal.views.context import PageContext
from portal.views.pages.entry import Knowledge, knowledge, related
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.pages.worksheets import SheetFrame, blanks, boxes
from portal.views.pages.worksheets import frame as sheet_frame
from portal.views.parts import NOTHING, Anchor, Cell, Fact, LinkGroup, Row, Table, columns
from portal.views.phrases import note, standing
from portal.views.view import View


@dataclass(frozen=True, slots=True)
class StepTold:
    """One step."""

    id: str
    title: str
    standing: Markup
    text: Markup
    facts: tuple[Fact, ...]
    note: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePage:
    frame: Frame
    facts: tuple[Fact, ...]
    worksheet: Anchor
    steps: tuple[StepTold, ...]
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Procedure, beside: Beside, v: PageContext) -> ProcedurePage:
    return ProcedurePage(
        frame=frame(v, entry, beside),
        facts=tuple(v.rows(entry, only=["grounds"])),
        worksheet=Anchor("Phiếu theo dõi các bước", f"{v.url(entry)}{WORKSHEET}/"),
        steps=tuple(_step(v, one, entry) for one in entry.steps),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _step(v: PageContext, one: Step, entry: Procedure) -> StepTold:
    return StepTold(
        id=f"buoc-{slug(one.number)}",
        title=_title(one),
        standing=standing(v, one, entry),
        text=v.md(one.text),
        facts=tuple(v.rows(one, only=["who", "papers", "time", "examples"])),
        note=note(v, one),
    )


def _title(one: Step) -> str:
    """«Bước 1. …»; a step without a number of its own says itself what it is."""
    named = "Bước " if one.number[:1] in "0123456789" else ""
    return f"{named}{one.number}. {one.title}"


# The worksheet

HEADS = columns(
    ("Bước", "wide"),
    "Đơn vị thực hiện",
    "Hồ sơ, giấy tờ",
    "Thời gian",
    "Ngày hoàn thành, người ghi",
)


@dataclass(frozen=True, slots=True)
class StepSheet:
    """The steps to tick."""

    frame: SheetFrame
    blanks: Markup
    table: Table


def worksheet(entry: Procedure, part: Part | None, v: PageContext) -> StepSheet:
    rows = tuple(Row(_cells(v, one, entry)) for one in entry.steps)
    return StepSheet(
        sheet_frame(v, entry, part),
        blanks(["Trường", "Bắt đầu ngày", "Người theo dõi"]),
        Table("Các bước và chỗ để ghi", HEADS, rows),
    )


def _cells(v: PageContext, one: Step, entry: Procedure) -> tuple[Cell, ...]:
    return (
        boxes([_title(one)]) + standing(v, one, entry, short=True),
        v.show(one.who) if one.who else None,
        boxes(one.papers) if one.papers else None,
        v.inline(one.time) if one.time else None,
        NOTHING,
    )


VIEW = View(page=page, worksheet=worksheet)
