"""Vietnamese text: folding, addresses, the alphabet, days and numbers."""

from __future__ import annotations

import json
import random
import unicodedata
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import text
from portal.text import PartialDate

PAIRS = json.loads((Path(__file__).parent / "fold.json").read_text(encoding="utf-8"))["pairs"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: ascii(pair["text"]))
def test_text_is_folded_as_the_golden_file_says(pair: dict[str, str]) -> None:
    assert (text.fold(pair["text"]), text.slug(pair["text"])) == (pair["fold"], pair["slug"])


def test_the_golden_file_holds_every_vietnamese_letter_with_a_mark() -> None:
    tones = ["", *"\u0300\u0309\u0303\u0301\u0323"]
    made = {text.nfc(vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones} | {"đ"}
    marked = {letter for letter in made if not letter.isascii()}
    both = marked | {letter.upper() for letter in marked}
    assert len(both) == 134
    assert both <= {pair["text"] for pair in PAIRS}


@given(st.text())
def test_a_slug_is_ascii_and_the_slug_of_itself(any_text: str) -> None:
    made = text.slug(any_text)
    assert made.isascii()
    assert made == text.slug(made)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(any_text: str) -> None:
    composed = unicodedata.normalize("NFC", any_text)
    decomposed = unicodedata.normalize("NFD", any_text)
    assert text.fold(composed) == text.fold(decomposed) == text.fold(any_text)


@given(st.text())
def test_folding_twice_changes_nothing(any_text: str) -> None:
    assert text.fold(text.fold(any_text)) == text.fold(any_text)


IN_ORDER = [
    "",
    "«a»",
    "2 người",
    "09 người",
    "10 người",
    "a",
    "an",
    "án",
    "Anh",
    "ăn",
    "ân",
    "ba",
    "bà",
    "bả",
    "bã",
    "bá",
    "bạ",
    "Bà Rịa - Vũng Tàu",
    "Bạc Liêu",
    "Bắc Giang",
    "Bắc Kạn",
    "Bắc Ninh",
    "Bến Tre",
    "Cà Mau",
    "Cần Thơ",
    "Đà Nẵng",
    "Đắk Lắk",
    "Điều 2",
    "Điều 9",
    "Điều 10",
    "Điều 10a",
    "Điều 11",
    "đội",
    "em",
    "êm",
    "Hà Giang",
    "Hà Nội",
    "Hải Dương",
    "ma",
    "mà",
    "m²",
    "on",
    "ôn",
    "ơn",
    "tu",
    "từ",
    "tư tưởng",
    "ưu tú",
    "vê",
    "Ω",
]


def test_words_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    shuffled = random.Random(5).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=text.sort_key) == IN_ORDER


@pytest.mark.parametrize(("first", "second"), list(pairwise(IN_ORDER)))
def test_each_word_stands_before_the_next_also_decomposed(first: str, second: str) -> None:
    apart = unicodedata.normalize("NFD", first), unicodedata.normalize("NFD", second)
    assert text.sort_key(first) < text.sort_key(second)
    assert text.sort_key(apart[0]) < text.sort_key(apart[1])


@given(st.text())
def test_any_text_can_be_sorted(any_text: str) -> None:
    assert text.sort_key(any_text) == text.sort_key(any_text)


@pytest.mark.parametrize("odd", ["5²", "²", "٣ bộ", "0" * 5000, "9" * 5000, "\u0301a"])
def test_odd_digits_and_lone_marks_can_be_sorted(odd: str) -> None:
    assert text.sort_key(odd) < text.sort_key("Ω" * 9)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2021, 5, 19), "19/5/2021"),
        (date(2021, 9, 6), "06/9/2021"),
        (date(2025, 2, 1), "01/02/2025"),
        (date(2025, 1, 31), "31/01/2025"),
        (date(2025, 12, 31), "31/12/2025"),
    ],
)
def test_a_day_is_written_as_vietnamese_documents_write_it(day: date, told: str) -> None:
    assert text.day(day) == told


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "0"),
        (55, "55"),
        (17980, "17.980"),
        (1234567, "1.234.567"),
        (Decimal("17980"), "17.980"),
        (Decimal("89.9"), "89,9"),
        (Decimal("1234.50"), "1.234,50"),
        (Decimal("1E+3"), "1.000"),
        (-5, "-5"),
    ],
)
def test_a_number_has_dots_for_thousands_and_a_comma_for_decimals(
    number: Decimal | int, told: str
) -> None:
    assert text.number(number) == told


