"""What a run of builds showed, as a Vietnamese table or as data.

In: a `Run`. Out: text, figures.
"""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any

from bench import budgets, content, kept
from bench.building import OURS, REAL, SLOW, USUAL, USUAL_SHAPE, Result, Run, holds

NOTES = """
MiB: bộ nhớ lớn nhất của cả cây tiến trình, phần dùng chung tính một lần. MB: cả thư mục trang.
KB/mục và nén: trang HTML của một mục, số giữa, chưa nén và nén gzip. Lớn nhất: trang HTML lớn
nhất, KB. CPU khác: giây CPU mà chương trình khác dùng trong lúc đo; nhiều thì chỉ nên tin cột CPU
giây. Hugo, Zensical (nếu có) dựng cùng những tệp Markdown đã viết cho Material; Hugo với một khung
trang nhỏ, không phải giao diện ấy."""


def growth(results: list[Result]) -> dict[str, float]:
    """By way: x in «CPU seconds grow like n to the power of x», smallest n to largest."""
    found = {}
    for way in dict.fromkeys(one.way for one in results):
        same = [one for one in results if one.way == way and one.case != REAL]
        same.sort(key=lambda one: one.n)
        if same and same[0].n < same[-1].n:
            first, last = same[0], same[-1]
            found[way] = math.log(last.cost.cpu / first.cost.cpu) / math.log(last.n / first.n)
    return found


def ratios(results: list[Result]) -> dict[tuple[str, str], tuple[float, float]]:
    """By case and way: our seconds divided by theirs, CPU and wall."""
    ours = {one.case: one.cost for one in results if one.way == OURS}
    return {
        (one.case, one.way): (
            ours[one.case].cpu / one.cost.cpu,
            ours[one.case].wall / one.cost.wall,
        )
        for one in results
        if one.way != OURS
    }


def as_data(run: Run) -> dict[str, Any]:
    """The figures for machines."""
    return {
        "shape": run.order.shape,
        "seed": run.order.seed,
        "day": content.DAY.isoformat(),
        "results": [_rounded(asdict(one)) for one in run.results],
        "rooms": {
            case: [_rounded({**asdict(one), "over": one.is_over}) for one in verdicts]
            for case, verdicts in run.rooms.items()
        },
        "growth": _rounded(growth(run.results)),
    }


def _rounded(value: Any) -> Any:
    """Three decimals: a line of figures is read by people too."""
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    return round(value, 3) if isinstance(value, float) else value


def table(run: Run) -> str:
    """The figures for people."""
    order, told = run.order, kept.machine()
    system = f"{told['cpu']}, {told['cores']} nhân, Python {told['python']}, {told['os']}"
    lines = [
        f"Nội dung tự tạo dạng {order.shape}, hạt giống {order.seed}, ngày {content.DAY}.",
        f"{system}.\n",
        *columns([HEAD, *(_row(one) for one in run.results)]),
        "\nSố mũ x khi số giây CPU tăng như (số mục)^x:",
    ]
    lines += [f"  {decimal(power, 2)}  {way}" for way, power in growth(run.results).items()]
    lines += ["Số giây của cổng này so với cách kia, CPU / đồng hồ:"]
    for (case, way), (cpu, wall) in ratios(run.results).items():
        lines.append(f"  {decimal(cpu, 2)} / {decimal(wall, 2)}  {way}, {case} mục")
    measured = {(one.case, one.way) for one in run.results}
    if any((case, USUAL) not in measured for case in order.cases):
        lines.append(f"Từ {SLOW} mục không đo «{USUAL}» (mất nhiều phút); thêm --day-du.")
    return "\n".join([*lines, *run.missing]) + "\n" + NOTES + "\n" + _budgets(run)


def _budgets(run: Run) -> str:
    least = budgets.read()["least"]
    lines = []
    for case, verdicts in run.rooms.items():
        told = "" if holds(run, case, least) else f" (không xét: hạn mức là của {USUAL_SHAPE},"
        told += f" từ {least} mục)" if told else ""
        lines += [f"\nCPU từng phòng, {case} mục{told}:", *columns(budgets.rows(verdicts))]
    return "\n".join(lines)


HEAD = (
    *("mục", "cách dựng", "giây", "CPU giây", "MiB", "trang", "MB", "KB/mục", "nén"),
    *("lớn nhất", "CPU khác"),
)


def _row(one: Result) -> tuple[str, ...]:
    cost, size = one.cost, one.size
    return (
        *(one.case, one.way, decimal(cost.wall), decimal(cost.cpu), decimal(cost.memory, 0)),
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
