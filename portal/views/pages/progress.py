"""«Tiến độ»: the schools of today, what is recognised, what was counted when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.kinds.page import PROGRESS
from portal.library import Library
from portal.library import statistics as numbers
from portal.library.statistics import CountedFrom
from portal.views.inputs import Inputs
from portal.views.outputs import Plan, page

STANDS = {
    CountedFrom.SCHOOLS: "truong/#hien-nay",
    CountedFrom.STANDINGS: f"{PROGRESS}/#hien-nay",
    CountedFrom.RECOGNITIONS: f"{PROGRESS}/#da-cong-nhan",
}
"""Where a reader sees what a figure was counted from."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A national figure, and the address of what it was counted from."""

    value: int | None
    label: str
    source: str
    url: str


def figures(library: Library) -> list[Figure]:
    return [
        Figure(one.value, one.label, one.source, STANDS[one.counted_from])
        for one in numbers.national(library)
    ]


def plan(inputs: Inputs) -> Iterator[Plan]:
    library = inputs.library
    yield page(
        "progress.html.jinja",
        f"{PROGRESS}/",
        "Tiến độ đạt chuẩn",
        "Trường nào đã được công nhận, khi nào, theo nguồn nào; trường nào còn trên đường.",
        menu="Các trường",
        menu_place=110,
        current=numbers.current(library),
        recognised=numbers.recognised(library),
        figures=figures(library),
        outlined=False,
    )
