"""What an editor who saved a file sees first: its pages, drawn into the finished site before all
others are made.

Comes in: the framing of the last build, what was read since. Goes out: some files of its site, in
the same frame; what lists, search and other pages say of the change the next build tells.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from framing import Framing
from spoken import spoken
from writing import Writer

from portal import road, views
from portal.library import Library
from portal.problem import Problem
from portal.views import Programme
from portal.views.outputs import Plan


@dataclass(frozen=True)
class FirstLook:
    """Of the site of one build."""

    framing: Framing

    def glimpse(self, content: Path, changed: str, viewed: str, site: Path) -> list[str]:
        """Draw the pages of one entry from its file alone, whatever the size of the site; the paths
        of those it had already. None where the file does not tell enough, or another page is
        looked at."""
        found = road.glimpse(content, changed, self.framing.programme.inputs.library)
        if not found:
            return []
        library, entry, new = found
        # What the rules said last, of this file too, they have not been asked again.
        told = sorted({*self.framing.programme.inputs.told, *spoken(new)})
        programme, plans = self.framing.programme.glimpse(library, told, entry)
        seen = not viewed or viewed in {plan.path for plan in plans}
        return self._drawn(programme, plans, site) if seen else []

    def show(
        self,
        library: Library,
        told: Sequence[Problem],
        origins: Collection[str],
        viewed: str,
        site: Path,
    ) -> list[str]:
        """Draw the pages of some content files, and the one looked at; the paths of those it had
        already. Another menu is another frame: then none."""
        inputs = replace(self.framing.programme.inputs, library=library, told=spoken(told))
        programme = views.plan(inputs)
        if programme.menu != self.framing.programme.menu:
            return []
        plans = [one for one in programme.plans if one.origin in origins or one.path == viewed]
        return self._drawn(programme, plans, site)

    def _drawn(self, programme: Programme, plans: Sequence[Plan], site: Path) -> list[str]:
        framing = self.framing
        known = {page.plan.path: page for page in framing.pages}
        framing.programme, framing.kept, framing.writer = programme, None, Writer(site)
        framing.go_on = lambda: None
        shown = [plan for plan in plans if plan.path in known]
        for plan in shown:
            known[plan.path].plan = plan
            framing.write_page(known[plan.path])
        return [plan.path for plan in shown]
