"""By what chỉ tiêu are sorted apart: set, level, tiêu chí, how it is judged, threshold, who leads.

Comes in: the criteria sets. Goes out: every chỉ tiêu with its values, and the values of each facet
with what has them. Refuses to know: pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from portal.addresses import segment
from portal.kinds.criteria import FACETS, CriteriaSet, Criterion, Indicator
from portal.kinds.criteria.soundness import PERCENT
from portal.kinds.document import Document
from portal.library import Library
from portal.views.facets import Counted, Value, counted

RATIO = Value("ty-le", "Tỷ lệ", 1)
NUMBER = Value("so-luong", "Số lượng", 2)
NO_WAY = Value("chua-ro", "Nguồn không nêu cách xét", last=True)
KNOWN = Value("da-ro", "Đã rõ ngưỡng", 1)
NO_NUMBER = Value("chua-ro-so", "Có ngưỡng, chưa rõ số", 2)
NO_THRESHOLD = Value("chua-ro", "Nguồn không nêu ngưỡng", last=True)
NOBODY = Value("chua-ro", "Nguồn không nêu", last=True)


@dataclass(frozen=True, slots=True)
class Placed:
    """A chỉ tiêu with its set and its tiêu chí."""

    set: CriteriaSet
    criterion: Criterion
    indicator: Indicator


class IndicatorFacets:
    """All facets of the chỉ tiêu of one library; those that part nothing are left out."""

    labels = FACETS

    def __init__(self, library: Library) -> None:
        self._library = library
        self.all = [
            Placed(one, criterion, indicator)
            for one in library.of(CriteriaSet)
            for criterion in one.criteria
            for indicator in criterion.indicators
        ]

    @cached_property
    def counted(self) -> Mapping[str, list[Counted[Placed]]]:
        """Facet → its values in order."""
        found = {
            facet: counted(facet, ((one, self.values(one)[facet]) for one in self.all))
            for facet in FACETS
        }
        return {facet: values for facet, values in found.items() if len(values) > 1}

    def marks(self, one: Placed) -> str:
        """What a row carries: `muc:muc-1 nguong:da-ro …`"""
        values = self.values(one)
        return " ".join(f"{facet}:{each.id}" for facet in self.counted for each in values[facet])

    def values(self, one: Placed) -> Mapping[str, tuple[Value, ...]]:
        """Facet → its values, in the order of the facets."""
        made = (
            (self._set(one.set),),
            (
                Value(
                    f"muc-{one.indicator.level}", f"Mức {one.indicator.level}", one.indicator.level
                ),
            ),
            (criterion_value(one.criterion),),
            (_way(one.indicator),),
            (_threshold(one.indicator),),
            tuple(self._lead(one.indicator)) or (NOBODY,),
        )
        return dict(zip(FACETS, made, strict=True))

    def _set(self, one: CriteriaSet) -> Value:
        document = self._library.get(one.document)
        place = self._library.of(CriteriaSet).index(one) + 1
        return Value(one.id, document.short if isinstance(document, Document) else one.title, place)

    def _lead(self, one: Indicator) -> Iterator[Value]:
        for link in one.lead:
            if unit := self._library.get(link):
                yield Value(unit.id, unit.name)


def criterion_value(one: Criterion) -> Value:
    """By number and name: sets may name the same number otherwise."""
    label = f"{one.number}. {one.title}"
    return Value(segment(label, 60), label, one.number)


def _way(one: Indicator) -> Value:
    if one.threshold is None:
        return NO_WAY
    return RATIO if one.threshold.denominator or one.threshold.unit == PERCENT else NUMBER


def _threshold(one: Indicator) -> Value:
    if one.threshold is None:
        return NO_THRESHOLD
    return NO_NUMBER if one.threshold.value is None else KNOWN
