"""Ways to find without a search: everything by name, documents by number, the kinds; and the page
of the search itself, which needs no script to be useful.

Comes in: the library and the pages made of it. Goes out: plans; a long index goes on at
`trang-2/`, so that no page grows with the portal. Knows nothing of the search index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from portal.kinds import KINDS, Entry, Kind
from portal.kinds.document import Document
from portal.kinds.document.lists import State
from portal.kinds.page import FINDING
from portal.library import Library
from portal.text import initial, number
from portal.views.compact import compact
from portal.views.context import PageContext
from portal.views.documents import validity
from portal.views.facets import Facets
from portal.views.facets.searched import SEARCHED, former
from portal.views.inputs import Inputs
from portal.views.names import address, place_of
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.pages.index import (
    Group,
    Index,
    IndexHead,
    Named,
    T,
    by_name,
    by_number,
    ends,
    hundred_of,
    index,
    list_page_url,
)
from portal.views.pages.listing import ListPage, pager
from portal.views.parts import Anchor, Cell, Header, Pager, Table, columns, table
from portal.views.phrases import badge, link

ROOT, BY_NAME, BY_NUMBER = f"{FINDING}/", f"{FINDING}/a-z/", f"{FINDING}/theo-so/"
TITLE = "Tìm kiếm"
HEADS = columns(("Số, ký hiệu", "short"), "Văn bản", ("Ngày", "short"), ("Hiệu lực", "short"))


@dataclass(frozen=True, slots=True)
class Letters:
    """The headings of an index, each leading to where it begins."""

    label: str
    letters: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class IndexWay:
    """An index as the page of the search leads to it."""

    total: str
    url: str
    letters: Letters
    pages: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The field, the place of what is found, and the indexes that need no script."""

    crumbs: tuple[Anchor, ...]
    names: IndexWay | None
    numbers: IndexWay | None
    kinds: tuple[Markup, ...]
    """With the number of their entries."""
    addresses: str
    """JSON for `web/finder/state.js`: what facets are called in addresses, today and before."""


