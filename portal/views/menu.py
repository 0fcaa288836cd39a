"""The menu: groups in the order of the register, one-off pages where they ask to stand.

Comes in: the library and the pages made of it. Goes out: titles and paths, and which entry of the
menu those pages belong to that stand below none of its addresses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from portal.kinds import KINDS
from portal.kinds.page import CITATIONS, DATA, DEFECTS, EMBEDDING
from portal.kinds.page import Page as OneOff
from portal.kinds.reference import Reference
from portal.library import Library
from portal.views.names import address
from portal.views.outputs import Plan

BELOW: Mapping[str, str] = MappingProxyType(
    {
        f"{Reference.KIND}/": f"{DEFECTS}/",
        f"{CITATIONS}/": f"{DEFECTS}/",
        f"{EMBEDDING}/": f"{DATA}/",
    }
)
"""Where addresses begin → the entry of the menu that leads there: one name, one entry."""


def draw(library: Library, made: Iterable[Plan]) -> list[dict[str, Any]]:
    """Nested `{title: source path}` as builders take it; the home page first."""
    groups: dict[str, list[tuple[int, str, str]]] = {}
    for kind in KINDS:
        if kind.menu and address(kind) not in BELOW:
            groups.setdefault(kind.menu, []).append((100, kind.label, f"{address(kind)}index.md"))
    for page in made:
        if page.menu:
            groups.setdefault(page.menu, []).append((page.menu_place, page.title, page.source_path))
    for one in library.of(OneOff):
        if one.menu:
            path = address(one) + "index.md"
            groups.setdefault(one.menu, []).append(
                (one.place or 0, one.menu_title or one.title, path)
            )
    menu: list[dict[str, Any]] = [{"Trang chủ": "index.md"}]
    for group, items in groups.items():
        entries = [{title: path} for _, title, path in sorted(items, key=lambda item: item[0])]
        menu.append({group: entries if len(entries) > 1 else next(iter(entries[0].values()))})
    return menu


def labels(menu: list[dict[str, Any]]) -> dict[str, str]:
    """Source path → title of every entry of the menu."""
    return dict(_labels(menu))


def _labels(menu: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for item in menu:
        for title, inside in item.items():
            if isinstance(inside, str):
                yield inside, title
            else:
                yield from _labels(inside)
