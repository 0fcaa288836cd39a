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

from frame import Frame
from jinja2 import ChoiceLoader, DictLoader, Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from slots import Slots

from portal import workers
from portal.views import Programme
from portal.views.html.linked import written
from portal.views.outputs import Heading, Plan
from portal.views.outputs import Page as Drawn

FEW_PARTS = 2
"""A page of so few parts needs no contents."""
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
        # MkDocs escapes nothing: here everything is text but for what `_slots` calls markup.
        env.autoescape = True
        env.bytecode_cache = programme.renderer.env.bytecode_cache
        self.frame = Frame(env, config, nav)
        self.contents = env.get_template("partials/toc.html")
        self.tags = env.get_template("partials/tags.html")
        assert env.loader
        env.loader = ChoiceLoader([DictLoader({NOTHING: ""}), env.loader])

    def write(self, meanwhile: Callable[[], None]) -> None:
        """All pages and the files made of them, on as many cores as there are."""
        seen: set[str] = set()
        first: list[ReadyPage] = []
        rest: list[ReadyPage] = []
        for page in self.pages:
            (rest if page.plan.template in seen else first).append(page)
            seen.add(page.plan.template)
        # One page of every template is drawn before: templates and all that is found out once for
        # many pages are then shared.
        for page in first:
            self._write(page)
        gc.collect()
        gc.freeze()  # what is shared stays shared, and is looked through no more
        try:
            processes = _processes(len(rest))
            workers.each(lambda at: self._write(rest[at]), len(rest), processes, meanwhile)
        finally:
            gc.unfreeze()

    def _write(self, page: ReadyPage) -> None:
        drawn, beside = self.programme.draw(page.plan)
        html = self.frame.render(page, self._slots(page, drawn))
        _put(self.site / page.plan.path, html.encode("utf-8"))
        for asset in beside:
            _put(self.site / asset.path, asset.content)

    def _slots(self, page: ReadyPage, drawn: Drawn) -> Slots:
        """What the frame shows of a drawn page; what is markup says so here."""
        head, end, text = drawn.html.partition("</header>")
        outline = _nested(drawn.outline)
        canonical = page.canonical_url or ""
        name = str(self.config.site_name)
        return Slots(
            title=_window_title(drawn.title or "", page.plan.label, name),
            description=drawn.description,
            canonical=canonical,
            place=canonical or f"/{page.url}",
            tags=Markup(self.tags.render(tags=drawn.tags) if drawn.tags else ""),
            data=Markup(written(drawn.data, canonical) if drawn.data else ""),
            heading="" if "<h1" in head else page.title or name,
            head=Markup(head + end),
            tools=bool(end) and not page.is_homepage,
            contents=Markup(self.contents.render(toc=outline) if len(outline) > FEW_PARTS else ""),
            text=Markup(text),
        )


def _window_title(title: str, label: str, site: str) -> str:
    """«Quy định 11-QĐ/TW – Văn bản – Cổng»: what is said already is not said again."""
    if not title:
        return site
    told = [title] if title != site else []
    told += [label] if label and label.lower() not in title.lower() else []
    return " – ".join((*told, site))


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


FEW = 60
"""So few pages are drawn before another process has begun."""


def _processes(pages: int) -> int:
    """As many as there are cores; PORTAL_PROCESSES says otherwise."""
    wanted = os.environ.get("PORTAL_PROCESSES", "")
    return int(wanted) if wanted.isdecimal() else workers.cores() if pages > FEW else 1


def _nested(outline: tuple[Heading, ...]) -> list[dict[str, Any]]:
    """The headings as links, those of the third level below those of the second."""
    links: list[dict[str, Any]] = []
    for heading in outline:
        link = {"url": f"#{heading.id}", "title": heading.title, "children": []}
        (links[-1]["children"] if heading.level > 2 and links else links).append(link)
    return links
