"""What readers see of events: the page of one, and the list of all by year.

Comes in: an event, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.dates import span
from portal.forms import Link
from portal.kinds import Entry, Kind
from portal.kinds.duty import Duty
from portal.kinds.event import Event, Paper, Session
from portal.kinds.reference import Reference
from portal.kinds.school import School
from portal.text import slug
from portal.views.context import PageContext
from portal.views.duties import Duties, listed_in
from portal.views.names import cut
from portal.views.pages import listing
from portal.views.pages.entry import Knowledge, knowledge, related
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.pages.listing import ListFrame, ListPage, jump
from portal.views.parts import Anchor, Anchors, Cell, Fact, LinkGroup, Table, columns, table
from portal.views.phrases import joined, note, standing
from portal.views.schools import province
from portal.views.view import View

PROGRAMME = columns("Thời gian", ("Nội dung", "wide"), "Người, đơn vị thực hiện")
CONCLUSIONS_AT_ONCE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    frame: Frame
    facts: tuple[Fact, ...]
    body: Markup
    programme: Table | None
    papers: tuple[Markup, ...]
    conclusions: Duties | None
    """What was asked of whom there, as duties with their states."""
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Event, beside: Beside, v: PageContext) -> EventPage:
    return EventPage(
        frame=frame(v, entry, beside),
        facts=tuple(_facts(v, entry)),
        body=v.md(entry.text),
        programme=_programme(v, entry),
        papers=tuple(_paper(v, one, entry) for one in entry.papers),
        conclusions=_conclusions(v, entry),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _facts(v: PageContext, entry: Event) -> Iterator[Fact]:
    """What it is, when, where, who."""
    yield from v.rows(entry, only=["type"])
    yield Fact("Thời gian", _when(v, entry))
    yield from v.rows(entry, only=["place", "organisers", "schools", "documents", "indicators"])


def _when(v: PageContext, entry: Event) -> Markup:
    end = f" – {v.show(entry.end)}" if entry.end else ""
    time = f", {escape(entry.time)}" if entry.time else ""
    return Markup(f"{v.show(entry.start)}{end}{time}")


def _programme(v: PageContext, entry: Event) -> Table | None:
    rows: list[tuple[Cell, ...]] = [
        (_at(one), Markup("{} {}").format(one.title, note(v, one)), one.who)
        for one in entry.programme
    ]
    return table("Chương trình", PROGRAMME, rows) if rows else None


def _at(one: Session) -> str | None:
    told = ", ".join(filter(None, (str(one.on) if one.on else "", one.time)))
    return told or None


def _paper(v: PageContext, one: Paper, entry: Event) -> Markup:
    """Its title, which leads to the article where the portal has it, and its authors."""
    name = Markup(Anchor(one.title, v.url(one.article) if one.article else "").__html__())
    who = f" ({', '.join(one.authors)})" if one.authors else ""
    return Markup("{}{} {}").format(name, who, standing(v, one, entry))


def _conclusions(v: PageContext, entry: Event) -> Duties | None:
    found = [v.library.get(link) for link in entry.conclusions]
    duties = [one for one in found if isinstance(one, Duty)]
    told = "Việc giao tại kết luận"
    return listed_in(v, duties, told, CONCLUSIONS_AT_ONCE) if duties else None


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


BRIEF, PUBLISHER = 28, 40
"""Letters of a name in a row; of who published a source, nearly always all."""
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
    asked = (*one.indicators, *one.conclusions)
    ways = list(_links(v, (*one.organisers, *one.schools, *one.documents, *asked)))
    if sources := joined(_links(v, one.sources), ", "):
        ways.append(Markup("Nguồn: {}").format(sources))
    notes = [escape(told) for told in (one.type.label, one.place) if told]
    notes += [v.inline(one.note)] if one.note else []
    return joined([*notes, *ways], " · ")


def _links(v: PageContext, links: Iterable[Link]) -> Iterator[Markup]:
    for link in links:
        if entry := v.library.get(link):
            yield Markup(Anchor(_called(v, entry), v.url(link)).__html__())


def _called(v: PageContext, entry: Entry) -> str:
    """What tells it from the others, not what its like all begin with: of a school the province,
    of a source who published it."""
    if isinstance(entry, School):
        return f"Trường của {province(entry)}{'' if entry.is_current else ' (cũ)'}"
    if isinstance(entry, Reference) and entry.publisher:
        return cut(entry.publisher, PUBLISHER)
    return v.brief(entry, BRIEF)


def _leap(side: Side, year: Year) -> str:
    """«2025» of the past, «Sắp tới 2026» of what is ahead."""
    number = year.id.rpartition("-")[2]
    return number if side.title == PAST else f"{side.title} {number}"


VIEW = View(page=page, listing=listed)
