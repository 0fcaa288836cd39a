"""A set that is held against another one names chỉ tiêu which that one has."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.criteria import CriteriaSet, maps
from portal.library import Library
from portal.problem import Problem


def check(library: Library) -> Iterator[Problem]:
    sets = {one.id: one for one in library.everything if isinstance(one, CriteriaSet)}
    for whole in sets.values():
        for at, one in enumerate(whole.maps, 1):
            if other := sets.get(one.other.id):
                known = [each.id for each in other.indicators]
                for nth, pair in enumerate(one.pairs, 1):
                    where = f"doi_chieu[{at}].cap[{nth}].cu"
                    yield from maps.unknown(whole, where, pair.old, known, f"bộ {other.id}")
