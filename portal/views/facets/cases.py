"""Models by tiêu chí, sort, level of evidence, school, year: a page for every value; and the table
of what each model still leaves untold.

Comes in: the models. Goes out: pages that need no script; the list narrows itself in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from portal.kinds import BY_NAME
from portal.kinds.exemplar import COMPLETENESS, FACETS, Exemplar
from portal.kinds.exemplar.view.gaps import CompletenessPage, completeness
from portal.kinds.exemplar.view.rows import exemplar_table
from portal.text import number
from portal.views.context import PageContext
from portal.views.facets.panels import FacetedPage, Filters, filter_value, groups
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import kind_of, way
from portal.views.parts import Anchor, Header

KIND = BY_NAME[Exemplar.KIND]
HOME = f"{KIND.name}/"


def plan(inputs: Inputs) -> Iterator[Plan]:
    facets = inputs.exemplars
    if not facets.all:
        return
    yield _plan("completeness.html.jinja", COMPLETENESS, "Mức đầy đủ của các mô hình", completeness)
    for facet, values in facets.counted.items():
        title = f"{KIND.label} theo {FACETS[facet].lower()}"
        yield _plan("faceted.html.jinja", f"{HOME}{facet}/", title, partial(_facet, facet, title))
        for one in values:
            url, label = f"{HOME}{facet}/{one.value.id}/", f"{title}: {one.value.label}"
            yield _plan("faceted.html.jinja", url, label, partial(_value, one.mark))


def _plan(
    template: str,
    url: str,
    title: str,
    view: Callable[[PageContext], FacetedPage | CompletenessPage],
) -> Plan:
    return Plan(
        template=template,
        url=url,
        title=title,
        description=f"{title}.",
        label=KIND.label,
        searchable=url == COMPLETENESS,
        outlined=False,
        view=view,
    )


def _value(mark: str, v: PageContext) -> FacetedPage:
    facet = mark.partition(":")[0]
    one = next(each for each in v.exemplars.counted[facet] if each.mark == mark)
    return FacetedPage(
        crumbs=_way(v, facet, Anchor(one.value.label)),
        header=Header(kind=FACETS[facet], title=f"{KIND.label}: {one.value.label}"),
        filters=_filters(v, mark),
        total=len(one.items),
        count=f"{number(len(one.items))} {KIND.one}",
        table=exemplar_table(v, one.items, f"{FACETS[facet]}: {one.value.label}"),
    )


def _facet(facet: str, title: str, v: PageContext) -> FacetedPage:
    links = (filter_value(v, HOME, one) for one in v.exemplars.counted[facet])
    return FacetedPage(
        crumbs=_way(v, facet),
        header=Header(title=title),
        filters=_filters(v),
        total=len(v.exemplars.all),
        values=tuple(Anchor(one.label, one.url, one.count) for one in links),
    )


def _way(v: PageContext, facet: str, *steps: Anchor) -> tuple[Anchor, ...]:
    home = Anchor(FACETS[facet], v.url(f"{HOME}{facet}/"))
    return way(v, kind_of(v, KIND), home, *steps)


def _filters(v: PageContext, here: str = "") -> Filters:
    facets = v.exemplars
    return Filters(groups(v, HOME, facets.labels, facets.counted, here), KIND.one)
