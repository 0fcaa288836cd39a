"""What every view is planned and drawn from.

Comes in: the library of a day, the problems of a preview, the public address. Nothing changes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from portal.library import Library
from portal.problem import Problem
from portal.views.facets import Facets
from portal.views.feeds.channels import Channels


@dataclass(frozen=True)
class Inputs:
    library: Library
    told: Sequence[Problem] = field(default=(), repr=False)
    """Shown on the pages they belong to; only a preview has any."""
    address: str = ""
    """Where the site will stand, with a slash at the end; empty where nobody has said."""
    compiled: Path | None = None
    """Where templates are kept compiled; changes no byte of what is drawn."""

    @cached_property
    def problems(self) -> Mapping[str, Sequence[Problem]]:
        """By the file they are of."""
        found: dict[str, list[Problem]] = {}
        for problem in self.told:
            found.setdefault(problem.path, []).append(problem)
        return found

    @cached_property
    def facets(self) -> Facets:
        return Facets(self.library)

    @cached_property
    def channels(self) -> Channels:
        return Channels(self.library, self.facets)
