"""The drawing of a graph of documents: SVG twice, for wide and for narrow windows.

Comes in: a `Graph` and the page context. Goes out: Markup that needs no script and no style of
its own. It is hidden from screen readers, who get the same as a list; so are its links from Tab.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.kinds.document import Document
from portal.kinds.lists import Tone
from portal.text import upper_first
from portal.views.context import Group, PageContext
from portal.views.diagram.graph import Edge, Graph
from portal.views.diagram.layout import Layout, Line, lay_out
from portal.views.diagram.lettering import lines

BOX = 146
"""Width of a box; four of them fill the width of the text, two that of a phone."""
WIDE, WIDER, NARROW = 4, 6, 2
PAD, LEADING, BIG, SMALL = 8, 16, 13, 12
SIGNS = {
    **{Tone.GOOD: "✓", Tone.WAITING: "…", Tone.CAUTION: "!"},
    **{Tone.ENDED: "×", Tone.UNKNOWN: "?"},
}
"""The signs of tones, as the style sheet draws them elsewhere."""
HALF = 3
"""Half the breadth of an arrow's head; it is twice as long."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text in a box, and what it is: relation, name, plain, sign."""

    text: str
    style: str


def draw(v: PageContext, graph: Graph, wide: int = WIDE) -> Markup:
    """Both drawings; the style sheet shows one of them."""
    rows = {one.id: tuple(_rows(v, graph, one)) for one in graph.documents}
    heights = {id: 2 * PAD + LEADING * len(told) - 2 for id, told in rows.items()}
    pairs = [(edge.later, edge.earlier) for edge in graph.edges]
    boxes = {one.id: _box(v, graph, one, rows[one.id]) for one in graph.documents}
    styles = {(edge.later, edge.earlier): _style(edge) for edge in graph.edges}
    centre = graph.centre.id if graph.centre else None
    made = (
        _svg(name, lay_out(heights, pairs, columns, BOX, centre), styles, boxes)
        for name, columns in (("wide", wide), ("narrow", NARROW))
    )
    return Markup("".join(made))


def _svg(
    name: str,
    layout: Layout,
    styles: Mapping[tuple[str, str], str],
    boxes: Mapping[str, tuple[str, str]],
) -> str:
    """The lines, then the boxes over them; sizes follow the reader's letters."""
    width, height = layout.width, layout.height
    drawn = "".join(
        f'<path class="{styles[line.later, line.earlier]}" d="{_path(line)}"/>'
        for line in layout.lines
    )
    placed = ""
    for id, box in layout.boxes.items():
        before, after = boxes[id]
        placed += f'<g transform="translate({box.x} {box.y})">{before}'
        placed += f'<rect width="{BOX}" height="{box.height}" rx="2"/>{after}</g>'
    return (
        f'<svg class="diagram__{name}" viewBox="0 0 {width} {height}" width="{width / 16}rem"'
        f' height="{height / 16}rem" aria-hidden="true">{drawn}{placed}</svg>'
    )


def _box(v: PageContext, graph: Graph, document: Document, rows: Iterable[Row]) -> tuple[str, str]:
    """One document: what stands before and after its frame."""
    tone = v.library.validity[document.id].state.tone
    told = ""
    for at, row in enumerate(rows):
        style = f' class="{row.style}"' if row.style else ""
        told += f'<text{style} x="{PAD}" y="{PAD + LEADING * at + SMALL}">{escape(row.text)}</text>'
    if document == graph.centre:
        return f'<g class="tone-{tone} diagram__centre">', f"{told}</g>"
    name = f"<title>{escape(document.name)}</title>"
    link = f'<a class="tone-{tone}" href="{escape(v.url(document))}" tabindex="-1">{name}'
    return link, f"{told}</a>"


def _rows(v: PageContext, graph: Graph, document: Document) -> Iterator[Row]:
    room = BOX - 2 * PAD
    if graph.centre and (told := relation_to(graph, document)):
        yield from (Row(one, "diagram__how") for one in lines(told, SMALL, room, 2))
    validity = v.library.validity[document.id]
    dead = " diagram__dead" if validity.dead else ""
    name, plain = document.number, document.type.label
    if name:
        plain += f", {document.issued.year}" if document.issued else ""
    else:
        name = f"{plain} {document.title[:1].lower()}{document.title[1:]}"
        plain = str(document.issued.year) if document.issued else ""
    yield from (Row(one, f"diagram__name{dead}") for one in lines(name, BIG, room, 3))
    if plain:
        yield from (Row(one, "") for one in lines(plain, SMALL, room, 2))
    if validity.state.unknown:  # the usual: told once, by the legend
        return
    sign = SIGNS.get(validity.state.tone, "•")
    state = f"{sign} {validity.state.label}"
    yield from (Row(one, "diagram__state") for one in lines(state, SMALL, room, 2))


def relation_to(graph: Graph, document: Document) -> str:
    """What a neighbour is to the document in the middle: «Căn cứ», «Được triển khai bởi»."""
    centre = graph.centre
    if centre is None or document == centre:
        return "Văn bản này" if centre else ""
    told = []
    for edge in graph.edges:
        if {edge.later, edge.earlier} == {centre.id, document.id}:
            from_here = edge.later == centre.id
            told += [one.label if from_here else one.inverse for one in edge.types]
    return upper_first("; ".join(one.lower() for one in told))


def _style(edge: Edge) -> str:
    return f"net net--{edge.net}" if edge.net else "net"


def legend(graph: Graph) -> list[Group]:
    """The kinds of line in the drawing, each with the relations it stands for."""
    found: dict[str, dict[int, str]] = {}
    for edge in graph.edges:
        named = found.setdefault(_style(edge), {})
        named.update((one.place, one.label.lower()) for one in edge.types)
    return [
        Group(style, tuple(label for _, label in sorted(found[style].items())))
        for style in sorted(found)
    ]


def sentences(graph: Graph) -> list[tuple[Document, list[tuple[str, list[Document]]]]]:
    """The drawing in words: each later document, what it says and of which ones; newest first."""
    by_id = {one.id: one for one in graph.documents}
    said: dict[str, dict[str, list[Document]]] = {}
    for edge in graph.edges:
        how = ", ".join(one.label.lower() for one in edge.types)
        said.setdefault(edge.later, {}).setdefault(how, []).append(by_id[edge.earlier])
    told = (one for one in reversed(graph.documents) if one.id in said)
    return [(one, list(said[one.id].items())) for one in told]


def _path(line: Line) -> str:
    """Bends between the pairs of points, straight inside them, an arrow's head at the end."""
    (x, y), *rest = line.points
    d = f"M{x} {y}"
    for at, (to_x, to_y) in enumerate(rest):
        if at % 2:
            d += f"V{to_y}"
        else:
            half = (y + to_y) // 2
            d += f"C{x} {half} {to_x} {half} {to_x} {to_y}"
        x, y = to_x, to_y
    back = 2 * HALF if line.points[-2][1] > y else -2 * HALF
    return f"{d}m{-HALF} {back}l{HALF} {-back} {HALF} {back}"
