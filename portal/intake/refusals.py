"""Why a file cannot be read, in sentences an editor can act on.

Comes in: what was found. Goes out: faults. Refuses to know: how it was found.
"""

from __future__ import annotations

from portal.problem import Fault

READABLE = ".docx, .doc, .pdf, .txt, .md, .html"
INSTALL_TESSERACT = "cài tesseract kèm tiếng Việt (tesseract-ocr-vie), hoặc xin bản Word"


def empty() -> Fault:
    return Fault(1, "tệp trống, không có gì để đọc.", "tep-trong", "xin lại tệp từ nơi gửi")


_WAYS = {
    ".heic": "ảnh của iPhone: gửi lại thành .jpg rồi in ra PDF",
    ".jpg": "ảnh chụp văn bản: gom các ảnh vào một tệp PDF rồi nhập",
    ".jpeg": "ảnh chụp văn bản: gom các ảnh vào một tệp PDF rồi nhập",
    ".png": "ảnh chụp văn bản: gom các ảnh vào một tệp PDF rồi nhập",
    ".odt": "mở bằng LibreOffice hoặc Word, lưu lại thành .docx",
    ".rtf": "mở bằng Word, lưu lại thành .docx",
    ".pages": "mở bằng Pages, xuất ra Word (.docx)",
    ".xls": "bảng thì nhập bằng: python3 scripts/import.py bang-tinh, sau khi lưu lại thành .xlsx",
    ".xlsx": "bảng thì nhập bằng: python3 scripts/import.py bang-tinh",
    ".csv": "bảng thì nhập bằng: python3 scripts/import.py bang-tinh",
    ".zip": "giải nén rồi nhập từng tệp",
    ".rar": "giải nén rồi nhập từng tệp",
}
"""Endings that editors are sent all the same."""


def unknown(ending: str) -> Fault:
    told = f"cổng chưa đọc được tệp {ending or 'không có đuôi'}."
    other = f"dùng một trong {READABLE}; Word, WPS lưu lại thành .docx"
    return Fault(1, told, "tep-la", _WAYS.get(ending, other))


def folder() -> Fault:
    told = "đây là thư mục, không phải tệp."
    return Fault(1, told, "tep-la", f"nêu tên từng tệp trong đó; cổng đọc {READABLE}")


def broken(kind: str) -> Fault:
    told = f"tệp {kind} hỏng hoặc đặt mật khẩu, không mở được."
    return Fault(
        1, told, "tep-hong", "mở bằng chương trình đã làm ra tệp rồi lưu lại, hoặc xin lại tệp"
    )


def too_many_pages(count: int, most: int) -> Fault:
    told = f"PDF có {count} trang, nhiều nhất {most}."
    return Fault(1, told, "tep-qua-lon", "chia thành nhiều tệp, mỗi tệp một văn bản")


def only_a_scan(count: int) -> Fault:
    told = f"PDF này là ảnh quét ({count} trang), bên trong không có chữ."
    return Fault(1, told, "ban-quet", f"{INSTALL_TESSERACT}; bản quét vẫn đính kèm được vào mục")


def unreadable_scan(count: int) -> Fault:
    told = f"PDF này là ảnh quét ({count} trang) mà máy không nhận ra chữ nào."
    remedy = "quét lại thẳng, đen trắng, 200 đến 300 dpi, hoặc xin bản Word"
    return Fault(1, told, "ban-quet", remedy)


def no_vietnamese() -> Fault:
    told = "tesseract chưa có tiếng Việt nên không nhận dạng được bản quét."
    return Fault(
        1, told, "ban-quet", "cài thêm tesseract-ocr-vie (Windows: đánh dấu Vietnamese lúc cài)"
    )


def too_slow(page: int) -> Fault:
    told = f"nhận dạng trang {page} quá lâu nên đã dừng."
    return Fault(1, told, "ban-quet", "quét lại ở 200 đến 300 dpi, đen trắng, rồi nhập lại")


def needs_office() -> Fault:
    told = "tệp .doc (Word 97–2003) cần LibreOffice để đọc, máy này chưa có."
    return Fault(
        1, told, "tep-doc-cu", "mở bằng Word, chọn Save As, loại .docx, rồi nhập tệp .docx"
    )


def office_failed() -> Fault:
    told = "LibreOffice không đổi được tệp .doc này sang .docx."
    return Fault(
        1, told, "tep-doc-cu", "mở bằng Word, chọn Save As, loại .docx, rồi nhập tệp .docx"
    )


def no_text() -> Fault:
    told = "tệp mở được nhưng không có chữ nào."
    return Fault(1, told, "tep-trong", "tệp chỉ có ảnh thì xuất PDF rồi nhập; hoặc xin lại tệp")
