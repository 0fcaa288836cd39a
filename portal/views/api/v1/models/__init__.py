"""The public shapes, and which kind has which. A kind without its own shows what all have."""

from __future__ import annotations

from types import MappingProxyType

from portal.kinds.base import Kind
from portal.views.api.v1.models.criteria import CriteriaSet
from portal.views.api.v1.models.document import Document
from portal.views.api.v1.models.duty import Duty, Procedure
from portal.views.api.v1.models.entry import Entry
from portal.views.api.v1.models.movement import Exemplar, Movement
from portal.views.api.v1.models.others import Answer, Article, Event, Reference, Term, Unit
from portal.views.api.v1.models.school import School
from portal.views.api.v1.models.series import Series

_OWN: MappingProxyType[str, type[Entry]] = MappingProxyType(
    {
        one.__name__: one
        for one in (
            *(Answer, Article, CriteriaSet, Document, Duty, Event, Exemplar),
            *(Movement, Procedure, Reference, School, Series, Term, Unit),
        )
    }
)
"""By the name they share with the model that editors fill."""


def model_of(kind: Kind) -> type[Entry]:
    """What an entry of the kind is to other programmes."""
    return _OWN.get(kind.model.__name__, Entry)


__all__ = ["Entry", "model_of"]
