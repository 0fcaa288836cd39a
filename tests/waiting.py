"""How browser tests wait: for what a page has done, never for a span of time.

In: a page. Out: nothing, once it has done it. A span a page itself keeps (a pause before something
shows) is passed by moving the page's clock: `page.clock.install()`, then `page.clock.run_for(…)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from conftest import PATIENCE
from playwright.sync_api import Page

PAUSE = 50
HAS_RUN = "url => import(url).then(() => true)"
"""A module is run once: whoever asks for it again waits for that very run."""


def ready(page: Page, address: str, module: str = "notes") -> Page:
    """The page, and the module of it that is fetched afterwards, set up."""
    with page.expect_response(re.compile(f"/{module}\\.js$")) as fetched:
        page.goto(address)
    page.evaluate(HAS_RUN, fetched.value.url)
    return page


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Until it holds, the page going on meanwhile: for what the page itself cannot be asked."""
    for _ in range(PATIENCE // PAUSE):
        if holds():
            return
        page.wait_for_timeout(PAUSE)
    raise AssertionError("trang chưa làm điều được chờ")
