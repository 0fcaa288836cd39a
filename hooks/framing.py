"""The frame around every page: drawn pages become files of the site, on all cores.

Comes in: MkDocs' environment, settings and menu; what is to be drawn. Goes out: files. MkDocs does
the same one page after another and keeps all of them; it is left with templates that say nothing.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from frame import Frame
from head import lines
from jinja2 import ChoiceLoader, DictLoader, Environment
from kept import Kept
from kept import written as written_file
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from pace import Pace
from slots import Slots
from writing import Writer

from portal import workers
from portal.views import Programme
from portal.views.embed import oembed
from portal.views.html.anchors import reachable
from portal.views.html.linked import written
from portal.views.outputs import Asset, Heading, Plan
from portal.views.outputs import Page as Drawn
from portal.views.shared_link import properties
from portal.views.spacing import tighten
from portal.views.store import Key, Output, Watched

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
        writer: Writer,
        kept: Kept | None = None,
    ) -> None:
        """`kept`: what was drawn before, where that may be used."""
        self.config, self.nav, self.programme, self.pages = config, nav, programme, pages
        self.writer, self.kept = writer, kept
        self.go_on: Callable[[], None] = lambda: None
        """Asked before every page; may raise."""
        # MkDocs escapes nothing: here everything is text but for what `_slots` calls markup.
        env.autoescape = True
        tighten(env)
        env.bytecode_cache = programme.renderer.env.bytecode_cache
        self.frame = Frame(env, config, nav)
        self.contents = env.get_template("partials/toc.html")
        assert env.loader
        env.loader = ChoiceLoader([DictLoader({NOTHING: ""}), env.loader])

    def write(self, meanwhile: Callable[[], None]) -> None:
        """All pages and the files made of them, on as many cores as there are."""
        first, rest = _parted([page for page in self.pages if self._is_drawn(page)])
        pace = Pace(len(first) + len(rest))
        made = [(page, self.write_page(page)) for page in first]

        def tell(done: int) -> None:
            pace.tell(len(first) + done)

        gc.freeze()  # what is shared stays shared, and is looked through no more
        try:
            processes = _processes(len(rest))
            told = workers.each(
                lambda at: self.write_page(rest[at]), len(rest), processes, meanwhile, tell
            )
        finally:
            pace.close()
            gc.unfreeze()
        if self.kept:
            for page, (keys, files) in (*made, *zip(rest, told, strict=True)):
                self.kept.store.note(page.plan.path, keys, files)

    def _is_drawn(self, page: ReadyPage) -> bool:
        """Whether it cannot be taken over from a former build."""
        self.go_on()
        return not (self.kept and self.kept.take(page.plan, self.writer))

    def write_page(self, page: ReadyPage) -> tuple[frozenset[Key], list[Output]]:
        """One page; what was read for it and what it became, where the next build wants to know."""
        self.go_on()
        watched = Watched(self.programme.inputs.library) if self.kept else None
        drawn, beside = self.programme.draw(page.plan, watched)
        html = self.frame.render(page, self._slots(page, drawn))
        made = (Asset(page.plan.path, html.encode("utf-8")), *beside)
        if watched is None:
            for asset in made:
                self.writer.put(asset.path, asset.content)
            return frozenset(), []
        return frozenset(watched.read), [written_file(self.writer, asset) for asset in made]

    def _slots(self, page: ReadyPage, drawn: Drawn) -> Slots:
        """What the frame shows of a drawn page; what is markup says so here."""
        head, end, text = reachable(drawn.html).partition("</header>")
        outline = _nested(drawn.outline)
        own = canonical = page.canonical_url or ""
        instead = page.plan.instead
        if own and instead:
            canonical = f"{own.removesuffix(page.plan.url)}{instead}"
        name = str(self.config.site_name)
        told = properties(page.plan, name, str(self.config.site_url or ""), canonical)
        return Slots(
            title=_window_title(drawn.title or "", page.plan.label, name),
            description=drawn.description,
            canonical=canonical,
            oembed=_oembed(canonical, page.plan),
            place=own or f"/{page.url}",
            lang=page.plan.lang,
            tags=lines(
                told, page.plan.alternates, (*drawn.tags, *NOINDEX[: bool(instead)]), canonical
            ),
            data=Markup(written(drawn.data, canonical) if drawn.data else ""),
            head=Markup(head + end),
            tools=bool(end) and not page.is_homepage,
            contents=Markup(self.contents.render(toc=outline) if len(outline) > FEW_PARTS else ""),
            text=Markup(text),
        )


def _parted(pages: list[ReadyPage]) -> tuple[list[ReadyPage], list[ReadyPage]]:
    """One page of every template that many use is drawn before all others: then the template,
    and what is found out once for many pages, are shared. Of the others the rare ones come
    first: they are the largest, and nobody is waited for long at the end."""
    used = Counter(page.plan.template for page in pages)
    first: dict[str, ReadyPage] = {}
    rare: list[ReadyPage] = []
    rest: list[ReadyPage] = []
    for page in pages:
        template = page.plan.template
        if used[template] < MANY:
            rare.append(page)
        elif template in first:
            rest.append(page)
        else:
            first[template] = page
    return [*first.values()], rare + rest


NOINDEX = (("robots", "noindex"),)
"""Of a page in whose place another is listed."""


def _oembed(canonical: str, plan: Plan) -> str:
    return canonical + oembed.NAME if canonical and oembed.path(plan) else ""


def _window_title(title: str, label: str, site: str) -> str:
    """«Quy định 11-QĐ/TW – Văn bản – Cổng»: what is said already is not said again."""
    if not title:
        return site
    told = [title] if title != site else []
    told += [label] if label and label.lower() not in title.lower() else []
    return " – ".join((*told, site))


MANY = 2 * workers.SHARE
"""So many pages of a template are drawn by more than one process."""
FEW = 60
"""So few pages are drawn before another process has begun."""


def _processes(pages: int) -> int:
    """As many as there are cores, for as many pages as are worth it."""
    return workers.wanted(workers.cores() if pages > FEW else 1)


def _nested(outline: tuple[Heading, ...]) -> list[dict[str, Any]]:
    """The headings as links, each below the nearest one of a higher level."""
    links: list[dict[str, Any]] = []
    above: list[tuple[int, list[dict[str, Any]]]] = [(0, links)]
    for heading in outline:
        while above[-1][0] >= heading.level:
            above.pop()
        link: dict[str, Any] = {"url": f"#{heading.id}", "title": heading.title, "children": []}
        above[-1][1].append(link)
        above.append((heading.level, link["children"]))
    return links
