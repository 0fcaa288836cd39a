"""The register of outputs: one line for every room that plans pages, or makes files.

Whoever adds an output adds a line here; menu, search, sitemap and the guard of paths follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from portal.kinds import KINDS
from portal.views import assess
from portal.views.diagram import programme
from portal.views.facets import shelves
from portal.views.inputs import Inputs
from portal.views.outputs import Asset, Plan
from portal.views.pages import (
    booklet,
    changes,
    citations,
    defects,
    definitions,
    oneoff,
    progress,
    redirects,
    worksheets,
)
from portal.views.pages import entries as pages
from portal.views.pages import finding as lookup
from portal.views.renderer import Renderer
from portal.views.synopsis import contents as comparisons
from portal.views.synopsis import page as synopsis
from portal.views.view import view_of

PAGES: tuple[Callable[[Inputs], Iterator[Plan]], ...] = (
    oneoff.plan,
    pages.plan,
    worksheets.plan,
    comparisons.plan,
    synopsis.plan,
    changes.plan,
    defects.plan,
    citations.plan,
    shelves.plan,
    programme.plan,
    progress.plan,
    booklet.plan,
    assess.plan,
)
"""From the library alone."""
INDEXES: tuple[Callable[[Inputs, Sequence[Plan]], Iterable[Plan]], ...] = (lookup.plan,)
"""From the library and all plans before."""
FILES: tuple[Callable[[Renderer], Iterator[Asset]], ...] = (
    redirects.files,
    definitions.files,
    shelves.files,
    assess.files,
)
"""Ready files, from the library alone."""

for kind in KINDS:
    view_of(kind)  # loaded with the room, not while pages are planned
