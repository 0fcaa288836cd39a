"""The register of kinds: one line a kind, in the order visitors meet them."""

from __future__ import annotations

from portal.kinds import (
    answer,
    article,
    criteria,
    document,
    duty,
    event,
    exemplar,
    movement,
    page,
    procedure,
    reference,
    school,
    term,
    unit,
)
from portal.kinds.base import Entry, Kind

KINDS: tuple[Kind, ...] = (
    document.KIND,
    duty.KIND,
    criteria.KIND,
    procedure.KIND,
    school.KIND,
    movement.KIND,
    exemplar.KIND,
    article.KIND,
    event.KIND,
    term.KIND,
    answer.KIND,
    unit.KIND,
    reference.KIND,
    page.KIND,
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
"""The kinds by folder name."""

__all__ = ["BY_NAME", "KINDS", "Entry", "Kind"]
