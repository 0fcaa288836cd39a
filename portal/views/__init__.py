"""Room 5: library → outputs. First it is planned what there is, then each output is drawn.

Comes in: the library. Goes out: a `Programme`, complete before anything is drawn; drawing one page
depends on its plan and the library alone, so it can be done in any order and in any process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Any

from portal.kinds import Entry
from portal.library import Library
from portal.problem import Problem
from portal.views import bundles, menu, register, search, word
from portal.views.alternates import with_alternates
from portal.views.embed import oembed
from portal.views.inputs import Inputs
from portal.views.outputs import Asset, Copy, Page, Plan
from portal.views.pages import entries
from portal.views.renderer import Renderer
from portal.views.store import Store, Watched


@dataclass(frozen=True)
class Programme:
    """All outputs of one build, planned."""

    inputs: Inputs
    plans: tuple[Plan, ...]
    copies: tuple[Copy, ...]
    menu: list[dict[str, Any]]

    @cached_property
    def renderer(self) -> Renderer:
        return Renderer(self.inputs)

    @cached_property
    def _word(self) -> word.Writer:
        return word.Writer(self.inputs)

    def draw(self, plan: Plan, watched: Watched | None = None) -> tuple[Page, tuple[Asset, ...]]:
        """A page, and the files made of it. `watched`: records what is read of the library."""
        page = self.renderer.draw(plan, watched)
        files = (
            self._word.file(page, watched or self.inputs.library),
            oembed.file(page, self.inputs.address),
        )
        return page, tuple(filter(None, files))

    def glimpse(
        self, library: Library, told: Sequence[Problem], entry: Entry
    ) -> tuple[Programme, list[Plan]]:
        """The programme with the pages of one changed entry planned anew, and those pages; none
        where there are others than before."""
        of_entry = [plan for plan in self.plans if plan.origin == entry.source.path]
        before = {plan.url: plan for plan in of_entry}
        made = {plan.url: plan for plan in entries.anew(entry, before)}
        if made.keys() != before.keys():
            return self, []
        inputs = self.inputs.with_changed(library, told)
        plans = tuple(made.get(plan.url, plan) for plan in self.plans)
        return replace(self, inputs=inputs, plans=plans), list(made.values())

    def store(self, frame: object, left: bytes) -> Store:
        """What the build before drew and this one need not."""
        rooms = tuple(map(register.name_of, register.WITHOUT_TEXTS))
        return Store(self.inputs, self.plans, frame, left, rooms)

    def files(self, left: bytes = b"") -> tuple[Iterator[Asset], bytes]:
        """Ready files that no page has to be drawn for, each made when asked for, and what the next
        build need not do again."""
        assets, cache = self.index(left)
        return chain(assets, *map(self.ready, register.FILES)), cache

    def index(self, left: bytes = b"") -> tuple[tuple[Asset, ...], bytes]:
        """The files of the search, and what the next build need not do again.

        `left` is what a former build left, or nothing: it changes no byte of the files.
        """
        found = search.draw(self.inputs.library, self.plans, left, self.inputs.facets)
        return found.assets, found.cache

    def ready(self, files: register.Files, watched: Watched | None = None) -> Iterator[Asset]:
        """The ready files of a room, each made when asked for. `watched`: records what is read of
        the library."""
        renderer = self.renderer.watching(watched) if watched else self.renderer
        return register.made(files, renderer)

    @property
    def paths(self) -> Iterator[str]:
        """Where pages, the files made of them, and copies will stand, below the site's root."""
        yield from (plan.path for plan in self.plans)
        yield from self.beside
        yield from (copy.path for copy in self.copies)

    @property
    def beside(self) -> Iterator[str]:
        """Where the files made of pages will stand."""
        yield from filter(None, map(word.path, self.plans))
        if self.inputs.address:
            yield from filter(None, map(oembed.path, self.plans))


def plan(inputs: Inputs) -> Programme:
    """What outputs there are."""
    library = inputs.library
    plans = [one for room in register.PAGES for one in room(inputs)]
    for index in register.INDEXES:
        plans += list(index(inputs, plans))
    attached = ((path, library.attached[path]) for path in library.offered)
    copies = (*bundles.copies(), *(Copy(path, one.file, one) for path, one in attached))
    return Programme(inputs, with_alternates(inputs, plans), copies, menu.draw(library, plans))


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything one build hands over, drawn."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    copies: tuple[Copy, ...]
    menu: list[dict[str, Any]]
    cache: bytes = field(default=b"", repr=False)
    """What the next build need not make again; of no use to anybody else."""


def draw(
    library: Library, problems: Sequence[Problem] = (), left: bytes = b"", address: str = ""
) -> Edition:
    """All outputs of a library, one after another, held in memory."""
    programme = plan(Inputs(library, problems, address))
    files, cache = programme.files(left)
    drawn = [programme.draw(one) for one in programme.plans]
    beside = (asset for _, assets in drawn for asset in assets)
    pages = tuple(page for page, _ in drawn)
    return Edition(pages, (*files, *beside), programme.copies, programme.menu, cache)


__all__ = ["Edition", "Inputs", "Programme", "draw", "plan"]
