"""The live-reload server of MkDocs, for the one person at this machine.

In: a folder and a port. Out: its pages, to whoever asks this very address. Pages of the web cannot
ask for them under a name of their own (DNS rebinding shows drafts), odd paths get the page for
what is missing, and a watched place that went away is watched again when it is back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
_ODD = re.compile(r"[\x00-\x1f\x7f\\:\ufffd]|//|(?:^|/)\.\.?(?:/|$)|^[^/]|^$|/livereload/\d{17}")
"""What no page of a site has in its path: a control letter, bytes that are no letter, a drive of
Windows, a step upwards, the name of another server; or a moment beyond all time."""
_FOREIGN = (
    "Trang xem thử chỉ mở bằng địa chỉ in trong cửa sổ lệnh: http://{}:{}/ (không qua tên khác)."
)


class Preview(LiveReloadServer):
    """Builds, shows, watches."""

    def __init__(self, builder: Callable[[], None], port: int, site: Path) -> None:
        super().__init__(builder=builder, host=HOST, port=port, root=str(site))
        self.asked_by = {f"{name}:{port}" for name in NAMES}
        if port == 80:
            self.asked_by |= {*NAMES}
        self.not_found = site / "404.html"
        self.error_handler = lambda code: self.not_found.read_bytes() if code == 404 else None
        self.places: list[Path] = []

    def follow(self, places: Iterable[Path]) -> None:
        """Build again whenever anything there changes, also in a place that is not there yet."""
        self.places = [place.absolute() for place in places]
        for place in filter(Path.exists, self.places):
            self.watch(str(place))

    def service_actions(self) -> None:
        """Between two requests: a watch ends with its folder, another is due when one is back."""
        super().service_actions()
        alive = {one.watch.path for one in self.observer.emitters if one.is_alive()}
        for place in self.places:
            if str(place) not in alive and place.exists():
                self.watch_again(str(place))

    def watch_again(self, name: str) -> None:
        with suppress(KeyError):  # it was not there before
            self.unwatch(name)
        with suppress(OSError):  # gone in this very moment
            self.watch(name)
            self.ask_for_build()

    def ask_for_build(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ.get("HTTP_HOST", "").lower() not in self.asked_by:
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [_FOREIGN.format(HOST, self.server_port).encode()]
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if _ODD.search(path):
            start_response("404 Not Found", [("Content-Type", "text/html; charset=utf-8")])
            return [self.not_found.read_bytes()]
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer
