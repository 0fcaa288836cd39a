"""The public model of criteria sets: what browsers and other programs are given. Version 1.

Declared here once: `wire` makes JSON, its JSON Schema and the browser's types of these records.
Names are written in camelCase there. What is not known is null, never left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FORMAT, VERSION = "truong-chinh-tri-chuan/bo-tieu-chi", 1


class Comparison(StrEnum):
    AT_LEAST = "atLeast"
    EQUAL = "equal"
    AT_MOST = "atMost"


class Way(StrEnum):
    NEAREST = "nearest"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number each school knows of itself."""

    id: str
    title: str
    unit: str
    definition: str | None = None
    """What is counted; plain text."""
    as_of: str | None = None
    within: tuple[str, ...] = ()
    """Quantities it is part of, and so never larger than."""
    fractional: bool = False


@dataclass(frozen=True, slots=True)
class Rounding:
    way: Way
    digits: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A sum of quantities; where there is a denominator, over its sum, times the scale."""

    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()
    scale: int = 1
    """100 for a percentage."""
    rounding: Rounding | None = None
    """Before comparing; none: the exact result is compared."""


@dataclass(frozen=True, slots=True)
class Guide:
    """What helps with a tiêu chí: a model, a procedure, all of a field."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Threshold:
    comparison: Comparison
    sign: str
    unit: str
    value: str | None = None
    """A decimal number with a point; null where it is known only that there is a threshold."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Where the regulation says it."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """Chỉ tiêu."""

    id: str
    level: int
    title: str
    url: str | None = None
    """Its page, below the site's root."""
    clause: Clause | None = None
    threshold: Threshold | None = None
    counted: tuple[str, ...] = ()
    """In words: what is counted, then over what."""
    rule: Rule | None = None
    evidence: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    standing: str | None = None
    """How far to trust it, where that has to be said: «Suy ra», «Bản dịch máy»."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """Tiêu chí."""

    number: int
    title: str
    unknowns: tuple[str, ...] = ()
    guides: tuple[Guide, ...] = ()
    """Guidance and models of the same field, for what has to be done."""
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many chỉ tiêu a source counts: of the level, or of one tiêu chí of it."""

    value: int
    criterion: int | None = None


@dataclass(frozen=True, slots=True)
class Level:
    number: int
    title: str
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    id: str
    title: str
    document: str
    """The number of the regulation."""
    url: str
    levels: tuple[Level, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers a school may give."""

    value: str
    label: str
    tone: str
    met: bool = False
    """Counts as met."""
    exceeds: bool = False
    applies: bool = True
    """Counts in the total."""
    open: bool = False
    """Something has yet to be found out."""


@dataclass(frozen=True, slots=True)
class Published:
    format: str
    version: int
    untouched: str
    """The answer a chỉ tiêu begins with."""
    answers: tuple[Answer, ...]
    sets: tuple[CriteriaSet, ...]
