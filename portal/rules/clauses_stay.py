"""A clause, once published, stays in its document under its id, or is moved to another."""

from __future__ import annotations

from collections.abc import Iterator

from portal.forms import Link, nearest
from portal.kinds.document import Document
from portal.library import Library
from portal.problem import Problem
from portal.source.registers import CLAUSES

RULE = "dieu-khoan-mat"


def check(library: Library) -> Iterator[Problem]:
    documents = {entry.id: entry for entry in library.everything if isinstance(entry, Document)}
    moved = {old.strip("/"): one for one in documents.values() for old in one.moved_from}
    unjudged = {entry.link for entry in library.faulty}
    gone: set[str] = set()
    for line, told in enumerate(library.published, 1):
        address, _, place = told.partition("#")
        kind, _, id = address.partition("/")
        document = documents.get(id) if kind == Document.KIND else None
        document = document or moved.get(address)
        if document and place not in (places := document.anchors()):
            near = nearest(place, places)
            now = near or place.rpartition(".")[0] or "…"
            yield document.problem(
                "",
                f"điều khoản «{place}» đã đăng mà không còn trong bài.",
                RULE,
                f"đặt lại mã ấy, hoặc thêm vào dieu_khoan_cu: - {{cu: {place}, nay: {now}}}; "
                "mã chưa từng lên trang thì chạy python3 scripts/fix.py",
            )
        elif (
            document is None
            and Link(kind, id) not in unjudged
            and (kind, id) not in library.unread
            and address not in gone
        ):
            gone.add(address)
            yield Problem(
                CLAUSES,
                line,
                "",
                f"«{address}» có điều khoản đã đăng mà văn bản không còn.",
                RULE,
                "đặt lại tệp, hoặc ghi địa chỉ này vào chuyen_huong của văn bản thay chỗ nó; "
                "văn bản chưa từng lên trang thì chạy python3 scripts/fix.py",
            )
