"""In a series of articles no two are the same part."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.article import Article
from portal.library import Library
from portal.problem import Problem

RULE = "loat-bai-trung"


def check(library: Library) -> Iterator[Problem]:
    met: dict[tuple[str, int], Article] = {}
    for one in library.everything:
        if isinstance(one, Article) and one.series and one.part:
            first = met.setdefault((one.series, one.part), one)
            if first is not one:
                told = f"bài {one.part} của «{one.series}» đã là {first.source.path}."
                yield one.problem("bai_thu", told, RULE, "xem lại thứ tự trong loạt")
