"""Charts and tables of the boards, of today and of past days, drawn small for other portals.

Comes in: a board, which of its figures. Goes out: cards, with the records of the whole page; one of
a past day says that there are newer figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.dates import day
from portal.kinds.lists import OwnTone
from portal.library import Library
from portal.library import statistics as numbers
from portal.library.board import Board
from portal.views.context import PageContext
from portal.views.embed.card import Card, Part
from portal.views.parts import Anchor, Notice
from portal.views.progress.drawn import rising, shares
from portal.views.progress.exhibits import (
    CEREMONIES,
    PUBLISHED,
    READINGS,
    RECOGNISED,
    SHARES,
    granted,
    there,
)
from portal.views.progress.rows import published, readings, recognitions
from portal.views.progress.taken import home

TITLES = {
    SHARES: "Tỷ lệ trường đạt chuẩn",
    CEREMONIES: "Các lễ đón Bằng công nhận",
    PUBLISHED: "Số liệu đã công bố",
    RECOGNISED: "Các lần công nhận đã biết",
    READINGS: "Số chỉ tiêu đạt của từng trường",
}
CHARTS = (SHARES, CEREMONIES)


@dataclass(frozen=True, slots=True)
class Shown:
    board: Board
    id: str
    past: bool

    @property
    def title(self) -> str:
        return f"{TITLES[self.id]}, đến ngày {day(self.board.on)}" if self.past else TITLES[self.id]


def offered(library: Library, it: Board, past: bool) -> Iterator[Shown]:
    """What there is to show."""
    found = there(library, it, current=not past)
    return (Shown(it, id, past) for id in found if id in TITLES)


def card(shown: Shown, v: PageContext) -> Card:
    it, id = shown.board, shown.id
    page = home(it.on if shown.past else None)
    return Card(
        title=shown.title,
        full=Anchor("Xem tiến độ đạt chuẩn", v.url(f"{page}{'#bieu-do' if id in CHARTS else ''}")),
        notices=(_newer(v, it),) if shown.past else (),
        bars=shares(it) if id == SHARES else None,
        rising=rising(numbers.recognised(v.library), it.on) if id == CEREMONIES else None,
        parts=tuple(_parts(v, shown)),
    )


def _newer(v: PageContext, it: Board) -> Notice:
    told = f"Số liệu tính đến ngày {day(it.on)}"
    link = Anchor("Có số mới hơn", v.url(home(None)))
    return Notice(OwnTone.INFORMATION, told, Markup(f"<p>{escape(link)}</p>"))


def _parts(v: PageContext, shown: Shown) -> Iterator[Part]:
    it, id, title = shown.board, shown.id, shown.title
    if id == PUBLISHED:
        yield Part(title, published(v, title, it.published))
    if id == RECOGNISED:
        yield Part(title, recognitions(v, title, granted(v.library, it, current=not shown.past)))
    if id == READINGS:
        yield Part(title, readings(v, title, it.readings))
