"""Citations in lists, rows and notes, of bills and of what every congress passes anew.

Every document, number and day here is made up; only the ways of writing are those of real texts.
"""

from __future__ import annotations

from datetime import date

import pytest

from bench import judged, marked
from portal.citations.known import Known
from portal.citations.reading import Reading
from portal.citations.register import Register
from portal.dates import PartialDate

CHARTER = "Điều lệ Đảng Cộng sản Việt Nam"
DOCUMENTS = (
    ("may-2009", "luat", "Trồng mây", "71/2009/QH12", "2009-06-10", "2020-12-31"),
    ("may-2020", "luat", "Trồng mây", "81/2020/QH14", "2020-06-10", ""),
    ("may-2027", "luat", "Trồng mây", "91/2027/QH16", "2027-06-10", ""),
    ("gio", "luat", "Nuôi gió trên đồi cao với đàn dê", "61/2017/QH14", "2017-06-17", ""),
    ("sua", "luat", "Sửa đổi, bổ sung một số điều của Luật Nuôi sao", "6/2018/QH14", "2018", ""),
    ("hp-1980", "hien-phap", "nước Cộng hòa xã hội chủ nghĩa Việt Nam", "", "1980-12-18", "1992"),
    ("nd", "nghi-dinh", "Về tưới mây", "152/2022/NĐ-CP", "2022-07-24", ""),
    ("bon", "quyet-dinh", "Về nắng", "413/QĐ-TTg", "2024-02-21", ""),
    ("qd", "quy-dinh", "Về mưa", "79-QĐ/TW", "2022-07-16", ""),
    ("qdi", "quy-dinh", "Về việc dạy gió thổi qua đồi", "06-QĐi/TW", "2018-09-08", ""),
    ("cu-29", "quy-dinh", "Về sương", "39-QĐ/TW", "1997-06-02", "2001-11-15"),
    ("moi-29", "quy-dinh", "Về sương", "39-QĐ/TW", "2016-07-25", ""),
    ("dl-2001", "dieu-le", CHARTER, "", "2001-04-22", "2006-04-24"),
    ("dl-2006", "dieu-le", CHARTER, "", "2006-04-25", "2011-01-18"),
    ("dl-2011", "dieu-le", CHARTER, "", "2011-01-19", ""),
    (
        "nq-4",
        "nghi-quyet",
        "Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII về dựng những đám mây trong sạch",
        "4-NQ/TW",
        "2016-10-30",
        "",
    ),
    (
        "kh-4",
        "nghi-quyet",
        "Về thực hiện Nghị quyết Hội nghị Trung ương 4 khóa XII",
        "7-NQ/TU",
        "2016-12-30",
        "",
    ),
    ("dan", "nghi-dinh", "Về mây của dân", "90/2022/NĐ-CP", "2022-09-01", ""),
    ("xua", "quy-dinh", "Về mây xưa", "9-QĐ/TU", "2003-09-01", ""),
    ("ct-12", "chi-thi", "Về đại hội các cấp tiến tới Đại hội XIII", "36-CT/TW", "2019-05-20", ""),
    ("ct-13", "chi-thi", "Về đại hội các cấp tiến tới Đại hội XIV", "36-CT/TW", "2024-06-20", ""),
    ("ctr-thung", "chuong-trinh", "Về mây", "63-CTr/TU", "2013-07-15", "", "Thành ủy Thung Mây"),
    ("ctr-doi", "chuong-trinh", "Về mây", "63-CTr/TU", "2021-07-15", "", "Tỉnh ủy Đồi Gió"),
    ("qd-doi", "quyet-dinh", "Về mây", "23/2018/QĐ-UBND", "2018-07-15", "", "UBND tỉnh Đồi Gió"),
    ("bai", "khac", "Bài viết về mây", "", "2025-09-01", ""),
)


def _known(
    id: str, type: str, title: str, number: str, day: str, until: str, issuer: str = ""
) -> Known:
    ended = PartialDate.read(until) if until else None
    anchors = judged.Around() if type == "khac" else judged.Everywhere()
    issued = PartialDate.read(day)
    return Known(id, type, title, number, issued, issuer, anchors=anchors, until=ended)


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(marked.types(), (_known(*one) for one in DOCUMENTS), date(2026, 11, 29))


