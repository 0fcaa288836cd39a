"""Every source of the register carries some fact (a reminder, it stops nothing)."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.base import Link
from portal.kinds.reference import Reference
from portal.library import Library
from portal.problem import Problem


def check(library: Library) -> Iterator[Problem]:
    used = {
        link.id
        for entry in library.everything
        for _, link in entry.links
        if isinstance(link, Link) and link.kind == "nguon"
    }
    for entry in library.everything:
        if isinstance(entry, Reference) and entry.id not in used:
            yield entry.problem(
                "",
                "chưa mục nào dùng nguồn này.",
                "nguon-thua",
                "dùng nó ở một dữ kiện, hoặc xoá tệp",
                level="nhắc",
            )
