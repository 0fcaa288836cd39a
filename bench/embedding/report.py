"""What embedding comes to, measured in a real browser with the portal on another site.

Comes in: a built section. Goes out: a table beside the aims, and whether all are met.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Response

from bench.embedding import browsing, cases, tried
from bench.embedding.portals import PAGE
from bench.embedding.server import Pages, portals, section

LOADER = 4096
MESSAGES, ALL_CASES = 3, 128
FLOOD = 100_000
PATIENCE = 20_000
SHOWN = ("van-ban-moi", "so-lieu", "tim-kiem", "trang/van-ban")
COUNT = """() => {
  window.heard = []
  addEventListener("message", ({data}) => { if (data?.truongChuan) heard.push(data.type) })
  window.heights = 0
  new MutationObserver(all => { heights += all.length }).observe(document, {
    subtree: true, attributes: true, attributeFilter: ["style"] })
  window.shift = 0
  new PerformanceObserver(list => { for (const one of list.getEntries()) shift += one.value })
    .observe({type: "layout-shift", buffered: true})
}"""
SEND = """([inside, many]) => {
  const values = [null, 1, -1, 1e9, NaN, "", "hello", "size", "welcome", {}, [], "x".repeat(999)]
  let seed = 7
  const one = () => values[(seed = seed * 1103515245 + 12345 >>> 0) % values.length]
  const to = inside ? frames[0] : window
  const begun = performance.now()
  for (let at = 0; at < many; at++)
    to.postMessage({truongChuan: 1, type: one(), token: one(), height: one(), path: one(),
      title: one(), sandbox: one()}, "*")
  return new Promise(done => setTimeout(() => done((performance.now() - begun) / many)))
}"""


@dataclass(frozen=True)
class Line:
    what: str
    found: str
    aim: str
    is_met: bool = True


def report(site: Path, folder: Path | None = None) -> tuple[str, bool]:
    """`folder`: to set up a real WordPress in, where that is to be tried too."""
    if not (site / "nhung" / "v1.js").is_file():
        raise RuntimeError(f"{site} chưa có trang để đo: chạy python3 scripts/build.py trước.")
    with browsing.ordinary() as browser, portals() as pages, section(site) as root:
        lines = [*_loader(site), *_settled(browser, pages, root), *_flood(browser, pages, root)]
        seen = list(cases.run(browser, pages, root))
    right = sum(one.is_right for one in seen)
    lines.append(
        Line("trường hợp đúng bậc", f"{right}", f"{ALL_CASES}", right == ALL_CASES == len(seen))
    )
    lines += [
        Line(one.what, one.told, "đúng như lời khuyên", one.is_right)
        for one in (tried.run(folder) if folder else ())
    ]
    wrong = [cases.told(seen)] if right < len(seen) else []
    return "\n".join([_table(lines), *wrong]), all(one.is_met for one in lines)


def _loader(site: Path) -> Iterator[Line]:
    size = len(gzip.compress((site / "nhung" / "v1.js").read_bytes(), 9, mtime=0))
    yield Line("mã nhúng, byte gzip", f"{size}", f"≤ {LOADER}", size <= LOADER)
    size = len(gzip.compress((site / "nhung" / "khung.js").read_bytes(), 9, mtime=0))
    yield Line("mã trong khung, byte gzip", f"{size}", "")


def _page(browser: Browser, pages: Pages, root: str, show: str) -> Page:
    """A portal that shows one part, its messages counted."""
    html = (
        f'<script src="{root}nhung/v1.js"></script>'
        f'<truong-chuan xem="{show}"><a href="{root}">Liên kết</a></truong-chuan>'
    )
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(f"if (parent === window) ({COUNT})()")
    page.on("response", lambda answer: _weigh(page, root, answer))
    page.goto(pages.put("do", PAGE.format(name="Cổng bịa", content=html, more="")))
    page.frames[-1].wait_for_selector(":root.embed-ready[data-welcomed]", state="attached")
    page.wait_for_load_state("networkidle")
    return page


_WEIGHED: dict[Page, list[int]] = {}


def _weigh(page: Page, root: str, answer: Response) -> None:
    if answer.url.startswith(root):
        _WEIGHED.setdefault(page, []).append(int(answer.headers.get("content-length", "0")))


def _settled(browser: Browser, pages: Pages, root: str) -> Iterator[Line]:
    for show in SHOWN:
        page = _page(browser, pages, root, show)
        heard, heights = page.evaluate("heard.length"), page.evaluate("heights")
        shift, sizes = page.evaluate("shift"), _WEIGHED.pop(page, [])
        told = f"{heard} lời, {heights} lần đổi, xô lệch {shift:.3f}"
        yield Line(f"{show}: tới chiều cao đúng", told, f"≤ {MESSAGES} lời", heard <= MESSAGES)
        yield Line(f"{show}: tải", f"{len(sizes)} tệp, {sum(sizes) / 1024:.0f} KB", "")
        page.close()


def _flood(browser: Browser, pages: Pages, root: str) -> Iterator[Line]:
    page = _page(browser, pages, root, SHOWN[0])
    state = "[document.querySelector('iframe').style.height, location.href, document.title].join()"
    for inside, who in ((False, "cổng"), (True, "khung")):
        before = page.evaluate(state), page.frames[1].evaluate("document.body.innerText")
        spent = page.evaluate(SEND, [inside, FLOOD])
        page.frames[1].evaluate("new Promise(done => setTimeout(done))")
        after = page.evaluate(state), page.frames[1].evaluate("document.body.innerText")
        told = f"{'không' if before == after else 'CÓ'} tác dụng, {spent * 1000:.0f} µs mỗi lời"
        good = before == after and spent <= 1
        yield Line(f"{FLOOD:,} lời lạ gửi tới {who}".replace(",", "."), told, "0; ≤ 1 ms", good)
    page.close()


def _table(lines: list[Line]) -> str:
    rows = [f"| {one.what} | {one.found} | {one.aim} |" for one in lines]
    return "\n".join(["| đo gì | được | cần |", "|---|---|---|", *rows])
