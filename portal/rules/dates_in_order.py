"""What ends does not end before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.dates import day
from portal.kinds import Entry
from portal.kinds.base import PartialDate, fields_of, groups
from portal.library import Library
from portal.problem import Problem

RULE = "ngay-nguoc"
PAIRS = (
    ("bat_dau", "ket_thuc"),
    ("tu", "den"),
    ("tu_nam", "den_nam"),
    ("ngay_ra_soat", "ra_soat_lai"),
    ("ngay_dang", "ngay_go"),
)


def check(library: Library) -> Iterator[Problem]:
    return library.findings.about(RULE).each(library.everything, _of_entry)


def _of_entry(entry: Entry) -> Iterator[Problem]:
    for where, group in groups(entry):
        values = {one.key: getattr(group, one.name) for one in fields_of(type(group))}
        for first, last in PAIRS:
            start, end = values.get(first), values.get(last)
            if start is not None and end is not None and _is_before(end, start):
                here = f"{where}.{last}" if where else last
                told = f"«{_told(end)}» đứng trước {first} «{_told(start)}»."
                yield entry.problem(here, told, RULE, "xem lại hai ngày")


def _is_before(one: Any, other: Any) -> bool:
    return bool(one.is_before(other) if isinstance(one, PartialDate) else one < other)


def _told(value: Any) -> str:
    return str(value) if isinstance(value, int | PartialDate) else day(value)
