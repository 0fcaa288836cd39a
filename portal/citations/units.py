"""Units of a document with their values, as people say them: «điểm a, b», «mục II.4».

Comes in: plain text, the same with its marks. Goes out: each unit named with what it counts.
Refuses to know: which of them stands in which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from portal.citations.nested import Group

_WRITTEN = {
    **{"chuong": "chương", "phan": "phần", "muc": "mục", "dieu": "điều", "khoan": "khoản"},
    **{"diem": "điểm", "tiet": "tiết", "doan": "đoạn", "tieu-muc": "tiểu mục"},
    **{"phu-luc": "phụ lục", "gach": "gạch đầu dòng"},
}
"""How a unit is written: «mức 1», «phân 2» are none, only forgotten marks are forgiven."""
_SLIPS = {
    **dict.fromkeys(("điệu", "điêu", "điểu", "điềụ", "điếu", "điễu", "đìêu", "đỉêu"), "điều"),
    **dict.fromkeys(("khỏan", "khoàn", "khoãn", "khoạn"), "khoản"),
    **dict.fromkeys(("điêm", "điễm", "điềm", "đỉêm"), "điểm"),
    **dict.fromkeys(("chưong", "chuơng"), "chương"),
}
"""What scanners and hands make of it."""
ORDINALS = {
    **{"nhat": "1", "dau tien": "1", "hai": "2", "ba": "3", "tu": "4", "nam": "5", "sau": "6"},
    **{"bay": "7", "tam": "8", "chin": "9", "muoi": "10"},
}
_ONES = ("i", "l")
"""«khoản I», «khoản l» of a scanner: a khoản has a digit."""
VALUE = (
    r"(?:(?-i:(?!VA)[IVXLC]{1,6}[A-E])|[IVXLC]{1,6}|[0-9]{1,3}[a-z]?|[a-z])"
    r"(?:\.(?:[0-9]{1,2}|[a-z]))*(?![A-Za-z0-9]|-[A-Za-z])"
)
_SPACE = r"[ \n]{1,2}"
_NEXT_ROW = r"(?!(?:\n{1,2}|(?<=;)[ ])[a-z0-9]{1,3}[.)][ \n])"
"""«… tại Điều 19;⏎c) Thay thế …»: the label of the next row is no value."""
_AND = (
    rf"(?:[ \n]?[,;]{_NEXT_ROW}[ \n]{{0,2}}(?:(?:va|hoac){_SPACE})?"
    rf"|{_SPACE}(?:va|hoac|&(?:amp;)?){_SPACE}"
    r"|[ ](?=[a-z](?:,[ ]|[ ](?:va|hoac)[ ])[a-z](?![a-z])))"
)
_TO = rf"(?:[ ]?-[ ]?|{_SPACE}den{_SPACE}(?:het{_SPACE})?)"
GROUP = re.compile(
    rf"""(?<![A-Za-z0-9])
    (?:(?:cac|nhung|tu){_SPACE})?
    (?P<unit>tieu{_SPACE}muc|gach{_SPACE}dau{_SPACE}dong|phu{_SPACE}luc
        |diem|khoan|dieu|muc|chuong|phan|doan|tiet)
    (?:(?:{_SPACE}|(?=[0-9]))(?:(?P<here>nay)(?![A-Za-z])|(?:so{_SPACE}|tu{_SPACE}|thu{_SPACE})?
        (?P<values>(?:{"|".join(ORDINALS)})(?![A-Za-z])
            |{VALUE}(?:{_TO}{VALUE})?(?:{_AND}(?:tu{_SPACE})?{VALUE}(?:{_TO}{VALUE})?){{0,40}})))?""",
    re.VERBOSE | re.IGNORECASE,
)
_SPLIT = re.compile(rf"{_AND}|{_TO}", re.IGNORECASE)
_PARTS = re.compile(rf"{_AND}(?:tu{_SPACE})?", re.IGNORECASE)
_RANGE = re.compile(_TO, re.IGNORECASE)
_ROW = re.compile(r"[.)][ ]+\S")
"""«… công trình đê điều⏎1. Bộ …»: the number begins a row."""
_WITH_IT = re.compile(r"[ \n](?:ban[ \n]hanh[ \n])?kem[ \n]")
_OF_ANNEX = re.compile(
    r"(?:^|(?<![A-Za-z])(?:tai|theo|trong|cua|va|o|tru|ca|doi|bo|sung|the)[ \n])$"
)


def groups(text: str, whole: str, start: int, end: int) -> Iterator[Group]:
    for found in GROUP.finditer(text, start, end):
        yield from group(found, text, whole)


def group(found: re.Match[str] | None, text: str, whole: str) -> Sequence[Group]:
    """The unit that was found; of «các Điều 30 - 32, 34 - 45» one for each range."""
    one = _group(found, text, whole)
    if not (one and found and found["values"]) or one.to or not _RANGE.search(found["values"]):
        return [one] if one else []
    return list(_ranges(one, text, whole, *found.span("values")))


def _ranges(one: Group, text: str, whole: str, start: int, end: int) -> Iterator[Group]:
    cuts = [*_PARTS.finditer(text, start, end), None]
    here = start
    for cut in cuts:
        stop = cut.start() if cut else end
        values = list(_values(text, whole, here, stop, one.unit))
        begin = one.start if here == start else here
        joined = cut[0] if cut else ""
        yield Group(begin, stop, one.unit, values, len(values) == 2, joined)
        here = cut.end() if cut else end


def _group(found: re.Match[str] | None, text: str, whole: str) -> Group | None:
    if found is None:
        return None
    unit = "-".join(found["unit"].lower().split()).replace("gach-dau-dong", "gach")
    written = " ".join(whole[slice(*found.span("unit"))].lower().replace("ð", "đ").split())
    written = _SLIPS.get(written, written)
    if written not in (_WRITTEN[unit], " ".join(found["unit"].lower().split())):
        return None
    if found["here"]:
        here = whole[slice(*found.span("here"))].lower() == "này"
        spot = (*found.span("here"), "")
        return Group(*found.span(), unit, [spot], here=True) if here else None
    if found["values"] is None:
        return Group(*found.span(), unit, [(*found.span(), "")]) if _is_annex(found, text) else None
    if "\n" in text[found.end("unit") : found.start("values")] and _ROW.match(text, found.end()):
        return None
    values = list(_values(text, whole, *found.span("values"), unit))
    if found["values"].lower() == "tu" and whole[slice(*found.span("values"))].lower() != "tư":
        return None  # «các điều từ Điều 33»
    return Group(*found.span(), unit, values, len(values) == 2 and _is_range(text, values))


def _is_annex(found: re.Match[str], text: str) -> bool:
    """«Phụ lục», «tại phụ lục»; «gồm hai phụ lục» only counts them."""
    if not found["unit"].lower().startswith("phu"):
        return False
    if found[0][0] == "P":
        return True
    return found[0][0] == "p" and bool(
        _OF_ANNEX.search(text, max(0, found.start() - 7), found.start())
        or _WITH_IT.match(text, found.end())
    )


def _is_range(text: str, values: Sequence[tuple[int, int, str]]) -> bool:
    gap = text[values[0][1] : values[1][0]].strip().lower()
    return gap in ("-", "den", "den het")


def _values(
    text: str, whole: str, start: int, end: int, unit: str
) -> Iterator[tuple[int, int, str]]:
    here = start
    for cut in [*_SPLIT.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        told = text[here:stop].lower()
        for place in (at for at in range(here, stop) if whole[at] in "đĐ"):
            if told == "d":
                told = "dd"
            elif text[place - 1 : place] == ".":
                told = f"{told[: place - here]}d{told[place - here :]}"
        told = ORDINALS.get(told, told)
        yield here, stop, "1" if told in _ONES and unit == "khoan" else told
        here = cut.end() if cut else end
