"""What is tried in one place: two builds that meet, builds that are killed, again and again.

In: a place, chance. Out: what each trial saw; a fault where a site is not whole, where a build does
not go on after a kill, or says what nobody understands.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bench.crashes.ground import TRACE, End, Ground, NotWhole, Order
from bench.crashes.point import BUILD, START, STEPS, WORKER, Point

MET, WAITED, KILLED, LATE = "cặp", "cặp phải chờ nhau", "bị giết", "xong trước khi bị giết"
OLD, NEW, LEFT, NONE = "trang cũ", "trang mới", "để lại thư mục dở", "chưa có trang (đổi hai bước)"
WORKER_KILLED, ONCE_MORE = "một tiến trình con bị giết", "bị giết lần nữa khi chưa kịp dọn"
MODES = {False: "dựng mới", True: "dựng tiếp"}

Place = tuple[bool, Point]
"""Whether the build goes on from what stands there, and where it is met or killed."""


@dataclass(frozen=True)
class Seen:
    """One trial: where, and what was seen there."""

    step: str
    what: tuple[str, ...]


class Trials:
    """`at_once`: whether two folders change places in one step here."""

    def __init__(self, ground: Ground, chance: random.Random, *, at_once: bool = True) -> None:
        self.ground, self.chance, self.at_once = ground, chance, at_once

    def pairs(self, points: list[Place]) -> Iterator[Seen]:
        """Two builds into one place, the second beginning at a point of the first."""
        for turn, (again, point) in enumerate(points):
            first, second = Order(turn % 2, again, _told(point)), Order(1 - turn % 2, turn % 3 > 0)
            ends = self.ground.run(first, second)
            if [one.code for one in ends] != [0, 0]:
                raise NotWhole(f"cặp {turn}, {point}: {ends}")
            self.ground.which(f"sau cặp {turn}, {point}")
            self._tidy(f"cặp {turn}, {point}")
            waited = any("chờ nó xong" in one.said for one in ends)
            yield Seen(point.step, (MET, *([WAITED] if waited else [])))

    def kills(self, points: list[Place]) -> Iterator[Seen]:
        """Builds killed at points; now and then one is killed that should go on after
        another was. At last all is well again."""
        dirty = False
        for turn, (again, point) in enumerate(points):
            when = f"lần giết {turn} ({MODES[again]}, {point})"
            old = self.ground.which(f"trước {when}")
            (end,) = self.ground.run(Order(1 - old, again, point))
            yield Seen(point.step, (*self._after(when, old, point, end), *[ONCE_MORE] * dirty))
            dirty = self.chance.random() < 0.5 and turn + 1 < len(points)
            if not dirty:
                now = self._stands(when)
                self._sound(Order(1 - (old if now is None else now), self._coin()), when)

    def _after(self, when: str, old: int, point: Point, end: End) -> Iterator[str]:
        """What is seen right after a kill."""
        now = self._stands(f"sau {when}")
        if TRACE in end.said or end.code not in (0, -9, -14, *([1] * (point.victim == WORKER))):
            raise NotWhole(f"sau {when}: {end}")
        if end.code == 1:
            if now != old or not end.said.strip():
                raise NotWhole(f"sau {when}: {end}")
            self._tidy(when)
        yield {0: LATE, 1: WORKER_KILLED}.get(end.code, KILLED)
        yield NONE if now is None else OLD if now == old else NEW
        if any(name.endswith(".dung") for name in self.ground.left()):
            yield LEFT

    def _stands(self, when: str) -> int | None:
        """Which site stands there; none where two folders change places in two steps."""
        if not self.at_once and not self.ground.site.exists():
            return None
        return self.ground.which(when)

    def _sound(self, order: Order, when: str) -> None:
        """A build that is let be."""
        (end,) = self.ground.run(order)
        if end.code or TRACE in end.said or self.ground.which(f"dựng sau {when}") != order.number:
            raise NotWhole(f"dựng sau {when}: {end}")
        self._tidy(when)

    def _tidy(self, when: str) -> None:
        if left := self.ground.left():
            raise NotWhole(f"{when} để lại {left}")

    def _coin(self) -> bool:
        return self.chance.random() < 0.5

    def points(self, count: int, *, workers: bool = False) -> list[Place]:
        """Spread over both modes and every step, in each by operations and by the clock; in any
        order. `workers`: some for the processes that a build forks."""
        cells = [(again, step) for step in (START, *STEPS) for again in (False, True)]
        share: Counter[tuple[bool, str]] = Counter(
            cells[at * len(cells) // count] for at in range(count)
        )
        found = []
        for (again, step), many in share.items():
            operations, seconds = self.ground.pair.courses[again].get(step, (0, 0.0))
            for at in range(many):
                part = (at + self.chance.random()) / many
                nth = 1 + int(part * operations)
                forks = "vẽ, ghi" if again else (START, "vẽ, ghi")
                forked = workers and step in forks and at % 4 == 3
                by_clock = at % 2 == 1 and not forked
                found.append(
                    (
                        again,
                        Point(step, seconds=max(part * seconds, 1e-6))
                        if by_clock or not operations
                        else Point(step, nth, victim=WORKER if forked else BUILD),
                    )
                )
        self.chance.shuffle(found)
        return found


def _told(point: Point) -> Point:
    """The same point, where nobody is killed."""
    return Point(point.step, point.operations or 1, victim="")
