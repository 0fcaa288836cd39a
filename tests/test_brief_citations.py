"""Citations as papers, offices and pasted pages write them: short, by letters, a sign lost.

Every document, number and day here is made up; only the ways of writing are those of real texts.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from bench import judged, marked
from portal.citations import numbers
from portal.citations.known import Known
from portal.citations.reading import Reading
from portal.citations.register import Register
from portal.dates import PartialDate

OF_TYPES = (
    ("blgt", "bo-luat", "Giao thông mây", "95/2019/QH14", "2019-06-10"),
    ("hd-2003", "luat", "Bầu Hội đồng nhân dân và Ủy ban nhân dân", "13/2003/QH11", "2003-11-10"),
    ("xlvp", "luat", "Xử lý vi phạm hành chính trên mây", "25/2012/QH13", "2012-06-10"),
    ("nhap", "luat", "Cấp phép nuôi nhạn", "26/2012/QH13", "2012-06-10"),
    ("nhan", "luat", "Cân phân nhãn nhục", "27/2012/QH13", "2012-06-10"),
    ("hp-1992", "hien-phap", "nước Cộng hòa xã hội chủ nghĩa Việt Nam", "", "1992-04-15"),
    ("hp-2013", "hien-phap", "nước Cộng hòa xã hội chủ nghĩa Việt Nam", "", "2013-11-28"),
    ("nd", "nghi-dinh", "Về tưới mây", "152/2022/NĐ-CP", "2022-07-24"),
    ("nq", "nghi-quyet", "Về mây thử", "77.1/2026/NQ-CP", "2026-05-04"),
    ("kl", "ket-luan", "Về tiếp tục nuôi mây", "76-KL/TW", "2019-08-23"),
    ("qdi", "quy-dinh", "Về gió", "06-QĐi/TW", "2018-09-08"),
    ("qd", "quy-dinh", "Về mưa", "79-QĐ/TW", "2022-07-16"),
    ("cu", "quyet-dinh", "Về nắng", "41-QĐ/TW", "1997-10-11"),
    ("doan", "quyet-dinh", "Về sương", "94-QĐ/TWHM", "2013-02-12"),
    ("truong", "quyet-dinh", "Về bão", "1371/QĐ-ĐHM&GT", "2017-11-18"),
    ("dan", "nghi-dinh", "Về mây của dân", "90/2024/NĐ-CP", "2024-09-01"),
)


def _register() -> Register:
    known = (
        Known(id, type, title, number, PartialDate.read(day), anchors=judged.Everywhere())
        for id, type, title, number, day in OF_TYPES
    )
    return Register(marked.types(), known, date(2026, 11, 29))


@pytest.fixture(scope="module", name="register")
def of_made_up_documents() -> Register:
    return _register()


def told(register: Register, text: str, host: str = "") -> list[str]:
    found = Reading(register, host).read(text, lambda _: judged.HERE, places=bool(host))
    return [
        " ".join([one.document.id, *(pin.id for pin in one.citation.pins)])
        for one in found
        if one.document
    ]


@pytest.mark.parametrize(
    "text, wanted",
    [
        # letters for the name
        ("Theo Điều 17 BLGTM năm 2019.", ["blgt dieu-17"]),
        ("Bộ luật Giao thông mây (BLGTM) năm 2019 có mười điều.", ["blgt"]),
        ("Căn cứ khoản 2 Điều 5 Luật XLVPHCTM.", ["xlvp dieu-5.khoan-2"]),
        ("Theo Luật XLVPHCTMX và BLGTX.", []),
        ("Theo Luật CPNN.", []),
        ("Căn cứ Luật Bầu HĐND và UBND ngày 10 tháng 11 năm 2003;", ["hd-2003"]),
        ("Theo Luật Xử lý VPHC trên mây.", ["xlvp"]),
        ("Theo Hiến pháp nước CHXHCN Việt Nam năm 1992.", ["hp-1992"]),
        ("NĐ 152/2022 có hiệu lực; theo khoản 3 Điều 14 của NĐ 152/2022.", None),
        ("Mỗi NĐ 152 trang, QĐ 79 chữ.", []),
        ("Luật 25/2012 và Bộ luật số 95/2019 còn hiệu lực.", ["xlvp", "blgt"]),
        ("Khoản 2 Điều 5 Luật 25/2012.", ["xlvp dieu-5.khoan-2"]),
        ("Luật 25/2013, Luật 25, luật 25/2012, Luật 2/2012.", []),
        ("Hiến pháp nước Cộnghoà xã hộichủ nghĩa Việt Nam năm 1992.", ["hp-1992"]),
        ("Hiến pháp nước Cộnghoàn xã hội chủ nghĩa Việt Nam năm 1992.", []),
        # which place stands in which
        (
            "Bãi bỏ Điều 3, khoản 2 và Điều 8 Nghị định số 152/2022/NĐ-CP.",
            ["nd dieu-3.khoan-2 dieu-8"],
        ),
        (
            "Bỏ Điều 1, Điều 3, khoản 2 hoặc Điều 8 NĐ 152/2022.",
            ["nd dieu-1 dieu-3.khoan-2 dieu-8"],
        ),
        (
            "Điều 3, khoản 2 và khoản 4 Điều 8 NĐ 152/2022.",
            ["nd dieu-3 dieu-8.khoan-2 dieu-8.khoan-4"],
        ),
        # the text that a document puts in force counts its articles anew
        (
            "Theo khoản 3 Điều 8 Quy chế nuôi mây ban hành kèm theo Nghị định số 152/2022/NĐ-CP.",
            ["nd kem-theo.dieu-8.khoan-3"],
        ),
        ("Điều 2 của Quy định về mây, kèm theo NĐ 152/2022.", ["nd kem-theo.dieu-2"]),
        ("Phụ lục I ban hành kèm theo Nghị định số 152/2022/NĐ-CP.", ["nd phu-luc-i"]),
        ("Điều 2 đã rõ. Quy chế ban hành kèm theo Nghị định số 152/2022/NĐ-CP.", ["nd"]),
        # signs that are lost, and rarer numbers
        ("Căn cứ Nghị quyết số 77.1/2026/NQ-CP ngày 04/5/2026.", ["nq"]),
        ("Quyết định số 94 QĐ/TWHM ngày 12/02/2013.", ["doan"]),
        ("Có 94 QĐ/TWHM trong tủ.", []),
        ("Điều 2 Quyết định của Bộ Chính trị số41-QĐ/TW, ngày 11-10-1997.", ["cu dieu-2"]),
        ("Quyết định số 1371/QĐ-ĐHM&GT ngày 18 tháng 11 năm 2017.", ["truong"]),
        ("Quyết định số 1371/QĐ-ĐHM&amp;GT.", ["truong"]),
        ("Quyết định số 1371/QĐ-ĐHM của trường khác.", []),
        ("Căn cứ Nghị định số 152/2022 Nghị định của Chính phủ về tưới mây.", ["nd"]),
        ("Thay cho Quy định số 06 ngày 08-9-2018 về gió.", ["qdi"]),
        ("Thay cho Quy định số 06 về gió.", ["qdi"]),
        ("Thay cho Quy định 6 về gió.", []),
        ("NĐ 152/2022 gốc; theo Điều 31 NĐ 152 - bản mới.", ["nd", "nd dieu-31"]),
        ("Theo Điều 31 NĐ 152.", []),
        ("Quy định số 79-QĐ/TW đã rõ; Điều 3 QĐ 79 nói thêm.", ["qd", "qd dieu-3"]),
        ("Quyết định số 41-QĐ/TW đã rõ; Điều 3 QĐ 41 nói thêm.", ["cu", "cu dieu-3"]),
        ("Quy định 79-QĐ/TW và Quyết định số 79-QĐ/XY; QĐ 79 nói thêm.", ["qd"]),
        ("NĐ 152/2022 (Điều 31 NĐ 152) - LƯU Ý bản gốc.", ["nd", "nd dieu-31"]),
        ("Làm theo Quy định số 06 gắn với Quy định 79.", ["qdi", "qd"]),
        ("Nghị định 152/2022NĐ-CP, Nghị định số 152/2022 NĐ-CP.", ["nd", "nd"]),
        ("Nghị định 3/2022 gốc.", []),
        ("Quy định 79 áp dụng với mọi đám mây.", ["qd"]),
        ("Quy định 79 đám mây phải tưới.", []),
        # a term that is another document's
        (
            "Kết luận số 76-KL/TW ngày 23/8/2019 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết"
            " Trung ương 5 khóa XI về nuôi mây.",
            ["kl"],
        ),
        ("Kết luận số 76-KL/TW về tiếp tục thực hiện Chỉ thị 17 khóa XI về nuôi mây.", ["kl"]),
        ("Kết luận số 76-KL/TW của Ban Chấp hành Trung ương khóa XI về nuôi mây.", []),
        # names of laws that are none, and what goes on behind a name
        ("Có các bản Hiến pháp; làm Hiến pháp và sửa đổi Hiến pháp.", []),
        ("Hôm nay thảo luận dự án Bộ luật Giao thông mây.", []),
        ("Đã rõ quyền theo Điều 60 Bộ luật Giao thông mây và cam đoan nói đúng.", ["blgt dieu-60"]),
        ("Gửi cam kết theo Điều 9 Bộ luật Giao thông mây tới cơ quan.", ["blgt dieu-9"]),
    ],
)
def test_what_is_written_short_is_read_and_what_only_looks_so_is_not(
    text: str, wanted: list[str] | None, register: Register
) -> None:
    assert told(register, text) == (["nd", "nd dieu-14.khoan-3"] if wanted is None else wanted)
    assert not wanted or register.recogniser.may_cite(text)


@pytest.mark.parametrize(
    "text, wanted",
    [
        (
            "Hành vi bị cấm tại Điều 9 và nghĩa vụ quy định tại Điều 13 của Luật Thả diều.",
            [],
        ),
        ("Làm theo Điều 9 và theo khoản 1 Điều 13 của Nghị định này.", ["dieu-9", "dieu-13"]),
        ("Luật Thả diều nêu các lỗi sau: thả đêm (Điều 11); thả trong mưa (Điều 12).", []),
        ("Các lỗi sau: thả đêm (Điều 11); thả trong mưa (Điều 12).", ["dieu-11", "dieu-12"]),
        ("NĐ 5/2021 bỏ khoản 1 Điều 14 và Điều 19.", []),
        ("Bản mới ở Điều 25 TT 6/2021: khoản 2 Điều 8 nói về mưa.", []),
        ("Điều 8 này đã sửa hai lần; Điều 25 sửa đổi Điều 8 Thông tư 6/2021.", []),
        ("(Luật sửa đổi mây mưa số 5/2021/QH15 - Điều 37a; nay đã thôi).", []),
        ("Có các việc sau: theo Điều 8; theo Điều 9.", ["dieu-8", "dieu-9"]),
        ("Chương II NHỮNG CƠN MƯA", []),
        ("Phụ lục I - Danh mục mây", []),
        ("NUÔI MÂY TRÊN ĐỒI Điều 64. Mây được nuôi trên đồi.", []),
        ('Phạt đến 7 đồng;"Điều 5. Sửa đổi một số cơn mưa.', []),
        ("Mưa] ‘‘Điều 58. Hồ sơ xin mưa", []),
        ("Chương II và Điều 5 nói về UBND TỈNH; theo Điều 6. Mây thì không.", ["dieu-5", "dieu-6"]),
        ("Như quy định tại Điều 4 BLXYZ, xem thêm Điều 7.", []),
    ],
)
def test_a_place_is_not_the_texts_own_where_its_sentence_speaks_of_another_law(
    text: str, wanted: list[str], register: Register
) -> None:
    own = " ".join(one for one in told(register, text, "dan") if one.startswith("dan "))
    assert re.findall(r"dieu-[1-9][0-9]*", own) == wanted


def test_a_place_of_another_paper_is_not_the_texts_own(register: Register) -> None:
    text = (
        "Xem Điều 5 hợp đồng, Điều 2 nội quy lớp; cử điều 1 người, có mục 3 người."
        " Theo điều 4 và mục 2 của kế hoạch; theo điều 7 thì được, Điều 6 quy định rõ."
    )
    own = " ".join(told(register, text, "dan"))
    assert re.findall(r"dieu-[1-9][0-9]*|muc-[1-9]", own) == ["dieu-7", "dieu-6"]


@pytest.mark.parametrize("told", ["77.1/2026/NQ-CP", "1371/QĐ-ĐHM&GT", "94-QĐ/TWHM", "94 QĐ/TWHM"])
def test_such_a_number_may_stand_in_a_field_too(told: str) -> None:
    assert numbers.read(told)
    assert numbers.key("94 QĐ/TWHM") == numbers.key("94-QĐ/TWHM")


def test_a_place_of_an_attached_text_that_is_not_kept_leads_to_the_document_and_is_not_lost() -> (
    None
):
    day = PartialDate.read("2022-07-24")
    own = Known("qd", "quyet-dinh", "Về mây", "52/QĐ-TTg", day, anchors=("dieu-1", "dieu-2"))
    with_it = Known(
        *("co", "quyet-dinh", "Về gió", "53/QĐ-TTg", day),
        anchors=("dieu-1", "kem-theo", "kem-theo.dieu-2"),
    )
    register = Register(marked.types(), [own, with_it])
    text = "Điều 2 Quy chế nuôi mây ban hành kèm theo Quyết định số {}/QĐ-TTg."
    (without,) = Reading(register).read(text.format(52))
    (found,) = Reading(register).read(text.format(53))
    assert (without.place(without.citation.pins[0].id), without.lost) == ("", ())
    assert (found.place(found.citation.pins[0].id), found.lost) == ("kem-theo.dieu-2", ())
