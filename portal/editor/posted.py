"""What a browser sends of a form, as the values it means; and those values as a form shows them.

Comes in: names and values in the order of the page. Goes out: wanted values for `rewrite`, values
of room 1 for `form`. A name is a path, `cong_nhan/2/muc`: 2 is the item the file had there, `m1`
a new one; the order of items is that of the page. A path that ends in `/` only says that the list
or group is in the form. Refuses to know: fields, files, requests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as MappingOf

from portal.patch.wanted import Item, Wanted
from portal.source import Listing, Mapping, Scalar, Value
from portal.text import nfc

Pairs = list[tuple[str, str]]
_TOKEN = re.compile(r"[0-9]{1,4}|m[0-9]{1,4}")
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:/(?:[a-z][a-z0-9_]*|[0-9]{1,4}))*/?")
DEEPEST = 12


class NotAForm(Exception):
    """What came is not what a page of the desk sends."""


class _Node:
    """A list or a group while it is gathered."""

    def __init__(self) -> None:
        self.inside: dict[str, _Node | str] = {}


def wanted(pairs: Iterable[tuple[str, str]]) -> dict[str, Wanted]:
    """Every key that was in the form, and what it shall hold."""
    root = _Node()
    for name, value in pairs:
        if not _NAME.fullmatch(name) or name.count("/") > DEEPEST:
            raise NotAForm
        *above, last = name.split("/")
        node = root
        for step in above:
            found = node.inside.setdefault(step, _Node())
            if isinstance(found, str):
                raise NotAForm
            node = found
        if last:
            node.inside[last] = nfc(value.replace("\r\n", "\n").replace("\r", "\n"))
    return {key: _value(one) for key, one in root.inside.items()}


def _value(node: _Node | str) -> Wanted:
    if isinstance(node, str):
        return node
    if node.inside and all(map(_TOKEN.fullmatch, node.inside)):
        return [
            Item(_value(one), int(token) if token.isdecimal() else None)
            for token, one in node.inside.items()
        ]
    return {key: _value(one) for key, one in node.inside.items()}


def tokens(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Of every list, which item stands where: by the list's name."""
    made: dict[str, dict[str, None]] = {}
    for name, _ in pairs:
        steps = name.rstrip("/").split("/")
        for place, step in enumerate(steps):
            if place and _TOKEN.fullmatch(step):
                made.setdefault("/".join(steps[:place]), {})[step] = None
    return {name: tuple(found) for name, found in made.items()}


def shown(wanted: MappingOf[str, Wanted], held: Mapping) -> Mapping:
    """The values a form shows for what was typed: keys that were not in it as the file has them."""
    items = {**held.items, **{key: _shown(one) for key, one in wanted.items()}}
    return Mapping(items, {key: held.lines.get(key, 1) for key in items}, held.line)


def _shown(wanted: Wanted) -> Value:
    if not wanted:  # a list of nothing, too
        return Scalar("", 1)
    if isinstance(wanted, dict):
        return Mapping({key: _shown(one) for key, one in wanted.items()}, {}, 1)
    if isinstance(wanted, list):
        return Listing(tuple(_shown(one.value) for one in wanted), 1)
    return Scalar(wanted, 1)


def told(name: str, wanted: Wanted) -> Pairs:
    """Names and values as a browser would send them for this."""
    if isinstance(wanted, dict):
        inside = [pair for key, one in wanted.items() for pair in told(f"{name}/{key}", one)]
        return [(f"{name}/", ""), *inside]
    if isinstance(wanted, list):
        items = [
            pair
            for place, one in enumerate(wanted)
            for pair in told(
                f"{name}/{f'm{place}' if one.origin is None else one.origin}", one.value
            )
        ]
        return [(f"{name}/", ""), *items]
    return [(name, wanted)]
