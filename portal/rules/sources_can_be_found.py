"""A source of a known origin says where readers find it: an address, or who printed it when (a
reminder)."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.reference import Reference
from portal.library import Library
from portal.problem import Problem


def check(library: Library) -> Iterator[Problem]:
    for entry in library.everything:
        if not isinstance(entry, Reference) or entry.rank.withheld or entry.url:
            continue
        if not (entry.publisher and entry.date_published):
            yield entry.problem(
                "dia_chi",
                "nguồn chưa có địa chỉ, người đọc không mở ra kiểm được.",
                "nguon-khong-dia-chi",
                "thêm dia_chi: https://…; chỉ có bản in thì ghi co_quan và ngay_cong_bo",
                level="nhắc",
            )
