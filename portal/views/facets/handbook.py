"""One table of all chỉ tiêu, and a page for every value by which they are sorted apart.

Comes in: the criteria sets. Goes out: pages that need no script; `web/library` narrows the table in
place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from markupsafe import Markup

from portal.kinds import BY_NAME
from portal.kinds.criteria import ALL, FACETS, CriteriaSet
from portal.kinds.criteria.view.words import part_of, sheet_of, threshold
from portal.text import number
from portal.views.context import PageContext
from portal.views.facets.indicators import IndicatorFacets, Placed
from portal.views.facets.panels import FacetedPage, Filters, filter_value, groups
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import kind_of, way
from portal.views.parts import Anchor, Anchors, Header, Row, Table, columns
from portal.views.phrases import standing

KIND = BY_NAME[CriteriaSet.KIND]
HOME = f"{KIND.name}/{ALL}/"
TITLE, NOUN = "Bảng chỉ tiêu", "chỉ tiêu"
LEAD = "Chỉ tiêu đã có nguồn để đăng của các bộ tiêu chí; địa chỉ của trang giữ cách lọc."
_BY_SET, LEVEL, *_ = FACETS
ASKED = ("chỉ tiêu", "các chỉ tiêu", "điều kiện", "điều kiện đạt", "yêu cầu", "yêu cầu của")
"""What the list of a level is asked for by: «điều kiện đạt mức 2»."""
HEADS = columns(
    ("Chỉ tiêu", "wide"),
    ("Bộ", "short"),
    ("Mức", "short"),
    ("Tiêu chí", "short"),
    "Ngưỡng",
    ("Theo nguồn", "short"),
)


def plan(inputs: Inputs) -> Iterator[Plan]:
    facets = inputs.indicators
    if not facets.all:
        return
    yield _plan(HOME, TITLE, LEAD, _all, menu=KIND.menu)
    for facet, values in facets.counted.items():
        title = f"Chỉ tiêu theo {FACETS[facet].lower()}"
        yield _plan(f"{HOME}{facet}/", title, f"{title}.", partial(_facet, facet))
        for one in values:
            label = f"{title}: {one.value.label}"
            url = f"{HOME}{facet}/{one.value.id}/"
            names = _names(one.value.label) if facet == LEVEL else ()
            yield _plan(url, label, f"{label}.", partial(_value, one.mark), names=names)


def _names(level: str) -> tuple[str, ...]:
    return tuple(f"{asked} {level.lower()}" for asked in ASKED)


def _plan(
    url: str,
    title: str,
    description: str,
    view: Callable[[PageContext], FacetedPage],
    menu: str = "",
    names: tuple[str, ...] = (),
) -> Plan:
    return Plan(
        template="faceted.html.jinja",
        url=url,
        title=title,
        description=description,
        label=KIND.label,
        menu=menu,
        menu_place=110,
        names=names,
        searchable=bool(menu),
        outlined=False,
        view=view,
    )


def _all(v: PageContext) -> FacetedPage:
    facets = v.indicators
    sheets = tuple(
        Anchor(f"{sheet_of(v, one).label}, {v.short(one.document)}", sheet_of(v, one).url)
        for one in v.library.of(CriteriaSet)
        if one.indicators
    )
    return FacetedPage(
        crumbs=way(v, kind_of(v, KIND), Anchor(TITLE)),
        header=Header(title=TITLE, lead=LEAD),
        ways=(Anchors(sheets),),
        ways_label="Phiếu để in và ghi tay",
        filters=_filters(v, facets),
        total=len(facets.all),
        count=_count(len(facets.all)),
        table=_table(v, facets, facets.all, f"{TITLE}, theo bộ rồi theo tiêu chí"),
        script_url=v.url("assets/js/filter.js"),
    )


def _value(mark: str, v: PageContext) -> FacetedPage:
    facets = v.indicators
    facet = mark.partition(":")[0]
    one = next(each for each in facets.counted[facet] if each.mark == mark)
    return FacetedPage(
        crumbs=_way(v, facet, Anchor(one.value.label)),
        header=Header(kind=FACETS[facet], title=f"Chỉ tiêu: {one.value.label}"),
        filters=_filters(v, facets, mark),
        total=len(one.items),
        count=_count(len(one.items)),
        table=_table(v, facets, one.items, f"{FACETS[facet]}: {one.value.label}"),
    )


def _facet(facet: str, v: PageContext) -> FacetedPage:
    facets = v.indicators
    links = (filter_value(v, HOME, one) for one in facets.counted[facet])
    return FacetedPage(
        crumbs=_way(v, facet),
        header=Header(title=f"Chỉ tiêu theo {FACETS[facet].lower()}"),
        filters=_filters(v, facets),
        total=len(facets.all),
        values=tuple(Anchor(one.label, one.url, one.count) for one in links),
    )


def _way(v: PageContext, facet: str, *steps: Anchor) -> tuple[Anchor, ...]:
    table = Anchor(TITLE, v.url(HOME))
    return way(v, kind_of(v, KIND), table, Anchor(FACETS[facet], v.url(f"{HOME}{facet}/")), *steps)


def _filters(v: PageContext, facets: IndicatorFacets, here: str = "") -> Filters:
    return Filters(groups(v, HOME, facets.labels, facets.counted, here), NOUN)


def _count(total: int) -> str:
    return f"{number(total)} {NOUN}"


def _table(v: PageContext, facets: IndicatorFacets, found: Sequence[Placed], caption: str) -> Table:
    return Table(caption, HEADS, tuple(_row(v, facets, one) for one in found))


def _row(v: PageContext, facets: IndicatorFacets, one: Placed) -> Row:
    cells = (
        part_of(v, one.set, one.indicator.id, one.indicator.title),
        v.short(one.set.document),
        str(one.indicator.level),
        Markup('<span title="{}">{}</span>').format(one.criterion.title, one.criterion.number),
        threshold(one.indicator.threshold),
        standing(v, one.indicator, one.set, short=True),
    )
    return Row(cells, {"marks": facets.marks(one)})
