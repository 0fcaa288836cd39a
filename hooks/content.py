"""Room 6: the door to MkDocs. Loads, judges, has the outputs drawn; decides nothing.

Judges in `on_pre_build`, before MkDocs empties the output folder, so that a fault never destroys
the last good site; where that folder is nobody's yet, while the pages are planned. While serving,
faults are printed and shown on the pages they belong to.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cache import Cache
from first_look import FirstLook
from framing import Framing
from handed import Handed
from jinja2 import Environment
from kept import Kept
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from ready import add_without_texts, with_index, with_texts
from recall import recalled
from spare import adopt, leave_out
from spoken import spoken
from theme import look_past_hidden
from writing import Writer

from portal import road, views, workers
from portal.dates import day
from portal.problem import PREVIEWED, STOPPED, Problem, errors, report
from portal.source import Reading
from portal.views import store
from portal.views.feeds.marks import refused

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # a web server is slow to load

_state: dict[str, Any] = {
    "serving": False,
    "memo": None,
    "go_on": lambda: None,
    "read": None,
    "judging": None,
    "in_private": False,
}


def remember(
    memo: road.Memo | None,
    go_on: Callable[[], None],
    read: Callable[[], Reading] | None = None,
) -> None:
    """Before a build into a folder that nobody sees yet: what this process need not read again,
    what is asked on the way, which may raise to end the build, and the content, where it is being
    read."""
    _state.update(memo=memo, go_on=go_on, read=read, judging=None, in_private=True)


def first_look() -> FirstLook:
    """After a build: the way to draw some of its pages anew."""
    return FirstLook(_state["framing"])


def standing() -> set[str]:
    """After a build: the paths of files that MkDocs knows nothing of."""
    handed: Handed = _state["handed"]
    return handed.standing


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    _state["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    config.extra["build_day"] = day(_today())
    if told := refused(_feed_name(config)):
        raise PluginError(told)
    look_past_hidden(config.theme)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    content, serving = Path(config.docs_dir).parent, _state["serving"]
    _state["code"] = code = _cache(config).code() if _before() else ""
    memo, leave = recalled(_cache(config), code, _state["memo"])
    library, problems = road.load(content, _today(), drafts=serving, memo=memo, read=_state["read"])

    def judged() -> list[Problem]:
        found = road.judged(library, problems)
        if code:
            store.look_at(library)
        leave()
        return found

    told: Sequence[Problem] = ()
    if _state["in_private"] and not serving and not errors(problems):
        _state["judging"] = workers.ahead(judged)
    else:
        _tell(found := judged())
        told = spoken(found) if serving else ()
    _state["go_on"]()
    _state["programme"] = views.plan(
        views.Inputs(
            library, told, config.site_url or "", _feed_name(config), _cache(config).templates()
        )
    )
    # MkDocs would enter every folder and follow every link below `docs/`. It is shown the empty
    # site instead, until `on_files` hands it what was judged.
    _state["docs"], config.docs_dir = config.docs_dir, config.site_dir


def _pass_judgement() -> None:
    """What was judged while the pages were planned: with faults, the build ends here."""
    if judging := _state["judging"]:
        _state["judging"] = None
        _tell(judging())


def _tell(problems: list[Problem]) -> None:
    if problems:
        then = PREVIEWED if _state["serving"] else STOPPED
        sys.stderr.write(f"\n{report(problems, then, fold=True)}\n\n")
    if errors(problems) and not _state["serving"]:
        raise PluginError("nội dung có lỗi; trang đã dựng lần trước được giữ nguyên")


def on_build_error(error: Exception) -> None:
    """What went wrong may come of a fault that nobody was told yet."""
    with suppress(PluginError, workers.WorkerFault):
        _pass_judgement()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    config.docs_dir = _state["docs"]
    programme: views.Programme = _state["programme"]
    _state["writer"] = Writer(Path(config.site_dir), _former())
    _state["handed"] = Handed(files, config, programme, _state["writer"])
    config.nav = programme.menu
    config.extra["menu_below"] = dict(views.menu.BELOW)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    _state["nav"] = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """All pages are drawn, framed and written here; what MkDocs writes after it is small."""
    programme: views.Programme = _state["programme"]
    handed: Handed = _state["handed"]
    cache = _cache(config)
    kept = _kept(config, programme, cache)
    if kept and (place := os.environ.get("PORTAL_SPARE")):
        _state["writer"].adopted = adopt(Path(place), Path(config.site_dir), kept.files)
    made = Framing(env, config, _state["nav"], programme, handed.pages, _state["writer"], kept)
    _state["framing"], made.go_on = made, _state["go_on"]

    goes_on = kept and kept.store.before.pages
    works = partial(with_texts, programme, handed), partial(with_index, programme, handed, cache)
    # Beside a few pages each is worth a process of its own; beside all, no core is idle.
    with workers.beside(*works) if goes_on else nullcontext(works) as (texts, index):

        def ready() -> None:
            _pass_judgement()
            add_without_texts(programme, handed, kept)
            handed.standing.update(index())
            handed.standing.update(texts())

        made.write(ready)
    if kept:
        cache.leave(cache.ledger(kept.site), kept.store.written())
    handed.standing.update(programme.beside)
    wanted = handed.standing.union(one.dest_uri for one in files)
    leave_out(Path(config.site_dir), _state["writer"].adopted, wanted)
    return env


def _kept(config: MkDocsConfig, programme: views.Programme, cache: Cache) -> Kept | None:
    """Where a former site may be used, what of it."""
    site = _before()
    if site is None:
        return None
    frame = (_state["code"], programme.menu, config.site_url, config.extra, _today())
    return Kept(programme.store(frame, cache.left(cache.ledger(site))), site)


def _former() -> Path | None:
    """The site that stands where this one will, where its files may be taken over."""
    told = os.environ.get("PORTAL_FORMER")
    return Path(told) if told else None


def _before() -> Path | None:
    """The same, where this build goes on from it."""
    return _former() if os.environ.get("PORTAL_GO_ON") else None


def _feed_name(config: MkDocsConfig) -> str:
    return str(config.extra.get("feed_name") or "")


def _cache(config: MkDocsConfig) -> Cache:
    return Cache(Path(config.config_file_path).parent)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    server.watch(str(Path(config.docs_dir).parent / "data"))
    return server


def _today() -> date:
    told = os.environ.get("PORTAL_TODAY")
    return date.fromisoformat(told) if told else date.today()  # noqa: DTZ011 the reader's own day
