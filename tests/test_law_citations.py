"""Citations as laws and their amendments write them: names, versions, own places, shared numbers.

Every document, number and day here is made up; only the ways of writing are those of real texts.
"""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from bench import judged, marked
from portal.citations import numbers
from portal.citations.known import Known, Meant
from portal.citations.reading import Reading
from portal.citations.register import Register
from portal.dates import PartialDate


def law(id: str, title: str, number: str, issued: str, **more: object) -> Known:
    day = PartialDate.read(issued)
    return Known(id, "luat", title, number, day, "Quốc hội", **more)  # type: ignore[arg-type]


ANCHORS = (
    *("chuong-i", "dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-2", "dieu-2.khoan-1"),
    *("dieu-2.khoan-1.diem-a", "dieu-2.khoan-1.diem-b", "dieu-2.khoan-2", "chuong-ii", "dieu-3"),
)
DEEP = "dieu-2.khoan-1.diem-a"
OLD = law(
    "may-2009", "Trồng mây", "71/2009/QH12", "2009-06-10", until=PartialDate.read("2021-01-01")
)
NEW = law(
    "may-2020", "Trồng mây", "81/2020/QH14", "2020-06-10", since=PartialDate.read("2021-01-01")
)
LIBRARY = (
    OLD,
    NEW,
    law("may-cong", "Trồng mây công cộng", "39/2018/QH14", "2018-06-10"),
    law("gio", "Nuôi gió", "61/2017/QH14", "2017-06-17"),
    law(
        "bao-sua",
        "Luật sửa đổi, bổ sung một số điều của Luật Trừ bão",
        "13/2023/QH15",
        "2023-06-18",
    ),
    law("gio-sua", "Sửa đổi, bổ sung một số điều của Luật Nuôi gió", "12/2023/QH15", "2023-06-17"),
    Known(
        "hp", "hien-phap", "nước Cộng hòa xã hội chủ nghĩa Việt Nam", "", PartialDate.read("2013")
    ),
    Known("nd", "nghi-dinh", "Về tưới mây", "52/2022/NĐ-CP", PartialDate.read("2022-07-24")),
    Known(
        "nd-08",
        "nghi-dinh",
        "Về hái mây",
        "08/2015/NĐ-CP",
        PartialDate.read("2015-01-21"),
        "Chính phủ",
    ),
    law(
        "cat-da",
        "Luật sửa đổi, bổ sung một số điều của Luật Rải cát và Luật Xếp đá",
        "14/2021/QH15",
        "2021-06-18",
    ),
    law("mua-da", "Luật sửa đổi, bổ sung một số điều của các Luật về mưa", "1/2022/QH15", "2022"),
    Known("qd-35", "quyet-dinh", "Về một", "35/QĐ-TTg", PartialDate.read("2019-01-18")),
    Known("ttlt", "thong-tu-lien-tich", "Về một", "37/2012/TTLT-BM-BN", PartialDate.read("2012")),
    Known("dld", "dieu-le", "Điều lệ Đảng Cộng sản Việt Nam", None, PartialDate.read("2011-01-19")),
    Known("qdi", "quy-dinh", "Về ba", "75-QĐi/TW", PartialDate.read("2018-11-13")),
    Known("qd-21", "quy-dinh", "Về một", "21-QĐ/TW", PartialDate.read("2021-05-19")),
    Known("qd-67", "quy-dinh", "Về hai", "67-QĐ/TW", PartialDate.read("2022-05-19")),
    Known(
        "nq-37",
        "nghi-quyet",
        "Về nhà nước của những đám mây",
        "37-NQ/TW",
        PartialDate.read("2022-11-09"),
    ),
    Known(
        "host",
        "nghi-dinh",
        "Quy định về mây",
        "90/2022/NĐ-CP",
        PartialDate.read("2022-09-01"),
        anchors=ANCHORS,
    ),
)


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(marked.types(), LIBRARY, date(2026, 11, 29))


def meant(register: Register, text: str, host: str = "", clause: str = "") -> list[Meant]:
    reading = Reading(register, host)
    return list(reading.read(text, lambda _: clause, places=bool(host)))


