"""How long each export takes and weighs, everything entered at every chỉ tiêu.

In: a page with a full assessment. Out: a name, seconds from the press to the file, its bytes.
"""

from __future__ import annotations

import time
from typing import Any, NamedTuple

from playwright.sync_api import Browser

from bench.assessing.loading import PLACE, keep

BUTTONS = ("Lưu ra tệp", "Báo cáo (Word)", "Bảng (Excel)", "Bảng (CSV)")


class Export(NamedTuple):
    name: str
    seconds: float
    bytes: int


def exports(browser: Browser, address: str, kept: dict[str, Any]) -> list[Export]:
    page = browser.new_page()
    keep(page, address + PLACE, kept)
    page.goto(f"{address}{PLACE}?ban=bia#tep")
    screen = page.locator(".a-screen")
    screen.wait_for()
    made = []
    for name in BUTTONS:
        began = time.monotonic()
        with page.expect_download() as coming:
            screen.get_by_role("button", name=name, exact=True).first.click()
        size = coming.value.path().stat().st_size
        made.append(Export(name, time.monotonic() - began, size))
    page.evaluate("location.hash = '#viec-can-lam'")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Lưu lịch các hạn").click()
    made.append(Export("Lịch các hạn", 0, coming.value.path().stat().st_size))
    began = time.monotonic()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = len(page.pdf())
    made.append(Export("In (PDF)", time.monotonic() - began, printed))
    page.close()
    return made
