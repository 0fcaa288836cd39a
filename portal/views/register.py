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
from portal.views.facets import cases, handbook, shelves, years
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
    years.plan,
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
Files = Callable[[Renderer], Iterator[Asset]]
WITH_TEXTS: tuple[Files, ...] = (definitions.files, cited_cards.files, shelves.files, data.files)
"""Ready files, from the library alone: made in every build, being little, or of all texts."""
WITHOUT_TEXTS: tuple[Files, ...] = (
    redirects.files,
    calendar_files.files,
    taken.files,
    feeds.files,
    embedded.files,
    assess.files,
    registration.files,
)
"""Ready files, from the library alone, of all that entries say but their texts: those of a room are
taken over where nothing it read has changed."""
FILES = (*WITH_TEXTS, *WITHOUT_TEXTS)

for kind in KINDS:
    view_of(kind)  # loaded with the room, not while pages are planned


def made(files: Files, renderer: Renderer) -> Iterator[Asset]:
    """The ready files of a room, one after another."""
    yield from files(renderer)


def name_of(files: Files) -> str:
    """By which the store knows a room: no path of a page."""
    return f"{files.__module__}:{files.__qualname__}"
