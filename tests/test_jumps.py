"""Nothing on a phone jumps when scripts come, later than the page: what they show has its room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Serve, Witness
from playwright.sync_api import Page
from waiting import ready

from tests.chromium import NARROW, PHONE

OPEN = Callable[..., Page]
PAGES = (
    "van-ban/",
    "van-ban/01-qd-lm/",
    "truong/lang-may/",
    "nhiem-vu/",
    "bo-tieu-chi/01-qd-lm/",
    "thuat-ngu/",
    "su-kien/",
    "tien-do/",
    "doi-chieu/",
    "don-vi/hoi-dong-lang-may/",
    "gioi-thieu/",
)
TOPS = """() => [...document.querySelectorAll(".tools, .tools ~ *, .entry > *")]
  .filter(one => one.checkVisibility())
  .map(one => [one.tagName, one.className, Math.round(one.getBoundingClientRect().top)])"""


@pytest.fixture(scope="module")
def site(made_up_site: Path, serve: Serve) -> str:
    return serve(made_up_site, "/a/")


@pytest.mark.parametrize("width", [PHONE, NARROW])
def test_what_scripts_show_has_its_room_before_they_come(
    site: str, open_page: OPEN, witness: Witness, width: int
) -> None:
    size = {"width": width, "height": 844}
    before, after = open_page(viewport=size), open_page(viewport=size)
    before.route("**/start.js", lambda route: route.abort())
    for url in PAGES:
        before.goto(site + url)
        ready(after, site + url)
        assert before.evaluate(TOPS) == after.evaluate(TOPS), url
    witness.errors.clear()
