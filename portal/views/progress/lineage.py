"""«Từ 63 trường đến 34 trường»: who became whom, with what each had reached.

Comes in: the library. Goes out: one page; the totals of both sides are counted apart. A recognition
stands with the legal entity that was granted it, with its day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.kinds.page import PROGRESS
from portal.kinds.school import School
from portal.library import statistics as numbers
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.parts import Anchor, Cell, Header, Table, columns, table
from portal.views.phrases import standing
from portal.views.schools import RECOGNITION, made_of, state

URL = f"{PROGRESS}/hop-nhat/"
HEADS = columns(
    ("Tỉnh, thành phố", "short"),
    "Trường hiện nay",
    "Hợp nhất từ (mức đã đạt, lễ đón Bằng)",
    "Từ ngày, theo quyết định",
    RECOGNITION,
)
ALONE = columns(("Tỉnh, thành phố", "short"), "Trường", RECOGNITION)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineagePage:
    crumbs: tuple[Anchor, ...]
    header: Header
    unknown: str
    """Of how many no act is known."""
    merged_title: str
    merged: Table
    alone_title: str
    alone: Table | None


MERGED = ("hợp nhất", "sáp nhập")
CALLED = (
    *("{} trường", "{} trường chính trị", "{} các trường", "{} các trường chính trị"),
    *("trường {}", "các trường {}", "trường chính trị {}", "danh sách trường {}"),
    *("trường nào {}", "trường nào {} với trường nào", "trường nào {} vào trường nào"),
    *("sau {} còn bao nhiêu trường", "trước {} có bao nhiêu trường", "tên trường sau {}"),
    *("tỉnh {} thì trường nào còn", "trường cũ nay thuộc trường nào sau {}"),
)


def plan(inputs: Inputs) -> Iterator[Plan]:
    schools = numbers.current(inputs.library)
    if any(one.predecessors for one in schools):
        yield Plan(
            template="lineage.html.jinja",
            url=URL,
            title=title(schools),
            description="Trường chính trị nào hợp nhất vào trường nào từ ngày 01/7/2025.",
            names=tuple(way.format(word) for word in MERGED for way in CALLED),
            outlined=False,
            view=_page,
        )


def before(schools: Sequence[School]) -> int:
    """How many the schools of today were made of, each of the others counted as itself."""
    return sum(len(one.predecessors) or 1 for one in schools)


def title(schools: Sequence[School]) -> str:
    return f"Từ {before(schools)} trường đến {len(schools)} trường"


def _page(v: PageContext) -> LineagePage:
    schools = numbers.current(v.library)
    merged = [one for one in schools if one.predecessors]
    alone = [one for one in schools if not one.predecessors]
    lead = (
        f"{len(merged)} trường hợp nhất từ {before(merged)} trường; {len(alone)} trường "
        "không hợp nhất."
    )
    return LineagePage(
        crumbs=way(v, Anchor("Tiến độ đạt chuẩn", v.url(f"{PROGRESS}/")), Anchor(title(schools))),
        header=Header(title=title(schools), lead=lead),
        unknown=_unknown(merged),
        merged_title=f"{len(merged)} trường hợp nhất",
        merged=table(
            "Trường hợp nhất và các trường tiền thân", HEADS, [_row(v, one) for one in merged]
        ),
        alone_title=f"{len(alone)} trường không hợp nhất",
        alone=table(
            "Trường không hợp nhất",
            ALONE,
            [(one.province.label, v.a(one), state(v, one)) for one in alone],
        )
        if alone
        else None,
    )


def _row(v: PageContext, one: School) -> tuple[Cell, ...]:
    return (one.province.label, v.a(one), made_of(v, one, dated=True), _act(v, one), state(v, one))


def _act(v: PageContext, one: School) -> Markup:
    """Since when, by which act, on what that rests."""
    made = one.founding
    mark = standing(v, made, one, short=True) if made else ""
    act = made.decision if made else None
    more = f' <span class="cell-more">{escape(act)}</span>' if act else ""
    return Markup(f"{escape(one.start or '–')} {mark}{more}")


def _unknown(merged: Sequence[School]) -> str:
    """Told once, not in every row."""
    silent = sum(1 for one in merged if not (one.founding and one.founding.decision))
    told = f"Quyết định hợp nhất của {silent} trường: các nguồn hiện có không nêu."
    return told if silent else ""
