"""Room 5: library → outputs. One file per output; none reads another's result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from portal.library import Library
from portal.problem import Problem
from portal.views import (
    booklet,
    changes,
    citations,
    defects,
    lookup,
    menu,
    oneoff,
    pages,
    programme,
    progress,
    redirects,
    search,
    shelves,
    terms,
    word,
    worksheets,
)
from portal.views.outputs import Asset, Copy, Page
from portal.views.synopsis import page as synopsis


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything one build hands over."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    copies: tuple[Copy, ...]
    menu: list[dict[str, Any]]
    memory: bytes = field(default=b"", repr=False)
    """What the next build need not make again; of no use to anybody else."""

    @property
    def paths(self) -> Iterator[str]:
        """Where everything stands below the site's root."""
        yield from (f"{page.url}index.html" for page in self.pages)
        yield from (asset.path for asset in self.assets)
        yield from (copy.path for copy in self.copies)


def draw(
    library: Library, problems: Sequence[Problem] = (), left: bytes = b"", address: str = ""
) -> Edition:
    """All outputs of a library; `problems` are shown on the pages they belong to (preview).

    `left` is the `memory` of a former edition, or nothing: it changes no byte of the outputs.
    `address` is where the site will stand, for files that leave it; nothing where nobody knows.
    """
    press = pages.Press(library, problems, address)
    made = [
        *oneoff.draw(press),
        *pages.draw(press),
        *worksheets.draw(press),
        *synopsis.draw(press),
        changes.draw(press),
        defects.draw(press),
        citations.draw(press),
        *shelves.draw(press),
        programme.draw(press),
        progress.draw(press),
        booklet.draw(press),
    ]
    found = search.draw(library, made, left)
    words = terms.draw(press.sheet(""))
    rows = shelves.rows(press)
    files = word.draw(press, made)
    assets = (
        *redirects.draw(library),
        *found.assets,
        words,
        *rows,
        *files,
    )
    made += lookup.draw(press, made)
    copies = tuple(Copy(path, library.attached[path].file) for path in library.offered)
    return Edition(tuple(made), assets, copies, menu.draw(library, made), found.memory)
