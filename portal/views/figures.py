"""The national figures as pages show them: each with its day and what it was counted from.

Comes in: what `library.statistics` counted, the page context. Goes out: view models.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.dates import day
from portal.kinds.page import PROGRESS
from portal.library.statistics import Counted, CountedFrom
from portal.text import number
from portal.views.context import PageContext
from portal.views.parts import Anchor

STANDS = {
    CountedFrom.SCHOOLS: "truong/#hien-nay",
    CountedFrom.STANDINGS: f"{PROGRESS}/#hien-nay",
    CountedFrom.RECOGNITIONS: f"{PROGRESS}/#da-cong-nhan",
}
"""Where a reader sees what a figure was counted from."""


@dataclass(frozen=True, slots=True)
class NationalFigure:
    value: str | None
    """None where nothing is known to count."""
    label: str
    as_of: str
    source: Anchor


def national(v: PageContext, counted: Iterable[Counted]) -> tuple[NationalFigure, ...]:
    today = day(v.today)
    return tuple(
        NationalFigure(
            None if one.value is None else number(one.value),
            one.label,
            today,
            Anchor(one.source, v.url(STANDS[one.counted_from])),
        )
        for one in counted
    )
