"""One page, one address: an old address leads to one page only, and no living page stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.kinds import BY_NAME, KINDS, Entry
from portal.kinds.page import MADE, Page
from portal.library import Library
from portal.problem import Problem

RULE = "trung-dia-chi"
_LEAF = re.compile(r"trang-[0-9]+")
"""The second and further pages of a long list."""


def check(library: Library) -> Iterator[Problem]:
    entries = (*library.everything, *library.faulty)
    made = {kind.name: f"trang danh sách «{kind.label}»" for kind in KINDS if not kind.anywhere}
    made |= dict.fromkeys(MADE, "một trang cổng tự làm")
    living = {_address(entry): entry.source.path for entry in entries} | made
    for entry in entries:
        if isinstance(entry, Page) and entry.id in made:
            told = f"địa chỉ «{entry.id}» là của {made[entry.id]}."
            yield entry.problem("", told, RULE, "đổi tên tệp")
        elif entry.id in BY_NAME[entry.KIND].made or _LEAF.fullmatch(entry.id):
            told = f"địa chỉ «{entry.KIND}/{entry.id}» là của một trang cổng tự làm."
            yield entry.problem("", told, RULE, "đổi tên tệp")
    taken: dict[str, str] = {}
    for entry in library.everything:
        for place, old in enumerate(entry.moved_from, 1):
            address = old.strip("/").removesuffix(".html").removesuffix("/index")
            where = f"chuyen_huong[{place}]"
            first = taken.setdefault(address, entry.source.path)
            if address in living:
                told = f"«{old}» là địa chỉ của {living[address]}."
                yield entry.problem(where, told, RULE, "bỏ dòng này")
            elif first != entry.source.path:
                told = f"«{old}» đã được {first} nhận."
                yield entry.problem(where, told, RULE, "giữ ở một tệp")


def _address(entry: Entry) -> str:
    return entry.id if isinstance(entry, Page) else f"{entry.KIND}/{entry.id}"
