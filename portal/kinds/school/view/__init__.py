"""What readers see of schools: the page of one; the list of all is decided in `list.py`.

Comes in: a school, the page context. Goes out: the view model of its page; every decision of it is
made here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from portal.kinds.article import Article
from portal.kinds.duty import Duty
from portal.kinds.exemplar import Exemplar
from portal.kinds.lists import OwnTone
from portal.kinds.school import School
from portal.kinds.school.parts import Campus, Founding, Name, Recognition, Snapshot, Speaker, Target
from portal.kinds.school.view.list import listed
from portal.kinds.school.view.readings import over_time
from portal.kinds.school.view.state import duties_of, of_all_schools, state_of, ways
from portal.library.status import SchoolStatus, of_school, state_today
from portal.text import number, upper_first
from portal.views.calendars.page import way_to as calendar
from portal.views.charts.bars import Bars
from portal.views.context import Group, PageContext
from portal.views.duties import Agenda, agenda
from portal.views.embedded import embedding
from portal.views.pages.entry import Knowledge, knowledge, link_groups, related
from portal.views.pages.frame import Beside, Frame, frame, head
from portal.views.parts import Anchor, Anchors, Badge, Fact, LinkGroup, Notice
from portal.views.phrases import joined, note, plain_list, small, standing, trusted
from portal.views.schools import aim, badge_of, predecessors, results
from portal.views.view import View

NOT_CARRIED = (
    "Việc công nhận ghi cho trường tại thời điểm được công nhận; không văn bản nào trong chuyên "
    "mục nêu rõ trường hợp nhất có được giữ công nhận của trường tiền thân hay không."
)


WORKS = (Exemplar.KIND, Article.KIND)


@dataclass(frozen=True, slots=True)
class Predecessor:
    title: str
    url: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """What a school was made of."""

    title: str
    earlier: tuple[Predecessor, ...]
    told: str = ""
    """What is to be known of their recognitions, where they have any."""


@dataclass(frozen=True, slots=True)
class RecognitionStep:
    """One recognition, granted or on its way."""

    title: Markup
    facts: tuple[Fact, ...]
    note: Markup


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted at one time."""

    title: Markup
    results: Markup
    figures: tuple[Fact, ...]
    text: Markup
    note: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolPage:
    """How far it has come and what it is to do; then what rests on what, and what it is."""

    frame: Frame
    state: tuple[Fact, ...]
    ways: tuple[Anchors, ...]
    """Where its duties, its criteria and its sheet stand."""
    calendar: Anchor | None
    common: str | None
    """Pages with duties that are its duties too; none where it is no more."""
    duties: Agenda | None
    """Those given to it alone."""
    duties_of_all: Markup
    facts: tuple[Fact, ...]
    lineage: Lineage | None
    recognitions: tuple[RecognitionStep, ...]
    targets: tuple[Markup, ...]
    schemes: tuple[tuple[Fact, ...], ...]
    over_time: Bars | None
    """None where nothing was counted."""
    measured: tuple[Measured, ...]
    works: tuple[LinkGroup, ...]
    """Its models, and the articles that speak of it."""
    embedding: Anchor
    names: tuple[Markup, ...]
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: School, beside: Beside, v: PageContext) -> SchoolPage:
    status = of_school(v.library, entry)
    header = replace(head(v, entry), badges=tuple(_badges(entry, status)))
    own = duties_of(v, entry)
    of_all = of_all_schools(v) if entry.is_current else ()
    return SchoolPage(
        frame=frame(v, entry, beside, header=header, notices=_notices(v, entry)),
        state=tuple(state_of(v, entry, status)),
        ways=ways(v, entry, status),
        calendar=calendar(v, entry),
        common=" ".join(one.url for one in of_all) if entry.is_current else None,
        duties=agenda(v, own, f"Nhiệm vụ của {entry.name}") if own else None,
        duties_of_all=joined(map(escape, of_all)),
        facts=tuple(_facts(v, entry)),
        lineage=_lineage(v, entry) if entry.predecessors else None,
        recognitions=tuple(_steps(v, entry, status)),
        targets=tuple(_target(v, one, entry) for one in entry.targets),
        schemes=tuple(
            (*v.rows(one), Fact("Theo nguồn", trusted(v, one, entry))) for one in entry.schemes
        ),
        over_time=over_time(entry, status),
        measured=tuple(_measured(v, one, entry) for one in entry.snapshots),
        names=tuple(_name(v, one, entry) for one in entry.names) if len(entry.names) > 1 else (),
        known=knowledge(v, entry),
        works=link_groups(v, _works(v, entry)),
        embedding=Anchor("Đưa thẻ của trường vào cổng khác", embedding(v, "truong", entry.id)),
        related=related(v, entry, without=[Duty.KIND, *WORKS]),
    )


def _works(v: PageContext, entry: School) -> Iterator[Group]:
    return (one for one in v.backlinks(entry) if one.items[0].KIND in WORKS)


