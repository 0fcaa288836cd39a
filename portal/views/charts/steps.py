"""A line that rises by steps: how many there were by each day.

Comes in: days and counts. Goes out: a record for `charts.html.jinja`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.dates import day

WIDE, NARROW, HEIGHT = 640, 340, 220
"""Widths on a screen and on a phone, where letters keep their size."""
LEFT, RIGHT, TOP, FOOT = 32, 36, 18, 26
FLOOR, BELOW = HEIGHT - FOOT, HEIGHT - FOOT + 20
MIDDLE = 5
"""By how much words stand lower than what they are beside."""


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    told: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on one of the axes, and where its words stand."""

    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Steps:
    path: str
    """The line as SVG draws it."""
    dots: tuple[Dot, ...]
    years: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    number: Tick
    """How many at the end of the line."""
    width: int
    height: int = HEIGHT

    @property
    def grid(self) -> tuple[str, ...]:
        """Lines across at every level, strokes below at every year."""
        across = (f"M{LEFT} {one.y - MIDDLE}H{self.width - RIGHT}" for one in self.levels)
        return (*across, *(f"M{one.x} {FLOOR}v5" for one in self.years))


@dataclass(frozen=True, slots=True)
class Drawings:
    """The same for wide and for narrow windows."""

    title: str
    told: str
    wide: Steps
    narrow: Steps
    about: str = ""
    """What is counted, up to which day, and on what it rests."""


def steps(
    title: str, points: Sequence[tuple[date, int]], until: date, unit: str, about: str = ""
) -> Drawings:
    """`points`: the count from that day on, in order. At least one."""
    told = "; ".join(f"{day(on)}: {count} {unit}" for on, count in points)
    wide, narrow = (_drawn(points, until, unit, width) for width in (WIDE, NARROW))
    return Drawings(title, f"{told}.", wide, narrow, about)


def _drawn(points: Sequence[tuple[date, int]], until: date, unit: str, width: int) -> Steps:
    first = date(points[0][0].year, 1, 1)
    last = date(until.year + 1, 1, 1)
    most = _round_up(max(count for _, count in points))
    across = (width - LEFT - RIGHT) / (last - first).days
    up = (HEIGHT - TOP - FOOT) / most

    def x(on: date) -> float:
        return round(LEFT + (on - first).days * across, 1)

    def y(count: int) -> float:
        return round(HEIGHT - FOOT - count * up, 1)

    drawn = [f"M{x(points[0][0])} {y(0)}"]
    drawn += [f"H{x(on)}V{y(count)}" for on, count in points]
    end = x(until)
    number = Tick(end + 8, y(points[-1][1]) + MIDDLE, str(points[-1][1]))
    return Steps(
        "".join([*drawn, f"H{end}"]),
        tuple(Dot(x(on), y(count), f"{day(on)}: {count} {unit}") for on, count in points),
        tuple(
            Tick(x(date(year, 1, 1)), BELOW, str(year))
            for year in range(first.year, until.year + 1)
        ),
        tuple(
            Tick(LEFT - 8, y(count) + MIDDLE, str(count))
            for count in range(0, most + 1, max(most // 4, 1))
        ),
        number,
        width,
    )


def _round_up(most: int) -> int:
    """A scale that ends at a round number."""
    step = 4 if most <= 20 else 20
    return max(-(-most // step) * step, step)
