"""Two texts that were made of one, put together line by line where they do not meet.

Comes in: lines of the text both began with, and of both. Goes out: parts in order; in a part that
both changed in different ways stand both, for somebody to choose. Nothing of either is lost: all
parts of one side, one after another, are that side. Refuses to know: entries, files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Lines = Sequence[str]
MINE, THEIRS, BOTH = "toi", "tep", "ca-hai"
"""What can be chosen of a part in which both differ."""
_ROW = re.compile(r"\s*(?:\||[-*+>] |[0-9]+[.)] )")


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines as they were, as I have them, as they do."""

    before: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    @property
    def is_met(self) -> bool:
        """Whether both changed it, each in another way."""
        return self.mine != self.theirs and self.before not in (self.mine, self.theirs)

    @property
    def is_mine(self) -> bool:
        return self.theirs == self.before != self.mine

    @property
    def is_theirs(self) -> bool:
        return self.mine == self.before != self.theirs

    def joined(self, chosen: str = MINE) -> tuple[str, ...]:
        if self.is_met and chosen == BOTH:
            return (*self.mine, *_gap(self.mine, self.theirs), *self.theirs)
        return self.theirs if self.is_theirs or (self.is_met and chosen == THEIRS) else self.mine


def _gap(above: Sequence[str], below: Sequence[str]) -> Sequence[str]:
    """Two paragraphs stay two; rows of a table and items of a list stay together."""
    ends = (*above[-1:], *below[:1])
    is_text = len(ends) == 2 and all(one.strip() for one in ends)
    return ("",) if is_text and not all(map(_ROW.match, ends)) else ()


def parts(before: Lines, mine: Lines, theirs: Lines) -> tuple[Part, ...]:
    """Cut where all three have the same line."""
    made = []
    last = (0, 0, 0)
    for at in (*_shared(before, mine, theirs), None):
        start = at or (len(before), len(mine), len(theirs))
        sides = (before, mine, theirs)
        cut = [tuple(one[a:b]) for one, a, b in zip(sides, last, start, strict=True)]
        if any(cut):
            made.append(Part(*cut))
        if at:
            made.append(Part(*[(before[at[0]],)] * 3))
            last = (at[0] + 1, at[1] + 1, at[2] + 1)
    return tuple(_run_together(made))


def _shared(before: Lines, mine: Lines, theirs: Lines) -> Iterator[tuple[int, int, int]]:
    """Where a line of the first text stands in both others."""
    here, there = _places(before, mine), _places(before, theirs)
    for at in range(len(before)):
        if at in here and at in there:
            yield at, here[at], there[at]


def _places(before: Lines, other: Lines) -> dict[int, int]:
    blocks = SequenceMatcher(None, before, other, autojunk=False).get_matching_blocks()
    return {one.a + step: one.b + step for one in blocks for step in range(one.size)}


def _run_together(found: Sequence[Part]) -> Iterator[Part]:
    """Neighbours of which nobody changed anything are one part."""
    same: list[str] = []
    for one in found:
        if one.before == one.mine == one.theirs:
            same += one.before
            continue
        if same:
            yield Part(tuple(same), tuple(same), tuple(same))
            same = []
        yield one
    if same:
        yield Part(tuple(same), tuple(same), tuple(same))


def put_together(found: Sequence[Part], chosen: Mapping[int, str]) -> list[str]:
    """`chosen`: by the number of a part in which both differ, counted from one."""
    made: list[str] = []
    met = 0
    for one in found:
        met += one.is_met
        made += one.joined(chosen.get(met, MINE) if one.is_met else MINE)
    return made


def are_apart(found: Sequence[Part]) -> bool:
    """Whether the two never met, so that nothing is to be chosen."""
    return not any(one.is_met for one in found)
