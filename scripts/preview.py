"""The live-reload server of MkDocs, for the one person at this machine.

In: a folder and a port. Out: its pages, to whoever asks this very address. Pages of the web cannot
ask for them under a name of their own (DNS rebinding shows drafts), odd paths get the page for
what is missing. A page is loaded again when it changed, and only then; the pages of what was saved
are shown before all others are made.
"""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import looks
from door import HOST
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

NAMES = (HOST, "localhost")
_ODD = re.compile(r"[\x00-\x1f\x7f\\:\ufffd]|//|(?:^|/)\.\.?(?:/|$)|^[^/]|^$|/livereload/\d{17}")
"""What no page of a site has in its path: a control letter, bytes that are no letter, a drive of
Windows, a step upwards, the name of another server; or a moment beyond all time."""
_POLL = re.compile(r"/livereload/([0-9]+)/[0-9]+")
_FOREIGN = (
    "Trang xem thử chỉ mở bằng địa chỉ in trong cửa sổ lệnh: http://{}:{}/ (không qua tên khác)."
)
CHANGES = ("created", "modified", "moved", "deleted")
"""Events of files that change a site; that one is read, as a build does, is an event too."""
QUIET, LONGEST = 0.03, 1.0
"""Seconds without an event after which a save is over; and how long is waited for that at most."""
PATIENCE = 5
"""Builds that may be given up, one after another, because something else was saved."""


