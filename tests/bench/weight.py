"""What a browser fetches for one page, with nothing in its cache.

In: a built site and addresses in it. Out: requests, bytes, foreign hosts that the page asked for.
"""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Route

from tests import chromium
from tests.bench.report import columns, decimal

HOST = "127.0.0.1"
PAGES = ("", "van-ban/", "van-ban/11-qd-tw/")
"""What readers open first: the home page, a list, an entry; where the site has them."""


@dataclass
class Weight:
    """One page and all that it brings."""

    address: str
    requests: int = 0
    raw: int = 0
    packed: int = 0
    """As a server with gzip sends it; what gzip does not make smaller goes as it is."""
    foreign: list[str] = field(default_factory=list)
    """Hosts other than the site's own: asked for, but not let through."""


def report(site: Path, as_json: bool) -> str:
    """Weigh the usual pages of a site."""
    pages = [page for page in PAGES if (site / page / "index.html").is_file()]
    if not pages:
        raise RuntimeError(f"Không thấy trang đã dựng ở «{site}». Chạy: python3 scripts/build.py")
    weights = list(weigh(site, pages))
    if as_json:
        return json.dumps([asdict(one) for one in weights], ensure_ascii=False, indent=1)
    head = ("lượt tải", "trang", "KB", "KB nén", "máy chủ khác")
    return "\n".join(columns([head, *(_row(one) for one in weights)]))


def _row(one: Weight) -> tuple[str, ...]:
    sizes = (decimal(one.raw / 1e3), decimal(one.packed / 1e3))
    return (str(one.requests), f"/{one.address}", *sizes, ", ".join(one.foreign) or "0")


def weigh(site: Path, addresses: list[str]) -> Iterator[Weight]:
    """Open each page as a reader who was never here before."""
    with serving(site) as base, chromium.started() as browser:
        for address in addresses:
            yield _open(browser, base, address)


def _open(browser: Browser, base: str, address: str) -> Weight:
    weight = Weight(address)

    def pass_on(route: Route) -> None:
        place = urlsplit(route.request.url)
        if place.hostname != HOST:
            weight.foreign.append(place.hostname or route.request.url)
            route.abort()
            return
        answer = route.fetch()
        body = answer.body()
        weight.requests += 1
        weight.raw += len(body)
        weight.packed += min(len(body), len(gzip.compress(body, 6)))
        route.fulfill(response=answer)

    context = browser.new_context(locale="vi-VN")
    context.route("**/*", pass_on)
    context.new_page().goto(base + address, wait_until="networkidle")
    context.close()
    return weight


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The site at an address of this machine."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer((HOST, 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing: the table is the output."""
