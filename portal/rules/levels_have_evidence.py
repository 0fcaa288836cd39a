"""A level of evidence that an editor wrote down says less than what was reckoned, and why."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.exemplar import Exemplar
from portal.library import Library
from portal.library.evidence import reckon
from portal.problem import Problem

RULE = "muc-minh-chung"


def check(library: Library) -> Iterator[Problem]:
    for one in library.everything:
        if isinstance(one, Exemplar):
            yield from _check(library, one)


def _check(library: Library, one: Exemplar) -> Iterator[Problem]:
    typed, reckoned = one.evidence_level, reckon(library.lists, one)
    if typed is None:
        if one.level_reason:
            remedy = "thêm muc_minh_chung thấp hơn mức máy tính, hoặc xoá ly_do_muc"
            yield one.problem("ly_do_muc", "có lý do mà không xếp mức nào.", RULE, remedy)
    elif reckoned is None:
        return
    elif typed.place > reckoned.place:
        told = f"ghi mức {typed.value}, các khoá đã điền chỉ đủ mức {reckoned.value}; trang hiện"
        told += f" mức {reckoned.value}."
        remedy = "điền điều còn thiếu, hoặc xoá muc_minh_chung"
        yield one.problem("muc_minh_chung", told, RULE, remedy, level="nhắc")
    elif typed.place < reckoned.place and not one.level_reason:
        told = f"ghi mức {typed.value}, các khoá đã điền đủ mức {reckoned.value}."
        remedy = "nêu lý do ở ly_do_muc, hoặc xoá muc_minh_chung để máy tự xếp"
        yield one.problem("muc_minh_chung", told, RULE, remedy)
