"""What readers see of criteria sets: the page of a set and the list; parts and worksheets beside.

Comes in: a set, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds import Kind
from portal.kinds.criteria import Count, CriteriaSet, Criterion, Level
from portal.kinds.criteria.view.parts import criterion, indicator
from portal.kinds.criteria.view.words import part_of, sheet_of, threshold
from portal.kinds.criteria.view.worksheet import worksheet
from portal.kinds.document import Document
from portal.views.context import PageContext
from portal.views.documents import known_validity
from portal.views.pages import listing
from portal.views.pages.entry import Beside, Frame, Knowledge, frame, knowledge, related
from portal.views.pages.listing import ListFrame, ListPage
from portal.views.parts import Anchor, Fact, Form, LinkGroup, Row, Table, columns, table
from portal.views.phrases import note, standing, trusted, unknown
from portal.views.view import View

BY_LEVEL = columns("Chỉ tiêu", "Ngưỡng", ("Tiêu chí", "short"), ("Theo nguồn", "short"))


@dataclass(frozen=True, slots=True)
class AtLevel:
    """What is known of one level."""

    id: str
    title: str
    counts: tuple[Markup, ...]
    """How many chỉ tiêu it has, as each source says."""
    note: Markup
    indicators: Table | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPage:
    """Its tiêu chí, its levels, how many chỉ tiêu each source counts."""

    frame: Frame
    facts: tuple[Fact, ...]
    worksheet: Anchor
    criteria: Table | None
    counted: bool
    """Whether the table of tiêu chí tells numbers, of which has to be said what they count."""
    levels: tuple[AtLevel, ...]
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: CriteriaSet, beside: Beside, v: PageContext) -> SetPage:
    return SetPage(
        frame=frame(v, entry, beside),
        facts=tuple(v.rows(entry, only=["document", "replaces"])),
        worksheet=sheet_of(v, entry),
        criteria=_criteria(v, entry) if entry.criteria else None,
        counted=bool(entry.levels),
        levels=tuple(_level(v, entry, one) for one in entry.levels),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _criteria(v: PageContext, entry: CriteriaSet) -> Table:
    """Each tiêu chí with the number of its chỉ tiêu that have a source, by level."""
    rows = [
        Row((part_of(v, entry, one.id, f"{one.number}. {one.title}"), *_counts(entry, one)))
        for one in entry.criteria
    ]
    levels: list[tuple[str, Form]] = [(f"Mức {one.number}", "number") for one in entry.levels]
    heads = columns("Tiêu chí", *levels)
    caption = "Các tiêu chí và số chỉ tiêu cổng đã có nguồn để đăng"
    return Table(caption, heads, tuple(rows), small=True)


def _counts(entry: CriteriaSet, one: Criterion) -> list[int | Markup]:
    return [len(one.at_level(level.number)) or unknown("chưa có") for level in entry.levels]


def _level(v: PageContext, entry: CriteriaSet, level: Level) -> AtLevel:
    rows = [
        (
            part_of(v, entry, one.id, one.title),
            threshold(one.threshold),
            criterion.number,
            standing(v, one, entry, short=True),
        )
        for criterion in entry.criteria
        for one in criterion.at_level(level.number)
    ]
    caption = f"Chỉ tiêu đã có nguồn để đăng, {level.title.lower()}"
    return AtLevel(
        f"muc-{level.number}",
        level.title,
        tuple(_count(v, one, entry) for one in level.counts),
        note(v, level),
        table(caption, BY_LEVEL, rows) if rows else None,
    )


def _count(v: PageContext, one: Count, entry: CriteriaSet) -> Markup:
    of = f"Tiêu chí {one.criterion}" if one.criterion else "Cả mức"
    told = unknown("chưa rõ") if one.value is None else f"{one.value} chỉ tiêu"
    return Markup(f"{of}: {told} {trusted(v, one, entry, ' ')}")


# The list


@dataclass(frozen=True, slots=True)
class Set:
    """A set with its regulation and its tiêu chí."""

    id: str
    name: Markup
    summary: Markup
    document: Markup
    criteria: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class SetList:
    frame: ListFrame
    sets: tuple[Set, ...]


def listed(kind: Kind, entries: Sequence[CriteriaSet], at: ListPage, v: PageContext) -> SetList:
    return SetList(listing.frame(v, kind, entries, at), tuple(_set(v, one) for one in entries))


def _set(v: PageContext, entry: CriteriaSet) -> Set:
    document = v.library.get(entry.document)
    state = known_validity(v, document) if isinstance(document, Document) else ""
    return Set(
        entry.id,
        v.a(entry),
        v.inline(entry.summary),
        Markup(f"{v.a(entry.document)} {state}"),
        tuple(part_of(v, entry, one.id, one.title) for one in entry.criteria),
    )


VIEW = View(
    page=page,
    listing=listed,
    parts={"criterion": criterion, "indicator": indicator},
    worksheet=worksheet,
)
