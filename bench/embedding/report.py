"""What embedding comes to, measured in a real browser with the portal on another site.

Comes in: a built section. Goes out: a table beside the aims, and whether all are met.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bench.embedding import browsing, cases, settling, tried
from bench.embedding.server import Pages, portals, section
from bench.embedding.settling import Settled

LOADER = 4096
MESSAGES, ALL_CASES = 3, 128
FLOOD = 100_000
SHIFT = 0.001
"""A browser's own mark for «good» is 0.1; what is told here is a pixel or two."""
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


def _settled(browser: Browser, pages: Pages, root: str) -> Iterator[Line]:
    """The worst of all parts by size of the screen, then each part that misses an aim."""
    seen = list(settling.run(browser, pages, root))
    for size in settling.SIZES:
        mine = [one for one in seen if one.size == size]
        still = sum(one.shift == 0 for one in mine)
        yield _line(
            f"{len(mine)} phần, {size}, tới chiều cao đúng", mine, f"; {still} phần đứng yên"
        )
        heavy = max(mine, key=lambda one: one.weight)
        light = min(mine, key=lambda one: one.weight)
        told = (
            f"{one.files} tệp, {one.weight / 1024:.0f} KB ({one.part})" for one in (light, heavy)
        )
        yield Line(f"{size}, một phần tải", " đến ".join(told), "")
    for one in seen:
        if not (line := _line(f"{one.part}, {one.size}", [one])).is_met:
            yield line


def _line(what: str, seen: Sequence[Settled], more: str = "") -> Line:
    messages, changes = max(one.messages for one in seen), max(one.changes for one in seen)
    frames, shift = max(one.frames for one in seen), max(one.shift for one in seen)
    told = f"{messages} lời, {changes} lần đổi sau {frames} khung hình, xô lệch {shift:.4f}{more}"
    good = messages <= MESSAGES and frames <= 1 and shift <= SHIFT
    return Line(what, told, f"≤ {MESSAGES} lời, 1 khung hình; xô lệch ≤ {SHIFT}", good)


def _flood(browser: Browser, pages: Pages, root: str) -> Iterator[Line]:
    link = f'<a href="{root}">Liên kết</a>'
    element = f'<truong-chuan xem="van-ban-moi">{link}</truong-chuan>'
    snippet = f'<script src="{root}nhung/v1.js"></script>{element}'
    page, _ = settling.opened(browser, pages, root, snippet)
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
