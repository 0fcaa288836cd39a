"""What a table of chỉ tiêu would change in the files of the sets.

Comes in: a table and the content files. Goes out: per file the new text, the changes, and faults by
row. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from portal.desk.indicators.added import Additions
from portal.desk.indicators.proof import prove
from portal.desk.indicators.rows import Row, taken
from portal.desk.indicators.sheet import (
    ID,
    Column,
    cell,
    compose,
    id_of,
    indicators,
    inside,
    lines,
)
from portal.desk.indicators.wanted import Cells, whole
from portal.kinds.criteria import CriteriaSet
from portal.patch.order import order_of
from portal.patch.rewrite import rewrite
from portal.patch.wanted import Unsafe, bare
from portal.text import quote

ORDER = order_of(CriteriaSet)
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
    path: str, text: str, asked: Mapping[str, Row], given: Sequence[Column], planned: Planned
) -> None:
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix("\ufeff")
    node = compose(text)
    known = {bare(inside(one[2], ID)): one for one in indicators(node)}
    changed: dict[str, Cells] = {}
    additions, before = Additions(node), len(planned.faults)
    for id, row in asked.items():
        number, where, held = known.get(id, (row.criterion, "", NOTHING))
        try:
            if row.criterion not in ("", number):
                raise Unsafe(f"thuộc tiêu chí {number}; bảng không chuyển được chỉ tiêu")
            changes = list(_changes(row, held, given, new=not where))
            cells = {one.path: value for one, _, value in changes}
            if where:
                changed[id] = cells
            else:
                where = additions.add(row, cells)
        except Unsafe as fault:
            planned.faults.append((row.line, f"{quote(id)}: {fault}."))
            continue
        planned.rows[path, where] = row.line
        planned.changes += [change for _, change, _ in changes]
    if len(planned.faults) == before and (any(changed.values()) or additions.rows):
        try:
            new = _written(text, node, changed, additions.rows)
            prove(text, new, asked, given)
            planned.texts[path] = bom + new
        except Unsafe as fault:
            bad = list(_blamed(text, node, changed, asked, given)) or [1]
            planned.faults += [(line, f"{fault}; sửa tay trong {path}.") for line in bad]


def _written(
    text: str, node: yaml.MappingNode, changed: Mapping[str, Cells], new: Mapping[str, list[Cells]]
) -> str:
    return rewrite(text, whole(node, changed, new), ORDER)


def _blamed(
    text: str,
    node: yaml.MappingNode,
    changed: Mapping[str, Cells],
    asked: Mapping[str, Row],
    given: Sequence[Column],
) -> Iterator[int]:
    """The rows that cannot be written even by themselves."""
    for id, cells in changed.items():
        try:
            prove(text, _written(text, node, {id: cells}, {}), {id: asked[id]}, given)
        except Unsafe:
            yield asked[id].line


def _changes(
    row: Row, node: yaml.MappingNode, given: Sequence[Column], *, new: bool
) -> Iterator[tuple[Column, Change, str | list[str]]]:
    """The cells that differ, and what each shall hold."""
    for one in given:
        old, told = cell(node, one), row.cells[one.name]
        if lines(old, one) == lines(told, one):
            continue
        if not one.several and "\n" in told:
            raise Unsafe(f"ô {one.name} chỉ nhận một dòng")
        change = Change(row.line, row.set, row.id, one.name, old, told, new)
        yield one, change, lines(told, one) if one.several else " ".join(lines(told, one))
