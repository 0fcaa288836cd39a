"""«Tài liệu hội nghị»: pages kept, put in order, bound into one document, sent by an address."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Serve
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.axe import AXE, VIEWS, Eye

OPEN = Callable[..., Page]
PLACE = "tai-lieu-hoi-nghi/"
DOCUMENT, SCHOOL, SET = "van-ban/01-qd-lm", "truong/lang-may", "bo-tieu-chi/01-qd-lm"
REFUSED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("refused", "SecurityError") },
})"""
INSIDE = """() => {
  const book = document.querySelector(".booklet")
  const ids = [...book.querySelectorAll("[id]")].map(one => one.id)
  const lost = [...book.querySelectorAll("a[href^='#']")].map(one => one.getAttribute("href"))
    .filter(to => !document.getElementById(decodeURIComponent(to.slice(1))))
  return {
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    lost,
    acting: book.querySelectorAll("script, button, input, form, nav, iframe, [style]").length,
    first: [...book.querySelectorAll("h1")].length,
  }
}"""


@pytest.fixture(scope="module")
def site(made_up_site: Path, serve: Serve) -> str:
    return serve(made_up_site, "/chuyen-muc/")


@pytest.fixture
def page(open_page: OPEN) -> Page:
    """A reader at a desk, without motion: pages do not fade into each other."""
    return open_page(reduced_motion="reduce")


def keep(page: Page, address: str) -> None:
    """Press «Đưa vào tài liệu hội nghị» on a page."""
    page.goto(address)
    page.get_by_role("button", name="Đưa vào tài liệu hội nghị").click()
    expect(page.get_by_role("button", name="Đưa vào tài liệu hội nghị")).to_have_attribute(
        "aria-pressed", "true"
    )


def rows(page: Page, many: int) -> list[str]:
    expect(page.locator(".gather__pages > li")).to_have_count(many)
    return page.locator(".gather__pages > li > a").all_inner_texts()


def parts(page: Page) -> list[str]:
    """The pages in the bound document, by the titles they open with."""
    return page.locator(".booklet__page .page-header h2").all_inner_texts()


def test_pages_are_kept_ordered_and_removed_by_keyboard(site: str, page: Page) -> None:
    for url in (DOCUMENT, SCHOOL, SET):
        keep(page, f"{site}{url}/")
    page.get_by_role("link", name="Tập tài liệu (3 trang)").click()
    expect(page).to_have_url(site + PLACE)
    expect(page.locator(".booklet__page")).to_have_count(3)
    document, school, criteria = rows(page, 3)
    assert "Làng Mây" in school

    page.get_by_role("button", name=f"Lên: {criteria}").focus()
    page.keyboard.press("Enter")
    assert rows(page, 3) == [document, criteria, school]
    expect(page.get_by_role("button", name=f"Lên: {criteria}")).to_be_focused()
    expect(page.get_by_role("status").last).to_contain_text("nay ở vị trí 2 trong 3")
    page.keyboard.press("Enter")
    assert rows(page, 3) == [criteria, document, school]
    # At the top there is no further up: the way down has the focus.
    expect(page.get_by_role("button", name=f"Xuống: {criteria}")).to_be_focused()

    page.get_by_role("button", name=f"Bỏ: {document}").focus()
    page.keyboard.press("Enter")
    assert rows(page, 2) == [criteria, school]
    expect(page.get_by_role("button", name=f"Bỏ: {school}")).to_be_focused()
    expect(page.locator(".booklet__page")).to_have_count(2)

    page.reload()
    assert rows(page, 2) == [criteria, school]
    page.get_by_role("button", name="Bỏ hết").click()
    expect(page.locator(".gather__none")).to_be_visible()
    expect(page.locator("h1")).to_be_focused()
    page.goto(f"{site}{SET}/")
    button = page.get_by_role("button", name="Đưa vào tài liệu hội nghị")
    expect(button).to_have_attribute("aria-pressed", "false")


