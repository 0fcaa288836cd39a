"""Self-assessment by hand: of the whole set, of one tiêu chí, or of one chỉ tiêu.

Comes in: a set and a part of it, the page context. Goes out: the view model of the worksheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.kinds.base import Part
from portal.kinds.criteria import CriteriaSet, Criterion, Indicator
from portal.kinds.criteria.evidence import titles
from portal.kinds.criteria.view.words import SHEET, threshold
from portal.text import upper_first
from portal.views.context import PageContext
from portal.views.pages.worksheets import SheetFrame, blanks, boxes, frame
from portal.views.parts import NOTHING, Row, Table, columns
from portal.views.phrases import standing

HEADS = columns(
    ("Chỉ tiêu", "wide"),
    "Số liệu của trường",
    ("Tự đánh giá", "short"),
    ("Minh chứng", "wide"),
    ("Người thực hiện, ngày", "short"),
)
NOT_TOLD = "các nguồn không nêu"
ANSWERS = boxes(["Đạt", "Vượt", "Chưa đạt"])
OTHERS = 2
"""Empty lines under a tiêu chí, for chỉ tiêu that have no source yet."""
OTHER = Row(("Chỉ tiêu khác:", NOTHING, ANSWERS, NOTHING, NOTHING))


@dataclass(frozen=True, slots=True)
class Assessed:
    """One tiêu chí to be judged."""

    id: str
    title: str
    table: Table
    others: tuple[Row, ...]
    questions: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfAssessment:
    frame: SheetFrame
    blanks: Markup
    alone: bool
    """Whether it is of one chỉ tiêu; else it has to say that its list is not complete."""
    criteria: tuple[Assessed, ...]
    result: tuple[Markup, ...]
    """What comes out in the end: of a whole set only."""


def worksheet(entry: CriteriaSet, part: Part | None, v: PageContext) -> SelfAssessment:
    alone = part is not None and not isinstance(part.value, Criterion)
    return SelfAssessment(
        frame=frame(v, entry, part, f"{SHEET}, {v.short(entry.document)}"),
        blanks=blanks(["Trường", "Số liệu tính đến ngày", "Ngày lập phiếu"]),
        alone=alone,
        criteria=tuple(
            _assessed(v, entry, criterion, indicators, alone)
            for criterion, indicators in _asked(entry, part)
        ),
        result=() if part else _result(entry),
    )


def _asked(entry: CriteriaSet, part: Part | None) -> list[tuple[Criterion, tuple[Indicator, ...]]]:
    """Every tiêu chí of the set, or just what the part is."""
    if part is None:
        return [(criterion, criterion.indicators) for criterion in entry.criteria]
    if isinstance(part.value, Criterion):
        return [(part.value, part.value.indicators)]
    criterion, indicator = part.value
    return [(criterion, (indicator,))]


def _assessed(
    v: PageContext,
    entry: CriteriaSet,
    criterion: Criterion,
    indicators: Sequence[Indicator],
    alone: bool,
) -> Assessed:
    caption = f"Các chỉ tiêu của tiêu chí {criterion.number} và chỗ để ghi"
    rows = tuple(_row(v, entry, one) for one in indicators)
    questions = indicators[0].questions if alone else ()
    return Assessed(
        criterion.id,
        f"Tiêu chí {criterion.number}. {criterion.title}",
        Table(caption, HEADS, rows),
        () if alone else (OTHER,) * OTHERS,
        boxes(questions) if questions else NOTHING,
    )


def _row(v: PageContext, entry: CriteriaSet, one: Indicator) -> Row:
    standing_of = standing(v, one, entry, short=True)
    more = f"Mức {one.level}. Ngưỡng: {threshold(one.threshold) or NOT_TOLD} {standing_of}"
    asked = Markup(f'{escape(one.title)}<span class="cell-more">{more}</span>')
    proofs = titles(entry, one)
    return Row((asked, _counted(one), ANSWERS, boxes(proofs) if proofs else NOTHING, NOTHING))


def _counted(one: Indicator) -> Markup:
    """Room for the numerator, and for the denominator where there is one."""
    if not one.threshold or not one.threshold.numerator:
        return NOTHING
    names = (one.threshold.numerator, one.threshold.denominator)
    return blanks(upper_first(name) for name in names if name)


def _result(entry: CriteriaSet) -> tuple[Markup, ...]:
    levels = boxes([*(level.title for level in entry.levels), "Chưa đạt mức nào"])
    return levels, blanks(["Số chỉ tiêu đạt", "Trên tổng số", "Số chỉ tiêu vượt"])
