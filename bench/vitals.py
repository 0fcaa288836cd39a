"""What a reader with a slow line and an old phone waits for, on every type of page.

In: a built site. Out: for each page the largest paint (LCP), what jumps (CLS), how long the page
is deaf after its first paint (TBT), the bytes of styles, scripts and fonts, each beside its aim;
requests, bytes in all, other hosts asked. In Chromium with a line of 1.6 Mbit/s and 150 ms a
request, a processor four times slower, nothing in the cache, texts packed as usual servers do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from bench.line import serving
from bench.report import decimal
from tests import chromium
from tests.gallery.samples import Sample, samples
from tests.hosts import HOST

LINE = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 2e5}
SLOWER = 4
PHONE = {"width": 390, "height": 800}
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
  return {...window.seen, tbt: window.blocked(), ...bytes, requests: got.length}
}"""


NO_AIM = float("inf")


@dataclass(frozen=True)
class Column:
    """One thing measured: its title, what it may be at most, its unit as shown."""

    key: str
    title: str
    most: float = NO_AIM
    scale: float = 1
    digits: int = 0


AIMS = (
    Column("lcp", "LCP (s)", 1800, 1000, 2),
    Column("cls", "CLS", 0.02, 1, 3),
    Column("tbt", "TBT (ms)", 100),
    Column("css", "CSS (KB)", 30_000, 1000, 1),
    Column("js", "mã (KB)", 40_000, 1000, 1),
    Column("font", "phông (KB)", 60_000, 1000, 1),
    Column("foreign", "máy chủ khác", 0),
)
COLUMNS = (*AIMS, Column("requests", "lượt tải"), Column("all", "tất cả (KB)", scale=1000))
KEYS = [one.key for one in COLUMNS]


def report(site: Path, times: int, only: Sequence[str], as_json: bool) -> str:
    """Measure every type of page, a line as soon as a page is measured; the worst at the end."""
    if not (site / "index.html").is_file():
        raise RuntimeError(f"Không thấy trang đã dựng ở «{site}». Chạy: python3 scripts/build.py")
    pages = [Sample(url, "") for url in only] or samples(site)
    lost = [one.url for one in pages if not (site / one.file).is_file()]
    if lost:
        raise RuntimeError(f"Không có trang: {', '.join(lost)}.")
    results: list[dict[str, Any]] = []
    if not as_json:
        print(head())
    for page, told in measure(site, pages, times):
        results.append({"url": page.url, **told})
        if not as_json:
            print(row(page.url or "trang chủ", told), flush=True)
    if as_json:
        return json.dumps(results, ensure_ascii=False, indent=1)
    return row("xấu nhất", {key: max(one[key] for one in results) for key in KEYS})


def measure(
    site: Path, pages: Sequence[Sample], times: int
) -> Iterator[tuple[Sample, dict[str, float]]]:
    """Each page so many times in a browser that has seen nothing; the medians."""
    with serving(site) as line, chromium.started() as browser:
        for page in pages:
            runs = [visit(browser, line.address + page.url) for _ in range(times)]
            yield page, {key: median(run[key] for run in runs) for key in KEYS}


def visit(browser: Browser, address: str, *, throttled: bool = True) -> dict[str, Any]:
    """One first visit, until two seconds after the page is there."""
    context = browser.new_context(locale="vi-VN", viewport=PHONE)  # type: ignore[arg-type]
    context.add_init_script(WATCH)
    page = context.new_page()
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    if throttled:
        session = context.new_cdp_session(page)
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.wait_for_timeout(2000 if throttled else 50)
    told: dict[str, Any] = page.evaluate(TELL)
    context.close()
    return {**told, "foreign": len(hosts - {HOST, None})}


def missed(told: dict[str, float]) -> list[str]:
    """The aims a page does not keep."""
    return [aim.title for aim in AIMS if told[aim.key] > aim.most]


def row(name: str, told: dict[str, float]) -> str:
    cells = "".join(number(told[column.key], column) for column in COLUMNS)
    return f"{name:50}{cells}  " + (", ".join(missed(told)) or "đạt")


def number(value: float, column: Column) -> str:
    told = decimal(value / column.scale, column.digits) if value != NO_AIM else ""
    return told.rjust(len(column.title) + 3)


def head() -> str:
    titles = "".join(f"{one.title:>{len(one.title) + 3}}" for one in COLUMNS)
    most = "".join(number(one.most, one) for one in COLUMNS)
    return f"{'trang':50}{titles}\n{'không quá':50}{most}"
