"""The list of a kind: its frame, which all kinds share, and the list of a kind without a view of
its own.

Comes in: the entries of one page of a list, the page context. Goes out: view models for
`list.html.jinja`; a kind's `view.py` makes its list of `frame` and fields of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from portal.kinds import Entry, Kind
from portal.text import number
from portal.views.context import PageContext
from portal.views.pages.crumbs import way
from portal.views.parts import Anchor, Anchors, Header, Item, Pager

SUMMARY = 220
"""Letters of a summary in a list."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: which entries it holds of how many, and its neighbours' addresses."""

    number: int
    of: int
    start: int
    total: int
    before: str = ""
    after: str = ""
    url: str = ""

    @property
    def suffix(self) -> str:
        """What tells its title from that of the first."""
        return f", trang {self.number}" if self.number > 1 else ""

    def span(self, shown: int) -> str:
        """«1–500»: which of all things it shows."""
        return f"{number(self.start + 1)}–{number(self.start + shown)}"

    def told(self, shown: int, one: str = "") -> str:
        """«Mục 1–500 trong 1.200 văn bản; trang 1 trong 3», where there are several pages."""
        what = f" {one}" if one else ""
        place = f"trang {self.number} trong {self.of}"
        return f"Mục {self.span(shown)} trong {number(self.total)}{what}; {place}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFrame:
    """What stands around the entries of every list."""

    crumbs: tuple[Anchor, ...]
    header: Header
    how: str = ""
    """How to use the list; nothing where it is empty."""
    part: str = ""
    """Which part of the list this is, where it has several pages."""
    empty: str = ""
    """What stands where there is nothing yet."""
    pager: Pager | None = None


def nothing(entry: Entry) -> str:
    """Beside most entries nothing is told."""
    return ""


E = TypeVar("E", bound=Entry)
Aside = Callable[[E], str]


@dataclass(frozen=True, slots=True)
class EntryList:
    """Entries one below the other, with their summaries."""

    frame: ListFrame
    items: tuple[Item, ...]
    count: str


def listed(
    kind: Kind, entries: Sequence[E], at: ListPage, v: PageContext, aside: Aside[E] = nothing
) -> EntryList:
    """The list of a kind that says nothing else; `aside`: what stands beside each entry."""
    count = f"{number(len(entries))} {kind.one}"
    return EntryList(frame(v, kind, entries, at), items(v, entries, aside), count)


def frame(v: PageContext, kind: Kind, entries: Sequence[Entry], at: ListPage) -> ListFrame:
    return ListFrame(
        crumbs=way(v, Anchor(kind.label)),
        header=Header(title=kind.label, lead=kind.lead),
        how=kind.how if entries else "",
        part=at.told(len(entries), kind.one) if at.of > 1 else "",
        empty="" if entries else empty(kind),
        pager=pager(v, at),
    )


def empty(kind: Kind) -> str:
    return f"Chưa có {kind.one} nào được đăng."


def pager(v: PageContext, at: ListPage, label: str = "Các trang của danh sách") -> Pager:
    """Previous and next page of a long list."""
    before = Anchor(f"Trang {at.number - 1}", v.url(at.before)) if at.before else None
    after = Anchor(f"Trang {at.number + 1}", v.url(at.after)) if at.after else None
    return Pager(before, after, label=label)


def items(v: PageContext, entries: Iterable[E], aside: Aside[E] = nothing) -> tuple[Item, ...]:
    """Entries with their summaries."""
    return tuple(
        Item(
            v.name(one),
            v.url(one),
            v.plain(one.summary, SUMMARY) if one.summary else "",
            aside(one),
        )
        for one in entries
    )


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of which the list tells all there is."""

    id: str
    title: str
    html: Markup
    more: Markup
    """What it rests on."""


def told(v: PageContext, one: Entry, *others: Markup) -> Told:
    """The row of an entry that has no page of its own."""
    parts = (v.md(one.summary), *others)
    more = v.line(one, only=["sources", "inferred", "note"])
    return Told(one.id, one.name, Markup("").join(parts), more)


def jump(places: Iterable[Anchor]) -> tuple[Anchors, ...]:
    """The parts of a page, to leap to. Those without anything are left out; of a single one nothing
    needs to be said."""
    found = tuple(one for one in places if one.count != 0)
    return (Anchors(found),) if len(found) > 1 else ()
