"""What is decided for the pages of each kind, asked of their view models: no template is needed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import tiny
from markupsafe import Markup
from viewing import Show, cells, changed, fact, labels, titles, viewer

from portal.dates import PartialDate
from portal.kinds.lists import OwnTone, Tone
from portal.kinds.term import Term
from portal.kinds.term.view import by_letter
from portal.views.parts import Anchor
from portal.views.schools import RECOGNITION

REPLACED = date(2026, 7, 1)
"""A day after the tiny regulation was replaced."""
SCHOOL = "data/truong/lang-may.yml"


@pytest.fixture(scope="module")
def show(tiny_content: Path) -> Show:
    return viewer(tiny_content)


@pytest.fixture(scope="module")
def show_later(tiny_content: Path) -> Show:
    return viewer(tiny_content, REPLACED)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Show:
    return viewer(tiny.lay_out(tmp_path_factory.mktemp("rong"), entries=False))


def plain(html: str | None) -> str:
    """The words of a fact, without its markup."""
    return " ".join(Markup(html or "").striptags().split())


# Documents


def test_a_document_that_holds_says_only_what_is_coming(show: Show) -> None:
    page = show("van-ban/01-qd-lm/")
    assert titles(page.validity) == ["Sắp thay đổi"]
    assert "01/6/2026" in page.validity[0].html
    assert page.frame.condition == ""


def test_a_dead_document_says_so_first_and_what_ended_it(show_later: Show) -> None:
    page = show_later("van-ban/01-qd-lm/")
    assert [(one.title, one.tone) for one in page.validity] == [("Hết hiệu lực", Tone.ENDED)]
    assert "03-qd-lm" in page.validity[0].html
    assert page.frame.condition == " entry--dead"


def test_of_a_dead_document_nothing_is_to_be_read_along(show: Show, tmp_path: Path) -> None:
    """What amends it while it holds is told; once it is dead, only what stands in its place."""
    amended = changed(
        tmp_path,
        "docs/van-ban/02-kh-lm.md",
        ("{loai: dan-chieu, van_ban: 04-cv-lm,", "{loai: sua-doi-bo-sung, van_ban: 01-qd-lm,"),
    )
    assert show("van-ban/01-qd-lm/").later == ()
    assert titles(viewer(amended)("van-ban/01-qd-lm/").later) == ["Có văn bản sửa đổi, bổ sung"]
    assert viewer(amended, REPLACED)("van-ban/01-qd-lm/").later == ()


def test_type_and_number_of_a_document_stand_out_of_its_title(show: Show) -> None:
    header = show("van-ban/01-qd-lm/").frame.header
    assert (header.front, header.title) == ("Quy định 01-QĐ/LM", "về trường làng chuẩn")
    assert show("van-ban/04-cv-lm/").frame.header.front == ""


def test_before_its_text_a_document_says_whether_it_holds_who_issued_it_and_for_when(
    show: Show,
) -> None:
    brief = show("van-ban/01-qd-lm/").brief
    assert labels(brief) == ["Hiệu lực", "Ban hành", "Giai đoạn"]
    assert "Có hiệu lực từ 01/02/2020" in plain(fact(brief, "Hiệu lực").html)
    assert plain(fact(brief, "Ban hành").html) == "Hội đồng Làng Mây, 15/01/2020, Làng Mây"
    assert fact(brief, "Giai đoạn").html == "2020–2025, định hướng đến năm 2030"
    assert labels(show("van-ban/02-kh-lm/").brief) == ["Hiệu lực", "Ban hành"]


def test_number_signers_relations_and_recipients_stand_behind_the_text(show: Show) -> None:
    told = show("van-ban/01-qd-lm/").facts
    assert labels(told) == ["Số, ký hiệu", "Người ký", "Quan hệ", "Nơi nhận"]
    assert plain(fact(told, "Số, ký hiệu").html) == "01-QĐ/LM in là «Số 01 -QĐ /LM»"
    assert labels(show("van-ban/03-qd-lm/").facts) == ["Số, ký hiệu", "Quan hệ"]


def test_besides_its_text_a_document_leads_to_what_there_is(show: Show) -> None:
    (ways,) = show("van-ban/01-qd-lm/").ways
    assert [(one.label, one.url, one.count) for one in ways.items] == [
        ("Nhiệm vụ văn bản giao", "#viec-giao", 1),
        ("Văn bản liên quan", "#quan-he", 2),
        ("Đối chiếu với Quy định 03-QĐ/LM", "../../doi-chieu/01-qd-lm/03-qd-lm/", None),
        ("Đối chiếu với văn bản khác", "../../doi-chieu/?a=01-qd-lm", None),
    ]
    assert [one.label for one in show("van-ban/04-cv-lm/").ways[0].items] == ["Văn bản liên quan"]
    assert show("van-ban/huong-dan-trong-hoa/").ways == ()


def test_of_a_document_whose_validity_nobody_tells_this_is_said_in_one_line(
    show: Show,
) -> None:
    page = show("van-ban/04-cv-lm/")
    assert labels(page.brief) == ["Hiệu lực", "Ban hành"]
    assert fact(page.brief, "Hiệu lực").html == "cần xác minh; không có nguồn đủ căn cứ"
    assert fact(page.brief, "Ban hành").html == "Làng Mây, không rõ ngày"
    assert page.frame.header.badges == ()
    assert labels(page.facts) == ["Quan hệ"]
    assert None not in [one.html for one in (*page.brief, *page.facts, *page.trust)]
    assert page.frame.wanted.gaps == ("Số của công văn", "Ngày ban hành")


def test_a_document_without_its_text_says_so_in_one_notice(show: Show) -> None:
    page = show("van-ban/04-cv-lm/")
    notices = (*page.frame.notices, *page.validity, *page.later, *page.copy)
    assert [(one.title, one.tone) for one in notices] == [
        ("Chuyên mục chưa có toàn văn", OwnTone.INFORMATION)
    ]
    assert "theo các nguồn khác, dùng để tham khảo" in notices[0].html
    assert "gioi-thieu/lien-he/#sua-sai" in notices[0].html
    assert (page.whole, page.notes) == (False, False)


@pytest.mark.parametrize("document", ["01-qd-lm", "02-kh-lm", "03-qd-lm", "huong-dan-trong-hoa"])
def test_a_document_that_is_here_or_not_yet_anywhere_is_not_said_to_lack_its_text(
    show: Show, document: str
) -> None:
    page = show(f"van-ban/{document}/")
    assert not page.copy
    assert page.whole == bool(page.body)


def test_words_about_a_text_that_is_not_here_are_not_taken_for_it(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path / "cong")
    with (content / "docs/van-ban/04-cv-lm.md").open("a", encoding="utf-8") as file:
        file.write("\nCông văn bịa nhắc trồng hoa.\n")
    page = viewer(content)("van-ban/04-cv-lm/")
    assert "nhắc trồng hoa" in page.body
    assert not page.whole
    assert titles(page.copy) == ["Chuyên mục chưa có toàn văn"]


def test_of_an_awaited_document_only_what_is_known_is_told(show: Show) -> None:
    page = show("van-ban/huong-dan-trong-hoa/")
    assert labels(page.brief) == ["Ban hành"]
    assert fact(page.brief, "Ban hành").html == "Hội đồng Làng Mây"
    assert titles(page.validity) == ["Được giao ban hành"]
    assert "chưa có thông tin về việc ban hành" in page.validity[0].html
    assert (page.facts, page.trust, page.frame.wanted) == ((), (), None)
    assert page.word_url == ""
    assert not page.whole


def test_the_strip_of_trust_tells_files_checkers_and_defects_only_where_there_are_any(
    show: Show,
) -> None:
    usual = ["Giá trị", "Bản đang dùng"]
    official = show("van-ban/02-kh-lm/").trust
    assert labels(official) == usual
    assert plain(fact(official, "Giá trị").html) == "Theo bản chính thức"
    told = show("van-ban/01-qd-lm/").trust
    assert labels(told) == [*usual, "Tệp kèm", "Soát chữ", "Điểm cần lưu ý"]
    assert plain(fact(told, "Giá trị").html) == "Để tham khảo"
    assert plain(fact(told, "Điểm cần lưu ý").html) == "2 điểm"


def test_what_was_not_read_is_said_to_rest_on_its_sources(show: Show) -> None:
    second_hand, own = (show(f"van-ban/{one}/").trust for one in ("04-cv-lm", "01-qd-lm"))
    assert plain(fact(second_hand, "Bản đang dùng").html) == "Chưa có toàn văn, xem 2 nguồn"
    assert fact(own, "Bản đang dùng").html == "Bản quét, chữ đã soát"


def test_overdue_review_of_a_document_is_told_at_its_foot_and_not_on_the_strip(
    show: Show, show_later: Show
) -> None:
    pages = [shown("van-ban/01-qd-lm/") for shown in (show, show_later)]
    reviews = [page.frame.review for page in pages]
    assert [(one.again, one.overdue) for one in reviews] == [
        ("30/6/2026", False),
        ("30/6/2026", True),
    ]
    assert [label for page in pages for label in labels(page.trust) if "soát lại" in label] == []


def test_a_document_with_less_than_two_others_around_has_no_drawing(show: Show) -> None:
    assert show("van-ban/01-qd-lm/").diagram is not None
    assert show("van-ban/huong-dan-trong-hoa/").diagram is None


def test_documents_one_has_relations_with_stand_under_the_relation(show: Show) -> None:
    page = show("van-ban/02-kh-lm/")
    assert [(one.label, one.items.count) for one in page.relations] == [
        ("Triển khai", 1),
        ("Dẫn chiếu", 1),
    ]
    assert "Nói ngay ở mục I" in page.relations[0].items.shown[0]
    assert "Quan hệ" in labels(page.facts)


def test_the_library_can_be_narrowed_and_seen_otherwise(show: Show, empty: Show) -> None:
    library = show("van-ban/")
    assert [one.label for one in library.ways[0].items] == ["Theo năm", "Sơ đồ"]
    assert library.count == "5 văn bản"
    assert library.rows_url == ""
    assert library.filters.sorting
    assert all("loai:" in row.data["marks"] for row in library.table.rows)
    assert empty("van-ban/").frame.empty == "Chưa có văn bản nào được đăng."


# Schools


def test_a_school_that_was_merged_says_into_which(show: Show) -> None:
    former, current = show("truong/doi-gio/"), show("truong/lang-may/")
    assert [(one.title, one.tone) for one in former.frame.notices] == [
        ("Trường này đã hợp nhất", OwnTone.INFORMATION)
    ]
    assert "lang-may" in former.frame.notices[0].html
    assert [one.label for one in former.frame.header.badges] == ["Đã hợp nhất"]
    assert titles(current.frame.notices) == []


def test_the_one_state_of_a_school_is_its_badge(show: Show) -> None:
    badges = [
        [(one.label, one.tone) for one in show(f"truong/{school}/").frame.header.badges]
        for school in ("lang-may", "suoi-sao", "doi-gio")
    ]
    assert badges == [
        [("Đang thẩm định mức 1", Tone.WAITING)],
        [("Đã hợp nhất", Tone.PLAIN), ("Đạt chuẩn mức 1", OwnTone.LEVEL)],
        [("Đã hợp nhất", Tone.PLAIN)],
    ]


def lean(folder: Path, *fields: str) -> Show:
    """The tiny portal whose school of today lacks some of its fields."""
    content = changed(folder, SCHOOL)
    text = (content / SCHOOL).read_text(encoding="utf-8")
    for one in fields:
        text, times = re.subn(rf"^{one}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
        assert times == 1, one
    (content / SCHOOL).write_text(text, encoding="utf-8")
    return viewer(content)


INHERITED = "Trước khi hợp nhất: Suối Sao đạt chuẩn mức 1, lễ đón Bằng trước 30/01/2024."


def test_a_school_begins_with_its_state_then_counts_plan_and_duties(show: Show) -> None:
    state = show("truong/lang-may/").state
    assert labels(state) == [RECOGNITION, "Chỉ tiêu đạt", "Đề án, mục tiêu", "Nhiệm vụ"]
    assert plain(fact(state, "Chỉ tiêu đạt").html) == (
        "2/3 chỉ tiêu; tiêu chí 1: 1/2 chỉ tiêu, 1 vượt (31/01/2026) Trang chính thức"
        " Số liệu từng thời điểm"
    )
    assert plain(fact(state, "Đề án, mục tiêu").html) == (
        "Đề án 05, 2025-2030 Trang chính thức; mục tiêu mức 2: năm 2027 Trang chính thức"
    )
    assert plain(fact(state, "Nhiệm vụ").html) == "1 nhiệm vụ của riêng trường"


def test_a_school_under_appraisal_says_since_when_and_what_its_predecessors_had(
    show: Show,
) -> None:
    told = fact(show("truong/lang-may/").state, RECOGNITION)
    assert plain(told.html) == (
        "Đang thẩm định mức 1: Học viện khảo sát ngày 10/02/2026 Trang chính thức"
    )
    assert told.note == INHERITED


def test_a_step_that_says_no_more_than_the_state_is_not_told_twice(tmp_path: Path) -> None:
    bare = (", bo_tieu_chi: 01-qd-lm, khao_sat: 2026-02-10", "")
    page = viewer(changed(tmp_path, SCHOOL, bare))("truong/lang-may/")
    assert plain(fact(page.state, RECOGNITION).html) == "Đang thẩm định mức 1 Trang chính thức"
    assert page.recognitions == ()


def test_what_is_not_proven_is_told_of_a_level(tmp_path: Path) -> None:
    doubted = changed(
        tmp_path, SCHOOL, ("tinh_trang: dang-tham-dinh", "tinh_trang: chua-du-can-cu")
    )
    (badge,) = viewer(doubted)("truong/lang-may/").frame.header.badges
    assert badge.label == "Có thông tin, chưa đủ căn cứ về mức 1"


def test_a_target_whose_day_is_past_says_so_unless_it_was_reached(tmp_path: Path) -> None:
    by_then = viewer(changed(tmp_path / "a", SCHOOL, ("nam: 2027", "nam: 2025")))
    told = plain(fact(by_then("truong/lang-may/").state, "Đề án, mục tiêu").html)
    assert told.endswith("mục tiêu mức 2: năm 2025 (đã qua) Trang chính thức")
    assert "Mức 2: năm 2025 (đã qua)" in by_then("truong/lang-may/").targets[0]
    undated = viewer(changed(tmp_path / "c", SCHOOL, ("nam: 2027, ", ""), ("so: Đề án 05, ", "")))
    told = plain(fact(undated("truong/lang-may/").state, "Đề án, mục tiêu").html)
    assert told.startswith("đề án giai đoạn 2025-2030 Trang chính thức; ")
    assert "mục tiêu mức 2 (nguồn không nêu năm)" in told
    reached = ("dang-tham-dinh,", "da-cong-nhan,"), ("{muc: 2, nam: 2027", "{muc: 1, nam: 2025")
    kept = viewer(changed(tmp_path / "b", SCHOOL, *reached))
    assert "đã qua" not in fact(kept("truong/lang-may/").state, "Đề án, mục tiêu").html


def test_a_granted_school_whose_day_no_source_tells_says_that(tmp_path: Path) -> None:
    granted = viewer(changed(tmp_path, SCHOOL, ("dang-tham-dinh,", "da-cong-nhan,")))
    assert plain(fact(granted("truong/lang-may/").state, RECOGNITION).html) == (
        "Đạt chuẩn mức 1 (các nguồn không nêu ngày lễ đón Bằng): "
        "Học viện khảo sát ngày 10/02/2026 Trang chính thức"
    )


def test_what_only_a_withheld_source_tells_is_no_state_of_a_school(show: Show) -> None:
    """A copied page says level 2 was granted."""
    page = show("truong/lang-may/")
    assert "mức 2" not in (fact(page.state, RECOGNITION).html or "")
    assert [one.label for one in page.frame.header.badges] == ["Đang thẩm định mức 1"]


def test_a_granted_school_says_when_and_with_which_result(show: Show, tmp_path: Path) -> None:
    (told,) = show("truong/suoi-sao/").state
    assert told.label == RECOGNITION
    assert plain(told.html) == (
        "Đạt chuẩn mức 1: Lễ đón Bằng trước 30/01/2024; 3/3 chỉ tiêu Trang chính thức"
    )
    assert told.note == ""
    granted = changed(
        tmp_path, SCHOOL, ("dang-tham-dinh,", "da-cong-nhan, le_don_bang: 2026-03-01,")
    )
    current = viewer(granted)("truong/lang-may/")
    assert plain(fact(current.state, RECOGNITION).html) == (
        "Đạt chuẩn mức 1: Lễ đón Bằng ngày 01/3/2026; Học viện khảo sát ngày 10/02/2026 "
        "Trang chính thức"
    )
    assert [(one.label, one.tone) for one in current.frame.header.badges] == [
        ("Đạt chuẩn mức 1", OwnTone.LEVEL)
    ]


def test_counts_of_two_levels_are_told_apart_and_each_chart_says_of_which(tmp_path: Path) -> None:
    second = "anh_chup:\n  - {thoi_diem: 2026-02-10, muc: 2, ket_qua: [{dat: 1, tong: 4}]}\n"
    page = viewer(changed(tmp_path, SCHOOL, ("anh_chup:\n", second)))("truong/lang-may/")
    assert re.fullmatch(
        r"mức 1: 2/3 chỉ tiêu.* \(31/01/2026\).*; mức 2: 1/4 chỉ tiêu \(10/02/2026\).*",
        plain(fact(page.state, "Chỉ tiêu đạt").html),
    )
    assert page.over_time.title.startswith("Số liệu gần nhất (10/02/2026, theo mức 2): ")


@pytest.mark.parametrize("kept", ["de_an", "muc_tieu", "anh_chup"])
def test_of_a_school_without_a_recognition_a_plan_a_target_or_a_count_is_something_known(
    tmp_path: Path, kept: str
) -> None:
    gone = {"cong_nhan", "de_an", "muc_tieu", "anh_chup"} - {kept}
    page = lean(tmp_path, *sorted(gone))("truong/lang-may/")
    told = fact(page.state, RECOGNITION)
    assert (told.html, told.note) == ("Có thông tin, chưa đủ căn cứ", INHERITED)
    assert [one.label for one in page.frame.header.badges] == ["Có thông tin, chưa đủ căn cứ"]


def test_a_school_of_which_nothing_is_known_says_so_and_what_its_predecessors_had(
    tmp_path: Path,
) -> None:
    page = lean(tmp_path, "cong_nhan", "de_an", "muc_tieu", "anh_chup")("truong/lang-may/")
    assert labels(page.state) == [RECOGNITION, "Nhiệm vụ"]
    told = fact(page.state, RECOGNITION)
    assert (told.html, told.note) == ("Chưa có thông tin", INHERITED)
    assert page.frame.header.badges == ()


def test_a_school_that_is_no_more_has_a_state_and_nothing_to_do(show: Show) -> None:
    page = show("truong/doi-gio/")
    assert [(one.label, one.html, one.note) for one in page.state] == [
        (RECOGNITION, "Chưa có thông tin", "")
    ]
    assert page.ways == ()


def test_a_school_of_today_is_led_to_its_criteria_its_sheet_and_the_procedure(show: Show) -> None:
    (ways,) = show("truong/lang-may/").ways
    assert [(one.label, one.url) for one in ways.items] == [
        ("Bộ tiêu chí", "../../bo-tieu-chi/01-qd-lm/"),
        ("Phiếu tự đánh giá", "../../bo-tieu-chi/01-qd-lm/phieu/"),
        ("Quy trình công nhận", "../../quy-trinh/"),
    ]


def test_address_founding_and_people_of_a_school_stand_behind_its_state(show: Show) -> None:
    page = show("truong/lang-may/")
    assert {"Thành lập", "Cơ sở", "Lãnh đạo trường"} <= set(labels(page.facts))
    assert set(labels(page.facts)).isdisjoint(labels(page.state))
    assert "theo nguồn tháng 01/2026" in fact(page.facts, "Lãnh đạo trường").html


@pytest.mark.parametrize(
    ("as_of", "words", "told"),
    [
        ("2026-03-05", "Ngày 05/3/2026 trường có một cái trống.", False),
        ("2026-03", "Trường có một cái trống từ tháng 3/2026.", False),
        ("2026-03", "Trống mua ngày 05/3/2026.", True),
        ("2025", "Trống của các năm 2024-2025.", True),
        ("2026-03-05", "Trường có một cái trống.", True),
    ],
)
def test_the_day_of_a_fact_is_not_told_twice(
    tmp_path: Path, as_of: str, words: str, told: bool
) -> None:
    drum = "  - noi_dung: Trường có một cái trống.\n"
    dated = f"  - noi_dung: {words}\n    thoi_diem: {as_of}\n"
    page = viewer(changed(tmp_path, SCHOOL, (drum, dated)))("truong/lang-may/")
    assert (f"({PartialDate.read(as_of)})" in page.known.facts.shown[0]) is told


def test_recognitions_of_predecessors_stay_with_them(show: Show) -> None:
    lineage = show("truong/lang-may/").lineage
    assert [(one.title, [badge.label for badge in one.badges]) for one in lineage.earlier] == [
        ("Trường Đồi Gió", []),
        ("Trường Suối Sao", ["Đạt chuẩn mức 1"]),
    ]
    assert "ghi cho trường tại thời điểm được công nhận" in lineage.told
    assert "không văn bản nào trong chuyên mục nêu rõ" in lineage.told
    assert "mặc nhiên" not in lineage.told
    assert show("truong/doi-gio/").lineage is None


def test_the_first_block_of_a_school_is_short_whatever_a_statement_rests_on(
    tmp_path: Path,
) -> None:
    own = ("nam: 2027, ghi_chu", "nam: 2027, nguon: [bao-lang], ghi_chu")
    page = viewer(changed(tmp_path, "data/truong/lang-may.yml", own))("truong/lang-may/")
    plan = fact(page.state, "Đề án, mục tiêu").html
    assert "năm 2027" in plan and "Báo chí" in plan
    assert 'class="meta"' not in plan, "numbers of sources stand with the statement itself"


def test_what_a_school_does_stands_in_parts_of_its_own_and_not_among_the_rest(show: Show) -> None:
    page = show("truong/lang-may/")
    works, rest = ({one.label for one in told} for told in (page.works, page.related))
    assert works == {"Mô hình"}
    assert rest and not rest & {"Mô hình", "Bài viết", "Nhiệm vụ"}


def test_how_many_indicators_are_known_is_told_by_level_or_not_at_all(show: Show) -> None:
    page = show("bo-tieu-chi/01-qd-lm/")
    assert cells(page.criteria) == [["1. Đội ngũ", "2", "1"], ["2. Cơ sở vật chất", "1", "?"]]


def test_a_list_on_one_page_counts_all_of_it_and_is_narrowed_in_place(show: Show) -> None:
    page = show("mo-hinh/")
    assert (page.count, page.total) == ("2 mô hình", 2)
    assert page.script_url.endswith("assets/js/filter.js")
    assert [row[:2] for row in cells(page.table)] == [
        ["Sân đếm sao Mô hình bịa, đếm sao để khỏi buồn ngủ.", "Trường Suối Sao"],
        ["Vườn hát Mô hình bịa, vừa tưới hoa vừa hát.", "Trường Làng Mây"],
    ]


def test_a_school_with_one_name_has_no_list_of_names(show: Show, tmp_path: Path) -> None:
    assert len(show("truong/lang-may/").names) == 2
    assert show("truong/suoi-sao/").names == ()
    one = ("nguon:", "ten_goi: [{ten: Trường bịa}]\nnguon:")
    content = changed(tmp_path, "data/truong/suoi-sao.yml", one)
    assert viewer(content)("truong/suoi-sao/").names == ()


def test_the_list_of_schools_parts_those_of_today_from_the_earlier(show: Show) -> None:
    page = show("truong/")
    assert (page.current_title, page.former_title) == ("1 trường hiện nay", "2 trường đã hợp nhất")
    assert [row[-2:] for row in cells(page.current)] == [
        ["Đang thẩm định mức 1, 10/02/2026", "Đồi Gió, Suối Sao (mức 1)"],
    ]
    assert [row[1:] for row in cells(page.former)] == [
        ["Trường Đồi Gió", "?", "Trường Làng Mây"],
        ["Trường Suối Sao", "Đạt chuẩn mức 1, trước 30/01/2024", "Trường Làng Mây"],
    ]
    assert [one.label for one in page.jump[0].items] == ["Trường hiện nay", "Trường đã hợp nhất"]


def test_parts_of_a_list_without_anything_are_not_leapt_to(empty: Show) -> None:
    page = empty("truong/")
    assert page.jump == ()
    assert page.current is None
    assert page.former is None


# Duties


def test_until_when_and_who_leads_come_first_even_where_the_clause_does_not_say(
    show: Show,
) -> None:
    unsaid = show("nhiem-vu/lm-03-khong-ai-lam/").facts
    assert labels(unsaid) == ["Thời hạn", "Chủ trì", "Giao tại"]
    assert plain(fact(unsaid, "Chủ trì").html) == "không nêu"
    assert plain(fact(unsaid, "Thời hạn").html) == "không nêu"
    said = show("nhiem-vu/lm-01-trong-hoa/").facts
    assert labels(said) == ["Thời hạn", "Chủ trì", "Phối hợp", "Giao tại"]
    common = show("nhiem-vu/lm-02-tap-hat/").facts
    assert labels(common) == ["Thời hạn", "Đầu mối chung", "Giao tại"]


@pytest.mark.parametrize(
    ("duty", "deadline"),
    [
        ("lm-01-trong-hoa", "19/5/2026"),
        ("lm-02-tap-hat", "22/02 hằng năm (lần tới 22/02/2027)"),
        ("lm-04-giu-gin", "2020–2025 (đến hết 31/12/2025)"),
    ],
)
def test_a_deadline_is_told_by_its_day_or_its_years_and_the_day_they_come_to(
    show: Show, duty: str, deadline: str
) -> None:
    assert plain(fact(show(f"nhiem-vu/{duty}/").facts, "Thời hạn").html) == deadline


NEAR = date(2026, 4, 4)
"""The first of the 45 days before the day of one duty."""


@pytest.mark.parametrize(
    ("today", "duty", "state", "tone"),
    [
        (tiny.DAY, "lm-01-trong-hoa", "Đang trong kỳ", Tone.GOOD),
        (date(2026, 4, 3), "lm-01-trong-hoa", "Đang trong kỳ", Tone.GOOD),
        (NEAR, "lm-01-trong-hoa", "Sắp đến hạn", Tone.CAUTION),
        (date(2026, 5, 19), "lm-01-trong-hoa", "Sắp đến hạn", Tone.CAUTION),
        (date(2026, 5, 20), "lm-01-trong-hoa", "Đã qua kỳ", Tone.PLAIN),
        (tiny.DAY, "lm-02-tap-hat", "Đang trong kỳ", Tone.GOOD),
        (tiny.DAY, "lm-03-khong-ai-lam", "Không nêu ngày, năm cụ thể", Tone.PLAIN),
        (tiny.DAY, "lm-04-giu-gin", "Đã qua kỳ", Tone.PLAIN),
        (REPLACED, "lm-04-giu-gin", "Văn bản giao việc đã hết hiệu lực", Tone.ENDED),
    ],
)
def test_the_one_state_of_a_duty_on_a_day_is_its_badge(
    tiny_content: Path, today: date, duty: str, state: str, tone: Tone
) -> None:
    badges = viewer(tiny_content, today)(f"nhiem-vu/{duty}/").frame.header.badges
    assert [(one.label, one.tone) for one in badges] == [(state, tone)]


def test_neighbours_of_a_duty_are_given_by_the_same_document(show: Show) -> None:
    first = show("nhiem-vu/lm-01-trong-hoa/").frame.pager
    alone = show("nhiem-vu/lm-04-giu-gin/").frame.pager
    assert (first.before, first.after.label) == (None, "Tập hát mỗi năm")
    assert (alone.before, alone.after) == (None, None)


def test_a_duty_nobody_is_left_to_do_has_a_notice(tmp_path: Path) -> None:
    ended = changed(
        tmp_path,
        "data/don-vi/hoi-dong-lang-may.yml",
        ("loai: hoi-dong", "loai: hoi-dong\nthoi_hoat_dong: {ngay: 2026-01-01}"),
    )
    shown = viewer(ended)
    told = "Đơn vị được giao đã kết thúc hoạt động"
    left = shown("nhiem-vu/lm-02-tap-hat/").frame
    assert [(one.title, one.tone) for one in left.notices] == [(told, Tone.CAUTION)]
    assert "01/01/2026" in left.notices[0].html
    assert [(one.label, one.tone) for one in left.header.badges] == [(told, Tone.ENDED)]
    assert titles(shown("nhiem-vu/lm-01-trong-hoa/").frame.notices) == []
    assert titles(shown("don-vi/hoi-dong-lang-may/").frame.notices) == [
        "Đơn vị này đã kết thúc hoạt động"
    ]


def test_duties_are_listed_by_state_with_what_is_past_last(show: Show) -> None:
    page = show("nhiem-vu/")
    assert [(one.id, one.is_open, one.duties.count) for one in page.states] == [
        ("tinh-trang-trong-ky", True, 2),
        ("tinh-trang-khong-neu-han", True, 1),
        ("tinh-trang-qua-ky", False, 1),
    ]
    assert [(one.label, one.url, one.count) for one in page.jump[0].items] == [
        ("Đang trong kỳ", "#tinh-trang-trong-ky", 2),
        ("Không nêu ngày, năm cụ thể", "#tinh-trang-khong-neu-han", 1),
        ("Đã qua kỳ", "#tinh-trang-qua-ky", 1),
    ]
    assert [one.duties.folded for one in page.states] == [False, False, False]
    assert [one.url for one in page.others[0].items] == ["theo-thoi-han/", "../don-vi/"]


def test_what_is_due_heads_the_list_of_duties_and_the_end_of_a_document_ends_its_duties(
    tiny_content: Path, show_later: Show
) -> None:
    near = viewer(tiny_content, NEAR)("nhiem-vu/").states
    assert [one.id.removeprefix("tinh-trang-") for one in near] == [
        "toi-han",
        "trong-ky",
        "khong-neu-han",
        "qua-ky",
    ]
    assert [row[0] for row in cells(near[0].duties.table)] == ["Trồng hoa trước trường"]
    later = show_later("nhiem-vu/").states
    assert [(one.id.removeprefix("tinh-trang-"), one.is_open) for one in later] == [
        ("trong-ky", True),
        ("khong-neu-han", True),
        ("qua-ky", False),
        ("van-ban-het", False),
    ]
    assert [row[0] for row in cells(later[-1].duties.table)] == ["Giữ gìn đội ngũ cả giai đoạn"]


def test_duties_of_one_state_stand_by_document_in_the_order_of_its_clauses(
    show: Show, tmp_path: Path
) -> None:
    running = show("nhiem-vu/").states[0].duties.table
    assert [row[:2] for row in cells(running)] == [
        ["Trồng hoa trước trường", "Kế hoạch 02-KH/LM, mục II, gạch đầu dòng 1"],
        ["Tập hát mỗi năm", "Kế hoạch 02-KH/LM, mục II, gạch đầu dòng 2"],
    ]
    assert [row[-1] for row in cells(running)] == [
        "19/5/2026 Đang trong kỳ",
        "22/02 hằng năm Đang trong kỳ",
    ]
    longer = changed(
        tmp_path, "data/nhiem-vu/lm-04-giu-gin.yml", ("den_nam: 2025", "den_nam: 2030")
    )
    mixed = viewer(longer)("nhiem-vu/").states[0].duties.table
    assert [row[1].partition(",")[0] for row in cells(mixed)] == [
        "Kế hoạch 02-KH/LM",
        "Kế hoạch 02-KH/LM",
        "Quy định 01-QĐ/LM",
    ]


# Criteria sets


def test_a_threshold_nobody_has_told_is_said_to_be_unknown(show: Show) -> None:
    pages = [show(f"bo-tieu-chi/01-qd-lm/{one}/").facts for one in ("m1-1-01", "m2-1-01")]
    untold = [one for one in pages if "không nêu ngưỡng" in fact(one, "Ngưỡng").html]
    assert len(untold) == 1
    for one in pages:
        rests_on = fact(one, "Chỉ tiêu theo" if one in untold else "Ngưỡng").html
        assert 'class="standing' in rests_on


def test_a_criterion_has_a_part_for_every_level_whether_or_not_it_is_known(show: Show) -> None:
    page = show("bo-tieu-chi/01-qd-lm/tieu-chi-2/")
    assert [one.id for one in page.levels] == ["muc-1", "muc-2"]
    assert None in [one.indicators for one in page.levels]


def test_previous_and_next_of_a_part_are_parts_of_its_sort(show: Show) -> None:
    pager = show("bo-tieu-chi/01-qd-lm/tieu-chi-1/").frame.pager
    assert pager.words == ("Tiêu chí trước", "Tiêu chí sau")
    assert pager.before is None
    assert pager.after.url.endswith("tieu-chi-2/")


def test_a_worksheet_of_one_indicator_has_no_room_for_others(show: Show) -> None:
    whole = show("bo-tieu-chi/01-qd-lm/phieu/")
    one = show("bo-tieu-chi/01-qd-lm/m1-1-01/phieu/")
    assert (whole.alone, one.alone) == (False, True)
    assert {len(each.others) for each in whole.criteria} == {2}
    assert [each.others for each in one.criteria] == [()]
    assert len(whole.result) == 2
    assert one.result == ()


# Units


def test_a_unit_is_shown_its_duties_by_its_part_in_them(show: Show) -> None:
    page = show("don-vi/hoi-dong-lang-may/")
    assert [one.title for one in page.duties] == ["Chủ trì 1 việc", "Đầu mối chung 1 việc"]
    heads = [[column.label for column in one.duties.ahead.table.columns] for one in page.duties]
    assert ["Chủ trì" in one for one in heads] == [False, True]
    assert page.worksheet == Anchor("Phiếu theo dõi việc", "./phieu/")


def test_the_part_a_unit_has_in_what_is_still_to_be_done_stands_first(tiny_content: Path) -> None:
    duties = viewer(tiny_content, date(2026, 5, 20))("don-vi/hoi-dong-lang-may/").duties
    assert [(one.title, one.duties.ahead.count) for one in duties] == [
        ("Đầu mối chung 1 việc", 1),
        ("Chủ trì 1 việc", 0),
    ]


def test_a_sheet_of_duties_says_how_many_are_not_on_it(show: Show, tiny_content: Path) -> None:
    sheet = "don-vi/hoi-dong-lang-may/phieu/"
    assert show(sheet).left_out == ""
    later = viewer(tiny_content, date(2026, 6, 1))(sheet)
    assert [len(one.table.rows) for one in later.parts] == [1]
    assert later.left_out.startswith("1 việc đã qua kỳ")


def test_duties_of_a_school_that_are_past_stand_behind_those_ahead(show: Show) -> None:
    page = show("truong/lang-may/")
    assert page.duties.ahead.count == page.duties.past.count == 1
    assert [row.data for row in page.duties.ahead.table.rows] == [{"until": "2026-05-19"}]
    assert "Trồng hoa" in page.duties.ahead.table.rows[0].cells[0]
    assert "Giữ gìn" in page.duties.past.table.rows[0].cells[0]
    assert page.common == ""


def test_a_school_that_is_no_more_is_nobodys_own(show: Show) -> None:
    page = show("truong/doi-gio/")
    assert page.common is None
    assert page.duties is None


def test_where_every_duty_of_a_unit_is_past_no_table_is_empty(show_later: Show) -> None:
    later = show_later("truong/lang-may/").duties
    assert (later.ahead.count, later.past.count) == (0, 2)
    assert not later.ahead


def test_units_are_listed_by_type_with_the_number_of_their_duties(show: Show) -> None:
    page = show("don-vi/")
    assert [len(one.units) for one in page.types] == [1, 1]
    assert "2 nhiệm vụ" in page.types[0].units[0]


# The other kinds


def test_a_step_is_numbered_only_by_a_number(tmp_path: Path) -> None:
    content = changed(tmp_path, "data/quy-trinh/cong-nhan.yml", ("so: 2\n", "so: Cuối cùng\n"))
    steps = viewer(content)("quy-trinh/cong-nhan/").steps
    assert [one.title for one in steps] == [
        "Bước 1. Trường nộp hồ sơ",
        "Bước 1b. Hội đồng xem hoa",
        "Cuối cùng. Đón Bằng",
    ]


def test_a_movement_tells_its_years_behind_who_runs_it(show: Show) -> None:
    both, begun = show("phong-trao/thi-dua-hoa/"), show("phong-trao/thi-dua-cua-truong/")
    assert labels(both.facts)[-2:] == ["Thời gian", "Danh hiệu"]
    assert [fact(one.facts, "Thời gian").html for one in (both, begun)] == [
        "2020–2025",
        "từ năm 2021",
    ]
    assert [one.id for one in both.asked] == ["tap-the", "ca-nhan"]
    assert begun.asked == ()


def test_a_model_names_its_field_only_where_it_names_no_indicator(
    show: Show, tmp_path: Path
) -> None:
    without = changed(
        tmp_path,
        "docs/mo-hinh/vuon-hat.md",
        ("chi_tieu: [01-qd-lm#m1-1-01, 01-qd-lm#tieu-chi-2]\n", ""),
    )
    named = [
        "Lĩnh vực" in labels(shown("mo-hinh/vuon-hat/").facts) for shown in (show, viewer(without))
    ]
    assert named == [False, True]


def test_an_article_is_signed_as_far_as_it_is_known(show: Show, tmp_path: Path) -> None:
    path = "docs/bai-viet/vi-sao-hat.md"
    unsigned = changed(tmp_path, path, ("tac_gia: [Trần Thị Mưa]\n", ""))
    signed = show("bai-viet/vi-sao-hat/").byline.striptags()
    assert signed == "28/02/2026 · Trần Thị Mưa"
    assert viewer(unsigned)("bai-viet/vi-sao-hat/").byline.striptags() == "28/02/2026"


def test_a_series_is_listed_by_part_once_there_are_two_of_it(tmp_path: Path) -> None:
    path = "docs/bai-viet/vi-sao-hat.md"
    content = changed(tmp_path, path, ("Chuyện hát", "Chuyện bịa"))
    assert viewer(content)("bai-viet/vi-sao-hat/").series == ()
    text = (content / path).read_text(encoding="utf-8").replace("bai_thu: 2", "bai_thu: 1")
    first = text.replace("Vì sao phải hát?", "Bài đầu (bịa)").replace("hat\n", "dau\n", 1)
    (content / path).with_name("bai-dau.md").write_text(first, encoding="utf-8")
    told = viewer(content)("bai-viet/vi-sao-hat/")
    assert [(one.number, bool(one.link.url)) for one in told.series] == [(1, True), (2, False)]
    assert told.series[0].link.label == "Bài đầu (bịa)"
    assert fact(told.facts, "Loạt bài").html == "Chuyện bịa, bài 2"


def test_an_event_is_ahead_until_its_last_day_is_over(tiny_content: Path) -> None:
    last, after = (viewer(tiny_content, date(2026, 5, day))("su-kien/") for day in (20, 21))
    assert [one.title for one in last.sides] == ["Sắp tới", "Đã qua"]
    assert [one.title for one in after.sides] == ["Đã qua"]
    assert [year.open for side in last.sides for year in side.years] == [True, False]
    assert [year.open for side in after.sides for year in side.years] == [True, False]


def test_terms_stand_under_the_letters_of_the_alphabet(show: Show) -> None:
    letters = show("thuat-ngu/").letters
    assert [one.letter for one in letters][-1] == "Đ"
    assert letters[-1].id.startswith("chu-dd-")


def test_letters_with_a_sign_stand_behind_their_own_and_have_ids_that_differ() -> None:
    v: Any = SimpleNamespace(
        is_row=lambda one: False, url=lambda one: f"../{one.id}/", plain=lambda text, most: text
    )
    names = ("Zô", "Đất (ĐT)", "Âm", "Dao", "Ăn", "Ao", "Ánh", "Ôn")
    terms = [
        Term(id=str(at), title=name, definition="Bịa.", abbreviations=("ĐT", "XY"))
        for at, name in enumerate(names)
    ]
    letters = by_letter(v, terms)
    assert [one.letter for one in letters] == ["A", "Ă", "Â", "D", "Đ", "Ô", "Z"]
    assert [one.id for one in letters] == [
        *("chu-a-0", "chu-a-1", "chu-a-2", "chu-d-3", "chu-dd-4", "chu-o-5", "chu-z-6"),
    ]
    assert [one.title for one in letters[0].items] == ["Ao", "Ánh"]
    (ground,) = letters[4].items
    assert (ground.url, ground.aside) == ("../1/", "XY"), "what the name says is not said again"


def test_a_question_of_several_fields_is_a_general_one(show: Show) -> None:
    page = show("hoi-dap/")
    assert [one.title for one in page.fields] == ["Chung"]
    assert page.jump == ()


def test_a_source_says_its_rank_and_leads_to_no_neighbour(show: Show) -> None:
    page = show("nguon/bao-lang/")
    assert [one.label for one in page.frame.header.badges] == ["Báo chí"]
    assert page.frame.pager is None
    assert page.frame.review is None
    assert labels(page.facts)[:2] == ["Nơi đăng", "Địa chỉ"]


# What every kind has


def test_a_draft_says_that_it_is_one(tiny_content: Path) -> None:
    shown = viewer(tiny_content, drafts=True)
    assert titles(shown("mo-hinh/ban-nhap/").frame.notices) == ["Bản nháp"]
    assert titles(shown("mo-hinh/vuon-hat/").frame.notices) == []


def test_many_facts_are_folded_and_few_are_not(show: Show, tmp_path: Path) -> None:
    path = "docs/van-ban/04-cv-lm.md"
    line = "  - {{noi_dung: Điều bịa thứ {}., nguon: [bao-lang]}}\n"
    more = "".join(line.format(place) for place in range(20))
    many = viewer(changed(tmp_path, path, ("du_kien:\n", f"du_kien:\n{more}")))
    told = [shown("van-ban/04-cv-lm/").known.facts for shown in (show, many)]
    assert [(one.count, len(one.rest)) for one in told] == [(1, 0), (21, 13)]


@pytest.mark.parametrize(
    ("url", "gaps"),
    [
        ("van-ban/04-cv-lm/", ("Số của công văn", "Ngày ban hành")),
        ("truong/lang-may/", ("Trống làm bằng gì",)),
        ("bo-tieu-chi/01-qd-lm/tieu-chi-1/", ("Có tính người giữ trống không",)),
        ("bo-tieu-chi/01-qd-lm/m1-1-01/", ("Hát sai có tính không",)),
    ],
)
def test_what_is_not_known_is_wanted_once_and_of_whom_to_tell(
    show: Show, url: str, gaps: tuple[str, ...]
) -> None:
    wanted = show(url).frame.wanted
    assert wanted.gaps == gaps
    assert wanted.receiver.label == "đơn vị phụ trách chuyên mục"
    assert wanted.receiver.url.endswith("../gioi-thieu/lien-he/#sua-sai")


@pytest.mark.parametrize(
    "url",
    [
        "van-ban/01-qd-lm/",
        "van-ban/huong-dan-trong-hoa/",
        "truong/doi-gio/",
        "bo-tieu-chi/01-qd-lm/",
        "bo-tieu-chi/01-qd-lm/tieu-chi-2/",
        "bo-tieu-chi/01-qd-lm/m1-1-02/",
        "nhiem-vu/lm-03-khong-ai-lam/",
        "don-vi/hoi-dong-lang-may/",
        "nguon/bao-lang/",
    ],
)
def test_where_there_are_no_gaps_nothing_is_wanted(show: Show, url: str) -> None:
    assert show(url).frame.wanted is None


def test_of_sources_that_disagree_the_judgement_may_be_missing(tmp_path: Path) -> None:
    named = changed(
        tmp_path,
        "docs/van-ban/04-cv-lm.md",
        ("gia_tri: Phó làng, nguon: [trang-chep]", "gia_tri: Phó làng, nguon: [ban-dich]"),
    )
    conflicts = viewer(named)("van-ban/04-cv-lm/").known.conflicts
    assert [(one.about, bool(one.judgement)) for one in conflicts] == [
        ("Ai ký công văn", True),
        ("Gửi ngày nào", False),
    ]
    assert [claim.value for claim in conflicts[1].claims] == ["Thứ hai", "Thứ ba"]


def test_a_source_that_may_not_be_named_disagrees_with_nobody(show: Show) -> None:
    """One of the two who signed is told by a copied page alone, so there is no disagreement."""
    conflicts = show("van-ban/04-cv-lm/").known.conflicts
    assert [one.about for one in conflicts] == ["Gửi ngày nào"]


def test_who_keeps_a_page_true_is_told_and_whether_he_is_late(show: Show) -> None:
    review = show("truong/lang-may/").frame.review
    assert (review.reviewed, review.again, review.overdue) == ("01/12/2025", "01/3/2026", True)
    assert review.owner.label == "Hội Phụ huynh"


def test_newest_first_the_way_back_in_time_is_called_older(show: Show) -> None:
    assert show("van-ban/01-qd-lm/").frame.pager.words == ("Văn bản mới hơn", "Văn bản cũ hơn")
    assert show("truong/suoi-sao/").frame.pager.words == ("Trường trước", "Trường sau")
