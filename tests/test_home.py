"""The home page of the real portal: what each reader comes for stands on the first screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Serve
from playwright.sync_api import Locator, Page, expect

OPEN = Callable[..., Page]
SCREEN = {"width": 1280, "height": 720}


@pytest.fixture(scope="module")
def site(real_site: Path, serve: Serve) -> str:
    return serve(real_site, "/chuyen-muc/")


def test_what_each_reader_comes_for_is_on_the_first_screen(site: str, open_page: OPEN) -> None:
    page = open_page(viewport=SCREEN)
    page.goto(site)
    for what in (
        page.locator("main .search-box input").first,
        page.get_by_role("navigation", name="Bắt đầu theo công việc"),
        page.locator("section:has(> #dang-dung) a").last,
        page.locator("section:has(> #tieu-chi) li a").last,
        page.locator("section:has(> #truong) a").last,
        page.locator("section:has(> #den-han) li").first,
        page.locator("section:has(> #moi) li").last,
        page.locator(".figure-rows > li").last,
    ):
        box = what.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= SCREEN["height"], what


def test_every_start_leads_to_its_steps_and_each_of_them_somewhere(
    site: str, open_page: OPEN
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site)
    starts = page.get_by_role("navigation", name="Bắt đầu theo công việc").get_by_role("link")
    names = starts.all_inner_texts()
    assert len(names) == 5
    for name in names:
        page.goto(site)
        page.get_by_role("link", name=name, exact=True).click()
        heading = page.locator(":target")
        expect(heading).to_have_text(name)
        steps = heading.locator("xpath=following-sibling::ol[1]/li")
        assert 3 <= steps.count() <= 5
        assert steps.locator("a").count() >= 2


@pytest.mark.parametrize(
    "url", ["nhiem-vu/", "nguon/", "truong/", "su-kien/", "tien-do/", "khiem-khuyet/"]
)
def test_long_lists_fold_on_a_phone_and_a_link_unfolds_its_part(
    url: str, site: str, open_page: OPEN
) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(site + url)
    assert page.evaluate("document.documentElement.scrollHeight") < 3000
    last = page.locator(".fold").last
    inside = last.locator("a").last
    expect(inside).to_be_hidden()
    # The folds are the way to themselves there: nothing is listed twice.
    expect(jump_of(page)).to_have_count(0)
    page.goto(f"{site}{url}#{last.locator('div').first.get_attribute('id')}")
    expect(inside).to_be_visible()
    assert last.locator("summary").bounding_box()["y"] >= -1  # type: ignore[index]
    wide = open_page(java_script_enabled=False, viewport=SCREEN)
    wide.goto(site + url)
    expect(wide.locator(".fold").last.locator("a").last).to_be_visible()
    expect(jump_of(wide)).to_be_visible()


def jump_of(page: Page) -> Locator:
    """The row of links to the parts of a list."""
    return page.get_by_role("navigation", name="Trong trang này")


def test_the_figures_tell_their_day_and_lead_to_what_was_counted(site: str, page: Page) -> None:
    page.goto(site)
    heading = page.locator("#so-lieu")
    assert "/" in heading.inner_text()
    for link in page.locator(".figure-rows a").all():
        address = link.evaluate("one => one.href")
        page.request.get(address)
        place, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in page.request.get(place).text()
