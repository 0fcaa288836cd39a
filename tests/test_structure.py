"""The clauses of a text, row by row: ids, depths, rows that only go on, what is odd."""

from __future__ import annotations

import pytest

from portal.clauses.labels import bare
from portal.clauses.reader import Row, Structure, read

Clause = tuple[str, int] | None


def structure(*texts: str) -> Structure:
    return read([Row(text, f"dòng {number}") for number, text in enumerate(texts, 1)])


def clauses(*texts: str) -> list[Clause]:
    return [(one.id, one.level) if one else None for one in structure(*texts).found]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (
            ("Điều 1. A", "1. b", "a) c", "- d", "chữ", "Điều 2. E"),
            [
                ("dieu-1", 0),
                ("dieu-1.khoan-1", 1),
                ("dieu-1.khoan-1.diem-a", 2),
                ("dieu-1.khoan-1.diem-a.gach-1", 3),
                None,
                ("dieu-2", 0),
            ],
        ),
        (
            ("I. A", "1. B", "1.1. C", "1.2. D", "2. E"),
            [("muc-i", 0), ("muc-i.1", 1), ("muc-i.1.1", 2), ("muc-i.1.2", 2), ("muc-i.2", 1)],
        ),
        (
            ("Điều 1. A", "1. B", "1. C"),
            [("dieu-1", 0), ("dieu-1.khoan-1", 1), ("dieu-1.khoan-1-lan-2", 1)],
        ),
    ],
)
def test_a_clause_stands_in_the_nearest_wider_one(
    texts: tuple[str, ...], wanted: list[Clause]
) -> None:
    assert clauses(*texts) == wanted


def test_rows_that_are_no_clause_are_as_deep_as_the_one_they_stand_in() -> None:
    assert structure("Điều 1. A", "1. b", "chữ", "Điều 2. C", "chữ").levels == [0, 1, 2, 0, 1]


@pytest.mark.parametrize("first", ["Chương I", "Điều 7. B"])
def test_behind_the_foot_of_a_text_another_begins_with_whatever_number(first: str) -> None:
    told = clauses("Điều 1. A", "Nơi nhận:", "- Ban A;", first)
    assert told[1:3] == [None, None], "a dash in the foot is no clause"
    assert told[3] in [("kem-theo.chuong-i", 0), ("kem-theo.dieu-7", 0)]


def test_a_first_article_once_more_begins_an_attached_text_but_not_in_an_annex() -> None:
    again = clauses("Điều 1. A", "Điều 1. B", "Điều 2. C", "Điều 1. D")
    assert [one and one[0] for one in again[1:]] == [
        "kem-theo.dieu-1",
        "kem-theo.dieu-2",
        "kem-theo-2.dieu-1",
    ]
    assert clauses("Điều 1. A", "Phụ lục I", "Điều 1. B")[1:] == [
        ("phu-luc-i", 0),
        ("phu-luc-i.dieu-1", 1),
    ]


def test_numbers_that_do_not_follow_are_told_the_first_few_one_by_one() -> None:
    told = structure("Điều 1. A", *(f"{number}. b" for number in (2, 4, 6, 8, 10))).doubts
    assert told == [
        "dòng 2: «2.» không bắt đầu từ 1, xem lại bản gốc.",
        "dòng 3: «4.» thiếu 3, xem lại bản gốc.",
        "dòng 4: «6.» thiếu 5, xem lại bản gốc.",
        "và 2 chỗ nữa như vậy.",
    ]
    assert structure("Điều 1. A", "1. b", "2. c").doubts == []
    assert structure("Điều 1. A", "1. b", "1. c").doubts == ["dòng 3: «1.» trùng với dòng 2."]


def test_a_row_that_a_copy_broke_off_only_goes_on() -> None:
    half = structure("Điều 1. A", "phát triển kinh tế", "- xã hội")
    assert (half.goes_on, half.found[2]) == ([False, False, True], None)
    cited = structure("Điều 1. A", "theo quy định tại khoản 2", "Điều 5.", "Điều 2.")
    assert cited.goes_on == [False, False, True, False]
    assert cited.found[3]
    next_one = structure("Điều 4. A", "theo quy định tại khoản 2", "Điều 5.")
    assert next_one.goes_on == [False, False, False], "the number that is expected is a heading"


@pytest.mark.parametrize(("letters", "title"), [(250, 0), (251, 1)])
def test_a_title_in_capitals_is_found_above_a_subject_of_some_length(
    letters: int, title: int
) -> None:
    with_it = "(Ban hành kèm theo Quyết định số 1)"
    told = structure("QUY CHẾ LÀM VIỆC", "x" * letters, with_it, "Điều 1. A")
    assert told.titles == {title: 0}
    assert told.found[3]
    assert told.found[3].id == "kem-theo.dieu-1"


