"""What `scripts/bench.py` can measure: words of the command line → figures told.

In: the options typed, and a folder to work in. Out: a table, or data.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from bench import citations, report, stress, vitals
from bench.hostile import report as hostile
from bench.search import report as search


def _build(options: Namespace, folder: Path) -> str:
    order = report.Order(options.n or [1000], options.seed, folder, options.dang)
    return report.report(order, options.day_du, options.json)


def _pages(options: Namespace, folder: Path) -> str:
    return vitals.report(options.site, options.lan, options.chi, options.json)


def _search(options: Namespace, folder: Path) -> str:
    sizes = options.n if options.n is not None else [] if options.that else [300, 2000]
    words = (sizes, options.that, options.seed, folder, options.cung_loai, options.day_du)
    return search.report(search.Order(*words), options.json)


def _citations(options: Namespace, folder: Path) -> str:
    return citations.report((options.n or [2000])[0], options.seed, folder, options.json)


def _stress(options: Namespace, folder: Path) -> str:
    kills = options.giet if options.giet is not None else round(options.lan * 5 / 3)
    return stress.report(folder, options.lan, kills, options.seed)


def _hostile(options: Namespace, folder: Path) -> str:
    return hostile.report((options.n or [1000])[0], options.seed, options.chi, folder)


WORK: dict[str, Callable[[Namespace, Path], str]] = {
    "build": _build,
    "trang": _pages,
    "search": _search,
    "trich-dan": _citations,
    "va-cham": _stress,
    "hiem-hoa": _hostile,
}
