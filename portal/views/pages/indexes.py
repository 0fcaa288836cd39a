"""Orders for lists: by letter, by day, by document; for templates to call.

Comes in: a page context and entries. Goes out: plain records for the components.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portal.dates import span
from portal.kinds import Entry
from portal.kinds.base import Part
from portal.kinds.criteria import CriteriaSet, Criterion, Indicator
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.event import Event
from portal.kinds.school import School, Snapshot
from portal.text import initial, slug, sort_key
from portal.views.context import Group, PageContext


def by_letter(v: PageContext, entries: Iterable[Entry], text: str) -> list[dict[str, Any]]:
    """An index by first letter, in the order of the Vietnamese alphabet."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for entry in entries:
        item = {
            "title": entry.name,
            "url": v.url(entry),
            "note": ", ".join(
                one for one in getattr(entry, "abbreviations", ()) if one not in entry.name
            ),
            "summary": v.plain(getattr(entry, text), 240),
        }
        groups.setdefault(initial(entry.name), []).append(item)
    return [
        {
            "letter": letter,
            "id": f"chu-{'dd' if letter == 'Đ' else slug(letter)}-{place}",
            "items": items,
        }
        for place, (letter, items) in enumerate(
            sorted(groups.items(), key=lambda group: sort_key(group[0]))
        )
    ]


def split_events(
    v: PageContext, events: Iterable[Event]
) -> list[tuple[str, list[tuple[int, list[dict[str, Any]]]]]]:
    """Those ahead, the next one first; those past, the latest first; each by year."""
    ahead: list[Event] = []
    past: list[Event] = []
    for event in events:
        (ahead if (event.end or event.start).earliest >= v.today else past).append(event)
    return [("Sắp tới", _by_year(v, ahead[::-1], True)), ("Đã qua", _by_year(v, past, False))]


def _by_year(
    v: PageContext, events: Iterable[Event], ahead: bool
) -> list[tuple[int, list[dict[str, Any]]]]:
    years: dict[int, list[dict[str, Any]]] = {}
    for event in events:
        item = {
            "when": span(event.start, event.end),
            "iso": event.start.point,
            "title": event.title,
            "url": v.url(event),
            "meta": event.type.label,
            "html": v.inline(event.summary),
            "ahead": ahead,
        }
        years.setdefault(event.start.year, []).append(item)
    return list(years.items())


def duties_by_clause(v: PageContext, document: Document) -> list[Duty]:
    """The duties a document gives, in the order of its clauses."""
    order = {clause: place for place, clause in enumerate(document.anchors())}
    pointing = (back.entry for back in v.library.pointing_to(document))
    mine = {
        one.id: one for one in pointing if isinstance(one, Duty) and one.clause.id == document.id
    }
    return sorted(mine.values(), key=lambda duty: (order.get(duty.clause.anchor, -1), duty.id))


def duties_by_document(v: PageContext, duties: Iterable[Duty]) -> list[tuple[Document, list[Duty]]]:
    """Documents in the library's order, each with those of the duties that it gives."""
    wanted: dict[str, set[str]] = {}
    for duty in duties:
        wanted.setdefault(duty.clause.id, set()).add(duty.id)
    documents = (one for one in v.library.of(Document) if one.id in wanted)
    return [
        (one, [duty for duty in duties_by_clause(v, one) if duty.id in wanted[one.id]])
        for one in documents
    ]


def by_type(documents: Iterable[Document]) -> list[Group]:
    """Documents by their type, in the order of the closed list."""
    groups: dict[int, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.type.place, []).append(document)
    return [Group(groups[place][0].type.label, tuple(groups[place])) for place in sorted(groups)]


def by_topic(entries: Iterable[Entry]) -> list[Group]:
    """Entries by their field (lĩnh vực) where they have just one; the others first."""
    general: list[Entry] = []
    groups: dict[int, list[Entry]] = {}
    for entry in entries:
        own = groups.setdefault(entry.topics[0].place, []) if len(entry.topics) == 1 else general
        own.append(entry)
    found = [Group("Chung", tuple(general))] if general else []
    return found + [
        Group(groups[place][0].topics[0].label, tuple(groups[place])) for place in sorted(groups)
    ]


def assessed(
    criteria_set: CriteriaSet, part: Part | None
) -> list[tuple[Criterion, tuple[Indicator, ...]]]:
    """What a worksheet asks for: every tiêu chí of the set, or just what the part is."""
    if part is None:
        return [(criterion, criterion.indicators) for criterion in criteria_set.criteria]
    if isinstance(part.value, Criterion):
        return [(part.value, part.value.indicators)]
    criterion, indicator = part.value
    return [(criterion, (indicator,))]


def provinces(v: PageContext, schools: Iterable[School]) -> list[dict[str, str]]:
    """Schools by the names of their provinces: `An Giang`, not `An Giang (trước 01/7/2025)`."""
    return [
        {"label": one.province.label.partition(" (")[0], "url": v.url(one), "title": one.name}
        for one in schools
    ]


def predecessors(v: PageContext, school: School) -> list[School]:
    """The schools it was made of, as far as they are published."""
    found = (v.library.get(link) for link in school.predecessors)
    return [one for one in found if isinstance(one, School)]


def latest_count(school: School) -> Snapshot | None:
    """The newest dated snapshot that counts chỉ tiêu."""
    dated = [one for one in school.snapshots if one.results and one.as_of]
    return max(dated, key=lambda one: one.as_of.earliest if one.as_of else date.min, default=None)
