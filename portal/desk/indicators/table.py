"""What a table of chỉ tiêu would change in the files of the sets.

Comes in: a table and the content files. Goes out: per file the new text, the changes, and faults by
row. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from portal.desk.indicators.sheet import (
    CRITERION,
    ID,
    PARTS,
    SET,
    Column,
    cell,
    columns,
    head_faults,
    id_of,
    indicators,
    lines,
    read,
)
from portal.desk.indicators.spelling import Bare
from portal.desk.indicators.writing import Unsafe, Writer, bare, compose, inside
from portal.kinds.criteria import Indicator
from portal.text import quote


@dataclass(frozen=True, slots=True)
class Change:
    row: int
    set: str
    id: str
    column: str
    before: str
    after: str


@dataclass(slots=True)
class Planned:
    """What a table asks for; nothing may be written where there are faults."""

    texts: dict[str, str] = field(default_factory=dict)
    """Path → new text, of the files that change."""
    changes: list[Change] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    rows: dict[tuple[str, str], int] = field(default_factory=dict)
    """(path, place in the file) → row of the table."""


def planned(raw: bytes, files: Mapping[str, str]) -> Planned:
    made = Planned()
    try:
        rows = read(raw)
    except Unsafe as fault:
        made.faults.append((1, str(fault)))
        return made
    known = {one.name: one for one in columns()}
    head = rows[0][1]
    made.faults += [(1, told) for told in head_faults(head, known)]
    if made.faults:
        return made
    wanted: dict[str, dict[str, tuple[int, dict[str, str]]]] = {}
    for line, cells in rows[1:]:
        if told := _place(
            line, dict(zip(head, cells, strict=False)), len(cells) - len(head), wanted
        ):
            made.faults.append((line, told))
    paths = {id_of(path): path for path in files}
    for id, asked in wanted.items():
        if id in paths:
            _plan(
                paths[id],
                files[paths[id]],
                asked,
                [known[one] for one in head if one in known],
                made,
            )
        else:
            near = ", ".join(sorted(paths))
            made.faults += [
                (line, f"không có bộ {quote(id)}; các bộ: {near}.") for line, _ in asked.values()
            ]
    made.faults.sort()
    if made.faults:
        made.texts.clear()
    return made


def _place(
    line: int,
    row: dict[str, str],
    more: int,
    wanted: dict[str, dict[str, tuple[int, dict[str, str]]]],
) -> str:
    """Puts a row where it belongs, or says what is wrong with it."""
    if more > 0:
        return "dòng này nhiều ô hơn dòng đầu; xem lại dấu phẩy, dấu nháy."
    if more < 0:
        return "dòng này ít ô hơn dòng đầu; ô không sửa vẫn phải giữ."
    id, indicator = row[SET], row[ID]
    if not id or not indicator:
        return f"thiếu {SET} hoặc {ID}."
    asked = wanted.setdefault(id, {})
    if indicator in asked:
        return f"chỉ tiêu {quote(indicator)} đã có ở dòng {asked[indicator][0]}; giữ một dòng."
    asked[indicator] = (line, row)
    return ""


def _plan(
    path: str,
    text: str,
    asked: Mapping[str, tuple[int, dict[str, str]]],
    given: Sequence[Column],
    made: Planned,
) -> None:
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix("\ufeff")
    found = {
        bare(inside(node, ID)): (number, where, node)
        for number, where, node in indicators(compose(text))
    }
    writer, before = Writer(text), len(made.faults)
    for id, (line, row) in asked.items():
        if id not in found:
            told = (
                f"bộ {id_of(path)} không có chỉ tiêu {quote(id)}; chỉ tiêu mới thêm vào tệp trước."
            )
            made.faults.append((line, told))
            continue
        number, where, node = found[id]
        made.rows[path, where] = line
        if row.get(CRITERION, number) != number:
            told = f"{quote(id)} thuộc tiêu chí {number}; bảng không chuyển được chỉ tiêu."
            made.faults.append((line, told))
            continue
        try:
            made.changes += _changed(writer, node, line, row, given)
        except Unsafe as fault:
            made.faults.append((line, f"{quote(id)}: {fault}."))
    if writer.edits and len(made.faults) == before:
        try:
            made.texts[path] = bom + _checked(writer, asked, given)
        except Unsafe as fault:
            made.faults.append((1, f"{path}: {fault}."))


def _changed(
    writer: Writer,
    node: yaml.MappingNode,
    line: int,
    row: Mapping[str, str],
    given: Sequence[Column],
) -> list[Change]:
    """The changes of one row, handed to the writer."""
    changes, new = [], {}
    for one in given:
        old, told = cell(node, one), row[one.name]
        if lines(old, one) == lines(told, one):
            continue
        if not one.several and "\n" in told:
            raise Unsafe(f"ô {one.name} chỉ nhận một dòng")
        changes.append(Change(line, row[SET], row[ID], one.name, old, told))
        new[one.path] = lines(told, one) if one.several else " ".join(lines(told, one))
    if new:
        writer.group(node, Indicator, _nested(node, new))
    return changes


def _nested(node: yaml.MappingNode, new: Mapping[tuple[str, ...], Bare]) -> dict[str, Bare]:
    """The changed fields by group; a group all of whose fields are cleared is cleared itself."""
    made: dict[str, Any] = {}
    for key in dict.fromkeys(path[0] for path in new):
        below = {path[1:]: value for path, value in new.items() if path[0] == key}
        if () in below:
            made[key] = below[()]
            continue
        held = inside(node, key)
        inner = held if isinstance(held, yaml.MappingNode) else yaml.MappingNode("", [])
        group = _nested(inner, below)
        left = {name: value for name, value in bare(inner).items() if value} | group
        made[key] = group if any(left.values()) else {}
    return made


def _checked(
    writer: Writer, asked: Mapping[str, tuple[int, dict[str, str]]], given: Sequence[Column]
) -> str:
    """Read again: every asked cell is there, and all else is as it was."""
    text = writer.done()
    try:
        before, after = (list(indicators(compose(one))) for one in (writer.text, text))
    except (yaml.YAMLError, AssertionError):
        raise Unsafe("cách viết của tệp này máy không dám đổi; sửa tay") from None
    for (_, _, old), (_, _, new) in zip(before, after, strict=True):
        row = asked.get(bare(inside(old, ID)))
        for one in columns():
            right = row[1][one.name] if row and one in given else cell(old, one)
            if lines(cell(new, one), one) != lines(right, one):
                raise Unsafe(f"{bare(inside(old, ID))}, {one.name}: máy không dám đổi; sửa tay")
    if _others(writer.text) != _others(text):
        raise Unsafe("phần khác của tệp đổi theo; sửa tay")
    return text


def _others(text: str) -> Any:
    """The file without its chỉ tiêu."""
    whole = bare(compose(text))
    for one in whole[PARTS["criteria"]]:
        one.pop(PARTS["indicators"], None)
    return whole
