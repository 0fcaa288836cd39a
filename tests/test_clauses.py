"""Places of a document: how they are found in its text, named, cited, kept, and what is at them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
import tiny
from conftest import Serve
from playwright.sync_api import Page, expect
from waiting import ready

from portal.dates import PartialDate
from portal.kinds.document import Document
from portal.kinds.document.citation import citation
from portal.kinds.document.clauses import (
    Clause,
    cited_place,
    clause_name,
    outline,
    wanted_id,
)
from portal.kinds.document.lists import DocumentType
from portal.road import judge
from portal.views.search.entries import records
from portal.views.search.record import LazyRecord

REGULATION = Document(
    id="11-qd-tw",
    title="Về trường chính trị chuẩn",
    number="11-QĐ/TW",
    type=DocumentType(value="quy-dinh", label="Quy định"),
    issuer="Ban Bí thư",
    issued=PartialDate.read("2021-05-19"),
)


def like(**known: object) -> Document:
    """The same document with other fields."""
    return Document(**{**vars(REGULATION), **known})  # type: ignore[arg-type]


# Names


@pytest.mark.parametrize(
    ("id", "led", "cited"),
    [
        ("dieu-5", "Điều 5", "Điều 5"),
        ("dieu-5a.khoan-2", "khoản 2 Điều 5a", "khoản 2 Điều 5a"),
        ("dieu-5.khoan-2.diem-dd", "điểm đ khoản 2 Điều 5", "điểm đ khoản 2 Điều 5"),
        ("dieu-1.khoan-2.diem-a.tiet-1", *["tiết 1 điểm a khoản 2 Điều 1"] * 2),
        ("chuong-ii.muc-1", "Chương II, mục 1", "Mục 1 Chương II"),
        ("chuong-ii.dieu-5", "Chương II, Điều 5", "Điều 5 Chương II"),
        ("phan-i.muc-2", "phần I, mục 2", "mục 2 Phần I"),
        ("muc-ii.4", "mục II.4", "mục II.4"),
        ("muc-3.dd", "mục 3.đ", "mục 3.đ"),
        ("muc-ii.1.gach-3", "mục II.1, gạch đầu dòng 3", "gạch đầu dòng thứ 3, mục II.1"),
        (
            "muc-ii.5.gach-4.cong-2",
            "mục II.5, gạch đầu dòng 4, dấu cộng 2",
            "dấu cộng thứ 2, gạch đầu dòng thứ 4, mục II.5",
        ),
        ("muc-1.doan-2", "mục 1, đoạn 2", "đoạn thứ 2, mục 1"),
        ("mo-dau", "phần mở đầu", "phần mở đầu"),
        ("phu-luc-iv.muc-2", "Phụ lục IV, mục 2", "mục 2 Phụ lục IV"),
        ("bang-so-lieu", "", ""),
    ],
)
def test_a_place_is_named_for_readers_and_cited_as_jurists_write(
    id: str, led: str, cited: str
) -> None:
    assert clause_name(id) == led
    assert cited_place(id) == cited


@pytest.mark.parametrize(
    ("document", "place", "told"),
    [
        (
            REGULATION,
            "dieu-5.khoan-2",
            "khoản 2 Điều 5 Quy định số 11-QĐ/TW ngày 19/5/2021 của Ban Bí thư",
        ),
        (REGULATION, "", "Quy định số 11-QĐ/TW ngày 19/5/2021 của Ban Bí thư"),
        (REGULATION, "bang-la", "Quy định số 11-QĐ/TW ngày 19/5/2021 của Ban Bí thư"),
        (
            REGULATION,
            "phu-luc-1",
            "Phụ lục 1 kèm theo Quy định số 11-QĐ/TW ngày 19/5/2021 của Ban Bí thư",
        ),
        (
            like(number=None),
            "muc-i.gach-2",
            "gạch đầu dòng thứ 2, mục I Quy định ngày 19/5/2021 của Ban Bí thư"
            " về trường chính trị chuẩn",
        ),
        (like(issued=None), "dieu-1", "Điều 1 Quy định số 11-QĐ/TW của Ban Bí thư"),
        (
            like(issued=PartialDate.read("2021-05")),
            "",
            "Quy định số 11-QĐ/TW tháng 5/2021 của Ban Bí thư",
        ),
        (
            like(issued=PartialDate.read("2021")),
            "",
            "Quy định số 11-QĐ/TW năm 2021 của Ban Bí thư",
        ),
        (
            like(issued=PartialDate.read("2021-Q2")),
            "",
            "Quy định số 11-QĐ/TW quý II/2021 của Ban Bí thư",
        ),
        (
            like(issued=PartialDate.read("khoảng 2021")),
            "",
            "Quy định số 11-QĐ/TW của Ban Bí thư",
        ),
        (
            like(
                type=DocumentType(value="khac", label="Văn bản khác", no_name=True), number="12/X"
            ),
            "",
            "Văn bản số 12/X ngày 19/5/2021 của Ban Bí thư",
        ),
    ],
)
def test_a_citation_says_place_type_number_day_and_issuer_and_nothing_that_is_not_known(
    document: Document, place: str, told: str
) -> None:
    assert citation(document, place) == told


# The outline


def test_a_line_that_is_only_a_mark_is_no_clause_and_ends_no_item() -> None:
    assert list(outline("{#mot}\n\n- Mục\n{#hai}\n  tiếp {#ba}")) == [
        Clause(id="ba", label="Mục {#hai} tiếp", level=6, line=3)
    ]


def test_the_outline_is_what_carries_an_id_with_its_line() -> None:
    body = (
        "Mở đầu {không phải mã}\n\n## Chương I. Chung {#chuong-i}\n### Điều 1 {: #dieu-1 }\n"
        "1. Một khoản. {#dieu-1.khoan-1}\n   - Sâu hơn. {#dieu-1.khoan-1.gach-1}\n"
        "## Không mã\nĐoạn thường {#khong-tinh}\n- Hai ngoặc {a} {#dieu-1.khoan-2}\n"
        "- Một mục dài,\n  viết trên hai dòng. {#dieu-1.khoan-3}\nlời sau {#khong-tinh-nua}"
    )
    assert [(one.id, one.label, one.level, one.line) for one in outline(body, 10)] == [
        ("chuong-i", "Chương I. Chung", 1, 12),
        ("dieu-1", "Điều 1", 2, 13),
        ("dieu-1.khoan-1", "Một khoản.", 6, 14),
        ("dieu-1.khoan-1.gach-1", "Sâu hơn.", 6, 15),
        ("dieu-1.khoan-2", "Hai ngoặc {a}", 6, 18),
        ("dieu-1.khoan-3", "Một mục dài, viết trên hai dòng.", 6, 19),
    ]


@pytest.mark.parametrize(
    ("id", "wanted"),
    [("dieu-5.khoan-2", "dieu-5.khoan-2"), ("Điều_5.khoản-2", "dieu-5.khoan-2"), ("..", "dieu-5")],
)
def test_the_right_way_to_write_an_id_is_told(id: str, wanted: str) -> None:
    assert wanted_id(id) == wanted


@pytest.mark.parametrize(
    "hostile",
    [
        "".join(f"- Việc {n}. {{#muc-i.gach-{n}}}\n" for n in range(5_000)),
        "- " + "{#a" * 300_000,
        "## " + " " * 500_000 + "x {#a}",
        "- a {" + " " * 500_000 + "#b",
        "- a {#b" + " " * 500_000 + "\n" * 100_000,
    ],
    ids=["5000", "braces", "spaces", "open", "lines"],
)
def test_an_outline_of_any_text_takes_milliseconds(hostile: str) -> None:
    start = process_time()
    list(outline(hostile))
    assert process_time() - start < 0.5


# On the page


def test_beside_a_clause_stands_what_the_portal_knows_of_it(tiny_content: Path) -> None:
    page = tiny.html(tiny.draw(tiny_content), "van-ban/01-qd-lm/")
    here = page.partition('<h2 id="dieu-5">')[2].partition("</details>")[0]
    assert "<summary>Ở đây: 1 nhiệm vụ, 1 chỉ tiêu, " in here
    for url in ("nhiem-vu/lm-04-giu-gin/", "bo-tieu-chi/01-qd-lm/m1-1-01/", "bai-viet/vi-sao-hat/"):
        assert f'<a href="../../{url}">' in here


def test_what_stands_at_a_clause_is_not_found_as_the_words_of_the_document(
    tiny_content: Path,
) -> None:
    library, _ = judge(tiny_content, tiny.DAY)
    made = records(library, [page.plan for page in tiny.draw(tiny_content).pages])
    found = str([one.make() if isinstance(one, LazyRecord) else one for one in made])
    assert "Trồng hoa trước trường" in found
    assert "Ở đây: " not in found


def test_the_text_comes_before_the_relations_which_one_line_above_it_leads_to(
    tiny_content: Path,
) -> None:
    page = tiny.html(tiny.draw(tiny_content), "van-ban/02-kh-lm/")
    above, _, below = page.partition('class="document-body"')
    assert re.search(r'<a href="#quan-he">Văn bản liên quan</a> <span class="meta">\(2\)', above)
    assert 'id="quan-he"' not in above
    led = re.findall(r'<a href="#(quan-he-[a-z-]+)">([^<]+)</a> (\d+)', below)
    assert led == [
        ("quan-he-trien-khai", "Triển khai", "1"),
        ("quan-he-dan-chieu", "dẫn chiếu", "1"),
    ]
    assert all(f'<div id="{id}">' in below for id, _, _ in led)


def test_an_old_id_still_leads_to_its_clause(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path)
    path = content / "docs/van-ban/02-kh-lm.md"
    moved = "dieu_khoan_cu: [{cu: muc-2.gach-9, nay: muc-ii.gach-2}, {cu: muc-2, nay: muc-ii}]"
    path.write_text(
        path.read_text(encoding="utf-8").replace("chat_luong_ban", f"{moved}\nchat_luong_ban"),
        encoding="utf-8",
    )
    page = tiny.html(tiny.draw(content), "van-ban/02-kh-lm/")
    assert '<h2 id="muc-ii"><span id="muc-2" class="moved"></span>' in page
    assert '<li id="muc-ii.gach-2"><span id="muc-2.gach-9" class="moved"></span>' in page


def test_a_clause_with_a_number_of_its_own_has_its_mark_too(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path)
    path = content / "docs/van-ban/02-kh-lm.md"
    more = "\n\n1. Một {#muc-ix.1}\n3. Ba {#muc-ix.3}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    page = tiny.html(tiny.draw(content), "van-ban/02-kh-lm/")
    assert '<li id="muc-ix.3" value="3"><a class="headerlink" href="#muc-ix.3"' in page


def test_a_document_of_5000_clauses_each_with_a_duty_is_drawn_in_a_moment(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path)
    path = content / "docs/van-ban/02-kh-lm.md"
    many = "".join(f"- Việc {n}. {{#muc-iii.gach-{n}}}\n" for n in range(5_000))
    deep = "".join(f"{'    ' * n}- Sâu {n} {{#muc-iv{'.1' * n}}}\n" for n in range(30))
    path.write_text(
        f"{path.read_text(encoding='utf-8')}\n## III\n\n{many}\n## IV\n\n{deep}", encoding="utf-8"
    )
    start = process_time()
    page = tiny.html(tiny.draw(content), "van-ban/02-kh-lm/")
    assert process_time() - start < 20
    assert page.count('class="headerlink"') > 5_030


# In a browser


@pytest.fixture(scope="module")
def site(made_up_site: Path, serve: Serve) -> str:
    return serve(made_up_site, "/cong/")


PLAN = "van-ban/02-kh-lm/"
CITED = "gạch đầu dòng thứ 2, mục II Kế hoạch số 02-KH/LM tháng 3/2020 của Hội đồng Làng Mây"


def test_without_script_the_mark_is_a_plain_link_and_the_place_is_marked(
    site: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site + PLAN)
    item = page.locator("[id='muc-ii.gach-2']")
    before = item.evaluate("one => getComputedStyle(one).backgroundColor")
    item.locator(".headerlink").click()
    assert page.url.endswith("#muc-ii.gach-2")
    assert item.evaluate("one => getComputedStyle(one).backgroundColor") != before


def test_a_clause_gives_its_address_and_its_citation_to_copy(
    site: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    ready(page, site + PLAN)
    mark = page.locator("[id='muc-ii.gach-2'] > .headerlink")
    mark.click()
    menu = page.get_by_role("group", name="mục II, gạch đầu dòng 2")
    menu.get_by_role("button", name="Chép trích dẫn").click()
    expect(menu.get_by_role("status")).to_have_text(f"Đã chép: {CITED}")
    assert page.evaluate("navigator.clipboard.readText()") == CITED
    menu.get_by_role("button", name="Chép liên kết").click()
    expect(menu.get_by_role("status")).to_contain_text("#muc-ii.gach-2")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{PLAN}#muc-ii.gach-2"
    page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    expect(mark).to_be_focused()


def test_the_keyboard_reaches_every_clause_and_its_menu(site: str, page: Page) -> None:
    ready(page, site + PLAN)
    page.locator("#muc-ii + .headerlink").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[id='muc-ii.gach-2'] > .headerlink")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Chép liên kết")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Chép trích dẫn")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".clause-menu").get_by_text("Báo sai sót")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".clause-menu")).to_have_count(0)


def test_where_copying_is_refused_the_words_can_be_taken_by_hand(site: str, page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject()")
    page.add_init_script("document.execCommand = () => false")
    ready(page, site + PLAN)
    page.locator("[id='muc-ii.gach-2'] > .headerlink").click()
    page.get_by_role("button", name="Chép trích dẫn").click()
    expect(page.locator(".clause-menu [role=status]")).to_contain_text(CITED)
    assert CITED in page.evaluate("getSelection().toString()")


def test_a_finger_finds_marks_that_are_seen_and_large_enough(
    site: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(viewport={"width": 320, "height": 700}, has_touch=True, is_mobile=True)
    ready(page, site + PLAN)
    mark = page.locator("[id='muc-ii.gach-2'] > .headerlink")
    box = mark.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    assert box["x"] >= 0
    assert mark.evaluate("one => getComputedStyle(one).opacity") == "1"
    mark.tap()
    menu = page.locator(".clause-menu").bounding_box()
    assert menu
    assert menu["x"] + menu["width"] <= 320
