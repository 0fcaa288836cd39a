"""The frame around every page: drawn pages become files of the site, on all cores.

Comes in: MkDocs' environment, settings and menu; what is to be drawn. Goes out: files. MkDocs does
the same one page after another and keeps all of them; it is left with templates that say nothing.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
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

from portal import workers
from portal.views import Programme
from portal.views.linked import written
from portal.views.outputs import Heading, Plan
from portal.views.outputs import Page as Drawn

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
    ) -> None:
        self.config, self.nav, self.programme, self.pages = config, nav, programme, pages
        self.site = Path(config.site_dir)
        # MkDocs escapes nothing: here everything is text but for what `take` calls markup.
        env.autoescape = True
        env.bytecode_cache = programme.renderer.env.bytecode_cache
        self.frame = env.get_template("main.html")
        assert env.loader
        env.loader = ChoiceLoader([DictLoader({NOTHING: ""}), env.loader])

    def write(self, meanwhile: Callable[[], None]) -> None:
        """All pages and the files made of them, on as many cores as there are."""
        pace, seen = Pace(len(self.pages)), set[str]()
        first: list[ReadyPage] = []
        rest: list[ReadyPage] = []
        for page in self.pages:
            (rest if page.plan.template in seen else first).append(page)
            seen.add(page.plan.template)
        # One page of every template is drawn before: templates and all that is found out once for
        # many pages are then shared.
        for page in first:
            self._write(page)

        def told(done: int) -> None:
            pace.tell(len(first) + done)

        gc.collect()
        gc.freeze()  # what is shared stays shared, and is looked through no more
        try:
            processes = _processes(len(rest))
            workers.each(lambda at: self._write(rest[at]), len(rest), processes, meanwhile, told)
        finally:
            pace.close()
            gc.unfreeze()

    def _write(self, page: ReadyPage) -> None:
        drawn, beside = self.programme.draw(page.plan)
        page.take(drawn)
        context: Any = get_context(self.nav, (), self.config, page)
        _put(self.site / page.plan.path, self.frame.render(context).encode("utf-8"))
        for asset in beside:
            _put(self.site / asset.path, asset.content)
        page.forget(self.config)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
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
