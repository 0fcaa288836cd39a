"""«Đối chiếu văn bản»: every two texts that are set side by side, to be chosen without a script.

Comes in: the library. Goes out: one page: any two documents to choose, then those that have a
comparison of their own, under each the others beside which it can be read; of two documents of
which too little is known for a page, what is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from portal.kinds import BY_NAME
from portal.kinds.document import Document
from portal.kinds.page import COMPARED
from portal.views.context import PageContext
from portal.views.documents import known_validity
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import kind_of, way
from portal.views.pages.listing import jump
from portal.views.parts import Anchor, Anchors, Header
from portal.views.phrases import joined
from portal.views.synopsis.choosing import Choosing, choosing, offered
from portal.views.synopsis.pairs import Pair, Side, pairs

TITLE = "Đối chiếu văn bản"
LEAD = "Chọn một văn bản, rồi chọn văn bản đặt bên cạnh."
CALLED = ("so sánh", "so sánh văn bản", "so sánh hai văn bản", "đối chiếu", "đối chiếu hai văn bản")
"""What a comparison is asked for where no two documents are named (`web/search/compared.js`)."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One text that is set beside a document's; without an address, all of it stands here."""

    id: str
    way: Anchor
    told: Markup
    document: str
    """The id of the other one; empty for another text of the same."""
    url: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """One document and all it can be compared with."""

    id: str
    name: Markup
    others: tuple[Beside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    choosing: Choosing | None
    jump: tuple[Anchors, ...]
    documents: tuple[Chosen, ...]


def plan(inputs: Inputs) -> Iterator[Plan]:
    found, texts = pairs(inputs.library), offered(inputs)
    if found or texts:
        yield Plan(
            template="comparisons.html.jinja",
            url=f"{COMPARED}/",
            title=TITLE,
            description=LEAD,
            label="Đối chiếu",
            names=CALLED,
            menu=BY_NAME[Document.KIND].menu,
            menu_place=160,
            outlined=False,
            view=partial(_page, found, texts),
        )


def _page(found: Sequence[Pair], texts: Sequence[Document], v: PageContext) -> ContentsPage:
    by_document: dict[str, list[tuple[Pair, Side]]] = {}
    for pair in found:
        by_document.setdefault(pair.new.document.id, []).append((pair, pair.old))
        if not pair.one_document:
            by_document.setdefault(pair.old.document.id, []).append((pair, pair.new))
    documents = [one for one in v.library.of(Document) if one.id in by_document]
    return ContentsPage(
        crumbs=way(v, kind_of(v, BY_NAME[Document.KIND]), Anchor(TITLE)),
        header=Header(title=TITLE, lead=LEAD),
        choosing=choosing(v, texts, _paired(found)),
        jump=jump(Anchor(one.short, f"#{one.id}") for one in documents),
        documents=tuple(
            Chosen(one.id, v.a(one), tuple(_beside(v, *each) for each in by_document[one.id]))
            for one in documents
        ),
    )


def _paired(found: Sequence[Pair]) -> Iterator[Document]:
    """The documents that are set beside another one."""
    for pair in found:
        if not pair.one_document:
            yield from (pair.old.document, pair.new.document)


def _beside(v: PageContext, pair: Pair, other: Side) -> Beside:
    """Once for each of the two documents; the address leads to the later."""
    label = " và ".join(pair.labels()) if pair.one_document else f"với {other.document.short}"
    document, url = "" if pair.one_document else other.document.id, v.url(pair.url)
    if pair.alone:
        how = "từng điều khoản" if pair.compared else "theo thông tin đã có"
        return Beside("", Anchor(label, url), Markup("{}").format(how), document, url)
    id = pair.id if other is pair.old else ""
    known = joined(_told(v, one) for one in (pair.old, pair.new))
    return Beside(
        id, Anchor(label), Markup("mới có thông tin chung: {}").format(known), document, url
    )


def _told(v: PageContext, side: Side) -> Markup:
    """All that is known of one side."""
    one = side.document
    issued = v.show(one.issued) if one.issued else ""
    told = joined(filter(None, [one.issuer, issued, known_validity(v, one)]), ", ")
    return Markup("{} ({})").format(v.a(one, True), told)
