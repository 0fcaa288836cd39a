"""A chart as a picture that stands alone: with its title and its sources, for papers and slides.

Comes in: the record of a chart, the lines below it. Goes out: texts, bars and lines with their
places, which `picture.svg.jinja` writes down. Always on white: nobody knows where it will be put.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from portal.views.charts.bars import Bars
from portal.views.charts.steps import WIDE, Drawings, Steps

EDGE, LINE = 16, 19
TITLE, LABEL, FOOT = 66, 88, 100
"""Letters in a line of each."""
BAR, BESIDE = 14, 150
"""How high a bar is; the room for what is told beside it."""


LOOKS = {
    "title": Markup(' font-size="16" font-weight="700"'),
    "foot": Markup(' font-size="12" fill="#545b66"'),
    "number": Markup(' font-weight="700"'),
    "": Markup(""),
}


@dataclass(frozen=True, slots=True)
class Words:
    x: float
    y: float
    text: str
    manner: str = ""
    """`title`, `foot`, `number`; else what labels are."""

    @property
    def look(self) -> Markup:
        """Its presentation attributes."""
        return LOOKS[self.manner]


@dataclass(frozen=True, slots=True)
class Block:
    """One bar: the whole and what is reached of it."""

    y: float
    whole: float
    part: float


@dataclass(frozen=True, slots=True)
class Picture:
    title: str
    told: str
    """The same for those who hear it."""
    height: float
    words: tuple[Words, ...]
    blocks: tuple[Block, ...] = ()
    steps: Steps | None = None
    below: float = 0
    """By how much the steps stand below the title."""
    width: int = WIDE + 2 * EDGE
    edge: int = EDGE
    bar: int = BAR


def of_bars(it: Bars, foot: Sequence[str]) -> Picture:
    words = list(_lines(it.title, TITLE, EDGE, "title"))
    blocks, room, y = [], WIDE - BESIDE, _under(words)
    for one in it.bars:
        words += (label := list(_lines(one.label, LABEL, y)))
        y = label[-1].y + 8
        blocks.append(Block(y, room, round(one.part / it.scale * room, 1)))
        words.append(Words(EDGE + room + 10, y + BAR - 2, one.told, "number"))
        y += BAR + 12
    told = "; ".join(f"{one.label}: {one.told}" for one in it.bars)
    return _closed(it.title, told, words, y, foot, blocks)


def of_steps(it: Drawings, foot: Sequence[str]) -> Picture:
    words = list(_lines(it.title, TITLE, EDGE, "title"))
    below = _under(words)
    return _closed(it.title, it.told, words, below + it.wide.height, foot, (), it.wide, below)


def _closed(
    title: str,
    told: str,
    words: list[Words],
    y: float,
    foot: Sequence[str],
    blocks: Sequence[Block] = (),
    steps: Steps | None = None,
    below: float = 0,
) -> Picture:
    for one in foot:
        words += (lines := list(_lines(one, FOOT, y, "foot")))
        y = lines[-1].y
    return Picture(title, told, y + EDGE, tuple(words), tuple(blocks), steps, below)


def _lines(text: str, longest: int, y: float, manner: str = "") -> Iterator[Words]:
    """From that height down."""
    for place, line in enumerate(wrap(text, longest) or [""], 1):
        yield Words(EDGE, y + place * LINE, line, manner)


def _under(words: Sequence[Words]) -> float:
    return words[-1].y + LINE / 2
