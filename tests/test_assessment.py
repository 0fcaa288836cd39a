"""«Tự rà soát» in a real browser: worked by keyboard, kept whatever happens, saved, opened again.

The set that is assessed is that of the tiny site, made up like everything else in it.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import zipfile
from collections.abc import Callable
from contextlib import suppress
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import made_up_criteria
import pytest
from conftest import Serve, Witness
from docx import Document as open_word
from hosts import HOST
from playwright.sync_api import Error, Page, expect
from test_booklet import REFUSED
from webpage import WebPage, outline_faults, standard_faults

from tests.axe import AXE, VIEWS, Eye

OPEN = Callable[..., Page]
PLACE = "tu-ra-soat/"
SCHOOL = "Trường Làng Mây"
STAGED = ".a-pick:has(#a-tep) + .a-staged"
KEYS = "Object.keys(localStorage).filter(key => key.startsWith('tu-ra-soat/')).sort()"
NO_FAREWELL = """for (const name of ["pagehide", "visibilitychange", "unload"])
  window.addEventListener(name, event => event.stopImmediatePropagation(), true)"""
HOSTILE = ["=1+1", "@SUM(A1)", "<img src=x onerror=alert(1)>", "-5", '"a", b', "ồ ổ 🙂"]


@pytest.fixture(scope="module")
def site(made_up_site: Path, serve: Serve) -> str:
    return serve(made_up_site, "/chuyen-muc/") + PLACE


@pytest.fixture
def page(open_page: OPEN) -> Page:
    return open_page(reduced_motion="reduce")


def begin(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("Trường", exact=True).fill(SCHOOL)
    page.get_by_role("button", name="Bắt đầu").click()
    expect(page.locator(".a-screen--so-lieu")).to_be_visible()


def go(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Các phần").get_by_role("link", name=name).click()
    expect(page.locator("h2.a-title")).to_have_text(name)


def all_of(page: Page) -> Any:
    return page.get_by_label("Thầy và cô", exact=True)


def singing(page: Page) -> Any:
    return page.get_by_label("Thầy và cô biết hát", exact=True)


def test_an_assessment_is_made_by_keyboard_alone(site: str, page: Page) -> None:
    page.goto(site)
    page.get_by_label("Trường", exact=True).focus()
    page.keyboard.type(SCHOOL)
    page.keyboard.press("Enter")
    expect(page.locator("h2.a-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(all_of(page)).to_be_focused()
    page.keyboard.type("10")
    page.keyboard.press("Tab")
    page.keyboard.type("8")
    expect(page.locator(".a-reckoned")).to_contain_text("8 ÷ 10 = 80%")
    expect(page.locator(".a-reckoned")).to_contain_text("Còn cách ngưỡng 9,5 điểm phần trăm.")
    expect(page.locator(".a-reckoned")).to_contain_text("Cần thêm 1 người")
    page.keyboard.press("Backspace")
    page.keyboard.type("9")
    expect(page.locator(".a-reckoned .badge")).to_have_text("Vượt")

    page.get_by_role("link", name="Chỉ tiêu", exact=True).focus()
    page.keyboard.press("Enter")
    answers = page.get_by_role("group", name="Trả lời: Thầy, cô biết hát")
    answers.get_by_role("radio", name="Chưa rà soát").focus()
    page.keyboard.press("ArrowRight")
    expect(answers.get_by_role("radio", name="Vượt")).to_be_checked()
    page.get_by_role("link", name="Kết quả", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".a-sum")).to_contain_text("Đạt 1 trên 3 chỉ tiêu, trong đó vượt 1")
    expect(page.locator(".a-screen")).to_contain_text("chưa phải kết quả công nhận")


def test_an_answer_that_differs_from_what_was_reckoned_is_told(site: str, page: Page) -> None:
    begin(page, site)
    all_of(page).fill("10")
    singing(page).fill("5")
    go(page, "Chỉ tiêu")
    card = page.locator("#ct-m1-1-01")
    card.get_by_role("radio", name="Đạt", exact=True).check(force=True)
    expect(card.locator(".a-slip").first).to_have_text(
        "Tính ra là «Chưa đạt», trường chọn «Đạt»: ghi lý do ở hiện trạng."
    )


def test_a_number_of_two_meanings_is_asked_about(site: str, page: Page) -> None:
    begin(page, site)
    all_of(page).fill("1,234.0")
    expect(all_of(page)).to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="1.234").click()
    expect(all_of(page)).to_have_value("1.234")
    expect(all_of(page)).to_have_attribute("aria-invalid", "false")
    expect(all_of(page)).to_be_focused()


def test_a_part_above_its_whole_is_told_and_nothing_is_reckoned(site: str, page: Page) -> None:
    begin(page, site)
    all_of(page).fill("3")
    singing(page).fill("5")
    told = "«Thầy và cô biết hát» lớn hơn «Thầy và cô»: xem lại hai số này."
    expect(page.locator(".a-reckoned")).to_contain_text(told)


def test_what_was_typed_is_there_after_the_page_is_loaded_again(site: str, page: Page) -> None:
    begin(page, site)
    all_of(page).press_sequentially("123")
    page.reload()
    expect(all_of(page)).to_have_value("123")
    expect(page.locator(".a-head")).to_contain_text(SCHOOL)
    page.goto(site)
    page.get_by_role("button", name=f"Mở: {SCHOOL} 2026").click()
    expect(all_of(page)).to_have_value("123")


def test_a_tab_killed_at_any_moment_loses_no_key_that_was_seen(site: str, open_page: OPEN) -> None:
    """It ends without a farewell: what stood in the page a moment before is there again."""
    dice = random.Random(14)
    page = open_page()
    page.context.add_init_script(NO_FAREWELL)
    begin(page, site)
    for _ in range(4):  # `bench.py tu-ra-soat` kills 200 by their process
        text = str(dice.randint(10**4, 10**9))
        all_of(page).fill("")
        all_of(page).press_sequentially(text[: dice.randint(1, len(text))])
        seen, address, context = all_of(page).input_value(), page.url, page.context
        page.close(run_before_unload=False)
        page = context.new_page()
        page.goto(address)
        expect(all_of(page)).to_have_value(seen)


@pytest.mark.parametrize("slot", ["a", "b"])
def test_a_spoilt_slot_locks_nobody_out(site: str, page: Page, slot: str) -> None:
    begin(page, site)
    all_of(page).press_sequentially("42")
    page.evaluate(
        f"{KEYS}.filter(key => key.endsWith('/{slot}'))"
        ".forEach(key => localStorage.setItem(key, localStorage.getItem(key).slice(0, 40)))"
    )
    page.reload()
    expect(all_of(page)).to_have_value("42")


def test_when_both_slots_are_spoilt_it_is_said_and_work_can_begin(site: str, page: Page) -> None:
    begin(page, site)
    page.evaluate(f"{KEYS}.forEach(key => localStorage.setItem(key, 'rác'))")
    page.goto(site)
    expect(page.locator(".a-desk .notice").first).to_contain_text("bị hỏng, không đọc lại được")
    begin(page, site)
    all_of(page).fill("1")
    expect(page.locator(".a-status [role=status]")).to_contain_text("Đã giữ trong trình duyệt")


def test_a_full_browser_is_told_and_the_work_goes_on_and_is_kept_once_there_is_room(
    site: str, page: Page
) -> None:
    begin(page, site)
    all_of(page).fill("1")
    page.evaluate("""() => {
      for (let size = 2 ** 22; size >= 1; size = size / 2 | 0)
        try { for (let n = 0; ; n++) localStorage.setItem(`day/${size}/${n}`, "x".repeat(size)) }
        catch { /* full */ }
    }""")
    all_of(page).fill("123456")
    expect(page.locator(".a-status .notice")).to_contain_text("hết chỗ")
    expect(page.locator(".a-status [role=status]")).to_contain_text("Chưa giữ được")
    page.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('day/'))"
        ".forEach(key => localStorage.removeItem(key))"
    )
    all_of(page).press("End")
    all_of(page).press_sequentially("7")
    expect(page.locator(".a-status .notice")).to_be_hidden()
    page.reload()
    expect(all_of(page)).to_have_value("1234567")


def test_where_storage_is_refused_it_is_said_and_a_file_can_be_saved(
    site: str, open_page: OPEN
) -> None:
    page = open_page()
    page.add_init_script(REFUSED)
    begin(page, site)
    expect(page.locator(".a-status .notice")).to_contain_text("không cho giữ dữ liệu")
    all_of(page).fill("5")
    told = saved(page)
    assert told["assessment"]["quantities"] == {"thay-co": "5"}
    expect(page.locator(".a-status [role=status]")).to_have_text("Đã lưu ra tệp.")


def test_two_tabs_do_not_write_over_each_other(site: str, open_page: OPEN) -> None:
    one = open_page()
    begin(one, site)
    all_of(one).fill("1")
    other = one.context.new_page()
    other.goto(one.url)
    all_of(other).fill("2")
    all_of(one).fill("3")
    expect(one.locator(".a-status .notice")).to_contain_text("vừa được sửa ở một thẻ khác")
    one.get_by_role("button", name="Lấy bản của thẻ kia").click()
    expect(all_of(one)).to_have_value("2")
    expect(one.locator(".a-status .notice")).to_be_hidden()
    all_of(other).fill("4")
    all_of(one).fill("5")
    one.get_by_role("button", name="Giữ bản ở thẻ này").click()
    one.reload()
    expect(all_of(one)).to_have_value("5")


def test_a_clock_set_back_loses_nothing(site: str, open_page: OPEN) -> None:
    page = open_page()
    begin(page, site)
    all_of(page).fill("1")
    page.clock.set_fixed_time("2001-01-01T00:00:00Z")
    all_of(page).fill("2")
    page.reload()
    expect(all_of(page)).to_have_value("2")


def saved(page: Page) -> dict[str, Any]:
    """The file, by the keys that save in every programme."""
    with page.expect_download() as coming:
        page.keyboard.press("Control+s")
    made: dict[str, Any] = json.loads(Path(coming.value.path()).read_text(encoding="utf-8"))
    return made


def fill_everything(page: Page) -> None:
    all_of(page).fill("10")
    singing(page).fill("9")
    go(page, "Minh chứng")
    page.get_by_role("button", name="Thêm giấy tờ").click()
    page.get_by_label("Tên giấy tờ").fill(HOSTILE[0])
    page.get_by_label("Ngày ban hành").fill("5-3-2026")
    go(page, "Chỉ tiêu")
    card = page.locator("#ct-m1-1-01")
    card.get_by_role("radio", name="Vượt").check(force=True)
    card.locator("summary").click()
    labels = ("Hiện trạng", "Điểm mạnh", "Tồn tại", "Hướng khắc phục")
    for label, text in zip(labels, HOSTILE[1:], strict=False):
        card.get_by_label(label, exact=True).fill(text)
    card.get_by_role("checkbox").check()
    card.get_by_label("Ngưỡng theo văn bản").fill("85")
    part = page.locator("#tc-2")
    part.get_by_text("Thêm chỉ tiêu trường có").click()
    part.get_by_label("Nội dung").fill(f"Có sân\n{HOSTILE[2]}")
    part.get_by_role("button", name="Thêm", exact=True).click()
    added = part.locator("article").last
    expect(added.locator("h4")).to_contain_text(HOSTILE[2])
    added.locator("label", has_text="Chưa đạt").click()  # the row is drawn anew when it is chosen
    expect(added.get_by_role("radio", name="Chưa đạt")).to_be_checked()
    go(page, "Kế hoạch")
    page.get_by_role("button", name="Thêm việc cho các chỉ tiêu này").click()
    page.get_by_label("Việc phải làm").fill(HOSTILE[5])
    go(page, "Báo cáo")
    page.get_by_label("Kết luận").fill(HOSTILE[4])


def test_what_was_saved_is_opened_equal_after_it_was_looked_at(
    site: str, open_page: OPEN, tmp_path: Path
) -> None:
    page = open_page()
    begin(page, site)
    fill_everything(page)
    before = saved(page)
    file = tmp_path / "x.json"
    file.write_text(json.dumps(before), encoding="utf-8")

    other = open_page()
    other.goto(site)
    other.get_by_label("Chọn tệp tự rà soát").set_input_files(file)
    expect(other.locator(STAGED)).to_contain_text("Trong tệp")
    other.get_by_role("button", name="Mở bản này").click()
    after = saved(other)
    for told in (before, after):
        del told["saved"], told["assessment"]["id"]
    assert after == before
    assert len(before["assessment"]["own"]["indicators"]) == 2


def test_a_file_is_looked_at_before_it_takes_the_place_of_the_work(
    site: str, page: Page, tmp_path: Path
) -> None:
    begin(page, site)
    all_of(page).fill("10")
    told = saved(page)
    told["assessment"]["quantities"] = {"thay-co": "99"}
    told["assessment"]["mood"] = "vui"
    file = tmp_path / "x.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    go(page, "Tệp và in")
    page.get_by_label("Chọn tệp tự rà soát").set_input_files(file)
    expect(page.locator(STAGED)).to_contain_text("1 chỗ trong tệp không đọc được")
    expect(page.locator(STAGED)).to_contain_text("mood")
    page.get_by_role("button", name="Không nhận").click()
    go(page, "Số liệu")
    expect(all_of(page)).to_have_value("10")
    go(page, "Tệp và in")
    page.get_by_label("Chọn tệp tự rà soát").set_input_files(file)
    page.get_by_role("button", name="Nhận, thay bản đang làm").click()
    go(page, "Số liệu")
    expect(all_of(page)).to_have_value("99")


ROWS = "1\t1\tBiết đàn\t≥\t50\t%\tBiết đàn\tThầy và cô\n9\t1\tTiêu chí không có"


def test_rows_of_a_spreadsheet_become_criteria_that_another_school_opens(
    site: str, open_page: OPEN, tmp_path: Path
) -> None:
    page = open_page()
    begin(page, site)
    go(page, "Chỉ tiêu")
    page.get_by_text("Dán nhiều chỉ tiêu từ bảng tính").click()
    page.get_by_label("Các dòng chép từ bảng tính").fill(ROWS)
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_text("«9» không phải số của một tiêu chí")).to_be_visible()
    page.get_by_role("button", name="Thêm 1 chỉ tiêu").click()
    go(page, "Số liệu")
    all_of(page).fill("10")
    page.get_by_label("Biết đàn Trường tự thêm").fill("6")
    expect(page.locator(".a-reckoned")).to_contain_text("6 ÷ 10 = 60%")
    page.get_by_text("Người nghỉ hưu, chuyển đi theo năm").click()
    page.get_by_label("Biết đàn, năm 2027").fill("3")
    page.get_by_label("Thầy và cô, năm 2027").fill("3")
    expect(page.locator(".a-numbers ~ details").last).to_contain_text("thiếu 1")
    go(page, "Tệp và in")
    file = tmp_path / "bo.json"
    file.write_bytes(downloaded(page, "Lưu tệp bộ của trường"))

    other = open_page()
    begin(other, site)
    go(other, "Tệp và in")
    other.get_by_label("Mở tệp bộ của trường khác").set_input_files(file)
    other.get_by_role("button", name="Nhận 4 mục").click()
    go(other, "Chỉ tiêu")
    expect(other.locator(".a-part").first).to_contain_text("Biết đàn Trường tự thêm")


UNTAKEN = {
    b"": "bị cắt",
    b"PK\x03\x04 zip": "hỏng hoặc bị cắt",
    b'{"format": "khac"}': "không phải tệp tự rà soát",
    b'{"format": "truong-chinh-tri-chuan/tu-ra-soat", "version": 9}': "bản mới hơn",
    b" " * 6_000_000: "nặng 6 MB",
}


def test_a_file_that_cannot_be_taken_is_told_and_the_work_stays(
    site: str, page: Page, tmp_path: Path
) -> None:
    begin(page, site)
    all_of(page).fill("10")
    go(page, "Tệp và in")
    for at, (content, says) in enumerate(UNTAKEN.items()):
        file = tmp_path / f"{at}.json"
        file.write_bytes(content)
        page.get_by_label("Chọn tệp tự rà soát").set_input_files(file)
        expect(page.locator(STAGED)).to_contain_text(says)
        expect(page.locator(STAGED)).to_contain_text("Bản đang làm giữ nguyên")
    go(page, "Số liệu")
    expect(all_of(page)).to_have_value("10")


def test_every_step_can_be_taken_back(site: str, page: Page) -> None:
    begin(page, site)
    all_of(page).press_sequentially("10")
    singing(page).press_sequentially("9")
    back = page.get_by_role("button", name="Hoàn tác")
    back.click()
    expect(singing(page)).to_have_value("")
    expect(all_of(page)).to_have_value("10")
    back.click()
    expect(all_of(page)).to_have_value("")
    expect(back).to_be_disabled()


def test_another_level_keeps_every_answer(site: str, page: Page) -> None:
    begin(page, site)
    all_of(page).fill("10")
    go(page, "Thông tin chung")
    page.get_by_role("radio", name="Đạt chuẩn mức 2").check(force=True)
    expect(page.locator(".a-head")).to_contain_text("Đạt chuẩn mức 2")
    page.get_by_label("Trường", exact=True).fill("Trường khác")
    page.get_by_role("radio", name="Đạt chuẩn mức 1").check(force=True)
    go(page, "Số liệu")
    expect(all_of(page)).to_have_value("10")


def test_all_can_be_erased_from_a_shared_computer(site: str, page: Page) -> None:
    begin(page, site)
    all_of(page).fill("1")
    page.evaluate("localStorage.setItem('tai-lieu', '[]')")
    page.goto(site)
    page.get_by_role("button", name="Xóa: mọi bản").click()
    page.get_by_role("button", name="Xóa hẳn: mọi bản").click()
    expect(page.get_by_text("Tiếp tục")).to_have_count(0)
    assert page.evaluate(KEYS) == []
    assert page.evaluate("localStorage.getItem('tai-lieu')") == "[]"


def test_on_paper_stands_everything_that_was_entered(site: str, page: Page) -> None:
    begin(page, site)
    fill_everything(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".a-desk")).to_be_hidden()
    paper = page.locator(".a-paper").inner_text()
    for text in [*HOSTILE, SCHOOL, "Có sân", "chưa phải kết quả công nhận", "≥ 85%"]:
        assert text in paper, text
    assert page.locator(".a-paper img").count() == 0


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as coming:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(coming.value.path()).read_bytes()


def test_word_excel_and_csv_hold_everything_that_was_entered(site: str, page: Page) -> None:
    begin(page, site)
    fill_everything(page)
    go(page, "Tệp và in")
    file = open_word(BytesIO(downloaded(page, "Báo cáo (Word)")))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    word = "\n".join([*(one.text for one in file.paragraphs), *cells])
    with zipfile.ZipFile(BytesIO(downloaded(page, "Bảng (Excel)"))) as book:
        parts = [book.read(name).decode() for name in book.namelist() if name.endswith(".xml")]
    assert not any(re.search(r"<f[ >]", one) for one in parts)
    excel = "\n".join(unescape(one) for one in parts)
    csv = downloaded(page, "Bảng (CSV)").decode("utf-8-sig").replace('""', '"')
    for text in [*HOSTILE, "Có sân"]:
        assert text in word, text
        assert text in excel, text
    for text in [*HOSTILE[:4], HOSTILE[5], "Có sân"]:
        assert text in csv, text
    assert "chưa phải kết quả công nhận" in word
    assert file.core_properties.title.startswith(SCHOOL)


def test_the_deadlines_of_the_plan_are_a_calendar(site: str, page: Page) -> None:
    begin(page, site)
    go(page, "Kế hoạch")
    page.get_by_role("button", name="Thêm việc khác").click()
    page.get_by_label("Việc phải làm").fill("Mở lớp hát")
    page.get_by_label("Hạn").fill("31-12-2027")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Lưu lịch các hạn").click()
    text = Path(coming.value.path()).read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20271231" in text
    assert "SUMMARY:Mở lớp hát" in text
    page.get_by_label("Hạn").fill("mai")
    expect(page.get_by_text("Ngày này chưa đúng cách viết")).to_be_visible()
    expect(page.get_by_role("button", name="Lưu lịch các hạn")).to_have_count(0)


def test_what_should_be_done_first_is_told_from_the_numbers(site: str, page: Page) -> None:
    begin(page, site)
    all_of(page).fill("10")
    singing(page).fill("6")
    go(page, "Kết quả")
    expect(page.locator(".a-screen")).to_contain_text(
        "Thêm 3 người ở «Thầy và cô biết hát» thì đạt 1 chỉ tiêu đang thiếu: Thầy, cô biết hát."
    )


def test_evidence_out_of_the_years_that_count_is_told(site: str, page: Page) -> None:
    begin(page, site)
    go(page, "Thông tin chung")
    page.get_by_label("Ngày dự kiến nộp").fill("30/6/2027")
    page.get_by_label("Xét minh chứng của mấy năm").fill("5")
    go(page, "Minh chứng")
    page.get_by_role("button", name="Thêm giấy tờ").click()
    day = page.get_by_label("Ngày ban hành")
    for text, told in (
        ("29/6/2022", "Ngoài khoảng xét"),
        ("30/6/2022", "Sắp ra ngoài khoảng xét"),
        ("1/7/2027", "sau ngày dự kiến nộp"),
    ):
        day.fill(text)
        expect(page.locator(".a-card")).to_contain_text(told)
    day.fill("1/1/2026")
    expect(page.locator(".a-card")).not_to_contain_text("khoảng xét")


def test_a_report_that_cannot_be_made_is_told_and_the_work_stays(site: str, page: Page) -> None:
    begin(page, site)
    all_of(page).fill("10")
    go(page, "Tệp và in")
    spoil = "document.querySelector('[data-skeleton]').dataset.skeleton = 'data:,x'"
    page.evaluate(spoil)
    page.get_by_role("button", name="Báo cáo (Word)").click()
    expect(page.get_by_text("Chưa làm được tệp này")).to_be_visible()
    go(page, "Số liệu")
    expect(all_of(page)).to_have_value("10")


def test_the_one_file_is_sound_html(made_up_site: Path) -> None:
    text = (made_up_site / PLACE / "tu-ra-soat.html").read_text(encoding="utf-8")
    before, script, _ = text.rpartition("<script>")
    assert "</script" not in text[len(before) + len(script) :].rpartition("</script>")[0].lower()
    page = WebPage.parse("tu-ra-soat.html", f"{before}{script}</script>\n</body>\n</html>\n")
    assert [*standard_faults(page), *outline_faults(page)] == []


def test_one_file_from_a_disk_without_network_does_all_of_it(
    made_up_site: Path, open_page: OPEN, tmp_path: Path
) -> None:
    file = tmp_path / "tu-ra-soat.html"
    shutil.copy(made_up_site / PLACE / "tu-ra-soat.html", file)
    assert file.stat().st_size <= 400_000
    page = open_page(offline=True)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    begin(page, file.as_uri())
    fill_everything(page)
    page.reload()
    expect(page.locator(".a-head")).to_contain_text(SCHOOL)
    told = saved(page)["assessment"]
    assert told["quantities"] == {"thay-co": "10", "biet-hat": "9"}
    go(page, "Kết quả")
    expect(page.locator(".a-sum")).to_contain_text("Đạt 1 trên 5 chỉ tiêu")
    go(page, "Tệp và in")
    for name in ("Báo cáo (Word)", "Bảng (Excel)"):
        assert downloaded(page, name).startswith(b"PK")
    elsewhere = [one for one in asked if not one.startswith((file.as_uri(), "data:", "blob:"))]
    assert elsewhere == []


def test_without_script_there_are_worksheets_to_print(site: str, open_page: OPEN) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site)
    expect(page.get_by_text("tắt JavaScript")).to_be_visible()
    page.get_by_role("link", name="Phiếu tự đánh giá theo").first.click()
    expect(page).to_have_url(re.compile(r"/bo-tieu-chi/[^/]+/phieu/$"))


def test_axe_finds_nothing_on_any_screen_and_none_is_wider_than_a_phone(
    site: str, open_page: OPEN, eye: Eye
) -> None:
    """By all rules on a phone, where targets are near each other; by colours in the dark."""
    page = open_page(reduced_motion="reduce")
    page.context.add_init_script(AXE)
    page.goto(site)
    dark, light = VIEWS[1:3]
    assert eye.faults(page.main_frame, *light) == []
    begin(page, site)
    fill_everything(page)
    for name in page.locator(".a-menu a").all_inner_texts():
        go(page, name)
        page.evaluate("document.querySelectorAll('.a-desk details').forEach(it => it.open = true)")
        for scheme, width in (light, dark):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 800})
            assert eye.faults(page.main_frame, scheme, width) == [], (name, scheme, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def answer_by_keyboard(page: Page, many: int) -> None:
    """Each chỉ tiêu by the arrows, from one to the next by the tabulator."""
    page.locator(".a-card input:checked").first.focus()
    for at in range(many):
        for _ in range(at % 3 + 1):
            page.keyboard.press("ArrowRight" if at % 2 else "ArrowLeft")
        page.keyboard.press("Tab")
        while at + 1 < many and page.evaluate("document.activeElement.type") != "radio":
            page.keyboard.press("Tab")


def crash(page: Page) -> None:
    """As when the process of a tab dies: nothing of the page runs any more."""
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")
    page.close()


def plain(told: dict[str, Any]) -> Any:
    """What was entered, whoever saved it: without the day, the name of this copy, empty parts."""

    def full(one: Any) -> Any:
        if not isinstance(one, dict):
            return one
        return {key: full(each) for key, each in one.items() if full(each) not in ({}, "")}

    return full({key: one for key, one in told["assessment"].items() if key != "id"})


def opened(page: Page, address: str, file: Path) -> Any:
    page.goto(address)
    page.get_by_label("Chọn tệp tự rà soát").set_input_files(file)
    page.get_by_role("button", name="Mở bản này").click()
    expect(page.locator(".a-screen")).to_be_visible()
    return plain(saved(page))


def test_a_whole_made_up_set_is_assessed_crashed_recovered_exported_and_opened_equal(
    made_up_site: Path, serve: Serve, open_page: OPEN, tmp_path: Path
) -> None:
    shutil.copytree(made_up_site, tmp_path / "site")
    folder = made_up_criteria.put_into(tmp_path / "site")
    address = serve(folder) + PLACE
    page = open_page(reduced_motion="reduce")
    page.goto(address)
    page.get_by_label("Trường", exact=True).focus()
    page.keyboard.type("=Trường Bịa")
    page.keyboard.press("Enter")
    expect(page.locator("h2.a-title")).to_be_focused()
    for number in ("1.234", "789", "@x"):
        page.keyboard.press("Tab")
        page.keyboard.type(number)
    for level, many in made_up_criteria.LEVELS.items():
        go(page, "Thông tin chung")
        page.get_by_role("radio", name=f"Mức {level} (bịa)").focus()
        page.keyboard.press("Space")
        go(page, "Chỉ tiêu")
        expect(page.locator(".a-card")).to_have_count(many)
        answer_by_keyboard(page, many)
    where, context = page.url, page.context
    crash(page)
    page = context.new_page()
    page.goto(where)
    expect(page.locator(".a-screen")).to_be_visible()
    told = saved(page)
    before = plain(told)
    assert len(before["answers"]) == sum(made_up_criteria.LEVELS.values())
    json_file, xlsx_file = tmp_path / "a.json", tmp_path / "a.xlsx"
    json_file.write_text(json.dumps(told), encoding="utf-8")
    go(page, "Tệp và in")
    xlsx_file.write_bytes(downloaded(page, "Bảng (Excel)"))
    assert downloaded(page, "Báo cáo (Word)").startswith(b"PK")
    assert downloaded(page, "Bảng (CSV)").count(b"\n") > sum(made_up_criteria.LEVELS.values())
    alone = (folder / PLACE / "tu-ra-soat.html").as_uri()
    assert opened(open_page(), address, xlsx_file) == before
    assert opened(open_page(offline=True), alone, xlsx_file) == before
    assert opened(open_page(), address, json_file) == before


@pytest.mark.parametrize("refused", [False, True], ids=["storage", "no storage"])
def test_in_the_frame_of_another_site_it_works_and_says_where_the_work_is(
    site: str, serve: Serve, open_page: OPEN, witness: Witness, tmp_path: Path, refused: bool
) -> None:
    (tmp_path / "index.html").write_text(
        f'<!doctype html><title>Trang bịa</title><iframe src="{site}" width="900" height="700">',
        encoding="utf-8",
    )
    page = open_page()
    if refused:
        page.add_init_script(REFUSED)
    page.goto(serve(tmp_path).replace(HOST, "localhost"))
    frame = page.frame_locator("iframe")
    frame.get_by_label("Trường", exact=True).fill(SCHOOL)
    frame.get_by_role("button", name="Bắt đầu").click()
    frame.get_by_label("Thầy và cô", exact=True).fill("10")
    said = "Chưa giữ được trong trình duyệt" if refused else "Đã giữ trong trình duyệt"
    expect(frame.locator(".a-status [role=status]")).to_contain_text(said)
    if refused:
        expect(frame.locator(".a-status .notice")).to_contain_text("trong khung của trang khác")
    assert all("//localhost:" in one for one in witness.foreign)
    witness.foreign.clear()  # the other site
