"""What a table would write: a file a row, nothing over a file that is there unless asked to.

Comes in: rows, the kind, the library, the texts of its files. Goes out: new texts by path, what
changes in old ones, rows that were passed over and why, faults by row. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from portal import source
from portal.addresses import is_segment
from portal.desk import new
from portal.intake.tables.columns import Column, matched, said
from portal.intake.tables.grid import Row
from portal.kinds import Entry, Kind
from portal.kinds.lists import Publication, values
from portal.library import Library
from portal.library.meant import Names
from portal.patch import spelling
from portal.patch.order import order_of
from portal.patch.rewrite import rewrite
from portal.patch.wanted import Item, Unsafe, Wanted
from portal.problem import errors
from portal.source import Listing, Scalar, Value
from portal.source import Mapping as Group
from portal.text import quote


@dataclass(frozen=True, slots=True)
class Change:
    row: int
    path: str
    key: str
    before: str
    after: str


@dataclass(slots=True)
class Planned:
    """Nothing may be written where there are faults."""

    texts: dict[str, str] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    """Paths of new entries."""
    changes: list[Change] = field(default_factory=list)
    same: list[int] = field(default_factory=list)
    """Rows that say what their files say already."""
    passed: list[tuple[int, str]] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    """Path → row."""
    count: int = 0
    """Rows below the head."""


class Table:
    """One table for one kind."""

    def __init__(
        self,
        kind: Kind,
        library: Library,
        text_of: Callable[[str], str | None],
        *,
        update: bool = False,
        published: bool = False,
    ) -> None:
        """`text_of`: what stands at a path; `update`: whether old entries may be changed;
        `published`: whether new ones are no drafts."""
        self.kind, self.library, self.text_of = kind, library, text_of
        self.update, self.published = update, published
        self.names = Names(library.everything, lambda: library.register)
        self.old: dict[Any, Entry] = {
            kind.identity(one): one for one in library.everything if kind.name == one.KIND
        }
        self.met: dict[Any, int] = {}

    def plan(self, rows: Sequence[Row]) -> Planned:
        (_, head), *below = rows
        made = Planned(count=len(below))
        found, faults = matched(head, self.kind.model)
        made.faults += [(1, one) for one in faults]
        if not any(one and one.path == ("tieu_de",) for one in found):
            made.faults.append((1, "thiếu cột tieu_de."))
        for line, cells in below if not made.faults else ():
            self._row(line, cells, found, made)
        if made.faults:
            made.texts.clear()
        return made

    def _row(
        self, line: int, cells: Sequence[str], found: Sequence[Column | None], made: Planned
    ) -> None:
        if over := [one for one in cells[len(found) :] if one]:
            made.faults.append((line, f"ô {quote(over[0])} ở ngoài các cột."))
            return
        told: dict[str, Any] = {}
        wanted_id = ""
        for cell, column in zip(cells, found, strict=False):
            if column is None:
                wanted_id = cell
            elif cell:
                value = said(cell, column, self.library.lists, self.names)
                _put(told, column.path, value)
        id = wanted_id or new.id_of(self.kind, str(told.get("tieu_de", "")))
        if not is_segment(id):
            what = f"mã {quote(id)} không dùng làm địa chỉ được" if id else "thiếu tieu_de"
            made.faults.append((line, f"{what}."))
            return
        self._take(line, id, told, bool(wanted_id), made)

    def _take(
        self, line: int, id: str, told: dict[str, Any], given: bool, planned: Planned
    ) -> None:
        path = self.kind.path(id)
        text = self._text(told)
        read, problems = source.read_text(path, text)
        if read is None:
            planned.faults += [(line, one.text) for one in problems]
            return
        entry, faults = self.kind.read(read, self.library.lists)
        key = self.kind.identity(entry) if not errors(faults) else (path,)
        first = self.met.setdefault(key, line) if key else line
        if first != line:
            planned.faults.append((line, f"trùng với dòng {first}."))
            return
        held = self.old.get(key)
        if held is not None and not given:
            path = held.source.path
        planned.rows[path] = line
        if (there := self.text_of(path)) is not None:
            self._change(line, path, there, told, planned)
            return
        planned.faults += [
            (line, f"{one.field}: {one.text} Cách sửa: {one.remedy}") for one in errors(faults)
        ]
        if held is not None:
            planned.passed.append((line, f"đã có ở {held.source.path}, tên khác; giữ tệp cũ"))
        elif path in planned.texts:
            planned.faults.append((line, f"hai dòng cùng mã {id}; thêm cột ma để phân biệt."))
        else:
            planned.texts[path] = text
            planned.made.append(path)

    def _text(self, told: Mapping[str, Any]) -> str:
        order = list(order_of(self.kind.model))
        whole = dict(told)
        if "trang_thai" not in whole and not self.published:
            states = values(self.library.lists, Publication).values()
            draft = next((one for one in states if one.held_back and not one.withdrawn), None)
            whole |= {"trang_thai": draft.value} if draft else {}
        kept = {key: whole[key] for key in sorted(whole, key=order.index)}
        return "\n".join(spelling.group(kept, "")) + "\n"

    def _change(
        self, line: int, path: str, there: str, told: Mapping[str, Any], planned: Planned
    ) -> None:
        read, _ = source.read_text(path, there)
        if read is None:
            planned.faults.append((line, f"{path} có lỗi cách viết; sửa tệp ấy trước."))
            return
        changes = list(_differences(read.values, told))
        if not changes:
            planned.same.append(line)
            return
        if not self.update:
            keys = ", ".join(key for key, _, _ in changes)
            planned.passed.append((line, f"đã có ở {path}, khác ở {keys}; chưa đổi"))
            return
        try:
            text = rewrite(there, _wanted(told, read.values), order_of(self.kind.model))
        except Unsafe as fault:
            planned.faults.append((line, f"{path}: {fault}; sửa tay."))
            return
        planned.texts[path] = text
        planned.changes += [Change(line, path, *one) for one in changes]


def _put(told: dict[str, Any], path: Sequence[str], value: str | list[str]) -> None:
    for key in path[:-1]:
        told = told.setdefault(key, {})
    told[path[-1]] = value


def _differences(
    held: Group, told: Mapping[str, Any], above: str = ""
) -> list[tuple[str, str, str]]:
    found = []
    for key, value in told.items():
        old = held.items.get(key)
        if isinstance(value, dict):
            inner = old if isinstance(old, Group) else Group({}, {}, 1)
            found += _differences(inner, value, f"{above}{key}.")
        elif (before := _shown(old)) != (after := _lines(value)):
            found.append((f"{above}{key}", before, after))
    return found


def _shown(value: Value | None) -> str:
    if isinstance(value, Listing):
        return "\n".join(_shown(one) for one in value.items)
    return " ".join(value.text.split()) if isinstance(value, Scalar) else ""


def _lines(value: str | list[str]) -> str:
    parts = value if isinstance(value, list) else [value]
    return "\n".join(" ".join(one.split()) for one in parts)


def _wanted(told: Mapping[str, Any], held: Group) -> dict[str, Wanted]:
    made: dict[str, Wanted] = {}
    for key, value in told.items():
        old = held.items.get(key)
        if isinstance(value, dict):
            made[key] = _wanted(value, old if isinstance(old, Group) else Group({}, {}, 1))
        elif isinstance(value, list):
            before = _shown(old).split("\n")
            made[key] = [Item(one, before.index(one) if one in before else None) for one in value]
        else:
            made[key] = value
    return made