def test_a_page_kept_twice_is_let_go(site: str, page: Page) -> None:
    keep(page, f"{site}{SCHOOL}/")
    button = page.get_by_role("button", name="Đưa vào tài liệu hội nghị")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".tools__kept")).to_have_text("Đã bỏ khỏi tập tài liệu.")


def test_the_bound_document_has_ids_of_its_own_and_nothing_that_acts(site: str, page: Page) -> None:
    page.goto(f"{site}{PLACE}?trang={DOCUMENT},{SCHOOL},{SET},{SET}/phieu")
    expect(page.locator(".booklet__page")).to_have_count(4)
    assert page.evaluate(INSIDE) == {"twice": [], "lost": [], "acting": 0, "first": 0}
    # Put in another order, it is bound anew, with ids as clean as before.
    page.get_by_role("button", name="Xuống").first.click()
    expect(page.locator(".booklet__page").first.locator("h2").first).to_contain_text("Làng Mây")
    assert page.evaluate(INSIDE) == {"twice": [], "lost": [], "acting": 0, "first": 0}


def test_links_between_the_pages_stay_inside_and_others_lead_to_their_pages(
    site: str, page: Page
) -> None:
    page.goto(f"{site}{PLACE}?trang={SCHOOL},{SET},{DOCUMENT}")
    expect(page.locator(".booklet__page")).to_have_count(3)
    links = page.locator("#trang-2 a")
    inside = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert any(to == "#trang-3" or to.startswith("#trang-3--") for to in inside)
    outside = [to for to in inside if not to.startswith("#")]
    assert outside
    assert [to for to in outside if not to.startswith(("../", "https://"))] == []
    for to in outside:
        if to.startswith("../"):
            assert page.request.get(f"{site}{PLACE}{to}").ok, to


def test_an_address_sends_the_booklet_and_leaves_the_own_list_alone(
    site: str, open_page: OPEN
) -> None:
    mine = open_page(reduced_motion="reduce")
    other = open_page(reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"])
    keep(mine, f"{site}{SET}/")
    for url in (SCHOOL, DOCUMENT):
        keep(other, f"{site}{url}/")
    other.goto(site + PLACE)
    other.get_by_label("Tên tập").fill("Họp tổ & giao ban")
    other.get_by_label("Tên tập").blur()
    other.get_by_role("button", name="Sao chép địa chỉ").click()
    expect(other.locator(".gather__told")).to_contain_text("Đã sao chép")
    address = other.evaluate("navigator.clipboard.readText()")

    mine.goto(address)
    expect(mine.locator(".booklet__page")).to_have_count(2)
    assert rows(mine, 2) == rows(other, 2)
    assert parts(mine) == parts(other)
    expect(mine.locator(".booklet__cover h2")).to_have_text("Họp tổ & giao ban")
    expect(mine.get_by_text("mở từ một địa chỉ được gửi tới")).to_be_visible()
    mine.get_by_role("button", name="Bỏ: ").first.click()
    assert f"trang={DOCUMENT}&" in mine.url
    mine.goto(site + PLACE)
    assert "tiêu chí" in rows(mine, 1)[0]

    mine.goto(address)
    mine.get_by_role("button", name="Giữ làm tập của tôi").click()
    expect(mine).to_have_url(site + PLACE)
    assert rows(mine, 2) == rows(other, 2)


@pytest.mark.parametrize(
    "sent",
    [
        "../../etc/passwd",
        "//evil.example/x",
        "https://evil.example/x",
        "javascript:alert(1)",
        "truong/../../x",
        "%2e%2e/x",
        "",
    ],
)
def test_an_address_brings_in_no_page_from_elsewhere(sent: str, site: str, page: Page) -> None:
    asked: list[str] = []
    page.goto(site + PLACE)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}{PLACE}?trang={sent}")
    expect(page.locator(".gather__told")).to_have_text("Địa chỉ này không nêu trang nào mở được.")
    assert page.locator(".booklet__page").count() == 0
    # Only the page itself and its own parts: no page of a booklet was asked for.
    beyond = [url.partition("?")[0] for url in asked]
    assert [url for url in beyond if not url.startswith((f"{site}assets/", site + PLACE))] == []


