"""The one way tests, pictures and measures start a browser.

In: nothing. Out: a Chrome, Chromium or Edge that does only what it is asked: no updates, no lists,
no calls home. A machine without one is told how to get it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import machine
from playwright.sync_api import Browser, sync_playwright

FLAGS = (
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--no-first-run", "--disable-quic", "--disable-gpu"),
    # Letters have the same widths in a browser with windows and in one without.
    "--font-render-hinting=none",
)


@contextmanager
def started() -> Iterator[Browser]:
    """A browser in which nothing is kept from any earlier time."""
    program = machine.find_browser()
    if program is None:
        raise SystemExit(machine.NO_BROWSER)
    flags = [*FLAGS, *(["--no-sandbox"] if machine.is_root() else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()
