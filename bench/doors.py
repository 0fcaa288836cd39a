"""What `scripts/bench.py` can measure: words of the command line → figures told.

In: the options typed, and a folder to work in. Out: a table, or data.
"""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import door

from bench import (
    building,
    charting,
    citations,
    clauses,
    desk,
    figures,
    judged,
    kept,
    language,
    report,
    saving,
    vitals,
    warm,
)
from bench.assessing import report as assessing
from bench.crashes import report as crashes
from bench.embedding import report as embedding
from bench.hostile import report as hostile
from bench.intake import report as intake
from bench.marks import report as marks
from bench.mutation import report as mutation
from bench.search import law
from bench.search import report as search


class Outcome(NamedTuple):
    """What is told, and whether it is as it should be."""

    told: str
    is_good: bool = True


def _build(options: Namespace, folder: Path) -> Outcome:
    sizes = options.n if options.n is not None else [] if options.that else [1000]
    order = building.Order(sizes, options.seed, folder, options.dang, options.that)
    run = building.measured(order, options.day_du)
    data = report.as_data(run)
    if not options.thu:
        data = kept.keep(data, door.today())
    told = json.dumps(data, ensure_ascii=False, indent=1) if options.json else report.table(run)
    return Outcome(told, not run.is_over)


def _figures(options: Namespace, folder: Path) -> Outcome:
    run = figures.last()
    return Outcome(figures.table(run) if run else "Chưa có lần đo nào được giữ lại.")


def _pages(options: Namespace, folder: Path) -> Outcome:
    return Outcome(vitals.report(options.site, options.lan, options.chi, options.json))


def _search(options: Namespace, folder: Path) -> Outcome:
    if options.cau:
        return Outcome(law.report(options.cau))
    sizes = options.n if options.n is not None else [] if options.that else [300, 2000]
    words = (sizes, options.that, options.seed, folder, options.cung_loai, options.day_du)
    return Outcome(search.report(search.Order(*words), options.json))


def _citations(options: Namespace, folder: Path) -> Outcome:
    if options.cau:
        return Outcome(judged.report(options.cau))
    return Outcome(citations.report((options.n or [2000])[0], options.seed, folder, options.json))


def _clauses(options: Namespace, folder: Path) -> Outcome:
    if options.van_ban is None:
        return Outcome("Cần --van-ban THƯ-MỤC: các văn bản .txt, mỗi đoạn một dòng.", False)
    return Outcome(*clauses.report(options.van_ban, folder))


def _marks(options: Namespace, folder: Path) -> Outcome:
    return Outcome(*marks.report(options.cung_loai, options.json))


def _intake(options: Namespace, folder: Path) -> Outcome:
    folder.mkdir(parents=True, exist_ok=True)
    return Outcome(*intake.report((options.n or [60])[0], options.seed, folder, options.json))


def _language(options: Namespace, folder: Path) -> Outcome:
    return Outcome(language.report(options.site, options.json))


def _crashes(options: Namespace, folder: Path) -> Outcome:
    kills = options.giet if options.giet is not None else round(options.lan * 5 / 3)
    tell = partial(print, flush=True)
    return Outcome(*crashes.report(folder, options.lan, kills, options.seed, options.that, tell))


def _warm(options: Namespace, folder: Path) -> Outcome:
    return Outcome(*warm.report(folder, (options.n or [500])[0], options.seed, options.that))


def _saving(options: Namespace, folder: Path) -> Outcome:
    sizes = options.n if options.n is not None else []
    real = options.that or not sizes
    found = saving.measured(sizes, options.seed, real, options.lan, folder)
    data = saving.as_data(found)
    if not options.thu:
        data = kept.keep(data, door.today(), saving.FILE)
    return Outcome(json.dumps(data, ensure_ascii=False) if options.json else saving.table(found))


def _hostile(options: Namespace, folder: Path) -> Outcome:
    return Outcome(hostile.report((options.n or [1000])[0], options.seed, options.chi, folder))


def _embedding(options: Namespace, folder: Path) -> Outcome:
    return Outcome(*embedding.report(options.site, folder if options.day_du else None))


def _assessing(options: Namespace, folder: Path) -> Outcome:
    kills = options.giet if options.giet is not None else 200
    return Outcome(*assessing.report(folder, options.lan, kills, options.seed))


def _mutation(options: Namespace, folder: Path) -> Outcome:
    return Outcome(*mutation.report(folder, options.phong, options.so, options.seed))


def _desk(options: Namespace, folder: Path) -> Outcome:
    folder.mkdir(parents=True, exist_ok=True)
    return Outcome(*desk.report(folder, (options.n or [200])[0], options.seed))


def _charting(options: Namespace, folder: Path) -> Outcome:
    found = charting.run(folder)
    return Outcome(found.told, found.is_good)


WORK: dict[str, Callable[[Namespace, Path], Outcome]] = {
    "build": _build,
    "bang": _figures,
    "trang": _pages,
    "bieu-do": _charting,
    "search": _search,
    "trich-dan": _citations,
    "nhap": _intake,
    "dieu-khoan": _clauses,
    "ban-bien-tap": _desk,
    "tu-ra-soat": _assessing,
    "chu": _marks,
    "loi": _language,
    "va-cham": _crashes,
    "dung-tiep": _warm,
    "sua": _saving,
    "hiem-hoa": _hostile,
    "nhung": _embedding,
    "dot-bien": _mutation,
}
