"""No key is left empty: what should stand there may still be a comment below (a reminder)."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import Entry
from portal.letters.unseen import shows_nothing
from portal.library import Library
from portal.problem import Problem
from portal.source.values import Listing, Mapping, Scalar, Value

RULE = "khoa-trong"
_MEND = (
    "điền giá trị; nếu giá trị ở các dòng dưới còn dấu # thì bỏ dấu ấy; không dùng thì xoá dòng này"
)


def check(library: Library) -> Iterator[Problem]:
    return library.findings.about(RULE).each(library.everything, _of_entry)


def _of_entry(entry: Entry) -> Iterator[Problem]:
    for where in _empty(entry.source.values, ""):
        if where == "nguon" and not entry.sources:  # another rule asks for it
            continue
        told = "khoá này để trống nên không có gì được đăng."
        yield entry.problem(where, told, RULE, _MEND, level="nhắc")


def _empty(value: Value, where: str) -> Iterator[str]:
    """Places of keys without a value: `cong_nhan[2].muc`."""
    if isinstance(value, Mapping):
        for key, inside in value.items.items():
            here = f"{where}.{key}" if where else key
            if isinstance(inside, Scalar) and shows_nothing(inside.text):
                yield here
            else:
                yield from _empty(inside, here)
    elif isinstance(value, Listing):
        for place, item in enumerate(value.items, 1):
            yield from _empty(item, f"{where}[{place}]")
