"""The register of what can be shown inside other portals (`xem`), one line each.

Comes in: the library. Goes out: for every line, what there is to choose from and how it is drawn.
Builder, files, oEmbed and tests follow from it. Besides these, every page can be framed:
`trang/<address>`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from portal.kinds import Entry
from portal.kinds.article import Article
from portal.kinds.base import Link
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.library import Library, statistics
from portal.library.board import board, board_of_today, days
from portal.text import upper_first
from portal.views.api.v1.gone import former
from portal.views.context import PageContext
from portal.views.embed import boards, cards
from portal.views.embed.card import Card
from portal.views.inputs import Inputs
from portal.views.names import cut
from portal.views.pages import changes
from portal.views.progress import taken

NEWEST, FEW = 10, 5
TABLE = "Bảng chỉ tiêu của một bộ tiêu chí"
LONGEST = 90
WHOLE = "trang"
"""The name under which whole pages are asked for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be shown; `id` is empty where there is no choice."""

    id: str
    label: str
    subject: Any
    of: Entry | None = None
    """The entry it is of: where that had another id, the old address shows the same."""

    def former(self) -> Iterator[str]:
        """The ids it had."""
        if self.of:
            for kind, old in former(self.of):
                if kind.name == self.of.KIND:
                    segments = self.id.split("/")
                    yield "/".join(old if one == self.of.id else one for one in segments)


Choices = Callable[[Inputs], Iterable[Choice]]


@dataclass(frozen=True, slots=True)
class Component:
    name: str
    """In addresses, and in `xem`."""
    label: str
    height: int
    """In pixels, on a page of usual width; a loader knows better."""
    choices: Choices
    card: Callable[[Any, PageContext], Card]
    gone: Choices = lambda _: ()
    """Those whose entry was withdrawn."""

    def place(self, id: str) -> str:
        """Below `nhung/xem/`."""
        return f"{self.name}/{id}/" if id else f"{self.name}/"


def _one(subject: Callable[[Library], Any]) -> Choices:
    return lambda inputs: (Choice("", "", subject(inputs.library)),)


E = TypeVar("E", bound=Entry)


def _of(
    name: str,
    label: str,
    height: int,
    kind: type[E],
    parts: Callable[[Inputs, E], Iterable[Choice]],
    card: Callable[[Any, PageContext], Card],
) -> Component:
    """One that shows entries of a kind, or parts of them."""

    def choices(inputs: Inputs) -> Iterator[Choice]:
        for one in inputs.library.of(kind):
            yield from parts(inputs, one)

    def gone(inputs: Inputs) -> Iterator[Choice]:
        for one in inputs.library.withdrawn:
            if isinstance(one, kind) and not inputs.library.get(one.link):
                yield from parts(inputs, one)

    return Component(name, label, height, choices, card, gone)


def _documents(library: Library) -> Sequence[Document]:
    dated = (one for one in library.of(Document) if one.issued and not one.awaited)
    ordered = sorted(dated, key=lambda one: one.issued.iso if one.issued else "", reverse=True)
    return ordered[:NEWEST]


def _document(inputs: Inputs, one: Document) -> Iterator[Choice]:
    if inputs.has_page(one):
        yield Choice(one.id, cut(one.name, LONGEST), one, one)


def _set(inputs: Inputs, one: CriteriaSet) -> Iterator[Choice]:
    if one.indicators:
        yield Choice(one.id, cut(one.name, LONGEST), one, one)


def _criteria(inputs: Inputs, of: CriteriaSet) -> Iterator[Choice]:
    for one in of.criteria:
        label = f"Tiêu chí {one.number}. {one.title} ({_rule(inputs, of)})"
        yield Choice(f"{of.id}/{one.id}", cut(label, LONGEST), (of, one), of)


def _indicators(inputs: Inputs, of: CriteriaSet) -> Iterator[Choice]:
    for whole in of.criteria:
        for one in whole.indicators:
            yield Choice(f"{of.id}/{one.id}", cut(one.title, LONGEST), (of, whole, one), of)


def _rule(inputs: Inputs, one: CriteriaSet) -> str:
    document = inputs.library.get(Link(Document.KIND, one.document.id))
    return document.short if isinstance(document, Document) else one.id


def _figures(inputs: Inputs) -> Iterator[Choice]:
    counted = statistics.national(inputs.library)
    yield Choice("", "Mọi con số", counted)
    for one in counted:
        yield Choice(one.id, upper_first(one.label), [one])


def _boards(inputs: Inputs) -> Iterator[Choice]:
    library = inputs.library
    for one in boards.offered(library, board_of_today(library), past=False):
        yield Choice(one.id, cut(one.title, LONGEST), one)
    for on in reversed(days(library)):
        for one in boards.offered(library, board(library, on), past=True):
            yield Choice(taken.named(one.id, on), cut(one.title, LONGEST), one)


def _school(_: Inputs, one: School) -> Iterator[Choice]:
    yield Choice(one.id, cut(one.name, LONGEST), one, one)


def _assessment(inputs: Inputs) -> Iterator[Choice]:
    if inputs.library.of(CriteriaSet):
        yield Choice("", "", None)


def _calendars(inputs: Inputs) -> Iterator[Choice]:
    for one in inputs.calendars.values():
        if one.of is None:
            yield Choice("", "Mọi nhiệm vụ, sự kiện", (one, NEWEST))
        elif not inputs.library.ended(one.of.link):
            id, label = f"{one.of.KIND}/{one.of.id}", cut(one.of.title, LONGEST)
            yield Choice(id, label, (one, NEWEST), one.of)


def _unit(inputs: Inputs, one: Unit) -> Iterator[Choice]:
    if any(back.entry.KIND == Duty.KIND for back in inputs.library.related_to(one)):
        yield Choice(one.id, cut(one.title, LONGEST), one, one)


SHOWN: tuple[Component, ...] = (
    Component("van-ban-moi", "Văn bản mới", 640, _one(_documents), cards.documents),
    Component(
        "bai-viet-moi",
        "Bài viết mới",
        520,
        _one(lambda library: library.of(Article)[:NEWEST]),
        cards.articles,
    ),
    Component(
        "co-gi-moi",
        "Có gì mới trong chuyên mục",
        560,
        _one(lambda library: changes.latest(library, NEWEST)),
        cards.news,
    ),
    _of("hieu-luc", "Hiệu lực của một văn bản", 420, Document, _document, cards.validity),
    _of("bang-chi-tieu", TABLE, 900, CriteriaSet, _set, cards.indicators),
    _of("tieu-chi", "Một tiêu chí", 520, CriteriaSet, _criteria, cards.criterion),
    _of("mot-chi-tieu", "Một chỉ tiêu", 300, CriteriaSet, _indicators, cards.indicator),
    Component("so-lieu", "Con số về các trường", 260, _figures, cards.figures),
    Component(
        "tien-do",
        "Tiến độ đạt chuẩn của các trường",
        620,
        _one(lambda library: statistics.recognised(library)[:FEW]),
        cards.progress,
    ),
    Component(taken.SHOWN, "Biểu đồ, bảng số liệu tiến độ", 560, _boards, boards.card),
    _of("truong", "Thẻ của một trường", 380, School, _school, cards.school),
    _of("nhiem-vu", "Nhiệm vụ của một đơn vị", 640, Unit, _unit, cards.duties),
    Component("lich", "Lịch nhiệm vụ, sự kiện sắp tới", 560, _calendars, cards.calendar),
    Component("tu-ra-soat", "Tự rà soát theo bộ tiêu chí", 300, _assessment, cards.assessment),
    Component("tim-kiem", "Ô tìm kiếm", 200, _one(lambda _: None), cards.search),
)
