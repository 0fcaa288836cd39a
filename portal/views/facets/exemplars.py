"""By what models are sorted apart: tiêu chí, sort, level of evidence, school, year.

Comes in: the library. Goes out: the values of every model, and the values of each facet with what
has them. Refuses to know: pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from portal.kinds.criteria import CriteriaSet, Criterion
from portal.kinds.exemplar import FACETS, Exemplar
from portal.library import Library
from portal.library.evidence import Evidence, of_model
from portal.views.facets import Counted, Value, counted
from portal.views.facets.indicators import criterion_value

UNDATED = Value("chua-ro", "Không rõ năm", last=True)


class ExemplarFacets:
    """All facets of the models of one library; those that part nothing are left out."""

    labels = FACETS

    def __init__(self, library: Library) -> None:
        self._library = library
        self.all = library.of(Exemplar)

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """By the id of the model."""
        return {one.id: of_model(self._library.lists, one) for one in self.all}

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, tuple[Value, ...]]]:
        """Model → facet → its values, in the order of the facets."""
        return {one.id: self._values(one) for one in self.all}

    @cached_property
    def counted(self) -> Mapping[str, list[Counted[Exemplar]]]:
        """Facet → its values in order."""
        found = {
            facet: counted(facet, ((one, self.values[one.id][facet]) for one in self.all))
            for facet in FACETS
        }
        return {facet: values for facet, values in found.items() if len(values) > 1}

    def marks(self, one: Exemplar) -> str:
        """What a row carries: `muc:muc-1 truong:lao-cai …`"""
        values = self.values[one.id]
        return " ".join(f"{facet}:{each.id}" for facet in self.counted for each in values[facet])

    def _values(self, one: Exemplar) -> Mapping[str, tuple[Value, ...]]:
        made = (
            tuple(self._criteria(one)),
            (Value(one.type.value, one.type.label, one.type.place + 1),) if one.type else (),
            tuple(self._level(one)),
            (Value(one.school.id, school.name),)
            if (school := self._library.get(one.school))
            else (),
            (Value(str(one.start.year), str(one.start.year), -one.start.year),)
            if one.start
            else (UNDATED,),
        )
        return dict(zip(FACETS, made, strict=True))

    def _level(self, one: Exemplar) -> Iterator[Value]:
        if level := self.evidence[one.id].level:
            yield Value(f"muc-{level.value}", level.numbered, level.place + 1)

    def _criteria(self, one: Exemplar) -> Iterator[Value]:
        """Those it serves; of a chỉ tiêu, the tiêu chí it stands under."""
        met = {
            value.id: value
            for link in one.indicators
            if (value := self._criterion(link.id, link.anchor))
        }
        yield from met.values()

    def _criterion(self, set_id: str, anchor: str) -> Value | None:
        criterion = self._by_place.get((set_id, anchor))
        return criterion_value(criterion) if criterion else None

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], Criterion]:
        return {
            (one.id, place): criterion
            for one in self._library.of(CriteriaSet)
            for criterion in one.criteria
            for place in (criterion.id, *(it.id for it in criterion.indicators))
        }
