"""One small JSON file beside each document: what a citation of it tells before it is followed.

Comes in: the documents. Goes out: files that hold name, validity today, what to read instead, and
the first words and the state of each clause. `web/reading/cards.js` fetches one when asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from markupsafe import Markup

from portal.kinds.document import Document
from portal.kinds.document.clauses import clause_name
from portal.kinds.document.validity import Validity
from portal.kinds.document.view.parts import how, since
from portal.text import fold, upper_first
from portal.views.compact import compact
from portal.views.context import PageContext
from portal.views.names import address, cut
from portal.views.outputs import Asset
from portal.views.renderer import Renderer
from portal.views.search.plain import sections
from portal.views.search.record import Section

NAME = "the.json"
LONGEST = 160


def files(renderer: Renderer) -> Iterator[Asset]:
    for document in renderer.inputs.library.of(Document):
        if renderer.inputs.has_page(document):
            url = address(document)
            told = card(renderer.page_context(url), document)
            text = compact(told, sort_keys=True)
            yield Asset(f"{url}{NAME}", text.encode() + b"\n")


def card(v: PageContext, document: Document) -> dict[str, Any]:
    """What is not known is left out."""
    state = v.library.validity[document.id]
    told = {"title": document.name, **_state(v, state), **_instead(v, document, state)}
    places = dict(_places(sections(document.body)[1])) if document.body else {}
    for id, part in state.places.items():
        place = places.setdefault(id, {"name": upper_first(clause_name(id, id))})
        place["state"] = f"{part.state.label} {_plain(since(v, part))}"
    for old, now in document.moved_clauses.items():
        if now in places:
            places[old] = places[now]
    return {**told, "places": places} if places else told


def _state(v: PageContext, state: Validity) -> Mapping[str, str]:
    if state.state.unknown:
        return {}
    ended = state.dead and state.event
    more = f" {_plain(how(v, state.event))}" if ended and state.event else ""
    return {"state": f"{state.state.label}{more}", "tone": str(state.state.tone)}


def _instead(v: PageContext, document: Document, state: Validity) -> Mapping[str, Any]:
    """Of a dead one: what stands in its place today."""
    other = v.library.in_place_of(document) if state.dead else None
    return {"instead": {"title": other.name, "href": v.url(other)}} if other else {}


def _places(found: Sequence[Section]) -> Iterator[tuple[str, dict[str, str]]]:
    """The first words of each; of one that has none of its own, of the first place in it."""
    for one, following in zip_longest(found, found[1:]):
        inner = following.text if following and following.id.startswith(f"{one.id}.") else ""
        yield one.id, _place(one, one.text or inner)


def _place(one: Section, text: str) -> dict[str, str]:
    name = upper_first(clause_name(one.id, one.label))
    label = "" if fold(one.label) == fold(name) else one.label
    words = f"{label}: {text}" if label and text else label or text
    if fold(words).startswith(fold(name)):
        words = words[len(name) :].lstrip(" .:")
    return {"name": name, "text": cut(" ".join(words.split()), LONGEST)}


def _plain(html: Markup) -> str:
    return html.striptags()
