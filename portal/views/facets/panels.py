"""The panel of facets beside a list.

Comes in: the facets, the page context. Goes out: the view model of the panel; and, for the pages of
the values, the panel drawn once for each depth of address, for between two pages of one depth only
the mark of the place differs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from portal.kinds import BY_NAME
from portal.kinds.document import Document
from portal.views.context import PageContext
from portal.views.facets import Counted, Facets
from portal.views.parts import Anchor, Anchors, Folded, Header, Table, folded

AT_ONCE = 6
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FilterValue:
    """One value of a facet; `mark`: as scripts name it."""

    url: str
    mark: str
    label: str
    count: int
    current: bool = False
    """Whether it is the page one is at."""


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """The values of a facet, the first of them seen at once."""

    key: str
    label: str
    items: Folded[FilterValue]


@dataclass(frozen=True, slots=True)
class Filters:
    groups: tuple[FilterGroup, ...]
    noun: str
    """What is sorted apart: «văn bản»."""
    sorting: bool = False
    """Whether the list can be sorted too, by script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetedPage:
    """A table with the facets beside it: of all there is, of one value, or the values of a
    facet."""

    crumbs: tuple[Anchor, ...]
    header: Header
    ways: tuple[Anchors, ...] = ()
    """What else can be done with them, under `ways_label`."""
    ways_label: str = ""
    filters: Filters
    total: int
    count: str = ""
    table: Table | None = None
    values: tuple[Anchor, ...] = ()
    script_url: str = ""
    """Only where the table is narrowed in place."""


def filters(v: PageContext, facets: Facets, sorting: bool = False) -> Filters:
    """Those of the documents."""
    found = groups(v, f"{Document.KIND}/", facets.labels, facets.counted)
    return Filters(found, BY_NAME[Document.KIND].one, sorting)


def groups(
    v: PageContext,
    home: str,
    labels: Mapping[str, str],
    counted: Mapping[str, Sequence[Counted[T]]],
    here: str = "",
) -> tuple[FilterGroup, ...]:
    """Facets without values are left out. `home`: below which the values have their pages; `here`:
    the mark of the page that is looked at."""
    return tuple(
        FilterGroup(
            key,
            label,
            folded([filter_value(v, home, one, here) for one in counted[key]], AT_ONCE),
        )
        for key, label in labels.items()
        if counted.get(key)
    )


def filter_value(v: PageContext, home: str, one: Counted[T], here: str = "") -> FilterValue:
    url = v.url(f"{home}{one.facet}/{one.value.id}/")
    return FilterValue(url, one.mark, one.value.label, len(one.items), one.mark == here)


class Panels:
    """The links of all facets, for the pages of one build."""

    def __init__(self, draw: Callable[[str], str]) -> None:
        """`draw`: the panel as seen from an address."""
        self.draw = draw
        self.drawn: dict[int, str] = {}

    def panel(self, url: str, mark: str) -> Markup:
        """The panel of a page, which says where one is."""
        depth = url.count("/")
        if depth not in self.drawn:
            # No address of ours, so that all links come out the same way.
            self.drawn[depth] = self.draw(f"{Document.KIND}/{'-/' * (depth - 1)}")
        here = f'data-mark="{mark}"'
        return Markup(self.drawn[depth].replace(here, f'{here} aria-current="page"'))
