"""Builds content of several sizes, ours beside others.

In: the sizes, a seed and a shape. Out: a `Run`: one `Result` a build, and what each of our rooms
cost beside its budget.
"""

from __future__ import annotations

import compileall
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import door

from bench import budgets, builders, content, likeness, measure, peer
from bench.budgets import Verdict
from bench.identity import ROOT
from bench.measure import Cost, Size
from portal.kinds.page import Page
from portal.library.lists import FOLDER
from portal.road import judge

SHAPES: dict[str, Callable[[Path, int, int, Path], None]] = {
    "sat-thuc": likeness.make,
    "nang": lambda folder, n, seed, project: content.make(folder, n, seed, project / FOLDER),
}
"""Made-up content: in the proportions of the real one, or about twice as heavy and as linked."""
USUAL_SHAPE = "sat-thuc"
OWN = ("portal", "hooks", "scripts")
"""Compiled before anything is measured, as pip does with what it installs."""
REAL = "thật"
OURS, BEST, USUAL = "cổng này", "Material, trang mục ngoài menu", "Material, mọi trang trong menu"
TIMES = 2
"""So often the rooms are measured: what disturbs one build seldom disturbs the same room twice."""
SLOW = 4000
"""From so many entries on, Material with all pages in its menu takes minutes and gigabytes."""


@dataclass(frozen=True)
class Order:
    """What to build: so many entries each time, from this seed, into this folder."""

    sizes: list[int]
    seed: int
    folder: Path
    shape: str = USUAL_SHAPE
    real: bool = False
    """The project's own content too."""

    @property
    def cases(self) -> list[str]:
        return [*([REAL] if self.real else []), *map(str, self.sizes)]


@dataclass(frozen=True)
class Result:
    """One way of building one content."""

    case: str
    """How many entries were made up, or that they are real."""
    n: int
    way: str
    cost: Cost
    size: Size


@dataclass
class Run:
    """All that was measured for one order."""

    order: Order
    results: list[Result] = field(default_factory=list)
    rooms: dict[str, list[Verdict]] = field(default_factory=dict)
    """By case."""
    missing: list[str] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether a room exceeds its budget where budgets hold."""
        least = budgets.read()["least"]
        judged = (verdicts for case, verdicts in self.rooms.items() if holds(self, case, least))
        return any(one.is_over for verdicts in judged for one in verdicts)


def holds(run: Run, case: str, least: int) -> bool:
    """Whether budgets are stated for such content."""
    return case != REAL and int(case) >= least and run.order.shape == USUAL_SHAPE


def measured(order: Order, all_ways: bool) -> Run:
    """Build everything, telling on the way how far it is."""
    run = Run(order)
    for folder in OWN:
        compileall.compile_dir(ROOT / folder, quiet=2)
    for case in order.cases:
        for one in _build(run, case, all_ways):
            run.results.append(one)
            sys.stderr.write(f"đã đo {case} mục, {one.way}: {door.seconds(one.cost.cpu)} CPU\n")
    return run


def _build(run: Run, case: str, all_ways: bool) -> Iterator[Result]:
    """Every way, one after the other; then ours once more, room by room."""
    order = run.order
    home = order.folder / ("that" if case == REAL else case)
    if home.exists():
        raise FileExistsError(f"«{home}» đã có: xoá đi, hoặc chọn thư mục khác.")
    made = ROOT if case == REAL else home / "noi-dung"
    if case != REAL:
        SHAPES[order.shape](made, int(case), order.seed, ROOT)
    entries = _write_peer(made, home)
    others, run.missing = builders.commands(home / "material", home)
    found = {}
    commands = {**_commands(made, home), **others}
    for way, (command, site) in commands.items():
        if way != USUAL or len(entries) < SLOW or all_ways:
            cost = measure.run(command, home)
            if way == OURS:  # of several processes
                cost = replace(cost, memory=measure.peak(command, home))
            found[way] = Result(case, len(entries), way, cost, measure.weigh(site, entries))
            yield found[way]
    rooms = _rooms(made, home)
    once_more = measure.run(commands[BEST][0], home)
    material = min(found[BEST].cost.cpu, once_more.cpu) * 1000 / found[BEST].size.pages
    run.rooms[case] = budgets.judge(rooms, found[OURS].size.pages, material, budgets.read())


def _write_peer(made: Path, home: Path) -> list[str]:
    """The same text as Material's project; the addresses of the entries, alike in both."""
    library, _ = judge(made, content.DAY)
    peer.write(library, home / "material")
    entries = [entry for entries in library.entries.values() for entry in entries.values()]
    return [f"{entry.KIND}/{entry.id}" for entry in entries if entry.KIND != Page.KIND]


def _commands(made: Path, home: Path) -> dict[str, tuple[list[str], Path]]:
    """Each with the folder it writes the site to."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file"]
    beside = str(peer.settings(home / "material", in_nav=False))
    inside = str(peer.settings(home / "material", in_nav=True))
    out, within = home / "ngoai-menu", home / "trong-menu"
    return {
        OURS: (_ours(made, home), home / "cong"),
        BEST: ([*mkdocs, beside, "--site-dir", str(out)], out),
        USUAL: ([*mkdocs, inside, "--site-dir", str(within)], within),
    }


def _ours(made: Path, home: Path) -> list[str]:
    door = [sys.executable, str(ROOT / "scripts" / "build.py"), "--ngay", content.DAY.isoformat()]
    return [*door, "--content", str(made), "--site", str(home / "cong")]


def _rooms(made: Path, home: Path) -> list[dict[str, Any]]:
    """What the rooms of more builds of ours cost, each at its best. In one process, as Material
    builds: two that share a core take more CPU time for the same work."""
    file, told = home / "phong.json", []
    for _ in range(TIMES):
        measure.run([*_ours(made, home), "--do-phong", str(file)], home, PORTAL_PROCESSES="1")
        told.append(json.loads(file.read_text(encoding="utf-8")))
    return [min(same, key=lambda one: float(one["cpu"])) for same in zip(*told, strict=True)]
