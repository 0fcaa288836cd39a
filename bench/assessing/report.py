"""`scripts/bench.py tu-ra-soat`: what the page costs and whether anything is lost, beside the aims.

In: a folder to work in. Out: a table, and whether every aim is kept. The set is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from bench.assessing import losing
from bench.assessing.exporting import exports
from bench.assessing.loading import keystroke, loaded
from bench.line import serving
from bench.report import decimal
from bench.vitals import SLOWER
from tests import chromium, made_up_criteria, tiny

SIZE = 65
LEVELS = {1: SIZE}
LIMITS = {"own": 60_000, "interactive": 1500.0, "key": 50.0}
SCREENS = {"so-lieu": "Số liệu", "tung-chi-tieu": "Chỉ tiêu"}

Line = tuple[str, str, str, bool]
"""What, how much, the aim, whether it is kept."""


def report(folder: Path, times: int, kills: int, seed: int) -> tuple[str, bool]:
    code, said = tiny.build(tiny.lay_out(folder / "content"), folder / "site")
    if code:
        raise RuntimeError(said)
    site = made_up_criteria.put_into(folder / "site", LEVELS)
    lines = []
    for one in _lines(site, times, kills, seed):
        name, told, aim, good = one
        print(f"{name:58}{told:>16}{aim:>14}  {'đạt' if good else 'KHÔNG ĐẠT'}", flush=True)
        lines.append(one)
    lost = sum(not good for *_, good in lines)
    return f"{lost} mục không đạt trên {len(lines)}; bộ {SIZE} chỉ tiêu là bộ bịa.", not lost


def _lines(site: Path, times: int, kills: int, seed: int) -> Iterator[Line]:
    kept = made_up_criteria.assessment(1, LEVELS)
    with serving(site) as line, chromium.started() as browser:
        yield from _losses(browser, line.address, kills, seed)
        told = loaded(browser, line, kept, times)
        own, limit = told.own, LIMITS["own"]
        yield "tải lần đầu, phần trang này thêm", _kb(own), f"≤ {_kb(limit)}", own <= limit
        yield "tải lần đầu, cả trang (gồm khung, phông chung)", _kb(told.all), "", True
        for name, value in (
            ("dùng được, lần đầu", told.interactive),
            (f"dùng được, mở lại bản {SIZE} chỉ tiêu", told.opened),
        ):
            limit = LIMITS["interactive"]
            yield (
                name,
                f"{decimal(value / 1000, 2)} s",
                f"≤ {decimal(limit / 1000, 1)} s",
                value <= limit,
            )
        for screen, title in SCREENS.items():
            for slower, where in ((1, ""), (SLOWER, ", máy chậm bốn lần")):
                waits = keystroke(browser, line, kept, screen, slower)
                p95 = waits[int(len(waits) * 0.95)]
                name = f"phím → kết quả, p95 của {len(waits)}, «{title}»{where}"
                yield name, f"{decimal(p95, 0)} ms", "≤ 50 ms", p95 <= LIMITS["key"]
        for made in exports(browser, line.address, kept):
            yield f"xuất: {made.name}", f"{decimal(made.seconds, 2)} s, {_kb(made.bytes)}", "", True


def _losses(browser: Browser, address: str, kills: int, seed: int) -> Iterator[Line]:
    for one in (
        losing.killed(browser, address, kills, seed),
        losing.full(browser, address),
        losing.refused(browser, address),
        losing.two_tabs(browser, address),
        losing.clock_back(browser, address),
    ):
        told = f"{one.failed}/{one.tried}"
        age = f", phím mất già nhất {decimal(one.oldest, 0)} ms" if one.tried > 1 else ""
        yield f"mất phím quá 1 giây: {one.mishap}{age}", told, "0", not one.failed


def _kb(size: float) -> str:
    return f"{decimal(size / 1000, 1)} KB"
