"""Parts of a document that do not share the state of the rest: told in its head, in lists, and at
the clauses themselves with all that happened to each.

Comes in: a document and its validity on a day, the page context. Goes out: markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from portal.dates import PartialDate
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.document.clauses import clause_name
from portal.kinds.document.events import Event
from portal.kinds.document.lists import Effect
from portal.kinds.document.validity import Part, Validity, whole_state
from portal.library.wording import Reworded
from portal.text import upper_first
from portal.views.context import PageContext
from portal.views.documents import region_name
from portal.views.phrases import joined, link

_ENDING = (Effect.END, Effect.SUSPEND)


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
    parts = {place: one for one in state.parts for place in _places(one)}
    found = {}
    for id in entry.anchors():
        history = list(_history(v, state, id, changes.get(id, ())))
        if id in parts or len(history) > 1 or id in changes:
            found[id] = _at(v, parts.get(id), history)
    return found


def _places(part: Part) -> tuple[str, ...]:
    """Where a part is marked: at its clause, or at those in which its words stand."""
    where = part.event.where if part.event else None
    return where.places if where and where.narrowed else (part.region,)


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


def _history(
    v: PageContext, state: Validity, id: str, changed: Iterable[Reworded]
) -> Iterator[Markup]:
    """What was said of this clause itself, and what became of its words, the earliest first."""
    said = [one for one in state.history if id in (*one.where.places, *one.where.without)]
    lines = [(_iso(one), _event(v, one, id)) for one in said]
    lines += ((one.day, _reworded(v, one)) for one in changed)
    yield from (line for _, line in sorted(lines, key=lambda one: one[0]))


def _reworded(v: PageContext, one: Reworded) -> Markup:
    on = PartialDate.read(one.day) if one.day else None
    day = Markup("từ {}").format(v.when(on)) if on else Markup("chưa rõ từ ngày nào")
    by = Markup(", theo {}").format(v.a(Link(Document.KIND, one.by), True)) if one.by else ""
    return Markup("{} {}{}").format(upper_first(one.how), day, by)


def _event(v: PageContext, one: Event, id: str) -> Markup:
    ended = whole_state(v.library.lists, one.type.effect) if one.type.effect in _ENDING else None
    label = ended.label if ended else one.type.label
    if id in one.where.without:
        label = f"{label}: trừ {clause_name(id, id)}"
    return Markup("{} {}").format(label, how(v, one))


def _iso(one: Event) -> str:
    return one.on.iso if one.on else ""
