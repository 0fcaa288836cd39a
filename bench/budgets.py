"""What each room may cost, beside what it did cost.

In: the CPU seconds of the rooms and of plain Material, measured in one run. Out: a table, and
whether every room keeps its budget.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "budgets.toml"
WHOLE = "cộng"


@dataclass(frozen=True)
class Verdict:
    """One room: CPU milliseconds a page, and how many it may take."""

    room: str
    label: str
    spent: float
    allowed: float | None
    """None where no budget is stated: nothing is judged."""
    most: float = 0.0
    """The same with room for the noise of measuring."""

    @property
    def is_over(self) -> bool:
        return self.allowed is not None and self.spent > self.most

    @property
    def told(self) -> str:
        if self.allowed is None:
            return "chưa có hạn mức"
        share = self.spent / self.allowed - 1
        return f"{'VƯỢT' if self.is_over else 'đạt'} ({share:+.0%})"


def read(file: Path = FILE) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def judge(
    rooms: Sequence[Mapping[str, Any]], pages: int, material: float, budgets: Mapping[str, Any]
) -> list[Verdict]:
    """`material`: CPU milliseconds it takes for one of its pages."""
    told: Mapping[str, float] = budgets["rooms"]
    verdicts = []
    for one in [*rooms, {"room": "whole", "label": WHOLE, "cpu": sum(one["cpu"] for one in rooms)}]:
        share = told.get(one["room"])
        allowed = None if share is None else share * material
        most = (allowed or 0.0) * budgets["slack"] + budgets["floor"] * material
        spent = one["cpu"] * 1000 / pages
        verdicts.append(Verdict(one["room"], one["label"], spent, allowed, most))
    return verdicts


def rows(verdicts: list[Verdict]) -> list[tuple[str, ...]]:
    """The table, its head first."""
    head = ("ms/trang", "phòng", "hạn mức", "kết quả")
    return [head, *((_ms(one.spent), one.label, _ms(one.allowed), one.told) for one in verdicts)]


def _ms(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".replace(".", ",")
