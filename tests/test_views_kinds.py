"""What is decided for the pages of each kind, asked of their view models: no template is needed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import tiny
from viewing import Show, cells, changed, fact, labels, titles, viewer

from portal.kinds.lists import OwnTone, Tone
from portal.views.parts import Anchor

REPLACED = date(2026, 7, 1)
"""A day after the tiny regulation was replaced."""


@pytest.fixture(scope="module")
def show(tiny_content: Path) -> Show:
    return viewer(tiny_content)


@pytest.fixture(scope="module")
def show_later(tiny_content: Path) -> Show:
    return viewer(tiny_content, REPLACED)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Show:
    return viewer(tiny.lay_out(tmp_path_factory.mktemp("rong"), entries=False))


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


def test_what_is_not_known_of_a_document_is_a_fact_too(show: Show) -> None:
    page = show("van-ban/04-cv-lm/")
    assert fact(page.facts, "Ngày ban hành").html is None
    assert fact(page.facts, "Hiệu lực").html is None
    assert "chưa thấy nguồn nào" in fact(page.facts, "Hiệu lực").note
    assert page.second_hand


def test_of_an_awaited_document_only_what_is_known_is_told(show: Show) -> None:
    page = show("van-ban/huong-dan-trong-hoa/")
    assert {"Số, ký hiệu", "Ngày ban hành", "Hiệu lực"}.isdisjoint(labels(page.facts))
    assert page.trust == ()
    assert page.word_url == ""
    assert not page.second_hand


def test_the_strip_of_trust_tells_defects_and_review_only_where_there_are_any(show: Show) -> None:
    usual = ["Giá trị", "Bản đã đọc", "Tệp kèm", "Soát chữ", "Đối chiếu nguồn"]
    assert labels(show("van-ban/02-kh-lm/").trust) == usual
    told = show("van-ban/01-qd-lm/").trust
    assert labels(told) == [*usual, "Khiếm khuyết", "Rà soát lại"]
    assert "2 chỗ" in (fact(told, "Khiếm khuyết").html or "")


def test_overdue_review_is_told_on_the_strip(show: Show, show_later: Show) -> None:
    due = [
        "Quá hạn" in (fact(shown("van-ban/01-qd-lm/").trust, "Rà soát lại").html or "")
        for shown in (show, show_later)
    ]
    assert due == [False, True]


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


def test_only_granted_recognitions_are_badges(show: Show) -> None:
    badges = [
        [one.label for one in show(url).frame.header.badges]
        for url in ("truong/suoi-sao/", "truong/lang-may/")
    ]
    assert badges == [["Đã hợp nhất", "Đạt chuẩn mức 1"], []]


def test_recognitions_of_predecessors_stay_with_them(show: Show) -> None:
    lineage = show("truong/lang-may/").lineage
    assert [(one.title, [badge.label for badge in one.badges]) for one in lineage.earlier] == [
        ("Trường Đồi Gió", []),
        ("Trường Suối Sao", ["Đạt chuẩn mức 1"]),
    ]
    assert "không mặc nhiên mang theo" in lineage.told
    assert show("truong/doi-gio/").lineage is None


def test_a_school_with_one_name_has_no_list_of_names(show: Show) -> None:
    assert len(show("truong/lang-may/").names) == 2
    assert show("truong/suoi-sao/").names == ()


def test_the_list_of_schools_parts_those_of_today_from_the_earlier(show: Show) -> None:
    page = show("truong/")
    assert (page.current_title, page.former_title) == ("1 trường hiện nay", "2 trường đã hợp nhất")
    assert [row[-2:] for row in cells(page.current)] == [
        ["Đồi Gió, Suối Sao (mức 1)", "chưa thấy"],
    ]
    assert [one.label for one in page.jump[0].items] == ["Trường hiện nay", "Trường đã hợp nhất"]


def test_parts_of_a_list_without_anything_are_not_leapt_to(empty: Show) -> None:
    page = empty("truong/")
    assert page.jump == ()
    assert page.current is None
    assert page.former is None


# Duties


def test_who_leads_is_said_even_where_the_clause_does_not(show: Show) -> None:
    page = show("nhiem-vu/lm-03-khong-ai-lam/")
    assert labels(page.facts) == ["Giao tại", "Chủ trì", "Thời hạn"]
    assert "không nêu" in (fact(page.facts, "Chủ trì").html or "")
    assert "không nêu" in (fact(page.facts, "Thời hạn").html or "")


@pytest.mark.parametrize(
    ("duty", "deadline"),
    [
        ("lm-01-trong-hoa", "19/5/2026"),
        ("lm-02-tap-hat", "22/02 hằng năm"),
        ("lm-04-giu-gin", "2020–2025"),
    ],
)
def test_a_deadline_is_told_by_its_day_or_its_years(show: Show, duty: str, deadline: str) -> None:
    assert fact(show(f"nhiem-vu/{duty}/").facts, "Thời hạn").html == deadline


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
    assert titles(shown("nhiem-vu/lm-02-tap-hat/").frame.notices) == ["Đơn vị được giao không còn"]
    assert titles(shown("nhiem-vu/lm-01-trong-hoa/").frame.notices) == []
    assert titles(shown("don-vi/hoi-dong-lang-may/").frame.notices) == ["Đơn vị này không còn"]


def test_duties_are_listed_by_document_in_the_order_of_its_clauses(show: Show) -> None:
    page = show("nhiem-vu/")
    assert [(one.id, one.duties.count) for one in page.documents] == [
        ("vb-02-kh-lm", 3),
        ("vb-01-qd-lm", 1),
    ]
    assert cells(page.documents[0].duties.table)[0][1] == "Mục II"
    assert not page.documents[0].duties.folded


# Criteria sets


def test_a_threshold_nobody_has_told_is_said_to_be_unknown(show: Show) -> None:
    texts = [
        fact(show(f"bo-tieu-chi/01-qd-lm/{one}/").facts, "Ngưỡng").html
        for one in ("m1-1-01", "m2-1-01")
    ]
    assert any("Chưa có nguồn nào nêu ngưỡng" in text for text in texts)
    assert all('class="standing' in text for text in texts)


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


def test_duties_of_a_school_that_are_past_stand_behind_those_ahead(show: Show) -> None:
    page = show("truong/lang-may/")
    assert page.duties.ahead.count == page.duties.past.count == 1
    assert [row.data for row in page.duties.ahead.table.rows] == [{"until": "2026-05-19"}]
    assert "Trồng hoa" in page.duties.ahead.table.rows[0].cells[0]
    assert "Giữ gìn" in page.duties.past.table.rows[0].cells[0]
    assert page.common == ()


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
    assert [fact(one.facts, "Thời gian").html for one in (both, begun)] == ["2020–2025", "2021"]
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


def test_many_facts_are_folded_and_few_are_not(show: Show) -> None:
    known = show("van-ban/04-cv-lm/").known
    assert (known.facts.count, len(known.facts.rest)) == (1, 0)
    assert len(known.unknowns) == 2


def test_of_sources_that_disagree_the_judgement_may_be_missing(show: Show) -> None:
    conflicts = show("van-ban/04-cv-lm/").known.conflicts
    assert [(one.about, bool(one.judgement)) for one in conflicts] == [
        ("Ai ký công văn", True),
        ("Gửi ngày nào", False),
    ]
    assert [claim.value for claim in conflicts[1].claims] == ["Thứ hai", "Thứ ba"]


def test_who_keeps_a_page_true_is_told_and_whether_he_is_late(show: Show) -> None:
    review = show("truong/lang-may/").frame.review
    assert (review.reviewed, review.again, review.overdue) == ("01/12/2025", "01/3/2026", True)
    assert review.owner.label == "Hội Phụ huynh"


def test_newest_first_the_way_back_in_time_is_called_older(show: Show) -> None:
    assert show("van-ban/01-qd-lm/").frame.pager.words == ("Văn bản mới hơn", "Văn bản cũ hơn")
    assert show("truong/suoi-sao/").frame.pager.words == ("Trường trước", "Trường sau")
