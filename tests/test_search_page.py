"""Looking for something in a real browser: the field of every page, the page of results, the marks.

Two engines answer: the real one on the real site, and a made-up one where a state has to be had
at will: a slow answer, a corrected reading, a shard that is lost, a document that is dead.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import builder
import offline
import pytest
import rendering
from conftest import Serve, Witness
from playwright.sync_api import Page, Route, expect
from test_browser import DESK, NARROW, PHONE, WIDE
from waiting import ready, searching, until

from portal.text import fold

OPEN = Callable[..., Page]
ENGINE = (Path(__file__).parent / "made_up_search.js").read_text(encoding="utf-8")
HOSTILE = {
    "empty": "",
    "spaces": " \u00a0\u3000 ",
    "long": "trường chính trị " * 600,
    "one-long-word": "a" * 10_000,
    "emoji": "🏫📚 đội 👩‍👩‍👧 ngũ",
    "control": "đội\x00\x07\x1b ngũ\u202e\u200b\ufeff",
    "surrogate": "\\ud83d",
    "expression": "^(a+)+$ [đ-ộ]{2,} \\b.*? |",
    "html": "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "stop-words": "và của các là trong",
    "letter": "đ",
    "quotes": '"""" "đội ngũ',
    "minus": "- -- -đội -",
    "escapes": "%E0%A4%A %00 + &q=1#x",
    "proto": "__proto__ constructor toString",
    "nfd": "đo\u0323\u0302i ngu\u0303",
}
LONGEST_TASK = 1000
"""Milliseconds the page may be deaf, on a machine that does other things too."""
TASKS = """globalThis.longest = 0; new PerformanceObserver(list => {
  for (const one of list.getEntries()) longest = Math.max(longest, one.duration)
}).observe({type: "longtask", buffered: true})"""
TYPED = """(box, text) => {
  box.value = text
  box.dispatchEvent(new Event("input", {bubbles: true}))
}"""
REFUSED = """Object.defineProperty(globalThis, "localStorage", {
  get() { throw new DOMException("bị chặn", "SecurityError") } })"""


@pytest.fixture(scope="module")
def site(real_site: Path, serve: Serve) -> str:
    """The address of the real site, below a path, as it stands on other people's servers."""
    return serve(real_site, "/a/b/")


def pretend(page: Page, **told: Any) -> None:
    """From here on a made-up engine answers; `told` says how."""
    body = ENGINE.replace("ask = {}", f"ask = {json.dumps(told)}")

    def answer(route: Route) -> None:
        route.fulfill(body=body, content_type="text/javascript")

    page.route("**/assets/js/search.js", answer)


def asked(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("globalThis.asked ?? []")
    return found


def wait_until_asked(page: Page, **wanted: Any) -> None:
    """The address changes a moment before the question is asked."""
    holds = """wanted => (globalThis.asked ?? []).some(one => Object.entries(wanted).every(
      ([name, value]) => JSON.stringify(one[name]) === JSON.stringify(value)))"""
    page.wait_for_function(holds, arg=wanted)


def field(page: Page) -> Any:
    return page.locator("#tim-kiem")


def options(page: Page) -> Any:
    return page.locator(".suggest").get_by_role("option")


def titles(page: Page) -> Any:
    return page.locator(".results h3")


# The field of every page


def test_a_page_that_is_only_read_fetches_nothing_of_the_search(site: str, page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{site}van-ban/11-qd-tw/", wait_until="networkidle")
    about = [url for url in fetched if re.search("search|finder|tim-kiem", url)]
    assert about == []
    field(page).click()
    page.keyboard.type("quy định")
    expect(options(page).first).to_be_visible()
    assert any("/assets/search/" in url for url in fetched)


def test_field_and_engine_together_weigh_little(site: str, page: Page) -> None:
    """At most 24 KB of code, packed together, before anything can be suggested."""
    code: dict[str, bytes] = {}

    def weigh(response: Any) -> None:
        if response.url.endswith(".js"):
            code[response.url] = response.body()

    page.goto(f"{site}van-ban/", wait_until="networkidle")
    page.on("response", weigh)
    field(page).click()
    page.keyboard.type("quy định")
    expect(options(page).first).to_be_visible()
    assert {url.rpartition("/")[2] for url in code} == {"finder.js", "search.js"}
    assert len(gzip.compress(b"".join(code.values()))) <= 24 * 1024, list(code)


def test_what_the_field_needs_is_asked_for_at_once(site: str, page: Page) -> None:
    """While none of it has come, all of it is on its way: two answers to wait for, not five."""
    fetched: list[str] = []
    ready(page, f"{site}van-ban/")
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: fetched.append(request.url))
    field(page).click()
    page.keyboard.type("quy định")
    expect(options(page).first).to_be_visible()
    needed = sorted(url for url in fetched if url.endswith((".js", "/index.bin")))
    ready(page, f"{site}van-ban/")
    page.wait_for_load_state("networkidle")
    held: list[Route] = []
    page.route("**/*", lambda route: held.append(route))
    field(page).click()
    until(page, lambda: len(held) >= len(needed))
    assert sorted(route.request.url for route in held) == needed
    for route in held:
        route.continue_()
    page.unroute_all(behavior="wait")


def test_suggestions_are_walked_with_the_focus_in_the_field(site: str, page: Page) -> None:
    pretend(page)
    page.goto(f"{site}van-ban/")
    box = field(page)
    expect(box).to_have_role("combobox")
    box.click()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("quy")
    expect(options(page)).to_have_count(7)
    expect(options(page).last).to_have_attribute("href", re.compile("q=quy$"))
    expect(box).to_have_attribute("aria-expanded", "true")
    listed = page.get_by_role("listbox", name="Gợi ý")
    assert listed.get_attribute("id") == box.get_attribute("aria-controls")
    expect(options(page).first).to_have_text(
        re.compile("Mục 1.*Điều 5. Đội ngũ.*Văn bản.*09/5/2021")
    )
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1)):
        page.keyboard.press(key)
        expect(box).to_be_focused()
        chosen = [one.get_attribute("aria-selected") for one in options(page).all()]
        assert chosen.count("true") == (place >= 0)
        if place >= 0:
            assert chosen[place] == "true"
            active = options(page).nth(place).get_attribute("id")
            expect(box).to_have_attribute("aria-activedescendant", active or "-")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    expect(options(page).last).to_have_text("Xem tất cả 25 kết quả")
    page.keyboard.press("Home")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}tim-kiem/?q=quy")


