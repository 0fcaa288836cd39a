"""The rows of a table, each where it belongs.

Comes in: the bytes of a table. Goes out: which columns it has, the rows by set and chỉ tiêu, and
what is wrong with it by row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from portal.desk.indicators.sheet import CRITERION, ID, SET, Column, columns, head_faults, read
from portal.patch.wanted import Unsafe
from portal.text import quote


@dataclass(frozen=True, slots=True)
class Row:
    """One chỉ tiêu as the table has it."""

    line: int
    """As a spreadsheet counts."""
    cells: Mapping[str, str]

    @property
    def set(self) -> str:
        return self.cells[SET]

    @property
    def id(self) -> str:
        return self.cells[ID]

    @property
    def criterion(self) -> str:
        return self.cells.get(CRITERION, "")


@dataclass(slots=True)
class Table:
    """What was read; nothing may be done with it where there are faults."""

    given: list[Column] = field(default_factory=list)
    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    """Set → chỉ tiêu → row."""
    faults: list[tuple[int, str]] = field(default_factory=list)


def taken(raw: bytes) -> Table:
    made = Table()
    try:
        (_, head), *rows = read(raw)
    except Unsafe as fault:
        made.faults.append((1, str(fault)))
        return made
    known = {one.name: one for one in columns()}
    made.faults += [(1, told) for told in head_faults(head, known)]
    if made.faults:
        return made
    made.given = [known[one] for one in head if one in known]
    for line, cells in rows:
        if told := _misfit(len(cells) - len(head)) or _place(
            Row(line, dict(zip(head, cells, strict=False))), made.rows
        ):
            made.faults.append((line, told))
    return made


def _misfit(more: int) -> str:
    if more > 0:
        return "dòng này nhiều ô hơn dòng đầu; xem lại dấu phẩy, dấu nháy."
    if more < 0:
        return "dòng này ít ô hơn dòng đầu; ô không sửa vẫn phải giữ."
    return ""


def _place(row: Row, found: dict[str, dict[str, Row]]) -> str:
    """Puts a row where it belongs, or says what is wrong with it."""
    if not row.set or not row.id:
        return f"thiếu {SET} hoặc {ID}."
    of_set = found.setdefault(row.set, {})
    if other := of_set.get(row.id):
        return f"chỉ tiêu {quote(row.id)} đã có ở dòng {other.line}; giữ một dòng."
    of_set[row.id] = row
    return ""
