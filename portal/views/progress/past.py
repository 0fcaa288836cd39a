"""The board of a past day: what the facts of now say of that day; the same bytes at any time.

Comes in: the library. Goes out: one page for every day on which a figure changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from portal.dates import day
from portal.kinds.page import PROGRESS
from portal.kinds.series import Series
from portal.library import statistics as numbers
from portal.library.board import Board, board, days
from portal.views.charts.bars import Bars
from portal.views.charts.steps import Drawings
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.parts import Anchor, Anchors, Header, Pager, Table
from portal.views.progress.drawn import rising, share, shares
from portal.views.progress.rows import corrections, published, readings, recognitions
from portal.views.progress.taken import beside, home

NOTE = (
    "Tổng hợp lại từ hồ sơ từng trường và số liệu đã công bố, theo thông tin hiện có về ngày này; "
    "đếm theo trường tại thời điểm đó."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    newer: Anchor
    """The board of today."""
    shares: Bars | None
    rising: Drawings | None
    recognised: Table | None
    readings: Table | None
    """The newest count of chỉ tiêu of each school."""
    perhaps: Table | None
    """Those whose day is not known well enough to say."""
    published: Table | None
    corrections: Table | None
    note: str
    pager: Pager
    taken: Mapping[str, Anchors]
    """To the files of each figure."""


def plan(inputs: Inputs) -> Iterator[Plan]:
    library = inputs.library
    all_of = days(library)
    for at, on in enumerate(all_of):
        beside = (all_of[at - 1] if at else None, all_of[at + 1] if at + 1 < len(all_of) else None)
        yield Plan(
            template="progress-past.html.jinja",
            url=home(on),
            title=f"Tiến độ tính đến ngày {day(on)}",
            description=f"Tiến độ xây dựng trường chính trị chuẩn tính đến ngày {day(on)}.",
            outlined=False,
            searchable=False,
            day=on.isoformat(),
            view=partial(_page, board(library, on), beside),
        )


def _page(board: Board, near: tuple[date | None, date | None], v: PageContext) -> PastPage:
    on = day(board.on)
    title = f"Tiến độ tính đến ngày {on}"
    before, after = near
    sure, perhaps = board.recognised, board.perhaps
    return PastPage(
        crumbs=way(v, Anchor("Tiến độ đạt chuẩn", v.url(f"{PROGRESS}/")), Anchor(on)),
        header=Header(title=title, lead=_lead(board)),
        newer=Anchor("Xem số liệu mới nhất", v.url(f"{PROGRESS}/")),
        shares=shares(board),
        rising=rising(numbers.recognised(v.library), board.on),
        recognised=recognitions(v, f"Trường đã được công nhận đến ngày {on}", sure)
        if sure
        else None,
        readings=readings(
            v, f"Số chỉ tiêu đạt của từng trường, mới nhất đến ngày {on}", board.readings
        )
        if board.readings
        else None,
        perhaps=recognitions(v, "Trường có thể đã được công nhận đến ngày này", perhaps)
        if perhaps
        else None,
        published=published(v, f"Số liệu công bố, mới nhất đến ngày {on}", board.published)
        if board.published
        else None,
        corrections=corrections(v, "Đính chính số liệu đã đăng", v.library.of(Series)),
        note=NOTE,
        taken=beside(v, board, board.on),
        pager=Pager(
            _to(v, before), _to(v, after), ("Ngày trước", "Ngày sau"), "Các ngày có thay đổi"
        ),
    )


def _to(v: PageContext, on: date | None) -> Anchor | None:
    return Anchor(day(on), v.url(home(on))) if on else None


def _lead(board: Board) -> str:
    """What the board says, in a sentence."""
    known = len(board.at_level(1))
    told = f"Theo thông tin hiện có, {share(known, len(board.schools))} chính trị"
    told += f" {'đã ' if known else ''}được công nhận đạt chuẩn mức 1"
    if perhaps := len(board.perhaps):
        told += f"; {perhaps} trường chưa rõ được công nhận trước hay sau ngày này"
    return f"{told}."