def told(found: list[Meant]) -> list[tuple[str, str]]:
    """(document, places) of those that mean one."""
    return [
        (one.document.id, " ".join(pin.id for pin in one.citation.pins))
        for one in found
        if one.document
    ]


@pytest.mark.parametrize(
    "text, wanted",
    [
        (
            "Điều 10 Luật Trồng mây 2020 và Luật Trồng mây năm 2009.",
            ["may-2020 dieu-10", "may-2009"],
        ),
        ("Theo Luật Trồng mây 2015.", []),
        ("Theo Luật Trồng mây (2009).", ["may-2009"]),
        ("Theo Luật Trồng mây ngày 10 tháng 6 năm 2020.", ["may-2020"]),
        ("Theo Luật trồng mây 2009, Luật trồng mây.", ["may-2009", "may-2020"]),
        ("Theo Hiến pháp 2013 và Hiến pháp năm 1992.", ["hp"]),
        ("Theo Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam.", ["hp"]),
        ("Luật Trồng mây công cộng 2018 khác Luật Trồng mây.", ["may-cong", "may-2020"]),
        ("Luật Trồng mây đô thị và nông thôn 2024.", []),
        ("Luật Trồng mây đô thị có mười điều.", []),
        ("Luật Nuôi gió sửa đổi 2023; Luật Nuôi gió (sửa đổi) năm 2023.", ["gio-sua", "gio-sua"]),
        ("Luật Trừ bão sửa đổi 2023.", ["bao-sua"]),
        ("Luật Nuôi gió sửa đổi 2019, Luật Nuôi gió (sửa đổi).", []),
        (
            "Luật Trồng mây, Luật Trồng mây công cộng và Luật Nuôi gió, có hiệu lực kể từ ngày "
            "01/7/2009.",
            ["may-2020", "may-cong", "gio"],
        ),
        (
            "Luật số 12/2023/QH15 sửa đổi, bổ sung một số điều của Luật Nuôi gió và Luật Trồng mây,"
            " có hiệu lực từ ngày 01/01/2024.",
            ["gio-sua"],
        ),
        ("Luật sửa đổi, bổ sung một số điều của Luật Nuôi gió năm 2023.", ["gio-sua"]),
        ("Luật sửa đổi, bổ sung một số điều của Luật Trồng mây ngày 12/12/2012.", []),
        ("Theo pháp luật trồng mây, luật pháp năm 2020.", []),
        ("Quốc hội ban hành Luật Trồng mây.", []),
        ("Đến nay Luật Trồng mây chưa được thông qua.", []),
        ("Luật Trồng mây được Quốc hội khóa II thông qua ngày 10/6/2009.", ["may-2009"]),
        (
            "Luật Trồng mây đã được Quốc hội thông qua tại kỳ họp thứ 3 ngày 10/6/2009.",
            ["may-2009"],
        ),
        ("Điều 7 Nghị định số 52/2022/NĐCP, lô 52/2022/NĐCP.", ["nd dieu-7"]),
        ("Hướng dẫn luật trồng mây 2009, luật trồng mây.", ["may-2009"]),
        ("Khoản 2 Điều 4 VBHN Luật Trồng mây.", ["may-2020 dieu-4.khoan-2"]),
        ("Luật Rải cát sửa đổi 2021, Luật Xếp đá sửa đổi năm 2021.", ["cat-da", "cat-da"]),
        ("Luật về mưa sửa đổi 2022.", ["mua-da"]),
        ("Điều 5 và Điệu 6 của Luật Trồng mây.", ["may-2020 dieu-5 dieu-6"]),
        ("Quyết định số 35/QĐ-TTgngày 18 tháng 01 năm 2019.", ["qd-35"]),
        ("Thông tư liên tịch số 37/2012/TTLT‑BM‑BN.", ["ttlt"]),
        ("Căn cứ Điều lệ Đảng; Điều 3 Điều lệ Đảng Cộng sản Việt Nam.", ["dld", "dld dieu-3"]),
        ("Theo Điều 3 Điều lệ Đảng. Điều lệ Đảng quy định rõ.", ["dld dieu-3", "dld"]),
        ("Quyết định số 21-QĐ/TW, Quyết định số 21-QĐ/TW ngày 19/5/2021.", ["qd-21"]),
        ("khoản 2a Điều 4 của Luật Trồng mây hoặc dự án nào.", ["may-2020 dieu-4.khoan-2a"]),
        (
            "các điểm a, b c và d khoản 1 Điều 4 Luật Trồng mây.",
            [f"may-2020 {' '.join(f'dieu-4.khoan-1.diem-{one}' for one in 'abcd')}"],
        ),
        ("Làm trái Cương lĩnh, Điều lệ Đảng; về thi hành Điều lệ Đảng.", []),
        ("Quy định 67-QĐ/TW năm 2024; Quy định 67-QĐ/TW năm 2031.", ["qd-67"]),
        ("Quy định 75-QĐ/TW ngày 13/11/2018, Quy định 75-QĐ/TW ngày 14/11/2018.", ["qdi"]),
        ("Bỏ cụm từ “theo Luật Nuôi gió” và “Luật Trồng mây” ở câu hai.", []),
        ("Cuốn sách “Tìm hiểu Luật Nuôi gió”, đề tài “Luật Nuôi gió”.", []),
        ("Sửa như sau: “theo Luật Nuôi gió”; cụm từ “mây”, theo Luật Nuôi gió.", ["gio", "gio"]),
    ],
)
def test_a_law_is_cited_by_its_whole_name_and_year(
    text: str, wanted: list[str], register: Register
) -> None:
    assert [f"{id} {places}".strip() for id, places in told(meant(register, text))] == wanted


