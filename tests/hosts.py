"""Servers of this machine that show a folder: a plain one, and the nginx that most schools have.

In: a folder and the sub-path it stands under. Out: an address on the loopback; all that was started
is stopped.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HOST = "127.0.0.1"


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *where: Any) -> None:
        """A browser that goes on before all has come is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*where)


@contextmanager
def serving(folder: Path, prefix: str) -> Iterator[str]:
    mount = f"/{prefix.strip('/')}/".replace("//", "/")
    handler = partial(StaticHandler, directory=str(folder), mount=mount)
    with Server((HOST, 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://{HOST}:{server.server_port}{mount}"
        server.shutdown()
        thread.join()


class StaticHandler(SimpleHTTPRequestHandler):
    """A plain static host under a sub-path: the site's own page for what is missing."""

    # Set here because Windows reads types from its registry, where anything may stand.
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
    }

    def __init__(self, *args: Any, mount: str, **kwargs: Any) -> None:
        self.mount = mount
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.mount):
            return str(Path(self.directory, "no such path"))
        return super().translate_path(path.removeprefix(self.mount.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing: pytest's output is for outcomes."""


NGINX = """\
daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events {{}}
http {{
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  types {{
    text/html html; text/css css; text/javascript js; application/json json;
    image/svg+xml svg; image/png png; font/woff2 woff2; text/xml xml; text/calendar ics;
  }}
  server {{
    listen {host}:{port};
    absolute_redirect off;
    location {mount} {{ alias "{folder}/"; error_page 404 {mount}404.html; }}
  }}
}}
"""


@contextmanager
def nginx_serving(program: Path, folder: Path, prefix: str, home: Path) -> Iterator[str]:
    mount = f"/{prefix.strip('/')}/".replace("//", "/")
    port = free_port()
    settings = home / "nginx.conf"
    settings.write_text(
        NGINX.format(host=HOST, port=port, mount=mount, folder=folder), encoding="utf-8"
    )
    command = [str(program), "-e", "stderr", "-p", str(home), "-c", str(settings)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            if not answers(port, process):
                process.kill()
                raise RuntimeError(f"nginx không chạy được:\n{process.communicate()[1]}")
            yield f"http://{HOST}:{port}{mount}"
        finally:
            process.terminate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def answers(port: int, process: subprocess.Popen[str]) -> bool:
    """Wait until the port is open; False if the server ends or takes more than a minute."""
    for _ in range(1200):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return True
        if process.poll() is not None:
            return False
        time.sleep(0.05)
    return False
