"""«Tiến độ»: the board of today, the schools of today, what is recognised, the past days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from portal.dates import day
from portal.kinds.page import PROGRESS
from portal.kinds.school import School
from portal.kinds.series import Series
from portal.library import statistics as numbers
from portal.library.board import Board, board_of_today, days
from portal.library.statistics import Counted, Recognised
from portal.library.status import of_school
from portal.views.charts.bars import Bars
from portal.views.charts.steps import Drawings
from portal.views.context import PageContext
from portal.views.figures import NationalFigure, national
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.pages.listing import jump
from portal.views.parts import Anchor, Anchors, Cell, Header, Table, columns, table
from portal.views.progress import lineage
from portal.views.progress.drawn import rising, shares
from portal.views.progress.rows import corrections, published, recognitions
from portal.views.progress.taken import beside, home
from portal.views.schools import RECOGNITION, badge_of, latest, made_of, province, state

TITLE = "Tiến độ đạt chuẩn"
LEAD = "Trường đã được công nhận, ngày và nguồn; tình trạng của các trường còn lại."
CURRENT = columns(
    ("Tỉnh, thành phố", "short"),
    "Trường",
    RECOGNITION,
    "Hợp nhất từ (mức đã đạt)",
    "Số liệu gần nhất",
)


@dataclass(frozen=True, slots=True)
class Tile:
    """One school among all: its province, its state in a word, the tone of it."""

    label: str
    url: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage:
    """The board of today; recognitions and the schools of today."""

    crumbs: tuple[Anchor, ...]
    header: Header
    figures: tuple[NationalFigure, ...]
    jump: tuple[Anchors, ...]
    shares: Bars | None
    rising: Drawings | None
    tiles: tuple[Tile, ...]
    published: Table | None
    corrections: Table | None
    recognised_title: str
    recognised: Table
    current_title: str
    current: Table
    lineage: Anchor | None
    """None where no school was merged."""
    days: tuple[Anchor, ...]
    """Boards of past days, the newest first."""
    taken: Mapping[str, Anchors]
    """To the files of each figure."""


def plan(inputs: Inputs) -> Iterator[Plan]:
    library = inputs.library
    shown = (
        numbers.current(library),
        numbers.recognised(library),
        numbers.national(library),
        board_of_today(library),
        days(library),
    )
    yield Plan(
        template="progress.html.jinja",
        url=f"{PROGRESS}/",
        title=TITLE,
        description=LEAD,
        names=(
            *("tiến độ", "bảng tiến độ", "trường đạt chuẩn", "các trường đạt chuẩn"),
            *("danh sách trường đạt chuẩn", "trường nào đạt chuẩn", "trường nào đã đạt chuẩn"),
            *("bao nhiêu trường đạt chuẩn", "kết quả công nhận", "thống kê trường đạt chuẩn"),
            *("trường nào chưa đạt chuẩn", "trường chưa đạt chuẩn", "còn trường nào chưa đạt"),
            *("tỉnh nào chưa có trường chuẩn", "tỉnh nào có trường chuẩn", "tỉnh nào đã đạt"),
            *("trường nào đạt mức 1", "trường nào đạt mức 2", "các trường đạt mức 1"),
            *("trường được công nhận gần đây nhất", "trường mới được công nhận"),
            *("trường đạt chuẩn đầu tiên", "trường đạt chuẩn sớm nhất", "tiến độ của các trường"),
            *("tỷ lệ trường đạt chuẩn", "trường nào sắp đạt chuẩn"),
        ),
        menu="Các trường",
        menu_place=110,
        outlined=False,
        view=partial(_page, *shown),
    )


def _page(
    current: Sequence[School],
    recognised: Sequence[Recognised],
    figures: Sequence[Counted],
    board: Board,
    days: Sequence[date],
    v: PageContext,
) -> ProgressPage:
    done, today = len(recognised), len(current)
    parts = [
        Anchor("Biểu đồ", "#bieu-do"),
        *([Anchor("Số liệu công bố", "#cong-bo")] if board.published else []),
        Anchor("Các lần công nhận đã biết", "#da-cong-nhan", done),
        Anchor("Trường hiện nay", "#hien-nay", today),
        *([Anchor("Các ngày trước", "#cac-ngay")] if days else []),
    ]
    return ProgressPage(
        crumbs=way(v, Anchor(TITLE)),
        header=Header(title=TITLE, lead=LEAD),
        figures=national(v, figures),
        jump=jump(parts),
        shares=shares(board),
        rising=rising(recognised, v.today),
        tiles=tuple(_tile(v, one) for one in current),
        published=published(v, "Số liệu đã công bố, mới nhất của mỗi loại", board.published)
        if board.published
        else None,
        corrections=corrections(v, "Đính chính số liệu đã đăng", v.library.of(Series)),
        recognised_title=f"{done} lần công nhận đã biết",
        recognised=recognitions(v, "Các lần công nhận đạt chuẩn, lễ gần nhất trước", recognised),
        current_title=f"{today} trường hiện nay",
        current=table(
            "Trường hiện nay và thông tin về mức đạt chuẩn",
            CURRENT,
            [_school(v, one) for one in current],
        ),
        lineage=_lineage(v, current),
        days=tuple(Anchor(day(one), v.url(home(one))) for one in reversed(days)),
        taken=beside(v, board),
    )


def _lineage(v: PageContext, current: Sequence[School]) -> Anchor | None:
    merged = any(one.predecessors for one in current)
    return Anchor(lineage.title(current), v.url(lineage.URL)) if merged else None


def _tile(v: PageContext, one: School) -> Tile:
    badge = badge_of(of_school(v.library, one))
    return Tile(province(one), v.url(one), badge.label, str(badge.tone))


def _school(v: PageContext, one: School) -> tuple[Cell, ...]:
    return (one.province.label, v.a(one), state(v, one), made_of(v, one), latest(v, one))
