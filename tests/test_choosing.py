"""Any two documents side by side, as a reader chooses them on `doi-chieu/`; in a real browser on
the tiny site, to which made-up documents were added.

How clauses find each other: `web/compare/*.test.js`, and `tests/alignments.json` for both sides.
"""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import offline
import pytest
import tiny
from conftest import Serve, Witness
from playwright.sync_api import Locator, Page, Route, expect
from waiting import ready, until

from tests.axe import AXE, Eye
from tests.chromium import DESK, NARROW, PHONE

OPEN = Callable[..., Page]
INDEX = "doi-chieu/"
HEAD = (
    "---\ntieu_de: {title}\nso_ky_hieu: {number}\nloai: {type}\nco_quan: Hội đồng Làng Mây\n"
    "ngay_ban_hanh: {day}\n{more}chat_luong_ban: {quality}\n---\n\n{body}"
)
GROVE = HEAD.format(
    title="Về rừng làng",
    number="11-QĐ/LM",
    type="quy-dinh",
    day="2021-05-05",
    more="hieu_luc:\n  - {loai: co-hieu-luc, ngay: 2021-05-05}\n"
    "  - {loai: het-toan-bo, ngay: 2025-01-01}\n",
    quality="goc-so",
    body="## Điều 1. Phạm vi {#dieu-1}\n\nQuy định này nói về rừng của làng.\n\n"
    "## Điều 2. Người giữ {#dieu-2}\n\nNgười giữ trống ghi sổ theo dõi hằng tháng.\n\n"
    "## Điều 3. Kinh phí {#dieu-3}\n\nKinh phí lấy từ quỹ của làng, chi mỗi quý một lần.\n",
)
LAKE = HEAD.format(
    title="Về hồ làng",
    number="12-QĐ/LM",
    type="quy-dinh",
    day="2022-05-05",
    more="hieu_luc:\n  - {loai: co-hieu-luc, ngay: 2022-05-05}\n",
    quality="quet-chua-soat",
    body="## Điều 1. Tàu thuyền {#dieu-1}\n\nMỗi nhà được neo một chiếc ở bến phía tây.\n\n"
    "## Điều 2. Kinh phí {#dieu-2}\n\nKinh phí lấy từ quỹ của hội, chi mỗi quý một lần.\n\n"
    "## Điều 3. Người giữ {#dieu-3}\n\nNgười giữ trống ghi sổ theo dõi hằng tháng.\n",
)
ROOFS = HEAD.format(
    title="Về mái ngói",
    number="13-QĐ/LM",
    type="quy-dinh",
    day="2023-05-05",
    more="",
    quality="goc-so",
    body="## Điều 1. Mái {#dieu-1}\n\nLợp lại trước mùa bão.\n",
)
BOTH = f"{INDEX}?a=11-qd-lm&b=12-qd-lm"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chon-hai")
    content = tiny.lay_out(folder / "content")
    for id, text in (("11-qd-lm", GROVE), ("12-qd-lm", LAKE), ("13-qd-lm", ROOFS)):
        (content / f"docs/van-ban/{id}.md").write_text(text, encoding="utf-8")
    code, said = tiny.build(content, folder / "site")
    assert code == 0, said
    return folder / "site"


@pytest.fixture(scope="module")
def site(built: Path, serve: Serve) -> str:
    return serve(built, "/a/b/")


def first(page: Page) -> Locator:
    return page.get_by_label("Văn bản thứ nhất")


def second(page: Page) -> Locator:
    return page.get_by_label("Văn bản thứ hai")


def press(page: Page, name: str = "Đối chiếu") -> None:
    page.get_by_role("button", name=name, exact=True).click()


def result(page: Page) -> Locator:
    return page.locator("[data-result]")


def heading(page: Page, a: str, b: str) -> Locator:
    named = f"Quy định {a}-QĐ/LM và Quy định {b}-QĐ/LM"
    return page.get_by_role("heading", name=named)


def compared(page: Page, address: str) -> None:
    """The page at an address with two documents in it, once they stand there."""
    ready(page, address)
    expect(result(page)).to_be_visible()


def pick(page: Page, select: Locator, value: str) -> None:
    """By the keyboard, one by one."""
    for _ in range(select.locator("option").count()):
        if select.input_value() == value:
            break
        page.keyboard.press("ArrowDown")
    expect(select).to_have_value(value)


def rows(page: Page) -> list[list[str]]:
    """Each row: how alike, and the names of both clauses."""
    found = result(page).locator("tr[data-kind]:not([hidden])")
    expect(found.first).to_be_visible()
    name = "cell => cell.querySelector('a')?.textContent ?? ''"
    return [
        [row.locator("th").inner_text(), *(cell.evaluate(name) for cell in row.locator("td").all())]
        for row in found.all()
    ]


