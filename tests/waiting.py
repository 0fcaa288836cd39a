"""How browser tests wait: for what a page has done, never for a span of time.

In: a page. Out: nothing, once it has done it. A span a page itself keeps (a pause before something
shows) is passed by moving the page's clock: `page.clock.install()`, then `page.clock.run_for(…)`.
"""

from __future__ import annotations

from collections.abc import Callable

from conftest import PATIENCE
from playwright.sync_api import Page

PAUSE = 50
SET_UP = "import(document.querySelector('script[type=module]').src).then(start => start.ready)"
FINDER = """name => import(new URL("finder.js", document.querySelector("script[type=module]").src))
  .then(finder => finder[name]()).then(() => true)"""
"""A module is run once: whoever asks for it again waits for that very run."""


def ready(page: Page, address: str) -> Page:
    """The page, and all that looks after it once it is painted, set up."""
    page.goto(address)
    return set_up(page)


def set_up(page: Page) -> Page:
    """The same for a page that is open."""
    page.evaluate(f"{SET_UP}.then(() => true)")
    return page


def searching(page: Page, part: str = "box") -> None:
    """What the search has there (`box`, `page`, `marks`), set up."""
    page.evaluate(FINDER, part)


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Until it holds, the page going on meanwhile: for what the page itself cannot be asked."""
    for _ in range(PATIENCE // PAUSE):
        if holds():
            return
        page.wait_for_timeout(PAUSE)
    raise AssertionError("trang chưa làm điều được chờ")
