"""The places of a document: which its text has, what they are called, how they are cited.

Comes in: the body of a document, ids of clauses. Goes out: the outline, «mục II.1, gạch đầu dòng 3»
as readers are led, «gạch đầu dòng thứ 3, mục II.1» as jurists cite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from portal.addresses import is_place, segment
from portal.clauses.reader import ATTACHED
from portal.clauses.spaces import AGAIN
from portal.clauses.wording import parted
from portal.problem import Problem

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
    "tiet": "tiết",
    "tieu-muc": "tiểu mục",
}
_COUNTED = ("cong", "doan", "gach")
"""Units without a sign of their own in the text: they are cited by their place."""
_UNIT = re.compile(rf"({'|'.join(_UNITS)})-([0-9]+[a-z]*|[a-z]+)(?:{AGAIN}([0-9]+))?")
_ATTACHED = re.compile(rf"{ATTACHED}(?:-([0-9]+))?")
_ROMAN = re.compile(r"([ivxl]+)([a-h]?)")
_PLACE = re.compile(r"\{:?\s*#([^\s{}]+)[^{}]*\}")
_LINE = re.compile(r"(?:(\#{2,6})|[ \t]*(?:[-*+]|\d{1,9}[.)]))[ \t]+(.*)")
ITEM = 6
"""The level of a list item: below every heading."""


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A unit of the text that can be pointed to; made from the body, never typed twice."""

    id: str
    label: str
    level: int
    line: int


def outline(body: str, first_line: int = 1) -> Iterator[Clause]:
    """The headings and list items that carry an explicit id, `### 4. Khảo sát {#muc-ii.4}`. The id
    of an item that goes on over several lines stands at the end of the last one."""
    item: tuple[int, list[str]] = (0, [])
    for line, text in enumerate(body.split("\n"), first_line):
        text = text.rstrip()
        at = text.rfind("{") if text.endswith("}") else -1
        mark = _PLACE.fullmatch(text, at) if at > 0 else None
        bare = text[:at] if mark else text
        begun = _LINE.fullmatch(bare)
        if begun and begun[1]:
            if mark:
                level = len(begun[1]) - 1
                yield Clause(id=mark[1], label=begun[2].strip(), level=level, line=line)
            item = (0, [])
            continue
        if begun:
            item = (line, [begun[2].strip()])
        elif not text:
            item = (0, [])
        elif item[1]:
            item[1].append(bare.strip())
        if mark and item[1]:
            yield Clause(id=mark[1], label=" ".join(item[1]), level=ITEM, line=item[0])
            item = (0, [])


def wanted_id(id: str) -> str:
    """The id as it has to be written; the same where it is right."""
    if is_place(id):
        return id
    return ".".join(filter(None, map(segment, id.split(".")))) or "dieu-5"


def clause_name(id: str, otherwise: str = "") -> str:
    """`muc-ii.1.gach-3` → «mục II.1, gạch đầu dòng 3»; `dieu-5.khoan-2` → «khoản 2 Điều 5»."""
    return _named(id) or otherwise


@lru_cache(maxsize=65536)
def _named(id: str) -> str:
    """Most documents have a `dieu-5.khoan-2`."""
    host, new, rest = parted(id)
    if new:
        inner, outer = _named(rest), _named(host)
        return f"{inner or 'lời mới'} nêu tại {outer}" if outer else ""
    attached, id = _attached(id)
    steps = _steps(id)
    if not steps:
        return attached if attached and not id else ""
    told = [f"{name} {number}".strip() for _, name, number in steps]
    made = " ".join(reversed(told)) if id.startswith("dieu-") else ", ".join(told)
    return f"{made} của {attached}" if attached else made


def cited_place(id: str) -> str:
    """From the smallest unit to the largest, as it is cited: «điểm a khoản 2 Điều 5», «Mục 1
    Chương II», «gạch đầu dòng thứ 3, mục II.1»; empty where the id tells no such place."""
    host, new, rest = parted(id)
    if new:
        inner, outer = cited_place(rest), cited_place(host)
        return f"{inner} nêu tại {outer}" if inner and outer else outer
    attached, id = _attached(id)
    steps = _steps(id)
    within = {unit for unit, _, _ in steps}
    told = ""
    for unit, name, number in reversed(steps):
        if unit in _COUNTED:
            name, number = f"{name} thứ", f"{number},"
        elif unit == "phan" or (unit == "muc" and "chuong" in within):
            name = name.capitalize()
        told += f" {name} {number}".rstrip()
    told = told.strip().rstrip(",")
    return f"{told} {attached}".strip() if not id or told else ""


def _attached(id: str) -> tuple[str, str]:
    """What an attached text is called, and the place in it."""
    first, _, rest = id.partition(".")
    found = _ATTACHED.fullmatch(first)
    if not found:
        return "", id
    return (f"văn bản thứ {found[1]} kèm theo" if found[1] else "văn bản kèm theo"), rest


def _steps(id: str) -> list[tuple[str, str, str]]:
    """(unit, its name, its number) from the largest to the smallest; none where one is unknown."""
    steps: list[tuple[str, str, str]] = []
    for part in id.split("."):
        if part in _WHOLE:
            steps.append((part, _WHOLE[part], ""))
        elif found := _UNIT.fullmatch(part):
            again = f" (lần {found[3]})" if found[3] else ""
            steps.append((found[1], _UNITS[found[1]], _numeral(found[2], found[1]) + again))
        elif steps:
            unit, name, number = steps[-1]
            steps[-1] = (unit, name, f"{number}.{_numeral(part)}")
        else:
            return []
    return steps


def _numeral(told: str, unit: str = "") -> str:
    if unit in ("chuong", "muc", "phan", "phu-luc") and (found := _ROMAN.fullmatch(told)):
        return found[1].upper() + found[2]
    return told.replace("dd", "đ")


def problems(path: str, clauses: Iterable[Clause]) -> Iterator[Problem]:
    """Ids used twice, and ids that cannot stand in an address."""
    seen: dict[str, int] = {}
    for clause in clauses:
        wanted = wanted_id(clause.id)
        if clause.id in seen:
            told = f"mã điều khoản «{clause.id}» đã dùng ở dòng {seen[clause.id]}."
            remedy = "mỗi điều khoản một mã riêng"
            yield Problem(path, clause.line, "", told, "trung-dieu-khoan", remedy)
        elif wanted != clause.id:
            told = f"mã điều khoản «{clause.id}» không đúng cách viết."
            remedy = f"viết chữ thường không dấu, nối bằng gạch: {wanted}"
            yield Problem(path, clause.line, "", told, "ma-dieu-khoan", remedy)
        seen.setdefault(clause.id, clause.line)
