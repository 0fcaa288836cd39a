"""Pages for everyone: the keyboard goes everywhere, big letters fit, colours are not needed.

Judged on the real site, on the pages that stand for a type (`gallery/samples.py`), so a new kind is
judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import look
import pytest
from conftest import Serve
from playwright.sync_api import Page, expect
from test_axe import none
from test_browser import DESK, FOCUSED, PHONE, WIDE
from test_search_page import pretend

from tests.gallery.samples import Sample

OPEN = Callable[..., Page]
JUDGEMENT = Callable[..., list[str]]
WINDOW = {"width": DESK, "height": 800}
FREE = {"width": 320, "height": 256}
"""A window of 1280 × 1024 enlarged four times."""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
"""WCAG 1.4.12: what a reader may set."""
CUT = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(one => {
  const look = getComputedStyle(one)
  return one.checkVisibility() && ["hidden", "clip"].includes(look.overflowX)
    && !one.classList.contains("unseen")
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
}).map(one => one.outerHTML.slice(0, 80))"""
UNMARKED = """forced => {
  const seen = {}, kind = one => `${one.tagName}.${one.className}`
  const stops = document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")
  return [...stops].filter(one => one.checkVisibility({visibilityProperty: true})).filter(one => {
    const like = `${kind(one)} ${kind(one.parentElement)}`
    if ((seen[like] = (seen[like] ?? 0) + 1) > 3) return false
    one.focus()
    if (document.activeElement !== one) return false
    const look = getComputedStyle(one)
    const outlined = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2
      && look.outlineColor !== "rgba(0, 0, 0, 0)"
    return !(outlined || (!forced && look.boxShadow !== "none"))
  }).map(one => one.outerHTML.slice(0, 80))
}"""
SMALL = """() => [...document.querySelectorAll("button, input, select, summary")]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.matches(".unseen"))
  .filter(one => Math.min(one.offsetWidth, one.offsetHeight) < 24)
  .map(one => `${one.outerHTML.slice(0, 60)}: ${one.offsetWidth} × ${one.offsetHeight}`)"""
