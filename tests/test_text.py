"""Vietnamese text: folding, addresses, the alphabet, days and numbers."""

from __future__ import annotations

import json
import random
import unicodedata
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import text

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
    ("name", "letter"),
    [
        *(("Ánh", "A"), ("ăn", "Ă"), ("Ấm", "Â"), ("đội", "Đ"), ("Ệ", "Ê"), ("Ốc", "Ô")),
        *(("Ờ", "Ơ"), ("ứng", "Ư"), ("«Bà»", "B"), ("  ‘ý’", "Y"), ("Ω", "Ω")),
        *(("20 năm", "0–9"), ("", "0–9"), ("…", "0–9"), ("(5a)", "0–9")),
    ],
)
def test_a_name_stands_under_its_first_letter_without_the_tone(name: str, letter: str) -> None:
    assert text.initial(name) == letter
    assert text.initial(unicodedata.normalize("NFD", name)) == letter


@pytest.mark.parametrize(
    ("value", "told"), [(21.26, "21,3"), (21.04, "21,0"), (0, "0,0"), (1234.5, "1.234,5")]
)
def test_a_measure_has_one_decimal(value: float, told: str) -> None:
    assert text.tenths(value) == told


@pytest.mark.parametrize(
    ("value", "longest", "told"),
    [
        (" a\n  b\tc ", 60, "«a b c»"),
        ("abcde", 5, "«abcde»"),
        ("abcdef", 5, "«abcde…»"),
        ("a" * 60, None, f"«{'a' * 60}»"),
        ("a" * 61, None, f"«{'a' * 60}…»"),
        ("", 5, "«»"),
    ],
)
def test_a_value_is_shown_in_one_line_and_cut_where_it_is_long(
    value: str, longest: int | None, told: str
) -> None:
    assert (text.quote(value) if longest is None else text.quote(value, longest)) == told


def test_a_capital_is_put_at_the_beginning_only() -> None:
    told = [text.upper_first(one) for one in ("đội ngũ", "HV an", "", "5a")]
    assert told == ["Đội ngũ", "HV an", "", "5a"]


@pytest.mark.parametrize("length", [text.OFTEN - 1, text.OFTEN, text.OFTEN + 1])
def test_short_and_long_texts_fold_alike(length: int) -> None:
    assert text.fold("Đ" * length) == "d" * length
    assert text.fold("A" * length) == "a" * length


@pytest.mark.parametrize(
    ("told", "wanted"),
    [("", ""), ("a", "a"), ("abc", "a, b, c"), ("abcd", "a, b, c và 1 chỗ nữa")],
)
def test_as_many_places_are_named_as_are_asked_for_and_the_rest_counted(
    told: str, wanted: str
) -> None:
    assert text.places(list(told), 3) == wanted
