"""«Có gì mới»: new entries and told changes, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.kinds import BY_NAME, Entry, Kind
from portal.library import Library
from portal.views.outputs import Page
from portal.views.pages import Press

SHOWN = 200
"""The page keeps its size however old the portal grows."""
QUIET = ("nguon", "don-vi", "thuat-ngu", "trang")
"""Kinds whose new entries are no news by themselves; told changes of them are."""


@dataclass(frozen=True, slots=True)
class News:
    day: date
    entry: Entry
    kind: Kind
    text: str


def latest(library: Library, most: int = SHOWN) -> list[News]:
    """At most so many, newest first; on one day in the order of the register."""
    found = []
    for entries in library.entries.values():
        for entry in entries.values():
            kind = BY_NAME[entry.KIND]
            if entry.published and entry.published <= library.today and entry.KIND not in QUIET:
                found.append(News(entry.published, entry, kind, ""))
            found += [
                News(one.day, entry, kind, one.text)
                for one in entry.changes
                if one.day <= library.today
            ]
    return sorted(found, key=lambda one: one.day, reverse=True)[:most]


def draw(press: Press) -> Page:
    days: dict[date, dict[str, list[News]]] = {}
    for one in latest(press.library):
        days.setdefault(one.day, {}).setdefault(one.kind.label, []).append(one)
    return press.page(
        "changes.html.jinja",
        "co-gi-moi/",
        "Có gì mới",
        "Mục mới đăng và thay đổi đáng biết, mới nhất trước.",
        menu="Tin tức",
        menu_place=10,
        days=days,
        searchable=False,
    )