class Preview(LiveReloadServer):
    """Builds, shows, watches."""

    def __init__(
        self,
        builder: Callable[[], None],
        port: int,
        site: Path,
        first: Callable[[set[Path], str], list[str]] = lambda changed, viewed: [],
        *,
        polling: bool = False,
    ) -> None:
        """`first`: shows at once what it can of changed files and of the page looked at; the paths
        of the pages it wrote. `polling`: the disk is asked every half second, where it tells no
        changes by itself (some network drives)."""
        super().__init__(builder=builder, host=HOST, port=port, root=str(site))
        if not polling:
            self.observer: Any = Observer()
        self.asked_by = {f"{name}:{port}" for name in NAMES}
        if port == 80:
            self.asked_by |= {*NAMES}
        self.site, self.first = site, first
        self.not_found = site / "404.html"
        self.error_handler = lambda code: self.not_found.read_bytes() if code == 404 else None
        self.places: list[Path] = []
        self.known: dict[str, tuple[int, int] | None] = {}
        self.changed: set[Path] = set()
        self.viewed, self.overtaken = "", 0
        self.looks = looks.of_site(site)
        self.epochs: dict[str, int] = {}
        """When each page changed last; of the others, when the preview began."""

    # What changes

    def follow(self, places: Iterable[Path]) -> None:
        """Build again whenever anything there changes, also in a place that is not there yet."""
        told = [place.absolute() for place in places]
        self.places = [place for place in told if not place.is_file()]
        for place in told:
            if place.is_file():
                self._watch_one(place)
            elif place.exists():
                self.watch(str(place))

    def _watch_one(self, file: Path) -> None:
        """A file, by its folder: many programs save by putting another file in its place."""

        def heard(event: FileSystemEvent) -> None:
            if str(file) in (event.src_path, event.dest_path):
                self._heard(event)

        handler = FileSystemEventHandler()
        handler.on_any_event = heard  # type: ignore[method-assign]
        self.observer.schedule(handler, str(file.parent), recursive=False)

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        handler = FileSystemEventHandler()
        handler.on_any_event = self._heard  # type: ignore[method-assign]
        place = str(Path(path).absolute())
        if place not in self._watched_paths:
            self._watched_paths[place] = 1
            self._watch_refs[place] = self.observer.schedule(handler, place, recursive=recursive)
            self.known[place] = _identity(Path(place))

    def _heard(self, event: FileSystemEvent) -> None:
        if not event.is_directory and event.event_type in CHANGES:
            self.ask_for_build(event.src_path, event.dest_path)

    def ask_for_build(self, *paths: str | bytes) -> None:
        with self._rebuild_cond:
            self.changed |= {Path(str(path)) for path in paths if path}
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def is_asked_again(self) -> bool:
        """Whether something changed since the build began; where that goes on and on, one build is
        let through all the same."""
        if self._want_rebuild and self.overtaken < PATIENCE:
            self.overtaken += 1
            return True
        return False

    def service_actions(self) -> None:
        """Between two requests: a watch ends with its folder, another is due when one is back, or
        when another folder has its name."""
        super().service_actions()
        alive = {one.watch.path for one in self.observer.emitters if one.is_alive()}
        for place in map(str, self.places):
            identity = _identity(Path(place))
            if place in self.known and (place not in alive or identity != self.known[place]):
                self._forget(place)
                self.ask_for_build()
            if place not in self.known and identity:
                with suppress(OSError):  # gone in this very moment
                    self.watch(place)
                    self.ask_for_build()

    def _forget(self, place: str) -> None:
        del self.known[place]
        with suppress(KeyError, OSError):  # it ended by itself
            self.unwatch(place)

    # What is built

    def _build_loop(self) -> None:
        while True:
            with self._rebuild_cond:
                while not self._rebuild_cond.wait_for(
                    lambda: self._want_rebuild or self._shutdown, timeout=self.shutdown_delay
                ):
                    pass  # Ctrl-C is heard between two waits only, on Windows
                if self._shutdown:
                    return
                end = time.monotonic() + LONGEST
                while self._rebuild_cond.wait(timeout=QUIET) and time.monotonic() < end:
                    pass
                changed, self.changed, self._want_rebuild = self.changed, set(), False
            try:
                self._tell(self.first(changed, self.viewed))
                self.builder()
            except Exception:
                traceback.print_exc()
            if not self._want_rebuild:
                self.overtaken = 0
                self._tell(())

    def _tell(self, shown: Iterable[str]) -> None:
        """Open pages are told whether they changed: those just shown, or all that differ."""
        before, paths = self.looks, list(shown)
        if paths:
            self.looks = before | {path: looks.of_file(self.site / path) for path in paths}
        else:
            self.looks = looks.of_site(self.site, before)
        new = {path for path, told in self.looks.items() if told.differs(before.get(path))}
        if any(path.startswith(looks.SHARED) for path in new):
            new = set(self.looks)
        with self._epoch_cond:
            now = max(round(time.monotonic() * 1000), self._visible_epoch + 1)
            self.epochs |= dict.fromkeys(new, now)
            self._wanted_epoch = self._visible_epoch = now
            self._epoch_cond.notify_all()

    # What is asked for

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ.get("HTTP_HOST", "").lower() not in self.asked_by:
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [_FOREIGN.format(HOST, self.server_port).encode()]
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if _ODD.search(path):
            start_response("404 Not Found", [("Content-Type", "text/html; charset=utf-8")])
            return [self.not_found.read_bytes()]
        if poll := _POLL.fullmatch(path):
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [b"%d" % self._changed_since(int(poll[1]), _page_of(environ))]
        if path.endswith(("/", ".html")):
            self.viewed = _file_of(path)
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer

    def _changed_since(self, epoch: int, page: str) -> int:
        """When the page changed; waits for it up to a minute. Who does not say which page he looks
        at is told of any change."""
        self.viewed = page or self.viewed

        def changed() -> int:
            return self.epochs.get(page, 0) if page else self._visible_epoch

        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: changed() > epoch, timeout=self.poll_response_timeout)
            return changed()


def _page_of(environ: dict[str, Any]) -> str:
    """The file of the page that asks; empty where it does not say."""
    told = environ.get("HTTP_REFERER")
    return _file_of(unquote(urlsplit(told).path)) if told else ""


def _file_of(path: str) -> str:
    """The file a page's path leads to, below the site."""
    return path.lstrip("/") + ("index.html" if path.endswith("/") else "")


def _identity(place: Path) -> tuple[int, int] | None:
    """Which folder stands there; none where none does."""
    try:
        told = place.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino
