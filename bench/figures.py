"""README's table of building: from the last run kept, so that no figure is copied by hand.

In: a kept run. Out: Markdown.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from bench import kept
from bench.building import OURS, REAL
from bench.report import decimal
from portal.dates import day

BEGIN, END = "<!-- bench.py bang -->", "<!-- /bench.py bang -->"
HEAD = (
    *("nội dung", "cách dựng", "giây", "CPU giây", "CPU khác", "MiB", "trang", "CPU ms/trang"),
    "KB/mục",
)
NOTE = "«CPU khác»: giây CPU mà chương trình khác dùng trong lúc đo; nhiều thì cột «giây» dài ra."
LEAST = 1000
"""A run of fewer entries is a trial."""


def last() -> dict[str, Any] | None:
    """The last run that README tells."""
    return next((run for run in reversed(kept.runs()) if _largest(run) >= LEAST), None)


def _largest(run: dict[str, Any]) -> int:
    return max((int(one["case"]) for one in run["results"] if one["case"] != REAL), default=0)


def table(run: dict[str, Any]) -> str:
    """The run as README has it."""
    lines = [
        f"Đo ngày {day(date.fromisoformat(run['date']))}, bản {run['commit'].rstrip('+')}:"
        " {cpu}, {cores} nhân, Python {python}, {os}.".format(**run["machine"]),
        "",
        f"| {' | '.join(HEAD)} |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    lines += [_row(one) for one in run["results"]]
    over = sorted(
        {
            f"{one['label']} ({case} mục)"
            for case, rooms in run["rooms"].items()
            for one in rooms
            if one["over"] and case != REAL
        }
    )
    told = f"Phòng vượt hạn mức: {', '.join(over)}." if over else "Phòng nào cũng trong hạn mức."
    return "\n".join([*lines, "", f"{NOTE} {told}"])


def _row(one: dict[str, Any]) -> str:
    cost, size = one["cost"], one["size"]
    name = f"thật ({one['n']} mục)" if one["case"] == REAL else f"{one['case']} mục"
    way = f"**{one['way']}**" if one["way"] == OURS else one["way"]
    cells = (
        *(name, way, decimal(cost["wall"]), decimal(cost["cpu"]), decimal(cost["others"])),
        *(
            decimal(cost["memory"], 0),
            str(size["pages"]),
            decimal(cost["cpu"] * 1000 / size["pages"]),
        ),
        decimal(size["entry"] / 1e3),
    )
    return f"| {' | '.join(cells)} |"