def test_a_page_that_is_no_more_is_named(site: str, page: Page, witness: object) -> None:
    page.goto(f"{site}{PLACE}?trang={SCHOOL},truong/khong-co")
    expect(page.locator(".gather__told")).to_contain_text("Không thấy trang: truong/khong-co/")
    expect(page.locator(".booklet__page")).to_have_count(1)
    witness.errors.clear()  # type: ignore[attr-defined]


def test_where_storage_is_refused_a_booklet_of_the_page_is_offered(
    site: str, open_page: OPEN
) -> None:
    page = open_page()
    page.add_init_script(REFUSED)
    page.goto(f"{site}{SCHOOL}/")
    page.get_by_role("button", name="Đưa vào tài liệu hội nghị").click()
    expect(page.locator(".tools__kept")).to_contain_text("Trình duyệt không cho lưu.")
    page.get_by_role("link", name="Mở tập chỉ có trang này").click()
    expect(page.locator(".booklet__page")).to_have_count(1)


def test_without_script_it_is_said_how_to_print_single_pages(site: str, open_page: OPEN) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site + PLACE)
    expect(page.get_by_text("Vẫn in được từng trang")).to_be_visible()
    assert page.locator(".needs-script:visible").count() == 0
    page.goto(f"{site}{SCHOOL}/")
    expect(page.get_by_role("button", name="Đưa vào tài liệu hội nghị")).to_be_hidden()


def test_opened_from_files_it_says_why_nothing_can_be_gathered(
    made_up_site: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto((made_up_site / PLACE / "index.html").as_uri())
    expect(page.get_by_text("Chuyên mục đang mở từ tệp trên máy")).to_be_visible()
    expect(page.get_by_text("Danh sách trang chỉ giữ")).to_be_hidden()
    page.close()


def test_in_print_there_are_a_cover_contents_and_a_new_sheet_for_every_page(
    site: str, page: Page
) -> None:
    page.goto(f"{site}{PLACE}?trang={SET},{SCHOOL}&ten=Họp+tổ")
    expect(page.locator(".booklet__page")).to_have_count(2)
    made = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sheets = ["".join(sheet.extract_text().split()) for sheet in made.pages]
    assert "Họptổ" in sheets[0]
    assert "Mụclục" in sheets[0]
    assert "Lưuđểin" not in "".join(sheets)
    assert "Saochép" not in "".join(sheets)
    for number, url in enumerate((SET, SCHOOL), 1):
        opening = f"{number}.{site}{url}/"
        on = [text for text in sheets if opening in text]
        assert len(on) == 1, opening
        before = on[0].partition(opening)[0]
        # Above it on its sheet stand only the foot's words and the number.
        assert len(before) < 120, before
    assert all(f"Trang{at}/{len(sheets)}" in text for at, text in enumerate(sheets, 1))
    assert all("Họptổ" in text for text in sheets)


def test_in_print_a_worksheet_lies_on_its_side_among_upright_pages_and_drawings_stay(
    site: str, page: Page
) -> None:
    page.goto(f"{site}{PLACE}?trang={DOCUMENT},{SET}/phieu,{SCHOOL}")
    expect(page.locator(".booklet__page")).to_have_count(3)
    for number in (1, 2, 3):
        assert page.locator(f"#trang-{number} .review").count() == (number != 2)
    assert page.locator("#trang-1 .diagram svg").count()
    made = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    lying = [sheet.mediabox.width > sheet.mediabox.height for sheet in made.pages]
    first, last = lying.index(True), len(lying) - lying[::-1].index(True)
    assert all(lying[first:last])
    assert first > 1
    assert last < len(lying)


def test_axe_finds_nothing_in_a_booklet(site: str, open_page: OPEN, eye: Eye) -> None:
    page = open_page(reduced_motion="reduce")
    page.context.add_init_script(AXE)
    page.goto(f"{site}{PLACE}?trang={DOCUMENT},{SCHOOL},{SET}")
    expect(page.locator(".booklet__page")).to_have_count(3)
    for scheme, width in VIEWS:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        assert eye.faults(page.main_frame, scheme, width) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
