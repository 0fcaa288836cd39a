"""Every published entry names a source; what rests only on the last rank of sources is a draft, and
no text that must stand names one of them."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import BY_NAME
from portal.kinds.base import Entry, Link
from portal.kinds.document import Document
from portal.kinds.lists import Publication, values
from portal.library import Library
from portal.library.withhold import last_of, rests_on_last_rank
from portal.problem import Problem

LAST_RANK = "nguon-hang-cuoi"
NAMED = "chỗ này dẫn tới nguồn là trang đăng lại nên không đăng được."
SAY_AS_FACT = "bỏ câu ấy, hoặc ghi thành một dữ kiện (du_kien) có nguồn riêng: máy sẽ giữ lại"


def check(library: Library) -> Iterator[Problem]:
    documents = {entry.id: entry for entry in library.everything if isinstance(entry, Document)}
    drafts = [one.value for one in values(library.lists, Publication).values() if one.held_back]
    held_back = f", hoặc đặt trang_thai: {drafts[0]}" if drafts else ""
    yield from _of_last_rank(library, f"thêm nguồn tốt hơn{held_back}")
    for entry in library.everything:
        if not entry.is_draft and needs_source(entry) and not entry.sources:
            yield entry.problem(
                "nguon",
                "chưa ghi nguồn nào.",
                "thieu-nguon",
                "thêm nguon: [mã trong data/nguon], hoặc van-ban/MÃ#ĐIỀU-KHOẢN",
            )
        for where, link in entry.links:
            if _is_source(where, link):
                document = documents.get(link.id)
                # Where the list of qualities has faults, how far it was read is not known.
                quality = document.text_quality if document else None
                if quality and quality.extent and not quality.read:
                    yield entry.problem(
                        where,
                        f"«{link}» chưa được đọc nên không làm nguồn được.",
                        "nguon-chua-doc",
                        "ghi nơi đã đọc (data/nguon), hoặc sửa chat_luong_ban của văn bản ấy",
                    )


def _of_last_rank(library: Library, remedy: str) -> Iterator[Problem]:
    last = last_of(library.everything)
    for entry in library.texts:
        if not entry.is_draft and rests_on_last_rank(entry.sources, last):
            yield entry.problem("nguon", "chỉ dựa vào nguồn là trang đăng lại.", LAST_RANK, remedy)
    for one in (*library.withheld, *library.withheld_later):
        if one.stuck and not one.entry.is_draft:
            path, line = one.entry.source.path, one.line or one.entry.line(one.where)
            yield Problem(path, line, one.where, NAMED, LAST_RANK, SAY_AS_FACT)


def needs_source(entry: Entry) -> bool:
    """A document that was read is its own source; one only heard of must say from where."""
    if isinstance(entry, Document):
        return not (entry.text_quality.read or entry.awaited)
    return BY_NAME[entry.KIND].needs_source


def _is_source(where: str, link: Link) -> bool:
    return link.kind == Document.KIND and where.rpartition(".")[2].partition("[")[0] == "nguon"
