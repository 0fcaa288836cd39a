"""The table of the search: ours and its peers, at every size, beside the aims.

In: sizes, a seed, a folder to work in. Out: one `Row` a system and size; a Vietnamese table, or
the figures as data.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.identity import ROOT
from bench.report import columns, decimal
from bench.search import authored, corpus, named, queries, run, systems
from bench.search.queries import CLASSES
from bench.search.query import Query
from bench.search.run import Run
from bench.search.systems import LABELS, Built, Corpus
from portal.library.lists import FOLDER
from tests import chromium

REAL = "nội dung thật"
ASKED = (*CLASSES, *named.SORTS)
EACH = 100
"""Queries of each class."""
SLOW_PEERS = {"material": 2000, "zensical": 2000}
"""Up to so many pages unless all is asked for: at more they take minutes and gigabytes."""
NOTES = """
KB: mọi byte phải tải, đã nén gzip, từ lúc bắt đầu tìm tới mười kết quả đầu tiên của «{first}». giây
lần đầu: cùng việc ấy qua đường 1,6 Mbit/s, mỗi lượt hỏi chờ thêm 150 ms. ms từ mới: p95 của những
câu hỏi phải tải thêm tệp (nếu không bao giờ phải tải thì của mọi câu); ms đã có: p95 khi hỏi lại.
MiB: bộ nhớ của trang sau mọi câu hỏi, đã dọn rác. Chỉ mục: giây CPU để dựng từ các mục đã đọc
(Material: cả trang); khi sửa 1 mục; cỡ khi nén.
MiniSearch và lunr.js được thêm việc bỏ dấu, gõ dở và một chữ sai; Material và Pagefind để nguyên.
Các dòng sau: phần câu hỏi mà trang đúng đứng đầu ({five}: trong năm kết quả đầu). Cách chấm khi
nhiều trang cùng đúng: bench/search/queries.py."""


@dataclass(frozen=True)
class Order:
    """What to measure."""

    sizes: list[int]
    real: bool
    seed: int
    folder: Path
    peers: bool
    all_ways: bool
    each: int = EACH


@dataclass(frozen=True)
class Row:
    """One system at one size."""

    pages: str
    count: int
    system: str
    built: Built
    seen: Run


def report(order: Order, as_json: bool) -> str:
    """Measure everything, telling on the way how far it is; then the figures."""
    if order.peers:
        systems.fetch()
    rows = []
    for row in measure(order):
        rows.append(row)
        sys.stderr.write(f"đã đo {row.pages}, {LABELS[row.system]} {row.seen.fault}\n")
    if as_json:
        return json.dumps([_data(row) for row in rows], ensure_ascii=False, indent=1)
    return table(order, rows)


def measure(order: Order) -> Iterator[Row]:
    """Every system at every size, one after the other."""
    for pages in _corpora(order):
        asked = queries.ask(pages.truth, order.seed, order.each)
        if pages.name == REAL:
            asked += authored.ask(pages.truth)
            asked += named.ask(pages.library, pages.plans, order.seed)
        for system in systems.present():
            if len(pages.truth.docs) > SLOW_PEERS.get(system, 10**9) + 100 and not order.all_ways:
                continue
            try:
                built = systems.build(system, pages, order.folder / f"{pages.name}")
            except RuntimeError as fault:
                sys.stderr.write(f"bỏ qua {LABELS[system]}: {fault}\n")
                continue
            yield Row(pages.name, len(pages.truth.docs), system, built, _run(built, asked))


def _run(built: Built, asked: list[Query]) -> Run:
    with chromium.started() as browser:
        return run.run(browser, built, asked, 900 if built.system == "portal" else 120)


def _corpora(order: Order) -> Iterator[Corpus]:
    for n in order.sizes:
        folder = order.folder / f"noi-dung-{n}"
        if not folder.exists():
            corpus.make(folder, n, order.seed, ROOT / FOLDER)
        yield Corpus.read(f"{n} trang", folder)
    if order.real:
        folder = order.folder / "noi-dung-that"
        for part in ("docs", "data"):  # a copy: one of its entries will be changed
            shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
        yield Corpus.read(REAL, folder)


def _data(row: Row) -> dict[str, object]:
    seen = row.seen
    return {
        **{"pages": row.pages, "count": row.count, "system": row.system},
        **{key: value for key, value in asdict(row.built).items() if key not in ("site", "worker")},
        **{"coldBytes": seen.cold_bytes, "coldMs": seen.cold_ms, "slowMs": seen.slow_ms},
        **{"firstUseP95": seen.first_use, "warmP95": run.p95(seen.warm), "memory": seen.memory},
        "queries": len(seen.answers),
        "success": {
            one.id: {f"at{at}": seen.success(one.id, at) for at in (1, 5)} for one in ASKED
        },
    }


COSTS = (
    *("trang", "cách tìm", "KB", "giây lần đầu", "ms từ mới", "ms đã có", "MiB"),
    *("chỉ mục, giây CPU", "sửa 1 mục", "MB"),
)
AIMS = {
    300: (90, 0.9, None, 10, None, None, None, None),
    2000: (120, 1.5, None, 10, None, None, None, None),
    10000: (200, 1.5, 100, 10, 250, 10, 1, None),
}


def table(order: Order, rows: list[Row]) -> str:
    """The figures for people: what it costs, then how often the right page comes first."""
    said = f"Trang tự tạo, hạt giống {order.seed}; {order.each} câu hỏi mỗi loại."
    costs = [COSTS, *(_costs(row) for row in rows)]
    costs += [_aims(size) for size in AIMS if size in order.sizes]
    lines = [said, "", *columns(costs), ""]
    head = ("trang", "cách tìm", *(_title(one.label, one.at) for one in ASKED))
    hits = [("", "cần đạt", *(_share(one.aim or None) for one in ASKED))]
    for row in rows:
        shares = (_share(row.seen.success(one.id, one.at)) for one in ASKED)
        hits.append((row.pages, LABELS[row.system], *shares))
    lines += columns(list(zip(*[head, *hits], strict=True)))
    for row in rows:
        if row.seen.fault:
            lines.append(f"{LABELS[row.system]}, {row.pages}: {row.seen.fault}")
        elif len(row.seen.answers) < order.each * len(CLASSES) // 2:
            lines.append(f"{LABELS[row.system]}, {row.pages}: kịp {len(row.seen.answers)} câu hỏi.")
    five = next(one.label for one in CLASSES if one.at == 5)
    return "\n".join(lines) + "\n" + NOTES.format(first=run.FIRST, five=five)


def _title(label: str, at: int) -> str:
    return label if at == 1 else f"{label} (5)"


def _costs(row: Row) -> tuple[str, ...]:
    built, seen = row.built, row.seen
    return (
        *(row.pages, LABELS[row.system], _number(seen.cold_bytes / 1e3, 0)),
        *(_number(seen.slow_ms / 1e3, 2), _number(seen.first_use), _number(run.p95(seen.warm))),
        *(_number(seen.memory, 0), _number(built.seconds), _number(built.again)),
        _number(built.weight / 1e6),
    )


def _aims(size: int) -> tuple[str, ...]:
    return (f"{size} trang", "không quá", *(_number(one) for one in AIMS[size]))


def _number(value: float | None, places: int = 1) -> str:
    return decimal(value, places) if value else "–"


def _share(value: float | None) -> str:
    return "–" if value is None else decimal(value, 2)
