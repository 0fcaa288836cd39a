"""The register of outputs: one line for every room that plans pages, or makes files.

Whoever adds an output adds a line here; menu, search, sitemap and the guard of paths follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from portal.kinds import KINDS
from portal.views import assess
from portal.views.api.v1 import files as data
from portal.views.calendars import files as calendar_files
from portal.views.calendars import page as calendar_page
from portal.views.diagram import programme
from portal.views.embed import files as embedded
from portal.views.embed import page as embedding
from portal.views.facets import cases, handbook, shelves
from portal.views.feeds import files as feeds
from portal.views.inputs import Inputs
from portal.views.outputs import Asset, Plan
from portal.views.pages import (
    booklet,
    changes,
    citations,
    cited_cards,
    days,
    deadlines,
    defects,
    definitions,
    oneoff,
    redirects,
    set_maps,
    worksheets,
)
from portal.views.pages import (
    data as open_data,
)
from portal.views.pages import entries as pages
from portal.views.pages import finding as lookup
from portal.views.progress import plan as progress
from portal.views.progress import taken
from portal.views.renderer import Renderer
from portal.views.synopsis import contents as comparisons
from portal.views.synopsis import page as synopsis
from portal.views.view import view_of
from portal.views.word import registration

PAGES: tuple[Callable[[Inputs], Iterator[Plan]], ...] = (
    oneoff.plan,
    pages.plan,
    worksheets.plan,
    days.plan,
    deadlines.plan,
    comparisons.plan,
    synopsis.plan,
    changes.plan,
    defects.plan,
    citations.plan,
    shelves.plan,
    handbook.plan,
    set_maps.plan,
    cases.plan,
    programme.plan,
    progress,
    calendar_page.plan,
    booklet.plan,
    open_data.plan,
    embedding.plan,
    assess.plan,
)
"""From the library alone."""
INDEXES: tuple[Callable[[Inputs, Sequence[Plan]], Iterable[Plan]], ...] = (lookup.plan,)
"""From the library and all plans before."""
FILES: tuple[Callable[[Renderer], Iterator[Asset]], ...] = (
    redirects.files,
    definitions.files,
    cited_cards.files,
    shelves.files,
    calendar_files.files,
    taken.files,
    data.files,
    feeds.files,
    embedded.files,
    assess.files,
    registration.files,
)
"""Ready files, from the library alone."""

for kind in KINDS:
    view_of(kind)  # loaded with the room, not while pages are planned


def made(renderer: Renderer) -> Iterator[Asset]:
    """The ready files of all rooms, one after another."""
    for files in FILES:
        yield from files(renderer)
