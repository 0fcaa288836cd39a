"""No file still holds the words a new one is made with."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.base import PLACEHOLDER
from portal.library import Library
from portal.problem import Problem

RULE = "chu-mau"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.written:
        before, found, _ = entry.body.partition(PLACEHOLDER)
        if found:
            yield Problem(
                entry.source.path,
                entry.source.body_line + before.count("\n"),
                "",
                f"còn chữ mẫu «{PLACEHOLDER}»",
                RULE,
                "thay bằng nội dung của mục, hoặc xoá dòng ấy",
            )
