"""Models in a table, the same wherever there is one.

Comes in: models, the page context. Goes out: a table whose rows carry their facets.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from portal.kinds.exemplar import Exemplar
from portal.views.context import PageContext
from portal.views.parts import Row, Table, columns
from portal.views.phrases import joined

HEADS = columns(
    ("Mô hình", "wide"), "Trường", "Lĩnh vực", ("Thực hiện từ", "short"), "Mức minh chứng"
)
SUMMARY = 160
"""Letters of a summary in a row."""


def exemplar_table(v: PageContext, exemplars: Sequence[Exemplar], caption: str) -> Table:
    return Table(caption, HEADS, tuple(_row(v, one) for one in exemplars))


def _row(v: PageContext, one: Exemplar) -> Row:
    level = v.exemplars.evidence[one.id].level
    cells = (
        named(v, one),
        v.a(one.school),
        joined((topic.brief for topic in one.topics), "; ") or None,
        v.show(one.start) if one.start else None,
        level.numbered if level else None,
    )
    return Row(cells, {"marks": v.exemplars.marks(one)})


def named(v: PageContext, one: Exemplar) -> Markup:
    """Its title, and below it what it is about."""
    told = v.plain(one.summary, SUMMARY)
    more = Markup(' <span class="cell-more">{}</span>').format(told) if told else Markup("")
    return Markup("<strong>{}</strong>{}").format(v.a(one), more)
