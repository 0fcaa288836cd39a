"""Parts of a document that do not share the state of the rest: told in its head, in lists, and at
the clauses themselves with all that happened to each.

Comes in: a document and its validity on a day, the page context. Goes out: markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from portal.kinds.document import Document
from portal.kinds.document.course import Event
from portal.kinds.document.outcome import Part
from portal.kinds.document.validity import Validity
from portal.library.clause_history import Change, of_clauses
from portal.views.context import PageContext
from portal.views.documents import region_name
from portal.views.phrases import joined, link


def told(v: PageContext, entry: Document, state: Validity) -> Iterator[Markup]:
    """«Hết hiệu lực: Điều 3, khoản 2 Điều 5; từ ngày …, bị thay thế bởi …», a line each."""
    for part, regions in _together(state.parts):
        names = joined((_region(entry, one) for one in regions), ", ")
        about = Markup("<strong>{}</strong>: {}").format(part.state.label, names)
        yield Markup("{}, {}.").format(about, since(v, part))


def _together(parts: Iterable[Part]) -> list[tuple[Part, list[str]]]:
    """The regions that share an event, or what it says."""
    found: dict[object, tuple[Part, list[str]]] = {}
    for one in parts:
        event = one.event
        key = (one.state, event and (event.type, event.on, event.by))
        found.setdefault(key, (one, []))[1].append(one.region)
    return list(found.values())


def _region(entry: Document, region: str) -> Markup:
    name = region_name(region)
    return link(f"#{region}", name) if region in entry.anchors() else escape(name)


def since(v: PageContext, part: Part) -> Markup:
    """The same of a part; of one that waits for something, since when that will be."""
    told = how(v, part.event) if part.event else Markup("chưa rõ từ ngày nào")
    awaits = part.state.awaits
    return Markup("{} {}").format(awaits, told) if awaits else told


def how(v: PageContext, event: Event) -> Markup:
    """«từ ngày 01/01/2025, bị thay thế bởi …»: since when, and by whose words."""
    day = Markup("từ {}").format(v.when(event.on)) if event.on else Markup("chưa rõ từ ngày nào")
    if event.by is None:
        return day
    relation = event.relation.type if event.relation else None
    said = relation.inverse.lower() if relation and relation.ends else "theo"
    return Markup("{}, {} {}").format(day, said, v.a(event.by, True))


def at_clauses(v: PageContext, entry: Document, state: Validity) -> dict[str, Markup]:
    """Below each clause of which something is told: its state, and all that happened to it."""
    changes = v.library.reworded.get(entry.id, {})
    told = of_clauses(v.library.lists, entry, state, changes)
    return {id: _at(v, part, [_change(v, one) for one in history]) for id, part, history in told}


def _at(v: PageContext, part: Part | None, history: list[Markup]) -> Markup:
    made = Markup()
    if part:
        words = f" ({part.region.strip('«»')})" if part.region.startswith("«") else ""
        made += Markup('<p class="clause-state tone-{}"><strong>{}</strong>{} {}.</p>').format(
            part.state.tone, part.state.label, words, since(v, part)
        )
    if len(history) > 1 or not part:
        items = Markup().join(Markup("<li>{}</li>").format(one) for one in history)
        made += Markup(
            '<details data-search-exclude class="more clause-history">'
            "<summary>Các lần thay đổi</summary><ul>{}</ul></details>"
        ).format(items)
    return made


def _change(v: PageContext, one: Change) -> Markup:
    if one.event:
        return Markup("{} {}").format(one.label, how(v, one.event))
    day = Markup("từ {}").format(v.when(one.on)) if one.on else Markup("chưa rõ từ ngày nào")
    by = Markup(", theo {}").format(v.a(one.by, True)) if one.by else ""
    return Markup("{} {}{}").format(one.label, day, by)
