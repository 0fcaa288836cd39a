"""Builds that meet and builds that are killed: whatever happens, a site is whole.

In: how many, and a seed for the moments. Out: figures; the first site that is not whole, or the
first build that does not go on after it, ends the measure with what was seen.
"""

from __future__ import annotations

import random
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep

from tests import tiny

DOOR = (str(Path(__file__).parents[1] / "scripts" / "build.py"),)
CHANGED = "docs/bai-viet/vi-sao-hat.md"
NEAR = 0.05
"""Seconds around the moment at which one site takes the place of the other."""
Tree = dict[str, tuple[int, str]]


class NotWhole(RuntimeError):
    """What must never be seen."""


@dataclass
class Ground:
    """Two contents that differ in one page, the sites they make, and one place for both."""

    folder: Path
    seed: int
    door: Sequence[str] = DOOR
    sites: list[Tree] = field(default_factory=list)
    seconds: float = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.site = self.folder / "noi-chung" / "site"
        if self.sites:
            return
        for number in (0, 1):
            content = tiny.lay_out(self.folder / f"noi-dung-{number}")
            with (content / CHANGED).open("a", encoding="utf-8") as page:
                page.write(f"\nLần {number}.\n")
            started = monotonic()
            code, said = self.finish(self.start(number, self.folder / f"mau-{number}"))
            self.seconds = monotonic() - started
            if code:
                raise NotWhole(said)
            self.sites.append(tree(self.folder / f"mau-{number}"))

    def start(self, number: int, site: Path | None = None) -> subprocess.Popen[str]:
        again = ["--tiep"] if self.random.random() < 0.5 else []
        words = [
            *again,
            "--content",
            str(self.folder / f"noi-dung-{number}"),
            "--ngay",
            str(tiny.DAY),
        ]
        return subprocess.Popen(
            [sys.executable, *self.door, *words, "--site", str(site or self.site)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def finish(self, process: subprocess.Popen[str]) -> tuple[int, str]:
        said, _ = process.communicate(timeout=600)
        return process.returncode, said

    def which(self, when: str) -> int:
        """Which of the two sites stands there, whole."""
        found = tree(self.site)
        for number, whole in enumerate(self.sites):
            if found == whole:
                return number
        missing = min((sorted(whole.keys() - found.keys()) for whole in self.sites), key=len)
        raise NotWhole(f"{when}, hạt giống {self.seed}: {len(found)} tệp, thiếu {missing[:5]}")

    def left(self) -> list[str]:
        """What stands beside the site."""
        return sorted(one.name for one in self.site.parent.iterdir() if one != self.site)


def tree(folder: Path) -> Tree:
    """Every file and folder with its rights and the sum of its bytes."""
    found = {}
    for path in folder.rglob("*"):
        mode = path.lstat().st_mode
        told = sha256(path.read_bytes()).hexdigest() if stat.S_ISREG(mode) else ""
        found[path.relative_to(folder).as_posix()] = (mode, told)
    return found


def pairs(ground: Ground, count: int) -> Counter[str]:
    """Two builds into one place, the second beginning at any moment of the first."""
    seen: Counter[str] = Counter()
    for turn in range(count):
        first = ground.start(turn % 2)
        sleep(ground.random.uniform(0, ground.seconds))
        second = ground.start(1 - turn % 2)
        ends = [ground.finish(one) for one in (first, second)]
        if [code for code, _ in ends] != [0, 0]:
            raise NotWhole(f"cặp {turn}: {ends}")
        ground.which(f"sau cặp {turn}")
        if ground.left():
            raise NotWhole(f"cặp {turn} để lại {ground.left()}")
        seen["cặp"] += 1
        seen["cặp phải chờ nhau"] += any("chờ nó xong" in said for _, said in ends)
    return seen


def kills(ground: Ground, count: int) -> Counter[str]:
    """A build killed at any moment, every other time near the end; then one that is let be."""
    ground.finish(ground.start(0))
    seen: Counter[str] = Counter()
    for turn in range(count):
        old = ground.which(f"trước lần giết {turn}")
        process = ground.start(1 - old)
        if turn % 2:
            _until_nearly_done(ground, process)
            sleep(ground.random.uniform(0, NEAR))
        else:
            sleep(ground.random.uniform(0, ground.seconds))
        seen["bị giết khi chưa xong"] += process.poll() is None
        process.kill()
        ground.finish(process)
        now = ground.which(f"sau lần giết {turn}")
        seen["trang cũ còn nguyên" if now == old else "trang mới đã vào chỗ"] += 1
        seen["để lại thư mục dở"] += any(name.endswith(".dung") for name in ground.left())
        code, said = ground.finish(ground.start(1 - old))
        if code or ground.which(f"dựng tiếp lần {turn}") == old or ground.left():
            raise NotWhole(f"dựng tiếp lần {turn}: {code} {said} {ground.left()}")
    return seen


def _until_nearly_done(ground: Ground, process: subprocess.Popen[str]) -> None:
    """The list of its files is the last that is written into a new site."""
    while process.poll() is None:
        if any(ground.site.parent.glob(".*.dung/moi/tep-cua-cong.txt")):
            return
        sleep(0.002)


def report(folder: Path, met: int, killed: int, seed: int) -> str:
    ground = Ground(folder, seed)
    seen = pairs(ground, met) + kills(ground, killed)
    told = [f"{count:>5}  {what}" for what, count in seen.items()]
    return "\n".join((f"Hạt giống {seed}; lần nào trang cũng nguyên vẹn:", *told))