def test_enter_leads_to_the_page_of_results_and_a_choice_to_its_clause(
    site: str, page: Page
) -> None:
    page.goto(f"{site}van-ban/")
    field(page).click()
    page.keyboard.type("đội ngũ")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}tim-kiem/?q={quote_plus('đội ngũ')}")
    expect(titles(page).first).to_be_visible()
    pretend(page)
    page.goto(f"{site}truong/")
    field(page).click()
    page.keyboard.type("điều 5")
    expect(options(page).last).to_have_attribute("href", re.compile("%205$"))
    page.keyboard.press("ArrowDown")
    target = options(page).first.get_attribute("href")
    assert target is not None
    assert re.search(r"/van-ban/1/\?tim=[^#]+#dieu-5$", target)


def test_escape_closes_then_empties_and_leaving_closes(site: str, page: Page) -> None:
    pretend(page)
    page.goto(f"{site}van-ban/")
    box, listed = field(page), page.locator(".search .suggest")
    box.click()
    page.keyboard.type("quy")
    expect(listed).to_be_visible()
    page.keyboard.press("Escape")
    expect(listed).to_be_hidden()
    expect(box).to_have_value("quy")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(listed).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    page.keyboard.type("quy")
    expect(listed).to_be_visible()
    for _ in ("Xóa", "Tìm", "ra ngoài"):
        page.keyboard.press("Tab")
    expect(listed).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    box.click()
    expect(listed).to_be_visible()
    page.locator("h1").click()
    expect(listed).to_be_hidden()
    box.click()
    page.get_by_role("button", name="Xóa").click()
    expect(box).to_have_value("")
    expect(box).to_be_focused()


def test_how_many_are_suggested_is_said_once_after_the_typing(site: str, page: Page) -> None:
    pretend(page)
    page.clock.install()
    page.goto(f"{site}van-ban/")
    field(page).click()
    page.evaluate(
        """() => {
          const form = document.querySelector("form.search")
          globalThis.spoken = []
          new MutationObserver(() => spoken.push(form.querySelector("[role=status]").textContent))
            .observe(form, {subtree: true, childList: true, characterData: true})
        }"""
    )
    page.keyboard.type("quy định", delay=40)
    expect(page.locator("form.search [role=status]")).to_have_text(
        "6 gợi ý, dùng phím mũi tên để chọn"
    )
    page.keyboard.press("ArrowDown")
    page.clock.run_for(900)
    assert {one for one in page.evaluate("spoken") if one} == {"6 gợi ý, dùng phím mũi tên để chọn"}


@pytest.mark.parametrize("width", [PHONE, NARROW])
def test_on_a_phone_field_and_suggestions_have_the_whole_width(
    width: int, site: str, open_page: OPEN
) -> None:
    page = open_page(viewport={"width": width, "height": 700}, has_touch=True)
    page.goto(f"{site}van-ban/")
    field(page).tap()
    page.keyboard.type("trường chính trị")
    whole = re.compile(re.escape(quote("trường chính trị")))
    expect(options(page).last).to_have_attribute("href", whole)  # no suggestions of its beginning
    for part in (".search", ".search .suggest"):
        found = page.locator(part).bounding_box()
        assert found is not None
        assert found["width"] >= width - 36, part
        assert found["x"] >= 0
        assert found["x"] + found["width"] <= width
    assert page.evaluate(WIDE) == []
    target = options(page).nth(1).get_attribute("href")
    options(page).nth(1).tap()
    expect(page).to_have_url(target or "-")


