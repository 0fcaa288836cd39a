"""Which parts of a set have a page of their own, on what each rests, by what it is asked for.

Comes in: a set. Goes out: its parts; the ids of what stands on the page of the set.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.kinds.base import Link, Part

if TYPE_CHECKING:
    from portal.kinds.criteria import CriteriaSet, Criterion, Indicator

_JOINED = re.compile(r"[,;]| và ")


def parts(whole: CriteriaSet) -> list[Part]:
    """A page for every tiêu chí that lists chỉ tiêu or says what it is about, then one for every
    chỉ tiêu of which is known how it is judged."""
    criteria = [
        Part(one.id, _name(one), "criterion", one, _sources(one), _asked(one))
        for one in whole.criteria
        if one.indicators or one.summary
    ]
    indicators = [
        Part(one.id, one.title, "indicator", (criterion, one), one.sources, _called(one))
        for criterion in whole.criteria
        for one in criterion.indicators
        if _is_judged(one)
    ]
    return criteria + indicators


def rows(whole: CriteriaSet) -> list[str]:
    """The others stand on the page of the set."""
    alone = {part.id for part in parts(whole)}
    return [id for id in whole.anchors() if id not in alone]


def _is_judged(one: Indicator) -> bool:
    return any((one.threshold, one.evidence, one.examples, one.judging, one.failings))


def _name(criterion: Criterion) -> str:
    return f"Tiêu chí {criterion.number}. {criterion.title}"


def _sources(criterion: Criterion) -> tuple[Link, ...]:
    own = (link for one in criterion.indicators for link in one.sources)
    return (*criterion.sources, *own)


def _asked(criterion: Criterion) -> tuple[str, ...]:
    """Who asks about a field asks by one of the things its title joins, «tài chính», or by what its
    chỉ tiêu are about."""
    things = filter(None, map(str.strip, _JOINED.split(criterion.title)))
    about = (f"tiêu chí về {criterion.title}", *things)
    return (*criterion.keywords, *about, *(one.title for one in criterion.indicators))


def _called(indicator: Indicator) -> tuple[str, ...]:
    is_share = indicator.threshold is not None and indicator.threshold.denominator is not None
    asked = ("bao nhiêu phần trăm",) if is_share else ()
    return ("tiêu chí", f"mức {indicator.level}", *asked)