def told(register: Register, text: str, host: str = "dan") -> list[str]:
    """The documents and places that are meant; the text's own are told as sentences name them."""
    return [
        " ".join([one.document.id, *sorted(judged._ids(one.citation.pins))])
        for one in Reading(register, host).read(text, lambda _: judged.HERE, places=True)
        if one.document
    ]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Điều 5 (trừ khoản 2), Điều 6 và Điều 7 NĐ 152/2022.", ["nd dieu-5 dieu-6 dieu-7"]),
        (
            "Theo Điều 5, Điều 6 (trừ điểm a khoản 2) và Điều 7 Nghị định này.",
            ["dan dieu-5 dieu-6 dieu-7"],
        ),
        (
            "Khoản 1 Điều 9 (đã được sửa đổi), khoản 2 Điều 8 NĐ 152/2022.",
            ["nd dieu-8.khoan-2 dieu-9.khoan-1"],
        ),
        ("Điều 5(2) NĐ 152/2022.", ["nd dieu-5"]),
        ("Điều 1 (Khoản 2) NĐ 152/2022.", ["nd dieu-1.khoan-2"]),
    ],
)
def test_a_list_goes_on_behind_a_bracket(text: str, wanted: list[str], register: Register) -> None:
    assert told(register, text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        (
            "| 14. | Nghị định số 152/2022/NĐ-CP | Điều 10, khoản 3 Điều 7 |",
            ["nd dieu-10 dieu-7.khoan-3"],
        ),
        ("Nghị định số 152/2022/NĐ-CP\x00Điều 10\x00", ["nd dieu-10"]),
        ("| Nghị định số 152/2022/NĐ-CP | Điều 10 Luật Thả diều |", ["nd"]),
        (
            "| Luật Trồng mây (VBHN 2025), Điểm d, Khoản 1, Điều 8 |",
            ["may-2020 dieu-8.khoan-1.diem-d"],
        ),
    ],
)
def test_a_row_of_a_table_names_a_document_and_its_places(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        (
            "Khoản 1 Điều 9 của NĐ 152/2022 Sửa đổi, bổ sung khoản 1 Điều 9 như sau:",
            ["nd dieu-9.khoan-1", "nd dieu-9.khoan-1"],
        ),
        (
            "Theo Điều 9 Nghị định này và Điều 8; trong Điều 9.",
            ["dan dieu-9", "dan dieu-8 dieu-9"],
        ),
        (
            "Khoản 1 Điều 9 Luật Thả diều 2019 nói vậy. Làm trái khoản 1 Điều 9 thì không được.",
            [],
        ),
        (
            "Khoản 1 Điều 9 NĐ 152/2022.\n\nLàm theo khoản 1 Điều 9 thì được.",
            ["nd dieu-9.khoan-1", "dan dieu-9.khoan-1"],
        ),
        (
            "Bãi bỏ một số khoản của NĐ 152/2022 như sau: a) Bãi bỏ khoản 2 Điều 41.",
            ["nd", "nd dieu-41.khoan-2"],
        ),
    ],
)
def test_a_place_named_again_is_of_the_document_it_was_named_with(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Hoàn thiện dự án Luật Trồng mây (sửa đổi); hướng dẫn thi hành Luật Trồng mây.", []),
        ("Góp ý dự thảo Luật Trồng mây; Luật Trồng mây có mười chương.", []),
        ("Dự án Luật Trồng mây (sửa đổi) kế thừa Luật Trồng mây hiện hành.", ["may-2020"]),
        ("Dự án Luật Trồng mây (sửa đổi) khác Luật Trồng mây 2009.", ["may-2009"]),
        ("Dự án Luật Trồng mây (sửa đổi).\n\nTheo Luật Trồng mây.", ["may-2020"]),
    ],
)
def test_behind_a_bill_its_bare_name_is_no_law(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Theo Điều 36 Quyết định 413 thì được.", []),
        ("Theo Quyết định 413 của Thủ tướng về nắng.", []),
        ("Quyết định số 413/QĐ-TTg đã rõ; theo Quyết định 413 thì được.", ["bon", "bon"]),
        ("Theo Quy định 79 thì được; Quy định 79  gồm 6 điều.", ["qd", "qd"]),
        ("Theo các Quy định 79, 22 và 06.", ["qd", "qdi"]),
        ("Các Quy định 79, 06 của Tỉnh ủy.", []),
        ("Các Quy định 79, 06 ngôi trường; Quy định 79, 06 người.", ["qd", "qd"]),
    ],
)
def test_a_bare_serial_is_the_partys_and_no_offices_of_the_state(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Tỉnh ủy ban hành Quy định số 79 về nuôi mây.", []),
        ("Ban Thường vụ Thành uỷ đã ra Quy định 79.", []),
        ("UBND tỉnh ban hành Kế hoạch 5, Chỉ thị 6 và Quy định 79.", []),
        ("Ngày 20/3/2024, Bộ Chính trị ban hành Quy định 79.", []),
        ("Ngày 16/7/2022, Bộ Chính trị ban hành Quy định số 79.", ["qd"]),
        ("Quy định 79 của Tỉnh ủy, Quy định 79 của Ban Chấp hành T.Ư khóa XIII.", []),
        ("Đảng ta đã ban hành Quy định 79.", ["qd"]),
        ("Tỉnh ủy ban hành Quy định số 79-QĐ/TW.", ["qd"]),
    ],
)
def test_who_issues_a_bare_serial_and_when_is_told_before_it_too(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text, "bai") == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Theo Nghị quyết Trung ương 4 khóa XII.", ["nq-4"]),
        ("Theo Nghị quyết Hội nghị T.Ư 4 (khoá XII): “Dựng những đám mây”.", ["nq-4"]),
        ("Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng, khóa XII.", ["nq-4"]),
        ("Nghị quyết Trung ương 4 khóa XI; Nghị quyết Trung ương 5 khóa XII.", []),
        ("Nghị quyết Trung ương 4 khóa XII về kinh tế của các dòng sông lớn.", []),
    ],
)
def test_a_resolution_is_named_by_the_plenum_that_passed_it(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text, "bai") == wanted
    assert not wanted or register.recogniser.may_cite(text)


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Các Điều 30 - 32, 34 – 45 NĐ 152/2022.", ["nd dieu-30..dieu-32 dieu-34..dieu-45"]),
        (
            "Các điều từ 30 đến 32 và từ 34 đến 45 NĐ 152/2022.",
            ["nd dieu-30..dieu-32 dieu-34..dieu-45"],
        ),
        (
            "Các điều 5, 6-8 và khoản 1 Điều 9 NĐ 152/2022.",
            ["nd dieu-5 dieu-6..dieu-8 dieu-9.khoan-1"],
        ),
        ("NĐ 152/2022 (các Điều 3, 5 - 7).", ["nd dieu-3 dieu-5..dieu-7"]),
        ("Tên mục này được sửa.", ["dan muc"]),
    ],
)
def test_ranges_may_stand_in_a_list(text: str, wanted: list[str], register: Register) -> None:
    assert told(register, text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Theo khỏan 2 Điềụ 5. Chưong II Nghị định này.", ["dan dieu-5.khoan-2", "dan chuong-ii"]),
        ("Theo các khoản I, 2 và 3 Điều này.", ["dan dieu.khoan-1 dieu.khoan-2 dieu.khoan-3"]),
        (
            "Theo khoản l Điều 5, điểm l khoản 2 Điều 6.",
            ["dan dieu-5.khoan-1 dieu-6.khoan-2.diem-l"],
        ),
        ("Theo Điều5, khoản2 Nghị định này.", ["dan dieu-5.khoan-2"]),
        ("Năm ấy khoán 10 việc.", []),
        ("Quy định số 79 - QĐ/TWcủa Bộ Chính trị.", ["qd"]),
        ("Quy định số 06-Qđi/TW ngày 08 - 9 - 2018.", ["qdi"]),
        ("(số06-QĐi/TW ngày 08-9-2018).", ["qdi"]),
        ("Luật Nuôi gió trên đồi cao; Luật Nuôi gió.", ["gio"]),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam của năm 1980.", ["hp-1980"]),
        ("Theo Luật sửa đổi, bổ sung một số điều của Luật Nuôi sao và người nuôi sao.", ["sua"]),
        ("Luật sửa đổi, bổ sung một số điều của Luật Nuôi sao và Luật Nuôi trăng.", []),
        ("Các Luật sửa đổi, bổ sung một số điều của Luật Nuôi sao.", []),
    ],
)
def test_slips_of_hands_and_scanners_are_read(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Theo Điểm a, b nêu trên.", ["dan khoan.diem-a khoan.diem-b"]),
        ("Theo khoản 2 nói trên.", ["dan dieu.khoan-2"]),
        ("1.2. Điều 3 (điểm 2): Quyền của người trồng mây", []),
        ("1- Điều 1 (Khoản 2): Tuổi của mây", []),
    ],
)
def test_what_is_said_above_is_of_this_clause_and_a_heading_is_no_place(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text) == wanted


