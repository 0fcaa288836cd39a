"""What readers see of criteria sets: the page of a set and the list; parts and worksheets beside.

Comes in: a set, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.kinds import BY_NAME, Kind
from portal.kinds.criteria import ALL, Count, CriteriaSet, Criterion, Indicator, Level
from portal.kinds.criteria.view.parts import criterion, indicator
from portal.kinds.criteria.view.words import part_of, sheet_of, threshold
from portal.kinds.criteria.view.worksheet import worksheet
from portal.kinds.document import Document
from portal.kinds.lists import OwnTone
from portal.views.context import PageContext
from portal.views.documents import known_validity
from portal.views.pages import listing, set_maps
from portal.views.pages.entry import Knowledge, knowledge, related
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.pages.listing import ListFrame, ListPage
from portal.views.parts import Anchor, Anchors, Cell, Fact, Form, LinkGroup, Row, Table, columns
from portal.views.phrases import badge, note, standing, trusted, unknown
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
    worksheet: Anchor | None
    comparisons: tuple[Anchors, ...]
    """With other sets."""
    criteria: Table | None
    counted: bool
    """Whether the table of tiêu chí tells numbers, of which has to be said what they count."""
    reasons: tuple[Markup, ...]
    """Why tiêu chí that have no page of their own were inferred."""
    levels: tuple[AtLevel, ...]
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: CriteriaSet, beside: Beside, v: PageContext) -> SetPage:
    return SetPage(
        frame=frame(v, entry, beside),
        facts=tuple(v.rows(entry, only=["document", "replaces"])),
        worksheet=sheet_of(v, entry) if entry.indicators else None,
        comparisons=_comparisons(v, entry),
        criteria=_criteria(v, entry) if entry.criteria else None,
        counted=bool(entry.indicators),
        reasons=tuple(_reasons(v, entry)),
        levels=tuple(_level(v, entry, one) for one in entry.levels),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _comparisons(v: PageContext, entry: CriteriaSet) -> tuple[Anchors, ...]:
    found = set_maps.ways(v, entry)
    return (Anchors(found),) if found else ()


def _criteria(v: PageContext, entry: CriteriaSet) -> Table:
    """Each tiêu chí with the number of its chỉ tiêu that have a source, by level."""
    rows = [
        Row(
            (_part(v, entry, one.id, f"{one.number}. {one.title}"), *_counts(entry, one)),
            id=_own(entry, one.id),
        )
        for one in entry.criteria
    ]
    levels: list[tuple[str, Form]] = [(f"Mức {one.number}", "number") for one in entry.levels]
    heads = columns("Tiêu chí", *levels)
    caption = "Các tiêu chí và số chỉ tiêu đã có nguồn để đăng"
    return Table(caption, heads, tuple(rows), small=True)


def _part(v: PageContext, entry: CriteriaSet, id: str, label: str) -> Cell:
    """Its page; what has none is told here, and needs no way."""
    return label if _own(entry, id) else part_of(v, entry, id, label)


def _indicator(v: PageContext, entry: CriteriaSet, one: Indicator) -> Cell:
    """With all that its page would tell, where it has none."""
    if not _own(entry, one.id):
        return part_of(v, entry, one.id, one.title)
    told = (
        f'<span class="cell-more">Cần làm rõ: {v.inline(text)}</span>' for text in one.questions
    )
    return Markup(f"{escape(one.title)} {''.join(told)}{note(v, one)}")


def _reasons(v: PageContext, entry: CriteriaSet) -> Iterator[Markup]:
    told = [one.inferred for one in entry.criteria if one.inferred and _own(entry, one.id)]
    for text in dict.fromkeys(told):
        yield Markup("{} {}").format(badge("Suy ra", OwnTone.INFERRED), v.inline(text))


def _own(entry: CriteriaSet, id: str) -> str:
    """Its place on this page, where it has no other."""
    return id if id in BY_NAME[entry.KIND].rows(entry) else ""


def _counts(entry: CriteriaSet, one: Criterion) -> list[int | None]:
    return [len(one.at_level(level.number)) or None for level in entry.levels]


def _level(v: PageContext, entry: CriteriaSet, level: Level) -> AtLevel:
    rows = [
        Row(
            (
                _indicator(v, entry, one),
                threshold(one.threshold),
                criterion.number,
                standing(v, one, entry, short=True),
            ),
            id=_own(entry, one.id),
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
        Table(caption, BY_LEVEL, tuple(rows)) if rows else None,
    )


def _count(v: PageContext, one: Count, entry: CriteriaSet) -> Markup:
    of = f"Tiêu chí {one.criterion}" if one.criterion else "Tổng số"
    told = unknown("không rõ") if one.value is None else f"{one.value} chỉ tiêu"
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
    ways: tuple[Anchors, ...]
    """To the table of all chỉ tiêu, where there are any."""
    sets: tuple[Set, ...]


def listed(kind: Kind, entries: Sequence[CriteriaSet], at: ListPage, v: PageContext) -> SetList:
    total = sum(len(one.indicators) for one in entries)
    table = Anchor(
        "Bảng chỉ tiêu, lọc theo mức, tiêu chí, ngưỡng", v.url(f"{kind.name}/{ALL}/"), total
    )
    return SetList(
        listing.frame(v, kind, entries, at),
        (Anchors((table,)),) if total else (),
        tuple(_set(v, one) for one in entries),
    )


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
