"""Whether codes and levels agree within a set.

Comes in: a set as read. Goes out: faults, each at the key that has to change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from portal.forms import meant
from portal.kinds.base import WORKSHEET
from portal.problem import Problem

if TYPE_CHECKING:
    from portal.kinds.criteria import CriteriaSet, Indicator

TWICE, LEVEL, COUNTERPART = "trung-ma", "muc-la", "tuong-ung-la"


def check(whole: CriteriaSet) -> Iterator[Problem]:
    taken = {WORKSHEET}
    for place, criterion in enumerate(whole.criteria, 1):
        if criterion.id in taken:
            told = f"tiêu chí số {criterion.number} đã có."
            yield whole.problem(f"tieu_chi[{place}].so", told, TWICE, "mỗi tiêu chí một số riêng")
        taken.add(criterion.id)
    for place, criterion in enumerate(whole.criteria, 1):
        for at, indicator in enumerate(criterion.indicators, 1):
            where = f"tieu_chi[{place}].chi_tieu[{at}]"
            if indicator.id in taken:
                told = f"mã «{indicator.id}» đã dùng."
                yield whole.problem(f"{where}.ma", told, TWICE, "mỗi chỉ tiêu một mã riêng")
            taken.add(indicator.id)
            yield from _level(whole, where, indicator)
            yield from _counterparts(whole, where, indicator)


def _level(whole: CriteriaSet, where: str, one: Indicator) -> Iterator[Problem]:
    levels = {level.number for level in whole.levels}
    if one.level not in levels:
        told = f"bộ này không có mức {one.level}."
        remedy = f"dùng một trong: {', '.join(map(str, sorted(levels)))}"
        yield whole.problem(f"{where}.muc", told, LEVEL, remedy)


def _counterparts(whole: CriteriaSet, where: str, one: Indicator) -> Iterator[Problem]:
    at_level = {each.id: each.level for each in whole.indicators}
    others = [id for id, level in at_level.items() if level != one.level]
    for nth, id in enumerate(one.counterparts, 1):
        if id not in others:
            told = "cùng mức với chỉ tiêu này" if id in at_level else "không có trong bộ"
            remedy = meant(id, others, "ghi mã một chỉ tiêu ở mức khác, hoặc bỏ")
            where_told = f"{where}.tuong_ung[{nth}]"
            yield whole.problem(where_told, f"«{id}» {told}.", COUNTERPART, remedy)
