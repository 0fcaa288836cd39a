"""Real pages in a real browser: by phone, by keyboard, on paper, in a frame, without script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tiny
from conftest import Serve, Witness
from playwright.sync_api import Frame, Locator, Page, Response, expect

from portal.kinds import KINDS
from tests.chromium import DESK, NARROW, PHONE

PLACE = "/a/b/"
"""Where the site stands on its server: never at the root, so that no link may count on it."""
WIDTHS = (DESK, PHONE, NARROW)
DARK, LIGHT = "rgb(21, 24, 29)", "rgb(255, 255, 255)"

WIDE = """() => {
  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= room) return []
  const clipped = element => {
    for (let one = element.parentElement; one; one = one.parentElement)
      if (!["visible", "clip"].includes(getComputedStyle(one).overflowX)) return true
    return false
  }
  const told = one => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim()}`
  const culprits = [...document.body.querySelectorAll("*")]
    .filter(one => one.getBoundingClientRect().right > room && !clipped(one))
  return ["rộng hơn cửa sổ", ...culprits.slice(-3).map(one => told(one).slice(0, 60))]
}"""
SAID = """() => {
  for (const service of document.querySelectorAll(".needs-script")) service.remove()
  return document.getElementById("noi-dung").innerText
}"""
FOCUSED = """() => {
  const one = document.activeElement
  if (one === document.body) return null
  const box = one.getBoundingClientRect(), look = getComputedStyle(one)
  const outlined = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0
    && look.outlineColor !== "rgba(0, 0, 0, 0)"
  return {
    name: one.tagName.toLowerCase() + ": " + (one.innerText || one.name || one.id).trim(),
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight,
    marked: outlined || look.boxShadow !== "none",
    menu: Boolean(one.closest("nav[aria-label='Danh mục']")),
  }
}"""


@pytest.fixture(scope="module")
def site(real_site: Path, serve: Serve) -> str:
    """The address of the real site."""
    return serve(real_site, PLACE)


@pytest.fixture(scope="module")
def pages(real_site: Path) -> list[str]:
    """The home page, the list of every kind and its longest entry, and the pages that are alone."""
    found = [""]
    for kind in KINDS:
        folder = real_site / kind.name
        entries = sorted(folder.glob("*/index.html"), key=lambda file: file.stat().st_size)
        if kind.menu:
            found.append(f"{kind.name}/")
            found += [f"{kind.name}/{file.parent.name}/" for file in entries[-1:]]
    everything = sorted((real_site / "bo-tieu-chi").glob("*/*/index.html"))
    parts = [file for file in everything if 'http-equiv="refresh"' not in file.read_text("utf-8")]
    found += [f"{file.parent.relative_to(real_site).as_posix()}/" for file in parts[:1]]
    return [*found, "tien-do/", "co-gi-moi/", "khiem-khuyet/", "gioi-thieu/"]


def focused(page: Page) -> dict[str, Any]:
    """What has the focus after one more press of Tab."""
    page.keyboard.press("Tab")
    found: dict[str, Any] | None = page.evaluate(FOCUSED)
    assert found is not None, "bàn phím đã đi hết trang"
    return found


def ground(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


# Room


def test_no_page_is_wider_than_a_screen(site: str, pages: list[str], page: Page) -> None:
    """Wide tables scroll in their own box; the page never does."""
    wide = []
    for url in pages:
        page.goto(site + url)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            for culprit in page.evaluate(WIDE):
                wide.append(f"{url or 'trang chủ'} ở {width} px: {culprit}")
    assert wide == []


# Keyboard


def test_the_first_stop_of_the_keyboard_leads_past_the_menu(site: str, page: Page) -> None:
    page.goto(f"{site}van-ban/")
    first = focused(page)
    assert first["name"] == "a: Đến nội dung chính"
    assert first["seen"]
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('noi-dung').contains(document.activeElement)")


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_keyboard_reaches_the_menu_and_every_stop_is_seen(
    width: int, site: str, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}van-ban/")
    stops = [focused(page)]
    while not stops[-1]["menu"]:
        if stops[-1]["name"] == "summary: Danh mục":
            page.keyboard.press("Enter")
        stops.append(focused(page))
    assert [stop["name"] for stop in stops if not (stop["seen"] and stop["marked"])] == []
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(f"{site}van-ban/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_every_stop_in_an_article_is_seen(site: str, open_page: Callable[..., Page]) -> None:
    page = open_page(reduced_motion="reduce")  # where a stop is, is asked before a page has glided
    page.goto(f"{site}tien-do/")
    page.locator("#noi-dung").focus()
    stops = [focused(page) for _ in range(30)]
    assert [stop["name"] for stop in stops if not (stop["seen"] and stop["marked"])] == []


def test_the_tiles_of_all_schools_are_one_stop_and_arrows_lead_on(
    site: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(f"{site}tien-do/")
    tiles = page.locator(".tiles a")
    stop = page.locator('.tiles a[tabindex="0"]')
    expect(stop).to_have_count(1)
    tiles.first.focus()
    for key, at in (("ArrowRight", 1), ("ArrowLeft", 0), ("End", tiles.count() - 1), ("Home", 0)):
        page.keyboard.press(key)
        expect(tiles.nth(at)).to_be_focused()
        expect(stop).to_have_count(1)
    page.keyboard.press("ArrowDown")
    first, below = tiles.first.bounding_box(), stop.bounding_box()
    assert first and below and below["y"] > first["y"] and below["x"] == first["x"]
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.tiles')")


# Light and dark


def choose(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name)
    if not button.is_visible():
        page.locator("summary", has_text="Hiển thị").click()
    button.click()


def test_the_reader_chooses_light_or_dark_and_the_choice_is_kept(site: str, page: Page) -> None:
    page.goto(site)
    assert ground(page) == LIGHT
    choose(page, "Tối")
    assert ground(page) == DARK
    page.reload()
    assert ground(page) == DARK
    page.goto(f"{site}truong/")
    assert ground(page) == DARK
    choose(page, "Sáng")
    assert ground(page) == LIGHT


def test_without_a_choice_the_pages_follow_the_machine(
    site: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(color_scheme="dark")
    page.goto(site)
    assert ground(page) == DARK
    choose(page, "Sáng")
    assert ground(page) == LIGHT
    choose(page, "Theo máy")
    assert ground(page) == DARK


def test_without_script_the_pages_follow_the_machine_too(
    site: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(color_scheme="dark", java_script_enabled=False)
    page.goto(site)
    expect(page.locator("body")).to_have_css("background-color", DARK)


# Without script


def test_a_page_says_the_same_without_script(
    site: str, pages: list[str], page: Page, open_page: Callable[..., Page]
) -> None:
    plain = open_page(java_script_enabled=False)
    for url in pages[:8]:
        page.goto(site + url)
        plain.goto(site + url)
        said = plain.evaluate(SAID)
        assert len(said) > 200
        assert said == page.evaluate(SAID)


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_menu_works_without_script(
    width: int, site: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": width, "height": 800})
    page.goto(f"{site}truong/")
    menu = page.get_by_role("navigation", name="Danh mục")
    if width == PHONE:
        expect(menu).to_be_hidden()
        page.locator("summary", has_text="Danh mục").click()
    link(menu, "Văn bản").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Văn bản")
    expect(page.locator(".needs-script:visible")).to_have_count(0)


def link(inside: Locator | Page | Frame, name: str) -> Locator:
    return inside.get_by_role("link", name=name, exact=True).first


# In a frame of another page


def test_links_work_inside_a_frame_of_another_page(
    site: str, serve: Serve, page: Page, tmp_path: Path
) -> None:
    frame = f'<iframe src="{site}" title="Cổng" width="800" height="600"></iframe>'
    head = '<!doctype html><html lang="vi"><title>Trang khác</title><link rel="icon" href="data:,">'
    host = f"{head}<h1>Trang khác</h1>{frame}"
    (tmp_path / "index.html").write_text(host, encoding="utf-8")
    outside = serve(tmp_path)
    page.goto(outside)
    inside = page.frame_locator("iframe")
    inside.get_by_role("link", name="Danh sách trường").click()
    expect(inside.get_by_role("heading", level=1)).to_have_text("Các trường")
    inside.locator("#noi-dung").get_by_role("link", name=re.compile("Thanh Hóa")).first.click()
    expect(inside.get_by_role("heading", level=1)).to_contain_text("Thanh Hóa")
    assert page.url == outside


# On a server of its own


@pytest.fixture(scope="module")
def under_nginx(nginx: Serve, tiny_content: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The tiny site, built for the address it is shown at."""
    folder = tmp_path_factory.mktemp("nginx-site")
    address = nginx(folder, PLACE)
    code, said = tiny.build(tiny_content, folder, "--chat", "--dia-chi", address)
    assert code == 0, said
    return address


@pytest.fixture
def failed(page: Page) -> Iterator[list[str]]:
    """What the browser asked for in vain."""
    found: list[str] = []

    def note(response: Response) -> None:
        if response.status >= 400:
            found.append(f"{response.status} {response.url}")

    page.on("response", note)
    yield found


def test_under_a_sub_path_of_nginx_all_loads_and_links_work(
    under_nginx: str, page: Page, failed: list[str]
) -> None:
    page.goto(under_nginx)
    link(page.locator("#noi-dung"), "văn bản đầu tiên").click()
    expect(page).to_have_url(f"{under_nginx}van-ban/01-qd-lm/#dieu-5")
    expect(page.locator("#dieu-5")).to_be_in_viewport()
    picture = page.get_by_role("img", name="Sơ đồ đội ngũ bịa")
    expect(picture).to_have_js_property("naturalWidth", 60)
    assert page.evaluate("[...document.fonts].some(face => face.status === 'loaded')")
    link(page.get_by_role("navigation", name="Đường dẫn"), "Văn bản").click()
    expect(page).to_have_url(f"{under_nginx}van-ban/")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == f"{under_nginx}van-ban/"
    page.goto(f"{under_nginx}truong")
    expect(page).to_have_url(f"{under_nginx}truong/")
    assert failed == []


def test_an_old_address_leads_on_under_nginx(
    under_nginx: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{under_nginx}cu/01.html")
    expect(page).to_have_url(f"{under_nginx}van-ban/01-qd-lm/")


@pytest.mark.parametrize("missing", ["khong-co", "van-ban/khong-co/", "khong/co/trang/nay.html"])
def test_a_missing_address_shows_a_page_with_ways_on(
    missing: str, under_nginx: str, page: Page, failed: list[str], witness: Witness
) -> None:
    answer = page.goto(under_nginx + missing)
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Không tìm thấy trang")
    assert page.evaluate("document.fonts.size > 0"), "trang báo thiếu không có kiểu chữ của cổng"
    page.set_viewport_size({"width": NARROW, "height": 800})
    assert page.evaluate(WIDE) == []
    link(page.locator("#noi-dung"), "Thuật ngữ").click()
    expect(page).to_have_url(f"{under_nginx}thuat-ngu/")
    assert failed == [f"404 {under_nginx}{missing}"]
    witness.errors.clear()  # the browser calls the 404 we asked for an error


# Paper


def test_on_paper_only_the_text_remains(site: str, page: Page) -> None:
    page.goto(f"{site}truong/thanh-hoa/")
    page.emulate_media(media="print")
    assert [one for one in page.locator("nav").all() if one.is_visible()] == []
    for hidden in ("header.site-header form", ".menu", "footer.site-footer", ".skip", ".brand img"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".brand strong")).to_be_visible()
    expect(page.locator(".paper").first).to_contain_text("Nội dung tham khảo")
