"""The table itself: its columns, its rows out of the files, and a table read back.

Comes in: the content files, or the bytes of a table. Goes out: a table, or its rows. Columns are
those of the model: nothing is listed twice.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from portal.kinds.base import Group, ListOf, fields_of
from portal.kinds.criteria import CriteriaSet, Criterion, Indicator
from portal.kinds.fields import form_of, key_of
from portal.patch.wanted import Unsafe, bare
from portal.text import nfc, quote

SET, CRITERION, ID = "bo", key_of(CriteriaSet, "criteria"), "ma"
"""What finds a chỉ tiêu again: never changed by a table."""
PARTS = {one.name: one.key for model in (CriteriaSet, Criterion) for one in fields_of(model)}
FOLDER = f"data/{CriteriaSet.KIND}/"
_ACTS = re.compile(r"'*[=+\-@\t\r]")
_KEPT = re.compile(r"'+[=+\-@\t\r]")
LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Column:
    path: tuple[str, ...]
    several: bool

    @property
    def name(self) -> str:
        return ".".join(self.path)


@cache
def columns() -> tuple[Column, ...]:
    """Every field of a chỉ tiêu that a cell can hold."""
    return tuple(_columns(Indicator, ()))


def _columns(model: type[Any], above: tuple[str, ...]) -> Iterator[Column]:
    for one in fields_of(model):
        path = (*above, one.key)
        inner = form_of(one)
        if isinstance(one.form, Group):
            yield from _columns(one.form.model, path)
        elif not isinstance(inner, Group) and path != (ID,):
            yield Column(path, isinstance(one.form, ListOf))


# To a table


def written(files: Mapping[str, str]) -> str:
    """One row a chỉ tiêu; a list stands in one cell, an item a line."""
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow([SET, CRITERION, ID, *(one.name for one in columns())])
    for path, text in files.items():
        for number, _, node in indicators(compose(text)):
            cells = [cell(node, one) for one in columns()]
            sheet.writerow(map(_guarded, [id_of(path), number, bare(inside(node, ID)), *cells]))
    return f"\ufeff{out.getvalue()}"


def id_of(path: str) -> str:
    return path.removeprefix(FOLDER).removesuffix(".yml")


def indicators(whole: yaml.MappingNode) -> Iterator[tuple[str, str, yaml.MappingNode]]:
    """Number of the tiêu chí, place in the file, node."""
    for number, where, criterion in criteria(whole):
        for at, one in items(inside(criterion, PARTS["indicators"])):
            yield number, f"{where}.{PARTS['indicators']}[{at + 1}]", one


def criteria(whole: yaml.MappingNode) -> Iterator[tuple[str, str, yaml.MappingNode]]:
    """Number of every tiêu chí, its place in the file, node."""
    for at, one in items(inside(whole, PARTS["criteria"])):
        yield bare(inside(one, PARTS["number"])), f"{PARTS['criteria']}[{at + 1}]", one


def items(node: yaml.Node | None) -> Iterator[tuple[int, yaml.MappingNode]]:
    """The groups of a list, each with its place."""
    if isinstance(node, yaml.SequenceNode):
        found = enumerate(node.value)
        yield from ((at, one) for at, one in found if isinstance(one, yaml.MappingNode))


def compose(text: str) -> yaml.MappingNode:
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(node, yaml.MappingNode)
    return node


def inside(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def cell(node: yaml.Node | None, column: Column) -> str:
    for key in column.path:
        node = inside(node, key)
    value = bare(node)
    return "\n".join(value) if isinstance(value, list) else str(value)


def _guarded(text: str) -> str:
    """No cell becomes a formula."""
    return f"'{text}" if _ACTS.match(text) else text


def _told(cell: str) -> str:
    text = nfc(cell.replace("\r\n", "\n").strip())
    return text[1:] if _KEPT.match(text) else text


# From a table


def read(raw: bytes) -> list[tuple[int, list[str]]]:
    """Rows with their number, as a spreadsheet counts them; empty rows left out."""
    if len(raw) > LARGEST:
        raise Unsafe("tệp quá lớn (hơn 5 MB); xem lại có đúng bảng chỉ tiêu không.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unsafe("tệp không phải UTF-8; trong Excel chọn lưu kiểu «CSV UTF-8».") from None
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error:
        raise Unsafe("tệp không phải CSV đọc được (thiếu dấu nháy đóng?); xuất lại bảng.") from None
    rows = [(at, row) for at, row in enumerate(found, 1) if any(map(str.strip, row))]
    if not rows:
        raise Unsafe("tệp trống.")
    return [(at, [_told(one) for one in row]) for at, row in rows]


def head_faults(head: Sequence[str], known: Iterable[str]) -> Iterator[str]:
    names = [SET, CRITERION, ID, *known]
    for one in (SET, ID):
        if one not in head:
            yield f"dòng đầu thiếu cột {quote(one)}; xuất lại bảng rồi sửa trong đó."
    for one in dict.fromkeys(head):
        if one not in names:
            yield f"cột {quote(one)} không có trong mẫu; bỏ cột ấy hoặc viết lại tên."
        elif head.count(one) > 1:
            yield f"cột {quote(one)} có hai lần; giữ một."


def lines(text: str, column: Column) -> list[str]:
    """Text with other spaces is the same text; in a list every line is an item."""
    parts = text.split("\n") if column.several else [text]
    return [told for one in parts if (told := " ".join(one.split()))]
