"""No entry is past the day it wanted to be looked at again (a reminder, it stops nothing)."""

from __future__ import annotations

from collections.abc import Iterator

from portal.dates import day
from portal.library import Library
from portal.problem import Problem


def check(library: Library) -> Iterator[Problem]:
    for entry in library.everything:
        if library.is_overdue(entry) and entry.review_after:
            yield entry.problem(
                "ra_soat_lai",
                f"quá hạn rà soát từ {day(entry.review_after)}.",
                "qua-han-ra-soat",
                "đối chiếu lại với nguồn, rồi sửa ngay_ra_soat và ra_soat_lai",
                level="nhắc",
            )
