"""A school that was merged has an end, and not after the beginning of its successor; one successor
only."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.school import School
from portal.library import Library
from portal.problem import Problem

RULE = "hop-nhat"


def check(library: Library) -> Iterator[Problem]:
    schools = {entry.id: entry for entry in library.everything if isinstance(entry, School)}
    successor: dict[str, str] = {}
    for school in schools.values():
        for place, link in enumerate(school.predecessors, 1):
            old = schools.get(link.id)
            where = f"hop_nhat_tu[{place}]"
            if old and not old.end:
                yield old.problem(
                    "ket_thuc",
                    f"trường này đã hợp nhất vào {school.id} mà chưa có ngày kết thúc.",
                    RULE,
                    f"thêm ket_thuc: {school.start.iso if school.start else '2025-07-01'}",
                )
            elif old and old.end and school.start and school.start.is_before(old.end):
                yield school.problem(
                    where,
                    f"«{link.id}» kết thúc {old.end}, sau khi trường này bắt đầu {school.start}.",
                    RULE,
                    "xem lại hai ngày",
                )
            first = successor.setdefault(link.id, school.id)
            if first != school.id:
                yield school.problem(
                    where, f"«{link.id}» đã hợp nhất vào {first}.", RULE, "giữ ở một trường"
                )
