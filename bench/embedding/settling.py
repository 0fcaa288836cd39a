"""How a frame comes to its height: every part of the register, on a wide page and on a phone.

Comes in: a browser, the server of portals, the section's address. Goes out: what was seen of each.
What is pasted is what the page «Đưa vào cổng khác» hands out, taken from that page itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, Response

from bench.embedding.portals import PAGE
from bench.embedding.server import Pages
from portal.views.embed.shown import WHOLE

PATIENCE = 20_000
SIZES: Mapping[str, tuple[int, int]] = {"máy bàn": (1280, 800), "điện thoại": (390, 844)}
WHOLE_PAGE = "van-ban/"
COUNT = """if (parent === window) {
  window.heard = []
  window.heights = []
  window.shift = 0
  let tick = 0, told = 0
  const next = () => { tick++; requestAnimationFrame(next) }
  next()
  addEventListener("message", ({data}) => {
    if (data?.truongChuan) { heard.push(data.type); told = tick }
  })
  const sizes = new ResizeObserver(all => { for (const one of all) {
    const height = Math.round(one.contentRect.height)
    if (height !== heights.at(-1)?.height) heights.push({height, after: told ? tick - told : 0})
  } })
  new MutationObserver(all => {
    for (const {addedNodes} of all) for (const one of addedNodes)
      if (one.localName === "iframe") sizes.observe(one)
  }).observe(document, {subtree: true, childList: true})
  new PerformanceObserver(all => { for (const one of all.getEntries()) shift += one.value })
    .observe({type: "layout-shift", buffered: true})
}"""


@dataclass(frozen=True)
class Settled:
    part: str
    size: str
    messages: int
    changes: int
    """Of the height a reader sees, after the first."""
    frames: int
    """Of the screen, from what the frame said to the height that follows."""
    shift: float
    files: int
    weight: int
    """Bytes."""


def run(browser: Browser, pages: Pages, root: str) -> Iterator[Settled]:
    for part, snippet in handed_out(browser, root).items():
        for size in SIZES:
            yield _looked(browser, pages, root, part, snippet, size)


def handed_out(browser: Browser, root: str) -> dict[str, str]:
    """The snippets for a page one can write oneself, by part."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{root}nhung/")
    page.get_by_label("Cổng và vai trò").select_option("html")
    listed = json.loads(page.request.get(f"{root}nhung/xem/danh-sach.json").body())
    made = {}
    for name in (*(one["name"] for one in listed["components"]), WHOLE):
        page.get_by_label("Nội dung đưa vào cổng").select_option(name)
        if name == WHOLE:
            page.get_by_label("Địa chỉ trang trong chuyên mục").fill(root + WHOLE_PAGE)
        told = f'xem="{name}' + (f"/{WHOLE_PAGE.strip('/')}" if name == WHOLE else "")
        place = page.get_by_label("Đoạn mã để dán vào cổng")
        page.wait_for_function(
            "([place, told]) => place.value.includes(told)", arg=[place.element_handle(), told]
        )
        made[name] = place.input_value()
    page.close()
    return made


def _looked(
    browser: Browser, pages: Pages, root: str, part: str, snippet: str, size: str
) -> Settled:
    page, weighed = opened(browser, pages, root, snippet, size)
    heights, shift = page.evaluate("heights"), page.evaluate("shift")
    messages = page.evaluate("heard.length")
    page.close()
    return Settled(
        part,
        size,
        messages,
        len(heights) - 1,
        max((one["after"] for one in heights[1:]), default=0),
        shift,
        len(weighed),
        sum(weighed),
    )


def opened(
    browser: Browser, pages: Pages, root: str, snippet: str, size: str = "máy bàn"
) -> tuple[Page, list[int]]:
    """A portal that shows a snippet; the bytes of every file the section sent for it."""
    weighed: list[int] = []

    def weigh(answer: Response) -> None:
        if answer.url.startswith(root):
            weighed.append(int(answer.headers.get("content-length", "0")))

    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(PATIENCE)
    page.add_init_script(COUNT)
    page.on("response", weigh)
    page.goto(pages.put("do", PAGE.format(name="Cổng bịa", content=snippet, more="")))
    inside = page.frame_locator("iframe").locator(":root.embed-ready[data-welcomed]")
    inside.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    return page, weighed
