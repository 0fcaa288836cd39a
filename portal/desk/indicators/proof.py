"""A text that was written is read again: every asked cell is in it, and all else is as it was.

Comes in: the writer and the rows. Goes out: the text, or `Unsafe`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from portal.desk.indicators.rows import Row
from portal.desk.indicators.sheet import ID, PARTS, Column, cell, columns, indicators, lines
from portal.desk.indicators.writing import Unsafe, Writer, bare, compose, inside


def proved(writer: Writer, asked: Mapping[str, Row], given: Sequence[Column]) -> str:
    text = writer.done()
    try:
        before, after = _by_id(writer.text), _by_id(text)
    except (yaml.YAMLError, AssertionError):
        raise Unsafe("cách viết của tệp này máy không dám đổi; sửa tay") from None
    for id, (number, new) in after.items():
        row = asked.get(id)
        was, old = before.get(id) or (row.criterion if row else "", yaml.MappingNode("", []))
        if number != was:
            raise Unsafe(f"{id}: vào nhầm tiêu chí; sửa tay")
        for one in columns():
            right = row.cells[one.name] if row and one in given else cell(old, one)
            if lines(cell(new, one), one) != lines(right, one):
                raise Unsafe(f"{id}, {one.name}: máy không dám đổi; sửa tay")
    if list(before) != [id for id in after if id in before] or not asked.keys() <= after.keys():
        raise Unsafe("thứ tự chỉ tiêu đổi theo; sửa tay")
    if _others(writer.text) != _others(text):
        raise Unsafe("phần khác của tệp đổi theo; sửa tay")
    return text


def _by_id(text: str) -> dict[str, tuple[str, yaml.MappingNode]]:
    """Code → number of the tiêu chí, node; in the order of the file."""
    return {bare(inside(node, ID)): (number, node) for number, _, node in indicators(compose(text))}


def _others(text: str) -> Any:
    """The file without its chỉ tiêu."""
    whole = bare(compose(text))
    for one in whole[PARTS["criteria"]]:
        one.pop(PARTS["indicators"], None)
    return whole
