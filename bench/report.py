"""Builds made-up content of several sizes, ours beside plain Material, and tells it as a table.

In: the sizes and a seed. Out: one `Result` a build; a Vietnamese table, or the figures as data.
"""

from __future__ import annotations

import json
import math
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from os import cpu_count
from pathlib import Path
from typing import Any

from bench import content, likeness, measure, peer
from bench.identity import ROOT
from bench.measure import Cost, Size
from portal.lists import FOLDER
from portal.road import judge

SHAPES: dict[str, Callable[[Path, int, int, Path], None]] = {
    "sat-thuc": likeness.make,
    "nang": lambda folder, n, seed, project: content.make(folder, n, seed, project / FOLDER),
}
"""Made-up content: in the proportions of the real one, or about twice as heavy and as linked."""
OURS, BEST, USUAL = "cổng này", "Material, trang mục ngoài menu", "Material, mọi trang trong menu"
SLOW = 5000
"""From so many entries on, Material with all pages in its menu takes minutes and gigabytes."""
NOTES = """
MiB: bộ nhớ lớn nhất của cả cây tiến trình. MB: cả thư mục trang. KB/mục và nén: trang HTML của một
mục, số giữa, chưa nén và nén gzip. Lớn nhất: trang HTML lớn nhất, KB. CPU khác: giây CPU mà chương
trình khác dùng trong lúc đo; nhiều thì chỉ nên tin cột CPU giây."""


@dataclass(frozen=True)
class Order:
    """What to build: so many entries each time, from this seed, into this folder."""

    sizes: list[int]
    seed: int
    folder: Path
    shape: str = "sat-thuc"


@dataclass(frozen=True)
class Result:
    """One way of building at one size."""

    n: int
    way: str
    cost: Cost
    size: Size


def report(order: Order, all_ways: bool, as_json: bool) -> str:
    """Build everything, telling on the way how far it is; then the figures."""
    results = []
    for one in compare(order, all_ways):
        results.append(one)
        sys.stderr.write(f"đã đo {one.n} mục, {one.way}: {decimal(one.cost.cpu)} giây CPU\n")
    if as_json:
        return json.dumps(as_data(order, results), ensure_ascii=False, indent=1)
    return table(order, results)


def compare(order: Order, all_ways: bool) -> Iterator[Result]:
    """Every way at every size, one after the other."""
    for n in order.sizes:
        home = order.folder / str(n)
        if home.exists():
            raise FileExistsError(f"«{home}» đã có: xoá đi, hoặc chọn thư mục khác.")
        SHAPES[order.shape](home / "noi-dung", n, order.seed, ROOT)
        entries = _write_peer(home)
        for way, command in _commands(home).items():
            if way != USUAL or n < SLOW or all_ways:
                cost = measure.run(command, home)
                yield Result(n, way, cost, measure.weigh(Path(command[-1]), entries))


def _write_peer(home: Path) -> list[str]:
    """The same text as Material's project; the addresses of the entries, alike in both."""
    library, _ = judge(home / "noi-dung", content.DAY)
    peer.write(library, home / "material")
    entries = [entry for entries in library.entries.values() for entry in entries.values()]
    return [f"{entry.KIND}/{entry.id}" for entry in entries if entry.KIND != "trang"]


def _commands(home: Path) -> dict[str, list[str]]:
    """Each ends with the folder it writes the site to."""
    python, day = sys.executable, content.DAY.isoformat()
    door = [python, str(ROOT / "scripts" / "build.py"), "--ngay", day]
    mkdocs = [python, "-m", "mkdocs", "build", "--quiet", "--config-file"]
    beside = str(peer.settings(home / "material", in_nav=False))
    inside = str(peer.settings(home / "material", in_nav=True))
    return {
        OURS: [*door, "--content", str(home / "noi-dung"), "--site", str(home / "cong")],
        BEST: [*mkdocs, beside, "--site-dir", str(home / "ngoai-menu")],
        USUAL: [*mkdocs, inside, "--site-dir", str(home / "trong-menu")],
    }


def growth(results: list[Result]) -> dict[str, float]:
    """By way: x in «CPU seconds grow like n to the power of x», smallest n to largest."""
    found = {}
    for way in dict.fromkeys(one.way for one in results):
        same = sorted((one for one in results if one.way == way), key=lambda one: one.n)
        first, last = same[0], same[-1]
        if first.n < last.n:
            found[way] = math.log(last.cost.cpu / first.cost.cpu) / math.log(last.n / first.n)
    return found


def ratios(results: list[Result]) -> dict[tuple[int, str], float]:
    """By size and way: our CPU seconds divided by theirs."""
    ours = {one.n: one.cost.cpu for one in results if one.way == OURS}
    return {(one.n, one.way): ours[one.n] / one.cost.cpu for one in results if one.way != OURS}


def as_data(order: Order, results: list[Result]) -> dict[str, Any]:
    """The figures for machines."""
    return {
        "seed": order.seed,
        "day": content.DAY.isoformat(),
        "python": platform.python_version(),
        "cpus": cpu_count(),
        "results": [asdict(one) for one in results],
        "growth": growth(results),
        "ratios": [{"n": n, "way": way, "cpu": one} for (n, way), one in ratios(results).items()],
    }


def table(order: Order, results: list[Result]) -> str:
    """The figures for people."""
    system = f"{platform.system()}, {cpu_count()} nhân, Python {platform.python_version()}"
    lines = [f"Nội dung tự tạo, hạt giống {order.seed}, ngày {content.DAY}; {system}.", ""]
    lines += columns([HEAD, *(_row(one) for one in results)])
    lines += ["", "Số mũ x khi số giây CPU tăng như (số mục)^x:"]
    lines += [f"  {decimal(power, 2)}  {way}" for way, power in growth(results).items()]
    lines += ["Số giây CPU của cổng này so với cách kia:"]
    for (n, way), ratio in ratios(results).items():
        lines.append(f"  {decimal(ratio, 2)}  {way}, {n} mục")
    measured = {(one.n, one.way) for one in results}
    if any((n, USUAL) not in measured for n in order.sizes):
        lines.append(f"Từ {SLOW} mục không đo «{USUAL}» (mất nhiều phút); thêm --day-du.")
    return "\n".join(lines) + "\n" + NOTES


HEAD = (
    *("mục", "cách dựng", "giây", "CPU giây", "MiB", "trang", "MB", "KB/mục", "nén"),
    *("lớn nhất", "CPU khác"),
)


def _row(one: Result) -> tuple[str, ...]:
    cost, size = one.cost, one.size
    return (
        *(str(one.n), one.way, decimal(cost.wall), decimal(cost.cpu), decimal(cost.memory, 0)),
        *(str(size.pages), decimal(size.total / 1e6), decimal(size.entry / 1e3)),
        *(decimal(size.entry_gzip / 1e3), decimal(size.largest / 1e3, 0), decimal(cost.others)),
    )


def columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows of text in columns: the second to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if at == 1 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def decimal(value: float, places: int = 1) -> str:
    """`8,4`"""
    return f"{value:.{places}f}".replace(".", ",")
