"""How a chỉ tiêu is reckoned: formula and example in words, and what the browser needs for it.

Comes in: a chỉ tiêu with a rule, the page context. Goes out: the view model of the section.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from portal.assess import model, plain
from portal.assess.evaluate import evaluate
from portal.kinds.criteria import CriteriaSet, Indicator
from portal.kinds.page import ASSESSMENT
from portal.text import number
from portal.views.assess.published import inline, of_one
from portal.views.compact import compact
from portal.views.context import PageContext
from portal.views.parts import Anchor

SUPPOSED = 40
"""The whole that the example supposes; no school's figure."""


@dataclass(frozen=True, slots=True)
class Calculator:
    formula: str
    example: str
    """What the threshold comes to at a supposed whole; empty where that says nothing."""
    data: Markup
    """The rule, as the browser reads it."""
    whole: Anchor
    """The whole set can be assessed there."""


def calculator(v: PageContext, entry: CriteriaSet, one: Indicator) -> Calculator | None:
    published = of_one(v, entry, one)
    if published is None:
        return None
    told = compact(plain(published))
    (only,) = published.sets
    return Calculator(
        _formula(only),
        _example(only),
        Markup(inline(told)),
        Anchor("Tự rà soát cả bộ", v.url(f"{ASSESSMENT}/")),
    )


def _parts(only: model.CriteriaSet) -> tuple[model.Indicator, model.Rule, str, str]:
    """The chỉ tiêu, its rule, numerator and denominator in words."""
    (indicator,) = only.criteria[0].indicators
    assert indicator.rule
    names = {one.id: f"«{one.title}»" for one in only.quantities}
    above, below = (
        " + ".join(names[id] for id in ids)
        for ids in (indicator.rule.numerator, indicator.rule.denominator)
    )
    return indicator, indicator.rule, above, below


def _formula(only: model.CriteriaSet) -> str:
    _, rule, above, below = _parts(only)
    if not below:
        return above
    several = [f"({one})" if " + " in one else one for one in (above, below)]
    return " ÷ ".join(several) + ("\u00a0×\u00a0100%" if rule.scale != 1 else "")


def _example(only: model.CriteriaSet) -> str:
    """By the evaluator itself: from nothing, how many it takes."""
    indicator, rule, above, below = _parts(only)
    if len(rule.denominator) != 1:
        return ""
    values = dict.fromkeys(rule.numerator, "0") | {rule.denominator[0]: str(SUPPOSED)}
    steps = evaluate(rule, indicator.threshold, only.quantities, values).steps
    if not steps or not indicator.threshold:
        return ""
    least = indicator.threshold.comparison == model.Comparison.AT_LEAST
    unit = next(one.unit for one in only.quantities if one.id == rule.numerator[0])
    how = "phải từ" if least else "phải đúng"
    more = " trở lên" if least else ""
    return f"Giả sử {below} là {SUPPOSED} thì {above} {how} {number(steps)} {unit}{more}."
