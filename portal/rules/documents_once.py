"""No document stands in the library twice: same number and day."""

from __future__ import annotations

from collections.abc import Iterator

from portal.citations import numbers
from portal.kinds.document import Document
from portal.library import Library
from portal.problem import Problem

RULE = "trung-van-ban"


def check(library: Library) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for entry in library.everything:
        if not isinstance(entry, Document) or not entry.number:
            continue
        key = (numbers.key(entry.number), entry.issued.iso if entry.issued else "")
        first = seen.setdefault(key, entry.source.path)
        if first != entry.source.path:
            told = f" {entry.issued.named}" if entry.issued else ""
            yield entry.problem(
                "so_ky_hieu",
                f"«{entry.number}»{told} đã có ở {first}.",
                RULE,
                "giữ một tệp; nếu là hai văn bản khác nhau, xem lại số và ngày",
            )
