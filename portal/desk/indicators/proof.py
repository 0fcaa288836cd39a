"""A text that was written is read again: every asked cell is in it, and all else is as it was.

Comes in: the text before and after, and the rows. Goes out: nothing, or `Unsafe`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from portal.desk.indicators.rows import Row
from portal.desk.indicators.sheet import (
    ID,
    PARTS,
    Column,
    cell,
    columns,
    compose,
    indicators,
    inside,
    lines,
)
from portal.patch.wanted import Unsafe, bare


def prove(old: str, text: str, asked: Mapping[str, Row], given: Sequence[Column]) -> None:
    try:
        before, after = _by_id(old), _by_id(text)
    except (yaml.YAMLError, AssertionError):
        raise Unsafe("cách viết của tệp này máy không dám đổi") from None
    for id, (number, new) in after.items():
        row = asked.get(id)
        was, held = before.get(id) or (row.criterion if row else "", yaml.MappingNode("", []))
        if number != was:
            raise Unsafe(f"{id}: vào nhầm tiêu chí")
        for one in columns():
            right = row.cells[one.name] if row and one in given else cell(held, one)
            if lines(cell(new, one), one) != lines(right, one):
                raise Unsafe(f"{id}, {one.name}: máy không dám đổi")
    if list(before) != [id for id in after if id in before] or not asked.keys() <= after.keys():
        raise Unsafe("thứ tự chỉ tiêu đổi theo")
    if _comments(old) != _comments(text):
        raise Unsafe("có lời chú đi cùng chỗ phải xoá")
    if _others(old) != _others(text):
        raise Unsafe("phần khác của tệp đổi theo")


def _by_id(text: str) -> dict[str, tuple[str, yaml.MappingNode]]:
    """Code → number of the tiêu chí, node; in the order of the file."""
    return {bare(inside(node, ID)): (number, node) for number, _, node in indicators(compose(text))}


def _comments(text: str) -> list[str]:
    """Those that have a line of their own."""
    return [told for line in text.splitlines() if (told := line.strip()).startswith("#")]


def _others(text: str) -> Any:
    """The file without its chỉ tiêu."""
    whole = bare(compose(text))
    for one in whole[PARTS["criteria"]]:
        one.pop(PARTS["indicators"], None)
    return whole
