"""Criteria sets in their public form, and the two files of it: data and JSON Schema.

Comes in: the sets as readers may see them. Goes out: records of `portal.assess.model`. A rule
whose quantities may not all be told is not told either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from portal.assess import json_schema, model, plain
from portal.kinds.answer import Answer
from portal.kinds.base import Link
from portal.kinds.criteria import CriteriaSet, Criterion, Indicator, Level, Threshold
from portal.kinds.criteria.evidence import titles
from portal.kinds.criteria.lists import Comparison, SelfAnswer, Untouched
from portal.kinds.criteria.quantities import Quantity, Rule, Way
from portal.kinds.criteria.soundness import PERCENT
from portal.kinds.exemplar import Exemplar
from portal.kinds.lists import values
from portal.kinds.page import ASSESSMENT
from portal.kinds.procedure import Procedure
from portal.views.context import PageContext
from portal.views.outputs import Asset
from portal.views.renderer import Renderer

DATA, SCHEMA = f"{ASSESSMENT}/bo-tieu-chi.json", f"{ASSESSMENT}/bo-tieu-chi.schema.json"
COMPARISONS = {
    Comparison.AT_LEAST: model.Comparison.AT_LEAST,
    Comparison.EQUAL: model.Comparison.EQUAL,
    Comparison.AT_MOST: model.Comparison.AT_MOST,
}
HELPFUL = (Exemplar, Procedure, Answer)
FEW = 3
WAYS = {Way.NEAREST: model.Way.NEAREST, Way.DOWN: model.Way.DOWN}


def files(renderer: Renderer) -> Iterator[Asset]:
    yield Asset(DATA, _told(plain(published(renderer.page_context("")))))
    yield Asset(SCHEMA, _told(json_schema(model.Published, "bo-tieu-chi.schema.json")))


def inline(told: str) -> str:
    """JSON as it may stand inside a page."""
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _told(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def published(v: PageContext) -> model.Published:
    """All sets; addresses are seen from the page that asks."""
    answers = tuple(map(_answer, values(v.library.lists, SelfAnswer).values()))
    sets = tuple(_set(v, one) for one in v.library.of(CriteriaSet))
    return model.Published(model.FORMAT, model.VERSION, Untouched.NOT_YET, answers, sets)


def of_one(v: PageContext, whole: CriteriaSet, one: Indicator) -> model.Published | None:
    """One chỉ tiêu with the quantities it is reckoned from; none where it has no rule to tell."""
    known = {each.id for each in whole.quantities}
    made = _indicator(v, whole, one, known)
    if made.rule is None:
        return None
    by_id = {each.id: each for each in whole.quantities}
    used = dict.fromkeys((*made.rule.numerator, *made.rule.denominator))
    quantities = tuple(_quantity(v, by_id[id]) for id in used)
    answers = tuple(map(_answer, values(v.library.lists, SelfAnswer).values()))
    alone = model.Criterion(0, "", indicators=(made,))
    told = model.CriteriaSet(whole.id, "", "", "", (), quantities, (alone,))
    return model.Published(model.FORMAT, model.VERSION, Untouched.NOT_YET, answers, (told,))


def _answer(one: SelfAnswer) -> model.Answer:
    return model.Answer(
        one.value, one.label, one.tone, one.met, one.exceeds, not one.apart, one.open
    )


def _set(v: PageContext, one: CriteriaSet) -> model.CriteriaSet:
    known = {quantity.id for quantity in one.quantities}
    criteria = tuple(_criterion(v, one, criterion, known) for criterion in one.criteria)
    rules = (indicator.rule for criterion in criteria for indicator in criterion.indicators)
    used = {id for rule in rules if rule for id in (*rule.numerator, *rule.denominator)}
    return model.CriteriaSet(
        one.id,
        one.title,
        v.short(one.document),
        v.url(one),
        tuple(map(_level, one.levels)),
        tuple(_quantity(v, each) for each in one.quantities if each.id in used),
        criteria,
    )


def _level(one: Level) -> model.Level:
    counts = dict.fromkeys((each.value, each.criterion) for each in one.counts)
    told = tuple(model.Count(value, of) for value, of in counts if value is not None)
    return model.Level(one.number, one.title, told)


def _quantity(v: PageContext, one: Quantity) -> model.Quantity:
    definition = v.plain(one.definition, 400) if one.definition else None
    return model.Quantity(
        one.id, one.title, one.unit, definition, one.as_of, one.within, one.fractional
    )


def _criterion(
    v: PageContext, whole: CriteriaSet, one: Criterion, known: set[str]
) -> model.Criterion:
    made = tuple(_indicator(v, whole, each, known) for each in one.indicators)
    return model.Criterion(one.number, one.title, one.unknowns, _guides(v, one), made)


def _guides(v: PageContext, one: Criterion) -> tuple[model.Guide, ...]:
    """Models first: they show how others did it; a few of each, for a page that is small."""
    about = v.library.about(one.topic)
    chosen = (each for kind in HELPFUL for each in [e for e in about if isinstance(e, kind)][:FEW])
    return tuple(model.Guide(each.title, v.url(each)) for each in chosen)


def _indicator(
    v: PageContext, whole: CriteriaSet, one: Indicator, known: set[str]
) -> model.Indicator:
    told = one.threshold
    counted = (told.numerator, told.denominator) if told else ()
    standing = v.standing(one, whole)
    return model.Indicator(
        one.id,
        one.level,
        one.title,
        v.url(Link(whole.KIND, whole.id, one.id)),
        _clause(v, one.clause),
        _threshold(told) if told else None,
        tuple(filter(None, counted)),
        _rule(told, told.rule, known) if told and told.rule else None,
        titles(whole, one),
        one.questions,
        standing.label or None,
    )


def _clause(v: PageContext, link: Link | None) -> model.Clause | None:
    if link is None or v.library.get(link) is None:
        return None
    title = ", ".join(filter(None, (v.place(link), v.short(link))))
    return model.Clause(title, v.url(link))


def _threshold(told: Threshold) -> model.Threshold:
    value = _decimal(told.value) if told.value is not None else None
    way = COMPARISONS[Comparison(told.operator.value)]
    return model.Threshold(way, told.operator.sign, told.unit, value)


def _decimal(value: Decimal) -> str:
    told = f"{value:f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def _rule(told: Threshold, rule: Rule, known: set[str]) -> model.Rule | None:
    if not known.issuperset((*rule.numerator, *rule.denominator)):
        return None
    how = rule.rounding
    rounding = model.Rounding(WAYS[how.way], how.digits) if how else None
    scale = 100 if told.unit == PERCENT else 1
    return model.Rule(rule.numerator, rule.denominator, scale, rounding)
