"""What a reading page does for its reader where there is script, and that nothing is lost without:
notes in place, contents, the place last read, letters, sharing, fetching ahead, no network."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Serve, Witness
from playwright.sync_api import Locator, Page, expect
from waiting import ready, set_up

from tests.axe import AXE, JUDGE, RULES, Eye
from tests.gallery.samples import samples

OPEN = Callable[..., Page]
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 800}
NARROW = {"width": 320, "height": 640}
LONG = "van-ban/380-kh-hvctqg/"
ARTICLE = "bai-viet/vi-sao-hat/"
"""Of the tiny site: two terms, one by its abbreviation, and a footnote."""
REFUSED = """for (const deed of ["getItem", "setItem", "removeItem"])
  Storage.prototype[deed] = () => { throw new DOMException("refused", "SecurityError") }"""
CITED = ".entry a[href$='van-ban/01-qd-lm/#dieu-5']"
BESIDE = """one => {
  const note = document.querySelector(".note").getBoundingClientRect()
  const inside = note.left >= 0 && note.top >= 0 && note.right <= innerWidth
    && note.bottom <= innerHeight
  const free = [...one.getClientRects()].some(link => note.top >= link.bottom - 1
    || note.bottom <= link.top + 1 || note.left >= link.right || note.right <= link.left)
  return inside && free
}"""
"""Whether the note is in the window, and on no line of its link."""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def site(real_site: Path, serve: Serve) -> str:
    return serve(real_site, "/a/b/")


@pytest.fixture(scope="module")
def tiny_site(made_up_site: Path, serve: Serve) -> str:
    return serve(made_up_site, "/a/b/")


def note(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def test_a_machine_that_is_never_idle_fetches_the_modules_all_the_same(
    tiny_site: str, page: Page
) -> None:
    page.add_init_script("""window.requestIdleCallback = (work, options) =>
      { if (options?.timeout) setTimeout(work, options.timeout) }""")
    page.goto(tiny_site + ARTICLE)
    expect(page.get_by_role("button", name="Đưa vào tài liệu hội nghị")).to_be_visible()


# Notes in place


def test_without_script_a_term_is_a_link_to_its_page(tiny_site: str, open_page: OPEN) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(tiny_site + ARTICLE)
    page.get_by_role("link", name="ĐL", exact=True).click()
    expect(page).to_have_url(f"{tiny_site}thuat-ngu/duong-luoi/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đường lưỡi")


def test_on_paper_an_abbreviation_is_written_out(tiny_site: str, page: Page) -> None:
    page.goto(tiny_site + ARTICLE)
    added = "one => getComputedStyle(one, '::after').content"
    assert page.locator(".term > abbr").evaluate(added) == "none"
    page.emulate_media(media="print")
    assert page.locator(".term > abbr").evaluate(added) == '" [Đường lưỡi]"'


def test_a_pointer_at_rest_shows_the_meaning_and_may_rest_on_it(tiny_site: str, page: Page) -> None:
    page.clock.install()
    ready(page, tiny_site + ARTICLE)
    page.get_by_role("link", name="ĐL", exact=True).hover()
    expect(note(page)).to_have_text("Đường lưỡiChỗ tiếng hát đi qua; xem vườn hát.")
    note(page).hover()
    page.clock.run_for(600)
    expect(note(page)).to_be_visible()
    page.mouse.move(2, 2)
    expect(note(page)).to_have_count(0)


def test_escape_puts_a_note_away_and_leaves_pointer_and_focus_alone(
    tiny_site: str, page: Page
) -> None:
    ready(page, tiny_site + ARTICLE)
    link = page.get_by_role("link", name="ăn hoa", exact=True)
    link.hover()
    expect(note(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(note(page)).to_have_count(0)
    page.mouse.move(2, 2)
    page.locator("#noi-dung").focus()
    while not link.evaluate("one => one === document.activeElement"):
        page.keyboard.press("Tab")
    expect(note(page)).to_be_visible()
    expect(link).to_have_accessible_description("Ăn hoa Điều hươu làm.")
    page.keyboard.press("Escape")
    expect(note(page)).to_have_count(0)
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{tiny_site}thuat-ngu/an-hoa/")


def test_the_keyboard_walks_on_past_a_note(tiny_site: str, page: Page) -> None:
    ready(page, tiny_site + ARTICLE)
    page.locator("a.term").last.focus()
    page.keyboard.press("Tab")
    footnote = page.locator("a.footnote-ref")
    expect(footnote).to_be_focused()
    expect(note(page)).to_contain_text("Chú thích bịa, xem vườn hát.")
    expect(note(page).get_by_role("link", name="vườn hát")).to_have_attribute("tabindex", "-1")
    page.keyboard.press("Tab")  # to a link that has a card of its own
    expect(note(page).filter(has_text="Chú thích bịa")).to_have_count(0)
    page.keyboard.press("Shift+Tab")
    expect(note(page)).to_contain_text("Chú thích bịa, xem vườn hát.")


def test_the_first_tap_shows_the_second_follows_one_elsewhere_puts_away(
    tiny_site: str, open_page: OPEN
) -> None:
    page = ready(open_page(has_touch=True, is_mobile=True, viewport=PHONE), tiny_site + ARTICLE)
    link = page.get_by_role("link", name="ĐL", exact=True)
    link.tap()
    expect(note(page)).to_be_visible()
    page.get_by_role("heading", level=1).tap()
    expect(note(page)).to_have_count(0)
    expect(page).to_have_url(tiny_site + ARTICLE)
    link.tap()
    expect(note(page)).to_be_visible()
    link.tap()
    expect(page).to_have_url(f"{tiny_site}thuat-ngu/duong-luoi/")


def test_where_the_meaning_cannot_be_fetched_a_tap_follows_the_link(
    tiny_site: str, open_page: OPEN, witness: Witness
) -> None:
    page = open_page(has_touch=True, viewport=PHONE)
    page.route("**/tra-nhanh.json", lambda route: route.abort())
    ready(page, tiny_site + ARTICLE)
    page.get_by_role("link", name="ĐL", exact=True).tap()
    expect(page).to_have_url(f"{tiny_site}thuat-ngu/duong-luoi/")
    witness.errors.clear()  # the browser tells of the request we refused


def test_meanings_are_fetched_once_and_only_when_first_needed(tiny_site: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "tra-nhanh" in one.url else None)
    ready(page, tiny_site + ARTICLE)
    assert asked == []
    for name in ("ăn hoa", "ĐL", "ăn hoa"):
        page.get_by_role("link", name=name, exact=True).hover()
        expect(note(page)).to_be_visible()
        page.mouse.move(2, 2)
        expect(note(page)).to_have_count(0)
    assert asked == [f"{tiny_site}thuat-ngu/tra-nhanh.json"]


def test_a_citation_tells_the_document_its_validity_and_the_first_words_of_the_clause(
    tiny_site: str, page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "the.json" in one.url else None)
    page.add_init_script(AXE)
    ready(page, tiny_site + ARTICLE)
    assert asked == []
    link = page.locator(CITED).first
    link.hover()
    for words in ("Quy định 01-QĐ/LM về trường làng chuẩn", "Còn hiệu lực", "Điều 5"):
        expect(note(page)).to_contain_text(words)
    assert link.get_attribute("aria-describedby") == note(page).get_attribute("id")
    assert page.evaluate(JUDGE, RULES) == []
    page.keyboard.press("Escape")
    expect(note(page)).to_have_count(0)
    page.mouse.move(2, 2)
    page.keyboard.press("Tab")
    link.focus()
    expect(note(page)).to_be_visible()
    assert asked == [f"{tiny_site}van-ban/01-qd-lm/the.json"]


def test_a_citation_is_followed_by_the_second_tap_or_where_nothing_can_be_fetched(
    tiny_site: str, open_page: OPEN, witness: Witness
) -> None:
    page = ready(open_page(has_touch=True, is_mobile=True, viewport=PHONE), tiny_site + ARTICLE)
    link = page.locator(CITED).first
    link.tap()
    expect(note(page).get_by_role("link", include_hidden=True).first).to_have_attribute(
        "href", re.compile("van-ban/01-qd-lm/")
    )
    link.tap()
    expect(page).to_have_url(re.compile("van-ban/01-qd-lm/#dieu-5"))
    page.route("**/the.json", lambda route: route.abort())
    ready(page, tiny_site + ARTICLE)
    link.tap()
    expect(page).to_have_url(re.compile("van-ban/01-qd-lm/#dieu-5"))
    witness.errors.clear()  # the browser tells of the request we refused


def test_the_number_of_a_source_tells_the_source(site: str, page: Page) -> None:
    ready(page, f"{site}truong/thanh-hoa/")
    number = page.locator("a.ref").first
    source = page.locator((number.get_attribute("href") or "").replace(".", "\\."))
    number.hover()
    title = source.get_by_role("link").first.inner_text()
    expect(note(page)).to_contain_text(title)
    assert number.get_attribute("title") is None
    number.click()
    expect(source).to_be_in_viewport()


@pytest.mark.parametrize("anchored", [True, False], ids=["anchored", "docked"])
@pytest.mark.parametrize("window", [DESK, PHONE, NARROW], ids=["desk", "phone", "narrow"])
def test_a_note_stands_in_the_window_and_never_on_its_link(
    window: dict[str, int], anchored: bool, site: str, open_page: OPEN
) -> None:
    page = open_page(viewport=window, reduced_motion="reduce")
    if not anchored:  # as in browsers that do not know anchors
        page.route("**/portal.css", lambda route: route.fulfill(
            body=route.fetch().text().replace("(position-area: block-end)", "(position-area: no)"),
            content_type="text/css",
        ))  # fmt: skip
    ready(page, f"{site}phong-trao/huong-ung-thanh-hoa-2022-2025/")
    links = page.locator("a.term, a.ref")
    assert links.count() > 8
    page.keyboard.press("Tab")
    for link in links.all()[:10]:
        for place in ("start", "end"):
            link.evaluate("(one, block) => { one.blur(); one.scrollIntoView({block}) }", place)
            link.focus()
            expect(note(page)).to_be_visible()
            page.wait_for_function(BESIDE, arg=link.element_handle())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_where_a_note_or_the_tools_are_open(
    window: dict[str, int], scheme: str, site: str, open_page: OPEN, eye: Eye
) -> None:
    page = open_page(viewport=window, color_scheme=scheme, reduced_motion="reduce")
    page.add_init_script(AXE)
    ready(page, f"{site}truong/thanh-hoa/")
    page.locator(".tools summary").click()
    seen = (page.main_frame, scheme, window["width"])
    found = eye.faults(*seen)
    page.keyboard.press("Escape")
    for link in (page.locator("a.term").first, page.locator("a.ref").first):
        link.hover()
        expect(note(page)).to_be_visible()
        found += eye.faults(*seen)
        page.mouse.move(2, 2)
        expect(note(page)).to_have_count(0)
    assert found == []


# The contents of the page


def test_the_contents_follow_the_head_of_the_article(site: str, open_page: OPEN) -> None:
    page = open_page(viewport=PHONE)
    page.goto(site + LONG)
    contents = page.locator("details.toc")
    assert not contents.evaluate("one => one.open")
    order = page.evaluate("""() => ["h1", "details.toc", ".article h2"].map(
      one => document.querySelector(one).getBoundingClientRect().top)""")
    assert order == sorted(order)
    contents.locator("summary").click()
    contents.get_by_role("link", name="III. Tổ chức thực hiện").click()
    assert not contents.evaluate("one => one.open")
    expect(page.locator("#muc-iii")).to_be_in_viewport()


def test_the_contents_say_where_the_reader_is(site: str, open_page: OPEN) -> None:
    page = ready(open_page(viewport=DESK, reduced_motion="reduce"), site + LONG)
    current = page.locator(".toc a[aria-current=location]")
    expect(current).to_have_count(0)
    for id in ("muc-i", "muc-ii.4", "muc-iii.3", "muc-ii.1"):
        page.locator(f"[id='{id}']").evaluate("one => one.scrollIntoView()")
        expect(current).to_have_count(1)
        expect(current).to_have_attribute("href", f"#{id}")
        expect(current).to_be_in_viewport()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(current).to_have_attribute("href", page.locator(".toc a").last.get_attribute("href"))


# The place last read


def leave_at(page: Page, id: str) -> None:
    page.locator(f"[id='{id}']").evaluate("one => one.scrollIntoView()")
    page.goto("about:blank")


@pytest.fixture
def reader(open_page: OPEN) -> Page:
    return open_page(viewport=DESK, reduced_motion="reduce")


def test_who_returns_to_a_long_page_is_offered_the_place_last_read(site: str, reader: Page) -> None:
    ready(reader, site + LONG)
    expect(reader.locator(".resume")).to_have_count(0)
    leave_at(reader, "muc-ii.4")
    ready(reader, site + LONG)
    assert reader.evaluate("scrollY") == 0, "mời, không ép"
    offer = reader.get_by_role("link", name=re.compile("^Đọc tiếp từ «4. Tổ chức khảo sát"))
    offer.click()
    expect(reader.locator("[id='muc-ii.4']")).to_be_in_viewport()
    expect(reader.locator(".resume")).to_have_count(0)


def test_the_settings_stay_in_the_window_with_the_largest_letters(site: str, page: Page) -> None:
    for width in (320, 390, 800, 1030, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{site}truong/")
        page.locator(".display summary").click()
        page.get_by_role("button", name="Rất lớn").click()
        box = page.locator(".display > div").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_an_address_with_a_place_and_the_way_back_win_over_the_memory(
    site: str, reader: Page
) -> None:
    ready(reader, site + LONG)
    leave_at(reader, "muc-ii.4")
    ready(reader, f"{site}{LONG}#muc-i")
    expect(reader.locator(".resume")).to_have_count(0)
    reader.reload()
    set_up(reader)
    expect(reader.locator(".resume")).to_have_count(0)


def test_a_place_can_be_forgotten_one_by_one_and_all_at_once(site: str, reader: Page) -> None:
    stored = "localStorage.getItem('doc-tiep')"
    ready(reader, site + LONG)
    leave_at(reader, "muc-ii.4")
    ready(reader, site + LONG)
    reader.get_by_role("button", name="Quên chỗ đã đọc của trang này").click()
    expect(reader.locator(".resume")).to_have_count(0)
    assert reader.evaluate(stored) is None
    ready(reader, f"{site}gioi-thieu/cach-dung-nguon/")
    ready(reader, site + LONG)
    leave_at(reader, "muc-ii.4")
    ready(reader, site + LONG)
    assert reader.evaluate(stored) is not None
    reader.locator(".display summary").click()
    reader.get_by_role("button", name="Quên các chỗ đã đọc").click()
    assert reader.evaluate(stored) is None
    leave_at(reader, "muc-ii.5")
    ready(reader, site + LONG)
    expect(reader.locator(".resume")).to_have_count(0)


def test_a_page_read_to_its_end_is_not_offered_again(site: str, reader: Page) -> None:
    ready(reader, site + LONG)
    leave_at(reader, "muc-ii.4")
    ready(reader, site + LONG)
    reader.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    reader.goto("about:blank")
    ready(reader, site + LONG)
    expect(reader.locator(".resume")).to_have_count(0)


def test_a_browser_that_refuses_storage_loses_nothing_else(site: str, reader: Page) -> None:
    reader.add_init_script(REFUSED)
    ready(reader, site + LONG)
    leave_at(reader, "muc-ii.4")
    ready(reader, site + LONG)
    expect(reader.locator(".resume")).to_have_count(0)
    reader.locator(".display summary").click()
    reader.get_by_role("button", name="Rất lớn").click()
    expect(reader.locator("html")).to_have_attribute("data-letters", "rat-lon")


# Letters and lines


def test_letters_and_lines_are_as_chosen_and_the_choice_is_kept_before_the_first_paint(
    site: str, page: Page
) -> None:
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    page.goto(site + LONG)
    before = page.evaluate(size)
    page.locator(".display summary").click()
    for name, times in (("Lớn", 1.125), ("Lớn hơn", 1.25), ("Rất lớn", 1.5)):
        button = page.get_by_role("button", name=name, exact=True)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        assert page.evaluate(size) == pytest.approx(before * times)
    page.get_by_role("button", name="Rộng").click()
    page.add_init_script("""new MutationObserver((_, watch) => {
      if (!document.body?.querySelector("main")) return
      const { letters, lines } = document.documentElement.dataset
      window.first = [letters, lines]
      watch.disconnect()
    }).observe(document, {childList: true, subtree: true})""")
    page.goto(f"{site}truong/")
    assert page.evaluate("window.first") == ["rat-lon", "rong"]
    page.locator(".display summary").click()
    for name in ("Cỡ chữ", "Giãn dòng"):
        page.get_by_role("group", name=name).get_by_role("button", name="Vừa").click()
    assert page.evaluate(size) == pytest.approx(before)


def test_no_page_is_wider_than_the_narrowest_screen_with_the_largest_letters(
    real_site: Path, serve: Serve, open_page: OPEN
) -> None:
    site = serve(real_site)  # at the root, where the page for what is missing belongs
    page = open_page(viewport=NARROW)
    page.add_init_script("localStorage.setItem('co-chu', 'rat-lon')")
    wide = []
    for sample in samples(real_site):
        page.goto(site + sample.url)
        if page.evaluate(WIDE) > 0:
            wide.append(sample.url)
    assert wide == []


# Sharing


def test_the_address_and_the_citation_are_copied(site: str, open_page: OPEN) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    ready(page, f"{site}{LONG}?x=1#muc-i")
    page.locator(".tools summary").click()
    page.get_by_role("button", name="Sao chép địa chỉ").click()
    expect(page.locator(".tools__told")).to_have_text("Đã sao chép địa chỉ.")
    assert page.evaluate("navigator.clipboard.readText()") == site + LONG
    page.get_by_role("button", name="Sao chép trích dẫn").click()
    expect(page.locator(".tools__told")).to_have_text("Đã sao chép trích dẫn.")
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("Kế hoạch 380-KH/HVCTQG triển khai thực hiện Quy định")
    assert re.search(re.escape(site + LONG) + r", truy cập ngày \d{2}/\d{1,2}/\d{4}\.$", cited)
    page.keyboard.press("Escape")
    expect(page.locator(".tools summary")).to_be_focused()


def test_where_copying_is_refused_the_text_is_shown_to_be_copied(site: str, page: Page) -> None:
    page.add_init_script("""document.execCommand = () => false
      Object.defineProperty(navigator, "clipboard", {value: undefined})""")
    ready(page, site + LONG)
    page.locator(".tools summary").click()
    page.get_by_role("button", name="Sao chép địa chỉ").click()
    expect(page.get_by_label("Chọn để sao chép địa chỉ")).to_have_value(site + LONG)


@pytest.mark.parametrize("able", [True, False])
def test_the_apps_of_the_machine_are_offered_where_there_are_any(
    able: bool, site: str, page: Page
) -> None:
    share = "navigator.share = sent => { window.sent = sent; return Promise.resolve() }"
    page.add_init_script(share if able else "delete Navigator.prototype.share")
    ready(page, site + LONG)
    page.locator(".tools summary").click()
    send = page.get_by_role("button", name="Gửi qua ứng dụng khác")
    if not able:
        expect(send).to_be_hidden()
        return
    send.click()
    assert page.evaluate("window.sent.url") == site + LONG


# Fetching ahead, gliding over, no network


def ahead(page: Page) -> list[str]:
    found: list[str] = page.locator("link[rel=prefetch]").evaluate_all(
        "all => all.map(x => x.href)"
    )
    return found


def test_a_page_is_fetched_when_the_pointer_rests_on_its_link(site: str, page: Page) -> None:
    page.clock.install()
    ready(page, f"{site}van-ban/")
    link = page.locator("main table a").first
    with page.expect_response(lambda answer: "/van-ban/" in answer.url and answer.ok):
        link.hover()
    assert ahead(page) == [link.evaluate("one => one.href")]
    link.hover()
    page.get_by_role("link", name="Đến nội dung chính").focus()  # a place in this page
    page.clock.run_for(300)
    assert len(ahead(page)) == 1


def test_nothing_is_fetched_ahead_where_bytes_are_dear(site: str, page: Page) -> None:
    page.add_init_script("navigator.connection.__defineGetter__('saveData', () => true)")
    page.clock.install()
    ready(page, f"{site}van-ban/")
    page.locator("main table a").first.hover()
    page.clock.run_for(300)
    assert ahead(page) == []


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_pages_glide_over_unless_the_reader_wants_no_motion(
    motion: str, site: str, open_page: OPEN
) -> None:
    page = open_page(reduced_motion=motion)
    page.add_init_script(
        "addEventListener('pagereveal', e => { window.glides = !!e.viewTransition })"
    )
    page.goto(f"{site}van-ban/")
    page.locator("main table a").first.click()
    expect(page.locator(".entry h1")).to_be_visible()
    assert page.evaluate("window.glides") is (motion == "no-preference")


def test_without_network_the_reader_is_told_and_keeps_the_page(
    site: str, page: Page, witness: Witness
) -> None:
    ready(page, f"{site}van-ban/")
    links = page.locator("main table a")
    with page.expect_response(lambda answer: "/van-ban/" in answer.url and answer.ok):
        links.first.hover()
    page.context.set_offline(True)
    told = page.locator(".offline")
    expect(told).to_contain_text("Máy đang mất mạng. Trang này vẫn đọc và in được")
    links.nth(4).click()
    expect(told).to_contain_text("Chưa mở được")
    expect(told.get_by_role("link")).to_have_attribute(
        "href", links.nth(4).evaluate("one => one.href")
    )
    expect(page).to_have_url(f"{site}van-ban/")
    page.context.set_offline(False)
    expect(told).to_have_count(0)
    links.first.hover()
    witness.errors.clear()  # the browser tells of the page it could not have
