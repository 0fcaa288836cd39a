"""Which of the places that stand beside one another is in which: «điểm a, b khoản 2 Điều 5».

Comes in: the units with their values, in the order of the text. Goes out: the ids of the places,
each with the words that name it. Refuses to know: how units are found in a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_RANKS = {
    **{"phan": -1, "chuong": 0, "phu-luc": 0, "muc": 1, "tieu-muc": 2, "dieu": 2},
    **{"khoan": 3, "diem": 4, "tiet": 5, "gach": 6, "doan": 5},
}
_DIEU, _ABOVE_DIEU = 2, (-1, 0, 1)
ONWARD = re.compile(
    r"\s*[,;(]?\s*(?:(?P<to>den\s+(?:het\s+)?|-\s*)|(?:va|hoac|cua|tai|o|trong|thuoc)\s+)?"
    r"(?:(?:tu|cac|nhung)\s+)?"
    r"(?:(?:ten|tieu\s+de|(?:doan|phan)\s+(?:mo\s+dau|dan))\s+(?:cua\s+)?)?",
    re.IGNORECASE,
)
"""What may stand between two places that lead on to one another; «tên Điều 9» is Điều 9."""
_TIGHT = re.compile(r"\s*(?:(?:cua|tai|o|trong|thuoc)\s+)?", re.IGNORECASE)
"""«Mục 2 Chương V»: nothing parts the small one from the large one behind it."""
_BESIDE = re.compile(r"\s*[,;]?\s*(?:va|hoac)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pin:
    """One place, or the first of several up to another."""

    start: int
    end: int
    id: str
    upto: str = ""


@dataclass(slots=True)
class Group:
    """One unit with its values: «khoản 1, 2»."""

    start: int
    end: int
    unit: str
    values: list[tuple[int, int, str]]
    to: bool = False
    """Its last value is reached from the one before: «Điều 5-10»."""
    joined: str = ""
    """What leads on to the next group."""
    here: bool = False
    """«Điều này»: the unit in which the words stand."""

    @property
    def rank(self) -> int:
        return _RANKS[self.unit]


def pins(chain: Sequence[Group]) -> tuple[Pin, ...]:
    """Small to large as jurists write, «khoản 2 Điều 5», or large to small as papers do."""
    paths, leads = _paths(chain)
    made: list[Pin] = []
    for at, group in enumerate(chain):
        if leads[at]:
            continue
        ids = [f"{paths[at]}{_step(group.unit, value)}" for *_, value in group.values]
        if group.to:
            made.append(Pin(group.start, group.end, ids[0], ids[1]))
        elif at and _reached(chain[at - 1], chain, leads, at) and made and not made[-1].upto:
            first = made.pop()
            made.append(Pin(first.start, group.end, first.id, ids[-1]))
        else:
            starts = [group.start, *(start for start, *_ in group.values[1:])]
            made += [
                Pin(start, end, id)
                for start, (_, end, _), id in zip(starts, group.values, ids, strict=True)
            ]
    return _spread(made, chain)


def _reached(last: Group, chain: Sequence[Group], leads: Sequence[bool], at: int) -> bool:
    """«từ khoản 1 đến khoản 3»: the group before leads on to this one as to an end."""
    found = ONWARD.fullmatch(last.joined)
    return bool(found and found["to"] and last.unit == chain[at].unit and not leads[at - 1])


def _spread(pins: Sequence[Pin], chain: Sequence[Group]) -> tuple[Pin, ...]:
    """One place takes all the words that lead to it: «khoản 2 Điều 5» is one link."""
    if len(pins) == 1:
        one = pins[0]
        return (Pin(chain[0].start, chain[-1].end, one.id, one.upto),)
    return tuple(pins)


def _step(unit: str, value: str) -> str:
    return f"{unit}-{value}" if value else unit


def _paths(chain: Sequence[Group]) -> tuple[list[str], list[bool]]:
    """The ids of what each group stands in, and whether it only leads to another group."""
    paths, leads = [""] * len(chain), [False] * len(chain)
    stack: list[int] = []
    # «Điều 5, khoản 2 và Điều 6, khoản 1»: what begins large and ends small leads downward only.
    falls = len(chain) > 1 and chain[0].rank < chain[1].rank and chain[-1].rank > chain[0].rank
    falls = falls and not any(map(_rises, chain, chain[1:]))
    for at in () if falls else range(len(chain) - 1, -1, -1):
        while stack and chain[stack[-1]].rank >= chain[at].rank:
            stack.pop()
        if stack and chain[at].unit == "dieu" and chain[stack[-1]].unit == "phu-luc":
            stack.pop()  # «Điều 24 và Phụ lục»: beside it, not in it
        if _is_beside(chain, at):
            stack.clear()
        if stack:
            leads[stack[-1]] = True
            paths[at] = "" if chain[at].unit == "dieu" else _path(chain, stack)
        stack.append(at)
    inside: list[int] = []
    for at, group in enumerate(chain):
        while inside and chain[inside[-1]].rank >= group.rank:
            inside.pop()
        orphan = not paths[at] and (falls or group.rank > 1)
        if orphan and inside and chain[inside[-1]].rank < group.rank:
            leads[inside[-1]] = True
            paths[at] = "" if group.unit == "dieu" else _path(chain, inside)
        inside.append(at)
    return paths, leads


def _rises(one: Group, following: Group) -> bool:
    """«Chương IV, Mục 2 Chương V»: the second is in what stands right behind it."""
    return following.rank < one.rank and bool(_TIGHT.fullmatch(one.joined))


def _is_beside(chain: Sequence[Group], at: int) -> bool:
    """«Điều 3, khoản 2 và Điều 8»: the second is in what stands before it, not behind."""
    if not 0 < at < len(chain) - 1 or not _BESIDE.match(chain[at].joined):
        return False
    rank, before = chain[at].rank, chain[at - 1].rank
    falls = before < rank and (at == 1 or chain[at - 2].rank <= before)
    return falls and chain[at + 1].rank < rank


def _path(chain: Sequence[Group], stack: Sequence[int]) -> str:
    """An article's number says all: what stands above it is left out."""
    steps = [chain[at] for at in stack]
    if any(step.unit == "dieu" for step in steps):
        steps = [step for step in steps if step.rank not in _ABOVE_DIEU]
    return "".join(f"{_step(step.unit, step.values[0][2])}." for step in steps)
