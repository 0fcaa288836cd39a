"""Ways to find without a search: everything by name, documents by number, the kinds; and the page
of the search itself, which needs no script to be useful.

Comes in: the library and the pages made of it. Goes out: plans; a long index goes on at
`trang-2/`, so that no page grows with the portal. Knows nothing of the search index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from portal.citations.numbers import pieces
from portal.kinds import KINDS
from portal.kinds.document import Document
from portal.kinds.page import FINDING
from portal.text import initial, slug, sort_key
from portal.views.inputs import Inputs
from portal.views.names import address, cut
from portal.views.outputs import Plan, page
from portal.views.pages.entries import LONGEST_LIST, ListPage

T = TypeVar("T", Plan, Document)
ROOT, BY_NAME, BY_NUMBER = f"{FINDING}/", f"{FINDING}/a-z/", f"{FINDING}/theo-so/"
NO_NUMBER = "Chưa có hoặc không rõ số"
_TELEX = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
"""Letters that lose their marks in an id stay apart."""


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


@dataclass(frozen=True, slots=True)
class Index(Generic[T]):
    """An index on as many pages as it needs."""

    url: str
    list_pages: tuple[tuple[ListPage, tuple[Group[T], ...]], ...]

    @property
    def groups(self) -> list[Group[T]]:
        """Every heading once, where it is first met."""
        return [one for _, groups in self.list_pages for one in groups if not one.continued]

    @property
    def total(self) -> int:
        return self.list_pages[0][0].total if self.list_pages else 0


def plan(inputs: Inputs, made: Sequence[Plan]) -> list[Plan]:
    """The page of the search and the pages of the indexes."""
    entries = [one for one in made if one.searchable]
    names = _index(BY_NAME, sorted(entries, key=_by_name), lambda one: initial(one.title))
    documents = inputs.library.of(Document)
    numbers = _index(BY_NUMBER, sorted(documents, key=_by_number), _range)
    states = {address(one): inputs.library.validity[one.id].state for one in documents}
    head = page(
        "lookup.html.jinja",
        ROOT,
        "Tìm kiếm",
        "Tìm trong chuyên mục; bảng tra mọi trang theo tên và văn bản theo số, ký hiệu.",
        searchable=False,
        outlined=False,
        names=names,
        numbers=numbers,
        ends=ends,
        kinds=[(kind, len(inputs.library.entries[kind.name])) for kind in KINDS if kind.menu],
    )
    return [
        head,
        *_pages(inputs, names, "directory.html.jinja", "Mọi trang theo tên, A–Z", states=states),
        *_pages(inputs, numbers, "numbers.html.jinja", "Văn bản theo số, ký hiệu"),
    ]


def _pages(
    inputs: Inputs, index: Index[T], template: str, title: str, **context: Any
) -> Iterator[Plan]:
    for list_page, groups in index.list_pages:
        yield page(
            template,
            _list_page_url(index.url, list_page.number),
            title + (f", trang {list_page.number}" if list_page.number > 1 else ""),
            f"{title}: {ends(groups)}.",
            searchable=False,
            outlined=False,
            heading=title,
            index=index,
            list_page=list_page,
            groups=groups,
            shown=sum(len(group.items) for group in groups),
            root=ROOT,
            **context,
        )


def ends(groups: Sequence[Group[T]]) -> str:
    """From what to what a page of an index goes, as a dictionary says at its head."""
    first, last = groups[0].items[0], groups[-1].items[-1]
    return f"{_told(first)} – {_told(last)}"


def _told(one: Plan | Document) -> str:
    return cut(one.short if isinstance(one, Document) else one.title, 40)


def _index(url: str, items: Sequence[T], heading: Callable[[T], str]) -> Index[T]:
    """Pages of at most `LONGEST_LIST`; a heading goes on where its page ends."""
    count: int = -(-len(items) // LONGEST_LIST)
    urls = ["", *(_list_page_url(url, at) for at in range(1, count + 1)), ""]
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


def _list_page_url(url: str, number: int) -> str:
    return url if number == 1 else f"{url}trang-{number}/"


def _by_name(page: Plan) -> tuple[object, ...]:
    """Numbers first, then the alphabet; quotation marks at the beginning do not count."""
    title = page.title.lstrip("«“\"'( ")
    return initial(title) != "0–9", sort_key(title), page.url


def _by_number(document: Document) -> tuple[object, ...]:
    number = document.number or ""
    serial = pieces(number).serial
    return (
        not number,
        int(serial) if serial else 10**9,
        sort_key(number),
        sort_key(document.name),
        document.id,
    )


def _range(document: Document) -> str:
    """«Số 1–99», «Số 100–199»…, so that nobody has to read past a hundred numbers."""
    if not document.number:
        return NO_NUMBER
    serial = pieces(document.number).serial
    if not serial:
        return "Số khác"
    hundred = int(serial) // 100 * 100
    return f"Số {max(hundred, 1)}–{hundred + 99}"
