"""How one number or day slips into another, at its edges; and the cases that are no slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.citations import slips
from portal.citations.numbers import Number, read
from portal.dates import PartialDate

FIGURES = st.text(alphabet="0123", min_size=1, max_size=6)


@given(FIGURES, FIGURES)
def test_a_slip_is_told_alike_from_either_side_and_none_of_equals(one: str, other: str) -> None:
    assert slips.digits(one, other) == slips.digits(other, one)
    assert (slips.digits(one, other) == "") is (one == other)


@given(FIGURES, st.integers(0, 5), st.sampled_from("456"))
def test_one_wrong_missing_or_added_figure_is_a_slip_wherever_it_stands(
    figures: str, place: int, new: str
) -> None:
    at = place % len(figures)
    assert slips.digits(figures, figures[:at] + new + figures[at + 1 :]) == "khác một chữ số"
    more = figures[:at] + new + figures[at:]
    assert slips.digits(figures, more) == "thừa hoặc thiếu một chữ số"
    assert slips.digits(figures, f"{more}9") is None, "two too many"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        *(("12", "21", "đảo hai chữ số"), ("1234", "4231", "đảo hai chữ số")),
        *(("123", "231", None), ("12", "34", None), ("1234", "2143", None), ("12", "13", "khác")),
        *(("9", "10", None), ("100", "99", None), ("12", "1", "thừa"), ("211", "12", None)),
    ],
)
def test_figures_change_places_by_two_only(one: str, other: str, told: str | None) -> None:
    said = slips.digits(one, other)
    assert (said is None) is (told is None)
    assert (said or "").startswith(told or "")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("2021-05-19", "2021-05-19", ""),
        ("2021-05-19", "2021-05", ""),
        ("2021-05-19", "2021", ""),
        ("trước 2021-05-19", "2023-01-01", ""),
        ("2023-01-01", "trước 2021-05-19", ""),
        ("2021-05-19", "2022-05-19", "khác năm"),
        ("2021-05-19", "2020-05-19", "khác năm"),
        ("2019-05-19", "2020-05-19", "khác năm"),
        ("2021-05-19", "2012-05-19", "khác năm"),
        ("2021-05-19", "2011-05-19", "khác năm"),
        ("2021-05-19", "2010-05-19", None),
        ("2021-05-09", "2021-09-05", "đảo ngày và tháng"),
        ("2021-05-09", "2021-09-06", None),
        ("2021-05-09", "2022-09-05", None),
        ("2021-05-19", "2021-06-19", "khác tháng"),
        ("2021-05-19", "2021-12-19", None),
        ("2021-05-19", "2021-05-18", "khác ngày"),
        ("2021-05-12", "2021-05-21", "khác ngày"),
        ("2021-05-01", "2021-05-10", "khác ngày"),
        ("2021-05-19", "2021-05-20", None),
        ("2021-05", "2021-06", None),
        ("2021-05-19", "2021-06", None),
        ("2021-05-19", "2022-06-19", None),
    ],
)
def test_a_day_slips_by_one_part_or_with_its_month(one: str, other: str, told: str | None) -> None:
    first, second = PartialDate.read(one), PartialDate.read(other)
    assert slips.dates(first, second) == told
    assert slips.dates(second, first) == told


def number(text: str) -> Number:
    made = read(text)
    assert made
    return made


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("380-KH/HVBIA", "380-KH/HVBIA", ""),
        ("380-KH/HVBIA", "381-KH/HVBIA", "số khác một chữ số"),
        ("380-KH/HVBIA", "830-KH/HVBIA", "số đảo hai chữ số"),
        ("380-KH/HVBIA", "38-KH/HVBIA", "số thừa hoặc thiếu một chữ số"),
        ("380-KH/HVBIA", "419-KH/HVBIA", None),
        ("380-KH/HVBIA", "380-QĐ/HVBIA", None),
        ("12/2021/NĐ-BIA", "12/2022/NĐ-BIA", "khác năm trong số"),
        ("12/2021/NĐ-BIA", "13/2022/NĐ-BIA", None),
        ("12/2021/NĐ-BIA", "12/1999/NĐ-BIA", None),
        ("12/2021/NĐ-BIA", "12/NĐ-BIA", None),
    ],
)
def test_a_number_slips_in_its_serial_or_its_year_not_in_both(
    one: str, other: str, told: str | None
) -> None:
    assert slips.numbers(number(one), number(other)) == told
    assert slips.numbers(number(other), number(one)) == told