def test_a_bare_name_means_the_version_in_force_on_the_day_of_the_text() -> None:
    days = {"som": "2008-01-01", "cu": "2015-01-01", "cho": "2020-10-01", "moi": "2022-01-01"}
    hosts = [Known(id, "thong-tu", "X", None, PartialDate.read(day)) for id, day in days.items()]
    register = Register(marked.types(), (OLD, NEW, *hosts))
    found = {id: told(meant(register, "Theo Luật Trồng mây.", id)) for id in days}
    assert found == {
        "som": [],
        "cu": [("may-2009", "")],
        "cho": [("may-2009", "")],
        "moi": [("may-2020", "")],
    }
    ended = Register(marked.types(), [OLD], date(2026, 1, 1))
    assert told(meant(ended, "Theo Luật Trồng mây.")) == []


@pytest.mark.parametrize(
    "title, wanted",
    [
        ("ngày 01/7/2015 của Chính phủ quy định chi tiết một số điều của", "may-2009"),
        ("ngày 01/10/2020 về việc thi hành", "may-2020"),
        ("ngày 01/7/2008 hướng dẫn thi hành", ""),
        ("hướng dẫn", "may-2009"),
        ("ngày 01/7/2015 quy định việc tưới, được làm theo", "may-2020"),
        ("ngày 01/7/2015 về việc tưới mây và khoản 1 Điều 2 của", "may-2020"),
        ("ngày 01/7/2015 và", "may-2020"),
    ],
)
def test_a_law_in_the_title_of_a_document_is_that_of_its_day(title: str, wanted: str) -> None:
    host = Known("host", "thong-tu", "X", None, PartialDate.read("2024-01-01"))
    register = Register(marked.types(), (OLD, NEW, host))
    found = told(
        meant(register, f"Theo Nghị định số 77/2015/NĐ-CP {title} Luật Trồng mây.", "host")
    )
    assert [id for id, _ in found] == ([wanted] if wanted else [])


def test_of_a_year_in_which_a_law_changed_its_version_is_not_known(register: Register) -> None:
    text = "Nghị định số 77/2020/NĐ-CP hướng dẫn Luật Trồng mây."
    assert told(meant(register, text)) == []


def test_a_chapter_of_a_code_is_found_in_its_part(register: Register) -> None:
    code = Known("bo", "bo-luat", "Gió", anchors=("phan-1.chuong-i", "phan-2.chuong-iii.muc-1"))
    found = meant(Register(marked.types(), [code]), "Mục 1 Chương III Bộ luật Gió 2019.")
    assert [one.place(pin.id) for one in found for pin in one.citation.pins] == [
        "phan-2.chuong-iii.muc-1"
    ]


