"""What every view is planned and drawn from.

Comes in: the library of a day, the problems of a preview, the public address. Nothing changes it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from portal.kinds import Entry
from portal.library import Library
from portal.library.handed import handed_on
from portal.problem import Problem
from portal.views.calendars.which import Calendar, calendars
from portal.views.facets import Facets
from portal.views.facets.exemplars import ExemplarFacets
from portal.views.facets.indicators import IndicatorFacets
from portal.views.feeds.channels import Channels


@dataclass(frozen=True)
class Inputs:
    library: Library
    told: Sequence[Problem] = field(default=(), repr=False)
    """Shown on the pages they belong to; only a preview has any."""
    address: str = ""
    """Where the site will stand, with a slash at the end; empty where nobody has said."""
    feed_name: str = ""
    """What ids in feeds are made of, besides paths: `views/feeds/marks.py`."""
    compiled: Path | None = None
    """Where templates are kept compiled; changes no byte of what is drawn."""

    def with_changed(self, library: Library, told: Sequence[Problem]) -> Inputs:
        """For a first look at one changed entry: what was found out of all others is kept."""
        made = copy.copy(self)
        vars(made).update(library=library, told=told)
        vars(made).pop("problems", None)
        return made

    @cached_property
    def problems(self) -> Mapping[str, Sequence[Problem]]:
        """By the file they are of."""
        found: dict[str, list[Problem]] = {}
        for problem in self.told:
            found.setdefault(problem.path, []).append(problem)
        return found

    def has_page(self, entry: Entry) -> bool:
        """Whether it is more than a row of a list; in a preview, faults are shown on a page."""
        row = f"{entry.KIND}/{entry.id}" in self.library.rows
        return not row or entry.source.path in self.problems

    @cached_property
    def handed_on(self) -> Callable[[Entry], bool]:
        """Whether other programmes may be given an entry."""
        return handed_on(self.library)

    @cached_property
    def facets(self) -> Facets:
        return Facets(self.library)

    @cached_property
    def indicators(self) -> IndicatorFacets:
        return IndicatorFacets(self.library)

    @cached_property
    def exemplars(self) -> ExemplarFacets:
        return ExemplarFacets(self.library)

    @cached_property
    def calendars(self) -> Mapping[str, Calendar]:
        """By the page they belong to; that of everything first."""
        return {one.page: one for one in calendars(self.library)}

    @cached_property
    def channels(self) -> Channels:
        return Channels(self.library, self.facets)
