"""«Có gì mới»: new entries and told changes, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice

from markupsafe import Markup

from portal.dates import day
from portal.kinds import BY_NAME, Entry, Kind
from portal.kinds.page import NEWS
from portal.library import Library
from portal.library.news import QUIET, mixed
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.parts import Anchor, Folded, Header, folded

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


@dataclass(frozen=True, slots=True)
class OfKind:
    """News of one kind on one day; the rest of many is folded."""

    label: str
    items: Folded[Markup]


@dataclass(frozen=True, slots=True)
class Day:
    id: str
    title: str
    kinds: tuple[OfKind, ...]


@dataclass(frozen=True, slots=True)
class NewsPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    days: tuple[Day, ...]


TITLE, LEAD = "Có gì mới", "Mục mới đăng và thay đổi đáng biết, mới nhất trước."


def plan(inputs: Inputs) -> Iterator[Plan]:
    yield Plan(
        template="changes.html.jinja",
        url=f"{NEWS}/",
        title=TITLE,
        description=LEAD,
        menu="Tin tức",
        menu_place=10,
        outlined=False,
        searchable=False,
        names=(
            *("mới nhất", "mục mới", "mới cập nhật", "mới đăng", "cập nhật mới nhất"),
            *("tin mới", "tin mới nhất", "bài mới", "có gì thay đổi", "dạo này có gì mới"),
            *("cập nhật gần đây", "nội dung mới thêm", "cổng mới cập nhật gì"),
            *("chuyên mục mới thêm gì", "nhật ký cập nhật", "lịch sử thay đổi"),
        ),
        view=partial(_page, latest(inputs.library)),
    )


def _page(news: Sequence[News], v: PageContext) -> NewsPage:
    days: dict[date, dict[str, list[Markup]]] = {}
    for one in news:
        days.setdefault(one.day, {}).setdefault(one.kind.label, []).append(_line(v, one))
    return NewsPage(
        way(v, Anchor(TITLE)),
        Header(title=TITLE, lead=LEAD),
        tuple(_day(on, kinds) for on, kinds in days.items()),
    )


def _line(v: PageContext, one: News) -> Markup:
    return v.a(one.entry) + (f": {one.text}" if one.text else "")


def _day(on: date, kinds: Mapping[str, Sequence[Markup]]) -> Day:
    told = (OfKind(label, folded(lines, AT_ONCE)) for label, lines in kinds.items())
    return Day(f"ngay-{on.isoformat()}", f"Ngày {day(on)}", tuple(told))
