"""What keys of a YAML text shall hold, beside what its nodes hold now.

Comes in: texts, items, groups, as a form or a table gave them; nodes of PyYAML. Goes out: plain
values. Refuses to know: the text itself, and how it is changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from portal import letters
from portal.patch import spelling
from portal.text import nfc


class Unsafe(Exception):
    """What has to be changed in the text itself, and why."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, and which one it was before; none where it is new."""

    value: Wanted
    origin: int | None = None


Wanted = str | list[Item] | dict[str, Any]
"""What a key shall hold: text, items, or a group, of which only the keys in the form are named."""
Order = Mapping[str, Any]
"""The keys of a group in the order they are written, each with the order of its own group."""


def bare(node: yaml.Node | None) -> Any:
    """What a node holds, composed; nothing is empty text."""
    if isinstance(node, yaml.MappingNode):
        return {name.value: bare(value) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [bare(one) for one in node.value]
    if not isinstance(node, yaml.ScalarNode) or (not node.style and node.value in spelling.NULL):
        return ""
    told = letters.readable(nfc(node.value))
    return letters.plain_spaces(letters.drawable(told) if node.style == '"' else told)


def is_empty(wanted: Wanted) -> bool:
    if isinstance(wanted, dict):
        return all(map(is_empty, wanted.values()))
    if isinstance(wanted, list):
        return all(is_empty(one.value) for one in wanted)
    return not wanted.strip()


def is_whole(node: yaml.Node, wanted: Wanted) -> bool:
    """Whether the form had every key of what stands there; another is not its own to take out."""
    if not isinstance(node, yaml.MappingNode) or not isinstance(wanted, dict):
        return True
    return all(
        name.value in wanted and is_whole(value, wanted[name.value]) for name, value in node.value
    )


def plain(wanted: Wanted) -> spelling.Plain:
    """The same without origins, and without what is empty."""
    if isinstance(wanted, dict):
        return {key: plain(one) for key, one in wanted.items() if not is_empty(one)}
    if isinstance(wanted, list):
        return [plain(one.value) for one in wanted if not is_empty(one.value)]
    return wanted
