"""The frame around every page: drawn pages become files of the site, on all cores.

Comes in: MkDocs' environment, settings and menu; what is to be drawn. Goes out: files. MkDocs does
the same one page after another and keeps all of them; it is left with templates that say nothing.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from pace import Pace

from portal import tree, views, workers
from portal.library import Library
from portal.problem import Problem
from portal.views import Programme
from portal.views.html.linked import written
from portal.views.outputs import Asset, Heading, Plan
from portal.views.outputs import Page as Drawn
from portal.views.store import Key, Output, Store, Watched, checksum

NOTHING = "drawn"
"""The template MkDocs is given for a page that stands on the disk already."""


class ReadyPage(Page):
    """A page of ours as MkDocs knows pages: first planned, then drawn."""

    def __init__(self, plan: Plan, label: str, config: MkDocsConfig) -> None:
        file = File.generated(
            config, plan.source_path, content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.edit_uri = f"../{plan.origin}" if plan.origin else None
        super().__init__(label, file, config)
        self.plan = plan

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"template": NOTHING}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""
        self.present_anchor_ids, self.links_to_anchors = set(), {}

    def take(self, drawn: Drawn) -> None:
        """What the frame shows of a drawn page; what is markup says so here."""
        self.content = Markup(drawn.html)
        self.toc = get_toc(_tokens(drawn.outline))
        self.meta = {
            "title": drawn.title,
            "description": drawn.description,
            "label": self.plan.label,
            "tags": drawn.tags,
            "data": drawn.data and Markup(written(drawn.data, self.canonical_url or "")),
        }

    def forget(self, config: MkDocsConfig) -> None:
        """It stands on the disk: nothing of it is held, and MkDocs has nothing to write."""
        self.read_source(config)
        self.render(config, Files([]))


class Framing:
    """Draws, frames and writes the pages of one build."""

    def __init__(
        self,
        env: Environment,
        config: MkDocsConfig,
        nav: Navigation,
        programme: Programme,
        pages: Sequence[ReadyPage],
        kept: Kept | None = None,
    ) -> None:
        """`kept`: what was drawn before, where that may be used."""
        self.config, self.nav, self.programme, self.pages = config, nav, programme, pages
        self.site = Path(config.site_dir)
        self.kept = kept
        self.go_on: Callable[[], None] = lambda: None
        """Asked before every page; may raise."""
        # MkDocs escapes nothing: here everything is text but for what `take` calls markup.
        env.autoescape = True
        env.bytecode_cache = programme.renderer.env.bytecode_cache
        self.frame = env.get_template("main.html")
        assert env.loader
        env.loader = ChoiceLoader([DictLoader({NOTHING: ""}), env.loader])

    def write(self, meanwhile: Callable[[], None]) -> None:
        """All pages and the files made of them, on as many cores as there are."""
        seen: set[str] = set()
        first: list[ReadyPage] = []
        rest: list[ReadyPage] = []
        for page in self.pages:
            self.go_on()
            if self.kept and self.kept.take(page.plan, self.site):
                page.forget(self.config)
                continue
            (rest if page.plan.template in seen else first).append(page)
            seen.add(page.plan.template)
        pace = Pace(len(first) + len(rest))
        # One page of every template is drawn before: templates and all that is found out once for
        # many pages are then shared.
        made = [(page, self._write(page)) for page in first]

        def tell(done: int) -> None:
            pace.tell(len(first) + done)

        gc.collect()
        gc.freeze()  # what is shared stays shared, and is looked through no more
        try:
            processes = _processes(len(rest))
            told = workers.each(
                lambda at: self._write(rest[at]), len(rest), processes, meanwhile, tell
            )
        finally:
            pace.close()
            gc.unfreeze()
        if self.kept:
            for page, (keys, files) in (*made, *zip(rest, told, strict=True)):
                self.kept.store.note(page.plan, keys, files)

    def show(
        self,
        library: Library,
        told: Sequence[Problem],
        origins: Collection[str],
        viewed: str,
        site: Path,
    ) -> list[str]:
        """Draw the pages of some content files, and the one looked at, anew into a finished site,
        in the same frame; the paths of those it had already. Another menu is another frame: then
        none."""
        inputs = replace(self.programme.inputs, library=library, told=told)
        programme = views.plan(inputs)
        if programme.menu != self.programme.menu:
            return []
        known = {page.plan.path: page for page in self.pages}
        self.programme, self.kept, self.site = programme, None, site
        self.go_on = lambda: None
        shown = []
        for one in programme.plans:
            if (one.origin in origins or one.path == viewed) and one.path in known:
                known[one.path].plan = one
                self._write(known[one.path])
                shown.append(one.path)
        return shown

    def _write(self, page: ReadyPage) -> tuple[frozenset[Key], list[Output]]:
        """One page; what was read for it and what it became, where the next build wants to know."""
        self.go_on()
        watched = Watched(self.programme.inputs.library) if self.kept else None
        drawn, beside = self.programme.draw(page.plan, watched)
        page.take(drawn)
        context: Any = get_context(self.nav, (), self.config, page)
        framed = Asset(page.plan.path, self.frame.render(context).encode("utf-8"))
        for asset in (framed, *beside):
            _put(self.site / asset.path, asset.content)
        page.forget(self.config)
        if watched is None:
            return frozenset(), []
        files = [Output(asset.path, checksum(asset.content)) for asset in (framed, *beside)]
        return frozenset(watched.read), files


@dataclass(frozen=True, slots=True)
class Kept:
    """The site of a former build, as far as it is what that build made."""

    store: Store
    site: Path

    def take(self, plan: Plan, into: Path) -> bool:
        """Whether the page and the files beside it could be taken over."""
        files = self.store.unchanged(plan)
        found = [(file, _read(self.site / file.path)) for file in files]
        if not found or any(checksum(content) != file.checksum for file, content in found):
            return False
        if self.store.is_marked_anew(plan, found[0][1]):
            return False
        for file, content in found:
            _put(into / file.path, content)
        self.store.keep(plan)
        return True


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # taken away, or no file any more: it is drawn again
        return b""


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():  # somebody may be reading it
        tree.replace(path, content)
    else:
        path.write_bytes(content)


FEW = 60
"""So few pages are drawn before another process has begun."""


def _processes(pages: int) -> int:
    """As many as there are cores; PORTAL_PROCESSES says otherwise."""
    wanted = os.environ.get("PORTAL_PROCESSES", "")
    return int(wanted) if wanted.isdecimal() else workers.cores() if pages > FEW else 1


def _tokens(outline: tuple[Heading, ...]) -> list[Any]:
    tokens: list[Any] = []
    for heading in outline:
        token = {"level": heading.level, "id": heading.id, "name": heading.title, "children": []}
        (tokens[-1]["children"] if heading.level > 2 and tokens else tokens).append(token)
    return tokens