def test_two_chosen_documents_stand_side_by_side_by_clause(site: str, page: Page) -> None:
    ready(page, site + INDEX)
    first(page).select_option("11-qd-lm")
    second(page).select_option("12-qd-lm")
    press(page)
    expect(
        page.get_by_role("heading", name="Quy định 11-QĐ/LM và Quy định 12-QĐ/LM")
    ).to_be_focused()
    assert rows(page) == [
        ["Một bên", "", "Điều 1"],
        ["Gần giống", "Điều 3", "Điều 2"],
        ["Một bên", "Điều 1", ""],
        ["Giống nhau", "Điều 2", "Điều 3"],
    ]
    expect(page).to_have_url(site + BOTH)
    expect(page.locator("[role=status]").filter(has_text="2 chỗ giống")).to_be_visible()


def test_words_that_differ_are_marked_and_each_clause_leads_to_its_place(
    site: str, page: Page
) -> None:
    compared(page, site + BOTH)
    near = result(page).locator("tr[data-kind=near]")
    assert near.locator("mark").all_inner_texts() == ["làng", "hội"]
    near.get_by_role("link", name="Điều 2").click()
    expect(page).to_have_url(f"{site}van-ban/12-qd-lm/#dieu-2")


def test_the_head_says_of_both_whether_they_hold(site: str, page: Page) -> None:
    compared(page, site + BOTH)
    state = result(page).get_by_role("row", name="Hiệu lực")
    expect(state).to_contain_text("Hết hiệu lực")
    expect(state).to_contain_text("Còn hiệu lực")
    expect(result(page).get_by_role("row", name="Ngày ban hành")).to_contain_text("05/5/2021")


def test_that_words_may_not_be_those_of_the_original_is_said_where_it_is_so(
    site: str, page: Page
) -> None:
    told = page.get_by_text("Nội dung trong chuyên mục có thể là tóm lược")
    compared(page, site + BOTH)
    expect(told).to_be_visible()
    compared(page, f"{site}{INDEX}?a=11-qd-lm&b=13-qd-lm")
    expect(told).to_be_hidden()


def test_that_nothing_is_alike_is_said_plainly(site: str, page: Page) -> None:
    ready(page, f"{site}{INDEX}?a=12-qd-lm&b=13-qd-lm")
    told = "Không có điều khoản nào của hai văn bản giống hoặc trùng nhau (3 và 1 điều khoản)."
    expect(page.locator("[role=status]").filter(has_text=told)).to_be_visible()
    assert {row[0] for row in rows(page)} == {"Một bên"}


def test_one_kind_of_clauses_is_seen_alone(site: str, page: Page) -> None:
    compared(page, site + BOTH)
    page.get_by_role("button", name="Gần giống (1)").click()
    assert rows(page) == [["Gần giống", "Điều 3", "Điều 2"]]
    page.get_by_role("button", name="Chỉ ở Quy định 12-QĐ/LM (1)").click()
    assert rows(page) == [["Một bên", "", "Điều 1"]]
    page.get_by_role("button", name="Tất cả (4)").click()
    assert len(rows(page)) == 4


def test_sides_are_changed_and_the_way_back_leads_through_the_choices(
    site: str, page: Page
) -> None:
    compared(page, site + BOTH)
    press(page, "Đổi bên")
    expect(
        page.get_by_role("heading", name="Quy định 12-QĐ/LM và Quy định 11-QĐ/LM")
    ).to_be_focused()
    expect(page).to_have_url(f"{site}{INDEX}?a=12-qd-lm&b=11-qd-lm")
    page.go_back()
    expect(
        page.get_by_role("heading", name="Quy định 11-QĐ/LM và Quy định 12-QĐ/LM")
    ).to_be_visible()
    expect(first(page)).to_have_value("11-qd-lm")


def test_by_the_keyboard_alone(site: str, page: Page) -> None:
    ready(page, site + INDEX)
    first(page).focus()
    pick(page, first(page), "12-qd-lm")
    page.keyboard.press("Tab")
    pick(page, second(page), "13-qd-lm")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(
        page.get_by_role("heading", name="Quy định 12-QĐ/LM và Quy định 13-QĐ/LM")
    ).to_be_focused()


def test_two_with_a_comparison_of_their_own_lead_to_it(site: str, page: Page) -> None:
    own = f"{site}{INDEX}01-qd-lm/03-qd-lm/"
    ready(page, site + INDEX)
    first(page).select_option("03-qd-lm")
    second(page).select_option("01-qd-lm")
    press(page)
    expect(page).to_have_url(own)
    page.goto(f"{site}{INDEX}?a=01-qd-lm&b=03-qd-lm")
    expect(page).to_have_url(own)


def test_beside_a_document_only_those_are_offered_that_can_stand_there(
    site: str, page: Page
) -> None:
    ready(page, site + INDEX)
    first(page).select_option("11-qd-lm")
    offered = second(page).locator("option").all_inner_texts()
    assert "Quy định 12-QĐ/LM" in offered
    assert "Quy định 11-QĐ/LM" not in offered


def test_from_a_document_it_is_chosen_already(site: str, page: Page) -> None:
    page.goto(f"{site}van-ban/11-qd-lm/")
    page.get_by_role("link", name="Đối chiếu với văn bản khác").click()
    expect(page).to_have_url(f"{site}{INDEX}?a=11-qd-lm")
    expect(first(page)).to_have_value("11-qd-lm")


