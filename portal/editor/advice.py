"""How to mend a fault, for who sits at the desk: its buttons in place of commands and paths.

Comes in: a fault as `check` tells it. Goes out: the same fault in words of the desk. Refuses to
know: which rule found it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from portal.kinds import BY_NAME, KINDS
from portal.kinds.base import walk_fields
from portal.problem import Problem

_MEND = "bấm «Để máy chữa» ở cuối trang của mục"
_NEW = "«Thêm mục»"
_COMMANDS = (
    (r"chạy python3 scripts/fix\.py để máy sửa", _MEND),
    (r"chạy python3 scripts/fix\.py để lưu lại tệp", _MEND),
    (r"chạy python3 scripts/fix\.py, máy", f"{_MEND}, máy"),
    (r"chạy python3 scripts/fix\.py", _MEND),
    (r"tạo bằng lệnh python3 scripts/new\.py van-ban", f"thêm ở {_NEW} hoặc «Nhập từ Word»"),
    (
        r'tạo một nguồn: python3 scripts/new\.py nguon "[^"]*", ghi địa chỉ này vào dia_chi',
        f"thêm một nguồn ở {_NEW}, dán địa chỉ này vào ô «Địa chỉ»",
    ),
    (r'python3 scripts/new\.py ([a-z-]+)(?: "[^"]*")?', f"{_NEW}"),
    (r"python3 scripts/import\.py(?: \S+)*", "«Nhập từ Word»"),
    (r"(?:xem )?python3 scripts/check\.py(?: --chi noi-dung)?(?: --het)?", "mở «Cần sửa»"),
    (r"(?:lệnh |chạy )?python3 scripts/[a-z_]+\.py(?: [a-z-]+)*", "nhờ người phụ trách kỹ thuật"),
)
_WITHDRAW = (
    r"thêm thay_doi: - \{ngay: năm-tháng-ngày, noi_dung: Rút vì …\}",
    "thêm một dòng ở ô «Thay đổi»: ngày, và «Rút vì …»; hoặc chọn lại trạng thái cũ rồi bấm «Đổi "
    "địa chỉ, gỡ» ở cuối trang",
)
_SOURCE = (
    r"thêm nguon: \[mã trong data/nguon\], hoặc van-ban/MÃ#ĐIỀU-KHOẢN",
    "gõ vài chữ của tên nguồn, hoặc số của văn bản đã đọc, vào ô «Nguồn» rồi chọn; nguồn chưa có "
    f"thì mở {_NEW} ở thẻ khác, thêm một nguồn, rồi chọn ở đây",
)
_HELP = (
    (
        r"Mã của nguồn trong data/nguon, hoặc van-ban/MÃ#ĐIỀU-KHOẢN khi đã đọc chính văn bản ấy\.",
        "Gõ vài chữ của tên nguồn, hoặc số của văn bản đã đọc, rồi chọn; chỉ một chỗ của văn bản "
        "thì viết tiếp # và mã điều khoản.",
    ),
    (r"theo nguồn của cả tệp", "theo nguồn của cả mục"),
    (r"^Mã đơn vị hoặc trường nếu", "Gõ tên đơn vị hoặc trường rồi chọn, nếu"),
    (
        r"^Mã văn bản, có thể kèm #điều-khoản\.",
        "Gõ số hoặc tên văn bản rồi chọn; chỉ một chỗ thì viết tiếp # và mã điều khoản.",
    ),
    (
        r"^Mã văn bản#mã điều khoản giao việc này\.",
        "Gõ số hoặc tên văn bản giao việc này rồi chọn, viết tiếp # và mã điều khoản.",
    ),
    (
        r"Ghi mã bộ#mã chỉ tiêu hoặc #tieu-chi-N\.",
        "Gõ tên bộ tiêu chí rồi chọn, viết tiếp # và mã chỉ tiêu, hoặc #tieu-chi-N.",
    ),
    (r"Đường dẫn dưới docs/tep/\.", "Bấm «Chọn tệp trong máy…»: máy để tệp vào đúng chỗ."),
    (r"\bkhoá (riêng|đã điền)", r"ô \1"),
)
_FILL = re.compile(r"(?:thêm dòng|điền vào dòng này) ([a-z0-9_]+): \((.*)\)$")
_KEY = re.compile(r"(?<![\w/.-])[a-z]+(?:_[a-z0-9]+)+(?![\w/-]|\.[a-z])")
"""Words with a line below are keys: labels stand in the forms."""
_CREATE = re.compile(r"tạo (?:data|docs)/([a-z-]+)/([a-z0-9/-]+)\.(?:yml|md)")


def at_desk(text: str) -> str:
    """A remedy in words of the desk."""
    for pattern, told in (*_COMMANDS, _WITHDRAW, _SOURCE):
        text = re.sub(pattern, told, text)
    text = _FILL.sub(_filled, _CREATE.sub(_added, text))
    return _KEY.sub(lambda found: _labelled(found[0]), text)


@cache
def helped(text: str) -> str:
    """The help of a field, for who fills in a form: there things are chosen, and no files seen."""
    for pattern, told in _HELP:
        text = re.sub(pattern, told, text)
    return at_desk(text)


def _filled(found: re.Match[str]) -> str:
    field = _labelled(found[1])
    if found[2].startswith("một mã của danh mục"):
        return f"chọn ở ô {field}"
    return f"điền ô {field} ({found[2]})"


def _labelled(key: str) -> str:
    label = _labels().get(key)
    return f"«{label}»" if label else key


@cache
def _labels() -> dict[str, str]:
    """Of all keys; the first kind that has one names it."""
    made: dict[str, str] = {}
    for kind in KINDS:
        for _, one in walk_fields(kind.model):
            made.setdefault(one.key, one.label)
    return made


def _added(found: re.Match[str]) -> str:
    kind = BY_NAME.get(found[1])
    return f"thêm {kind.one} ấy ở {_NEW}" if kind else f"thêm mục ấy ở {_NEW}"


def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        replace(one, text=at_desk(one.text), remedy=at_desk(one.remedy)) for one in problems
    )
