"""Which clause of one text is which clause of another.

Comes in: the units of two texts. Goes out: rows in the order of the newer one, what was dropped at
its old place. Same words first, then the same id, then likeness; every step is near-linear.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from portal.views.synopsis.units import Unit

State = Literal["kept", "changed", "new", "dropped", "moved", "moved-changed"]
"""Kept, changed, new, dropped, moved, moved and changed."""
LIKE, BARELY = 0.5, 0.2
"""How much two clauses must share to be the same changed; with the same id and no better match."""
SHORT, COMMON, TRIED = 4, 20, 3
"""Words too few to tell that a clause has moved; a pair of words in more clauses than this tells
nothing; so many candidates are looked at closely."""
Pairs = dict[int, int]
"""Place in the newer text → place in the older."""


@dataclass(frozen=True, slots=True)
class Row:
    """One clause in both texts."""

    state: State
    old: Unit | None
    new: Unit | None


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Row]:
    """Every unit of both texts, once."""
    pairs: Pairs = {}
    _same_words(old, new, pairs)
    _same_id(old, new, pairs, LIKE)
    _alike(old, new, pairs)
    _same_id(old, new, pairs, BARELY)
    return list(_rows(old, new, pairs))


def likeness(one: Unit, other: Unit) -> float:
    """Share of pairs of neighbouring words that both have: 0 to 1."""
    few, many = sorted((one.pairs, other.pairs), key=len)
    both = sum(min(count, many[pair]) for pair, count in few.items() if pair in many)
    return 2 * both / (len(one.words) + len(other.words) + 2)


def _left(units: Sequence[Unit], taken: set[int]) -> Iterator[tuple[int, Unit]]:
    return ((place, unit) for place, unit in enumerate(units) if place not in taken)


def _same_words(old: Sequence[Unit], new: Sequence[Unit], pairs: Pairs) -> None:
    by_id = {unit.id: place for place, unit in enumerate(old)}
    for place, unit in enumerate(new):
        there = by_id.get(unit.id)
        if there is not None and old[there].words == unit.words:
            pairs[place] = there
    waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for there, unit in _left(old, set(pairs.values())):
        if len(unit.words) >= SHORT:
            waiting[unit.words].append(there)
    for places in waiting.values():
        places.reverse()
    for place, unit in list(_left(new, set(pairs))):
        if waiting.get(unit.words):
            pairs[place] = waiting[unit.words].pop()


def _same_id(old: Sequence[Unit], new: Sequence[Unit], pairs: Pairs, least: float) -> None:
    by_id = {unit.id: there for there, unit in _left(old, set(pairs.values()))}
    for place, unit in list(_left(new, set(pairs))):
        there = by_id.get(unit.id)
        if there is not None and likeness(old[there], unit) >= least:
            pairs[place] = there


def _alike(old: Sequence[Unit], new: Sequence[Unit], pairs: Pairs) -> None:
    """Moved and changed: the clause that shares most of its rarer pairs of words."""
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    left = [(place, unit) for place, unit in _left(new, set(pairs)) if len(unit.words) >= SHORT]
    for there, unit in _left(old, set(pairs.values())) if left else ():
        if len(unit.words) >= SHORT:
            for pair in unit.pairs:
                index[pair].append(there)
    taken: set[int] = set()
    for place, unit in left:
        found = (index[pair] for pair in unit.pairs if pair in index)
        votes = Counter(chain.from_iterable(ones for ones in found if len(ones) <= COMMON))
        tried = [there for there, _ in votes.most_common(TRIED) if there not in taken]
        alike = [(likeness(old[there], unit), -there) for there in tried]
        share, best = max(alike, default=(0.0, 0))
        if share >= LIKE:
            pairs[place] = -best
            taken.add(-best)


def _rows(old: Sequence[Unit], new: Sequence[Unit], pairs: Pairs) -> Iterator[Row]:
    kept = set(pairs.values())
    dropped = [there for there in range(len(old)) if there not in kept]
    at = 0
    for place, unit in enumerate(new):
        there = pairs.get(place)
        if there is None:
            yield Row("new", None, unit)
            continue
        before = old[there]
        if before.id == unit.id:
            while at < len(dropped) and dropped[at] < there:
                yield Row("dropped", old[dropped[at]], None)
                at += 1
        yield Row(_state(before, unit), before, unit)
    yield from (Row("dropped", old[there], None) for there in dropped[at:])


def _state(old: Unit, new: Unit) -> State:
    same = old.words == new.words
    if old.id == new.id:
        return "kept" if same else "changed"
    return "moved" if same else "moved-changed"
