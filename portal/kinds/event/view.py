"""What readers see of events: the page of one, and the list of all by year.

Comes in: an event, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.dates import span
from portal.kinds import Kind
from portal.kinds.event import Event
from portal.text import slug
from portal.views.context import PageContext
from portal.views.pages import listing
from portal.views.pages.entry import Beside, EntryPage, frame, knowledge, related
from portal.views.pages.listing import ListFrame, ListPage, jump
from portal.views.parts import Anchor, Anchors, Fact
from portal.views.phrases import joined
from portal.views.view import View


def page(entry: Event, beside: Beside, v: PageContext) -> EntryPage:
    return EntryPage(
        frame=frame(v, entry, beside),
        facts=tuple(_facts(v, entry)),
        body=v.md(entry.text),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _facts(v: PageContext, entry: Event) -> Iterator[Fact]:
    """What it is, when, where, who."""
    yield from v.rows(entry, only=["type"])
    yield Fact("Thời gian", _when(v, entry))
    yield from v.rows(entry, only=["place", "organisers", "schools", "documents"])


def _when(v: PageContext, entry: Event) -> Markup:
    end = f" – {v.show(entry.end)}" if entry.end else ""
    time = f", {escape(entry.time)}" if entry.time else ""
    return Markup(f"{v.show(entry.start)}{end}{time}")


# The list


@dataclass(frozen=True, slots=True)
class Happening:
    """One event on the line of time; what is `ahead` is not yet past."""

    when: str
    iso: str
    title: str
    url: str
    type: str
    html: Markup
    ahead: bool
    id: str = ""
    more: Markup = Markup("")
    """Where, who, and by which sources, of one whose page this row is."""


@dataclass(frozen=True, slots=True)
class Year:
    id: str
    title: str
    open: bool
    """Seen at once on a phone: the year that comes first."""
    events: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What is ahead, or what is past."""

    id: str
    title: str
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventList:
    """Those ahead, the next one first; those past, the latest first; each by year."""

    frame: ListFrame
    jump: tuple[Anchors, ...]
    sides: tuple[Side, ...]


BRIEF = 22
"""Letters of a name in a row."""
AHEAD, PAST = "Sắp tới", "Đã qua"


def listed(kind: Kind, entries: Sequence[Event], at: ListPage, v: PageContext) -> EventList:
    ahead: list[Event] = []
    past: list[Event] = []
    for one in entries:
        (ahead if (one.end or one.start).earliest >= v.today else past).append(one)
    sides = [_side(v, AHEAD, ahead[::-1]), _side(v, PAST, past, first=not ahead)]
    places = (
        Anchor(_leap(side, year), f"#{year.id}", len(year.events))
        for side in sides
        for year in side.years
    )
    return EventList(
        frame=listing.frame(v, kind, entries, at),
        jump=jump(places),
        sides=tuple(one for one in sides if one.years),
    )


def _side(v: PageContext, title: str, events: Iterable[Event], first: bool = True) -> Side:
    """`first`: whether nothing stands before it."""
    years: dict[int, list[Happening]] = {}
    for one in events:
        years.setdefault(one.start.year, []).append(_happening(v, one, title == AHEAD))
    made = (
        Year(
            f"{slug(title)}-{year}",
            f"{year} ({len(told)}\N{NO-BREAK SPACE}sự\N{NO-BREAK SPACE}kiện)",
            first and place == 0,
            tuple(told),
        )
        for place, (year, told) in enumerate(years.items())
    )
    return Side(slug(title), title, tuple(made))


def _happening(v: PageContext, one: Event, ahead: bool) -> Happening:
    row = v.is_row(one)
    told = (one.summary, one.text) if row else (one.summary,)
    return Happening(
        when=span(one.start, one.end) + (f", {one.time}" if row and one.time else ""),
        iso=one.start.point,
        title=one.title,
        url="" if row else v.url(one),
        type="" if row else one.type.label,
        html=joined(map(v.inline, filter(None, told)), " "),
        ahead=ahead,
        id=one.id if row else "",
        more=_more(v, one) if row else Markup(""),
    )


def _more(v: PageContext, one: Event) -> Markup:
    """What its page would tell besides: each in a few words."""
    links = (*one.organisers, *one.schools, *one.documents, *one.sources)
    known = (link for link in links if v.library.get(link))
    ways = [Anchor(v.brief(link, BRIEF), v.url(link)).__html__() for link in known]
    notes = [escape(told) for told in (one.type.label, one.place) if told]
    notes += [v.inline(one.note)] if one.note else []
    return joined([*notes, *map(Markup, ways)], " · ")


def _leap(side: Side, year: Year) -> str:
    """«2025» of the past, «Sắp tới 2026» of what is ahead."""
    number = year.id.rpartition("-")[2]
    return number if side.title == PAST else f"{side.title} {number}"


VIEW = View(page=page, listing=listed)
