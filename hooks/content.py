"""Room 6: the door to MkDocs. Loads, judges, hands the outputs over; decides nothing.

Judges in `on_pre_build`, before MkDocs empties the output folder, so that a fault never destroys
the last good site. While serving, faults are printed and shown on the pages they belong to.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import mkstemp
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from portal import views
from portal.addresses import unplain
from portal.problem import PREVIEWED, STOPPED, errors, report
from portal.road import judge
from portal.text import day
from portal.views.linked import written
from portal.views.outputs import Heading
from portal.views.outputs import Page as Made

log = logging.getLogger("mkdocs.hooks.content")
UNUSED = ("assets/stylesheets/", "assets/images/", "assets/javascripts/")
"""Files of the theme that our own frame and search never ask for."""
KEPT = ".cache/tim-kiem"
"""What one build leaves for the next, beside mkdocs.yml; may be deleted at any time."""
_state: dict[str, Any] = {"serving": False}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    _state["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    config.extra["build_day"] = day(_today())
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    library, problems = judge(Path(config.docs_dir).parent, _today(), drafts=_state["serving"])
    if problems:
        then = PREVIEWED if _state["serving"] else STOPPED
        sys.stderr.write(f"\n{report(problems, then, fold=True)}\n\n")
    if errors(problems) and not _state["serving"]:
        raise PluginError("nội dung có lỗi; trang đã dựng lần trước được giữ nguyên")
    kept = Path(config.config_file_path).parent / KEPT
    left = _left(kept)
    told = problems if _state["serving"] else ()
    edition = views.draw(library, told, left, config.site_url or "")
    _state["edition"] = edition
    # MkDocs would enter every folder and follow every link below `docs/`. It is shown the empty
    # site instead, until `on_files` hands it what was judged.
    _state["docs"], config.docs_dir = config.docs_dir, config.site_dir
    if edition.memory != left:
        _leave(kept, edition.memory)


def _left(kept: Path) -> bytes:
    """What the last build left; nothing where there is none: the views trust no byte of it."""
    try:
        return kept.read_bytes() if stat.S_ISREG(kept.lstat().st_mode) else b""
    except OSError:
        return b""


def _leave(kept: Path, memory: bytes) -> None:
    """For the next build; where the disk does not take it, that one takes longer. Several may
    leave at once: each writes a file of its own, and takes away what killed ones wrote."""
    with suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        file, fresh = mkstemp(prefix=f"{kept.name}.", suffix=".moi", dir=kept.parent)
        try:
            with os.fdopen(file, "wb") as opened:
                opened.write(memory)
            Path(fresh).replace(kept)
        finally:
            for unfinished in kept.parent.glob(f"{kept.name}.*.moi"):
                unfinished.unlink(missing_ok=True)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    config.docs_dir = _state["docs"]
    edition: views.Edition = _state["edition"]
    for file in list(files):
        if file.src_uri.startswith(UNUSED):
            files.remove(file)
    _refuse_unplain([*(file.dest_uri for file in files), *edition.paths], config)
    labels = dict(_labels(edition.menu))
    for made in edition.pages:
        file = File.generated(
            config, made.source_path, content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.edit_uri = f"../{made.origin}" if made.origin else None
        ReadyPage(made, labels.get(made.source_path, made.title), file, config)
        files.append(file)
    for asset in edition.assets:
        files.append(_included(File.generated(config, asset.path, content=asset.content)))
    for copy in edition.copies:
        files.append(_included(File.generated(config, copy.path, abs_src_path=str(copy.file))))
    config.nav = edition.menu
    return files


def _refuse_unplain(paths: Iterable[str], config: MkDocsConfig) -> None:
    """The last guard: nothing is written outside the site, nothing over something else."""
    faults = [f"{path}: {why}." for path, why in unplain([*paths, *config.theme.static_templates])]
    if faults:
        raise PluginError("\n".join(("có kết quả không được ghi ra:", *faults)))


def _included(file: File) -> File:
    """MkDocs leaves out some names by itself, without a word."""
    file.inclusion = InclusionLevel.INCLUDED
    return file


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """MkDocs escapes nothing: here everything is text, but for what `ReadyPage` calls markup."""
    env.autoescape = True
    return env


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    server.watch(str(Path(config.docs_dir).parent / "data"))
    return server


class ReadyPage(Page):
    """A page whose HTML was made by the views; MkDocs only frames it."""

    def __init__(self, made: Made, label: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(label, file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        made = self.made
        self.markdown = ""
        self.meta = {"title": made.title, "description": made.description, "label": made.label}
        self.meta["tags"] = made.tags
        self.meta["data"] = made.data and Markup(written(made.data, self.canonical_url or ""))

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = Markup(self.made.html)
        self.toc = get_toc(_tokens(self.made.outline))
        self.present_anchor_ids, self.links_to_anchors = set(), {}


def _labels(menu: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """(path, title) of every menu entry: MkDocs takes no other name for a page it is given."""
    for item in menu:
        for title, inside in item.items():
            if isinstance(inside, str):
                yield inside, title
            else:
                yield from _labels(inside)


def _tokens(outline: tuple[Heading, ...]) -> list[Any]:
    tokens: list[Any] = []
    for heading in outline:
        token = {"level": heading.level, "id": heading.id, "name": heading.title, "children": []}
        (tokens[-1]["children"] if heading.level > 2 and tokens else tokens).append(token)
    return tokens


def _today() -> date:
    told = os.environ.get("PORTAL_TODAY")
    return date.fromisoformat(told) if told else date.today()  # noqa: DTZ011 the reader's own day
