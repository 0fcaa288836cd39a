"""A reader's own unit: chosen on its page, its duties on the home page; a document's words alone.

Judged in a real browser on the tiny site, whose school has a duty ahead and one that is past.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import offline
import pytest
from conftest import Serve, Witness
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader
from test_print import bare, texts
from waiting import ready

from tests.axe import AXE, Eye
from tests.chromium import DESK

OPEN = Callable[..., Page]
SCHOOL, UNIT, DOCUMENT = "truong/lang-may/", "don-vi/hoi-dong-lang-may/", "van-ban/01-qd-lm/"
KEY = "don-vi-cua-toi"
REFUSED = """for (const deed of ["getItem", "setItem", "removeItem"])
  Storage.prototype[deed] = () => { throw new DOMException("refused", "SecurityError") }"""
LISTEN = """() => { window.printed = 0; window.print = () => { window.printed++ } }"""


@pytest.fixture(scope="module")
def site(made_up_site: Path, serve: Serve) -> str:
    return serve(made_up_site, "/a/b/")


def choice(page: Page) -> Locator:
    return page.get_by_role("button", name="Chọn là đơn vị của tôi")


def work(page: Page) -> Locator:
    return page.get_by_role("region", name="Việc của đơn vị tôi")


def choose(page: Page, address: str) -> None:
    ready(page, address)
    choice(page).click()
    expect(choice(page)).to_have_attribute("aria-pressed", "true")


def kept(page: Page) -> str | None:
    found: str | None = page.evaluate(f"localStorage.getItem('{KEY}')")
    return found


# The own unit


def test_the_home_page_tells_the_open_duties_of_the_chosen_school_and_its_sheets(
    site: str, page: Page
) -> None:
    choose(page, site + SCHOOL)
    page.get_by_role("link", name="Xem việc của đơn vị ở trang chủ").click()
    expect(page).to_have_url(site)
    region = work(page)
    rows = region.locator("li")
    expect(rows).to_have_text(["Trồng hoa trước trường – 19/5/2026 · Đang trong kỳ"])
    expect(region.get_by_role("link", name="Trường Làng Mây")).to_be_visible()
    sheet = region.get_by_role("link", name="Phiếu tự đánh giá")
    sheet.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bộ tiêu chí")
    page.go_back()
    region.get_by_role("link", name="Trồng hoa trước trường").click()
    expect(page).to_have_url(f"{site}nhiem-vu/lm-01-trong-hoa/")


def test_what_is_due_first_stands_first_whatever_part_the_unit_has_in_it(
    site: str, page: Page
) -> None:
    choose(page, site + UNIT)
    page.goto(site)
    expect(work(page).locator("li a")).to_have_text(["Trồng hoa trước trường", "Tập hát mỗi năm"])
    work(page).get_by_role("link", name="Phiếu theo dõi việc").click()
    expect(page).to_have_url(f"{site}{UNIT}phieu/")


def test_nothing_is_fetched_and_nothing_shown_before_a_unit_was_chosen(
    site: str, page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    ready(page, site)
    page.wait_for_load_state("networkidle")
    assert [one for one in asked if one.startswith(("truong", "don-vi")) or "mine" in one] == []
    expect(work(page)).to_be_hidden()


def test_a_choice_is_erased_on_its_page_and_on_the_home_page(site: str, page: Page) -> None:
    choose(page, site + SCHOOL)
    page.get_by_role("button", name="Bỏ chọn").click()
    expect(choice(page)).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_text("Đã bỏ chọn.")).to_be_visible()
    assert kept(page) is None
    choose(page, site + SCHOOL)
    page.goto(site)
    work(page).get_by_role("button", name="Bỏ chọn").click()
    expect(work(page)).to_be_hidden()
    assert kept(page) is None
    ready(page, site + SCHOOL)
    expect(choice(page)).to_have_attribute("aria-pressed", "false")


def test_another_unit_takes_the_place_of_the_first(site: str, page: Page) -> None:
    choose(page, site + SCHOOL)
    ready(page, site + UNIT)
    expect(choice(page)).to_have_attribute("aria-pressed", "false")
    choice(page).click()
    page.goto(site)
    expect(work(page).get_by_role("link", name="Hội đồng Làng Mây")).to_be_visible()
    expect(work(page).get_by_role("link", name="Trường Làng Mây")).to_have_count(0)


def test_the_keyboard_chooses_and_erases(site: str, page: Page) -> None:
    ready(page, site + SCHOOL)
    choice(page).focus()
    page.keyboard.press("Space")
    expect(choice(page)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".mine [role=status]")).to_contain_text("Đã chọn.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Bỏ chọn")).to_be_focused()
    page.keyboard.press("Enter")
    expect(choice(page)).to_be_focused()
    expect(choice(page)).to_have_attribute("aria-pressed", "false")


def test_where_storage_is_refused_it_is_said_beside_the_button(site: str, open_page: OPEN) -> None:
    page = open_page()
    page.add_init_script(REFUSED)
    ready(page, site + SCHOOL)
    choice(page).click()
    expect(page.locator(".mine [role=status]")).to_have_text(
        "Trình duyệt không cho phép lưu lựa chọn trên máy này."
    )
    expect(choice(page)).to_have_attribute("aria-pressed", "false")
    ready(page, site)
    expect(work(page)).to_be_hidden()


@pytest.mark.parametrize("answer", ["none", "another page"])
def test_duties_that_cannot_be_read_leave_the_way_to_the_page(
    answer: str, site: str, page: Page, witness: Witness
) -> None:
    choose(page, site + SCHOOL)
    if answer == "none":
        page.route(f"**/{SCHOOL}", lambda route: route.abort())
    else:
        page.route(f"**/{SCHOOL}", lambda route: route.fulfill(body="<p>Đã chuyển</p>"))
    page.goto(site)
    expect(work(page)).to_contain_text("Chưa tải được nhiệm vụ")
    expect(work(page).get_by_role("link", name="Trường Làng Mây")).to_be_visible()
    witness.errors.clear()


@pytest.mark.parametrize(
    "told",
    ["7", "{", '{"url": "https://la.example/", "title": "x"}', '{"url": "../../", "title": "x"}'],
)
def test_what_stands_in_storage_is_a_page_of_this_site_or_nothing(
    told: str, site: str, page: Page
) -> None:
    page.goto(site)
    page.evaluate(f"told => localStorage.setItem('{KEY}', told)", told)
    ready(page, site)
    expect(work(page)).to_be_hidden()


def test_what_was_read_lately_on_this_site_is_a_click_away(site: str, page: Page) -> None:
    choose(page, site + SCHOOL)
    page.evaluate(
        """() => localStorage.setItem("doc-tiep", JSON.stringify([
          {page: "/trang-khac/", id: "x", title: "Trang khác"},
          {page: "/a/b/van-ban/01-qd-lm/", id: "dieu-5", title: "Điều 5", of: "Quy định 01"}]))"""
    )
    page.goto(site)
    expect(work(page)).to_contain_text("Đọc gần đây")
    expect(work(page)).not_to_contain_text("Trang khác")
    work(page).get_by_role("link", name="Quy định 01").click()
    expect(page).to_have_url(f"{site}{DOCUMENT}#dieu-5")


def test_without_script_there_is_no_button_and_the_duties_stand_on_the_page(
    site: str, open_page: OPEN
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site + SCHOOL)
    expect(choice(page)).to_have_count(0)
    part = page.locator("section:has(> #nhiem-vu)")
    expect(part.get_by_role("link", name="Trồng hoa trước trường")).to_be_visible()
    past = part.get_by_role("link", name="Giữ gìn đội ngũ cả giai đoạn")
    expect(past).to_be_hidden()
    part.get_by_text("Đã qua (1)").click()
    expect(past).to_be_visible()
    page.goto(site)
    expect(work(page)).to_be_hidden()


def test_to_a_school_the_duties_of_all_schools_are_its_own_too(
    real_site: Path, serve: Serve, page: Page
) -> None:
    real = serve(real_site)
    page.goto(f"{real}don-vi/cac-truong-chinh-tri/")
    common = page.locator("[data-agenda] th a").all_inner_texts()
    assert common
    choose(page, f"{real}truong/thanh-hoa/")
    page.goto(real)
    first = work(page).locator("li a").first
    expect(first).to_be_visible()
    assert first.inner_text() in common


def test_from_a_disk_nothing_is_fetched_and_the_way_to_the_page_is_told(
    made_up_site: Path, tmp_path: Path, page: Page
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(made_up_site, copy)
    offline.convert(copy)
    page.goto((copy / SCHOOL / "index.html").as_uri())
    expect(page.locator(".mine [role=status]")).to_have_count(1)
    choice(page).click()
    page.get_by_role("link", name="Xem việc của đơn vị ở trang chủ").click()
    expect(page).to_have_url((copy / "index.html").as_uri())
    expect(work(page)).not_to_contain_text("Chưa tải được")
    work(page).get_by_role("link", name="Trường Làng Mây").click()
    expect(page).to_have_url((copy / SCHOOL / "index.html").as_uri())


# The words of a document alone


def test_notes_in_the_margin_are_put_away_and_brought_back_and_that_is_kept(
    site: str, page: Page
) -> None:
    ready(page, site + DOCUMENT)
    note = page.locator(".document-body .here").first
    switch = page.get_by_role("button", name="Ẩn ghi chú bên lề")
    expect(note).to_be_visible()
    switch.focus()
    page.keyboard.press("Space")
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(note).to_be_hidden()
    ready(page, site + DOCUMENT)
    expect(note).to_be_hidden()
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(note).to_be_visible()
    ready(page, site + DOCUMENT)
    expect(note).to_be_visible()


def test_where_storage_is_refused_the_notes_are_put_away_for_this_page(
    site: str, open_page: OPEN
) -> None:
    page = open_page()
    page.add_init_script(REFUSED)
    ready(page, site + DOCUMENT)
    page.get_by_role("button", name="Ẩn ghi chú bên lề").click()
    expect(page.locator(".document-body .here").first).to_be_hidden()


def test_the_words_of_a_document_are_printed_alone_and_then_the_page_is_as_it_was(
    site: str, page: Page
) -> None:
    def printed() -> str:
        return "".join(texts(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))))

    ready(page, site + DOCUMENT)
    page.evaluate(LISTEN)
    shown = page.locator("details[open]").count()
    body = page.locator(".document-body :is(h2, h3)").all_inner_texts()
    others = page.locator(".section > h2").all_inner_texts()
    assert len(body) > 1 and len(others) > 2
    page.get_by_role("button", name="In riêng lời văn bản").click()
    assert page.evaluate("printed") == 1
    alone = printed()
    assert [one for one in [*body, page.locator("h1").inner_text()] if bare(one) not in alone] == []
    contents = [*others, "Ở đây:", "Ban hành", "Rà soát gần nhất"]
    assert [one for one in contents if bare(one) in alone] == []
    assert page.locator("details[open]").count() == shown
    again = printed()
    assert [one for one in contents if bare(one) not in again and one != "Được nhắc tới ở"] == []


# For everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_a_unit_is_chosen_and_notes_are_put_away(
    scheme: str, site: str, open_page: OPEN, eye: Eye
) -> None:
    page = open_page(color_scheme=scheme, reduced_motion="reduce")
    page.context.add_init_script(AXE)
    choose(page, site + UNIT)
    found = eye.faults(page.main_frame, scheme, DESK)
    ready(page, site)
    expect(work(page).locator("li").first).to_be_visible()
    found += eye.faults(page.main_frame, scheme, DESK)
    ready(page, site + DOCUMENT)
    page.get_by_role("button", name="Ẩn ghi chú bên lề").click()
    found += eye.faults(page.main_frame, scheme, DESK)
    assert found == []
