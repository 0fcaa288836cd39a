"""Orders for lists: by letter, by day, by document. Functions templates call with their sheet.

Comes in: a sheet and entries. Goes out: plain records for the components.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from portal.kinds import Entry
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.event import Event
from portal.text import slug
from portal.views.sheet import Sheet


def by_letter(v: Sheet, entries: Iterable[Entry], text: str) -> list[dict[str, Any]]:
    """An index by first letter, in the order of the Vietnamese alphabet."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for entry in entries:
        letter = entry.name[:1].upper()
        item = {
            "title": entry.name,
            "url": v.url(entry),
            "summary": v.plain(getattr(entry, text), 160),
        }
        groups.setdefault(letter if letter.isalpha() else "0–9", []).append(item)
    return [
        {
            "letter": letter,
            "id": f"chu-{'dd' if letter == 'Đ' else slug(letter)}-{place}",
            "items": items,
        }
        for place, (letter, items) in enumerate(groups.items())
    ]


def split_events(v: Sheet, events: Iterable[Event]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Those ahead, the next one first; those past, the latest first."""
    ahead: list[dict[str, Any]] = []
    past: list[dict[str, Any]] = []
    for event in events:
        last = event.end or event.start
        item = {
            "when": str(event.start) + (f" – {event.end}" if event.end else ""),
            "iso": event.start.iso,
            "title": event.title,
            "url": v.url(event),
            "badges": [{"label": event.type.label, "tone": "thuong"}],
            "html": v.inline(event.summary),
            "ahead": last.earliest >= v.today,
        }
        (ahead if item["ahead"] else past).append(item)
    return [("Sắp tới", ahead[::-1]), ("Đã qua", past)]


def duties_by_clause(v: Sheet, document: Document) -> list[Duty]:
    """The duties a document gives, in the order of its clauses."""
    order = {clause: place for place, clause in enumerate(document.anchors())}
    pointing = (back.entry for back in v.library.pointing_to(document))
    mine = {
        one.id: one for one in pointing if isinstance(one, Duty) and one.clause.id == document.id
    }
    return sorted(mine.values(), key=lambda duty: (order.get(duty.clause.anchor, -1), duty.id))


def duties_by_document(v: Sheet, duties: Iterable[Duty]) -> list[tuple[Document, list[Duty]]]:
    """Documents in the library's order, each with its duties."""
    wanted = {duty.clause.id for duty in duties}
    documents = (one for one in v.library.of(Document) if one.id in wanted)
    return [(one, duties_by_clause(v, one)) for one in documents]
