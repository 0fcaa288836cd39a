"""What a reader with a slow line and an old phone waits for, on every type of page.

In: a built site. Out: for each page the largest paint (LCP), what jumps (CLS), how long the page
is deaf after its first paint (TBT), and the bytes of styles, scripts and fonts, each beside its
aim. In Chromium with a line of 1.6 Mbit/s and 150 ms a request, a processor four times slower,
nothing in the cache, texts packed as usual servers send them.

    python -m tests.bench.vitals [--site DIR] [--lan 3] [--chi URL …]
"""

from __future__ import annotations

import argparse
import gzip
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from tests import chromium
from tests.gallery.samples import Sample, samples

HOST = "127.0.0.1"
LINE = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 2e5}
SLOWER = 4
PHONE = {"width": 390, "height": 800}
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".ics", ".txt")
WATCH = """
window.seen = {lcp: 0, cls: 0}
new PerformanceObserver(list => { for (const one of list.getEntries()) seen.lcp = one.startTime })
  .observe({type: "largest-contentful-paint", buffered: true})
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) seen.cls += one.value
}).observe({type: "layout-shift", buffered: true})
const tasks = []
new PerformanceObserver(list => tasks.push(...list.getEntries()))
  .observe({type: "longtask", buffered: true})
window.blocked = () => {
  const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity
  const lengths = tasks.map(one => one.startTime + one.duration - Math.max(one.startTime, painted))
  return lengths.reduce((sum, length) => sum + Math.max(0, length - 50), 0)
}
"""
TELL = """() => {
  const bytes = {css: 0, js: 0, font: 0, all: 0}
  const got = ["navigation", "resource"].flatMap(type => performance.getEntriesByType(type))
  for (const one of got) {
    const kind = new URL(one.name).pathname.split(".").pop().replace("woff2", "font")
    if (kind in bytes) bytes[kind] += one.encodedBodySize
    bytes.all += one.encodedBodySize
  }
  return {...window.seen, tbt: window.blocked(), ...bytes}
}"""


@dataclass(frozen=True)
class Aim:
    """One thing measured: its column, its unit as shown, and what it may be at most."""

    key: str
    title: str
    most: float
    scale: float = 1
    digits: int = 0


AIMS = (
    Aim("lcp", "LCP (s)", 1800, 1000, 2),
    Aim("cls", "CLS", 0.02, 1, 3),
    Aim("tbt", "TBT (ms)", 100),
    Aim("css", "CSS (KB)", 30_000, 1000, 1),
    Aim("js", "mã (KB)", 40_000, 1000, 1),
    Aim("font", "phông (KB)", 60_000, 1000, 1),
)


def measure(site: Path, pages: Sequence[Sample], times: int) -> Iterator[tuple[Sample, Any]]:
    """Each page so many times in a browser that has seen nothing; the medians."""
    with serving(site) as base, chromium.started() as browser:
        for page in pages:
            runs = [visit(browser, base + page.url) for _ in range(times)]
            yield page, {key: median(run[key] for run in runs) for key in runs[0]}


def visit(browser: Browser, address: str, *, throttled: bool = True) -> dict[str, float]:
    """One first visit, until two seconds after the page is there."""
    context = browser.new_context(locale="vi-VN", viewport=PHONE)  # type: ignore[arg-type]
    context.add_init_script(WATCH)
    page = context.new_page()
    if throttled:
        session = context.new_cdp_session(page)
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.wait_for_timeout(2000 if throttled else 50)
    told: dict[str, float] = page.evaluate(TELL)
    context.close()
    return told


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The site as a usual web server sends it: texts packed, the line kept open."""
    handler = partial(_Packing, directory=str(site))
    with ThreadingHTTPServer((HOST, 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


class _Packing(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body, packed = path.read_bytes(), path.suffix in PACKED
        body = gzip.compress(body, 6) if packed else body
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the table is the output."""


def missed(told: dict[str, float]) -> list[str]:
    """The aims a page does not keep."""
    return [aim.title for aim in AIMS if told[aim.key] > aim.most]


def row(page: Sample, told: dict[str, float]) -> str:
    cells = (number(told[aim.key], aim) for aim in AIMS)
    name = page.url or "trang chủ"
    return f"{name:44}" + "".join(cells) + "  " + (", ".join(missed(told)) or "đạt")


def number(value: float, aim: Aim) -> str:
    return f"{value / aim.scale:{len(aim.title) + 3}.{aim.digits}f}".replace(".", ",")


def head() -> str:
    titles = "".join(f"{aim.title:>{len(aim.title) + 3}}" for aim in AIMS)
    aims = "".join(number(aim.most, aim) for aim in AIMS)
    return f"{'trang':44}{titles}\n{'không quá':44}{aims}"


def main() -> int:
    line = argparse.ArgumentParser(prog="python -m tests.bench.vitals", description=__doc__)
    root = Path(__file__).parents[2]
    line.add_argument("--site", type=Path, default=root / "site", help="trang đã dựng để đo")
    line.add_argument("--lan", type=int, default=3, help="số lần đo mỗi trang, lấy trung vị")
    line.add_argument("--chi", nargs="+", help="chỉ đo các địa chỉ này")
    options = line.parse_args()
    pages = [one for one in samples(options.site) if not options.chi or one.url in options.chi]
    print(head())
    results = []
    for page, told in measure(options.site, pages, options.lan):
        print(row(page, told), flush=True)
        results.append(told)
    worst = {aim.key: max(told[aim.key] for told in results) for aim in AIMS}
    print(row(Sample("xấu nhất", ""), worst))
    return 1 if missed(worst) else 0


if __name__ == "__main__":
    sys.exit(main())
