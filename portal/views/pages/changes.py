"""«Có gì mới»: new entries and told changes, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from portal.kinds import BY_NAME, Entry, Kind
from portal.kinds.page import NEWS
from portal.library import Library
from portal.library.news import QUIET, mixed
from portal.views.inputs import Inputs
from portal.views.outputs import Plan, page

SHOWN = 200
"""The page keeps its size however old the portal grows."""
AT_ONCE = 6
"""More of one kind on one day are folded."""


@dataclass(frozen=True, slots=True)
class News:
    day: date
    entry: Entry
    kind: Kind
    text: str


def latest(library: Library, most: int = SHOWN) -> list[News]:
    """At most so many, newest first."""
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
    return list(islice(mixed(sorted(found, key=lambda one: one.day, reverse=True)), most))


def plan(inputs: Inputs) -> Iterator[Plan]:
    days: dict[date, dict[str, list[News]]] = {}
    for one in latest(inputs.library):
        days.setdefault(one.day, {}).setdefault(one.kind.label, []).append(one)
    yield page(
        "changes.html.jinja",
        f"{NEWS}/",
        "Có gì mới",
        "Mục mới đăng và thay đổi đáng biết, mới nhất trước.",
        menu="Tin tức",
        menu_place=10,
        days=days,
        at_once=AT_ONCE,
        outlined=False,
        searchable=False,
    )
