"""The clauses of a text, row by row: ids, depths, rows that only go on, what is odd."""

from __future__ import annotations

import pytest

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
