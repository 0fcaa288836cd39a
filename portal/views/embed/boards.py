"""Charts and tables of the board of today, drawn small for other portals.

Comes in: the board, which of its figures. Goes out: cards, with the records of the whole page.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.page import PROGRESS
from portal.library import Library
from portal.library import statistics as numbers
from portal.library.board import Board
from portal.views.context import PageContext
from portal.views.embed.card import Card, Part
from portal.views.parts import Anchor
from portal.views.progress.drawn import rising, shares
from portal.views.progress.exhibits import CEREMONIES, PUBLISHED, RECOGNISED, SHARES, granted, there
from portal.views.progress.rows import published, recognitions

TITLES = {
    SHARES: "Tỷ lệ trường đạt chuẩn",
    CEREMONIES: "Các lễ đón Bằng công nhận",
    PUBLISHED: "Số liệu đã công bố",
    RECOGNISED: "Các lần công nhận đã biết",
}
CHARTS = (SHARES, CEREMONIES)


def offered(library: Library, it: Board) -> Iterator[tuple[str, str]]:
    """What there is to show, by its id."""
    return ((id, TITLES[id]) for id in there(library, it, current=True) if id in TITLES)


def card(shown: tuple[Board, str], v: PageContext) -> Card:
    it, id = shown
    title = TITLES[id]
    return Card(
        title=title,
        full=Anchor(
            "Xem tiến độ đạt chuẩn", v.url(f"{PROGRESS}/{'#bieu-do' if id in CHARTS else ''}")
        ),
        bars=shares(it) if id == SHARES else None,
        rising=rising(numbers.recognised(v.library), it.on) if id == CEREMONIES else None,
        parts=tuple(_parts(v, it, id, title)),
    )


def _parts(v: PageContext, it: Board, id: str, title: str) -> Iterator[Part]:
    if id == PUBLISHED:
        yield Part(title, published(v, title, it.published))
    if id == RECOGNISED:
        yield Part(title, recognitions(v, title, granted(v.library, it, current=True)))
