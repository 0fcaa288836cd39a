"""A drawing of documents with what belongs beside it: what its lines mean, what is left out, the
same in words.

Comes in: a `Graph`, the page context. Goes out: a view model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds.document import MAP, Document
from portal.text import number
from portal.views.context import PageContext
from portal.views.diagram import WIDE, draw, legend, sentences
from portal.views.diagram.graph import Graph
from portal.views.documents import known_validity
from portal.views.phrases import joined, link

WHOLE = f"{Document.KIND}/{MAP}/"


@dataclass(frozen=True, slots=True)
class LegendLine:
    """A kind of line and the relations it stands for."""

    style: str
    relations: str


@dataclass(frozen=True, slots=True)
class Drawing:
    svg: Markup
    legend: tuple[LegendLine, ...]
    gaps: bool
    """Whether of any of them it is not known if it holds."""
    left_out: Markup
    """How many documents it leaves out, if any."""
    whole: Markup
    """The way to the drawing of all; nothing on that drawing itself."""
    sentences: tuple[Markup, ...]


def drawing(v: PageContext, graph: Graph, wide: int = WIDE) -> Drawing:
    return Drawing(
        svg=draw(v, graph, wide),
        legend=tuple(LegendLine(one.label, ", ".join(one.items)) for one in legend(graph)),
        gaps=any(v.library.validity[one.id].state.unknown for one in graph.documents),
        left_out=_left_out(v, graph),
        whole=link(v.url(WHOLE), "Sơ đồ cả chương trình") if graph.centre else Markup(""),
        sentences=tuple(_in_words(v, graph)),
    )


def _left_out(v: PageContext, graph: Graph) -> Markup:
    if not graph.left_out:
        return Markup("")
    more = f"; xem {link(v.url(WHOLE), 'sơ đồ cả chương trình')}" if graph.centre else ""
    return Markup(
        f"Để dễ theo dõi, sơ đồ không thể hiện {number(graph.left_out)} văn bản khác{more}."
    )


def _in_words(v: PageContext, graph: Graph) -> Iterator[Markup]:
    for later, said in sentences(graph):
        state = known_validity(v, later)
        told = joined(Markup("{} {}").format(how, _names(v, ones)) for how, ones in said)
        yield Markup(f"{_name(v, later)}{f' {state}' if state else ''}: {told}")


def _names(v: PageContext, documents: Sequence[Document]) -> Markup:
    return joined((_name(v, one) for one in documents), ", ")


def _name(v: PageContext, one: Document) -> Markup:
    """By its number, else by its whole name, for types and bodies repeat."""
    return v.a(one, short=bool(one.number))
