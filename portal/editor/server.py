"""The desk on loopback: requests in, answers out, nobody else let in.

Comes in: routes and a guard. Goes out: a server that can be run and stopped. Every answer carries
the strict policy; what goes wrong inside is told to the terminal, never to the browser.
"""

from __future__ import annotations

import traceback
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from portal.editor.answers import MOST_OF_A_FILE, Answer, Asked, to
from portal.editor.guard import HEADERS, HOST, Guard
from portal.editor.routes import Routes

MOST_BYTES = 8 * 1024 * 1024
"""Of a request: a file may have 2 MB, and a form spells each letter with up to nine."""
FORM, FILE = "application/x-www-form-urlencoded", "application/octet-stream"
MOST_PAIRS = 50_000
PATIENCE = 30
"""Seconds a browser may take to send what it announced."""


class Server(ThreadingHTTPServer):
    """Bound to loopback, on a free port unless one is given."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, port: int = 0) -> None:
        super().__init__((HOST, port), Handler)
        self.guard = Guard(self.server_address[1])
        self.routes: Routes | None = None

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is nobody's fault."""


class Handler(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "ban-bien-tap", ""
    protocol_version = "HTTP/1.1"
    timeout = PATIENCE

    def do_GET(self) -> None:
        self._answer(lambda: self._asked([]))

    def do_POST(self) -> None:
        self._answer(self._sent)

    def _answer(self, read: Any) -> None:
        try:
            answer = self._stopped() or self._entered() or read()
        except Exception:
            traceback.print_exc()
            answer = _plain("Máy gặp lỗi; bản đang viết vẫn được giữ. Xem cửa sổ lệnh.", 500)
        self._send(answer)

    def _stopped(self) -> Answer | None:
        """Why a request is not let in."""
        guard, url = self.server.guard, urlsplit(self.path)
        if not guard.is_ours(self.headers):
            return self._refuse("Bàn biên tập chỉ mở bằng địa chỉ in trong cửa sổ lệnh.")
        if self.command == "POST" and not guard.is_from_here(self.headers):
            return self._refuse("Yêu cầu này không phải từ trang của bàn biên tập.")
        if not guard.is_known(self.headers) and url.path != "/vao":
            return self._refuse("Mở lại bằng địa chỉ in trong cửa sổ lệnh.")
        return None

    def _entered(self) -> Answer | None:
        """The first page, with the secret in its address: at once left for one without it."""
        url = urlsplit(self.path)
        if url.path != "/vao":
            return None
        token = dict(parse_qsl(url.query)).get("ma", "")
        if self.command != "GET" or not self.server.guard.opens(token):
            return self._refuse("Địa chỉ này đã cũ. Mở lại bằng địa chỉ in trong cửa sổ lệnh.")
        made = to("/")
        return Answer(
            b"", status=303, headers=(*made.headers, ("Set-Cookie", self.server.guard.welcome()))
        )

    def _refuse(self, told: str) -> Answer:
        self.close_connection = True  # what it sends is not read
        return _plain(told, HTTPStatus.FORBIDDEN)

    def _sent(self) -> Answer:
        length = self.headers.get("Content-Length", "")
        kind = self.headers.get("Content-Type", "").partition(";")[0].strip()
        if not length.isdecimal() or kind not in (FORM, FILE):
            self.close_connection = True
            return _plain("Không hiểu điều trình duyệt gửi.", HTTPStatus.BAD_REQUEST)
        most = MOST_OF_A_FILE if kind == FILE else MOST_BYTES
        if int(length) > most:
            self.close_connection = True
            told = f"Gửi quá nhiều: nhiều nhất {most // 1024 // 1024} MB một lần."
            return _plain(told, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        raw = self.rfile.read(int(length))
        if len(raw) < int(length):  # a browser that was closed: half a form is no form
            self.close_connection = True
            return _plain("Chưa nhận đủ.", HTTPStatus.BAD_REQUEST)
        if kind == FILE:
            return self._asked([], raw)
        try:
            text = raw.decode("ascii")
            pairs = parse_qsl(
                text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PAIRS
            )
        except ValueError:
            return _plain("Không hiểu điều trình duyệt gửi.", HTTPStatus.BAD_REQUEST)
        return self._asked(pairs)

    def _asked(self, pairs: list[tuple[str, str]], raw: bytes = b"") -> Answer:
        url = urlsplit(self.path)
        assert self.server.routes
        query = dict(parse_qsl(url.query, errors="replace"))
        return self.server.routes.answer(Asked(self.command, unquote(url.path), query, pairs, raw))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in (*HEADERS, *answer.headers):
            self.send_header(name, value)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal is for the editor."""


def _plain(told: str, status: int) -> Answer:
    return Answer(told.encode(), "text/plain; charset=utf-8", status)