@pytest.mark.parametrize(
    "text, clause, wanted",
    [
        ("Theo khoản 1 Điều này.", "dieu-2.khoan-2", "dieu-2.khoan-1"),
        ("Theo điểm a khoản này.", "dieu-2.khoan-1.diem-b", "dieu-2.khoan-1.diem-a"),
        (
            "Theo các điểm a và b khoản 1 Điều này.",
            "dieu-2",
            "dieu-2.khoan-1.diem-a dieu-2.khoan-1.diem-b",
        ),
        (
            "Theo điểm b, khoản 1 và khoản 2 Điều này.",
            "dieu-2",
            "dieu-2.khoan-1.diem-b dieu-2.khoan-2",
        ),
        ("Theo khoản này và Điều 1 của Quy chế.", "dieu-2.khoan-1", "dieu-2.khoan-1"),
        (
            "Theo khoản 1 Điều này hoặc Điều 7 Luật Nuôi mưa.",
            "dieu-2.khoan-2",
            "dieu-2.khoan-1",
        ),
        ("Theo Điều 3 và khoản 2 Điều 1.", "dieu-2", "dieu-3 dieu-1.khoan-2"),
        ("Theo Điều 1 Nghị định này.", "dieu-2.khoan-1", "dieu-1"),
        ("Chính phủ quy định Chương này.", "dieu-2.khoan-1", "chuong-i"),
        ("Chính phủ quy định Chương này.", "dieu-3", "chuong-ii"),
        ("Trừ trường hợp tại Chương II.", "dieu-1", "chuong-ii"),
        ("Khoản này được áp dụng.", "dieu-2.khoan-1.diem-a", "dieu-2.khoan-1"),
        ("Theo khoản 9 Điều này, Điều 88.", "dieu-2", ""),
        ("Theo điểm a khoản 2 Điều này.", "dieu-2", "dieu-2.khoan-2"),
        ("Theo khoản 1 Điều này.", "", ""),
        ("Điều này cho thấy, các điều khoản này, một phần ba đại biểu.", "dieu-2", ""),
        (
            "Theo Điều 1 của Công ước, Điều 1 Luật Nuôi mưa, Điều 1 và Điều 2 Luật Nuôi mưa.",
            "dieu-2",
            "",
        ),
        ("Được sửa đổi bởi khoản 1 Điều 1. Điều 3 được sửa đổi như sau:", "dieu-2", ""),
        ("Sửa đổi, bổ sung khoản 2 Điều 1 như sau:", "dieu-2", ""),
        ("b) Bãi bỏ khoản 1 Điều 1; bỏ cụm từ “tại Điều 2” tại Điều 3.", "dieu-2", ""),
        ("Điều 3. Tên gọi", "dieu-3", ""),
        ("(theo ghi chú tại đây] “Chương II QUY HOẠCH MÂY TRỜI”.", "dieu-3", ""),
        ("Sửa lại quy định của Điều 3 cho rõ.", "dieu-2", "dieu-3"),
        ("Theo một số điểm, khoản của Điều 2.", "dieu-1", "dieu-2"),
        ("Trừ trường hợp tại Chương 2.", "dieu-1", "chuong-ii"),
        ("Như quy hoạch đê điều\n1. Bộ Mây tổ chức trồng.", "dieu-3", ""),
        ("Khoản thu quy định tại khoản này.", "dieu-2.khoan-1", "dieu-2.khoan-1"),
        ("Việc quy định tại điểm này có điểm này hay.", "dieu-2.khoan-1.diem-a", DEEP),
        ("Chuyển nhượng một phần hoặc toàn bộ phần vốn góp.", "dieu-3", ""),
        ("Thông tư gồm hai (2) phụ lục, bốn phụ lục.", "dieu-3", ""),
        ("PHỤ LỤC I CÁC MẪU", "dieu-3", ""),
    ],
)
def test_a_document_leads_to_its_own_clauses_where_it_has_them(
    text: str, clause: str, wanted: str, register: Register
) -> None:
    found = told(meant(register, text, "host", clause))
    assert {id for id, _ in found} <= {"host"}
    assert " ".join(places for _, places in found) == wanted


