"""An address, once published, leads somewhere: to its page, to one that says it was withdrawn, or
by `chuyen_huong` to another."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import Entry, address
from portal.library import Library
from portal.library.publication import sources_of_withheld
from portal.problem import Problem
from portal.source.registers import ADDRESSES

RULE = "dia-chi-mat"
_NEVER = "mục chưa từng lên trang thì chạy python3 scripts/fix.py"


def check(library: Library) -> Iterator[Problem]:
    if not library.addresses:
        return
    known = {address(one.KIND, one.id): one for one in library.everything}
    kept = {address(*one) for one in library.unread}
    kept |= {address(one.KIND, one.id) for one in (*library.faulty, *library.partial)}
    coming = sources_of_withheld(library.scheduled)
    moved = {old.strip("/") for one in library.everything for old in one.moved_from}
    for line, told in enumerate(library.addresses, 1):
        entry = known.get(told)
        if told in moved or told in kept:
            continue
        if entry is None:
            yield Problem(
                *(ADDRESSES, line, "", f"«{told}» đã đăng mà mục không còn.", RULE),
                "đặt lại tệp; đổi tên thì dùng python3 scripts/rename.py, gỡ thì dùng "
                f"python3 scripts/remove.py; {_NEVER}",
            )
        elif not entry.is_withdrawn and (entry.is_withheld or not library.get(entry.link)):
            where, cause = _why(entry)
            # On a day before its own, or before that of what rests on it, it rightly is not there.
            early = entry.waits_until or entry.id in coming
            yield entry.problem(
                where,
                f"địa chỉ «{told}» đã đăng mà nay không hiện.",
                RULE,
                f"{cause}; gỡ hẳn thì dùng python3 scripts/remove.py; {_NEVER}",
                level="nhắc" if early else "lỗi",
            )


def _why(entry: Entry) -> tuple[str, str]:
    """The key that keeps it from readers, and what to do with it."""
    if entry.is_draft:
        return "trang_thai", "bỏ dòng này"
    if entry.waits_until:
        return "ngay_dang", "ghi lại ngày đã đăng"
    return "", "không mục nào đang đăng dẫn tới nguồn này nữa: ghi lại nó ở mục đã dùng"
