"""What the charts cost: drawn apart from everything else, beside the whole build they are part of.

Comes in: the real content, how many counts over time each school of today is to have. Goes out:
CPU time of all charts and of the build. The build is taken without MkDocs and without writing, so
that its share is told too high rather than too low.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any, TypeVar

import yaml
from jinja2 import Environment

from bench.identity import ROOT
from portal import views
from portal.kinds.school import School
from portal.kinds.school.view.readings import over_time
from portal.kinds.series import Series
from portal.kinds.series.view import shares_of
from portal.library import Library, statistics
from portal.library.board import board, days
from portal.library.status import of_school
from portal.problem import errors, report
from portal.road import judge
from portal.views.charts.bars import Bars
from portal.views.charts.picture import of_bars, of_steps
from portal.views.charts.steps import Drawings
from portal.views.inputs import Inputs
from portal.views.progress.drawn import rising, shares
from portal.views.renderer import Renderer

TODAY = date(2026, 12, 1)
FIRST = date(2025, 7, 2)
"""All schools of today are there."""
EACH, TEN = 20, 10
AT_MOST = 0.03
LINEAR = 1.5
"""By how much the cost of one count may grow where there are ten times as many."""
TOTAL = 55


@dataclass(frozen=True, slots=True)
class Charted:
    """One run."""

    schools: int
    each: int
    charts: int
    drawing: float
    """Seconds of CPU."""
    building: float

    @property
    def share(self) -> float:
        return self.drawing / self.building


def lay_out(folder: Path, each: int, root: Path = ROOT) -> Path:
    """The real content, each school of today with so many made-up counts instead of its own."""
    for name in ("docs", "data"):
        shutil.copytree(root / name, folder / name)
    for file in sorted((folder / "data" / "truong").glob("*.yml")):
        told = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        if "ket_thuc" not in told:
            told["anh_chup"] = list(counts(each))
            text = yaml.safe_dump(told, allow_unicode=True, sort_keys=False)
            file.write_text(text, encoding="utf-8")
    return folder


def counts(each: int) -> Iterator[dict[str, Any]]:
    for nth in range(each):
        on = FIRST + timedelta(days=nth * 500 // each)
        result = {"dat": str(10 + nth % 45), "tong": str(TOTAL)}
        yield {"thoi_diem": on.isoformat(), "muc": "1", "ket_qua": [result]}


def measure(folder: Path, each: int) -> Charted:
    content = lay_out(folder, each)
    library, reading = timed(lambda: _judged(content))
    env = Renderer(Inputs(library)).env
    charts, drawing = timed(lambda: sum(1 for _ in _draw(library, env)))
    _, building = timed(lambda: views.draw(library))
    schools = len(statistics.current(library))
    return Charted(schools, each, charts, drawing, reading + building)


def _judged(content: Path) -> Library:
    library, problems = judge(content, TODAY)
    if found := errors(problems):
        raise RuntimeError(report(found))
    return library


T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    began = process_time()
    return work(), process_time() - began


def _draw(library: Library, env: Environment) -> Iterator[str]:
    """Every chart of every page, and each that is taken away as a picture."""
    told = env.get_template("charts.html.jinja").module
    alone = env.get_template("picture.svg.jinja")
    for one, taken in _records(library):
        bars = isinstance(one, Bars)
        yield str(told.bars(one) if bars else told.steps(one))  # type: ignore[attr-defined]
        if taken:
            picture = of_bars(one, ("", "")) if isinstance(one, Bars) else of_steps(one, ("", ""))
            yield alone.render(page=picture)


def _records(library: Library) -> Iterator[tuple[Bars | Drawings, bool]]:
    """With whether it is also taken away."""
    known = statistics.recognised(library)
    for on in (*days(library), library.today):
        it = board(library, on)
        for drawn in (shares(it), rising(known, on)):
            if drawn:
                yield drawn, True
    for series in library.of(Series):
        if made := shares_of(series):
            yield made, False
    for school in library.of(School):
        if found := over_time(school, of_school(library, school)):
            yield found, False


@dataclass(frozen=True, slots=True)
class Outcome:
    one: Charted
    ten: Charted

    @property
    def grows(self) -> float:
        """1: exactly as much as the counts."""
        return self.ten.drawing / self.one.drawing / (self.ten.each / self.one.each)

    @property
    def is_good(self) -> bool:
        return self.one.share <= AT_MOST and self.grows <= LINEAR

    @property
    def told(self) -> str:
        lines = [_line(one) for one in (self.one, self.ten)]
        limits = f"cần: không quá {AT_MOST:.0%} của lần dựng; gấp {TEN} lần số liệu không quá "
        grew = f"{self.ten.drawing / self.one.drawing:.1f} lần".replace(".", ",")
        return "\n".join([*lines, f"{limits}{TEN * LINEAR:.0f} lần thời gian (nay {grew})."])


def _line(one: Charted) -> str:
    drawing, building, share = (
        f"{it:.2f}".replace(".", ",") for it in (one.drawing, one.building, one.share * 100)
    )
    told = f"{one.schools} trường × {one.each} thời điểm: {one.charts} hình, {drawing} giây CPU"
    return f"{told} trên {building} giây của lần dựng ({share}%)."


def run(folder: Path) -> Outcome:
    return Outcome(measure(folder / "mot", EACH), measure(folder / "muoi", EACH * TEN))
