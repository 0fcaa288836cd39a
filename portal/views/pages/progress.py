"""«Tiến độ»: the schools of today, what is recognised, what was counted when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from portal.kinds.page import PROGRESS
from portal.kinds.school import School
from portal.library import statistics as numbers
from portal.library.statistics import Counted, Recognised
from portal.views.context import PageContext
from portal.views.figures import NationalFigure, national
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.entry import way
from portal.views.pages.listing import jump
from portal.views.parts import Anchor, Anchors, Cell, Header, Table, columns, table
from portal.views.phrases import standing, unknown
from portal.views.schools import latest, made_of, results, state

TITLE = "Tiến độ đạt chuẩn"
LEAD = "Trường nào đã được công nhận, khi nào, theo nguồn nào; trường nào còn trên đường."
RECOGNISED = columns("Trường", ("Mức", "short"), ("Lễ đón Bằng", "short"), "Kết quả", "Theo nguồn")
CURRENT = columns(
    ("Tỉnh, thành phố", "short"),
    "Trường",
    "Tình trạng",
    "Hợp nhất từ (mức đã đạt)",
    "Số liệu gần nhất",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage:
    """Recognitions and the schools of today."""

    crumbs: tuple[Anchor, ...]
    header: Header
    figures: tuple[NationalFigure, ...]
    jump: tuple[Anchors, ...]
    recognised_title: str
    recognised: Table
    current_title: str
    current: Table


def plan(inputs: Inputs) -> Iterator[Plan]:
    library = inputs.library
    shown = (numbers.current(library), numbers.recognised(library), numbers.national(library))
    yield Plan(
        template="progress.html.jinja",
        url=f"{PROGRESS}/",
        title=TITLE,
        description=LEAD,
        menu="Các trường",
        menu_place=110,
        outlined=False,
        view=partial(_page, *shown),
    )


def _page(
    current: Sequence[School],
    recognised: Sequence[Recognised],
    figures: Sequence[Counted],
    v: PageContext,
) -> ProgressPage:
    done, today = len(recognised), len(current)
    parts = (
        Anchor("Các lần công nhận đã biết", "#da-cong-nhan", done),
        Anchor("Trường hiện nay", "#hien-nay", today),
    )
    return ProgressPage(
        crumbs=way(v, Anchor(TITLE)),
        header=Header(title=TITLE, lead=LEAD),
        figures=national(v, figures),
        jump=jump(parts),
        recognised_title=f"{done} lần công nhận đã biết",
        recognised=table(
            "Các lần công nhận đạt chuẩn, lễ gần nhất trước",
            RECOGNISED,
            [_recognition(v, one) for one in recognised],
        ),
        current_title=f"{today} trường hiện nay",
        current=table(
            "Trường hiện nay và điều đã biết về mức đạt chuẩn",
            CURRENT,
            [_school(v, one) for one in current],
        ),
    )


def _recognition(v: PageContext, one: Recognised) -> tuple[Cell, ...]:
    done = one.recognition
    return (
        _then(v, one.school),
        done.level,
        v.show(done.ceremony) if done.ceremony else unknown("chưa rõ ngày"),
        results(done.results) or None,
        _rests_on(v, one),
    )


def _then(v: PageContext, school: School) -> Markup:
    """A school by the name it had, and what it is part of now."""
    if not school.end:
        return v.a(school)
    successor = v.library.successors.get(school.id)
    now = f"nay thuộc {v.a(successor) if successor else 'trường khác'}"
    return Markup(f'{v.a(school)} <span class="cell-more">{now}</span>')


def _rests_on(v: PageContext, one: Recognised) -> Markup:
    """What a recognition rests on; the sources themselves stand on the school's page."""
    mark = standing(v, one.recognition, one.school, short=True)
    count = len(v.library.sources(one.recognition, one.school))
    told = f'{count} nguồn<span class="unseen"> về {escape(v.name(one.school))}</span>'
    url = escape(v.url(one.school))
    return Markup(f'{mark} <a class="nowrap" href="{url}#cong-nhan">{told}</a>')


def _school(v: PageContext, one: School) -> tuple[Cell, ...]:
    return (one.province.label, v.a(one), state(v, one), made_of(v, one), latest(v, one))
