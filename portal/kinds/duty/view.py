"""What readers see of duties: the page of one, and the list of all by document.

Comes in: a duty, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds import Entry, Kind
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.lists import Tone
from portal.views.context import PageContext
from portal.views.documents import known_validity
from portal.views.duties import Duties, by_clause, deadline, inside, leads
from portal.views.pages import listing
from portal.views.pages.entry import Beside, EntryPage, frame, knowledge, related
from portal.views.pages.listing import ListFrame, ListPage, jump
from portal.views.parts import Anchor, Anchors, Fact, Notice
from portal.views.view import View

ALL = 500
"""The list itself is folded by document; its tables are not."""


def page(entry: Duty, beside: Beside, v: PageContext) -> EntryPage:
    """Who does what by when, and where it is said. Previous and next stay inside the document."""
    here = Beside(_same(entry, beside.before), _same(entry, beside.after))
    return EntryPage(
        frame=frame(v, entry, here, notices=_notices(v, entry)),
        facts=tuple(_facts(v, entry)),
        body=v.md(entry.body),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _same(entry: Duty, other: Entry | None) -> Duty | None:
    """The neighbour, where the same document gives it."""
    same = isinstance(other, Duty) and other.clause.id == entry.clause.id
    return other if same else None  # type: ignore[return-value]


def _notices(v: PageContext, entry: Duty) -> Iterator[Notice]:
    if since := v.library.left_without_lead(entry):
        told = (
            f"Đơn vị chủ trì ghi trong văn bản thôi hoạt động từ {v.show(since)}. Cổng chưa thấy "
            "văn bản nào giao lại việc này."
        )
        yield Notice(Tone.CAUTION, "Đơn vị được giao không còn", Markup(f"<p>{told}</p>"))


def _facts(v: PageContext, entry: Duty) -> Iterator[Fact]:
    """The clause first; who leads is said even where the clause does not say it."""
    yield from v.rows(entry, only=["clause"])
    if not entry.lead and not entry.lead_by_default:
        yield Fact("Chủ trì", leads(v, entry))
    yield from v.rows(entry, only=["lead", "lead_by_default", "cooperating", "assigned_text"])
    text = entry.deadline.text if entry.deadline else ""
    yield Fact("Thời hạn", deadline(entry.deadline), f"Văn bản ghi: {text}" if text else "")


# The list


@dataclass(frozen=True, slots=True)
class OfDocument:
    """The duties one document gives, on the page of a list."""

    id: str
    title: str
    document: Markup
    duties: Duties


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyList:
    """Duties by document, in the order of its clauses."""

    frame: ListFrame
    jump: tuple[Anchors, ...]
    units: Anchor | None
    """Where the duties of one unit stand."""
    documents: tuple[OfDocument, ...]


def listed(kind: Kind, entries: Sequence[Duty], at: ListPage, v: PageContext) -> DutyList:
    groups = _by_document(v, entries)
    return DutyList(
        frame=listing.frame(v, kind, entries, at),
        jump=jump(Anchor(v.short(one), f"#vb-{one.id}", len(duties)) for one, duties in groups),
        units=Anchor("danh sách đơn vị", v.url("don-vi/")) if entries else None,
        documents=tuple(_of_document(v, one, duties) for one, duties in groups),
    )


def _of_document(v: PageContext, one: Document, duties: Sequence[Duty]) -> OfDocument:
    name = v.short(one)
    return OfDocument(
        f"vb-{one.id}",
        f"{name} ({len(duties)}\N{NO-BREAK SPACE}việc)",
        Markup(f"{v.a(one)} {known_validity(v, one)}"),
        inside(v, duties, f"Việc giao tại {name}", ALL),
    )


def _by_document(v: PageContext, duties: Iterable[Duty]) -> list[tuple[Document, list[Duty]]]:
    """Documents in the library's order, each with those of the duties that it gives."""
    wanted: dict[str, set[str]] = {}
    for duty in duties:
        wanted.setdefault(duty.clause.id, set()).add(duty.id)
    documents = (one for one in v.library.of(Document) if one.id in wanted)
    return [
        (one, [duty for duty in by_clause(v, one) if duty.id in wanted[one.id]])
        for one in documents
    ]


VIEW = View(page=page, listing=listed)
