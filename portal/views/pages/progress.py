"""«Tiến độ»: the schools of today, what is recognised, what was counted when."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.page import PROGRESS
from portal.library import statistics as numbers
from portal.views.inputs import Inputs
from portal.views.outputs import Plan, page


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
        figures=numbers.national(library),
        outlined=False,
    )
