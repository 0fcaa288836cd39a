"""A long text folded into parts, in the browser: links into closed parts, paper. All made up.

One page of the tiny site, its text put in place of the real one: nothing is built for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Serve
from playwright.sync_api import Page, Route, expect

from portal.views.html.clauses import marked
from portal.views.html.folded import folded
from portal.views.html.markdown import Converter

OPEN = Callable[..., Page]
AT = "van-ban/01-qd-lm/"
LAST = "dieu-24.khoan-90"
CHAPTERS = "".join(
    f"## Chương {n} {{#chuong-{n}}}\n\n### Điều {n} {{#dieu-{n}}}\n\n"
    + "".join(f"{k}. Lời thứ {k} của điều {n} {{#dieu-{n}.khoan-{k}}}\n" for k in range(1, 131))
    + "\n"
    for n in range(21, 26)
)


@pytest.fixture(scope="module")
def site(made_up_site: Path, serve: Serve) -> str:
    return serve(made_up_site, "/chuyen-muc/")


@pytest.fixture(scope="module")
def long_page(made_up_site: Path) -> str:
    text = folded(marked(Converter().block(CHAPTERS, str), {}, {}))
    assert text.count("<details>") == 5 and "<details open" not in text
    whole = (made_up_site / AT / "index.html").read_text(encoding="utf-8")
    start = re.search(r'<div class="document-body"[^>]*>', whole)
    assert start
    return f"{whole[: start.end()]}{text}<p>{whole[start.end() :]}"


@pytest.mark.parametrize("script", [True, False])
def test_a_link_to_a_clause_in_a_closed_part_shows_it(
    script: bool, site: str, long_page: str, open_page: OPEN
) -> None:
    page = open_page(java_script_enabled=script, viewport={"width": 390, "height": 844})
    page.route(f"**/{AT}", lambda route: _give(route, long_page))
    page.goto(f"{site}{AT}#{LAST}", wait_until="load")
    expect(page.locator(f"[id='{LAST}']")).to_be_in_viewport()
    assert page.locator(".part details[open]").count() <= 1
    expect(page.locator("[id='dieu-21.khoan-1']")).not_to_be_visible()


def test_paper_has_every_part(site: str, long_page: str, open_page: OPEN) -> None:
    page = open_page()
    page.route(f"**/{AT}", lambda route: _give(route, long_page))
    page.goto(f"{site}{AT}", wait_until="load")
    page.emulate_media(media="print")
    for n in range(21, 26):
        expect(page.locator(f"[id='dieu-{n}.khoan-90']")).to_be_visible()


def _give(route: Route, text: str) -> None:
    route.fulfill(body=text, content_type="text/html; charset=utf-8")
