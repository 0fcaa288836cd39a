"""In preview only: what stands at the address of a file whose faults leave no entry to show."""

from __future__ import annotations

from dataclasses import dataclass

from portal.kinds import Kind
from portal.views.context import PageContext
from portal.views.pages.crumbs import kind_of, way
from portal.views.parts import Anchor, Faults


@dataclass(frozen=True, slots=True)
class FaultyPage:
    crumbs: tuple[Anchor, ...]
    title: str
    faults: Faults


def page(kind: Kind, title: str, v: PageContext) -> FaultyPage:
    return FaultyPage(way(v, kind_of(v, kind), Anchor(title)), title, Faults(v.problems))
