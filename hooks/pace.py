"""How far a long build is, told on one line of a terminal that is written over again and again.

In: how many pages there are, then how many are drawn. Out: nothing where nobody looks: no terminal,
a machine that checks (CI), or a build of a moment.
"""

from __future__ import annotations

import os
import sys
from time import monotonic

PATIENCE = 2.0
"""Seconds until people wonder whether anything happens."""
OFTEN = 0.2


class Pace:
    """One build's line; leave it, and the line is gone."""

    def __init__(self, count: int) -> None:
        self.count, self.begun = count, monotonic()
        self.said, self.next = "", self.begun + PATIENCE
        self.looked_at = sys.stderr.isatty() and not os.environ.get("CI")

    def tell(self, done: int) -> None:
        now = monotonic()
        if not self.looked_at or now < self.next:
            return
        self.next = now + OFTEN
        rate = done / (now - self.begun)
        self._show(f"Đã vẽ {_number(done)} / {_number(self.count)} trang, {rate:.0f} trang/giây")

    def close(self) -> None:
        self._show("")
        self.next = float("inf")

    def _show(self, told: str) -> None:
        """Blanks cover what stood there: not every window knows a sign for that."""
        if told or self.said:
            end = "" if told else "\r"
            sys.stderr.write(f"\r{told:{len(self.said)}}{end}")
            sys.stderr.flush()
        self.said = told


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
