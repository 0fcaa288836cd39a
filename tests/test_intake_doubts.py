"""Whose name a head tells, and which lines of a scan may be misread. Everything is made up."""

from __future__ import annotations

from datetime import date

import pytest
from test_intake import Sheet, beside, docx, p
from test_intake import seen as seen_rows

from bench.intake.score import LETTER, NAMES, TYPES
from portal.intake import doubtful, seeing, word
from portal.intake.division import Reading, documents
from portal.intake.fields import Fields, Sure
from portal.intake.pages import Line, is_dirt

DAY = date(2026, 3, 5)
RIGHT = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Mây Hạ, ngày 03 tháng 4 năm 2024")
BODY = p("QUYẾT ĐỊNH") + p("Về việc thả diều ở làng") + p("Điều 1. Vui") + p("Điều 2. Vui nữa")


def head(*lines: str) -> Fields:
    left = "".join(p(line) for line in (*lines, "Số: 7/QĐ-BIA"))
    raw = docx(beside(left, RIGHT) + BODY)
    return documents(word.read(raw), Reading(TYPES, LETTER, NAMES, DAY))[0].fields


@pytest.mark.parametrize(
    ("lines", "superior", "issuer"),
    [
        (("BỘ NỘI VỤ", "———", "HỌC VIỆN CHÈO"), "Bộ Nội vụ", "Học viện Chèo"),
        (("BỘ NỘI VỤ ——— HỌC VIỆN CHÈO THUYỀN",), "Bộ Nội vụ", "Học viện Chèo thuyền"),
        (("BỘ NỘI VỤ HỌC VIỆN CHÈO THUYỀN",), "Bộ Nội vụ", "Học viện Chèo thuyền"),
        (
            ("TỈNH ỦY MÂY HẠ TRƯỜNG CHÍNH TRỊ",),
            "Tỉnh ủy Mây Hạ",
            "Trường Chính trị tỉnh Mây Hạ",
        ),
        (
            ("UBND TỈNH MÂY HẠ", "TRƯỜNG CHÍNH TRỊ TỈNH"),
            "UBND tỉnh Mây Hạ",
            "Trường Chính trị tỉnh Mây Hạ",
        ),
        (
            ("THÀNH ỦY MÂY HẠ", "TRƯỜNG CHÍNH TRỊ"),
            "Thành ủy Mây Hạ",
            "Trường Chính trị thành phố Mây Hạ",
        ),
        (
            ("TỈNH ỦY MÂY HẠ BAN TUYÊN GIÁO",),
            "Tỉnh ủy Mây Hạ",
            "Ban Tuyên giáo Tỉnh ủy Mây Hạ",
        ),
        (("HỌC VIỆN CTQG HỒ CHÍ MINH", "HỌC VIỆN KHU VỰC V"), None, "Học viện Khu vực V"),
    ],
)
def test_two_bodies_are_two_however_their_lines_are_broken(
    lines: tuple[str, ...], superior: str | None, issuer: str
) -> None:
    fields = head(*lines)
    assert fields.issuer and fields.issuer.value == issuer
    assert superior is None or (fields.superior.value if fields.superior else "") == superior


def test_a_name_that_the_body_above_completed_is_to_be_looked_at() -> None:
    issuer = head("TỈNH ỦY MÂY HẠ", "TRƯỜNG CHÍNH TRỊ").issuer
    assert issuer and issuer.sure is Sure.LIKELY and "cấp trên" in issuer.why


@pytest.mark.parametrize(
    "name",
    [
        "ĐẢNG ỦY TRƯỜNG CHÍNH TRỊ",
        "ĐẢNG BỘ HỌC VIỆN CHÈO",
        "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH MÂY HẠ",
        "VĂN PHÒNG TỈNH ỦY MÂY HẠ",
        "ỦY BAN NHÂN DÂN TỈNH MÂY HẠ",
        "BỘ TRƯỞNG BỘ NỘI VỤ",
        "TỈNH ỦY MÂY HẠ BAN THƯỜNG VỤ",
        "TRƯỜNG ĐẠI HỌC KHOA HỌC DIỀU SÁO",
    ],
)
def test_a_name_that_holds_another_body_stays_one(name: str) -> None:
    fields = head(name)
    assert fields.issuer and fields.issuer.value.lower() == name.lower()
    assert fields.superior is None


# Scans


def line(text: str, sure: float = 95, at: int = 1, page: int = 1) -> Line:
    return Line(f"trang {page}, dòng {at}", text, page, seen=True, sure=sure)


@pytest.mark.parametrize("text", ["Ẵ", "ẽẻ", "TT", "s", "=", '"', "\\_"])
def test_a_letter_or_two_that_count_nothing_are_dirt(text: str) -> None:
    assert is_dirt(text)


@pytest.mark.parametrize("text", ["II", "I.", "5.", "12", "a)", "đ)", "Bịa", "V/v bịa", "3/4"])
def test_numbers_and_labels_alone_on_a_line_are_none(text: str) -> None:
    assert not is_dirt(text)


@pytest.mark.parametrize(
    "one",
    [
        line("¬ Về việc thả diều"),
        line("thả diều ở rlàng"),
        line("Giám đốc ban hành", sure=41),
        line("Căn cứ Quyết định 11/0: -BIA; ngày_02"),
    ],
)
def test_what_may_be_misread_is_told(one: Line) -> None:
    assert doubtful.is_doubtful(one)


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Bịa ngày 01 tháng 01 năm 2025;",
        "1. Khoản thứ nhất nói điều bịa đầu tiên (kèm theo).",
        "Số: 45/QĐ-HVHCB",
        "a) Điểm a: 12,5% và 3°C;",
    ],
)
def test_a_clean_line_is_not(text: str) -> None:
    assert not doubtful.is_doubtful(line(text))


def test_lines_are_told_page_by_page_and_a_bad_scan_is_told_first() -> None:
    good = [line("Một dòng sạch.", at=at) for at in range(1, 9)]
    bad = [line("xxưr ¬ dòng", at=20), line("thẳ ¡ diều", at=3, page=2)]
    told = list(doubtful.told([*good, *bad]))
    assert [one.split(":")[0] for one in told] == ["trang 1, dòng 20", "trang 2, dòng 3"]
    told = list(doubtful.told([*good[:3], *bad]))
    assert "2 trong 5 dòng có thể đọc sai" in told[0] and len(told) == 3


def test_how_surely_a_line_was_seen_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    seen_rows(monkeypatch, "Việc@200,90 một@270,30")
    (found,) = seeing.lines(Sheet(), 1)
    assert found.sure == 60