def test_outside_documents_a_place_without_a_document_is_none(register: Register) -> None:
    assert meant(register, "Theo Điều 3 và khoản 1 Điều này.") == []


def test_this_in_a_document_never_means_another(register: Register) -> None:
    text = "Theo Luật Nuôi gió. Điều 1 Luật này, Điều 1 Nghị định này, Điều 1 Thông tư này."
    assert told(meant(register, text, "host")) == [("gio", ""), ("host", "dieu-1")]


def test_quoted_new_wording_speaks_of_the_amended_document() -> None:
    amended = law("cu", "Cũ kỹ", "41/2010/QH12", "2010-01-01", anchors=ANCHORS)
    amending = law(
        "sua", "Sửa nhiều luật", "42/2020/QH14", "2020-01-01", anchors=("dieu-1", "dieu-2")
    )
    register = Register(marked.types(), (amended, amending))
    text = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Cũ kỹ số 41/2010/QH12\n\n"
        "1. Sửa đổi khoản 2 Điều 1 như sau:\n\n"
        "“2. Theo Điều 3 của Luật này và khoản 1 Điều này.”\n\n"
        "2. Chính phủ quy định chi tiết Điều 1 của Luật này."
    )
    assert told(meant(register, text, "sua", "dieu-1")) == [
        ("cu", ""),
        ("cu", "dieu-1.khoan-2"),
        ("cu", "dieu-3"),
        ("sua", "dieu-1"),
    ]


def test_a_consolidated_text_and_an_attached_one_speak_of_themselves() -> None:
    whole = Known("hn", "khac", "Luật Nuôi gió", "17/VBHN-VPQH", anchors=("dieu-5",))
    decision = Known("qd", "quyet-dinh", "Ban hành Quy chế nuôi gió", anchors=("dieu-5",))
    register = Register(marked.types(), (whole, decision))
    assert told(meant(register, "Theo Điều 5 của Luật này.", "hn")) == [("hn", "dieu-5")]
    assert told(meant(register, "Theo Điều 5 Quy chế này, Điều 5 Luật này.", "qd")) == [
        ("qd", "dieu-5")
    ]


