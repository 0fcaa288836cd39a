"""Chỉ tiêu that a set has not yet: each goes after the last one of its tiêu chí.

Comes in: a set's nodes, then the new rows. Goes out: their cells by tiêu chí, and where each will
stand. A mistyped code must not become a chỉ tiêu: a name that the set has is refused.
"""

from __future__ import annotations

import yaml

from portal.desk.indicators.rows import Row
from portal.desk.indicators.sheet import CRITERION, ID, PARTS, criteria, inside, items
from portal.desk.indicators.wanted import Cells
from portal.kinds.base import fields_of
from portal.kinds.criteria import Indicator
from portal.patch.wanted import Unsafe, bare
from portal.text import fold, quote

KEYS = {one.name: one.key for one in fields_of(Indicator)}


class Additions:
    """What comes new to one set."""

    def __init__(self, whole: yaml.MappingNode) -> None:
        self.criteria = {number: (where, node) for number, where, node in criteria(whole)}
        held = {
            number: [one for _, one in items(inside(node, PARTS["indicators"]))]
            for number, (_, node) in self.criteria.items()
        }
        self.counts = {number: len(found) for number, found in held.items()}
        self.names = {
            _name(*(bare(inside(one, KEYS[key])) for key in ("level", "title"))): bare(
                inside(one, ID)
            )
            for found in held.values()
            for one in found
        }
        self.rows: dict[str, list[Cells]] = {}

    def add(self, row: Row, cells: Cells) -> str:
        """Takes a row up; its place in the file that will be."""
        if row.criterion not in self.criteria:
            known = ", ".join(self.criteria) or "chưa có"
            raise Unsafe(f"chưa có trong bộ; thêm mới thì ghi {CRITERION} (của bộ: {known})")
        name = _name(*(str(cells.get((KEYS[key],), "")) for key in ("level", "title")))
        other = self.names.setdefault(name, row.id)
        if other != row.id:
            told = "sai mã thì sửa mã, là chỉ tiêu khác thì sửa nội dung"
            raise Unsafe(f"chưa có trong bộ mà cùng nội dung với {quote(other)}; {told}")
        self.rows.setdefault(row.criterion, []).append({(ID,): row.id, **cells})
        self.counts[row.criterion] += 1
        place = f"{PARTS['indicators']}[{self.counts[row.criterion]}]"
        return f"{self.criteria[row.criterion][0]}.{place}"


def _name(level: str, title: str) -> tuple[str, str]:
    return level, " ".join(fold(title).split())