def test_the_field_of_the_home_page_is_the_same(site: str, page: Page) -> None:
    page.goto(site)
    home = page.locator("main input[name=q]")
    home.click()
    page.keyboard.type("tiêu chí")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}tim-kiem/?q={quote_plus('tiêu chí')}")
    expect(page.get_by_role("searchbox")).to_have_value("tiêu chí")


def test_without_script_a_link_leads_to_the_indexes(site: str, open_page: OPEN) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": PHONE, "height": 800})
    page.goto(f"{site}van-ban/")
    expect(field(page)).to_be_hidden()
    page.get_by_role("banner").get_by_role("link", name="Tìm kiếm").click()
    expect(page).to_have_url(f"{site}tim-kiem/")
    expect(page.get_by_text("đang tắt JavaScript")).to_be_visible()
    expect(page.get_by_text("Chưa tải được phần tìm kiếm")).to_be_hidden()
    page.get_by_role("link", name="Đ", exact=True).click()
    expect(page).to_have_url(re.compile(r"/tim-kiem/a-z/(trang-\d+/)?#chu-dd$"))
    expect(page.get_by_role("heading", name="Đ", exact=True)).to_be_in_viewport()


# The page of results


def test_the_page_says_what_was_found_and_marks_the_words(site: str, page: Page) -> None:
    page.goto(f"{site}tim-kiem/?q={quote_plus('đội ngũ')}")
    expect(page.get_by_role("searchbox")).to_have_value("đội ngũ")
    expect(
        page.get_by_role("heading", level=2, name=re.compile(r"^[\d.]+ kết quả$"))
    ).to_be_visible()
    expect(titles(page)).to_have_count(10)
    assert page.locator(".results mark").count() > 5
    marked = " ".join(page.locator(".results mark").all_inner_texts())
    assert set(re.findall(r"\w+", fold(marked))) == {"doi", "ngu"}
    assert page.title().startswith("đội ngũ – Tìm kiếm")
    expect(page.locator(".finder [role=status]")).to_have_text(re.compile(r"^[\d.]+ kết quả"))
    expect(page.locator(".finder__indexes")).to_be_hidden()


