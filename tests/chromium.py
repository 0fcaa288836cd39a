"""The one way tests, pictures and measures start a browser.

In: nothing. Out: a Chrome, Chromium or Edge that does only what it is asked: no updates, no lists,
no calls home. A machine without one is told how to get it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import machine
from playwright.sync_api import Browser, sync_playwright

DESK, PHONE, NARROW = 1280, 390, 320
"""Widths of windows; nothing may be wider than the last."""
FLAGS = (
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--no-first-run", "--disable-quic", "--disable-gpu"),
)
UNHINTED = "none"
"""Letters have the same widths in a browser with windows and in one without."""


@contextmanager
def started(hinting: str = UNHINTED) -> Iterator[Browser]:
    """A browser in which nothing is kept from any earlier time; how it fits letters to points."""
    program = machine.find_browser()
    if program is None:
        raise SystemExit(machine.NO_BROWSER)
    fitted = f"--font-render-hinting={hinting}"
    flags = [*FLAGS, fitted, *(["--no-sandbox"] if machine.is_root() else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()
