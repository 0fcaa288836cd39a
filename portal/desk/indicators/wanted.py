"""What a set shall hold, key by key, where a table changes some of its cells.

Comes in: the nodes of a set and the cells that differ. Goes out: what `patch.rewrite` takes; what
nobody asked to change is told as it stands, and so stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from portal.desk.indicators.sheet import ID, PARTS, inside, items
from portal.patch.wanted import Item, Wanted, bare

Cells = Mapping[tuple[str, ...], str | list[str]]
"""Path of a column → what it shall hold."""


def whole(
    node: yaml.MappingNode, changed: Mapping[str, Cells], new: Mapping[str, Sequence[Cells]]
) -> dict[str, Wanted]:
    """`changed` by the code of a chỉ tiêu, `new` by the number of a tiêu chí."""
    criteria = items(inside(node, PARTS["criteria"]))
    return {PARTS["criteria"]: [Item(_criterion(one, changed, new), at) for at, one in criteria]}


def _criterion(
    node: yaml.MappingNode, changed: Mapping[str, Cells], new: Mapping[str, Sequence[Cells]]
) -> dict[str, Wanted]:
    number = bare(inside(node, PARTS["number"]))
    made: dict[str, Wanted] = {PARTS["number"]: number}
    held = [
        Item(_indicator(one, changed), at) for at, one in items(inside(node, PARTS["indicators"]))
    ]
    added = [Item(_group(None, cells)) for cells in new.get(number, ())]
    if held or added:
        made[PARTS["indicators"]] = [*held, *added]
    return made


def _indicator(node: yaml.MappingNode, changed: Mapping[str, Cells]) -> dict[str, Wanted]:
    id = bare(inside(node, ID))
    return {ID: id, **_group(node, changed.get(id, {}))}


def _group(node: yaml.Node | None, cells: Cells) -> dict[str, Wanted]:
    made: dict[str, Wanted] = {}
    for key in dict.fromkeys(path[0] for path in cells):
        held = inside(node, key)
        below = {path[1:]: value for path, value in cells.items() if path[0] == key}
        if () not in below:
            made[key] = {**_as_it_is(held), **_group(held, below)}
        elif isinstance(value := below[()], list):
            made[key] = _list(held, value)
        else:
            made[key] = value
    return made


def _as_it_is(node: yaml.Node | None) -> dict[str, Wanted]:
    """All of a group: one of which nothing is left goes whole."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {name.value: _value(value) for name, value in node.value}


def _value(node: yaml.Node) -> Wanted:
    if isinstance(node, yaml.MappingNode):
        return _as_it_is(node)
    if isinstance(node, yaml.SequenceNode):
        return [Item(_value(one), at) for at, one in enumerate(node.value)]
    return str(bare(node))


def _list(node: yaml.Node | None, new: Sequence[str]) -> list[Item]:
    """Items that stand alike at either end are what they were; between them, one for one."""
    told = bare(node)
    old = told if isinstance(told, list) else [told] if told else []
    shorter = min(len(old), len(new))
    same = 0
    while same < shorter and old[same] == new[same]:
        same += 1
    tail = 0
    while tail < shorter - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    origins = {len(new) - 1 - at: len(old) - 1 - at for at in range(tail)}
    origins |= {at: at for at in range(min(len(old), len(new)) - tail)}
    return [Item(text, origins.get(at)) for at, text in enumerate(new)]
