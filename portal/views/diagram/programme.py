"""«Sơ đồ văn bản»: all documents of the programme and what leads from one to another.

Comes in: the library. Goes out: one page, which keeps its size: of very many documents those with
the most relations are drawn, and each document's own page draws what is around it.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import BY_NAME
from portal.kinds.document import MAP, Document
from portal.views.diagram import graph
from portal.views.inputs import Inputs
from portal.views.outputs import Plan, page

LISTED = 60
"""Names in each list beside the drawing."""
TITLE = "Sơ đồ văn bản"


def plan(inputs: Inputs) -> Iterator[Plan]:
    library, kind = inputs.library, BY_NAME[Document.KIND]
    drawn = graph.whole(library)
    alone = graph.unrelated(library)
    yield page(
        "programme.html.jinja",
        f"{kind.name}/{MAP}/",
        TITLE,
        "Mọi văn bản của chương trình: văn bản nào dựa trên, triển khai, thay thế văn bản nào.",
        menu=kind.menu,
        menu_place=150,
        outlined=False,
        searchable=False,
        kind=kind,
        graph=drawn,
        most=graph.most_related(library, drawn, LISTED) if drawn.left_out else (),
        alone=alone[:LISTED],
        alone_count=len(alone),
    )
