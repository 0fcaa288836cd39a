"""All duties on one page, by their deadlines and by tiêu chí.

Comes in: the library. Goes out: one plan; none where no document gives a duty. The sections are
those of `library/deadlines.py`, whose quarter the home page tells too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from portal.kinds.duty import Duty
from portal.kinds.duty.lists import DutyState, When
from portal.kinds.lists import Topic, named, values
from portal.library.deadlines import Term, by_deadline, quarter_of, this_quarter
from portal.views.context import PageContext
from portal.views.duties import Duties, in_order, listed_in
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.pages.listing import jump
from portal.views.parts import Anchor, Anchors, Header

URL = f"{Duty.KIND}/theo-thoi-han/"
TITLE = "Nhiệm vụ theo thời hạn, tiêu chí"
LEAD = (
    "Nhiệm vụ các văn bản giao, xếp theo thời hạn hoàn thành và theo sáu tiêu chí; việc nào văn "
    "bản không nêu thời hạn thì ghi rõ."
)
TITLES: Mapping[Term, str] = MappingProxyType(
    {
        Term.YEAR: "Đến hạn trong năm nay, sau quý này",
        Term.LATER: "Đến hạn từ năm sau",
    }
)
STATES: Mapping[Term, When] = MappingProxyType(
    {Term.OVERDUE: When.PAST, Term.STANDING: When.STANDING, Term.UNSTATED: When.UNSTATED}
)
"""Sections that hold one state: called as it is called everywhere."""
NOTES: Mapping[Term, str] = MappingProxyType(
    {
        Term.OVERDUE: (
            "Chuyên mục không theo dõi kết quả thực hiện: việc ở mục này có thể đã hoàn thành."
        ),
        Term.UNSTATED: "Điều khoản giao việc không ghi ngày, năm hoàn thành.",
    }
)
ALL = 500
"""Nothing is folded twice: the sections are."""


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    note: str
    duties: Duties


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    jump: tuple[Anchors, ...]
    terms: tuple[Section, ...]
    topics: tuple[Section, ...]


def plan(inputs: Inputs) -> Iterator[Plan]:
    if by_deadline(inputs.library):
        yield Plan(
            template="deadlines.html.jinja",
            url=URL,
            title=TITLE,
            description=LEAD,
            names=(
                *("việc đến hạn", "nhiệm vụ quá hạn", "nhiệm vụ theo tiêu chí"),
                *("việc sắp đến hạn", "việc quá hạn", "việc gì sắp đến hạn", "hạn chót các việc"),
                *("việc phải xong trong tháng này", "việc trong quý này", "việc trong năm nay"),
                *("hạn hoàn thành nhiệm vụ", "phải hoàn thành những việc gì", "việc chậm tiến độ"),
            ),
            menu="Nhiệm vụ",
            menu_place=110,
            outlined=False,
            view=_page,
        )


def quarter(day: date) -> str:
    """«quý IV/2026»."""
    return f"quý {('I', 'II', 'III', 'IV')[quarter_of(day) - 1]}/{day.year}"


def to_quarter(v: PageContext) -> Anchor | None:
    """To what is due in this quarter, with how much that is; none where nothing is."""
    if not (found := this_quarter(v.library)):
        return None
    label = f"Đến hạn {quarter(v.today)}: {len(found)} việc"
    return Anchor(label, v.url(f"{URL}#{Term.QUARTER}"))


def _page(v: PageContext) -> DeadlinesPage:
    terms = by_deadline(v.library)
    sections = tuple(_term(v, term, ones) for term, ones in terms.items())
    topics = tuple(_topics(v, terms))
    places = [Anchor(one.title, f"#{one.id}", one.duties.count) for one in sections]
    return DeadlinesPage(
        crumbs=way(v, Anchor("Nhiệm vụ", v.url(f"{Duty.KIND}/")), Anchor("Theo thời hạn")),
        header=Header(title=TITLE, lead=LEAD),
        jump=jump([*places, *([Anchor("Theo tiêu chí", "#theo-tieu-chi")] if topics else [])]),
        terms=sections,
        topics=topics,
    )


def _term(v: PageContext, term: Term, duties: tuple[Duty, ...]) -> Section:
    return _section(v, term, _title(v, term), NOTES.get(term, ""), duties)


def _title(v: PageContext, term: Term) -> str:
    if term is Term.QUARTER:
        return f"Đến hạn {quarter(v.today)}"
    state = STATES.get(term)
    return named(v.library.lists, DutyState, state).label if state else TITLES[term]


def _topics(v: PageContext, terms: Mapping[Term, tuple[Duty, ...]]) -> Iterator[Section]:
    """By the six fields of the criteria, in their order; a duty may stand in several, or none."""
    duties = in_order(v, (one for ones in terms.values() for one in ones))
    for topic in values(v.library.lists, Topic).values():
        if mine := tuple(one for one in duties if topic in one.topics):
            yield _section(v, f"tieu-chi-{topic.value}", topic.label, "", mine)


def _section(v: PageContext, id: str, title: str, note: str, duties: tuple[Duty, ...]) -> Section:
    return Section(id, title, note, listed_in(v, duties, f"Nhiệm vụ: {title}", ALL))
