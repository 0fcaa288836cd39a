"""Chỉ tiêu that a set has not yet: each goes after the last one of its tiêu chí.

Comes in: a set's nodes, then the new rows. Goes out: their lines, handed to a writer, and where
each will stand. A mistyped code must not become a chỉ tiêu: a name that the set has is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from portal.desk.indicators.rows import Row
from portal.desk.indicators.sheet import CRITERION, ID, PARTS, criteria, items
from portal.desk.indicators.spelling import Bare, block
from portal.desk.indicators.writing import Unsafe, Writer, bare, inside
from portal.kinds.base import fields_of
from portal.kinds.criteria import Indicator
from portal.text import fold, quote

LIST = PARTS["indicators"]
KEYS = {one.name: one.key for one in fields_of(Indicator)}


class Additions:
    """What comes new to one set."""

    def __init__(self, whole: yaml.MappingNode) -> None:
        self.criteria = {number: (where, node) for number, where, node in criteria(whole)}
        held = {number: items(inside(node, LIST)) for number, (_, node) in self.criteria.items()}
        self.counts = {number: len(list(found)) for number, found in held.items()}
        self.names = {
            _name(bare(one)): str(bare(inside(one, ID)))
            for _, node in self.criteria.values()
            for one in items(inside(node, LIST))
        }
        self.groups: dict[str, list[list[str]]] = {}

    def add(self, row: Row, fields: Mapping[str, Bare]) -> str:
        """Keeps a row for `write`; its place in the file that will be."""
        if row.criterion not in self.criteria:
            known = ", ".join(self.criteria) or "chưa có"
            raise Unsafe(f"chưa có trong bộ; thêm mới thì ghi {CRITERION} (của bộ: {known})")
        other = self.names.setdefault(_name(fields), row.id)
        if other != row.id:
            told = "sai mã thì sửa mã, là chỉ tiêu khác thì sửa nội dung"
            raise Unsafe(f"chưa có trong bộ mà cùng nội dung với {quote(other)}; {told}")
        lines = _written(row.id, fields)
        self.groups.setdefault(row.criterion, []).append(list(lines))
        self.counts[row.criterion] += 1
        return f"{self.criteria[row.criterion][0]}.{LIST}[{self.counts[row.criterion]}]"

    def write(self, writer: Writer) -> None:
        for number, groups in self.groups.items():
            writer.append(self.criteria[number][1], LIST, groups)


def _name(fields: Mapping[str, Bare]) -> tuple[str, str]:
    level, title = (str(fields.get(KEYS[one], "")) for one in ("level", "title"))
    return level, " ".join(fold(title).split())


def _written(id: str, fields: Mapping[str, Bare]) -> Iterator[str]:
    for key in KEYS.values():
        if value := id if key == ID else fields.get(key):
            yield from block(key, value)
