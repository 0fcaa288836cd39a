"""What is decided for the pages beside the kinds, asked of their view models."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import tiny
from viewing import Show, cells, changed, labels, titles, viewer

from portal.kinds import KINDS
from portal.road import judge
from portal.views.view import View, view_of

REPLACED = date(2026, 7, 1)


@pytest.fixture(scope="module")
def show(tiny_content: Path) -> Show:
    return viewer(tiny_content)


@pytest.fixture(scope="module")
def show_later(tiny_content: Path) -> Show:
    return viewer(tiny_content, REPLACED)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Show:
    return viewer(tiny.lay_out(tmp_path_factory.mktemp("rong"), entries=False))


# Home


def test_home_shows_each_reader_where_to_begin(show: Show, empty: Show) -> None:
    (starts,) = show("").starts
    assert starts.label == "Tôi là"
    assert all("bat-dau/#" in one.url for one in starts.items)
    assert empty("").starts == ()


def test_home_without_content_still_has_its_ways_and_says_what_it_does_not_know(
    empty: Show,
) -> None:
    page = empty("")
    assert page.title == "Xây dựng trường chính trị chuẩn"
    assert page.lead is None
    assert page.ways.documents.url == "van-ban/"
    assert [one.value for one in page.figures[:2]] == [None, None]
    assert (page.due, page.news, page.answers, page.founding) == ((), (), (), ())


def test_home_tells_the_state_of_each_regulation_the_latest_first(
    show: Show, show_later: Show
) -> None:
    told = [[one.striptags() for one in shown("").founding] for shown in (show, show_later)]
    assert told == [
        [
            "Quy định 03-QĐ/LM Chưa ban hành Hội đồng Làng Mây, 01/6/2026",
            "Quy định 01-QĐ/LM Còn hiệu lực Hội đồng Làng Mây, 15/01/2020",
        ],
        [
            "Quy định 03-QĐ/LM Còn hiệu lực Hội đồng Làng Mây, 01/6/2026",
            "Quy định 01-QĐ/LM (hết hiệu lực) Hết hiệu lực Hội đồng Làng Mây, 15/01/2020",
        ],
    ]


def test_what_is_due_names_its_day_and_the_first_who_leads_it(show: Show) -> None:
    told = [one.striptags() for one in show("").due]
    assert told[0].startswith("18/5/2026 Hội hoa")
    assert "Hội đồng Làng Mây" in told[1]
    assert "Trường Làng Mây" not in told[1]


# Lists of all


def test_progress_tells_recognitions_and_the_schools_of_today(show: Show) -> None:
    page = show("tien-do/")
    assert page.recognised_title == "1 lần công nhận đã biết"
    assert cells(page.recognised)[0][:3] == [
        "Trường Suối Sao nay thuộc Trường Làng Mây",
        "1",
        "trước 30/01/2024",
    ]
    assert cells(page.current)[0][-1].endswith("(31/01/2026)")


def test_news_stands_under_its_day_and_kind(show: Show) -> None:
    days = show("co-gi-moi/").days
    assert days[0].title == "Ngày 04/3/2026"
    assert [kind.label for kind in days[0].kinds] == ["Mô hình"]


def test_defects_leap_only_to_what_there_is(show: Show, empty: Show) -> None:
    assert [one.label for one in empty("khiem-khuyet/").jump[0].items] == [
        "Nguồn theo loại",
        "Trích dẫn",
    ]
    page = show("khiem-khuyet/")
    assert [(one.label, one.count) for one in page.jump[0].items] == [
        ("Nguồn theo loại", None),
        ("Nội dung các nguồn chưa thống nhất", 1),
        ("Điểm cần lưu ý của bản đang dùng", 1),
        ("Trích dẫn", None),
        ("Văn bản chưa có toàn văn", 2),
        ("Nội dung chưa đăng", 9),
    ]
    assert labels(page.defective)[0].striptags() == "Quy định 01-QĐ/LM"  # type: ignore[attr-defined]
    assert empty("khiem-khuyet/").conflicts is None


def test_citations_leave_out_the_sorts_that_need_no_word_where_there_are_none(
    show: Show, show_later: Show
) -> None:
    told = [[one.id for one in shown("trich-dan/").sorts] for shown in (show, show_later)]
    assert told == [["gan-giong", "chua-co", "het-hieu-luc"]] * 2
    dead = [one.table is not None for one in show_later("trich-dan/").sorts]
    assert dead == [False, True, True]


# Ways to find


def test_the_page_of_the_search_leads_to_the_indexes_there_are(show: Show, empty: Show) -> None:
    page = show("tim-kiem/")
    assert page.numbers.total == "5"
    assert page.names.letters.label == "Theo chữ cái"
    assert page.numbers.letters.label == "Theo số"
    assert page.names.pages == ()
    assert (empty("tim-kiem/").numbers, empty("tim-kiem/").names is None) == (None, False)


def test_the_index_by_name_marks_only_documents_that_do_not_simply_hold(
    show: Show, show_later: Show
) -> None:
    for shown, marked in ((show, False), (show_later, True)):
        groups = shown("tim-kiem/a-z/").groups
        lines = [one for group in groups for one in group.lines if "01-QĐ/LM về" in one]
        assert [("Hết hiệu lực" in line) for line in lines] == [marked]


def test_the_index_by_name_leads_to_what_stands_only_in_a_list(show: Show) -> None:
    lines = [str(one) for group in show("tim-kiem/a-z/").groups for one in group.lines]
    rows = [key.partition("/")[2] for key in judge(tiny.CONTENT, tiny.DAY)[0].rows]
    assert rows
    for id in rows:
        assert any(f"#{id}" in line for line in lines), id


def test_a_document_without_a_number_says_whether_it_will_have_one(show: Show) -> None:
    groups = show("tim-kiem/theo-so/").groups
    numbers = [row[0] for group in groups for row in cells(group.table)]
    assert {"được giao ban hành", "không ghi"} <= set(numbers)


# Beside the library


def test_a_shelf_says_where_one_is_and_how_much_there_is(show: Show) -> None:
    page = show("van-ban/loai/quy-dinh/")
    assert (page.header.kind, page.header.title) == ("Loại văn bản", "Văn bản: Quy định")
    assert page.count == "2 văn bản"
    assert page.panel.count('aria-current="page"') == 1
    assert show("van-ban/loai/").panel.count('aria-current="page"') == 0


def test_documents_without_a_day_stand_behind_the_years(show: Show) -> None:
    years = show("van-ban/theo-nam/").years
    assert [one.title for one in years] == ["2026", "2020", "Không rõ ngày"]
    assert years[-1].id == "chua-ro-ngay"


def test_the_drawing_of_all_leads_to_no_other(show: Show, empty: Show) -> None:
    page = show("van-ban/so-do/")
    assert page.diagram.whole == ""
    assert page.most == ()
    assert page.alone_told.startswith("1 văn bản")
    assert empty("van-ban/so-do/").diagram is None


# Texts side by side


def test_two_texts_of_one_document_are_told_by_their_days(show: Show) -> None:
    page = show("doi-chieu/02-kh-lm.2020-03-10/02-kh-lm/")
    heads = [row[0] for row in cells(page.sides)]
    assert heads == ["Văn bản", "Lời", "Sửa bởi", "Bản đang dùng"]
    assert page.compared.labels == ("Bản từ 10/3/2020", "Bản hiện nay")


def test_texts_that_are_no_originals_are_compared_with_a_word_of_caution(show: Show) -> None:
    page = show("doi-chieu/01-qd-lm/03-qd-lm/")
    assert titles(page.notices) == ["Đối chiếu theo nội dung trong chuyên mục"]
    assert "Sửa bởi" not in [row[0] for row in cells(page.sides)]


FACT = "du_kien: [{noi_dung: Ao có bờ đá., nguon: [bao-lang]}]"


def without_text(folder: Path, *told: str) -> Show:
    """The tiny portal without the text of one regulation; of those named something is known."""
    content = changed(
        folder, "data/bo-tieu-chi/03-qd-lm.yml", ("nguon: [van-ban/03-qd-lm]", "nguon: [bao-lang]")
    )
    for id in ("01-qd-lm", "03-qd-lm"):
        path = content / f"docs/van-ban/{id}.md"
        text = path.read_text(encoding="utf-8")
        if id == "03-qd-lm":
            text = text.replace("goc-so", "chua-doc\nnguon: [bao-lang]").replace(" {#dieu-1}", "")
        if id in told:
            text = text.replace("---\n", f"---\n{FACT}\n", 1)
        path.write_text(text, encoding="utf-8")
    return viewer(content)


def test_texts_without_clauses_are_not_compared_and_it_is_said_why(tmp_path: Path) -> None:
    page = without_text(tmp_path, "01-qd-lm", "03-qd-lm")("doi-chieu/01-qd-lm/03-qd-lm/")
    assert titles(page.notices) == ["Đối chiếu theo thông tin đã có"]
    assert "chưa có toàn văn Quy định 03-QĐ/LM nên" in page.notices[0].html
    assert page.compared is None


@pytest.mark.parametrize("told", [(), ("01-qd-lm",), ("03-qd-lm",)])
def test_texts_of_which_nothing_is_known_on_both_sides_have_no_page(
    tmp_path: Path, told: tuple[str, ...]
) -> None:
    show = without_text(tmp_path, *told)
    with pytest.raises(KeyError):
        show("doi-chieu/01-qd-lm/03-qd-lm/")
    (ways,) = show("van-ban/03-qd-lm/").ways
    assert "Đối chiếu với Quy định 01-QĐ/LM" not in [one.label for one in ways.items]


# Views of kinds


def test_a_kind_without_a_view_has_the_usual_page_and_list() -> None:
    (kind,) = (one for one in KINDS if one.name == "trang")
    assert view_of(kind) == View()


def test_every_part_and_worksheet_of_a_kind_has_its_template() -> None:
    for kind in KINDS:
        view = view_of(kind)
        wanted = [*view.parts, *(["worksheet"] if view.worksheet else [])]
        assert [one for one in wanted if not (kind.home / f"{one}.html.jinja").exists()] == []


def test_what_is_shown_of_a_faulty_file_is_its_faults(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path / "cong")
    (content / "data/su-kien/hong.yml").write_text("tieu_de: Hỏng\nloai: la\n", encoding="utf-8")
    page = viewer(content, drafts=True)("su-kien/hong/")
    assert page.faults.problems
    assert page.crumbs[-1].label == page.title
