"""The open data and the feeds of a library, drawn without a site around them.

In: content, or a library with entries replaced. Out: files by their paths.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tiny

from portal.kinds import Entry
from portal.library import Library
from portal.road import judge
from portal.views import Inputs
from portal.views.api.v1 import files as data
from portal.views.feeds import files as feeds
from portal.views.renderer import Renderer


def library(content: Path, today: date = tiny.DAY, *, drafts: bool = False) -> Library:
    made, _ = judge(content, today, drafts=drafts)
    return made


NAME = "lang-may.example,2026"
"""The name of the made-up portal in the ids of its feeds."""


def drawn(library: Library, address: str = "", name: str = NAME) -> dict[str, bytes]:
    """All files, each path once."""
    renderer = Renderer(Inputs(library, (), address, name))
    found: dict[str, bytes] = {}
    for asset in (*data.files(renderer), *feeds.files(renderer)):
        assert asset.path not in found, asset.path
        found[asset.path] = asset.content
    return found


def changed(library: Library, change: Callable[[Entry], Entry]) -> Library:
    """The same library, every entry put through a function."""
    entries = {
        kind: {id: change(entry) for id, entry in by_id.items()}
        for kind, by_id in library.entries.items()
    }
    return dataclasses.replace(library, entries=MappingProxyType(entries))


def objects(value: Any, where: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every object in a JSON value, with its place."""
    if isinstance(value, dict):
        yield where, value
        for key, inner in value.items():
            yield from objects(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from objects(inner, f"{where}[{place}]")
