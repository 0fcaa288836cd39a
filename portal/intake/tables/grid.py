"""The cells of a .csv or .xlsx, as text.

Comes in: a file on somebody's disk. Goes out: rows with their number, as a spreadsheet counts them.
Raises the fault of a file that cannot be read, or must not be opened; the judge is that of
attachments. Refuses to know: what the columns mean.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from portal.intake import refusals
from portal.intake.word.parts import Node, Package, tree
from portal.problem import Fault
from portal.source import attachments
from portal.source.attachments import endings, faults
from portal.text import nfc

Row = tuple[int, list[str]]
READABLE = (".xlsx", ".csv")
_DAYS = {14, 15, 16, 17, 22}
"""Formats of numbers that every spreadsheet shows as a day."""
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


def read(path: Path) -> list[Row]:
    ending = path.suffix.lower()
    if ending in endings.MACRO_FILES:
        raise faults.macro()
    if ending not in READABLE:
        told = f"cổng chưa đọc được bảng {ending or 'không có đuôi'}."
        raise Fault(1, told, "tep-la", "lưu lại thành .xlsx, hoặc «CSV UTF-8»")
    if path.stat().st_size == 0:
        raise refusals.empty()
    if path.stat().st_size > attachments.MAX_BYTES or ending == ".xlsx":
        attachments.judge(path)
    raw = path.read_bytes()
    cells = _sheet(raw) if ending == ".xlsx" else _csv(raw)
    kept = ((at, row) for at, row in cells if any(map(str.strip, row)))
    rows = [(at, [nfc(one).strip() for one in row]) for at, row in kept]
    if not rows:
        raise refusals.empty()
    return rows


def _csv(raw: bytes) -> Iterator[Row]:
    for encoding in ("utf-8-sig", *(["utf-16"] if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else [])):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        told = "tệp không phải UTF-8, dấu tiếng Việt sẽ hỏng."
        raise Fault(1, told, "ma-utf8", "trong Excel chọn Save As, kiểu «CSV UTF-8»")
    if "\0" in text:
        raise faults.wrong_kind("bên trong không phải tệp csv.")
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        yield from enumerate(reader, 1)
    except csv.Error:
        told = "không đọc được bảng: có ô mở dấu nháy mà không đóng."
        raise Fault(1, told, "tep-hong", "lưu lại bảng từ Excel") from None


def _sheet(raw: bytes) -> Iterator[Row]:
    """The first sheet that holds anything."""
    package = Package(raw)
    book = package.document()
    strings = package.part("sharedStrings").all("si")
    shared = ["".join(t.text for t in one.deep("t")) for one in strings]
    days = _day_styles(package.part("styles"))
    told = (book.child("workbookPr") or Node("")).told.get("date1904", "")
    since = _EPOCHS[told in ("1", "true")]
    for one in book.deep("sheet"):
        _, target = package.relations.get(one.told.get("id", ""), ("", ""))
        rows = [_row(row, shared, days, since) for row in tree(package.raw(target)).deep("row")]
        if any(any(cells) for _, cells in rows):
            yield from rows
            return


def _row(row: Node, shared: list[str], days: set[int], since: date) -> Row:
    cells: list[str] = []
    for one in row.all("c"):
        letters = re.match(r"[A-Z]*", one.told.get("r", ""))
        place = _place(letters[0]) if letters and letters[0] else len(cells)
        if place > 16_384:
            continue
        cells += [""] * (place + 1 - len(cells))
        cells[place] = _cell(one, shared, days, since)
    return int(row.told.get("r", "0") or 0), cells


def _place(letters: str) -> int:
    """`A` → 0, `AA` → 26."""
    made = 0
    for one in letters:
        made = made * 26 + ord(one) - 64
    return made - 1


def _cell(cell: Node, shared: list[str], days: set[int], since: date) -> str:
    kind = cell.told.get("t", "n")
    if kind == "inlineStr":
        return "".join(one.text for one in cell.deep("t"))
    value = cell.child("v")
    text = value.text if value else ""
    if kind == "s":
        return shared[int(text)] if text.isdecimal() and int(text) < len(shared) else ""
    if kind == "b":
        return "có" if text == "1" else "không"
    if kind == "e":
        return f"#{text.lstrip('#')}"
    if kind == "n" and text and int(cell.told.get("s", "0") or 0) in days:
        return _day(text, since)
    return text.removesuffix(".0") if kind == "n" else text


def _day(text: str, since: date) -> str:
    try:
        return (since + timedelta(int(float(text)))).isoformat()
    except (ValueError, OverflowError):
        return text


def _day_styles(styles: Node) -> set[int]:
    """Places of the cell formats that show a number as a day."""
    own = {
        int(one.told.get("numFmtId", "0") or 0)
        for one in styles.deep("numFmt")
        if re.search(r"[dy]", _LITERAL.sub("", one.told.get("formatCode", "")), re.IGNORECASE)
    }
    formats = styles.child("cellXfs")
    told = [int(one.told.get("numFmtId", "0") or 0) for one in formats.all("xf")] if formats else []
    return {at for at, id in enumerate(told) if id in _DAYS | own}
