"""What stands around the text of a document: other documents, files, defects of the copy.

Comes in: a document and what it is related to, the page context. Goes out: view models of sections.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.kinds.document import Document
from portal.kinds.document.clauses import clause_name
from portal.kinds.document.parts import Attachment, Defect
from portal.views.context import PageContext
from portal.views.documents import known_validity
from portal.views.pages.relations import Neighbour, Neighbours
from portal.views.parts import Anchor, Folded, folded
from portal.views.phrases import link, note, small, standing
from portal.views.synopsis.pairs import Pair

AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class RelatedDocuments:
    """The other documents of one relation; `id`: where they stand on the page."""

    id: str
    label: str
    items: Folded[Markup]


def related(v: PageContext, one: Neighbours) -> RelatedDocuments:
    items = [_neighbour(v, other) for other in one.items]
    return RelatedDocuments(one.id, one.label, folded(items, AT_ONCE))


def _neighbour(v: PageContext, one: Neighbour) -> Markup:
    """The other document, whether it holds, and where and how the relation is said."""
    told = f"{v.a(one.document)} {known_validity(v, one.document)}"
    if one.at.anchor:
        told += f' <span class="meta">tại {link(v.url(one.at), v.place(one.at))}</span>'
    if one.relation.inferred:
        told += f" {standing(v, one.relation, one.stated_in)}"
    return Markup(f"{told}{note(v, one.relation)}")


def attachment(v: PageContext, one: Attachment) -> Markup:
    told = escape(one.title)
    if one.path:
        told = link(v.resolve(f"tep/{one.path}"), one.title) + Markup(f" {small(v.checksum(one))}")
    elif one.url:
        told = Markup('<a href="{}" rel="external">{}</a>').format(one.url, one.title)
    if one.sha256:
        told += Markup(f' <span class="meta checksum">SHA-256: {escape(one.sha256.lower())}</span>')
    return told


def defect(v: PageContext, entry: Document, one: Defect) -> Markup:
    at = ""
    if one.at:
        name = clause_name(one.at)
        at = f", {link(f'#{one.at}', name) if one.at in entry.anchors() else escape(name)}"
    judged = f' <span class="meta">Nhận định: {v.inline(one.judgement)}</span>'
    rest = judged if one.judgement else ""
    return Markup(f"<strong>{escape(one.type.label)}</strong>{at}: {v.inline(one.text)}{rest}")


def compared(v: PageContext, pair: Pair, entry: Document) -> Anchor:
    """The way to its text side by side with another."""
    if pair.one_document:
        label = f"Đối chiếu {' và '.join(pair.labels())}"
    else:
        other = pair.old if entry is pair.new.document else pair.new
        label = f"Đối chiếu với {v.short(other.document)}"
    return Anchor(label, v.url(pair.url))
