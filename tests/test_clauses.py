"""Places of a document: how they are found in its text, named, cited, kept, and what is at them."""

from __future__ import annotations

from time import perf_counter

import pytest

from portal.forms import Option
from portal.kinds.document import Document
from portal.kinds.document.citation import citation
from portal.kinds.document.clauses import cited_place, clause_name, outline, wanted_id
from portal.text import PartialDate

REGULATION = Document(
    id="11-qd-tw",
    title="Về trường chính trị chuẩn",
    number="11-QĐ/TW",
    type=Option("quy-dinh", "Quy định"),
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
            "Quy định số 11-QĐ/TW tháng 05/2021 của Ban Bí thư",
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
            like(type=Option("khac", "Văn bản khác"), number="12/X"),
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


def test_the_outline_is_what_carries_an_id_with_its_line() -> None:
    body = (
        "Mở đầu {không phải mã}\n\n## Chương I. Chung {#chuong-i}\n### Điều 1 {: #dieu-1 }\n"
        "1. Một khoản. {#dieu-1.khoan-1}\n   - Sâu hơn. {#dieu-1.khoan-1.gach-1}\n"
        "## Không mã\nĐoạn thường {#khong-tinh}\n- Hai ngoặc {a} {#dieu-1.khoan-2}"
    )
    assert [(one.id, one.label, one.level, one.line) for one in outline(body, 10)] == [
        ("chuong-i", "Chương I. Chung", 1, 12),
        ("dieu-1", "Điều 1", 2, 13),
        ("dieu-1.khoan-1", "Một khoản.", 6, 14),
        ("dieu-1.khoan-1.gach-1", "Sâu hơn.", 6, 15),
        ("dieu-1.khoan-2", "Hai ngoặc {a}", 6, 18),
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
    start = perf_counter()
    list(outline(hostile))
    assert perf_counter() - start < 0.5
