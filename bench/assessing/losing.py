"""Whether the last keystroke older than a second is there, whatever happens.

In: a served site. Out: for each mishap how often it was tried, and the age in milliseconds of the
oldest key that was lost. Tabs are killed as a system kills them: their process, by its number.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Error, Page

from bench.assessing.loading import PLACE

AGE = 1000
"""Milliseconds after which a key may not be lost."""
REFUSED = """Object.defineProperty(window, "localStorage", {get() { throw new Error("không") }})"""
FULL = """() => {
  for (let size = 2 ** 22; size >= 1; size = size / 2 | 0)
    try { for (let n = 0; ; n++) localStorage.setItem(`day/${size}/${n}`, "x".repeat(size)) }
    catch { /* full */ }
}"""
ROOM = """() => Object.keys(localStorage).filter(key => key.startsWith("day/"))
  .forEach(key => localStorage.removeItem(key))"""


@dataclass(frozen=True)
class Loss:
    mishap: str
    tried: int
    failed: int
    """How often a key older than a second was gone, or the page did not say what it must."""
    oldest: float
    """Age of the oldest key that was lost, in milliseconds."""


def begin(page: Page, address: str) -> Any:
    page.goto(address + PLACE)
    page.get_by_label("Trường", exact=True).fill("Trường Bịa")
    page.get_by_role("button", name="Bắt đầu").click()
    return field(page)


def field(page: Page) -> Any:
    """Where a long text is typed, so that every key can be told from every other."""
    page.locator(".a-screen").wait_for()
    page.evaluate("location.hash = '#loi-bao-cao'")
    return page.get_by_label("Đặt vấn đề")


def killed(browser: Browser, address: str, times: int, seed: int) -> Loss:
    dice, told = random.Random(seed), browser.new_browser_cdp_session()
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    begin(page, address)
    where, worst, failed = page.url, 0.0, 0
    for _ in range(times):
        age = _one(told, page, dice)
        page = _again(context, page, where)
        lost = age(field(page).input_value())
        worst, failed = max(worst, lost), failed + (lost > AGE)
    context.close()
    return Loss("tiến trình của thẻ bị giết", times, failed, worst)


def _one(told: CDPSession, page: Page, dice: random.Random) -> Callable[[str], float]:
    """Type, and kill at a moment nobody chose; what then tells how old the oldest lost key is."""
    text = field(page)
    text.fill("")
    text.focus()
    typed, until = "", dice.uniform(0.02, 1.6)
    sent: list[float] = []
    began = time.monotonic()
    while time.monotonic() - began < until:
        key = dice.choice("abcdeghiklmnopqrstuvxy")
        with suppress(Error):
            page.keyboard.type(key)
        typed, sent = typed + key, [*sent, time.monotonic()]
        time.sleep(dice.uniform(0, 0.03))
    _kill(told)
    end = time.monotonic()

    def age(found: str) -> float:
        if not typed.startswith(found):
            return (end - began) * 1000
        return (end - sent[len(found)]) * 1000 if len(found) < len(typed) else 0.0

    return age


def _kill(told: CDPSession) -> None:
    for one in told.send("SystemInfo.getProcessInfo")["processInfo"]:
        if one["type"] == "renderer":
            with suppress(ProcessLookupError):
                os.kill(one["id"], signal.SIGKILL)


def _again(context: BrowserContext, dead: Page, address: str) -> Page:
    with suppress(Error):
        dead.close()
    page = context.new_page()
    page.goto(address)
    return page


def full(browser: Browser, address: str) -> Loss:
    """No room: it is told, a file can be saved; once there is room all of it is kept."""
    page = browser.new_page()
    begin(page, address).fill("trước")
    page.evaluate(FULL)
    field(page).fill("trong lúc hết chỗ, một câu dài hơn hẳn câu trước để không còn chỗ")
    said = page.locator(".a-status .notice").inner_text()
    with page.expect_download() as coming:
        page.keyboard.press("Control+s")
    saved = "trong lúc hết chỗ" in coming.value.path().read_text(encoding="utf-8")
    page.evaluate(ROOM)
    field(page).press_sequentially("!")
    page.reload()
    kept = field(page).input_value().endswith("không còn chỗ!")
    page.close()
    return Loss("trình duyệt hết chỗ", 1, int(not ("hết chỗ" in said and saved and kept)), 0)


def refused(browser: Browser, address: str) -> Loss:
    page = browser.new_page()
    page.add_init_script(REFUSED)
    begin(page, address).fill("không có chỗ giữ")
    said = page.locator(".a-status .notice").inner_text()
    with page.expect_download() as coming:
        page.keyboard.press("Control+s")
    saved = "không có chỗ giữ" in coming.value.path().read_text(encoding="utf-8")
    page.close()
    return Loss(
        "không cho giữ dữ liệu (lưu ra tệp)", 1, int(not ("lưu ra tệp" in said and saved)), 0
    )


def two_tabs(browser: Browser, address: str) -> Loss:
    context = browser.new_context(locale="vi-VN")
    one = context.new_page()
    begin(one, address).fill("một")
    other = context.new_page()
    other.goto(one.url)
    field(other).fill("hai")
    field(one).fill("ba")
    # What is kept is kept at once; what is shown waits for the next frame.
    told = one.locator(".a-status .notice", has_text="thẻ khác")
    told.wait_for()
    said = told.inner_text()
    one.get_by_role("button", name="Giữ bản ở thẻ này").click()
    one.reload()
    kept = field(one).input_value() == "ba"
    context.close()
    return Loss("hai thẻ cùng một bản", 1, int(not ("thẻ khác" in said and kept)), 0)


def clock_back(browser: Browser, address: str) -> Loss:
    page = browser.new_page()
    begin(page, address).fill("trước")
    page.clock.set_fixed_time("2001-01-01T00:00:00Z")
    field(page).fill("sau")
    page.reload()
    kept = field(page).input_value() == "sau"
    page.close()
    return Loss("đồng hồ lùi 25 năm", 1, int(not kept), 0)
