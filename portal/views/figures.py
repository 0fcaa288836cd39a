"""The national figures as pages show them: each with its day and what it was counted from.

Comes in: what `library.statistics` counted, the page context. Goes out: view models.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.dates import day
from portal.library.statistics import Counted
from portal.text import number
from portal.views.context import PageContext
from portal.views.parts import Anchor


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
            Anchor(one.source, v.url(one.url)),
        )
        for one in counted
    )
