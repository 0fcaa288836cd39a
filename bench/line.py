"""A web server on this machine that packs texts, writes down what it sent, and can be slow.

In: a folder. Out: an address and a log. All answers of a slow line share its width; every request
waits for the way there and back.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.hosts import HOST, Server

PACKED = (".html", ".js", ".mjs", ".css", ".json", ".svg", ".xml", ".ics", ".txt")


@dataclass(frozen=True)
class Pace:
    """Bits a second and seconds a request; zero is as fast as it goes."""

    bits: float = 0
    wait: float = 0


FAST, SLOW = Pace(), Pace(1.6e6, 0.15)


@dataclass
class Line:
    """The way between the browser and the files."""

    address: str = ""
    pace: Pace = FAST
    sent: list[tuple[str, int]] = field(default_factory=list)
    """Path and bytes of the body, as packed, of every answer."""
    _free: float = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def bytes(self) -> int:
        return sum(size for _, size in self.sent)

    def begin(self, pace: Pace = FAST) -> None:
        """Forget what was sent; go on at this pace."""
        self.pace, self.sent, self._free = pace, [], 0.0

    def carry(self, path: str, size: int) -> None:
        """Take as long as the line would."""
        with self._lock:
            self.sent.append((path, size))
            if not self.pace.bits:
                return
            self._free = max(self._free, time.monotonic()) + size * 8 / self.pace.bits
            until = self._free
        time.sleep(max(0.0, until - time.monotonic()))


@contextmanager
def serving(site: Path) -> Iterator[Line]:
    line = Line()

    class Handler(_Packing):
        way = line

    def handler(*words: Any) -> Handler:
        return Handler(*words, directory=str(site))

    with Server((HOST, 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        line.address = f"http://{HOST}:{server.server_port}/"
        yield line
        server.shutdown()


class _Packing(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or a body waits 40 ms for its head, as with no real server
    way: Line

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if self.way.pace.wait:
            time.sleep(self.way.pace.wait)
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = _body(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", str(self.guess_type(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.way.carry(self.path, len(body))
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the table is the output."""


@lru_cache(maxsize=512)
def _body(path: Path) -> bytes:
    """Packed once: a server on the web packs beforehand or keeps what it packed."""
    return packed(path)


def packed(path: Path) -> bytes:
    """A file as it travels."""
    body = path.read_bytes()
    return gzip.compress(body, 6, mtime=0) if path.suffix in PACKED else body
