"""Duties by when they are due, on made-up days: every one in one term, none is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import tiny
from test_status import duty, library, plan
from viewing import Show, viewer

from portal.kinds.duty import Duty
from portal.library.deadlines import Term, by_deadline, quarter_of, this_quarter


def term(today: str, *given: object, **years: int) -> Term | None:
    made = library(today, plan(**years), duty(*given[:1], **given[1] if given[1:] else {}))  # type: ignore[arg-type, misc]
    found = list(by_deadline(made))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("today", "day", "expected"),
    [
        ("2026-03-05", date(2026, 3, 4), Term.OVERDUE),
        ("2026-03-05", date(2026, 3, 5), Term.QUARTER),
        ("2026-03-05", date(2026, 3, 31), Term.QUARTER),
        ("2026-03-05", date(2026, 4, 1), Term.YEAR),
        ("2026-11-30", date(2026, 12, 31), Term.QUARTER),
        ("2026-11-30", date(2027, 1, 1), Term.LATER),
    ],
)
def test_a_day_falls_into_one_term(today: str, day: date, expected: Term) -> None:
    assert term(today, "co-ngay", {"day": day}) is expected


@pytest.mark.parametrize(
    ("yearly", "before", "last"),
    [
        ("03-01", False, (3, 1)),
        ("03-01", True, (2, -1)),
        ("03-02", True, (3, 1)),
        ("01-01", True, (12, -1)),
        ("12-01", True, (11, -1)),
        ("02-29", False, (2, 29)),
        (None, True, None),
    ],
)
def test_before_the_first_of_a_month_is_the_last_day_of_the_one_before(
    yearly: str | None, before: bool, last: tuple[int, int] | None
) -> None:
    kind = duty("hang-nam", yearly="02-22").deadline
    assert kind
    assert replace(kind, yearly=yearly, before=before).each == last


def test_a_duty_without_a_day_is_standing_or_said_to_be_unstated() -> None:
    assert term("2026-03-05", "thuong-xuyen") is Term.STANDING
    assert term("2026-03-05", "khong-neu") is Term.UNSTATED
    assert term("2026-03-05", None) is Term.UNSTATED


def test_a_period_is_due_at_its_end_and_overdue_after_it() -> None:
    years = {"start": 2021, "end": 2025}
    assert term("2025-11-30", "giai-doan", years) is Term.QUARTER
    assert term("2026-01-01", "giai-doan", years) is Term.OVERDUE


def test_a_section_of_one_state_is_called_as_the_state_is_everywhere(show: Show) -> None:
    titles = {one.id: one.title for one in show("nhiem-vu/theo-thoi-han/").terms}
    assert titles["qua-han"] == "Đã qua kỳ"
    assert titles["khong-ngay"] == "Không nêu ngày, năm cụ thể"


@pytest.mark.parametrize(("month", "expected"), [(1, 1), (3, 1), (4, 2), (9, 3), (10, 4), (12, 4)])
def test_a_quarter_has_three_months(month: int, expected: int) -> None:
    assert quarter_of(date(2026, month, 1)) == expected


def test_the_next_due_comes_first() -> None:
    late, soon = (
        replace(duty("co-ngay", day=date(2026, 3, day)), id=id) for id, day in (("a", 30), ("b", 9))
    )
    made = library("2026-03-05", plan(), late, soon)
    assert [one.id for one in this_quarter(made)] == ["b", "a"]


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Show:
    return viewer(tiny.lay_out(tmp_path_factory.mktemp("han")))


def test_the_page_of_deadlines_and_the_home_page_count_the_same(show: Show) -> None:
    page, home = show("nhiem-vu/theo-thoi-han/"), show("")
    quarter = [one.duties.count for one in page.terms if one.id == Term.QUARTER]
    told = home.quarter.label.rpartition(": ")[2] if home.quarter else None
    assert told == (f"{quarter[0]} việc" if quarter else None)
    assert all(one.duties.count for one in (*page.terms, *page.topics))


def test_every_duty_that_is_still_one_stands_on_the_page_once_by_deadline(show: Show) -> None:
    page = show("nhiem-vu/theo-thoi-han/")
    listed = show(f"{Duty.KIND}/").states
    gone = ("van-ban-het", "don-vi-ket-thuc")
    still = sum(one.duties.count for one in listed if not one.id.endswith(gone))
    assert sum(one.duties.count for one in page.terms) == still > 0
