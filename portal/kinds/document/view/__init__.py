"""What readers see of documents: the page of one; its notices, its facts and what stands around its
text are decided beside this file, the library of all in `library.py`.

Comes in: a document, the page context. Goes out: the view model of its page.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds import BY_NAME
from portal.kinds.document import Document
from portal.kinds.document.citation import citation
from portal.kinds.document.view.around import (
    RelatedDocuments,
    attachment,
    compared,
    defect,
    related,
)
from portal.kinds.document.view.days import ways
from portal.kinds.document.view.facts import brief, facts, trust
from portal.kinds.document.view.library import listed
from portal.kinds.document.view.notices import copy_notices, later_notices, validity_notices
from portal.kinds.document.view.parts import at_clauses
from portal.kinds.page import COMPARED
from portal.text import upper_first
from portal.views.context import NOTED, PageContext
from portal.views.diagram import graph
from portal.views.diagram.drawing import Drawing, drawing
from portal.views.duties import Duties, by_clause, inside
from portal.views.names import word_path
from portal.views.pages.cited import CitedGroup, cited_in
from portal.views.pages.entry import Knowledge, knowledge
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.pages.relations import neighbours
from portal.views.parts import Anchor, Anchors, Fact, Header, Notice
from portal.views.synopsis.choosing import CHOSEN
from portal.views.synopsis.pairs import pairs_of
from portal.views.view import View

DRAWN = 3
"""A drawing of fewer documents says no more than their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """What it is and whether it holds; its text; then what rests on it and what it rests on."""

    frame: Frame
    validity: tuple[Notice, ...]
    """What a reader must know before acting on it."""
    later: tuple[Notice, ...]
    """Other documents to be read with it, or before it."""
    brief: tuple[Fact, ...]
    copy: tuple[Notice, ...]
    """What the words below are; behind whether it holds, which is asked first."""
    ways: tuple[Anchors, ...]
    """To its duties, its relations, its comparisons."""
    days: Anchors
    """On which it changed, each with a page."""
    word_url: str
    whole: bool
    """Whether its text stands here, so that it can be read and printed alone."""
    notes: bool
    """Whether anything is told beside its clauses."""
    body: Markup
    citation: str
    facts: tuple[Fact, ...]
    trust: tuple[Fact, ...]
    """How far this page can be trusted, in one strip; nothing of what is still awaited."""
    duties: Duties
    relations: tuple[RelatedDocuments, ...]
    diagram: Drawing | None
    attachments: tuple[Markup, ...]
    defects: tuple[Markup, ...]
    known: Knowledge
    cited_in: tuple[CitedGroup, ...]


def page(entry: Document, beside: Beside, v: PageContext) -> DocumentPage:
    state = v.library.validity[entry.id]
    groups = neighbours(v.library, entry)
    around = graph.around(v.library, entry)
    duties = inside(v, by_clause(v, entry), "Nhiệm vụ giao theo điều khoản")
    body = v.clauses(entry, at_clauses(v, entry, state)) if entry.body else Markup("")
    return DocumentPage(
        frame=frame(
            v,
            entry,
            beside,
            header=_header(v, entry),
            condition=" entry--dead" if state.dead else "",
        ),
        validity=tuple(validity_notices(v, entry, state)),
        later=tuple(later_notices(v, entry, state)),
        brief=tuple(brief(v, entry)),
        copy=tuple(copy_notices(v, entry)),
        ways=_ways(v, entry, duties.count, sum(len(one.items) for one in groups)),
        days=ways(v, entry) if not entry.awaited else Anchors(()),
        word_url="" if entry.awaited else v.url(word_path(entry)),
        whole=bool(entry.body) and entry.text_quality.read,
        facts=tuple(facts(v, entry, groups)),
        trust=() if entry.awaited else tuple(trust(v, entry)),
        notes=NOTED in body,
        body=body,
        citation=citation(entry),
        duties=duties,
        relations=tuple(related(v, one) for one in groups),
        diagram=drawing(v, around) if len(around.documents) >= DRAWN else None,
        attachments=tuple(attachment(v, one) for one in entry.attachments),
        defects=tuple(defect(v, entry, one) for one in entry.defects),
        known=knowledge(v, entry),
        cited_in=tuple(cited_in(v, entry)),
    )


def _ways(v: PageContext, entry: Document, duties: int, relations: int) -> tuple[Anchors, ...]:
    """What a reader may want besides the text."""
    found = []
    if duties:
        found.append(Anchor("Nhiệm vụ văn bản giao", "#viec-giao", duties))
    if relations:
        found.append(Anchor("Văn bản liên quan", "#quan-he", relations))
    found += [compared(v, one, entry) for one in pairs_of(v.library, entry) if one.alone]
    if entry.clauses:
        url = f"{v.url(f'{COMPARED}/')}?{CHOSEN}={entry.id}"
        found.append(Anchor("Đối chiếu với văn bản khác", url))
    return (Anchors(tuple(found)),) if found else ()


def _header(v: PageContext, entry: Document) -> Header:
    """Type and number stand out; the rest of the name follows."""
    front = f"{entry.type.label} {entry.number}" if entry.number else ""
    return Header(
        kind=upper_first(BY_NAME[entry.KIND].one),
        title=entry.name[len(front) :].strip(),
        lead=v.inline(entry.summary),
        badges=v.states(entry),
        front=front,
        usual=True,
    )


VIEW = View(page=page, listing=listed)