@pytest.mark.parametrize(
    "text, wanted",
    [
        (
            "Điều 5, khoản 2 và Điều 6, khoản 1, Nghị định số 52/2022/NĐ-CP",
            "dieu-5.khoan-2 dieu-6.khoan-1",
        ),
        (
            "Nghị định số 52/2022/NĐ-CP (Điều 5 khoản 2; Điều 6 khoản 1)",
            "dieu-5.khoan-2 dieu-6.khoan-1",
        ),
        ("Nghị định số 52/2022/NĐ-CP quy định tại khoản 2 Điều 5", "dieu-5.khoan-2"),
        ("khoản 2 Điều 5 thuộc Nghị định số 52/2022/NĐ-CP", "dieu-5.khoan-2"),
        ("Điều 24 và Phụ lục kèm theo Nghị định 52/2022/NĐ-CP", "dieu-24 phu-luc"),
        ("Phụ lục IV ban hành kèm Nghị định số 52/2022/NĐ-CP", "phu-luc-iv"),
        ("các điều từ Điều 33 đến Điều 46 Nghị định số 52/2022/NĐ-CP", "dieu-33"),
        ("các Phụ lục của Nghị định số 52/2022/NĐ-CP", ""),
        ("Điều 7 và tên Điều 9 của Nghị định số 52/2022/NĐ-CP", "dieu-7 dieu-9"),
        (
            "khoản 2 Điều 7, đoạn mở đầu khoản 1 Điều 8 Nghị định số 52/2022/NĐ-CP",
            "dieu-7.khoan-2 dieu-8.khoan-1",
        ),
        (
            "Chương IV, Mục 2 Chương V và Điều 30 Nghị định số 52/2022/NĐ-CP",
            "chuong-iv chuong-v.muc-2 dieu-30",
        ),
        ("Chương III Phần thứ hai Nghị định số 52/2022/NĐ-CP", "phan-2.chuong-iii"),
        ("Phần II, Chương III, Mục 2 Nghị định số 52/2022/NĐ-CP", "phan-ii.chuong-iii.muc-2"),
        ("Nghị định số 52/2022/NĐ-CP,\nĐiều 1.\nTên gọi", ""),
        ("Nghị định số 52/2022/NĐ-CP tại Điều 9;\nc) Việc khác", "dieu-9"),
        ("phụ lục kèm theo Nghị định số 52/2022/NĐ-CP", "phu-luc"),
    ],
)
def test_places_are_told_large_to_small_in_brackets_and_behind(
    text: str, wanted: str, register: Register
) -> None:
    assert told(meant(register, f"Theo {text}.")) == [("nd", wanted)]


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("các Quy định số 21, 67 và 350-QĐ/TW", ["21-QĐ/TW", "67-QĐ/TW", "350-QĐ/TW"]),
        ("số 21-QĐ/TW, số 67 và số 350-QĐ/TW", ["21-QĐ/TW", "67-QĐ/TW", "350-QĐ/TW"]),
        ("các Quyết định số 12, 13/QĐ-TTg", ["12/QĐ-TTg", "13/QĐ-TTg"]),
        (
            "các Nghị định số 50, 51 và 52/2022/NĐ-CP",
            ["50/2022/NĐ-CP", "51/2022/NĐ-CP", "52/2022/NĐ-CP"],
        ),
        ("Quy định số 21-QĐ/TW và 67 trường, Điều 5, 6 và 350-QĐ/TW", ["21-QĐ/TW", "350-QĐ/TW"]),
    ],
)
def test_numbers_share_their_type_and_marks(
    text: str, wanted: list[str], register: Register
) -> None:
    found = register.recogniser.read(f"Theo {text}.")
    assert [one.number.text for one in found if one.number] == wanted


@pytest.mark.parametrize(
    "text, words",
    [
        ("Luật Nuôi mưa và Nghịđịnh số 52/2022/NĐ-CP", "Nghịđịnh số 52/2022/NĐ-CP"),
        ("Luật Nuôi mưa và Nghị địnhsố 52/2022/NĐ-CP", "Nghị địnhsố 52/2022/NĐ-CP"),
        ("Luật Nuôi mưa và Sắc lệnh số 52/2022/NĐ-CP", "số 52/2022/NĐ-CP"),
        ("Luật sửa đổi, bổ sung Luật Nuôi gió số 61/2017/QH14", "Luật Nuôi gió số 61/2017/QH14"),
        (
            "khoản 3 Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Nuôi gió số 61/2017/QH14",
            "Luật Nuôi gió số 61/2017/QH14",
        ),
        (
            "khoản 3 Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Nuôi gió số 12/2023/QH15",
            "khoản 3 Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Nuôi gió số 12/2023/QH15",
        ),
        ("hướng dẫn Nghị định số 52/2022/NĐ-CP", "Nghị định số 52/2022/NĐ-CP"),
        (
            "theo quy định của Luật Nuôi gió số 61/2017/QH14",
            "Luật Nuôi gió số 61/2017/QH14",
        ),
    ],
)
def test_the_words_of_a_link_are_those_that_name_the_document(
    text: str, words: str, register: Register
) -> None:
    (one,) = (one for one in meant(register, text) if one.document)
    assert text[one.citation.start : one.citation.end] == words


def test_a_serial_means_what_the_text_named_above(register: Register) -> None:
    text = "Nghị định 08/2015 của Chính phủ. Nghị định số 08/2019/NĐ-CP; Nghị định số 08 nêu trên."
    assert told(meant(register, text)) == [("nd-08", "")]
    again = "Theo Nghị định số 08/2015/NĐ-CP, Nghị định số 08 nêu trên."
    assert told(meant(register, again)) == [("nd-08", ""), ("nd-08", "")]
    assert told(meant(register, "Theo Nghị định số 08 nêu trên.")) == []


