"""What readers see of a movement: what it asks of collectives and of people, how it is judged, who
answered it, who was honoured.

Comes in: a movement, the page context. Goes out: the view model of its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from portal.kinds.document import Document
from portal.kinds.document.lists import Named, State
from portal.kinds.lists import named
from portal.kinds.movement import Award, Content, Honoured, Movement, Step
from portal.views.context import PageContext
from portal.views.duties import Duties, by_clause, inside
from portal.views.pages.entry import Knowledge, knowledge, related
from portal.views.pages.frame import Beside, Frame, frame, head
from portal.views.parts import Badge, Cell, Fact, LinkGroup, Table, columns, table
from portal.views.phrases import joined, note, period, small, standing
from portal.views.view import View


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one sort of taking part."""

    id: str
    title: str
    items: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class HonourYear:
    """Who was honoured in one year."""

    id: str
    title: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementPage:
    frame: Frame
    facts: tuple[Fact, ...]
    asked: tuple[Asked, ...]
    steps: tuple[Markup, ...]
    awards: tuple[Markup, ...]
    bodies: Table | None
    calendar: Duties | None
    """What the document that launched it asks of whom, until when; the same duties as elsewhere."""
    responses: Table | None
    honoured: tuple[HonourYear, ...]
    """Of the movement and of those that answer it, the latest year first."""
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Movement, beside: Beside, v: PageContext) -> MovementPage:
    responses = [
        one for one in v.library.of(Movement) if one.part_of and one.part_of.id == entry.id
    ]
    header = replace(head(v, entry), badges=tuple(_over(v, entry)))
    return MovementPage(
        frame=frame(v, entry, beside, header=header),
        facts=tuple(_facts(v, entry)),
        asked=tuple(_asked(v, entry)),
        steps=tuple(map(_step, entry.steps)),
        awards=tuple(_award(v, one) for one in entry.awards),
        bodies=_bodies(v, entry),
        calendar=_calendar(v, entry),
        responses=_responses(v, responses),
        honoured=tuple(_honoured(v, [entry, *responses])),
        known=knowledge(v, entry),
        related=related(v, entry, without=(Movement.KIND,) if responses else ()),
    )


def _over(v: PageContext, entry: Movement) -> Iterator[Badge]:
    """Once its last year is past: told in the word that plans are told in."""
    if entry.end and entry.end < v.library.today.year:
        state = named(v.library.lists, State, Named.PERIOD_OVER)
        yield Badge(state.label, state.tone)


def _facts(v: PageContext, entry: Movement) -> Iterator[Fact]:
    yield from v.rows(entry, only=["theme", "document", "launched_by", "organiser", "part_of"])
    if entry.start or entry.end:
        yield Fact("Thời gian", period(entry.start, entry.end))
    yield from v.rows(entry, only=["titles"])


def _asked(v: PageContext, entry: Movement) -> Iterator[Asked]:
    if entry.collective:
        yield Asked("tap-the", "Nội dung đối với tập thể", _contents(v, entry.collective))
    if entry.individual:
        yield Asked("ca-nhan", "Nội dung đối với cá nhân", _contents(v, entry.individual))


def _contents(v: PageContext, contents: Sequence[Content]) -> tuple[Markup, ...]:
    return tuple(_content(v, one) for one in contents)


def _content(v: PageContext, one: Content) -> Markup:
    text = f": {v.inline(one.text)}" if one.text else ""
    return Markup(f"<strong>{escape(one.title)}</strong>{text} {note(v, one)}")


def _step(one: Step) -> Markup:
    who = f" {small(one.who)}" if one.who else ""
    return Markup(f"{escape(one.title)}{who}")


def _award(v: PageContext, one: Award) -> Markup:
    by = f", {escape(one.by)}" if one.by else ""
    how = f": {v.inline(one.how)}" if one.how else ""
    return Markup(f"<strong>{escape(one.form)}</strong>{by}{how}")


BODIES = columns("Cơ quan, đơn vị", ("Việc", "wide"))


def _bodies(v: PageContext, entry: Movement) -> Table | None:
    rows: list[tuple[Cell, ...]] = [
        (v.a(one.unit), Markup(f"{v.inline(one.role)} {standing(v, one, entry)}"))
        for one in entry.bodies
    ]
    return table("Cơ quan, đơn vị và việc", BODIES, rows) if rows else None


def _calendar(v: PageContext, entry: Movement) -> Duties | None:
    document = v.library.get(entry.document) if entry.document else None
    duties = by_clause(v, document) if isinstance(document, Document) else []
    return inside(v, duties, "Việc và thời hạn theo văn bản phát động") if duties else None


RESPONSES = columns(("Phong trào", "wide"), "Đơn vị", "Văn bản", ("Thời gian", "short"))


def _responses(v: PageContext, responses: Sequence[Movement]) -> Table | None:
    rows: list[tuple[Cell, ...]] = [
        (
            v.a(one),
            v.a(one.organiser) if one.organiser else None,
            v.a(one.document, True) if one.document else None,
            period(one.start, one.end) if one.start or one.end else None,
        )
        for one in responses
    ]
    return table("Các đơn vị hưởng ứng", RESPONSES, rows) if rows else None


HONOURED = columns(
    ("Tập thể, cá nhân", "wide"),
    "Trường",
    "Danh hiệu, hình thức khen thưởng",
    "Cơ quan, người tặng",
)


def _honoured(v: PageContext, movements: Sequence[Movement]) -> Iterator[HonourYear]:
    years: dict[int, list[tuple[Cell, ...]]] = {}
    for movement in movements:
        for one in movement.honoured:
            years.setdefault(one.year, []).append(_honour(v, one, movement))
    for year in sorted(years, reverse=True):
        made = table(f"Được khen năm {year}", HONOURED, years[year])
        yield HonourYear(f"vinh-danh-{year}", f"Năm {year}", made)


def _honour(v: PageContext, one: Honoured, movement: Movement) -> tuple[Cell, ...]:
    name = joined([one.name, standing(v, one, movement)], " ")
    noted = Markup(f"{name} {note(v, one)}") if one.note else name
    return noted, v.a(one.school) if one.school else None, one.form, one.by


VIEW = View(page=page)
