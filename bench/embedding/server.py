"""The server of imitated portals: pages and headers by path, under a name that is another site.

Comes in: nothing. Goes out: an address, and a place to put pages.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


@dataclass
class Pages:
    """`put` a page, get its address."""

    address: str
    held: dict[str, tuple[Mapping[str, str], bytes]] = field(default_factory=dict)

    def put(self, name: str, html: str, headers: Mapping[str, str] | None = None) -> str:
        self.held[f"/{name}"] = (headers or {}, html.encode())
        return f"{self.address}{name}"


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *where: Any) -> None:
        """A browser that goes on before all has come is no fault."""


@contextmanager
def portals() -> Iterator[Pages]:
    pages = Pages("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers, body = pages.held.get(urlsplit(self.path).path, ({}, b""))
            self.send_response(200 if body else 404)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nobody reads it."""

    with _run(Handler) as port:
        pages.address = f"http://localhost:{port}/"
        yield pages


@contextmanager
def section(folder: Path, port: int = 0) -> Iterator[str]:
    """The section itself, at an address of its own; at any port, where none is named."""

    class Handler(SimpleHTTPRequestHandler):
        def send_error(self, code: int, *more: Any) -> None:
            page = folder / "404.html"
            body = page.read_bytes() if page.is_file() else b""
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nobody reads it."""

    with _run(partial(Handler, directory=str(folder)), port) as taken:
        yield f"http://127.0.0.1:{taken}/"


@contextmanager
def _run(handler: Any, port: int = 0) -> Iterator[int]:
    with _Quiet(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()
