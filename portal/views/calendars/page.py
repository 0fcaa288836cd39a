"""«Lịch»: what falls in the year ahead, and the calendars to subscribe to.

Comes in: the library. Goes out: one page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from markupsafe import Markup, escape

from portal.dates import day
from portal.kinds.duty import Duty
from portal.kinds.event import Event
from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.library.occasions import Manner, Occasion
from portal.views.calendars.events import AHEAD
from portal.views.calendars.which import ALL, URL, Calendar, anything_falls_to, path_of
from portal.views.context import PageContext
from portal.views.duties import leads
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.parts import NOTHING, Anchor, Cell, Header, Table, columns, table

TITLE = "Lịch nhiệm vụ, sự kiện"
LEAD = (
    "Việc đến hạn và sự kiện trong mười hai tháng tới; đưa vào lịch của máy tính, điện thoại để "
    "được nhắc khi có ngày mới hoặc thay đổi."
)
HEADS = columns(("Ngày", "short"), "Việc, sự kiện", "Chủ trì")
YEAR = timedelta(days=365)
NO_DAY = "trong năm, văn bản không nêu ngày"


@dataclass(frozen=True, slots=True)
class Offered:
    """Calendars under one label."""

    id: str
    title: str
    items: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    ahead: Table | None
    """None where nothing falls in the year ahead."""
    whole: Anchor | None
    """The calendar of everything."""
    offered: tuple[Offered, ...]
    ahead_days: int
    """How long before its day a duty is told."""


def plan(inputs: Inputs) -> Iterator[Plan]:
    found = tuple(inputs.calendars.values())
    if found:
        yield Plan(
            template="calendars.html.jinja",
            url=URL,
            title=TITLE,
            description=LEAD,
            names=(
                *("lịch", "lịch công tác", "lịch làm việc", "lịch sự kiện", "lịch nhiệm vụ"),
                *("tháng này có gì", "sắp tới có gì", "sự kiện sắp tới"),
                *(
                    "hội nghị sắp tới",
                    "lịch hội nghị, hội thảo",
                    "lịch các tháng tới",
                    "thời gian biểu",
                ),
                *("lịch quý này", "lịch năm nay", "thêm vào lịch điện thoại"),
            ),
            menu="Nhiệm vụ",
            menu_place=120,
            view=partial(_page, found),
        )


def way_to(v: PageContext, entry: Unit | School) -> Anchor | None:
    """To its calendar; none where it is no more, or nothing falls on a day."""
    if v.library.ended(entry.link) or not anything_falls_to(v.library, entry):
        return None
    return Anchor("Lịch nhiệm vụ, sự kiện", v.url(path_of(entry)))


def _page(found: Sequence[Calendar], v: PageContext) -> CalendarPage:
    rows = [_row(v, on, one) for on, one in ahead(v, found[0])]
    return CalendarPage(
        crumbs=way(v, Anchor(TITLE)),
        header=Header(title=TITLE, lead=LEAD),
        ahead=table("Việc đến hạn, sự kiện trong mười hai tháng tới", HEADS, rows)
        if rows
        else None,
        ahead_days=AHEAD.days,
        whole=Anchor("Toàn bộ nhiệm vụ, sự kiện", v.url(ALL)),
        offered=tuple(
            _offered(v, title, id, [one for one in found if isinstance(one.of, kind)])
            for title, id, kind in (
                ("Lịch của từng đơn vị", "don-vi", Unit),
                ("Lịch của từng trường", "truong", School),
            )
        ),
    )


def ahead(v: PageContext, one: Calendar) -> list[tuple[date, Occasion]]:
    """What falls in the year ahead, with its day."""
    dated = ((it.next_on(v.today), it) for it in one.occasions)
    near = [(on, it) for on, it in dated if on and on <= v.today + YEAR]
    return sorted(near, key=lambda it: it[0])


def _offered(v: PageContext, title: str, id: str, found: Sequence[Calendar]) -> Offered:
    items = (_way(v, one, one.of) for one in found if one.of and not v.library.ended(one.of.link))
    return Offered(id, title, tuple(items))


def _way(v: PageContext, one: Calendar, of: Unit | School) -> Markup:
    ahead = sum(1 for it in one.occasions if it.next_on(v.today))
    told = f' <span class="meta nowrap">{ahead} mục sắp tới</span>' if ahead else ""
    return Markup(f"{escape(Anchor(of.title, v.url(one.path)))}{told}")


def _row(v: PageContext, on: date, one: Occasion) -> tuple[Cell, ...]:
    return (when(on, one), what(v, one), _who(v, one))


def _who(v: PageContext, one: Occasion) -> Cell:
    if duty := _alone(one):
        return leads(v, duty)
    return NOTHING if one.manner is Manner.PERIOD else _organisers(v, one.of)


def _alone(one: Occasion) -> Duty | None:
    """The duty it is of; none of a period that ends for several at once."""
    if isinstance(one.of, Duty):
        return one.of
    return one.duties[0] if len(one.duties) == 1 else None


def when(on: date, one: Occasion) -> Markup:
    if one.manner is Manner.YEAR:
        return Markup(f'{on.year} <span class="cell-more">{NO_DAY}</span>')
    end = f" – {day(one.last)}" if one.last > on else ""
    return escape(f"{day(on)}{end}")


def what(v: PageContext, one: Occasion) -> Markup:
    if duty := _alone(one):
        return v.a(duty)
    if one.manner is Manner.PERIOD:
        return Markup(f"Hết kỳ của {len(one.duties)} việc tại {v.a(one.of, True)}")
    return v.a(one.of)


def _organisers(v: PageContext, one: Occasion | object) -> Cell:
    return v.show(one.organisers) if isinstance(one, Event) and one.organisers else NOTHING
