"""What the places of a document are called, and a mark beside each that leads to itself.

Comes in: ids of clauses, the HTML of a body. Goes out: «mục II.1, gạch đầu dòng 3», and HTML.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_WHOLE = {"mo-dau": "phần mở đầu", "ket": "phần kết"}
_UNITS = {
    "chuong": "Chương",
    "cong": "dấu cộng",
    "diem": "điểm",
    "dieu": "Điều",
    "doan": "đoạn",
    "gach": "gạch đầu dòng",
    "khoan": "khoản",
    "muc": "mục",
    "phan": "phần",
    "phu-luc": "Phụ lục",
}
_UNIT = re.compile(rf"({'|'.join(_UNITS)})-([0-9]+|[a-z]+)")
_ROMAN = re.compile(r"[ivxl]+")
_HEADING = re.compile(r'<(h[2-6]) id="([^"]+)">(.*?)</\1>', re.DOTALL)
_ITEM = re.compile(r'<li id="([^"]+)">')


def clause_name(id: str, otherwise: str = "") -> str:
    """`muc-ii.1.gach-3` → «mục II.1, gạch đầu dòng 3»; `dieu-5.khoan-2` → «khoản 2 Điều 5», as
    jurists say it."""
    steps: list[str] = []
    for part in id.split("."):
        if part in _WHOLE:
            steps.append(_WHOLE[part])
        elif found := _UNIT.fullmatch(part):
            steps.append(f"{_UNITS[found[1]]} {_numeral(found[2], found[1])}")
        elif steps:
            steps[-1] += f".{_numeral(part)}"
        else:
            return otherwise
    return " ".join(reversed(steps)) if id.startswith("dieu-") else ", ".join(steps)


def _numeral(told: str, unit: str = "") -> str:
    if unit in ("chuong", "muc", "phan") and _ROMAN.fullmatch(told):
        return told.upper()
    return "đ" if told == "dd" else told


def marked(html: str) -> Markup:
    """Headings and items that can be pointed to get a link to themselves. Its sign is drawn by the
    style sheet, so that neither the search nor the outline reads it."""
    html = _HEADING.sub(lambda m: f'<{m[1]} id="{m[2]}">{m[3]}{_mark(m[2])}</{m[1]}>', html)
    return Markup(_ITEM.sub(lambda m: m[0] + _mark(m[1], ' tabindex="-1"'), html))


def _mark(id: str, more: str = "") -> str:
    name = clause_name(id, "chỗ này")
    return f'<a class="headerlink" href="#{id}"{more} aria-label="Liên kết tới {name}"></a>'
