"""`scripts/bench.py va-cham`: how far the trials are, told as they go; at last a table.

In: how many, a seed, a folder to work in. Out: figures, also of a measure that was stopped by hand.
"""

from __future__ import annotations

import os
import random
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from time import monotonic

from bench.crashes.ground import Ground, NotWhole, Pair
from bench.crashes.point import START, STEPS
from bench.crashes.trials import Seen, Trials
from bench.warm import FIRST_DAY
from tests import tiny

ROOT = Path(__file__).resolve().parents[2]
LANES = 2
"""Places that are built into side by side."""
OFTEN = 10.0
"""Seconds between two words on how far it is."""
TURN = 0.5
CHANGED = {False: "docs/bai-viet/vi-sao-hat.md", True: "docs/index.md"}


def contents(folder: Path, real: bool) -> Pair:
    """Two contents that differ in one page: the tiny ones of the tests, or the project's own."""
    made = []
    for number in (0, 1):
        content = folder / f"noi-dung-{number}"
        if real:
            for name in ("docs", "data"):
                shutil.copytree(ROOT / name, content / name)
        else:
            tiny.lay_out(content)
        with (content / CHANGED[real]).open("a", encoding="utf-8") as page:
            page.write(f"\nLần {number}.\n")
        made.append(content)
    day = FIRST_DAY if real else tiny.DAY
    return Pair((made[0], made[1]), day.isoformat())


class Lane(threading.Thread):
    """One place and its share of the trials."""

    def __init__(
        self, ground: Ground, met: int, killed: int, seed: int, told: Queue[Seen | BaseException]
    ) -> None:
        super().__init__(daemon=True)
        self.ground, self.met, self.killed, self.told = ground, met, killed, told
        self.trials = Trials(ground, random.Random(seed))

    def run(self) -> None:
        try:
            self.ground.lay()
            for one in self._all():
                self.told.put(one)
        except BaseException as fault:
            self.told.put(fault)

    def _all(self) -> Iterator[Seen]:
        yield from self.trials.kills(self.trials.points(self.killed, workers=True))
        yield from self.trials.pairs(self.trials.points(self.met))


def report(
    folder: Path, met: int, killed: int, seed: int, real: bool, tell: Callable[[str], object]
) -> tuple[str, bool]:
    """A table, and whether all was done and every site was whole."""
    if not hasattr(os, "fork"):
        raise RuntimeError("Máy này không sinh được tiến trình con (fork) nên không đo được.")
    begun, whole = monotonic(), met + killed
    seen: list[Seen] = []
    told: Queue[Seen | BaseException] = Queue()
    pair, end = contents(folder, real), ""
    with Ground(folder / "mau", pair) as first:
        tell("Đang dựng hai trang mẫu…")
        first.learn()
    tell(f"Mỗi trang {len(pair.sites[0])} tệp và thư mục; thử {met} cặp, giết {killed} lần.")
    lanes = [
        Lane(
            Ground(folder / f"cho-{at}", pair),
            (met + at) // LANES,
            (killed + at) // LANES,
            seed * LANES + at,
            told,
        )
        for at in range(LANES)
    ]
    try:
        for lane in lanes:
            lane.start()
        said = monotonic()
        while len(seen) < whole:
            if monotonic() - said > OFTEN:
                tell(_so_far(seen, whole, monotonic() - begun))
                said = monotonic()
            try:
                one = told.get(timeout=TURN)
            except Empty:
                continue
            if isinstance(one, BaseException):
                raise one
            seen.append(one)
    except NotWhole as fault:
        end = f"HỎNG: {fault}"
    except KeyboardInterrupt:
        end = f"Dừng giữa chừng, mới thử {len(seen)}/{whole}."
    finally:
        for lane in lanes:
            lane.ground.close()
    good = f"Đã thử {whole} lần, lần nào trang cũng nguyên vẹn"
    minutes = f"{(monotonic() - begun) / 60:.1f}".replace(".", ",")
    return "\n".join((*table(seen), f"{end or good} (hạt giống {seed}, {minutes} phút).")), not end


def _so_far(seen: list[Seen], whole: int, seconds: float) -> str:
    counted = Counter(what for one in seen for what in one.what)
    told = ", ".join(f"{what} {count}" for what, count in counted.most_common())
    return f"{len(seen):>4}/{whole}, {len(seen) / seconds * 60:.0f} lần/phút: {told}"


def table(seen: list[Seen]) -> Iterator[str]:
    """By step of the build: how often each was seen."""
    for step in (START, *STEPS):
        counted = Counter(what for one in seen if one.step == step for what in one.what)
        told = ", ".join(f"{what} {count}" for what, count in counted.most_common())
        yield f"{step:13}{sum(one.step == step for one in seen):>4}  {told}"
    counted = Counter(what for one in seen for what in one.what)
    yield from (f"{count:>5}  {what}" for what, count in counted.most_common())
