"""One page, one address: an old address leads to one page only, and no living page stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portal.kinds import BY_NAME, KINDS, Entry, address, keeper
from portal.kinds.base import WORKSHEET
from portal.kinds.page import MADE, OWN
from portal.kinds.reference import Reference
from portal.library import Library
from portal.library.withhold import unnamed
from portal.problem import Problem

RULE = "trung-dia-chi"


def check(library: Library) -> Iterator[Problem]:
    entries = (*library.everything, *library.faulty)
    yield from _kept(entries)
    hidden = unnamed(library.everything)
    living = {
        address(entry.KIND, entry.id): entry.source.path
        for entry in entries
        if not (isinstance(entry, Reference) and entry.id in hidden)
    }
    living |= {kind.name: f"trang danh sách «{kind.label}»" for kind in KINDS if not kind.anywhere}
    living |= dict.fromkeys(MADE, "một trang cổng tự làm")
    for entry in library.everything:
        for part in BY_NAME[entry.KIND].parts(entry):
            living[f"{address(entry.KIND, entry.id)}/{part.id}"] = entry.source.path
        for id in BY_NAME[entry.KIND].rows(entry):
            living[f"{address(entry.KIND, entry.id)}/{id}"] = entry.source.path
    yield from _old(library.everything, living)


def _kept(entries: Iterable[Entry]) -> Iterator[Problem]:
    """No entry stands where the portal puts a page or a file of its own."""
    for entry in entries:
        if whose := keeper(BY_NAME[entry.KIND], entry.id):
            told = f"địa chỉ «{address(entry.KIND, entry.id)}» là của {whose}."
            yield entry.problem("", told, RULE, "đổi tên tệp, hoặc chuyển sang thư mục khác")


def _old(entries: Iterable[Entry], living: dict[str, str]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    living = {one.lower(): whose for one, whose in living.items()}
    for entry in entries:
        for place, old in enumerate(entry.moved_from, 1):
            here = old.strip("/").removesuffix(".html").removesuffix("/index").lower()
            where = f"chuyen_huong[{place}]"
            first = taken.setdefault(here, entry.source.path)
            if here in living:
                told = f"«{old}» là địa chỉ của {living[here]}."
                yield entry.problem(where, told, RULE, "bỏ dòng này")
            elif _is_ours(here):
                told = f"«{old}» là chỗ của cổng, không chuyển đi đâu được."
                yield entry.problem(where, told, RULE, "bỏ dòng này")
            elif first != entry.source.path:
                told = f"«{old}» đã được {first} nhận."
                yield entry.problem(where, told, RULE, "giữ ở một tệp")


def _is_ours(address: str) -> bool:
    """Whether the portal puts files of its own there, or below."""
    first, last = address.partition("/")[0], address.rpartition("/")[2]
    return first in (*OWN, "index") or last == WORKSHEET
