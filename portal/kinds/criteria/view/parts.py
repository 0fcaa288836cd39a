"""The page of a tiêu chí, and the page of a chỉ tiêu.

Comes in: a set and a part of it, the page context. Goes out: view models.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from portal.kinds import BY_NAME
from portal.kinds.criteria import CriteriaSet, Criterion, Indicator, Level
from portal.kinds.criteria.view.calculator import Calculator, calculator
from portal.kinds.criteria.view.proof import levels, papers
from portal.kinds.criteria.view.words import part_of, sheet_of, threshold
from portal.views.context import PageContext
from portal.views.names import cut
from portal.views.pages.crumbs import kind_of, way
from portal.views.pages.entry import link_groups
from portal.views.pages.frame import Beside, Frame, frame, sources_of
from portal.views.parts import Anchor, Fact, Header, LinkGroup, Pager, Table, columns, table
from portal.views.phrases import standing
from portal.views.view import PartBeside

OF_CRITERION = columns(("Chỉ tiêu", "wide"), "Ngưỡng", "Theo nguồn")


# A tiêu chí


@dataclass(frozen=True, slots=True)
class IndicatorsAt:
    """The chỉ tiêu of one level."""

    id: str
    title: str
    indicators: Table | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionPage:
    """Its chỉ tiêu by level, and what is not known."""

    frame: Frame
    worksheet: Anchor
    levels: tuple[IndicatorsAt, ...]
    related: tuple[LinkGroup, ...]
    """What is of the same lĩnh vực."""


def criterion(entry: CriteriaSet, at: PartBeside, v: PageContext) -> CriterionPage:
    one: Criterion = at.part.value
    header = Header(
        kind=f"Tiêu chí {one.number}, {v.short(entry.document)}",
        title=one.title,
        lead=v.inline(one.summary),
    )
    crumbs = _way(v, entry, Anchor(f"Tiêu chí {one.number}"))
    return CriterionPage(
        frame=_frame(v, entry, at, "Tiêu chí", header, crumbs, one),
        worksheet=sheet_of(v, entry, one.id),
        levels=tuple(_indicators(v, entry, one, level) for level in entry.levels),
        related=link_groups(v, v.backlinks_to(entry, one.id, one.topic)),
    )


def _indicators(v: PageContext, entry: CriteriaSet, one: Criterion, level: Level) -> IndicatorsAt:
    rows = [
        (
            part_of(v, entry, each.id, each.title),
            threshold(each.threshold),
            standing(v, each, entry),
        )
        for each in one.at_level(level.number)
    ]
    caption = f"Chỉ tiêu đã biết, {level.title.lower()}"
    made = table(caption, OF_CRITERION, rows) if rows else None
    return IndicatorsAt(f"muc-{level.number}", level.title, made)


def _way(v: PageContext, entry: CriteriaSet, *steps: Anchor) -> tuple[Anchor, ...]:
    home = Anchor(v.short(entry.document), v.url(entry))
    return way(v, kind_of(v, BY_NAME[entry.KIND]), home, *steps)


def _frame(
    v: PageContext,
    entry: CriteriaSet,
    at: PartBeside,
    what: str,
    header: Header,
    crumbs: tuple[Anchor, ...],
    item: Criterion | Indicator,
) -> Frame:
    """That of a part: its neighbours are parts, its sources its own. `what`: they are."""
    before, after = (
        part_of(v, entry, one.id, cut(one.title, 70)) if one else None
        for one in (at.before, at.after)
    )
    return frame(
        v,
        entry,
        Beside(),
        header=header,
        crumbs=crumbs,
        gaps=item.unknowns if isinstance(item, Criterion) else item.questions,
        sources=sources_of(v, item),
        pager=Pager(before, after, (f"{what} trước", f"{what} sau")),
    )


# A chỉ tiêu


@dataclass(frozen=True, slots=True)
class Told:
    """A section of lines."""

    id: str
    title: str
    texts: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """What it asks, how it is judged, what is not known."""

    frame: Frame
    facts: tuple[Fact, ...]
    worksheet: Anchor
    calculator: Calculator | None
    """None where no rule is known."""
    levels: Table | None
    """What asks the same at the other levels, where that is known."""
    told: tuple[Told, ...]
    missing: str
    """What of all this no source tells."""
    related: tuple[LinkGroup, ...]
    same_topic: Anchor


def indicator(entry: CriteriaSet, at: PartBeside, v: PageContext) -> IndicatorPage:
    whole: Criterion
    one: Indicator
    whole, one = at.part.value
    home = part_of(v, entry, whole.id, f"Tiêu chí {whole.number}")
    crumbs = _way(v, entry, home, Anchor(cut(one.title, 60)))
    header = Header(kind=f"Chỉ tiêu mức {one.level}, tiêu chí {whole.number}", title=one.title)
    topic = f"Các mục cùng lĩnh vực: {whole.topic.label}"
    reckoned, told = calculator(v, entry, one), _told(v, entry, one)
    nothing = [each.title.lower() for each in told if not each.texts]
    return IndicatorPage(
        # Why it was inferred stands with the threshold.
        frame=_frame(v, entry, at, "Chỉ tiêu", header, crumbs, replace(one, inferred=None)),
        facts=_facts(v, entry, one),
        worksheet=sheet_of(v, entry, one.id),
        calculator=reckoned,
        levels=levels(v, entry, one),
        told=tuple(each for each in told if each.texts),
        missing=", ".join(([] if reckoned else ["cách tính"]) + nothing),
        related=link_groups(v, v.backlinks_to(entry, one.id)),
        same_topic=Anchor(topic, f"{home.url}#lien-quan"),
    )


def _told(v: PageContext, entry: CriteriaSet, one: Indicator) -> tuple[Told, ...]:
    """What every page of a chỉ tiêu tells, in this order, where a source does."""
    return (
        Told("giay-to-minh-chung", "Minh chứng", papers(v, entry, one)),
        Told("cach-danh-gia", "Cách đánh giá", tuple(map(v.inline, one.judging))),
        Told("thieu-sot", "Thiếu sót thường gặp", tuple(map(v.inline, one.failings))),
        Told("vi-du", "Ví dụ", tuple(map(v.inline, one.examples))),
    )


def _facts(v: PageContext, entry: CriteriaSet, one: Indicator) -> tuple[Fact, ...]:
    """The threshold, large, with what it rests on; how it is counted; the clause."""
    large = f'<p class="threshold">{threshold(one.threshold)}</p>'
    missing = '<p class="unknown">Các nguồn không nêu ngưỡng của chỉ tiêu này.</p>'
    told = large if one.threshold else missing
    counted = ("numerator", "denominator", "period")
    rests_on = standing(v, one, entry)
    known = Markup(f"{told}<p>{rests_on}</p>") if one.threshold else Markup(told)
    return (
        Fact("Ngưỡng", known),
        *([] if one.threshold else [Fact("Chỉ tiêu theo", rests_on)]),
        *(v.rows(one.threshold, only=counted) if one.threshold else ()),
        *v.rows(one, only=["lead", "clause"]),
    )