def test_a_keyboard_comes_to_the_results_without_walking_the_filters(site: str, page: Page) -> None:
    pretend(page)
    page.goto(f"{site}tim-kiem/?q=quy")
    expect(titles(page)).to_have_count(10)
    box, first = page.get_by_role("searchbox"), titles(page).first.locator("a")
    box.focus()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    box.focus()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(first).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_first_result_stands_high_on_the_page(
    site: str, page: Page, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    pretend(page)
    page.goto(f"{site}tim-kiem/?q=quy")
    expect(titles(page)).to_have_count(10)
    place = titles(page).first.bounding_box()
    assert place is not None
    assert place["y"] < 300


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_a_key_leads_to_the_field_from_anywhere(site: str, page: Page, keys: str) -> None:
    ready(page, f"{site}van-ban/")
    page.keyboard.press(keys)
    expect(field(page)).to_be_focused()
    page.keyboard.type("a/b")
    expect(field(page)).to_have_value("a/b")


def test_what_has_to_be_known_stands_before_the_results(site: str, page: Page) -> None:
    pretend(page, notes=["Không mục nào có chữ «quắt»."])
    page.goto(f"{site}tim-kiem/?q=quy+qu%E1%BA%AFt")
    told, first = page.locator(".found__notes"), titles(page).first
    expect(told).to_have_text("Không mục nào có chữ «quắt».")
    expect(page.locator(".finder [role=status]")).to_have_text(
        "25 kết quả. Không mục nào có chữ «quắt»."
    )
    assert told.bounding_box()["y"] < first.bounding_box()["y"]
    expect(page.locator(".results li").nth(2)).to_contain_text("Nay gồm cả Làng Mây")


def test_the_order_stands_in_the_address_and_the_tail_is_one_press_away(
    site: str, page: Page
) -> None:
    pretend(page, weaker=4)
    page.goto(f"{site}tim-kiem/?q=quy&nam=2026")
    expect(titles(page)).to_have_count(3)
    expect(page.locator(".results li").first).to_contain_text("Lò Văn Quắt ký")
    page.get_by_role("button", name="Mới nhất").click()
    expect(page).to_have_url(re.compile("q=quy&xep=ngay&nam=2026$"))
    wait_until_asked(page, order="day")
    expect(page.get_by_role("button", name="Mới nhất")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Xem thêm 4 mục chỉ có một phần chữ này").click()
    expect(titles(page)).to_have_count(7)
    expect(page.locator(".found__count")).to_be_focused()
    page.get_by_role("button", name="Lưu tìm kiếm này").click()
    expect(page.get_by_role("button", name=re.compile("Đã chép địa chỉ"))).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="Liên quan nhất")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_words_are_found_inside_one_document_by_keys_alone(site: str, page: Page) -> None:
    ready(page, f"{site}van-ban/380-kh-hvctqg/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url.rpartition("/")[2]))
    page.get_by_role("button", name="Tìm trong văn bản này").press("Enter")
    box = page.get_by_role("searchbox", name="Tìm trong văn bản này")
    expect(box).to_be_focused()
    page.keyboard.type("giang vien")
    said = page.locator(".inside [role=status]")
    expect(said).to_have_text(re.compile(r"^Chỗ 1 trên \d+$"))
    count = int(said.inner_text().rpartition(" ")[2])
    assert page.locator(".document-body mark").count() == count > 2
    page.keyboard.press("Shift+Enter")
    expect(said).to_have_text(f"Chỗ {count} trên {count}")
    page.keyboard.press("Enter")
    expect(said).to_have_text(f"Chỗ 1 trên {count}")
    expect(page.locator("mark.is-here")).to_be_in_viewport()
    page.keyboard.type(" quắt")
    expect(said).to_have_text("Không có chỗ nào")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Tìm trong văn bản này")).to_be_focused()
    assert page.locator(".document-body mark, .inside").count() == 0
    assert sent == ["inside.js"]


def test_typing_on_the_page_is_one_step_back_and_choices_are_steps(site: str, page: Page) -> None:
    pretend(page)
    page.goto(f"{site}tim-kiem/?q=quy")
    expect(titles(page)).to_have_count(10)
    page.get_by_role("searchbox").press("End")
    page.keyboard.type(" chế", delay=30)
    expect(page).to_have_url(f"{site}tim-kiem/?q={quote_plus('quy chế')}")
    page.get_by_role("checkbox", name="2026").check()
    expect(page).to_have_url(f"{site}tim-kiem/?q={quote_plus('quy chế')}&nam=2026")
    expect(page.locator(".found__count")).to_have_text("3 kết quả")
    expect(page.get_by_role("checkbox", name="2026")).to_be_focused()
    page.get_by_role("button", name="Văn bản").click()
    expect(page).to_have_url(re.compile("nam=2026&loai-muc=van-ban$"))
    wait_until_asked(page, kinds=["van-ban"], facets={"year": ["2026"]}, limit=10)
    page.reload()
    expect(page.get_by_role("button", name="Văn bản")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("checkbox", name="2026")).to_be_checked()
    page.get_by_role("button", name="Bỏ lọc 2026").click()
    expect(page).to_have_url(re.compile(r"q=quy\+ch%E1%BA%BF&loai-muc=van-ban$"))
    for url in ("nam=2026&loai-muc=van-ban", "nam=2026", r"q=quy\+ch%E1%BA%BF", "q=quy"):
        page.go_back()
        expect(page).to_have_url(re.compile(f"{url}$"))
    expect(page.get_by_role("searchbox")).to_have_value("quy")
    expect(page.get_by_role("checkbox", name="2026")).not_to_be_checked()


def test_what_was_really_narrowed_is_what_was_chosen(site: str, page: Page) -> None:
    """The same on the real engine, for every facet that is offered."""
    page.goto(f"{site}tim-kiem/?q={quote_plus('quy định')}")
    expect(titles(page).first).to_be_visible()
    groups = page.locator(".narrow fieldset").all()
    assert len(groups) >= 5
    for group in groups:
        tick = group.get_by_role("checkbox").first
        label = group.locator("li label").first.inner_text()
        tick.check()
        told = int(re.sub(r"\D", "", label.rpartition("(")[2]))
        expect(page.locator(".found__count")).to_have_text(f"{told} kết quả")
        page.locator(".picked button").click()
        expect(page.locator(".picked button")).to_have_count(0)


def test_a_reading_is_shown_and_can_be_refused(site: str, page: Page) -> None:
    pretend(page, reading="trường chính trị")
    page.goto(f"{site}tim-kiem/?q=truwofng")
    expect(page.get_by_text("Đang hiện kết quả cho «trường chính trị».")).to_be_visible()
    expect(page.locator(".finder [role=status]")).to_have_text("25 kết quả cho «trường chính trị»")
    assert "tim=tr%C6%B0%E1%BB%9Dng" in (
        titles(page).first.locator("a").get_attribute("href") or ""
    )
    page.get_by_role("button", name="Tìm đúng «truwofng»").click()
    expect(page).to_have_url(f"{site}tim-kiem/?q=truwofng&dung=1")
    expect(page.get_by_text("Đang tìm đúng như đã gõ.")).to_be_visible()
    assert asked(page)[-1]["exact"] is True
    page.reload()
    expect(page.get_by_text("Đang tìm đúng như đã gõ.")).to_be_visible()
    page.get_by_role("button", name="Tìm cả cách gõ gần đúng").click()
    expect(page).to_have_url(f"{site}tim-kiem/?q=truwofng")


def test_more_results_come_in_steps_and_the_focus_goes_on(site: str, page: Page) -> None:
    pretend(page)
    page.goto(f"{site}tim-kiem/?q=quy")
    more = page.get_by_role("button", name="Xem thêm 10 kết quả")
    more.focus()
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_count(20)
    expect(titles(page).nth(10).locator("a")).to_be_focused()
    expect(page.locator(".finder [role=status]")).to_have_text("Đang hiện 20 trên 25 kết quả")
    page.get_by_role("button", name="Xem thêm 5 kết quả").click()
    expect(titles(page)).to_have_count(25)
    expect(page.get_by_role("button", name=re.compile("Xem thêm"))).to_have_count(0)


def test_who_comes_back_from_a_result_stands_where_they_left(site: str, page: Page) -> None:
    page.goto(f"{site}tim-kiem/?q={quote_plus('trường chính trị')}")
    page.get_by_role("button", name=re.compile("Xem thêm 10")).click()
    expect(titles(page)).to_have_count(20)
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY > 500")
    before = page.evaluate("scrollY")
    titles(page).nth(15).locator("a").click()
    expect(page).not_to_have_url(re.compile("/tim-kiem/"))
    page.go_back()
    expect(titles(page)).to_have_count(20)
    page.wait_for_function("y => Math.abs(scrollY - y) < 400", arg=before)


def test_a_dead_document_looks_dead(site: str, page: Page) -> None:
    pretend(page)
    page.goto(f"{site}tim-kiem/?q=quy")
    dead, living = titles(page).nth(1).locator("a"), titles(page).nth(0).locator("a")
    line = "one => getComputedStyle(one).textDecorationLine"
    assert "line-through" in dead.evaluate(line)
    assert "line-through" not in living.evaluate(line)
    expect(page.locator(".results > li").nth(1)).to_contain_text("Hết hiệu lực")
    field_of = page.locator(".result--gone")
    expect(field_of).to_have_count(1)


def test_where_nothing_is_found_there_are_ways_on(site: str, page: Page) -> None:
    pretend(page, near=["đội ngũ"])
    page.goto(f"{site}tim-kiem/?q={quote_plus('không có')}&nam=2020")
    expect(page.get_by_role("heading", name="Không tìm thấy mục nào")).to_be_visible()
    expect(page.locator(".finder [role=status]")).to_have_text("Không tìm thấy mục nào")
    expect(page.get_by_role("heading", name="Theo tên, A–Z")).to_be_visible()
    contact = page.locator(".found__help").get_by_role("link", name="Liên hệ")
    assert (contact.get_attribute("href") or "").endswith("gioi-thieu/lien-he/")
    expect(page.get_by_role("button", name="Bỏ lọc 2020")).to_be_visible()
    page.get_by_role("button", name="Bỏ bộ lọc, tìm trong mọi mục").click()
    expect(page).to_have_url(f"{site}tim-kiem/?q={quote_plus('không có')}")
    page.get_by_role("link", name="đội ngũ").click()
    expect(page).to_have_url(f"{site}tim-kiem/?q={quote_plus('đội ngũ')}")
    expect(titles(page)).to_have_count(10)


def test_a_choice_that_leaves_nothing_is_told_from_words_that_find_nothing(
    site: str, page: Page
) -> None:
    page.goto(f"{site}tim-kiem/?q={quote_plus('trường')}&nam=2021&loai=thuat-ngu")
    expect(page.get_by_role("heading", name="Không tìm thấy mục nào")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Thuật ngữ"))).to_be_visible()
    expect(page.get_by_text("Có phải bạn tìm")).to_have_count(0)
    expect(page.locator(".finder__indexes")).to_be_hidden()
    page.get_by_role("button", name=re.compile(r"^Bỏ bộ lọc: có [\d.]+ kết quả$")).click()
    expect(titles(page)).to_have_count(10)
    expect(page.locator(".found__count")).to_be_focused()


def test_on_a_phone_the_filters_are_left_for_what_they_leave(site: str, open_page: OPEN) -> None:
    page = open_page(viewport={"width": PHONE, "height": 700}, has_touch=True)
    pretend(page)
    page.goto(f"{site}tim-kiem/?q=quy")
    narrow = page.locator(".narrow")
    narrow.get_by_text("Lọc kết quả").tap()
    page.get_by_role("checkbox", name="2026").check()
    narrow.get_by_role("button", name="Xem 3 kết quả").tap()
    expect(page.get_by_role("checkbox", name="2026")).to_be_hidden()
    expect(page.locator(".found__count")).to_be_focused()
    assert page.locator(".kinds").evaluate("row => row.offsetHeight") < 60, "một hàng"


def test_an_old_answer_never_takes_the_place_of_a_newer_one(site: str, page: Page) -> None:
    pretend(page, delays={"q": 900, "qu": 600})
    page.clock.install()
    for url, box in (("van-ban/", field(page)), ("tim-kiem/", page.get_by_role("searchbox"))):
        page.goto(site + url)
        box.click()
        page.keyboard.type("quy", delay=120)
        newest = page.locator(".results").get_by_text("Lời văn có quy và")
        expect((options(page) if url == "van-ban/" else newest).first).to_be_visible()
        shown = page.locator(".suggest, .results").last.inner_text()
        page.clock.run_for(1200)
        assert page.locator(".suggest, .results").last.inner_text() == shown
        assert [one["query"] for one in asked(page)][-1] == "quy"


def test_fifty_questions_a_second_are_few_for_the_engine(site: str, page: Page) -> None:
    """A second of the page's own clock: on a busy machine it lasts longer."""
    pretend(page)
    page.clock.install()
    for url, box in (("van-ban/", field(page)), ("tim-kiem/", page.get_by_role("searchbox"))):
        page.goto(site + url)
        box.click()
        searching(page, "box" if url == "van-ban/" else "page")
        page.evaluate(TASKS)
        page.clock.pause_at(page.evaluate("Date.now() / 1000 + 60"))
        for number in range(50):
            box.evaluate(TYPED, f"quy {number}")
            page.clock.run_for(20)
        assert len(page.evaluate("read")) <= 10, "trang chỉ được đọc khi đã ngừng gõ"
        page.clock.run_for(1000)
        expect(page.locator(".suggest:visible, .results").first).to_be_visible()
        assert asked(page)[-1]["query"] == "quy 49"
        assert len(asked(page)) <= 30
        assert page.evaluate("longest") < LONGEST_TASK


# Bad input


@pytest.mark.parametrize("name", list(HOSTILE))
def test_whatever_is_typed_nothing_breaks_and_nothing_becomes_markup(
    name: str, site: str, page: Page
) -> None:
    """The witness of every page fails this where a script breaks or a dialogue opens."""
    page.add_init_script(TASKS)
    page.goto(f"{site}van-ban/")
    field(page).click()
    field(page).evaluate(TYPED, HOSTILE[name])
    searching(page)
    if HOSTILE[name].strip():
        expect(page.locator(".search .suggest")).to_be_visible()
        expect(page.locator(".search .suggest__told")).not_to_have_text("Đang tìm…")
    page.goto(f"{site}tim-kiem/")
    box = page.get_by_role("searchbox")
    box.evaluate(TYPED, HOSTILE[name])
    if HOSTILE[name].strip():
        expect(page.locator(".found__count")).to_be_visible()
    else:
        expect(page.locator(".finder__indexes")).to_be_visible()
    expect(page.locator(".finder [role=status]")).not_to_have_text("Chưa tải được dữ liệu tìm kiếm")
    assert page.locator("main img, main script, .suggest img").count() == 0
    assert page.evaluate("longest") < LONGEST_TASK
    assert page.evaluate(WIDE) == []


@pytest.mark.parametrize(
    "search",
    [
        *(
            "?q=%E0%A4%A",
            "?q=%00&nam=",
            "?q=a&q=b",
            "?nam=2020",
            "?q=quy&__proto__=x&constructor=y",
        ),
        *(
            "?q=quy&loai=khong-co",
            "?q=quy&nam=%3Cb%3E",
            f"?q={'a' * 5000}",
            "?dung=1",
            "?q=quy&dung=x",
        ),
    ],
)
def test_an_address_someone_else_wrote_does_no_harm(search: str, site: str, page: Page) -> None:
    page.goto(f"{site}tim-kiem/{search}")
    expect(
        page.locator(".found__count, .finder__indexes").locator("visible=true").first
    ).to_be_visible()
    assert page.locator("main b").count() == 0
    assert page.evaluate(WIDE) == []


def test_titles_are_texts_never_markup(site: str, page: Page) -> None:
    pretend(page, markup="<img src=x onerror=alert(1)>", near=["<b>x</b>"], incomplete=["<i>y</i>"])
    page.goto(f"{site}tim-kiem/?q=quy")
    expect(titles(page).first).to_contain_text("<img src=x")
    assert page.locator("main img, main b, main i").count() == 0


# What does not come


def test_offline_the_page_says_so_and_tries_again(site: str, page: Page, witness: Witness) -> None:
    page.route("**/assets/search/**", lambda route: route.abort())
    page.goto(f"{site}tim-kiem/")
    page.get_by_role("searchbox").fill("quy định")
    told = page.locator(".found__notice")
    expect(told).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    expect(page.locator(".finder__indexes")).to_be_visible()
    expect(page.locator(".finder [role=status]")).to_contain_text("Chưa tải được")
    page.unroute("**/assets/search/**")
    page.get_by_role("button", name="Thử lại").click()
    expect(titles(page).first).to_be_visible()
    expect(told).to_be_empty()
    witness.errors.clear()  # the browser calls what it could not fetch an error


def test_a_field_that_gets_no_answer_says_so_and_still_leads_on(
    site: str, page: Page, witness: Witness
) -> None:
    page.goto(f"{site}van-ban/")
    page.route("**/assets/search/**", lambda route: route.abort())
    field(page).click()
    page.keyboard.type("quy định")
    expect(page.locator(".suggest__told").first).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}tim-kiem/?q={quote_plus('quy định')}")
    expect(page.locator(".found__notice")).to_contain_text("Chưa tải được")
    witness.errors.clear()


def test_where_the_search_itself_cannot_be_fetched_the_indexes_stay(
    site: str, page: Page, witness: Witness
) -> None:
    page.route("**/assets/js/finder.js", lambda route: route.abort())
    page.goto(f"{site}tim-kiem/?q=quy")
    expect(page.get_by_text("Chưa tải được phần tìm kiếm")).to_be_visible()
    expect(page.get_by_role("link", name="Mở bảng A–Z")).to_be_visible()
    witness.errors.clear()


@pytest.mark.parametrize("way", ["truncated", "empty", "foreign", "missing"])
def test_spoilt_files_of_the_index_break_nothing(
    way: str, site: str, page: Page, witness: Witness
) -> None:
    def spoil(route: Route) -> None:
        if way == "missing":
            route.fulfill(status=404, body="<h1>Không có</h1>", content_type="text/html")
            return
        body = route.fetch().body()
        kept = {"truncated": body[: len(body) // 2], "empty": b"", "foreign": b'{"release":"khac"}'}
        route.fulfill(body=kept[way])

    page.route("**/assets/search/**", spoil)
    page.goto(f"{site}tim-kiem/?q={quote_plus('quy định 11')}")
    told = page.locator(".found__notice .notice")
    expect(told).to_be_visible()
    expect(page.get_by_role("button", name="Thử lại")).to_be_visible()
    page.unroute("**/assets/search/**")
    page.get_by_role("button", name="Thử lại").click()
    expect(titles(page).first).to_be_visible()
    expect(told).to_have_count(0)
    witness.errors.clear()


def test_what_could_be_found_is_shown_with_what_is_missing(site: str, page: Page) -> None:
    pretend(page, incomplete=["Chưa tải được một phần lời văn."])
    page.goto(f"{site}tim-kiem/?q=quy")
    expect(titles(page)).to_have_count(10)
    expect(page.locator(".notice")).to_contain_text("Kết quả có thể thiếu")
    expect(page.locator(".notice")).to_contain_text("Chưa tải được một phần lời văn.")


def test_a_fast_answer_shows_no_waiting_and_a_slow_one_does(site: str, page: Page) -> None:
    pretend(page, delays={"chậm": 1500})
    page.goto(f"{site}tim-kiem/")
    page.evaluate(
        """() => {
          const found = document.querySelector(".found")
          globalThis.seen = ""
          new MutationObserver(() => seen += found.textContent)
            .observe(found, {subtree: true, childList: true})
        }"""
    )
    page.get_by_role("searchbox").fill("nhanh")
    expect(titles(page)).to_have_count(10)
    assert "Đang tìm" not in page.evaluate("seen")
    page.get_by_role("searchbox").fill("chậm")
    expect(page.locator(".found [aria-busy=true], .found[aria-busy=true]")).to_have_count(1)
    expect(page.locator(".results")).to_contain_text("Lời văn có chậm")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


# What was looked for lately


def test_recent_searches_are_kept_here_shown_and_taken_away(site: str, page: Page) -> None:
    pretend(page)
    for words in ("đội ngũ", "quy định", "Đội  ngũ"):
        page.goto(f"{site}tim-kiem/?q={quote_plus(words)}")
        expect(titles(page).first).to_be_visible()
    page.goto(f"{site}van-ban/")
    field(page).click()
    expect(options(page)).to_have_text(["Đội ngũ", "quy định"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q="))
    page.goto(f"{site}tim-kiem/")
    lately = page.get_by_role("region", name="Tìm gần đây")
    expect(lately.get_by_role("link")).to_have_text(["Đội ngũ", "quy định"])
    lately.get_by_role("button", name="Xóa «Đội ngũ» khỏi danh sách").press("Enter")
    expect(lately.get_by_role("link")).to_have_text(["quy định"])
    expect(lately.get_by_role("button").first).to_be_focused()
    lately.get_by_label("Nhớ các lần tìm gần đây").uncheck()
    expect(lately.get_by_role("link")).to_have_count(0)
    page.goto(f"{site}tim-kiem/?q=quy")
    expect(titles(page).first).to_be_visible()
    page.goto(f"{site}tim-kiem/")
    expect(lately.get_by_label("Nhớ các lần tìm gần đây")).not_to_be_checked()
    expect(lately.get_by_role("link")).to_have_count(0)
    kept = page.evaluate("JSON.parse(localStorage.getItem('tim-gan-day'))")
    assert kept == {"kept": False, "words": []}


def test_where_storage_is_refused_all_else_works(site: str, page: Page) -> None:
    page.add_init_script(REFUSED)
    page.goto(f"{site}van-ban/")
    field(page).click()
    page.keyboard.type("quy định")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(titles(page).first).to_be_visible()
    page.goto(f"{site}tim-kiem/")
    expect(page.get_by_role("region", name="Tìm gần đây")).to_be_hidden()


@pytest.mark.parametrize("kept", ["{", "null", "[]", '{"words":[1,{"a":2}],"kept":7}', '"x"'])
def test_a_spoilt_memory_is_no_memory(kept: str, site: str, page: Page) -> None:
    page.goto(f"{site}van-ban/")
    page.evaluate("kept => localStorage.setItem('tim-gan-day', kept)", kept)
    page.goto(f"{site}tim-kiem/")
    lately = page.get_by_role("region", name="Tìm gần đây")
    expect(lately.get_by_label("Nhớ các lần tìm gần đây")).to_be_checked()
    expect(lately.get_by_role("link")).to_have_count(0)


# Marks in the opened page


def test_the_words_are_marked_in_the_opened_page_and_can_be_unmarked(site: str, page: Page) -> None:
    page.goto(f"{site}tim-kiem/?q={quote_plus('khảo sát')}&loai=van-ban")
    titles(page).first.locator("a").click()
    expect(page).to_have_url(re.compile("tim="))
    bar = page.get_by_role("group", name="Chữ được đánh dấu")
    expect(bar.get_by_role("status")).to_have_text(re.compile(r"^\d+ chỗ có chữ của «khảo sát»$"))
    many = page.locator("mark").count()
    assert many > 0
    text = "one => one.textContent.replace(one.querySelector('.marks')?.textContent, '')"
    expect(page.get_by_text("Sao chép địa chỉ")).to_be_attached()  # a panel that comes by script
    before = page.locator(".article").evaluate(text)
    bar.get_by_role("button", name="Chỗ sau").click()
    expect(page.locator("mark.is-here")).to_be_in_viewport()
    expect(bar.get_by_role("status")).to_have_text(f"Chỗ 1 trên {many}")
    bar.get_by_role("button", name="Chỗ trước").click()
    expect(bar.get_by_role("status")).to_have_text(f"Chỗ {many} trên {many}")
    bar.get_by_role("button", name="Bỏ đánh dấu").click()
    expect(page.locator("mark")).to_have_count(0)
    expect(bar).to_have_count(0)
    expect(page).not_to_have_url(re.compile("tim="))
    assert page.locator(".article").evaluate(text) == before
    page.reload()
    assert page.locator(".article").evaluate(text) == before


@pytest.mark.parametrize("words", ["", "%20", "%3Cscript%3E", "zzzqqq", "a" * 3000, "%E0%A4"])
def test_words_that_are_not_there_mark_nothing(words: str, site: str, page: Page) -> None:
    page.goto(f"{site}van-ban/380-kh-hvctqg/?tim={words}#muc-ii.4")
    searching(page, "marks")
    page.wait_for_load_state("networkidle")
    assert page.locator("mark").count() == 0
    expect(page.locator(".marks")).to_have_count(0)


def test_from_a_folder_the_indexes_are_what_is_there(
    real_site: Path, page: Page, witness: Witness
) -> None:
    """Opened as files, browsers refuse modules: nothing may hang or promise what does not come."""
    page.goto((real_site / "tim-kiem" / "index.html").as_uri())
    expect(page.get_by_text("Chuyên mục đang mở từ tệp trên máy")).to_be_visible()
    expect(page.get_by_text("Chưa tải được phần tìm kiếm")).to_be_hidden()
    expect(page.get_by_role("link", name="Mở bảng A–Z")).to_be_visible()
    witness.errors.clear()


def test_from_a_disk_what_was_made_for_it_is_searched_as_anywhere(
    made_up_site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    page: Page,
) -> None:
    def made(_: builder.Order, folder: Path, *__: object) -> None:
        shutil.copytree(made_up_site, folder)

    monkeypatch.setattr(rendering, "render", made)
    site = tmp_path / "Cổng trên USB"
    builder.build(builder.Order(builder.ROOT, site, date(2026, 3, 5), offline=True))
    page.goto((site / "index.html").as_uri())
    page.locator("main input[name=q]").click()
    page.keyboard.type("quy dinh 1")
    expect(options(page).first).to_contain_text("01-QĐ/LM")
    page.keyboard.press("Enter")
    expect(titles(page).first).to_contain_text("01-QĐ/LM")
    page.locator(".narrow fieldset").first.get_by_role("checkbox").first.check()
    expect(page).to_have_url(re.compile(r"/tim-kiem/index\.html\?q=quy\+dinh\+1&\w"))
    expect(titles(page).first).to_be_visible()
    titles(page).first.locator("a").click()
    expect(page).to_have_url(re.compile(r"/[^/]+/index\.html\?tim="))
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_role("link", name="Trang chủ").first.click()
    expect(page).to_have_url((site / "index.html").as_uri())


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("../van-ban/", "../van-ban/index.html"),
        ("../../#muc-i", "../../index.html#muc-i"),
        ("..", "../index.html"),
        ("./?q=a/", "./index.html?q=a/"),
        *((one, one) for one in ("#muc-i", "?q=a/", "", "a.docx", "https://b/c/", "mailto:a@b/")),
    ],
)
def test_on_a_disk_a_link_to_a_folder_names_its_page(written: str, there: str) -> None:
    assert offline.of_disk(f'<a class="x" href="{written}">') == f'<a class="x" href="{there}">'


@pytest.mark.parametrize("width", [DESK, PHONE, NARROW])
def test_no_state_of_the_page_is_wider_than_a_screen(
    width: int, site: str, open_page: OPEN
) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    pretend(page, reading="trường chính trị", incomplete=["Chưa tải được một phần lời văn."])
    for search in ("", "?q=quy", "?q=quy&nam=2026&truong=thanh-hoa", "?q=kh%C3%B4ng+c%C3%B3"):
        page.goto(f"{site}tim-kiem/{search}")
        expect(page.locator(".found__count, .lately").locator("visible=true").first).to_be_visible()
        assert page.evaluate(WIDE) == [], search
