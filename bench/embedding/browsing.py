"""A browser as readers have it: storage in foreign frames is parted, as it is by default.

Comes in: nothing. Goes out: a browser. What Playwright switches off by itself stays on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import machine
from playwright.sync_api import Browser, BrowserType, sync_playwright

FLAGS = (
    *("--headless", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-gpu", "--disable-quic", "--hide-scrollbars", "--mute-audio"),
)


@contextmanager
def launched(kind: BrowserType) -> Iterator[Browser]:
    """By a Playwright that runs already."""
    program = machine.find_browser()
    if program is None:
        raise RuntimeError(machine.NO_BROWSER)
    flags = [*FLAGS, *(["--no-sandbox"] if machine.is_root() else [])]
    browser = kind.launch(executable_path=program, args=flags, ignore_default_args=True)
    yield browser
    browser.close()


@contextmanager
def ordinary() -> Iterator[Browser]:
    with sync_playwright() as playwright, launched(playwright.chromium) as browser:
        yield browser