def _badges(entry: School, status: SchoolStatus) -> Iterator[Badge]:
    if not entry.is_current:
        yield Badge("Đã hợp nhất")
    if status.recognition or (entry.is_current and not status.untold):
        yield badge_of(status)


def _levels(entry: School) -> Iterator[Badge]:
    for one in entry.recognised:
        yield Badge(f"Đạt chuẩn mức {one.level}", OwnTone.LEVEL)


def _notices(v: PageContext, entry: School) -> Iterator[Notice]:
    if successor := v.library.successors.get(entry.id):
        joined_to = f"{_joined_since(entry, successor)} hợp nhất vào {v.a(successor)}."
        told = "Số liệu trên trang này là của trường trước khi hợp nhất."
        html = Markup(f"<p>{joined_to} {told}</p>")
        yield Notice(OwnTone.INFORMATION, "Trường này đã hợp nhất", html)


def _joined_since(entry: School, successor: School) -> str:
    """Since when; marked where no source tells the day of the merger."""
    since = f"Từ {entry.end.named if entry.end else 'nay'}"
    inferred = successor.founding and successor.founding.inferred
    return f"{since} (suy ra)" if inferred else since


def _facts(v: PageContext, entry: School) -> Iterator[Fact]:
    yield from v.rows(entry, only=["province", "start", "end", "website"])
    founding = entry.founding
    if founding and (founding.on or founding.decision):
        yield Fact("Thành lập", _founding(v, founding, entry))
    if founding and founding.tradition_day:
        yield Fact("Ngày truyền thống", v.show(founding.tradition_day))
    if entry.campuses:
        yield Fact("Cơ sở", plain_list(_campus(v, one, entry) for one in entry.campuses))
    if entry.speakers:
        yield Fact("Lãnh đạo trường", plain_list(_speaker(v, one, entry) for one in entry.speakers))


def _founding(v: PageContext, one: Founding, entry: School) -> Markup:
    """When and by which decision it came to be."""
    on = v.show(one.on) if one.on else ""
    decision = escape(one.decision) if one.decision else ""
    between = ", " if on and decision else ""
    return Markup(f"{on}{between}{decision} {trusted(v, one, entry)}")


def _campus(v: PageContext, one: Campus, entry: School) -> Markup:
    address = f": {escape(one.address)}" if one.address else ""
    area = f", {number(one.area)} m²" if one.area is not None else ""
    return Markup(f"{escape(one.name)}{address}{area} {trusted(v, one, entry)}")


def _speaker(v: PageContext, one: Speaker, entry: School) -> Markup:
    as_of = f" {small(f'(theo nguồn {one.as_of.named})')}" if one.as_of else ""
    return Markup(f"{escape(one.name)}, {escape(one.post)}{as_of} {trusted(v, one, entry)}")


def _lineage(v: PageContext, entry: School) -> Lineage:
    earlier = (
        Predecessor(one.name, v.url(one), tuple(_levels(one))) for one in predecessors(v, entry)
    )
    recognised = any(one.recognised for one in predecessors(v, entry))
    return Lineage(entry.name, tuple(earlier), NOT_CARRIED if recognised else "")


def _steps(v: PageContext, entry: School, status: SchoolStatus) -> Iterator[RecognitionStep]:
    """Those that say more than the first block says already."""
    for one in entry.recognitions:
        told = one is status.recognition
        step = _step(v, one, entry, told)
        if step.facts or step.note or not told:
            yield step


def _step(v: PageContext, one: Recognition, entry: School, told: bool) -> RecognitionStep:
    """One recognition; its reason stands in the first block already where it is `told` there."""
    facts = v.rows(one, without=["level", "state", "first", "results"])
    if one.results:
        facts.append(Fact("Kết quả", results(one.results)))
    state = escape(state_today(v.library, entry, one).label.lower())
    title = Markup(f"Mức {one.level}: {state} {standing(v, one, entry, short=told)}")
    return RecognitionStep(title, tuple(facts), note(v, one))


def _target(v: PageContext, one: Target, entry: School) -> Markup:
    told = aim(v, one, entry)
    by = f": {escape(told)}" if told else ""
    return Markup(f"Mức {one.level}{by} {trusted(v, one, entry, ' ')}")


def _measured(v: PageContext, one: Snapshot, entry: School) -> Measured:
    when = upper_first(str(one.as_of)) if one.as_of else "Không rõ thời điểm"
    level = f", theo mức {one.level}" if one.level else ""
    return Measured(
        title=Markup(f"{escape(when)}{level} {standing(v, one, entry)}"),
        results=results(one.results),
        figures=tuple(v.pairs(one.figures)),
        text=v.md(one.text),
        note=note(v, one),
    )


def _name(v: PageContext, one: Name, entry: School) -> Markup:
    start = f", từ {one.start}" if one.start else ""
    end = f" đến {one.end}" if one.end else ""
    return Markup(f"{escape(one.text)}{escape(start + end)} {trusted(v, one, entry, ' ')}")


VIEW = View(page=page, listing=listed)
