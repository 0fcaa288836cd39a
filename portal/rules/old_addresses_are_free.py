"""An old address leads to one page only, and no living page stands there."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import KINDS
from portal.library import Library
from portal.problem import Problem

RULE = "chuyen-huong"


def check(library: Library) -> Iterator[Problem]:
    living = {f"{entry.KIND}/{entry.id}" for entry in library.everything} | {
        kind.name for kind in KINDS
    }
    taken: dict[str, str] = {}
    for entry in library.everything:
        for place, old in enumerate(entry.moved_from, 1):
            address = old.strip("/").removesuffix(".html").removesuffix("/index")
            where = f"chuyen_huong[{place}]"
            if address in living:
                yield entry.problem(
                    where, f"«{old}» là địa chỉ của một trang đang có.", RULE, "bỏ dòng này"
                )
            first = taken.setdefault(address, entry.source.path)
            if first != entry.source.path:
                yield entry.problem(where, f"«{old}» đã được {first} nhận.", RULE, "giữ ở một tệp")
