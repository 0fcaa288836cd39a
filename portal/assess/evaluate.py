"""One chỉ tiêu reckoned: exact fractions, no floating point. The twin of `core/evaluate.js`.

Comes in: a rule, its threshold, the quantities, what is known of them. Goes out: `Outcome`.
What cannot be reckoned is unknown, with the fault and the quantities it lies in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from portal.assess.model import Comparison, Quantity, Rounding, Rule, Threshold, Way

SHOWN, MOST_SHOWN = 2, 8
"""Decimals of a result as it is told; more where fewer would look like the threshold."""


class Verdict(StrEnum):
    EXCEEDED = "exceeded"
    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """Why nothing can be said."""

    MISSING = "missing"
    NEGATIVE = "negative"
    NOT_WHOLE = "notWhole"
    PART_EXCEEDS = "partExceeds"
    NO_DENOMINATOR = "zeroDenominator"
    NO_THRESHOLD = "noThreshold"


@dataclass(frozen=True, slots=True)
class Outcome:
    verdict: Verdict
    cause: Cause | None = None
    names: tuple[str, ...] = ()
    """The quantities the cause lies in."""
    value: str | None = None
    """The result, with a point before decimals."""
    gap: str | None = None
    """How far below (or above, where at most is allowed) the threshold."""
    steps: int | None = None
    """By how many the numerator has to change, the denominator staying; null where it cannot."""
    joining: int | None = None
    """How many have to join numerator and denominator alike."""


def evaluate(
    rule: Rule,
    threshold: Threshold | None,
    quantities: Iterable[Quantity],
    values: Mapping[str, str],
) -> Outcome:
    known = {one.id: one for one in quantities}
    if fault := _fault(rule, known, values):
        return fault
    above, below = (
        sum((Fraction(values[id]) for id in ids), Fraction(0))
        for ids in (rule.numerator, rule.denominator)
    )
    if rule.denominator and below == 0:
        return Outcome(Verdict.UNKNOWN, Cause.NO_DENOMINATOR, rule.denominator)
    result = _result(rule, above, below)
    if threshold is None or threshold.value is None:
        told = decimal(result, _digits(rule))
        return Outcome(Verdict.UNKNOWN, Cause.NO_THRESHOLD, value=told)
    return _judged(rule, threshold, known, above, below, result)


def _judged(
    rule: Rule,
    threshold: Threshold,
    known: Mapping[str, Quantity],
    above: Fraction,
    below: Fraction,
    result: Fraction,
) -> Outcome:
    assert threshold.value is not None
    limit, way = Fraction(threshold.value), threshold.comparison
    value = _told(result, limit, _digits(rule))
    if _holds(way, result, limit):
        more = way != Comparison.EQUAL and result != limit
        return Outcome(Verdict.EXCEEDED if more else Verdict.MET, value=value)
    whole = not any(known[id].fractional for id in (*rule.numerator, *rule.denominator))
    steps = _steps(rule, way, limit, above, below) if whole else None
    joining = _joining(rule, way, limit, above, below) if whole else None
    gap = _told(abs(limit - result), Fraction(0), _digits(rule))
    return Outcome(Verdict.UNMET, value=value, gap=gap, steps=steps, joining=joining)


# What cannot be reckoned


def _fault(rule: Rule, known: Mapping[str, Quantity], values: Mapping[str, str]) -> Outcome | None:
    named = tuple(dict.fromkeys((*rule.numerator, *rule.denominator)))

    def those(cause: Cause, wrong: Callable[[str], bool]) -> Outcome | None:
        found = tuple(id for id in named if wrong(id))
        return Outcome(Verdict.UNKNOWN, cause, found) if found else None

    return (
        those(Cause.MISSING, lambda id: id not in values or id not in known)
        or those(Cause.NEGATIVE, lambda id: Fraction(values[id]) < 0)
        or those(
            Cause.NOT_WHOLE,
            lambda id: not known[id].fractional and Fraction(values[id]).denominator != 1,
        )
        or _exceeding(rule, known, values)
    )


def _exceeding(
    rule: Rule, known: Mapping[str, Quantity], values: Mapping[str, str]
) -> Outcome | None:
    """A part above its whole; parts together above their one whole."""
    for id in dict.fromkeys((*rule.numerator, *rule.denominator)):
        for outer in known[id].within:
            if outer in values and Fraction(values[id]) > Fraction(values[outer]):
                return Outcome(Verdict.UNKNOWN, Cause.PART_EXCEEDS, (id, outer))
    if len(rule.denominator) == 1:
        (whole,) = rule.denominator
        parts = rule.numerator
        inside = all(whole in known[id].within for id in parts)
        if inside and sum(Fraction(values[id]) for id in parts) > Fraction(values[whole]):
            return Outcome(Verdict.UNKNOWN, Cause.PART_EXCEEDS, (*parts, whole))
    return None


# Arithmetic


def _result(rule: Rule, above: Fraction, below: Fraction) -> Fraction:
    exact = above / below * rule.scale if rule.denominator else above * rule.scale
    return _rounded(exact, rule.rounding) if rule.rounding else exact


def _rounded(value: Fraction, how: Rounding) -> Fraction:
    unit = Fraction(10) ** how.digits
    half = Fraction(1, 2) if how.way == Way.NEAREST else Fraction(0)
    return Fraction(floor(value * unit + half)) / unit


def _holds(way: Comparison, result: Fraction, limit: Fraction) -> bool:
    match way:
        case Comparison.AT_LEAST:
            return result >= limit
        case Comparison.AT_MOST:
            return result <= limit
        case Comparison.EQUAL:
            return result == limit


def _steps(
    rule: Rule, way: Comparison, limit: Fraction, above: Fraction, below: Fraction
) -> int | None:
    """The least change of the numerator; of parts no more than their whole has room for."""
    rises = _result(rule, above, below) < limit
    sign = 1 if rises else -1
    toward = Comparison.AT_LEAST if rises else Comparison.AT_MOST

    def result(change: int) -> Fraction:
        return _result(rule, above + sign * change, below)

    base = below if rule.denominator else Fraction(1)
    exact = _on_grid(rule, limit, rises) / rule.scale * base
    most = max(0, ceil(sign * (exact - above)))
    change = sign * _least(lambda one: _holds(toward, result(one), limit), most)
    full = rule.denominator and rule.scale != 1 and above + change > below
    if full or above + change < 0 or not _holds(way, result(abs(change)), limit):
        return None
    return change


def _on_grid(rule: Rule, limit: Fraction, up: bool) -> Fraction:
    """The nearest limit that a rounded result can have."""
    if rule.rounding is None:
        return limit
    unit = Fraction(10) ** rule.rounding.digits
    return Fraction(ceil(limit * unit) if up else floor(limit * unit)) / unit


def _joining(
    rule: Rule, way: Comparison, limit: Fraction, above: Fraction, below: Fraction
) -> int | None:
    share = _on_grid(rule, limit, True) / rule.scale
    if way != Comparison.AT_LEAST or not rule.denominator or share >= 1 or above > below:
        return None
    most = ceil((share * below - above) / (1 - share))
    return _least(lambda n: _holds(way, _result(rule, above + n, below + n), limit), most)


def _least(holds: Callable[[int], bool], most: int) -> int:
    """The least number from none to `most` for which it holds, as it does from there on."""
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


# Words


def _digits(rule: Rule) -> int:
    return rule.rounding.digits if rule.rounding else SHOWN


def _told(value: Fraction, limit: Fraction, digits: int) -> str:
    """Rounded, yet never so far that it would look like the limit."""
    while value != limit and Fraction(decimal(value, digits)) == limit:
        if digits == MOST_SHOWN:
            apart = Fraction(1, 10**MOST_SHOWN)
            return decimal(limit + (apart if value > limit else -apart), MOST_SHOWN)
        digits += 1
    return decimal(value, digits)


def decimal(value: Fraction, digits: int) -> str:
    """`71.43`: half up, without needless zeros."""
    unit = 10**digits
    units = floor(abs(value) * unit + Fraction(1, 2))
    whole, rest = divmod(units, unit)
    told = f"{rest:0{digits}d}".rstrip("0") if digits else ""
    sign = "-" if value < 0 and units else ""
    return f"{sign}{whole}" + (f".{told}" if told else "")
