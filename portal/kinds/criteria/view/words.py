"""What all pages of criteria sets say alike: thresholds, the ways to parts and to worksheets.

Comes in: a set, the page context. Goes out: phrases and links.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from portal.kinds.base import WORKSHEET, Link
from portal.kinds.criteria import CriteriaSet, Threshold
from portal.text import number
from portal.views.context import PageContext
from portal.views.parts import UNKNOWN, Anchor
from portal.views.phrases import unknown

SHEET = "Phiếu tự đánh giá"


def threshold(told: Threshold | None) -> Markup:
    """«≥ 75%», «= 100%», or that it is not known."""
    if told is None:
        return UNKNOWN
    if told.value is None:
        return unknown("có ngưỡng, chưa rõ bao nhiêu")
    unit = told.unit if told.unit == "%" else f" {told.unit}"
    sign = escape(told.operator.sign)
    return Markup(f'<span class="number">{sign} {number(told.value)}{escape(unit)}</span>')


def part_of(v: PageContext, entry: CriteriaSet, id: str, label: str) -> Anchor:
    """The page of a part, or its place on the page of the set."""
    return Anchor(label, v.url(Link(entry.KIND, entry.id, id)))


def sheet_of(v: PageContext, entry: CriteriaSet, id: str = "") -> Anchor:
    home = f"{v.url(entry)}{id}/" if id else v.url(entry)
    return Anchor(SHEET, f"{home}{WORKSHEET}/")