DOUBTS: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "articles that are left out": (("Điều 1. A", "Điều 5. B", "1. c"), []),
    "letters that are left out": (("Điều 1. A", "a) b", "d) c"), []),
    "a number with a letter": (("Điều 1. A", "1. b", "1a. c", "2. d"), []),
    "one left out": (("Điều 1. A", "1. b", "3. c"), ["dòng 3: «3.» thiếu 2, xem lại bản gốc."]),
    "numbers that go back": (("I. A", "1. b", "2. c", "II. D", "1. e"), []),
    "deep numbers": (
        ("I. A", "1. B", "1.1. c", "1.3. d", "2. E", "2.2. f"),
        [
            "dòng 4: «1.3.» thiếu 2, xem lại bản gốc.",
            "dòng 6: «2.2.» không bắt đầu từ 1, xem lại bản gốc.",
        ],
    ),
    "what is new wording": (("Điều 1. Sửa:", "“Điều 5. A", "3. b”"), []),
    "twice before what is left out": (
        ("Điều 1. A", "1. b", "1. c", "3. d"),
        ["dòng 3: «1.» trùng với dòng 2.", "dòng 4: «3.» thiếu 2, xem lại bản gốc."],
    ),
}


@pytest.mark.parametrize(("texts", "doubts"), DOUBTS.values(), ids=DOUBTS)
def test_only_numbers_in_figures_of_the_text_itself_are_doubted(
    texts: tuple[str, ...], doubts: list[str]
) -> None:
    assert structure(*texts).doubts == doubts


IDS: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "three of one number": (
        ("Điều 1. A", "1. b", "1. c", "1. d"),
        ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1-lan-2", "dieu-1.khoan-1-lan-3"],
    ),
    "a scanner's l for one": (
        ("Điều 1. A", "l. b", "2. c"),
        ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2"],
    ),
    "an l behind k": (
        ("Điều 1. A", "1. b", "k) c", "l) d"),
        ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1.diem-k", "dieu-1.khoan-1.diem-l"],
    ),
    "a bracket below a point": (
        ("Điều 1. A", "1. b", "a) c", "1) d", "2. e"),
        [
            *("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1.diem-a"),
            *("dieu-1.khoan-1.diem-a.tiet-1", "dieu-1.khoan-2"),
        ],
    ),
    "a bracket without a point above": (
        ("Điều 1. A", "1) b", "2) c"),
        ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2"],
    ),
    "a bracket below points that stand in no number": (
        ("Điều 1. A", "a) b", "1) c"),
        ["dieu-1", "dieu-1.diem-a", "dieu-1.khoan-1"],
    ),
    "brackets above points": (
        ("Điều 1. A", "1) b", "a) c", "2) d"),
        ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1.diem-a", "dieu-1.khoan-2"],
    ),
    "deep numbers in an article": (
        ("Điều 3. A", "3.1. b", "3.2. c"),
        ["dieu-3", "dieu-3.khoan-1", "dieu-3.khoan-2"],
    ),
    "a section beside roman numbers": (
        ("Chương I", "I. A", "Mục 1. B", "Tiểu mục 1. C", "Điều 1. D"),
        ["chuong-i", "chuong-i.muc-i", "chuong-i.muc-1", "chuong-i.muc-1.tieu-muc-1", "dieu-1"],
    ),
    "an annex without a number": (
        ("Điều 1. A", "PHỤ LỤC", "I. B"),
        ["dieu-1", "phu-luc", "phu-luc.muc-i"],
    ),
    "dashes counted anew in each clause": (
        ("I. A", "- b", "+ c", "- d", "+ e", "II. F", "- g"),
        [
            *("muc-i", "muc-i.gach-1", "muc-i.gach-1.cong-1", "muc-i.gach-2"),
            *("muc-i.gach-2.cong-1", "muc-ii", "muc-ii.gach-1"),
        ],
    ),
    "an article without its dot": (
        ("Điều 5. A", "Điều 6 Tên", "Điều 8 Tên"),
        ["dieu-5", "dieu-6"],
    ),
    "an article of a law that is named": (("Điều 5. A", "Điều 6 Luật này"), ["dieu-5"]),
    "points with đ": (
        ("Điều 1. A", "d) b", "đ) c", "Điều 2đ. D"),
        ["dieu-1", "dieu-1.diem-d", "dieu-1.diem-dd", "dieu-2dd"],
    ),
}


@pytest.mark.parametrize(("texts", "ids"), IDS.values(), ids=IDS)
def test_each_clause_is_called_by_its_units_and_where_it_stands(
    texts: tuple[str, ...], ids: list[str]
) -> None:
    assert [one[0] for one in clauses(*texts) if one] == ids


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *(("**1.** b", "1. b"), ("__1.__ b", "1. b"), ("**1.** __b__", "1. b"), (" a ", "a")),
        *((" **1. b** ", "1. b"), ("a_b *c*", "a_b *c*"), ("", "")),
    ],
)
def test_a_row_is_read_without_the_signs_of_bold_letters(text: str, told: str) -> None:
    assert bare(text) == told
