"""The register of what can be shown inside other portals (`xem`), one line each.

Comes in: the library. Goes out: for every line, what there is to choose from and how it is drawn.
Builder, files, oEmbed and tests follow from it. Besides these, every page can be framed:
`trang/<address>`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from portal.kinds.article import Article
from portal.kinds.base import Link
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.library import Library, statistics
from portal.text import upper_first
from portal.views.context import PageContext
from portal.views.embed import cards
from portal.views.embed.card import Card
from portal.views.inputs import Inputs
from portal.views.names import cut
from portal.views.pages import changes

NEWEST = 10
LONGEST = 90
WHOLE = "trang"
"""The name under which whole pages are asked for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be shown; `id` is empty where there is no choice."""

    id: str
    label: str
    subject: Any


@dataclass(frozen=True, slots=True)
class Component:
    name: str
    """In addresses, and in `xem`."""
    label: str
    height: int
    """In pixels, on a page of usual width; a loader knows better."""
    choices: Callable[[Inputs], Iterable[Choice]]
    card: Callable[[Any, PageContext], Card]

    def place(self, choice: Choice) -> str:
        """Below `nhung/xem/`."""
        return f"{self.name}/{choice.id}/" if choice.id else f"{self.name}/"


def _one(subject: Callable[[Library], Any]) -> Callable[[Inputs], Iterable[Choice]]:
    return lambda inputs: (Choice("", "", subject(inputs.library)),)


def _documents(library: Library) -> Sequence[Document]:
    dated = (one for one in library.of(Document) if one.issued and not one.awaited)
    ordered = sorted(dated, key=lambda one: one.issued.iso if one.issued else "", reverse=True)
    return ordered[:NEWEST]


def _of_documents(inputs: Inputs) -> Iterator[Choice]:
    for one in inputs.library.of(Document):
        if inputs.has_page(one):
            yield Choice(one.id, cut(one.name, LONGEST), one)


def _of_sets(inputs: Inputs) -> Iterator[Choice]:
    for one in inputs.library.of(CriteriaSet):
        if one.indicators:
            yield Choice(one.id, cut(one.name, LONGEST), one)


def _of_criteria(inputs: Inputs) -> Iterator[Choice]:
    for of in inputs.library.of(CriteriaSet):
        for one in of.criteria:
            label = f"Tiêu chí {one.number}. {one.title} ({_rule(inputs, of)})"
            yield Choice(f"{of.id}/{one.id}", cut(label, LONGEST), (of, one))


def _of_indicators(inputs: Inputs) -> Iterator[Choice]:
    for of in inputs.library.of(CriteriaSet):
        for whole in of.criteria:
            for one in whole.indicators:
                yield Choice(f"{of.id}/{one.id}", cut(one.title, LONGEST), (of, whole, one))


def _rule(inputs: Inputs, one: CriteriaSet) -> str:
    document = inputs.library.get(Link(Document.KIND, one.document.id))
    return document.short if isinstance(document, Document) else one.id


def _of_figures(inputs: Inputs) -> Iterator[Choice]:
    counted = statistics.national(inputs.library)
    yield Choice("", "Mọi con số", counted)
    for one in counted:
        yield Choice(one.id, upper_first(one.label), [one])


def _of_schools(inputs: Inputs) -> Iterator[Choice]:
    for one in inputs.library.of(School):
        yield Choice(one.id, cut(one.name, LONGEST), one)


def _of_units(inputs: Inputs) -> Iterator[Choice]:
    for one in inputs.library.of(Unit):
        if any(back.entry.KIND == Duty.KIND for back in inputs.library.related_to(one)):
            yield Choice(one.id, cut(one.title, LONGEST), one)


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
    Component("hieu-luc", "Hiệu lực của một văn bản", 420, _of_documents, cards.validity),
    Component(
        "bang-chi-tieu", "Bảng chỉ tiêu của một bộ tiêu chí", 900, _of_sets, cards.indicators
    ),
    Component("tieu-chi", "Một tiêu chí", 520, _of_criteria, cards.criterion),
    Component("mot-chi-tieu", "Một chỉ tiêu", 300, _of_indicators, cards.indicator),
    Component("so-lieu", "Con số về các trường", 260, _of_figures, cards.figures),
    Component("truong", "Thẻ của một trường", 380, _of_schools, cards.school),
    Component("nhiem-vu", "Nhiệm vụ của một đơn vị", 640, _of_units, cards.duties),
    Component("tim-kiem", "Ô tìm kiếm", 200, _one(lambda _: None), cards.search),
)
