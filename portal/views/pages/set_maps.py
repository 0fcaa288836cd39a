"""Two criteria sets side by side: what became of every chỉ tiêu.

Comes in: the sets that are held against another. Goes out: a page each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from portal.kinds import BY_NAME
from portal.kinds.criteria import CriteriaSet, Indicator
from portal.kinds.criteria.maps import Change, Pair, SetMap, change
from portal.kinds.criteria.view.words import part_of, threshold
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import kind_of, way
from portal.views.parts import Anchor, Header, Row, Table, columns
from portal.views.phrases import link, standing

KIND = BY_NAME[CriteriaSet.KIND]
LEAD = "Chỉ tiêu nào giữ nguyên, nâng lên, hạ xuống, mới hay bỏ; xét theo ngưỡng của hai bộ."


@dataclass(frozen=True, slots=True)
class Apart:
    """The chỉ tiêu of one set that the comparison does not name."""

    title: str
    indicators: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMapPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    tally: str
    """«3 giữ nguyên, 1 nâng lên»."""
    pairs: Table
    apart: tuple[Apart, ...]


def plan(inputs: Inputs) -> Iterator[Plan]:
    for new, old, one in mapped(inputs.library.of(CriteriaSet)):
        yield Plan(
            template="set-map.html.jinja",
            url=path_of(new, old),
            title=f"Đối chiếu chỉ tiêu: {new.title} và {old.title}",
            description=LEAD,
            label=KIND.label,
            outlined=False,
            view=partial(_page, new, old, one),
        )


def path_of(new: CriteriaSet, old: CriteriaSet) -> str:
    return f"{KIND.name}/{new.id}/so-voi-{old.id}/"


def mapped(sets: Sequence[CriteriaSet]) -> Iterator[tuple[CriteriaSet, CriteriaSet, SetMap]]:
    """New, old, what goes together; only where both are published and something does."""
    known = {one.id: one for one in sets}
    for new in sets:
        for one in new.maps:
            if (old := known.get(one.other.id)) and one.pairs:
                yield new, old, one


def _page(new: CriteriaSet, old: CriteriaSet, one: SetMap, v: PageContext) -> SetMapPage:
    names = [v.short(each.document) for each in (old, new)]
    told = [(pair, _known(old, pair.old), _known(new, pair.new)) for pair in one.pairs]
    shown = [(pair, olds, news) for pair, olds, news in told if olds or news]
    counts = Counter(change(olds, news) for _, olds, news in shown)
    return SetMapPage(
        crumbs=way(v, kind_of(v, KIND), Anchor(names[1], v.url(new)), Anchor(f"So với {names[0]}")),
        header=Header(title=f"Chỉ tiêu của {names[1]} so với {names[0]}", lead=Markup(LEAD)),
        tally=", ".join(f"{counts[each]} {each.value.lower()}" for each in Change if counts[each]),
        pairs=Table(
            "Từng chỉ tiêu của hai bộ",
            columns("Thay đổi", (names[0], "wide"), (names[1], "wide"), ("Theo nguồn", "short")),
            tuple(_row(v, old, new, *each) for each in shown),
        ),
        apart=tuple(
            Apart(f"Chưa đối chiếu, {name}", left)
            for name, whole, named in (
                (names[0], old, [olds for _, olds, _ in shown]),
                (names[1], new, [news for _, _, news in shown]),
            )
            if (left := tuple(_apart(v, whole, named)))
        ),
    )


def _known(whole: CriteriaSet, codes: Sequence[str]) -> list[Indicator]:
    """What is not published is left out."""
    return [one for one in whole.indicators if one.id in codes]


def _row(
    v: PageContext,
    old: CriteriaSet,
    new: CriteriaSet,
    pair: Pair,
    olds: Sequence[Indicator],
    news: Sequence[Indicator],
) -> Row:
    return Row(
        (
            change(olds, news).value,
            _side(v, old, olds, "chưa có"),
            _side(v, new, news, "không còn"),
            standing(v, pair, new, short=True),
        )
    )


def _side(v: PageContext, whole: CriteriaSet, found: Sequence[Indicator], none: str) -> Markup:
    """Each with its threshold."""
    lines = (Markup(" ").join(_told(part_of(v, whole, one.id, one.title), one)) for one in found)
    return Markup("<br>").join(lines) or escape(none)


def _told(name: Anchor, one: Indicator) -> Iterator[Markup]:
    yield link(name.url, name.label)
    if one.threshold:
        yield threshold(one.threshold) or Markup()


def _apart(
    v: PageContext, whole: CriteriaSet, named: Sequence[Sequence[Indicator]]
) -> Iterator[Anchor]:
    taken = {one.id for each in named for one in each}
    for one in whole.indicators:
        if one.id not in taken:
            yield part_of(v, whole, one.id, one.title)


def ways(v: PageContext, whole: CriteriaSet) -> tuple[Anchor, ...]:
    """From the page of either set."""
    return tuple(
        Anchor(f"So từng chỉ tiêu với {v.short(other.document)}", v.url(path_of(new, old)))
        for new, old, _ in mapped(v.library.of(CriteriaSet))
        for other in (new, old)
        if whole.link in (new.link, old.link) and other.link != whole.link
    )
