"""The inputs of ready files that are made together: they look the same, and record what is read.

Comes in: the inputs of a build, a watched library. Goes out: inputs for one room of files. What all
rooms share is made once, of the library itself, and recorded as pages record it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.views.facets import Facets
from portal.views.facets.exemplars import ExemplarFacets
from portal.views.facets.indicators import IndicatorFacets
from portal.views.inputs import Inputs
from portal.views.store.reads import EXEMPLARS, FACETS, INDICATORS, Watched


@dataclass(frozen=True)
class WatchedInputs(Inputs):
    whole: Inputs = field(kw_only=True)
    watched: Watched = field(kw_only=True)

    @property
    def facets(self) -> Facets:
        self.watched.read.add(FACETS)
        return self.whole.facets

    @property
    def indicators(self) -> IndicatorFacets:
        self.watched.read.add(INDICATORS)
        return self.whole.indicators

    @property
    def exemplars(self) -> ExemplarFacets:
        self.watched.read.add(EXEMPLARS)
        return self.whole.exemplars


def watching(inputs: Inputs, watched: Watched) -> WatchedInputs:
    return WatchedInputs(
        watched,
        inputs.told,
        inputs.address,
        inputs.feed_name,
        inputs.compiled,
        whole=inputs,
        watched=watched,
    )
