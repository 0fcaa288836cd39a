"""«Sơ đồ văn bản»: all documents of the programme and what leads from one to another.

Comes in: the library. Goes out: one page, which keeps its size: of very many documents those with
the most relations are drawn, and each document's own page draws what is around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from portal.kinds import BY_NAME
from portal.kinds.document import MAP, Document
from portal.text import number
from portal.views.context import PageContext
from portal.views.diagram import WIDER, graph
from portal.views.diagram.drawing import Drawing, drawing
from portal.views.diagram.graph import Graph
from portal.views.documents import known_validity
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import kind_of, way
from portal.views.parts import Anchor, Header

LISTED = 60
"""Names in each list beside the drawing."""
TITLE = "Sơ đồ văn bản"
KIND = BY_NAME[Document.KIND]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """All documents of the programme in one drawing."""

    crumbs: tuple[Anchor, ...]
    header: Header
    diagram: Drawing | None
    most: tuple[Markup, ...]
    """Those with the most relations, where only they are drawn."""
    alone: tuple[Markup, ...]
    alone_told: str


def plan(inputs: Inputs) -> Iterator[Plan]:
    library = inputs.library
    drawn = graph.whole(library)
    most = graph.most_related(library, drawn, LISTED) if drawn.left_out else []
    alone = graph.unrelated(library)
    yield Plan(
        template="programme.html.jinja",
        url=f"{KIND.name}/{MAP}/",
        title=TITLE,
        description=(
            "Mọi văn bản của chương trình: văn bản nào dựa trên, triển khai, thay thế văn bản nào."
        ),
        menu=KIND.menu,
        menu_place=150,
        outlined=False,
        searchable=False,
        names=(
            *("bản đồ văn bản", "sơ đồ quan hệ văn bản", "quan hệ giữa các văn bản"),
            *("văn bản nào thay văn bản nào", "văn bản liên quan với nhau"),
        ),
        view=partial(_page, drawn, most, alone[:LISTED], len(alone)),
    )


def _page(
    drawn: Graph,
    most: Sequence[tuple[Document, int]],
    alone: Sequence[Document],
    alone_count: int,
    v: PageContext,
) -> MapPage:
    lead = (
        "Văn bản nào dựa trên, triển khai, hướng dẫn, thay thế văn bản nào, theo những quan hệ đã "
        "ghi có nguồn."
    )
    return MapPage(
        crumbs=way(v, kind_of(v, KIND), Anchor("Sơ đồ")),
        header=Header(title=TITLE, lead=lead),
        diagram=drawing(v, drawn, WIDER) if drawn.documents else None,
        most=tuple(_related(v, one, count) for one, count in most),
        alone=tuple(Markup(f"{v.a(one)} {known_validity(v, one)}") for one in alone),
        alone_told=_told(len(alone), alone_count),
    )


def _related(v: PageContext, one: Document, count: int) -> Markup:
    return Markup(f'{v.a(one, True)} <span class="meta nowrap">{count} văn bản</span>')


def _told(listed: int, count: int) -> str:
    more = f"; {listed} văn bản mới nhất:" if count > listed else ":"
    return f"{number(count)} văn bản không có quan hệ nào được nêu trong các nguồn đã đăng{more}"
