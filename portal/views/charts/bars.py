"""Horizontal bars: how much of a whole.

Comes in: labels, values, wholes. Goes out: a record for `charts.html.jinja`, whose words are HTML
and keep their size on a phone; only the bars are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SCALE = 1000
"""Units a drawing is wide."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One row to be drawn."""

    label: str
    value: int
    whole: int
    told: str
    """«26/63»."""


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    told: str
    part: float
    """The width of what is reached."""


@dataclass(frozen=True, slots=True)
class Bars:
    title: str
    """What the chart says, in a sentence."""
    bars: tuple[Bar, ...]
    about: str = ""
    """What is counted, of which day, and on what it rests."""
    scale: int = SCALE


def bars(title: str, rows: Sequence[Measured], about: str = "") -> Bars:
    """Each its share of its own whole, whose bar takes the width."""
    made = (Bar(one.label, one.told, round(one.value / one.whole * SCALE, 1)) for one in rows)
    return Bars(title, tuple(made), about)
