"""Indexes on as many pages as they need: what stands under which heading, on which page.

Comes in: things in order, and the heading of each. Goes out: frozen records with addresses below
the site's root. Refuses to know: the page that shows them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from portal.citations.numbers import pieces
from portal.kinds.document import Document
from portal.kinds.document.lists import State
from portal.text import initial, slug, sort_key
from portal.views.names import LONGEST_LIST, cut
from portal.views.pages.listing import ListPage

NO_NUMBER = "Chưa có hoặc không rõ số"
_TELEX = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
"""Letters that lose their marks in an id stay apart."""


@dataclass(frozen=True, slots=True)
class Named:
    """A page as the index by name tells of it."""

    url: str
    title: str
    label: str
    state: State | None = None
    """Of a document: whether it holds."""


T = TypeVar("T", Named, Document)


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """What stands under one heading of one page of an index."""

    label: str
    id: str
    page: str
    """The address of the page it stands on."""
    continued: bool
    """Whether it began on an earlier page."""
    items: tuple[T, ...]

    @property
    def place(self) -> str:
        """Where it begins."""
        return f"{self.page}#{self.id}"


@dataclass(frozen=True, slots=True)
class Index(Generic[T]):
    """An index on as many pages as it needs."""

    url: str
    list_pages: tuple[tuple[ListPage, tuple[Group[T], ...]], ...]

    @property
    def head(self) -> IndexHead:
        groups = (one for _, groups in self.list_pages for one in groups if not one.continued)
        several = len(self.list_pages) > 1
        return IndexHead(
            self.url,
            self.list_pages[0][0].total if self.list_pages else 0,
            tuple((one.label, one.place) for one in groups),
            tuple((ends(one), one[0].page) for _, one in self.list_pages) if several else (),
        )


@dataclass(frozen=True, slots=True)
class IndexHead:
    """Of an index: how much it holds; its headings and its pages, each with its address."""

    url: str
    total: int
    headings: tuple[tuple[str, str], ...]
    pages: tuple[tuple[str, str], ...]
    """None where there is one page."""


def ends(groups: Sequence[Group[T]]) -> str:
    """From what to what a page of an index goes, as a dictionary says at its head."""
    first, last = groups[0].items[0], groups[-1].items[-1]
    return f"{_told(first)} – {_told(last)}"


def _told(one: Named | Document) -> str:
    return cut(one.short if isinstance(one, Document) else one.title, 40)


def index(url: str, items: Sequence[T], heading: Callable[[T], str]) -> Index[T]:
    """Pages of at most `LONGEST_LIST`; a heading goes on where its page ends."""
    count: int = -(-len(items) // LONGEST_LIST)
    urls = ["", *(list_page_url(url, at) for at in range(1, count + 1)), ""]
    met: set[str] = set()
    list_pages = []
    for at in range(1, count + 1):
        start = (at - 1) * LONGEST_LIST
        list_page = ListPage(at, count, start, len(items), urls[at - 1], urls[at + 1])
        groups = tuple(
            _group(label, urls[at], met, group)
            for label, group in groupby(items[start : start + LONGEST_LIST], heading)
        )
        list_pages.append((list_page, groups))
    return Index(url, tuple(list_pages))


def _group(label: str, page: str, met: set[str], items: Iterable[T]) -> Group[T]:
    id = f"chu-{_TELEX.get(label) or slug(label)}" if len(label) == 1 else slug(label)
    continued = label in met
    met.add(label)
    return Group(label, id, page, continued, tuple(items))


def list_page_url(url: str, number: int) -> str:
    return url if number == 1 else f"{url}trang-{number}/"


def by_name(page: Named) -> tuple[object, ...]:
    """Numbers first, then the alphabet; quotation marks at the beginning do not count."""
    title = page.title.lstrip("«“\"'( ")
    return initial(title) != "0–9", sort_key(title), page.url


def by_number(document: Document) -> tuple[object, ...]:
    number = document.number or ""
    serial = pieces(number).serial
    return (
        not number,
        int(serial) if serial else 10**9,
        sort_key(number),
        sort_key(document.name),
        document.id,
    )


def hundred_of(document: Document) -> str:
    """«Số 1–99», «Số 100–199»…, so that nobody has to read past a hundred numbers."""
    if not document.number:
        return NO_NUMBER
    serial = pieces(document.number).serial
    if not serial:
        return "Số khác"
    hundred = int(serial) // 100 * 100
    return f"Số {max(hundred, 1)}–{hundred + 99}"
