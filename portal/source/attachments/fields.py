r"""Which fields of a Word document act: `{ DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc" }`.

Comes in: a field's code, nested fields as `NESTED`. Goes out: its fault. Shared by .docx and .doc.
"""

from __future__ import annotations

import re

from portal.problem import Fault
from portal.source.attachments import faults, links
from portal.source.attachments.faults import AS_PDF

NESTED = "\x13"
"""Stands in a code where another field stands: Word's own sign for a field's beginning."""
_WORD = re.compile(r'[\s"]*([^\s"\\]*)')
_SWITCH = re.compile(r'\\(?:[lost]\s*"[^"]*"|.)', re.IGNORECASE)
_PLACE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_FETCH = re.compile(
    "DDE(?:AUTO)?|LINK|INCLUDE(?:TEXT)?|IMPORT|DATABASE|RD|PRINT|(?:HTML)?CONTROL", re.IGNORECASE
)


def judge(code: str) -> Fault | None:
    """The fault of a field that fetches or starts something; most fields only count and repeat."""
    found = _WORD.match(code)
    name = found[1] if found else ""
    if NESTED in name and not name.startswith("="):
        return _fault("có tên ghép từ trường khác, không biết sẽ làm gì")
    if _FETCH.fullmatch(name):
        return _fault(f"{name.upper()} chạy chương trình hoặc lấy dữ liệu từ ngoài tệp")
    places = _places(code[found.end() :]) if found else []
    if name.upper() == "INCLUDEPICTURE" and any(links.elsewhere(place) for place in places):
        return _fault("INCLUDEPICTURE lấy ảnh từ máy khác")
    if name.upper() == "HYPERLINK" and not all(links.ordinary(place) for place in places):
        return _fault("HYPERLINK dẫn tới chỗ không phải địa chỉ thường")
    return None


def _places(rest: str) -> list[str]:
    r"""The words that are no switch (`\l "dau-trang"`, `\* MERGEFORMAT`); `\\` is one `\`."""
    bare = _SWITCH.sub(" ", rest.replace("\\\\", "/"))
    return [quoted or word for quoted, word in _PLACE.findall(bare)]


def _fault(what: str) -> Fault:
    remedy = f"trong Word chọn chỗ ấy, Ctrl+Shift+F9 để đổi trường thành chữ rồi lưu, {AS_PDF}"
    return faults.active(f"trường (field) {what}.", remedy)
