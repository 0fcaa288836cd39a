"""Partial dates: how they are read, compared, and told, everywhere in the same words."""

from __future__ import annotations

import json
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from portal import dates
from portal.dates import Bound, PartialDate
from portal.forms import Moment

GOLDEN = json.loads((Path(__file__).parent / "dates.json").read_text(encoding="utf-8"))["days"]


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
    assert dates.day(day) == told


@pytest.mark.parametrize(
    ("written", "told", "iso", "earliest", "latest"),
    [
        ("2021-05-19", "19/5/2021", "2021-05-19", date(2021, 5, 19), date(2021, 5, 19)),
        ("2024-02", "02/2024", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", "12/2024", "2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2025-Q3", "quý III/2025", "2025", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025", "2025", "2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("trước 2026-01-30", "trước 30/01/2026", "2026-01-30", date(2026, 1, 30), None),
        ("sau 2024", "sau năm 2024", "2024", date(2024, 1, 1), None),
        ("khoảng 2023-05", "khoảng tháng 5/2023", "2023-05", date(2023, 5, 1), None),
        ("đầu 2026", "đầu năm 2026", "2026", date(2026, 1, 1), None),
        ("cuối 2026-03", "cuối tháng 3/2026", "2026-03", date(2026, 3, 1), None),
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
    assert dates.iso_of(typed) == iso


DAYS = [date(2024, 1, 1) + timedelta(days=count) for count in range(1827)]
"""2024 to 2028: two leap years."""


@pytest.mark.parametrize("each", [(2, 29), (2, 28), (1, 1), (12, 31), (4, 30), (5, 19)])
@pytest.mark.parametrize(
    "begins", [DAYS[0], date(2024, 2, 29), date(2024, 3, 1), date(2025, 5, 19)]
)
def test_the_next_such_day_is_the_first_of_all_days_from_there_on(
    each: tuple[int, int], begins: date
) -> None:
    such = [day for day in DAYS if (day.month, day.day) == each and day >= begins]
    assert dates.next_of(each, begins) == such[0]


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(
    "begins", [DAYS[0], date(2024, 2, 29), date(2025, 3, 1), date(2024, 12, 31)]
)
def test_the_last_day_of_a_month_is_the_one_before_the_first_of_another(
    month: int, begins: date
) -> None:
    last = [day for day in DAYS if day.month == month and (day + timedelta(days=1)).day == 1]
    assert dates.next_of((month, -1), begins) == next(day for day in last if day >= begins)


def test_a_leap_day_is_found_over_a_century_without_one() -> None:
    assert dates.next_of((2, 29), date(1896, 3, 1)) == date(1904, 2, 29)
    with pytest.raises(AssertionError):
        dates.next_of((2, 30), date(2024, 1, 1))


KNOWN = [
    "2025",
    "2025-Q2",
    "2025-Q4",
    "2025-05",
    "2025-12",
    "2025-05-19",
    "2024-12-31",
    "2026-01-01",
]


@pytest.mark.parametrize("first", KNOWN)
@pytest.mark.parametrize("second", KNOWN)
def test_dates_may_be_one_day_just_where_some_day_is_in_both(first: str, second: str) -> None:
    one, other = PartialDate.read(first), PartialDate.read(second)
    ones, others = ({day for day in DAYS if _is_in(day, text)} for text in (first, second))
    assert one.may_be(other) is bool(ones & others)
    assert one.is_before(other) is (max(ones) < min(others))
    assert (one.earliest, one.latest) == (min(ones), max(ones))


def _is_in(day: date, text: str) -> bool:
    """By the letters of its ISO form, another way than the one that is judged."""
    year, _, rest = text.partition("-")
    if rest.startswith("Q"):
        return day.year == int(year) and (day.month + 2) // 3 == int(rest[1])
    return f"{day.isoformat()}-".startswith(f"{text}-")


@pytest.mark.parametrize(
    ("written", "day", "reached"),
    [
        ("2025-05-19", date(2025, 5, 18), False),
        ("2025-05-19", date(2025, 5, 19), True),
        ("2025-05", date(2025, 4, 30), False),
        ("2025-05", date(2025, 5, 1), None),
        ("2025-05", date(2025, 5, 30), None),
        ("2025-05", date(2025, 5, 31), True),
        ("2025", date(2025, 12, 31), True),
        ("trước 2025-05-19", date(2020, 1, 1), None),
        ("trước 2025-05-19", date(2025, 5, 19), True),
        ("sau 2025-05-19", date(2025, 5, 18), False),
        ("sau 2025-05-19", date(2025, 5, 19), None),
        ("sau 2025-05-19", date(2030, 1, 1), None),
        ("khoảng 2025-05-19", date(2025, 4, 17), False),
        ("khoảng 2025-05-19", date(2025, 4, 18), None),
        ("khoảng 2025-05-19", date(2025, 6, 18), None),
        ("khoảng 2025-05-19", date(2025, 6, 19), True),
        ("khoảng 2025", date(2024, 1, 3), None),
        ("khoảng 2025", date(2024, 1, 2), False),
        ("khoảng 2025", date(2026, 12, 29), None),
        ("khoảng 2025", date(2026, 12, 30), True),
        ("cuối 2025", date(2025, 12, 31), True),
        ("đầu 2025", date(2025, 6, 1), None),
    ],
)
def test_a_date_is_reached_on_its_last_day_and_unsure_within_it(
    written: str, day: date, reached: bool | None
) -> None:
    assert PartialDate.read(written).reached(day) is reached


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("day", [1, 9, 10, 28])
def test_every_way_to_type_a_day_is_one_day(month: int, day: int) -> None:
    iso = f"2026-{month:02d}-{day:02d}"
    for typed in (
        *(f"{day}{sign}{month}{sign}2026" for sign in "/.-"),
        *(f"2026{sign}{month}{sign}{day}" for sign in "/.-"),
        f"Ngày {day:02d} tháng {month:02d} năm 2026",
        f"  ngày {day}/{month}/2026 ",
    ):
        assert dates.iso_of(typed) == iso, typed
    for typed in (f"{month}/2026", f"tháng {month} năm 2026", f"Tháng {month:02d}-2026"):
        assert dates.iso_of(typed) == iso[:7], typed


def test_a_day_of_the_year_is_told_with_a_zero_before_small_days_and_the_first_two_months() -> None:
    told = [dates.day_and_month(month, day) for month in (2, 3) for day in (9, 10)]
    assert told == ["09/02", "10/02", "09/3", "10/3"]


# One wording


@pytest.mark.parametrize("one", GOLDEN, ids=lambda one: one["iso"])
def test_a_date_is_told_alike_by_the_portal(one: dict[str, str]) -> None:
    assert str(PartialDate.read(one["iso"])) == one["told"]


@pytest.mark.parametrize(
    ("written", "when", "named", "in_full", "point"),
    [
        ("2021-05-19", "19/5/2021", "ngày 19/5/2021", "ngày 19 tháng 5 năm 2021", "2021-05-19"),
        ("2021-02-03", "03/02/2021", "ngày 03/02/2021", "ngày 03 tháng 02 năm 2021", "2021-02-03"),
        ("2021-05", "tháng 5/2021", "tháng 5/2021", "5/2021", "2021-05"),
        ("2021", "năm 2021", "năm 2021", "2021", "2021"),
        ("2021-Q2", "quý II/2021", "quý II/2021", "quý II/2021", "2021"),
        ("trước 2021-05-19", *["trước 19/5/2021"] * 3, ""),
        ("khoảng 2021", *["khoảng năm 2021"] * 3, ""),
        ("đầu 2021", *["đầu năm 2021"] * 3, ""),
    ],
)
def test_a_sentence_tells_a_date_by_what_is_known_of_it(
    written: str, when: str, named: str, in_full: str, point: str
) -> None:
    one = PartialDate.read(written)
    assert f"{one.lead}{one}" == when
    assert (one.named, one.in_full, one.point) == (named, in_full, point)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (2021, 2025, "2021–2025"),
        (2025, 2025, "năm 2025"),
        (None, 2025, "đến năm 2025"),
        (2021, None, "từ năm 2021"),
        (None, None, ""),
    ],
)
def test_years_are_told_from_and_to(start: int | None, end: int | None, told: str) -> None:
    assert dates.years(start, end) == told


def test_a_day_of_every_year_is_told_as_any_day_is() -> None:
    assert dates.every_year("02-22") == "22/02 hằng năm"
    assert dates.every_year("02-29") == "29/02 hằng năm"
    assert dates.every_year("06-05") == "05/6 hằng năm"
    for wrong in ("02-30", "22-02", "2-2", "", "hằng năm"):
        with pytest.raises(ValueError):
            dates.of_every_year(wrong)


def test_two_days_are_told_with_a_dash_between() -> None:
    start, end = PartialDate.read("2025-02-01"), PartialDate.read("2025-03")
    assert dates.span(start, end) == "01/02/2025 – 3/2025"
    assert dates.span(start, None) == "01/02/2025"


@pytest.mark.parametrize("bound", Bound)
def test_every_bound_is_read_typed_told_and_offered(bound: Bound) -> None:
    assert str(PartialDate.read(f"{bound} 2026-03-05")) == f"{bound} 05/3/2026"
    assert dates.iso_of(f"{bound} 05/3/2026") == f"{bound} 2026-03-05"
    assert bound in Moment.how
    assert bound in Moment().schema({})["pattern"]


TOLD = """async days => {
  const { day } = await import('/shared/wording.js')
  return days.map(({ iso }) => day(iso))
}"""


def test_a_date_is_told_alike_by_the_browser(modules: Page) -> None:
    assert modules.evaluate(TOLD, GOLDEN) == [one["told"] for one in GOLDEN]