@pytest.mark.parametrize(
    "text, is_meant",
    [
        ("Nghị quyết số 37-NQ/TW Hội nghị lần thứ sáu khóa XIII", True),
        ("Nghị quyết số 37-NQ/TW Hội nghị lần thứ bảy khóa XII", False),
        ("Nghị quyết số 37-NQ/TW ngày 21/5/2018", False),
        (
            "Nghị quyết số 37-NQ/TW của Ban Chấp hành Trung ương về cải cách tiền lương của gió",
            False,
        ),
        ("Nghị quyết số 37-NQ/TW về nhà nước của những đám mây", True),
        ("Nghị quyết số 37-NQ/TW", True),
    ],
)
def test_of_one_number_in_several_terms_day_term_and_title_decide(
    text: str, is_meant: bool, register: Register
) -> None:
    found = meant(register, f"Theo {text}.")
    assert bool(told(found)) == is_meant
    assert is_meant or found[0].is_unknown or found[0].several


def test_nobody_cites_a_number_of_the_centre_that_is_not_there_yet() -> None:
    early = Known("som", "huong-dan", "X", None, PartialDate.read("2019-01-01"))
    later = next(one for one in LIBRARY if one.id == "nq-37")
    register = Register(marked.types(), (early, later))
    assert told(meant(register, "Theo Nghị quyết số 37-NQ/TW.", "som")) == []


@pytest.mark.parametrize(
    "number",
    [
        *("201-CP", "117-HĐBT", "26/CP", "299-TTg", "18-L/CTN", "33-LCT/HĐNN8", "9-SL"),
        *("12-HD/BTCTƯ", "12-HD/BTC TW", "7/2015/TTLT-BMAY-BGIO-BMUA-BNANG", "07/VBHN-VPQH"),
    ],
)
def test_what_a_field_takes_for_a_number_sentences_are_read_by(number: str) -> None:
    read = numbers.read(number)
    assert read
    (found,) = marked.recogniser().read(f"Theo Nghị định số {number}.")
    assert found.number
    assert found.number.key == read.key


def test_marks_of_a_folder_are_judged(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "van-ban.yml").write_text(
        "- {ma: gio, loai: luat, ten: Nuôi gió, so: 61/2017/QH14, ngay: 2017-06-17}\n"
        "- {ma: nha, loai: thong-tu, ten: X, ngay: 2020-01-01}\n",
        encoding="utf-8",
    )
    (tmp_path / "cau.txt").write_text(
        "[nha] Theo ⟦Điều 2 Luật Nuôi gió → gio # dieu-2⟧"
        " và ⟦khoản 1 Điều này → đây # dieu.khoan-1⟧.\n"
        "[nha] Theo ⟦Điều 2 Luật Nuôi gió → gio # dieu-3⟧ và Luật Nuôi gió.\n",
        encoding="utf-8",
    )
    said = judged.report(tmp_path).splitlines()
    assert said[-4] == "2 câu"
    assert said[-3].startswith("liên kết: đúng 0.667 [")
    assert said[-2].startswith("điều khoản: đúng 0.500 [")
    assert said[-1].startswith("chỗ của mình: đúng 1.000 [")
    assert "cau.txt:2: thừa 'Luật Nuôi gió' → gio []" in said


@pytest.mark.parametrize(
    "sign",
    [
        "[Điều này ",
        "11-QĐ/TW về ",
        "Sửa đổi Điều 5 như sau: “",
        "(Điều 1",
        "Luật số 1/2020/QH14 sửa ",
    ],
)
def test_reading_a_documents_own_text_grows_no_faster_than_it(
    sign: str, register: Register
) -> None:
    def cost(length: int) -> float:
        text, best = sign * (length // len(sign)), 9.0
        for _ in range(2):
            begun = process_time()
            list(Reading(register, "host").read(text, lambda _: "dieu-2", places=True))
            best = min(best, process_time() - begun)
        return best

    # Eight times the text: about eight times the work; quadratic work would be sixty-four times.
    assert cost(80_000) < 24 * max(cost(10_000), 0.001)
