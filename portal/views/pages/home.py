"""The home page, for its four readers: what is new, what holds today, find a criterion, find a
school.

Comes in: the library, `docs/index.md`. Goes out: one page, chosen when it is planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from portal.dates import day
from portal.forms import Link
from portal.kinds.answer import Answer
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document
from portal.kinds.page import Page as OneOff
from portal.kinds.school import School
from portal.library import Library, due
from portal.library import statistics as numbers
from portal.library.due import Due
from portal.views.context import PageContext
from portal.views.documents import known_validity
from portal.views.figures import NationalFigure, national
from portal.views.inputs import Inputs
from portal.views.names import cut
from portal.views.outputs import Plan, outline_of
from portal.views.pages import changes
from portal.views.pages.changes import News
from portal.views.pages.deadlines import to_quarter
from portal.views.pages.frame import Problems, problems
from portal.views.parts import Anchor, Anchors
from portal.views.phrases import link, small
from portal.views.schools import SchoolLink, by_province

NEWS, DUE, ANSWERS = 3, 3, 6
"""The home page keeps its size however much there is: all but the questions on one screen."""
START = "bat-dau"
"""The one-off page with the first steps of every reader; its headings are who they are."""
TITLE = "Xây dựng trường chính trị chuẩn"
PLACES = Anchors(
    (
        Anchor("Văn bản đang dùng", "#dang-dung"),
        Anchor("Tiêu chí", "#tieu-chi"),
        Anchor("Tìm trường", "#truong"),
        Anchor("Đến hạn", "#den-han"),
        Anchor("Có gì mới", "#moi"),
        Anchor("Số liệu", "#so-lieu"),
        Anchor("Câu hỏi thường gặp", "#hay-hoi"),
    ),
    "Trong trang này",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What of the library stands on the home page."""

    entry: OneOff | None
    start: OneOff | None
    news: list[News]
    main_set: CriteriaSet | None
    founding: list[Document]
    which: Answer | None
    current: list[School]
    figures: list[numbers.Counted]
    due: list[Due]
    answers: list[Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where the parts of the page go on."""

    search: str
    documents: Anchor
    sets: Anchor
    procedures: Anchor
    schools: Anchor
    duties: Anchor
    units: Anchor
    news: Anchor
    progress: Anchor
    answers: Anchor
    terms: Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """On one screen: who are you, what holds, the criteria, the schools; what is due, new, how
    many."""

    title: str
    lead: Markup | None
    problems: Problems
    starts: tuple[Anchors, ...]
    """Who may begin where."""
    places: tuple[Anchors, ...]
    ways: Ways
    founding: tuple[Markup, ...]
    which: Markup
    """Which of these is in use, where an answer says it."""
    criteria: tuple[Anchor, ...]
    main_document: Markup
    schools: tuple[SchoolLink, ...]
    due: tuple[Markup, ...]
    quarter: Anchor | None
    """To what is due in this quarter."""
    month: str
    """«Tháng 11/2026»."""
    news: tuple[Markup, ...]
    today: str
    figures: tuple[NationalFigure, ...]
    counted_from: str
    answers: tuple[Markup, ...]


def plan(inputs: Inputs, entry: OneOff | None) -> Plan:
    """`entry` is `docs/index.md`, whose words open the page."""
    return Plan(
        template="home.html.jinja",
        url="",
        title=entry.title if entry else TITLE,
        description=(entry.description if entry else "") or "",
        origin=entry.source.path if entry else "",
        searchable=False,
        outlined=False,
        entry=entry,
        view=partial(_page, _chosen(inputs.library, entry)),
    )


def _chosen(library: Library, entry: OneOff | None) -> Chosen:
    sets = library.of(CriteriaSet)
    founding = _founding(library, sets)
    return Chosen(
        entry=entry,
        start=next((one for one in library.of(OneOff) if one.id == START), None),
        news=changes.latest(library, NEWS),
        main_set=max(sets, key=lambda one: len(one.indicators), default=None),
        founding=founding,
        which=_which(library, founding),
        current=numbers.current(library),
        figures=numbers.national(library),
        due=_due_first(library),
        answers=library.of(Answer)[:ANSWERS],
    )


def _due_first(library: Library) -> list[Due]:
    """What falls in this month, then what comes next."""
    month = due.this_month(library, DUE)
    known = {one.entry.link for one in month}
    return [*month, *(one for one in due.ahead(library, DUE) if one.entry.link not in known)][:DUE]


def _founding(library: Library, sets: list[CriteriaSet]) -> list[Document]:
    """The regulations that the criteria sets rest on, the latest first."""
    wanted = {one.document.id for one in sets}
    return [document for document in library.of(Document) if document.id in wanted][:4]


def _which(library: Library, founding: list[Document]) -> Answer | None:
    """The answer that rests on just these: which one is in use."""
    wanted = {document.id for document in founding}
    answers = (one for one in library.of(Answer) if wanted == {link.id for link in one.grounds})
    return next(answers, None) if len(wanted) > 1 else None


def _page(chosen: Chosen, v: PageContext) -> HomePage:
    main_set = chosen.main_set
    entry = chosen.entry
    return HomePage(
        title=entry.title if entry else TITLE,
        lead=v.md(entry.body) if entry else None,
        problems=problems(v.problems),
        starts=_starts(v, chosen.start),
        places=(PLACES,),
        ways=_ways(v),
        founding=tuple(_regulation(v, one) for one in chosen.founding),
        which=_in_use(v, chosen.which) if chosen.which else Markup(""),
        criteria=tuple(_criteria(v, main_set)) if main_set else (),
        main_document=v.a(main_set.document, True) if main_set else Markup(""),
        schools=by_province(v, chosen.current),
        due=tuple(_due(v, one) for one in chosen.due),
        quarter=to_quarter(v),
        month=f"Tháng {v.today.month}/{v.today.year}",
        news=tuple(_news(v, one) for one in chosen.news),
        today=day(v.today),
        figures=national(v, chosen.figures),
        counted_from=", ".join(dict.fromkeys(one.source for one in chosen.figures)),
        answers=tuple(map(v.a, chosen.answers)),
    )


def _ways(v: PageContext) -> Ways:
    return Ways(
        search=v.url("tim-kiem/"),
        documents=Anchor("Tra văn bản", v.url("van-ban/")),
        sets=Anchor("Bộ tiêu chí", v.url("bo-tieu-chi/")),
        procedures=Anchor("Quy trình", v.url("quy-trinh/")),
        schools=Anchor("Danh sách trường", v.url("truong/")),
        duties=Anchor("Tất cả nhiệm vụ", v.url("nhiem-vu/")),
        units=Anchor("Nhiệm vụ của từng đơn vị", v.url("don-vi/")),
        news=Anchor("Xem tất cả", v.url("co-gi-moi/")),
        progress=Anchor("Tiến độ từng trường", v.url("tien-do/")),
        answers=Anchor("Tất cả câu hỏi", v.url("hoi-dap/")),
        terms=Anchor("Thuật ngữ", v.url("thuat-ngu/")),
    )


def _starts(v: PageContext, start: OneOff | None) -> tuple[Anchors, ...]:
    """As the headings of the page for them say."""
    found = outline_of(v.md(start.body)) if start else ()
    home = v.url(f"{START}/")
    items = tuple(Anchor(one.title, f"{home}#{one.id}") for one in found if one.level == 2)
    return (Anchors(items, "Tôi là"),) if items else ()


def _regulation(v: PageContext, one: Document) -> Markup:
    issued = v.show(one.issued) if one.issued else "không rõ ngày"
    more = f'<span class="cell-more">{escape(one.issuer)}, {issued}</span>'
    return Markup(f"{v.a(one, True)} {known_validity(v, one)} {more}")


def _in_use(v: PageContext, which: Answer) -> Markup:
    return link(v.url(which), v.name(which))


def _criteria(v: PageContext, one: CriteriaSet) -> Iterator[Anchor]:
    for criterion in one.criteria:
        yield Anchor(criterion.title, v.url(Link(one.KIND, one.id, criterion.id)))


def _due(v: PageContext, one: Due) -> Markup:
    """When, what, and the first of those who lead it."""
    when = small(one.when) if one.when else v.show(one.day)
    whose = "".join(f'<span class="meta">&nbsp;· {escape(v.name(u))}</span>' for u in one.whose[:1])
    return Markup(f"{when} {link(v.url(one.entry), v.brief(one.entry, 60))}{whose}")


def _news(v: PageContext, one: News) -> Markup:
    text = f": {escape(cut(one.text, 80))}" if one.text else ""
    return Markup(f"{v.show(one.day)} {link(v.url(one.entry), v.brief(one.entry, 60))}{text}")
