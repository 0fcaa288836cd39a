"""What a table of chỉ tiêu would change in the files of the sets.

Comes in: a table and the content files. Goes out: per file the new text, the changes, and faults by
row. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from portal.desk.indicators.added import Additions
from portal.desk.indicators.proof import proved
from portal.desk.indicators.rows import Row, taken
from portal.desk.indicators.sheet import ID, Column, cell, id_of, indicators, lines
from portal.desk.indicators.spelling import Bare
from portal.desk.indicators.writing import Unsafe, Writer, bare, compose, inside
from portal.kinds.criteria import Indicator
from portal.text import quote

NOTHING = yaml.MappingNode("", [])


@dataclass(frozen=True, slots=True)
class Change:
    row: int
    set: str
    id: str
    column: str
    before: str
    after: str
    new: bool = False
    """Of a chỉ tiêu that the set has not yet."""


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
    table = taken(raw)
    made = Planned(faults=table.faults)
    paths = {id_of(path): path for path in files}
    for id, asked in table.rows.items():
        if id in paths:
            _plan(paths[id], files[paths[id]], asked, table.given, made)
        else:
            told = f"không có bộ {quote(id)}; các bộ: {', '.join(sorted(paths))}."
            made.faults += [(row.line, told) for row in asked.values()]
    made.faults.sort()
    if made.faults:
        made.texts.clear()
    return made


def _plan(
    path: str, text: str, asked: Mapping[str, Row], given: Sequence[Column], made: Planned
) -> None:
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix("\ufeff")
    whole = compose(text)
    found = {bare(inside(one[2], ID)): one for one in indicators(whole)}
    writer, additions, before = Writer(text), Additions(whole), len(made.faults)
    for id, row in asked.items():
        number, where, node = found.get(id, (row.criterion, "", NOTHING))
        try:
            if row.criterion not in ("", number):
                raise Unsafe(f"thuộc tiêu chí {number}; bảng không chuyển được chỉ tiêu")
            changes = list(_changes(row, node, given, new=not where))
            fields = _nested(node, {one.path: value for one, _, value in changes})
            if not where:
                where = additions.add(row, fields)
            elif fields:
                writer.group(node, Indicator, fields)
        except Unsafe as fault:
            made.faults.append((row.line, f"{quote(id)}: {fault}."))
            continue
        made.rows[path, where] = row.line
        made.changes += [change for _, change, _ in changes]
    if len(made.faults) > before:
        return
    try:
        additions.write(writer)
        if writer.edits:
            made.texts[path] = bom + proved(writer, asked, given)
    except Unsafe as fault:
        made.faults.append((1, f"{path}: {fault}."))


def _changes(
    row: Row, node: yaml.MappingNode, given: Sequence[Column], *, new: bool
) -> Iterator[tuple[Column, Change, Bare]]:
    """The cells that differ, and what each shall hold."""
    for one in given:
        old, told = cell(node, one), row.cells[one.name]
        if lines(old, one) == lines(told, one):
            continue
        if not one.several and "\n" in told:
            raise Unsafe(f"ô {one.name} chỉ nhận một dòng")
        change = Change(row.line, row.set, row.id, one.name, old, told, new)
        yield one, change, lines(told, one) if one.several else " ".join(lines(told, one))


def _nested(node: yaml.MappingNode, new: Mapping[tuple[str, ...], Bare]) -> dict[str, Bare]:
    """The changed fields by group; a group all of whose fields are cleared is cleared itself."""
    made: dict[str, Any] = {}
    for key in dict.fromkeys(path[0] for path in new):
        below = {path[1:]: value for path, value in new.items() if path[0] == key}
        if () in below:
            made[key] = below[()]
            continue
        held = inside(node, key)
        inner = held if isinstance(held, yaml.MappingNode) else NOTHING
        group = _nested(inner, below)
        left = {name: value for name, value in bare(inner).items() if value} | group
        made[key] = group if any(left.values()) else {}
    return made
