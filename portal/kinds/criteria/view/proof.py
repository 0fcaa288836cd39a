"""What proves a chỉ tiêu, and what stands beside it at another level.

Comes in: a set and one of its chỉ tiêu, the page context. Goes out: lines and a table.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from portal.kinds.criteria import CriteriaSet, Indicator
from portal.kinds.criteria.evidence import Paper, proofs
from portal.kinds.criteria.view.words import part_of, threshold
from portal.views.context import PageContext
from portal.views.names import cut
from portal.views.parts import Table, columns, table
from portal.views.phrases import standing, trusted

LEVELS = columns("Mức", ("Chỉ tiêu", "wide"), "Ngưỡng", ("Theo nguồn", "short"))


def papers(v: PageContext, entry: CriteriaSet, one: Indicator) -> tuple[Markup, ...]:
    """A line each: what it is, of what time, who keeps it, for which others it serves too."""
    return tuple(
        _paper(v, entry, told, one) if isinstance(told, Paper) else escape(told)
        for told in proofs(entry, one)
    )


def _paper(v: PageContext, entry: CriteriaSet, paper: Paper, one: Indicator) -> Markup:
    name = f"{paper.number}. {paper.title}" if paper.number else paper.title
    more = Markup(". ").join(_more(v, entry, paper, one))
    told = Markup('{} <span class="cell-more">{}.</span>').format(name, more) if more else name
    return Markup("{} {}").format(told, trusted(v, paper, entry, " "))


def _more(v: PageContext, entry: CriteriaSet, paper: Paper, one: Indicator) -> Iterator[Markup]:
    if paper.period:
        yield escape(f"Thời gian: {paper.period}")
    if paper.keeper:
        yield escape(f"Nơi giữ: {paper.keeper}")
    others = [
        part_of(v, entry, each.id, cut(each.title, 70))
        for each in entry.indicators
        if paper.id in each.evidence and each.id != one.id
    ]
    if others:
        yield Markup("Cũng dùng cho: {}").format(Markup("; ").join(others))


def levels(v: PageContext, entry: CriteriaSet, one: Indicator) -> Table | None:
    """It beside what asks the same at other levels; none where nothing is known to."""
    beside = [one, *counterparts(entry, one)]
    if len(beside) == 1:
        return None
    rows = [
        (
            f"Mức {each.level}",
            part_of(v, entry, each.id, each.title) if each is not one else each.title,
            threshold(each.threshold),
            standing(v, each, entry, short=True),
        )
        for each in sorted(beside, key=lambda each: each.level)
    ]
    return table("Cùng nội dung, các mức", LEVELS, rows)


def counterparts(entry: CriteriaSet, one: Indicator) -> list[Indicator]:
    """Told on either side."""
    return [
        each
        for each in entry.indicators
        if each.id in one.counterparts or one.id in each.counterparts
    ]
