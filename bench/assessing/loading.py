"""What a first visit costs, when work can begin, how soon a key shows its verdict.

In: a served site whose page asks a made-up set. Out: bytes as packed, seconds, milliseconds. The
line has 1.6 Mbit/s and 150 ms a request, the processor is four times slower.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from bench.line import Line
from bench.vitals import LINE, PHONE, SLOWER

PLACE = "tu-ra-soat/"
SHOWN = """
window.shown = new Promise(done => new MutationObserver((_, watch) => {
  if (!document.querySelector(".a-desk button")) return
  watch.disconnect()
  requestAnimationFrame(() => setTimeout(() => done(performance.now())))
}).observe(document, {childList: true, subtree: true}))
"""
WATCH = """
window.waits = []
document.addEventListener("input", event => {
  const began = event.timeStamp
  requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - began)))
}, true)
"""
"""From the key to after the frame that shows what it changed."""
KEYS, PACE = 120, 100
"""Ten keys a second, faster than figures are typed: keys that wait for others are not counted."""


@dataclass(frozen=True)
class Load:
    all: int
    own: int
    """Of it what other pages do not load: the page itself, its style, its script."""
    interactive: float
    """Milliseconds until the first screen answers, the beginning of work or a full assessment."""
    opened: float


def loaded(browser: Browser, line: Line, kept: dict[str, Any], times: int) -> Load:
    """Cold visits: to the page as anyone finds it, then to an assessment of every chỉ tiêu."""
    home = _sent(browser, line, "")
    page = _sent(browser, line, PLACE)
    own = sum(size for path, size in page.items() if path not in home)
    first = median(_until(browser, line.address + PLACE, None) for _ in range(times))
    again = f"{line.address}{PLACE}?ban=bia#tung-chi-tieu"
    opened = median(_until(browser, again, kept) for _ in range(times))
    return Load(sum(page.values()), own, first, opened)


def _sent(browser: Browser, line: Line, url: str) -> dict[str, int]:
    line.begin()
    page = browser.new_page()
    page.goto(line.address + url, wait_until="networkidle")
    page.close()
    return {path.partition("?")[0]: size for path, size in line.sent}


def _until(browser: Browser, address: str, kept: dict[str, Any] | None) -> float:
    """The screen is drawn and no long task keeps it from answering."""
    context = browser.new_context(locale="vi-VN", viewport=PHONE)  # type: ignore[arg-type]
    context.add_init_script(SHOWN)
    page = context.new_page()
    if kept is not None:
        keep(page, address, kept)
    slow(page)
    page.goto(address, wait_until="commit")
    when = float(page.evaluate("shown"))
    context.close()
    return when


def keep(page: Page, address: str, kept: dict[str, Any]) -> None:
    """As an earlier visit left it: opened from its file, by the keeper's own hand."""
    start = address.partition("?")[0]
    page.goto(start)
    file = {"format": "truong-chinh-tri-chuan/tu-ra-soat", "version": 1, "assessment": kept}
    page.set_input_files(
        "#a-tep",
        {"name": "bia.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()},
    )
    page.get_by_role("button", name="Mở bản này").click()
    page.locator(".a-screen").wait_for()
    # The address names the assessment; ours has a name that is known beforehand.
    page.evaluate("""() => {
      const id = new URLSearchParams(location.search).get("ban")
      for (const key of Object.keys(localStorage)) if (key.includes(`/${id}/`)) {
        localStorage.setItem(key.replace(id, "bia"), localStorage.getItem(key))
        localStorage.removeItem(key)
      }
    }""")
    page.goto("about:blank")


def slow(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def keystroke(
    browser: Browser, line: Line, kept: dict[str, Any], screen: str, slower: float
) -> list[float]:
    """Milliseconds from each key to the frame with its verdict, on a screen with everything.
    `slower`: so many times than this machine."""
    context = browser.new_context(locale="vi-VN", viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    line.begin()
    keep(page, line.address + PLACE, kept)
    page.add_init_script(WATCH)
    page.goto(f"{line.address}{PLACE}?ban=bia#{screen}")
    page.locator(".a-screen").wait_for()
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    field = page.locator(".a-number").nth(1)
    if screen == "tung-chi-tieu":
        page.locator(".a-card summary").first.click()
        field = page.locator(".a-card details[open] textarea").first
    field.focus()
    for at in range(KEYS):
        page.keyboard.press("Backspace" if at % 3 == 2 else str(at % 9 + 1))
        page.wait_for_timeout(PACE)
    page.wait_for_function(f"waits.length >= {KEYS}")
    waits: list[float] = page.evaluate("waits")
    context.close()
    return sorted(waits)
