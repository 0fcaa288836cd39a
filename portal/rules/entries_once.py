"""No thing stands in the library twice: each kind tells by what two entries are one."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import BY_NAME
from portal.kinds.document import Document
from portal.kinds.reference import Reference
from portal.library import Library
from portal.problem import Problem
from portal.text import quote

RULE = "trung-muc"
DOCUMENT = "trung-van-ban"


def check(library: Library) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], str] = {}
    for entry in library.everything:
        kind = BY_NAME[entry.KIND]
        same = kind.identity(entry)
        if same is None:
            continue
        first = seen.setdefault((entry.KIND, *same), entry.source.path)
        if first == entry.source.path:
            continue
        if isinstance(entry, Document) and entry.number:
            told = f" {entry.issued.named}" if entry.issued else ""
            yield entry.problem(
                "so_ky_hieu",
                f"«{entry.number}»{told} đã có ở {first}.",
                DOCUMENT,
                "giữ một tệp; nếu là hai văn bản khác nhau, xem lại số và ngày",
            )
        else:
            url = entry.url if isinstance(entry, Reference) else None
            told = f"{quote(url) if url else f'{kind.one} {quote(entry.title)}'} đã có ở {first}."
            other = f"nếu là hai {kind.one} khác nhau thì đặt tên cho phân biệt"
            remedy = "chỗ nào dùng tệp kia thì đổi sang tệp này" if url else other
            yield entry.problem(
                "dia_chi" if url else "tieu_de", told, RULE, f"giữ một tệp; {remedy}"
            )
