"""The files beside each figure of a board, and the quiet links that lead to them.

Comes in: boards of the library. Goes out: of each exhibit its rows as CSV with its description
(CSV on the Web) and as JSON, its drawing as SVG; links for the pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from portal.dates import day
from portal.kinds.page import PROGRESS
from portal.library.board import Board, board, board_of_today, days
from portal.views.api.v1 import NOTICE
from portal.views.api.v1.fill import Filler
from portal.views.api.v1.tables import head, table
from portal.views.api.v1.written import as_bytes, told
from portal.views.charts.bars import Bars
from portal.views.charts.picture import of_bars, of_steps
from portal.views.context import PageContext
from portal.views.embedded import embedding
from portal.views.outputs import Asset
from portal.views.parts import Anchor, Anchors
from portal.views.progress.exhibits import (
    CEREMONIES,
    IDS,
    NATIONAL,
    SHARES,
    Exhibit,
    exhibits,
    there,
)
from portal.views.renderer import Renderer

SHOWN = "bieu-do"
"""The name under which the register of embedding knows them."""
DRAWN = (SHARES, CEREMONIES)
NAMED = 3
"""Sources that a picture names; the rest stand in its data."""


def home(past: date | None) -> str:
    """Where the board of a past day stands, else that of today."""
    return f"{PROGRESS}/{past.isoformat()}/" if past else f"{PROGRESS}/"


def named(id: str, past: date | None) -> str:
    """Its name among what can be embedded."""
    return f"{past.isoformat()}/{id}" if past else id


def ways(v: PageContext, id: str, past: date | None = None) -> Anchors:
    """To the files of one exhibit, and to where it is put into another portal."""
    base = f"{home(past)}du-lieu/{id}"
    ends = [("CSV", ".csv"), ("JSON", ".json"), ("mô tả, nguồn", ".csv-metadata.json")]
    if id in DRAWN:
        ends.append(("hình SVG", ".svg"))
    items = [Anchor(label, v.url(f"{base}{end}")) for label, end in ends]
    to = embedding(v, "so-lieu") if id == NATIONAL else embedding(v, SHOWN, named(id, past))
    items.append(Anchor("đưa vào cổng khác", to))
    return Anchors(tuple(items), "Lấy số liệu")


def beside(v: PageContext, board: Board, past: date | None = None) -> Mapping[str, Anchors]:
    """The ways of each exhibit by its name; none where the board has not that one."""
    found = there(v.library, board, current=past is None)
    return {id: ways(v, id, past) if id in found else Anchors(()) for id in IDS}


def files(renderer: Renderer) -> Iterator[Asset]:
    inputs = renderer.inputs
    library, fill = inputs.library, Filler(renderer.page_context(""), inputs.address)
    for past in (None, *days(library)):
        it = board(library, past) if past else board_of_today(library)
        for one in exhibits(it, fill, current=past is None):
            yield from _files(renderer, home(past), it, one)


def _files(renderer: Renderer, page: str, board: Board, one: Exhibit) -> Iterator[Asset]:
    inputs = renderer.inputs
    base = f"{page}du-lieu/{one.id}"
    yield Asset(f"{base}.csv", table(one.model, one.rows))
    sources = [f"{source.title}: {inputs.address}{source.path}" for source in one.sources]
    described = head(one.model, f"{one.id}.csv", one.title)
    described |= {"dc:date": board.on.isoformat(), "dc:isPartOf": f"{inputs.address}{page}"}
    yield Asset(f"{base}.csv-metadata.json", as_bytes(described | {"dc:source": sources}))
    yield Asset(f"{base}.json", as_bytes(_whole(inputs.address, page, board, one)))
    if one.drawn:
        foot = (_foot(one), f"Tính đến {day(board.on)}. {NOTICE}")
        drawn = one.drawn
        picture = of_bars(drawn, foot) if isinstance(drawn, Bars) else of_steps(drawn, foot)
        svg = renderer.env.get_template("picture.svg.jinja").render(page=picture)
        yield Asset(f"{base}.svg", f"{svg.strip()}\n".encode())


def _whole(address: str, page: str, board: Board, one: Exhibit) -> Mapping[str, object]:
    site = {"site": address} if address else {}
    return {
        "title": one.title,
        "asOf": board.on.isoformat(),
        "notice": NOTICE,
        **site,
        "page": page,
        "items": [told(row) for row in one.rows],
    }


def _foot(one: Exhibit) -> str:
    names = [source.title for source in one.sources]
    rest = len(names) - NAMED
    more = f" và {rest} nguồn khác" if rest > 0 else ""
    return f"Nguồn: {'; '.join(names[:NAMED])}{more}" if names else "Nguồn: hồ sơ từng trường"