@dataclass(frozen=True, slots=True)
class UnderHeading:
    """What stands under one heading: lines, or the rows of a table."""

    id: str
    label: str
    continued: bool
    lines: tuple[Markup, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """One page of an index: the headings of all its pages, then what stands on this one."""

    crumbs: tuple[Anchor, ...]
    header: Header
    count: str
    letters: Letters
    groups: tuple[UnderHeading, ...]
    pager: Pager

    @property
    def gaps(self) -> str:
        """What a dash in its tables means, told once."""
        return next((one.table.gaps for one in self.groups if one.table and one.table.gaps), "")


BY_NAME_CALLED = ("mọi trang", "sơ đồ trang", "sơ đồ cổng", "tra theo tên", "danh mục trang")
BY_NUMBER_CALLED = ("văn bản theo số", "tra số văn bản", "tra theo số", "số ký hiệu văn bản")


def plan(inputs: Inputs, made: Sequence[Plan]) -> list[Plan]:
    """The page of the search and the pages of the indexes."""
    library = inputs.library
    documents = library.of(Document)
    states = {address(one): library.validity[one.id].state for one in documents}
    entries = [
        Named(one.url, one.title, one.label, states.get(one.url)) for one in made if one.searchable
    ]
    entries += _rows(library)
    names = index(BY_NAME, sorted(entries, key=by_name), lambda one: initial(one.title))
    numbers = index(BY_NUMBER, sorted(documents, key=by_number), hundred_of)
    kinds = [(kind, len(library.entries[kind.name])) for kind in KINDS if kind.menu]
    head = Plan(
        template="lookup.html.jinja",
        url=ROOT,
        title=TITLE,
        menu="Tra cứu",
        menu_place=300,
        description=(
            "Tìm trong chuyên mục; bảng tra mọi trang theo tên và văn bản theo số, ký hiệu."
        ),
        searchable=False,
        names=("trang tìm kiếm", "tra cứu"),
        outlined=False,
        view=partial(_search, names.head, numbers.head, kinds),
    )
    return [
        head,
        *_pages(names, "Mọi trang theo tên, A–Z", _named, BY_NAME_CALLED),
        *_pages(numbers, "Văn bản theo số, ký hiệu", _numbered, BY_NUMBER_CALLED),
    ]


def _rows(library: Library) -> Iterator[Named]:
    """What is told in the list of its kind, and has no page of its own."""
    for kind in KINDS:
        for one in library.entries[kind.name].values():
            if f"{kind.name}/{one.id}" in library.rows:
                state = _state(library, one)
                yield Named(place_of(library, one.link), one.name, kind.label, state)


def _state(library: Library, one: Entry) -> State | None:
    return library.validity[one.id].state if isinstance(one, Document) else None


def _pages(
    of: Index[T],
    title: str,
    under: Callable[[PageContext, Group[T]], UnderHeading],
    called: tuple[str, ...],
) -> Iterator[Plan]:
    head = of.head
    for at, groups in of.list_pages:
        yield Plan(
            template="index.html.jinja",
            url=list_page_url(of.url, at.number),
            title=title + at.suffix,
            description=f"{title}: {ends(groups)}.",
            searchable=False,
            names=called if at.number == 1 else (),
            outlined=False,
            view=partial(_page, head, title, at, groups, under),
        )


def _search(
    names: IndexHead, numbers: IndexHead, kinds: Sequence[tuple[Kind, int]], v: PageContext
) -> SearchPage:
    told = (Markup(f"{link(v.url(one), one.label)}{_counted(count)}") for one, count in kinds)
    return SearchPage(
        crumbs=way(v, Anchor(TITLE)),
        names=_way(v, names) if names.total else None,
        numbers=_way(v, numbers) if numbers.total else None,
        kinds=tuple(told),
        addresses=_addresses(v.facets),
    )


def _addresses(facets: Facets) -> str:
    told = {"names": [[one.id, one.name] for one in SEARCHED], "former": list(former(facets))}
    return compact(told)


def _counted(count: int) -> str:
    return f' <span class="meta">({number(count)})</span>'


def _way(v: PageContext, head: IndexHead) -> IndexWay:
    pages = tuple(Anchor(label, v.url(url)) for label, url in head.pages)
    return IndexWay(number(head.total), v.url(head.url), _letters(v, head), pages)


def _letters(v: PageContext, head: IndexHead) -> Letters:
    """Single letters are told so; «Số 1–99» are numbers."""
    by_letter = len(head.headings[0][0]) < 4
    letters = tuple(Anchor(label, v.url(place)) for label, place in head.headings)
    return Letters("Theo chữ cái" if by_letter else "Theo số", letters)


def _page(
    head: IndexHead,
    title: str,
    at: ListPage,
    groups: Sequence[Group[T]],
    under: Callable[[PageContext, Group[T]], UnderHeading],
    v: PageContext,
) -> IndexPage:
    shown = sum(len(group.items) for group in groups)
    return IndexPage(
        crumbs=way(v, Anchor(TITLE, v.url(ROOT)), Anchor(title)),
        header=Header(title=title),
        count=at.told(shown) if at.of > 1 else f"{number(at.total)} mục",
        letters=_letters(v, head),
        groups=tuple(under(v, one) for one in groups),
        pager=pager(v, at, "Các trang của bảng tra"),
    )


def _named(v: PageContext, group: Group[Named]) -> UnderHeading:
    lines = tuple(_name(v, one) for one in group.items)
    return UnderHeading(group.id, group.label, group.continued, lines)


def _name(v: PageContext, one: Named) -> Markup:
    """With its kind; of a document that does not simply hold, its state."""
    label = Markup(' <span class="meta nowrap">{}</span>').format(one.label) if one.label else ""
    state = one.state if one.state and not (one.state.unknown or one.state.holds) else None
    mark = f" {badge(state.label, state.tone)}" if state else ""
    return Markup(f"{link(v.url(one.url), one.title)}{label}{mark}")


def _numbered(v: PageContext, group: Group[Document]) -> UnderHeading:
    made = table(group.label, HEADS, [_number(v, one) for one in group.items])
    return UnderHeading(group.id, group.label, group.continued, table=made)


def _number(v: PageContext, one: Document) -> tuple[Cell, ...]:
    number = one.number or ("được giao ban hành" if one.awaited else "không ghi")
    return (number, v.a(one), v.show(one.issued) if one.issued else None, validity(v, one))