@pytest.mark.parametrize(
    ("written", "told", "iso", "earliest", "latest"),
    [
        ("2021-05-19", "19/5/2021", "2021-05-19", date(2021, 5, 19), date(2021, 5, 19)),
        ("2024-02", "02/2024", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", "12/2024", "2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2025-Q3", "quý III/2025", "2025", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025", "2025", "2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("trước 2026-01-30", "trước 30/01/2026", "2026-01-30", date(2026, 1, 30), None),
        ("sau 2024", "sau 2024", "2024", date(2024, 1, 1), None),
        ("khoảng 2023-05", "khoảng 05/2023", "2023-05", date(2023, 5, 1), None),
        ("đầu 2026", "đầu năm 2026", "2026", date(2026, 1, 1), None),
        ("cuối 2026-03", "cuối 03/2026", "2026-03", date(2026, 3, 1), None),
        ("giữa 2026-Q1", "giữa quý I/2026", "2026", date(2026, 1, 1), None),
        ("1890-05-19", "19/5/1890", "1890-05-19", date(1890, 5, 19), None),
        (" 2026 ", "2026", "2026", date(2026, 1, 1), None),
    ],
)
def test_a_partial_date_is_read_and_told(
    written: str, told: str, iso: str, earliest: date, latest: date | None
) -> None:
    made = PartialDate.read(written)
    assert (str(made), made.iso, made.earliest) == (told, iso, earliest)
    assert latest in (None, made.latest)


def test_a_decomposed_bound_is_understood() -> None:
    apart = unicodedata.normalize("NFD", "trước 2026")
    assert PartialDate.read(apart) == PartialDate(2026, bound="trước")


@pytest.mark.parametrize(
    "wrong",
    [
        *("", "05/03/2026", "2026-3-5", "2026/03/05", "20260305", "26-03-05", "1702", "2026-"),
        *("2026-00", "2026-13", "2026-02-30", "2025-02-29", "2026-05-00", "2026-00-05"),
        *("2026-Q0", "2026-Q5", "2026-Q1-05", "2026-04-31", "hôm qua 2026", "trước", "٢٠٢٦"),
    ],
)
def test_an_impossible_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.read(wrong)


@given(st.text(alphabet="0123456789-Q/ trướcsaukhoảng", max_size=20))
def test_what_is_read_as_a_date_is_a_date(any_text: str) -> None:
    try:
        made = PartialDate.read(any_text)
    except ValueError:
        return
    assert made.earliest <= made.latest
    assert str(made)


@pytest.mark.parametrize(
    ("first", "second", "surely"),
    [
        ("2025-06-30", "2025-07-01", True),
        ("2025-07-01", "2025-07-01", False),
        ("2025", "2025-07-01", False),
        ("2024", "2025", True),
        ("2025-07-01", "2025", False),
        ("trước 2024", "2025", True),
        ("sau 2024", "2026", False),
        ("2024", "trước 2026", False),
        ("khoảng 2024", "2026", False),
    ],
)
def test_one_date_is_before_another_only_where_that_is_sure(
    first: str, second: str, surely: bool
) -> None:
    assert PartialDate.read(first).is_before(PartialDate.read(second)) is surely


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("05/03/2026", "2026-03-05"),
        ("5.3.2026", "2026-03-05"),
        ("5-3-2026", "2026-03-05"),
        ("2026/3/5", "2026-03-05"),
        ("2026-3-5", "2026-03-05"),
        ("ngày 06 tháng 9 năm 2021", "2021-09-06"),
        ("03/2026", "2026-03"),
        ("Tháng 3 năm 2026", "2026-03"),
        ("trước 30/01/2026", "trước 2026-01-30"),
        ("31/02/2026", ""),
        ("13/2026", ""),
        ("5/3/26", ""),
        ("mai", ""),
    ],
)
def test_a_day_typed_another_way_is_told_in_iso_form(typed: str, iso: str) -> None:
    assert text.iso_of(typed) == iso
