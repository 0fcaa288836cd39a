"""What the machine wrote down of pages that readers may have kept links to, one a line.

Comes in: a content folder. Goes out: the lines of each register. Written by `scripts/fix.py` and
the desk, never by hand. Refuses to know: what a line means.
"""

from __future__ import annotations

from pathlib import Path

from portal.problem import Fault
from portal.source.admission import text_of
from portal.source.complaints import conflict
from portal.tree import refuse_leaving

ADDRESSES = "data/_schema/dia-chi.txt"
"""Addresses of entries: `van-ban/380-kh-hvctqg`."""
CLAUSES = "data/_schema/dieu-khoan.txt"
"""Ids of clauses: `van-ban/380-kh-hvctqg#muc-ii.4`."""


def read_register(content: Path, path: str) -> tuple[str, ...]:
    """A register, line by line; raises a `Fault` where it is there and unreadable."""
    file = content / path
    refuse_leaving(content, file)
    try:
        if not file.exists():
            return ()
        if not file.is_file():
            raise unreadable()
        text = text_of(file)
    except OSError:
        raise unreadable() from None
    if fault := conflict(text):
        raise fault
    return tuple(text.split())


def unreadable() -> Fault:
    told = "không đọc được tệp hoặc thư mục này."
    return Fault(1, told, "khong-doc-duoc", "kiểm tra quyền đọc, và tệp có còn ở đó")
