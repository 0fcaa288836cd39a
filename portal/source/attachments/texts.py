"""Plain text and tables of text: .txt and .csv.

Comes in: their bytes. Goes out: the fault of one that is something else, or whose cells a
spreadsheet would run. Negative numbers and telephone numbers (`-5`, `+84 24 3854 4280`) are no
formulas, nor is a list's dash.
"""

from __future__ import annotations

import re

from portal.source.attachments import endings, faults

_OTHER = re.compile(
    rb"\{\\rtf|%PDF-|%!PS|GIF8|\xff\xd8\xff|Rar!|7z\xbc\xaf|ID;[^\r\n]*[\r\n]+(?:[BCFOPW]|NN|NU);"
)
"""Beginnings of other files without a zero byte; the last is SYLK, which Excel opens as a sheet."""
_PAGE = re.compile(
    rb"[\s\xef\xbb\xbf]*<(?i:!--|\?xml|!doctype|(?:h1|div|font|table|a|title|b|br|p)[\s>])"
)
"""What makes a browser take a text for a page."""
_MARKUP = re.compile(
    rb"<(?i:(?:!doctype\s+html|html|head|body|script|iframe|object|embed|svg|meta|link|style)\b"
    rb"|\?php\b|(?:img|form|input|base|video|audio|math)\s)"
)
_CALL = r"[A-Za-z_][A-Za-z0-9_.]{0,9}\("
_BARE, _QUOTED = r"[^,;\t\r\n\"", r"[^\""
_FORMULA = re.compile(
    rf"""(?:^|[,;\t\r])[ \xa0\ufeff]*
    (?: "[\s\xa0]*
        (?: [=＝](?!""[^"]*""\s*")
          | [+\-@＋－＠](?:{_QUOTED}]*?{_CALL}|{_QUOTED}|]*+\|{_QUOTED}!]*+!) )
      | [=＝](?!"[^"]*"\s*(?:[,;\t\r]|$))
      | [+\-@＋－＠](?:{_BARE}]*?{_CALL}|{_BARE}|]*+\|{_BARE}!]*+!) )""",
    re.VERBOSE | re.MULTILINE,
)
"""A cell that begins like a formula; `="0123"` only keeps a number's zeros."""


def judge(raw: bytes, ending: str) -> None:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise faults.wrong_kind("tệp ghi bằng mã UTF-16.", "lưu lại tệp với mã UTF-8")
    if b"\0" in raw or endings.program(raw) or _OTHER.match(raw):
        told = f"bên trong không phải tệp {ending[1:]}."
        raise faults.wrong_kind(told, "lưu lại đúng loại bằng chương trình đã làm ra tệp")
    if _PAGE.match(raw) or _MARKUP.search(raw):
        told = "trong chữ có mã HTML, trình duyệt có thể chạy như trang web."
        raise faults.wrong_kind(told, "bỏ mã ấy, chỉ giữ chữ")
    if ending == ".csv":
        _judge_cells(raw.decode("utf-8", "replace"))


def _judge_cells(text: str) -> None:
    if found := _FORMULA.search(text):
        line = text.count("\n", 0, found.start()) + 1
        cell = text[found.start() : found.start() + 60].lstrip(",;\t\r\n ").splitlines()[0]
        told = f"ô {faults.shown(cell)} là công thức, Excel chạy khi mở tệp."
        fault = faults.active(told, "ghi giá trị thay cho công thức, hoặc thêm dấu ' vào đầu ô")
        fault.line = line
        raise fault
