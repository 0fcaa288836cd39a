"""A title is a name, not a sentence: no full stop at its end, where lists and links show it."""

from __future__ import annotations

from collections.abc import Iterator

from portal.library import Library
from portal.problem import Problem

RULE = "cham-cuoi-ten"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.everything:
        if entry.title.endswith(".") and not entry.title.endswith(".."):
            yield entry.problem(
                *("tieu_de", "tên kết thúc bằng dấu chấm.", RULE, "bỏ dấu chấm cuối"), level="nhắc"
            )