def test_an_address_that_names_what_is_not_offered_says_so(site: str, page: Page) -> None:
    for choice in ("?a=11-qd-lm&b=la", "?a=11-qd-lm&b=11-qd-lm", "?a=<b>&b=12-qd-lm"):
        ready(page, f"{site}{INDEX}{choice}")
        expect(page.get_by_text("không đối chiếu được với nhau")).to_be_visible()
        expect(result(page)).to_be_hidden()


def test_where_a_text_cannot_be_had_that_is_said_and_asked_for_again(
    site: str, page: Page, witness: Witness
) -> None:
    page.route("**/api/**/12-qd-lm.json", lambda route: route.abort())
    ready(page, site + BOTH)
    expect(page.get_by_text("Chưa lấy được nội dung hai văn bản")).to_be_visible()
    expect(result(page)).to_be_hidden()
    page.unroute("**/api/**/12-qd-lm.json")
    press(page)
    expect(result(page)).to_be_visible()
    witness.errors.clear()


def test_nothing_is_fetched_before_it_is_asked_for(site: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ready(page, site + INDEX)
    first(page).select_option("11-qd-lm")
    assert not [one for one in asked if "/api/" in one]


def test_what_is_copied_as_the_address_holds_the_choice(site: str, open_page: OPEN) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    compared(page, site + BOTH)
    page.get_by_text("Chia sẻ").click()
    page.get_by_role("button", name="Sao chép địa chỉ").click()
    expect(page.locator(".tools__told")).to_have_text("Đã sao chép địa chỉ.")
    assert page.evaluate("navigator.clipboard.readText()") == site + BOTH


def test_without_script_both_documents_and_the_made_comparisons_are_there(
    site: str, open_page: OPEN
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site + INDEX)
    expect(page.get_by_text("đang tắt JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="Quy định 12-QĐ/LM")).to_be_visible()
    expect(page.locator(".compare__documents")).to_contain_text("Hết hiệu lực")
    expect(page.get_by_role("link", name="với Quy định 01-QĐ/LM")).to_be_visible()
    expect(first(page)).to_be_hidden()


def test_from_a_disk_it_says_why_not_and_keeps_the_ways_to_both(
    built: Path, tmp_path: Path, page: Page
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(built, copy)
    offline.convert(copy)
    page.goto((copy / INDEX / "index.html").as_uri())
    expect(page.get_by_text("đang mở từ tệp trên máy")).to_be_visible()
    expect(first(page)).to_be_hidden()
    page.get_by_role("link", name="Quy định 12-QĐ/LM").click()
    expect(page).to_have_url((copy / "van-ban/12-qd-lm/index.html").as_uri())


@pytest.mark.parametrize("width", [PHONE, NARROW])
def test_on_a_phone_one_column_in_which_empty_sides_are_left_out(
    site: str, open_page: OPEN, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 844})
    compared(page, site + BOTH)
    near = result(page).locator("tr[data-kind=near] td")
    boxes = [cell.bounding_box() for cell in near.all()]
    assert boxes[0]
    assert boxes[1]
    assert boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"]
    expect(result(page).get_by_text("không có", exact=True).first).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_the_comparison_stands_without_what_it_was_chosen_with(
    site: str, page: Page
) -> None:
    compared(page, site + BOTH)
    page.emulate_media(media="print")
    expect(first(page)).to_be_hidden()
    expect(page.get_by_role("link", name="với Quy định 01-QĐ/LM")).to_be_hidden()
    expect(page.locator(".paper__place")).to_contain_text("?a=11-qd-lm&b=12-qd-lm")
    expect(result(page).locator("tr[data-kind=same]")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(site: str, open_page: OPEN, eye: Eye, scheme: str) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": DESK, "height": 900})
    page.context.add_init_script(AXE)
    compared(page, site + BOTH)
    assert eye.faults(page.main_frame, scheme, DESK) == []


def test_what_compares_is_small_and_comes_only_to_its_page(site: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ready(page, f"{site}van-ban/11-qd-lm/")
    assert not [one for one in asked if one.endswith("/compare.js")]
    bundle = Path(__file__).parent.parent / "web" / "bundles" / "compare.js"
    assert len(gzip.compress(bundle.read_bytes())) <= 5 * 1024


def test_what_is_chosen_in_the_address_has_its_room_before_it_comes(
    site: str, open_page: OPEN
) -> None:
    page = open_page(viewport={"width": PHONE, "height": 844})
    held: list[Route] = []
    page.route("**/the.json", lambda route: held.append(route))
    page.goto(site + BOTH)
    expect(page.get_by_text("Đang lấy nội dung hai văn bản…")).to_be_visible()
    below = page.get_by_role("navigation", name="Trong trang này").bounding_box()
    assert below
    assert below["y"] >= 844
    until(page, lambda: len(held) == 2)
    for one in held:
        one.continue_()
    expect(result(page)).to_be_visible()
