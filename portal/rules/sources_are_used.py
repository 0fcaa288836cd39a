"""Every source of the register carries some fact (a reminder, it stops nothing)."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.base import prose
from portal.kinds.reference import Reference
from portal.library import Library, prose_links
from portal.problem import Problem


def check(library: Library) -> Iterator[Problem]:
    if library.unread:  # they may be the ones that use it
        return
    used = set()
    for entry in (*library.texts, *library.faulty):
        used |= {link.id for _, link in entry.links if link.kind == Reference.KIND}
        for _, _, text in prose(entry):
            used |= {link.id for _, link in prose_links(text) if link.kind == Reference.KIND}
    for entry in library.everything:
        if isinstance(entry, Reference) and entry.id not in used:
            yield entry.problem(
                "",
                "chưa mục nào dùng nguồn này.",
                "nguon-thua",
                "dùng nó ở một dữ kiện, hoặc xoá tệp",
                level="nhắc",
            )
