"""From which day to which a document that may be cited holds, at the very days it changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from portal.citations.known import Known
from portal.dates import PartialDate

DAY = timedelta(days=1)


def known(issued: str = "", since: str = "", until: str = "", number: str = "") -> Known:
    told = {"issued": issued, "since": since, "until": until}
    days = {name: PartialDate.read(text) if text else None for name, text in told.items()}
    return Known("thu", "quy-dinh", "Thử", number, **days)


@pytest.mark.parametrize(
    ("one", "first"),
    [
        (known(issued="2021-05-19"), date(2021, 5, 19)),
        (known(issued="2021-05-19", since="2021-07-01"), date(2021, 7, 1)),
        (known(since="2021-07"), date(2021, 7, 1)),
        (known(issued="2021"), date(2021, 1, 1)),
    ],
)
def test_a_document_has_begun_on_its_first_day_and_not_the_day_before(
    one: Known, first: date
) -> None:
    assert (one.begun(first - DAY), one.begun(first), one.begun(first + DAY)) == (False, True, True)
    assert [one.holds(first - DAY), one.holds(first)] == [False, True]


def test_a_document_holds_until_the_day_before_it_ceases() -> None:
    one, end = known(issued="2021-05-19", until="2025-07-01"), date(2025, 7, 1)
    assert [one.holds(day) for day in (end - DAY, end, end + DAY)] == [True, False, False]
    assert one.begun(end)


def test_a_document_without_days_holds_always() -> None:
    assert known().begun(date.min) and known().holds(date.max)


@pytest.mark.parametrize(
    ("one", "year"),
    [
        (known(issued="2021-05-19", number="12/2020/NĐ-BIA"), 2021),
        (known(number="12/2020/NĐ-BIA"), 2020),
        (known(number="12-QĐ/BIA"), None),
        (known(), None),
    ],
)
def test_the_year_of_a_document_is_that_of_its_day_before_that_of_its_number(
    one: Known, year: int | None
) -> None:
    assert one.year == year
