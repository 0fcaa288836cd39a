"""Rooms, faults drawn by lot, and what came out: the table of `scripts/bench.py dot-bien`.

In: the rooms wanted, how many faults a room, a seed. Out: Vietnamese text. The lot takes from every
kind of fault in turn, so that rare kinds are tried as well as common ones.
"""

from __future__ import annotations

import random
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from bench.identity import ROOT
from bench.mutation import known, rooms, trial
from bench.mutation.faults import Fault, faults

MUST = 0.9
"""Of the faults seeded in a room, so many are caught."""
COPIES = 2


class Seeded(NamedTuple):
    """A fault and where it is."""

    path: Path
    fault: Fault

    def __str__(self) -> str:
        before, after = (" ".join(text.split()) for text in (self.fault.before, self.fault.after))
        return f"{self.path.as_posix()}:{self.fault.line}: {self.fault.kind}: {before} → {after}"


@dataclass(frozen=True)
class Room:
    """What became of the faults of a room."""

    name: str
    tried: int
    equivalent: int
    missed: tuple[Seeded, ...]

    @property
    def share(self) -> float:
        return 1 - len(self.missed) / self.tried if self.tried else 1.0

    def __str__(self) -> str:
        told = f"{self.name:<10}{self.tried:>5}{self.tried - len(self.missed):>7}"
        return f"{told}{self.equivalent:>13}{self.share:>8.0%}"


def report(folder: Path, wanted: list[str], count: int, seed: int) -> tuple[str, bool]:
    """The table, and whether every room is watched well enough."""
    there = rooms.rooms(ROOT)
    for name in wanted:
        if name not in there:
            raise RuntimeError(f"Không có phòng «{name}»; có: {', '.join(there)}.")
    # Behind a shell's `&` Ctrl-C is ignored, by every process below too: tests that send it hang.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    drawn = {name: draw(name, there[name], count, seed) for name in wanted or there}
    came = list(_tried(folder, drawn))
    return told(came), all(one.share >= MUST for one in came)


def told(came: list[Room]) -> str:
    head = f"{'phòng':<10}{'gieo':>5}{'bắt':>7}{'tương đương':>13}{'tỷ lệ':>8}"
    tried, missed = sum(one.tried for one in came), sum(len(one.missed) for one in came)
    whole = f"{'cả nhà':<10}{tried:>5}{tried - missed:>7}{sum(one.equivalent for one in came):>13}"
    lines = [head, *map(str, came), f"{whole}{1 - missed / max(tried, 1):>8.0%}"]
    left = [f"  {one}" for room in came for one in room.missed]
    return "\n".join([*lines, *(["", "Sót:", *left] if left else [])])


def draw(room: str, modules: list[Path], count: int, seed: int) -> list[Seeded]:
    """The same seed draws the same faults."""
    chance = random.Random(f"{seed}:{room}")
    kinds: dict[str, list[Seeded]] = {}
    for path in modules:
        for fault in faults((ROOT / path).read_text(encoding="utf-8")):
            kinds.setdefault(fault.kind, []).append(Seeded(path, fault))
    order = sorted(kinds)
    for kind in order:
        chance.shuffle(kinds[kind])
    drawn: list[Seeded] = []
    while len(drawn) < count and any(kinds.values()):
        drawn += [kinds[kind].pop() for kind in order if kinds[kind]]
    return drawn[:count]


def _tried(folder: Path, drawn: dict[str, list[Seeded]]) -> Iterator[Room]:
    meant = known.read()
    near = {one.path: rooms.tests_of(ROOT, one.path) for all_ in drawn.values() for one in all_}
    copies = _copies(folder, sorted({test for tests in near.values() for test in tests}))

    def is_caught(one: Seeded) -> bool:
        copy = copies.get()
        try:
            return copy.catches(one.path, one.fault, near[one.path])
        finally:
            copies.put(copy)

    with ThreadPoolExecutor(COPIES) as hands:
        for name, all_ in drawn.items():
            seen = [one for one in all_ if not known.is_known(meant, one.path, one.fault)]
            caught = dict(zip(seen, hands.map(is_caught, seen), strict=True))
            missed = tuple(one for one in seen if not caught[one])
            sys.stderr.write(f"{name}: sót {len(missed)} trong {len(seen)}\n")
            yield Room(name, len(seen), len(all_) - len(seen), missed)


def _copies(folder: Path, tests: list[str]) -> SimpleQueue[trial.Copy]:
    first = trial.copied(ROOT, folder / "cay-1")
    first.measure(tests)
    copies: SimpleQueue[trial.Copy] = SimpleQueue()
    for number in range(1, COPIES + 1):
        copies.put(first if number == 1 else first.again(folder / f"cay-{number}"))
    return copies
