"""What a form says first, once something was done with it.

Comes in: the deed, the entry as it is now. Goes out: what is told. Refuses to know: requests, HTML.
"""

from __future__ import annotations

from dataclasses import replace

from portal.editor.opened import Opened
from portal.editor.screens import NOTE, Told
from portal.text import upper_first

PUBLISH, MEND = "cho-dang", "may-chua"
"""Buttons that do more than save."""
Mended = tuple[str, Told]
"""The entry that was mended last, and what a machine did to it."""

_SAVED = {
    "luu": Told("Đã lưu vào tệp."),
    PUBLISH: Told("Đã lưu, hết là bản nháp.", more="Bấm «Gửi» ở trên cùng để gửi đi duyệt."),
    "nhu-cu": Told("Không có gì khác với tệp, nên không ghi."),
    "vao": Told(
        "Đã nhập thành mục nháp.",
        more="Soát từng ô, điền chỗ còn trống; soát xong thì bấm «Lưu và cho đăng» ở cuối trang.",
    ),
    "ghep": Told("Đã ghép hai bản, chưa ghi vào tệp. Xem lại từng ô, rồi bấm «Lưu».", NOTE),
    "tao": Told("Đã tạo mục mới. Điền các ô bắt buộc rồi bấm «Lưu»."),
}


def saved(deed: str, opened: Opened, mended: Mended) -> Told:
    """What became of the entry, and why readers will not see it yet."""
    told = _SAVED.get(deed, Told())
    if deed == MEND and mended[0] == opened.item.key:
        told = mended[1]
    held = opened.item.held
    if not told.text or not held or opened.draft:
        return told
    return replace(told, more="\n".join(filter(None, (upper_first(held) + ".", told.more))))