@pytest.mark.parametrize(
    "host, text, wanted",
    [
        ("xua", "Căn cứ Điều lệ Đảng.", ["dl-2001"]),
        ("dan", "Căn cứ Điều lệ Đảng.", ["dl-2011"]),
        ("dan", "Điều 9 Điều lệ Đảng 2006; Điều lệ Đảng khóa X.", ["dl-2006 dieu-9", "dl-2006"]),
        ("dan", f"Theo Điều 9, {CHARTER} khoá XI (2011) thì được.", ["dl-2011 dieu-9"]),
        ("dan", "Thi hành Điều lệ Đảng (Đạihội IX thông qua) cho tốt.", ["dl-2001"]),
        ("dan", "Điều lệ Đảng khóa XII, Điều lệ Đảng năm 1996.", ["dl-2011"]),
        ("bai", "Quy định về thi hành Điều lệ Đảng quy định rõ.", []),
        (
            "bai",
            "Quy định 79-QĐ/TW về thi hành Điều lệ Đảng; các hướng dẫn thi hành Điều lệ Đảng.",
            ["qd"],
        ),
        (
            "bai",
            "Quy định số 79-QĐ/TW của Bộ Chính trị hướng dẫn cụ thể thi hành Điều lệ Đảng.",
            ["qd", "dl-2011"],
        ),
    ],
)
def test_the_charter_is_the_one_that_held_when_the_text_was_written(
    host: str, text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text, host) == wanted


