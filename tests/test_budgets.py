"""Figures are kept, README tells the last of them, and every room is held to its budget."""

from __future__ import annotations

import getpass
import json
import platform
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rooms

from bench import budgets, figures, kept, report
from bench.building import BEST, OURS, REAL, Order, Result, Run
from bench.measure import Cost, Size

README = (kept.ROOT / "README.md").read_text(encoding="utf-8")
ROOMS = [
    {"room": "draw", "label": "vẽ bài", "cpu": 3.0},
    {"room": "rules", "label": "quy tắc", "cpu": 0.5},
]
TOLD = {"least": 1000, "slack": 1.1, "floor": 0.0, "rooms": {"draw": 0.5, "whole": 0.4}}


def run(case: str = "1000", shape: str = "sat-thuc", draw: float = 3.0) -> Run:
    size, cost = Size(1000, 10**6, 11_000, 3000, 90_000), Cost(5.0, 9.0, 300.0, 0.0)
    found = [{**ROOMS[0], "cpu": draw}, ROOMS[1]]
    return Run(
        Order([1000], 7, Path(), shape),
        [Result(case, 1000, way, cost, size) for way in (OURS, BEST)],
        {case: budgets.judge(found, 1000, 6.0, budgets.read() | TOLD)},
    )


def test_a_room_is_judged_by_what_material_takes_for_a_page_in_the_same_run() -> None:
    slow = budgets.judge(ROOMS, 1000, material=6.0, budgets=TOLD)
    assert [(one.room, one.spent, one.allowed) for one in slow] == [
        ("draw", 3.0, 3.0),
        ("rules", 0.5, None),
        ("whole", 3.5, pytest.approx(2.4)),
    ]
    assert [one.is_over for one in slow] == [False, False, True]
    fast = budgets.judge(ROOMS, 1000, material=3.0, budgets=TOLD)
    assert [one.is_over for one in fast] == [True, False, True]


def test_noise_alone_is_not_over_the_budget() -> None:
    for draw, over in ((3.29, False), (3.31, True)):
        told = budgets.judge([{**ROOMS[0], "cpu": draw}], 1000, 6.0, TOLD)[0]
        assert told.is_over is over
        assert told.told.startswith("VƯỢT" if over else "đạt (+10%)")


def test_of_a_small_room_some_hundredths_of_a_page_are_noise() -> None:
    told = TOLD | {"floor": 0.01, "rooms": {"rules": 0.01}}
    for cpu, over in ((0.12, False), (0.13, True)):
        assert budgets.judge([{**ROOMS[1], "cpu": cpu}], 1000, 6.0, told)[0].is_over is over


@pytest.mark.parametrize(
    ("made", "over"),
    [
        (run(draw=9.0), True),
        (run(draw=0.1), False),
        (run("100", draw=9.0), False),
        (run(REAL, draw=9.0), False),
        (run(shape="nang", draw=9.0), False),
    ],
    ids=["over", "within", "too few", "real", "heavy"],
)
def test_budgets_hold_for_enough_entries_of_the_usual_shape(made: Run, over: bool) -> None:
    assert made.is_over is over


def test_the_table_of_budgets_names_room_cost_budget_and_outcome() -> None:
    told = report.table(run(draw=9.0))
    line = next(one for one in told.splitlines() if "vẽ bài" in one)
    assert line.split() == ["9,00", "vẽ", "bài", "3,00", "VƯỢT", "(+200%)"]
    assert "không xét" in report.table(run("100"))


def test_every_room_has_a_budget_and_the_file_says_why_it_is_relative() -> None:
    assert {*budgets.read()["rooms"]} == {*rooms.ROOMS, "rest", "whole"}
    assert "Material" in budgets.FILE.read_text(encoding="utf-8").partition("[rooms]")[0]


def test_every_run_is_kept_behind_the_others(tmp_path: Path) -> None:
    file = tmp_path / "results" / "build.jsonl"
    for draw in (9.0, 0.1):
        kept.keep(report.as_data(run(draw=draw)), date(2026, 11, 29), file)
    first, last = kept.runs(file)
    assert first["rooms"]["1000"][0]["over"] is True
    assert last["rooms"]["1000"][0]["over"] is False
    assert first["date"] == "2026-11-29"
    assert first["results"][0]["cost"]["cpu"] == 9.0
    assert {*first["machine"]} == {"cpu", "cores", "python", "os"}


def machines() -> list[dict[str, Any]]:
    return [kept.machine(), *(one["machine"] for one in kept.runs())]


def test_no_name_and_no_folder_of_a_machine_is_kept() -> None:
    told = json.dumps(machines(), ensure_ascii=False)
    assert "/" not in told.replace("n/a", "")
    assert platform.node() not in told
    assert getpass.getuser() not in told.split()


def test_readme_tells_the_last_run_kept() -> None:
    last = figures.last()
    assert last
    told = README.partition(figures.BEGIN)[2].partition(figures.END)[0]
    assert told.strip() == figures.table(last), "chép lại bảng: python3 scripts/bench.py bang"


def test_losses_are_told_too() -> None:
    data = {
        **{"date": "2026-11-29", "commit": "abc+", "machine": kept.machine()},
        **report.as_data(run(draw=9.0)),
    }
    told = figures.table(data)
    assert "Phòng vượt hạn mức: cộng (1000 mục), vẽ bài (1000 mục)." in told
    assert f"| 1000 mục | **{OURS}** | 5,0 | 9,0 | 0,0 | 300 | 1000 | 9,0 | 11,0 |" in told
