"""Words that name files, cut so that each of these can lead to its entry.

Comes in: a sentence of a fault, the content. Goes out: parts in order, each with its address or
none. Refuses to know: HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.editor.catalogue import Snapshot
from portal.source import Listing, Mapping, Value

_PLACE = re.compile(r"(?:docs|data)/[a-z0-9/._-]+?\.(?:md|yml)(?::(\d+))?")


@dataclass(frozen=True, slots=True)
class Part:
    text: str
    url: str = ""


def parts(text: str, now: Snapshot) -> Iterator[Part]:
    """Names of entries stand for their files; the line leads to the field."""
    last = 0
    for found in _PLACE.finditer(text):
        path, _, line = found[0].partition(":")
        if item := now.at(path):
            if found.start() > last:
                yield Part(text[last : found.start()])
            told, place = (f", dòng {line}", f"?dong={line}") if line else ("", "")
            yield Part(f"{item.title}{told}", f"/muc/{item.key}{place}")
            last = found.end()
    if text[last:]:
        yield Part(text[last:])


def field_at(values: Value, line: int) -> str:
    """The key that stands in a line, with its place in lists; the last one above it."""
    name, best = "", 0
    for where, at in _walk(values, "", values.line):
        if best <= at <= line:
            name, best = where, at
    return name


def _walk(value: Value, where: str, line: int) -> Iterator[tuple[str, int]]:
    """A key stands at its own line, which may be above that of its value."""
    if where:
        yield where, line
    if isinstance(value, Mapping):
        for key, one in value.items.items():
            inner = f"{where}.{key}" if where else key
            yield from _walk(one, inner, value.lines.get(key, one.line))
    elif isinstance(value, Listing):
        for number, one in enumerate(value.items, 1):
            yield from _walk(one, f"{where}[{number}]", one.line)