def test_of_two_documents_of_one_number_the_one_that_had_ended_is_not_meant(
    register: Register,
) -> None:
    assert told(register, "Theo Quy định 39-QĐ/TW thì được.", "bai") == ["moi-29"]
    assert told(register, "Theo Quy định 39-QĐ/TW năm 1997.", "bai") == ["cu-29"]


def test_a_note_of_a_later_hand_does_not_say_which_version_the_text_means(
    register: Register,
) -> None:
    note = "[Điểm này hết hiệu lực bởi Điều 6 Luật Trồng mây 2027]"
    assert told(register, f"{note} Theo Điều 5 của Luật Trồng mây.") == [
        "dan diem",
        "may-2027 dieu-6",
        "may-2020 dieu-5",
    ]


def test_an_article_of_a_paper_counts_no_articles(register: Register) -> None:
    assert told(register, "Điều 61 quy định rõ; theo khoản 2 Điều này.", "bai") == [
        "bai dieu.khoan-2"
    ]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Chỉ thị số 36-CT/TW về đại hội các cấp, tiến tới Đại hội XIII của Đảng.", ["ct-12"]),
        (
            "Chỉ thị số 36-CT/TW về đại hội các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ "
            "XIV của Đảng.",
            ["ct-13"],
        ),
        ("Chỉ thị số 36-CT/TW phục vụ Đại hội lần thứ 13 của Đảng.", ["ct-12"]),
        ("Chỉ thị số 36-CT/TW về nhân sự đại hội Đảng toàn quốc lần thứ XIV.", ["ct-13"]),
        ("Chỉ thị số 36-CT/TW về công tác chuẩn bị văn kiện Đại hội XIII.", ["ct-12"]),
        ("Chỉ thị số 36-CT/TW về tuyên truyền văn kiện Đại hội XIV.", ["ct-13"]),
        ("Chỉ thị số 36-CT/TW về tuyên truyền văn kiện Đại hội XIII.", []),
        ("Chỉ thị số 36-CT/TW tiến tới Đại hội XII.", []),
        ("Chỉ thị số 36-CT/TW khóa XIII; Chỉ thị số 36-CT/TW (Đại hội XII).", ["ct-13", "ct-12"]),
        ("Chỉ thị số 36-CT/TW khóa XIII về nhân sự Đại hội XIV.", ["ct-13"]),
        ("Chỉ thị số 36-CT/TW về chào mừng Đại hội XIII Công đoàn Việt Nam.", []),
    ],
)
def test_a_congress_in_the_subject_is_not_the_term_of_the_issuer(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text, "bai") == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Thành ủy Thung Mây đã ban hành Chương trình hành động số 63-CTr/TU.", ["ctr-thung"]),
        ("Ban Thường vụ Tỉnh ủy Đồi Gió ra Chương trình số 63-CTr/TU.", ["ctr-doi"]),
        ("Tỉnh ủy Bến Sương đã ban hành Chương trình số 63-CTr/TU.", []),
        ("Tỉnh ủy ban hành Chương trình số 63-CTr/TU.", []),
        ("Chương trình số 63-CTr/TU ngày 15-7-2023 của Tỉnh ủy Bến Sương.", []),
        ("Quyết định số 23/2018/QĐ-UBND của UBND tỉnh Bến Sương.", []),
        ("Quyết định số 23/2018/QĐ-UBND của UBND tỉnh Đồi Gió.", ["qd-doi"]),
        ("Quyết định số 23/2018/QĐ-UBND của UBND huyện Lá, tỉnh Đồi Gió.", []),
        ("Ủy ban nhân dân tỉnh Bến Sương ban hành Quyết định số 23/2018/QĐ-UBND.", []),
        ("Quyết định số 23/2018/QĐ-UBND của Ủy ban nhân dân tỉnh.", ["qd-doi"]),
    ],
)
def test_a_number_of_a_province_is_that_of_the_province_named(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text, "bai") == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Quy định 79 QĐ/ TW; Quy định 79QĐ/TW; Quy định số 79 QĐ-TW.", ["qd", "qd", "qd"]),
        (
            "Quy định số 79QĐ - TW; chương trình số 63 CTr/TU của Tỉnh ủy Đồi Gió.",
            ["qd", "ctr-doi"],
        ),
        ("152-2022-NĐ-CP quy định rõ; tháng 12-2022-NĐ.", ["nd"]),
        ("Có 79 QĐ-TW, 79QĐ/TW; lớp 79 QĐ-TW; phòng số 79QĐ/TW.", []),
        ("Quyết định số 23 UBND-HĐND; lớp số 5 TC-LLCT.", []),
        ("Quy định 06-QĐ/TW về dạy gió thổi qua những dãy đồi.", ["qdi"]),
        ("Quy định 06-QĐ/TW về trông trăng lặn bên kia sông.", []),
        ("Quy định 06-QĐ/TW.", []),
    ],
)
def test_a_sign_that_lost_its_hyphen_is_read_where_a_type_announces_it(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text, "bai") == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Căn cứ Điều 24, điểm 1. Điều lệ Đảng khoá XI.", ["dl-2011 dieu-24.diem-1"]),
        ("Làm trái Điều 24. Điều lệ Đảng khoá XI nói rõ.", ["dl-2011"]),
        ("Làm như khoản 1 nói thì theo Điều 24. Quy định 79-QĐ/TW nói khác.", ["qd"]),
        (
            "Căn cứ Mục 1.4 Khoản 1 Điều 10 - Quy định 79-QĐ/TW.",
            ["qd dieu-10.khoan-1"],
        ),
        ("Theo Điều 10 – Luật Trồng mây 2020.", ["may-2020 dieu-10"]),
        ("1. Điều 10\n- Luật Trồng mây 2020.", ["may-2020"]),
        (
            "Tại Điều 3, điểm 11 Quy chế làm việc của Ban Dạy Gió (số 79-QĐ/TW ngày 16-7-2022).",
            ["qd dieu-3.diem-11"],
        ),
        ("Khoản 2 Điều 5 Nghị định về tưới mây (số 152/2022/NĐ-CP).", ["nd dieu-5.khoan-2"]),
        ("Theo Điều 5 thì Quy chế làm việc (79-QĐ/TW) có hiệu lực.", ["qd"]),
    ],
)
def test_a_stop_or_a_dash_before_the_name_keeps_its_place(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text, "bai") == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Nuôi mây như quy định tại Điểm a, b.", ["dan khoan.diem-a khoan.diem-b"]),
        ("Trồng mây nêu tại khoản 2; tưới mây.", ["dan dieu.khoan-2"]),
        ("Trồng mây nêu tại khoản 2 thì tưới mây.", []),
        ("Theo NĐ 152/2022, tưới mây như quy định tại điểm a.", ["nd"]),
        ("Theo NĐ 152/2022. Tưới mây như quy định tại điểm a.", ["nd", "dan khoan.diem-a"]),
        ("Theo Quy chế của Hội, tưới mây như quy định tại điểm a.", []),
        ("Tưới mây theo điểm a.", []),
    ],
)
def test_a_place_that_ends_its_sentence_is_of_this_clause(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Có trong Luật Trồng mây, mới nhất là trong Luật Trồng mây 2020.", ["may-2020"]),
        ("Luật Trồng mây qua các thời kỳ; sửa đổi Luật Trồng mây lần này.", []),
        ("Sửa đổi, bổ sung Luật Trồng mây lần này theo Luật Trồng mây.", ["may-2020"]),
    ],
)
def test_a_law_of_all_times_or_of_the_change_in_hand_is_no_version(
    text: str, wanted: list[str], register: Register
) -> None:
    assert told(register, text) == wanted
