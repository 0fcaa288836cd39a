"""What many pages show of documents: whether they hold, a place in them, tables and short lists.

Comes in: the page context and documents. Goes out: phrases and tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.document.clauses import clause_name
from portal.kinds.document.scope import UNNAMED
from portal.kinds.document.validity import Validity
from portal.text import upper_first
from portal.views.context import PageContext
from portal.views.facets import Facets
from portal.views.parts import Row, Table, columns
from portal.views.phrases import badge, joined, link, small

HEADS = columns("Văn bản", "Cơ quan", ("Ngày", "short"), ("Hiệu lực", "short"))


def validity(v: PageContext, document: Document) -> Markup | None:
    """Whether it holds on the day of the build, for a cell; none where that is not known."""
    return known_validity(v, document) or None


def known_validity(v: PageContext, document: Document) -> Markup:
    """The same, and nothing where nothing is known."""
    state = v.library.validity[document.id].state
    return Markup("") if state.unknown else badge(state.label, state.tone)


def short_documents(v: PageContext, documents: Sequence[Document]) -> Markup:
    """Documents by their numbers, with their days."""
    return joined(_short(v, one) for one in documents)


def _short(v: PageContext, one: Document) -> Markup:
    day = f" {small(str(one.issued))}" if one.issued else ""
    return Markup(f"{v.a(one, True)}{day}")


def place_in(v: PageContext, at: Link) -> Markup:
    """A place in the document that is spoken of anyway."""
    return link(v.url(at), upper_first(v.place(at))) if at.anchor else Markup("cả văn bản")


def document_table(
    v: PageContext, documents: Sequence[Document], caption: str, facets: Facets | None = None
) -> Table:
    """With `facets` each row carries its values, for `web/library`."""
    return Table(caption, HEADS, tuple(_row(v, one, facets) for one in documents))


def _row(v: PageContext, one: Document, facets: Facets | None) -> Row:
    issued = v.show(one.issued) if one.issued else None
    day = one.issued.iso if one.issued else ""
    data = {"marks": " ".join(facets.marks(one)), "day": day} if facets else {}
    return Row((_named(v, one), one.issuer, issued, _since(v, one)), data)


def _since(v: PageContext, one: Document) -> Markup | None:
    """Whether it holds; of what was ended, by which document, or what is read instead today."""
    told, state = validity(v, one), v.library.validity[one.id]
    if told is None or not (state.dead or state.state.partial):
        return told
    instead = v.library.in_place_of(one) if state.dead else None
    if parts := _parts(state):
        told += Markup(' <span class="cell-more">{}</span>').format(parts)
    if other := instead or state.by:
        how = "nay xem" if instead else "theo"
        told += Markup(' <span class="cell-more">{} {}</span>').format(how, v.a(other, True))
    return told


PARTS_AT_ONCE = 3


def _parts(state: Validity) -> str:
    """«Hết hiệu lực: Điều 3, khoản 2 Điều 5», the first few."""
    first = state.parts[0].state if state.parts else None
    names = [region_name(one.region) for one in state.parts if one.state == first]
    if first is None or names == [UNKNOWN_PART]:
        return ""
    more = f" và {len(names) - PARTS_AT_ONCE} chỗ khác" if len(names) > PARTS_AT_ONCE else ""
    return f"{first.label}: {', '.join(names[:PARTS_AT_ONCE])}{more}"


UNKNOWN_PART = "một phần, chưa rõ phần nào"


def region_name(region: str) -> str:
    """A part as readers call it: «khoản 2 Điều 5», or the words by which it is told."""
    if region == f"«{UNNAMED}»":
        return UNKNOWN_PART
    return clause_name(region, region.removeprefix("«").removesuffix("»"))


def _named(v: PageContext, one: Document) -> Markup:
    """Its number first, then its title."""
    if not one.number:
        return v.a(one)
    more = f'<span class="cell-more">{escape(one.title)}</span>'
    return Markup(f"<strong>{v.a(one, True)}</strong> {more}")