COVERED = """() => {
  const one = document.activeElement
  const seen = [...one.getClientRects()].some(box => {
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return top && (one.contains(top) || top.contains(one))
  })
  return seen ? "" : one.outerHTML.slice(0, 80)
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter(one => {
  const look = getComputedStyle(one)
  return look.scrollBehavior !== "auto" || parseFloat(look.animationDuration) > 0
    || look.transitionDuration.split(",").some(time => parseFloat(time) > 0)
}).map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def site(real_site: Path, serve: Serve) -> str:
    """The address of the real site; at the root, where its page for what is missing belongs."""
    return serve(real_site)


# Keyboard


def stop(page: Page, key: str = "Tab") -> dict[str, Any]:
    """Where the focus is after a key."""
    page.keyboard.press(key)
    found: dict[str, Any] | None = page.evaluate(FOCUSED)
    assert found is not None, "bàn phím đã đi hết trang"
    assert found["seen"], f"không thấy chỗ đang chọn: {found['name']}"
    assert found["marked"], f"chỗ đang chọn không có dấu: {found['name']}"
    return found


def walk_to(page: Page, name: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(60):
        if re.search(name, stop(page)["name"]):
            return
    pytest.fail(f"bàn phím không tới được {name}")


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_search_is_made_narrowed_and_opened_by_keyboard(
    width: int, site: str, open_page: OPEN
) -> None:
    page = open_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(f"{site}van-ban/")
    walk_to(page, "^input")
    page.keyboard.type("đội ngũ")
    expect(page.locator(".suggest").get_by_role("option").first).to_be_visible()
    assert [stop(page)["name"] for _ in range(2)] == ["button: Xóa", "button: Tìm"]
    page.keyboard.press("Enter")
    expect(page.locator(".results a").first).to_be_visible()
    if width == PHONE:
        walk_to(page, "^summary: Lọc kết quả")
        page.keyboard.press("Enter")
    walk_to(page, "^button: Tất cả")
    walk_to(page, "^button: Nhiệm vụ")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("loai-muc=nhiem-vu$"))
    expect(page.get_by_role("button", name="Nhiệm vụ")).to_be_focused()
    walk_to(page, "^input")
    page.keyboard.press("Space")
    expect(page.locator(".picked button")).to_have_count(1)
    assert page.evaluate("document.activeElement.checked")
    picked = page.locator(".picked button")
    while not picked.evaluate("one => one === document.activeElement"):
        stop(page, "Shift+Tab")  # ends at the head of the page at the latest
    page.keyboard.press("Enter")
    expect(page.locator(".picked button")).to_have_count(0)
    expect(page.locator(".found__count")).to_be_focused()
    walk_to(page, "^a: ")
    expect(page.locator(".results a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("/tim-kiem/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_in_forced_colours_the_chosen_suggestion_and_group_are_told(
    site: str, open_page: OPEN
) -> None:
    page = open_page(forced_colors="active")
    pretend(page)
    page.goto(f"{site}tim-kiem/?q=quy")
    pressed = page.locator(".kinds [aria-pressed=true]")
    edge = "one => getComputedStyle(one).borderTopWidth"
    assert pressed.evaluate(edge) != page.locator(".kinds [aria-pressed=false]").first.evaluate(
        edge
    )
    page.goto(f"{site}van-ban/")
    page.locator("#tim-kiem").fill("quy")
    expect(page.locator(".suggest [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    line = "one => getComputedStyle(one).outlineStyle"
    styles = [one.evaluate(line) for one in page.locator(".suggest [role=option]").all()[:2]]
    assert styles == ["solid", "none"]


def test_display_settings_are_chosen_by_keyboard(site: str, page: Page) -> None:
    page.goto(f"{site}truong/")
    walk_to(page, "summary: Hiển thị")
    page.keyboard.press("Enter")
    walk_to(page, "button: Tối")
    page.keyboard.press("Space")
    pressed = page.get_by_role("button", name="Tối")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.keyboard.press("Escape")
    expect(pressed).to_be_hidden()
    expect(page.locator("summary", has_text="Hiển thị")).to_be_focused()


def test_the_menu_of_a_phone_opens_is_walked_and_closes_by_keyboard(
    site: str, open_page: OPEN
) -> None:
    page = open_page(viewport={"width": PHONE, "height": 800}, reduced_motion="reduce")
    page.goto(f"{site}truong/")
    menu = page.get_by_role("navigation", name="Danh mục")
    walk_to(page, "^a: Học viện")
    # As they stand, from left to right.
    met = [stop(page)["name"] for _ in range(4)]
    assert met == ["input: q", "button: Tìm", "summary: Hiển thị", "summary: Danh mục"]
    expect(menu).to_be_hidden()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    for link in menu.get_by_role("link").all():
        stop(page)
        expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator("summary", has_text="Danh mục")).to_be_focused()


def test_the_second_row_of_the_menu_is_walked_and_says_where_we_are(site: str, page: Page) -> None:
    page.goto(f"{site}don-vi/")
    menu = page.get_by_role("navigation", name="Danh mục")
    below = menu.locator("li li a:visible")
    assert below.count() > 1, "only of the part one is in"
    walk_to(page, "^a: Nhiệm vụ$")
    for link in below.all():
        stop(page)
        expect(link).to_be_focused()
    tops = {link.bounding_box()["y"] for link in menu.locator("li:not(li li) > a").all()}  # type: ignore[index]
    assert max(tops) < below.first.bounding_box()["y"]  # type: ignore[index]
    expect(menu.locator("[aria-current=page]")).to_have_text("Đơn vị")


@pytest.mark.parametrize("url", ["truong/", "nhiem-vu/"])
def test_who_walks_back_by_keyboard_is_never_under_what_stays_in_view(
    url: str, site: str, open_page: OPEN
) -> None:
    """WCAG 2.4.11: the heads of tables stay at the top of the window."""
    page = open_page(viewport={"width": DESK, "height": 600}, reduced_motion="reduce")
    page.goto(site + url)
    page.locator(".site-footer a").last.focus()
    covered = []
    for _ in range(70):
        page.keyboard.press("Shift+Tab")
        covered.append(page.evaluate(COVERED))
    none([one for one in covered if one])


# Size, colours, motion


INKS = ("ink", "muted", "link", "visited", "brand")
TONES = ("green", "blue", "amber", "red", "grey")
GROUNDS = ("ground", "surface", "line", *TONES)
EDGES = ("edge", *(f"{tone}-line" for tone in TONES))


def tokens(sheet: str, opening: str) -> dict[str, str]:
    """The colours set in a block of the style sheet."""
    block = sheet.partition(opening)[2].partition("}")[0]
    return dict(re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", block))


def brightness(colour: str) -> float:
    """Relative luminance, by the words of WCAG."""
    digits = "".join(one * 2 for one in colour) if len(colour) == 3 else colour
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    light = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_ink_can_be_read_on_every_ground_in_both_themes() -> None:
    """What axe cannot decide, as letters in drawings and over shadows, is decided here."""
    sheet = look.sheet()
    light = tokens(sheet, ":root {\n  color-scheme: light;")
    wished = tokens(sheet, ':root:not([data-scheme="light"]) {')
    chosen = tokens(sheet, ':root[data-scheme="dark"] {')
    assert wished == chosen
    for theme in (light, light | chosen):
        pairs = [(ink, ground, 4.5) for ink in INKS for ground in GROUNDS]
        pairs += [(f"{tone}-ink", ground, 4.5) for tone in TONES for ground in ("ground", tone)]
        pairs += [(edge, "ground", 3) for edge in EDGES]
        for one, other, least in pairs:
            assert contrast(theme[one], theme[other]) >= least, f"{one} trên {other}"


SIGHTS = {
    "phóng to 400%": (FREE, 16, ""),
    "chữ to gấp đôi": (WINDOW, 32, ""),
    "giãn chữ": (WINDOW, 16, SPACED),
    "giãn chữ trên điện thoại": ({"width": PHONE, "height": 800}, 16, SPACED),
}
"""How readers see a page who need its text larger or wider apart: window, letters, style."""
SPACE = """style => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets = [sheet]
}"""


def test_every_type_of_page_holds_enlarged_spaced_out_by_keyboard_and_in_forced_colours(
    site: str, sampled: list[Sample], open_page: OPEN
) -> None:
    """Each page is opened once: nothing is lost in any sight of it, tables wider than the window
    are scrolled by keys, whatever takes the focus is marked, every control is large enough."""
    page = open_page(reduced_motion="reduce")
    session = page.context.new_cdp_session(page)
    found, wide = [], 0
    for sample in sampled:
        page.goto(site + sample.url)
        for sight, (window, letters, style) in SIGHTS.items():
            page.set_viewport_size(window)  # type: ignore[arg-type]
            session.send("Page.setFontSizes", {"fontSizes": {"standard": letters}})
            page.evaluate(SPACE, style)
            faults = [*page.evaluate(WIDE), *page.evaluate(CUT)]
            found += [f"{sample.url} ({sight}): {fault}" for fault in faults]
            wide += scrolled_by_keys(page) if window == FREE else 0
        page.evaluate(SPACE, "")
        page.set_viewport_size(WINDOW)  # type: ignore[arg-type]
        page.keyboard.press("Tab")  # from here on the browser shows where the focus is
        for colours in ("active", "none"):
            page.emulate_media(forced_colors=colours)  # type: ignore[arg-type]
            faults = [*page.evaluate(UNMARKED, colours == "active"), *page.evaluate(SMALL)]
            found += [f"{sample.url} ({colours}): {fault}" for fault in faults]
    none(found)
    assert wide > 0


def scrolled_by_keys(page: Page) -> int:
    """How many tables are wider than the window; each is scrolled by an arrow."""
    wide = 0
    for box in page.locator(".table").all():
        if box.evaluate("box => box.scrollWidth > box.clientWidth"):
            wide += 1
            box.focus()
            expect(box).to_be_focused()
            page.keyboard.press("ArrowRight")
            expect(box).not_to_have_js_property("scrollLeft", 0)
    return wide


def test_in_forced_colours_what_colours_say_is_still_told(site: str, open_page: OPEN) -> None:
    page = open_page(forced_colors="active")
    page.goto(f"{site}van-ban/")
    badges = page.locator(".badge, .standing")
    assert badges.count() > 5
    assert all(text.strip() for text in badges.all_inner_texts())
    frames = badges.evaluate_all("all => all.map(one => getComputedStyle(one).borderTopStyle)")
    assert "none" not in frames
    current = page.locator(".tabs a[aria-current]").first
    others = page.locator(".tabs a:not([aria-current])").first
    edge = "one => getComputedStyle(one).borderBottomColor"
    assert current.evaluate(edge) != others.evaluate(edge)
    page.locator("summary", has_text="Hiển thị").click()
    widths = "all => all.map(one => getComputedStyle(one).borderTopWidth)"
    pressed = set(page.locator(".display [aria-pressed=true]").evaluate_all(widths))
    unpressed = set(page.locator(".display [aria-pressed=false]").evaluate_all(widths))
    assert pressed
    assert unpressed
    assert not pressed & unpressed


def test_without_colour_a_link_in_a_sentence_is_still_a_link(site: str, page: Page) -> None:
    page.goto(f"{site}gioi-thieu/")
    lines = page.locator("main p a").evaluate_all(
        "all => all.map(one => getComputedStyle(one).textDecorationLine)"
    )
    assert lines
    assert set(lines) == {"underline"}


def test_who_wants_no_motion_gets_none(site: str, open_page: OPEN) -> None:
    page = open_page(reduced_motion="reduce")
    for url in ("", "van-ban/", "thuat-ngu/"):
        page.goto(site + url)
        assert page.evaluate(MOVING) == []
