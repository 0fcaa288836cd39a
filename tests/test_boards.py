"""The boards of progress: what the real facts say of the days that sources speak of, and made-up
cases of days known only in part."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import tiny
from test_status import library, listed

from portal import views
from portal.dates import PartialDate
from portal.kinds.school import Recognition, School
from portal.kinds.school.lists import Province, RecognitionState
from portal.kinds.series import Mark, Series
from portal.library import Library
from portal.library.board import Board, board, days
from portal.road import judge
from portal.views.charts.bars import SCALE, Measured, bars
from portal.views.charts.steps import steps

ROOT = Path(__file__).parent.parent
MERGED = date(2025, 7, 1)


@cache
def real() -> Library:
    return judge(ROOT, date(2026, 12, 1))[0]


def told(found: Board) -> dict[str, tuple[int, int | None]]:
    return {one.series.id: (one.mark.value, one.mark.total) for one in found.published}


# The real facts


def test_on_31_5_2022_there_were_63_schools_and_26_schemes() -> None:
    found = board(real(), date(2022, 5, 31))
    assert len(found.schools) == 63
    assert told(found)["de-an-duoc-phe-duyet"] == (26, 63)
    assert not found.recognised


def test_on_4_10_2024_sources_say_12_schools_and_63_schemes() -> None:
    found = board(real(), date(2024, 10, 4))
    assert len(found.schools) == 63
    assert told(found)["de-an-duoc-phe-duyet"] == (63, 63)
    assert told(found)["truong-dat-chuan-muc-1"] == (12, None)
    assert len(found.at_level(1)) <= 12


def test_the_day_before_the_merger_there_were_63_schools_and_then_34() -> None:
    assert len(board(real(), MERGED - timedelta(days=1)).schools) == 63
    assert len(board(real(), MERGED).schools) == 34


def test_schools_are_as_many_by_their_days_as_by_who_became_whom() -> None:
    current = [one for one in real().of(School) if one.is_current]
    merged = [one for one in current if one.predecessors]
    by_lineage = {
        True: len(current) - len(merged) + sum(len(one.predecessors) for one in merged),
        False: len(current),
    }
    for on in days(real()):
        assert len(board(real(), on).schools) == by_lineage[on < MERGED], on


def test_nobody_is_counted_twice_and_nothing_is_lost_from_one_day_to_the_next() -> None:
    before: set[str] = set()
    for on in days(real()):
        found = board(real(), on)
        names = [one.school.id for one in found.at_level(1)]
        assert len(names) == len(set(names)), on
        if on != MERGED:
            gone = before - set(names)
            assert not gone, (on, gone)
        before = set(names)


def test_today_counts_all_that_was_granted() -> None:
    found = board(real(), real().today)
    assert not found.perhaps


# Days known in part


def school(id: str, *ceremonies: PartialDate | None, **more: object) -> School:
    state = listed(RecognitionState, "da-cong-nhan")
    done = tuple(Recognition(level=1, state=state, ceremony=one) for one in ceremonies)
    made = School(id=id, title=id, province=listed(Province, "hue"), recognitions=done)
    return replace(made, **more)  # type: ignore[arg-type]


def counts(on: str, *ceremonies: PartialDate | None) -> tuple[int, int]:
    made = library("2026-11-29", *(school(f"t{n}", one) for n, one in enumerate(ceremonies)))
    found = board(made, date.fromisoformat(on))
    return len(found.recognised), len(found.perhaps)


@pytest.mark.parametrize(
    ("on", "ceremony", "expected"),
    [
        ("2024-10-03", PartialDate(2024, 10, 4), (0, 0)),
        ("2024-10-04", PartialDate(2024, 10, 4), (1, 0)),
        ("2024-10-15", PartialDate(2024, 10), (0, 1)),
        ("2024-10-31", PartialDate(2024, 10), (1, 0)),
        ("2023-06-01", PartialDate(2024, 1, 30, bound="trước"), (0, 1)),
        ("2024-01-30", PartialDate(2024, 1, 30, bound="trước"), (1, 0)),
        ("2024-01-30", PartialDate(2024, 1, 1, bound="sau"), (0, 1)),
        ("2024-01-30", None, (0, 1)),
        ("2026-11-29", None, (1, 0)),
    ],
)
def test_a_recognition_counts_when_its_day_has_surely_come(
    on: str, ceremony: PartialDate | None, expected: tuple[int, int]
) -> None:
    assert counts(on, ceremony) == expected


def test_a_school_takes_its_recognition_with_it_when_it_ends() -> None:
    old = school("cu", PartialDate(2023, 5, 19), end=PartialDate(2025, 7, 1))
    made = library("2026-11-29", old)
    assert [len(board(made, one).recognised) for one in (date(2025, 6, 30), MERGED)] == [1, 0]


def series(*marks: tuple[PartialDate, int]) -> Series:
    made = tuple(Mark(as_of=on, value=value, total=63) for on, value in marks)
    return Series(id="dem", title="Đếm", measures="Bịa.", unit="trường", marks=made)


def test_the_newest_figure_of_a_day_is_not_after_it() -> None:
    one = series((PartialDate(2024, 10, 4), 63), (PartialDate(2022, 5, 31), 26))
    at: Callable[[date], Mark | None] = one.at
    assert at(date(2022, 5, 30)) is None
    assert [mark.value for day in ((2022, 5, 31), (2024, 10, 3)) if (mark := at(date(*day)))] == [
        26,
        26,
    ]
    assert at(date(2024, 10, 4)) == one.in_order[-1]


# As it is drawn


def test_every_bar_is_its_share_of_its_own_whole() -> None:
    found = bars("Bịa", [Measured("a", 26, 63, "26/63"), Measured("b", 0, 5, "0/5")])
    assert [one.part for one in found.bars] == [round(26 / 63 * SCALE, 1), 0]


def test_a_line_says_in_words_what_it_draws() -> None:
    points = [(date(2022, 11, 16), 1), (date(2023, 5, 19), 3)]
    found = steps("Hai ngày", points, date(2024, 2, 1), "lễ")
    assert found.told == "16/11/2022: 1 lễ; 19/5/2023: 3 lễ."
    for one in (found.wide, found.narrow):
        assert one.number.label == "3"
        assert [dot.told for dot in one.dots] == ["16/11/2022: 1 lễ", "19/5/2023: 3 lễ"]
        assert [tick.label for tick in one.years] == ["2022", "2023", "2024"]
        assert all(0 <= dot.x <= one.width and 0 <= dot.y <= one.height for dot in one.dots)
        heights = [dot.y for dot in one.dots]
        assert heights == sorted(heights, reverse=True)


def drawn(content: Path, today: date) -> dict[str, str]:
    edition = tiny.draw(content, today)
    return {one.url: one.html for one in edition.pages if re.match(r"tien-do/\d", one.url)}


def test_a_past_day_is_the_same_board_whenever_it_is_built(tiny_content: Path) -> None:
    first, later = drawn(tiny_content, tiny.DAY), drawn(tiny_content, date(2026, 4, 9))
    assert first
    assert {url: later[url] for url in first} == first


def test_the_board_of_today_leads_to_every_past_day(tiny_content: Path) -> None:
    edition = tiny.draw(tiny_content)
    home = tiny.html(edition, "tien-do/")
    past = [one.url for one in edition.pages if re.match(r"tien-do/\d", one.url)]
    assert past and all(f'href="{url.removeprefix("tien-do/")}"' in home for url in past)


def test_a_corrected_figure_is_told_with_what_it_was(tiny_content: Path) -> None:
    html = tiny.html(tiny.draw(tiny_content), "tien-do/")
    row = next(one for one in html.split("<tr") if "Một làng đếm hai lần" in one)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row)
    assert cells[1:3] == ["3", "2"]


def test_no_number_stands_in_a_template_of_the_boards() -> None:
    home = Path(views.__file__).parent / "templates"
    for name in ("progress", "progress-past", "lineage", "charts"):
        text = (home / f"{name}.html.jinja").read_text(encoding="utf-8")
        words = re.sub(r"{[{%#].*?[}%#]}|<[^>]+>", " ", text, flags=re.DOTALL)
        assert re.findall(r"\d+", words.replace("01/7/2025", "")) == [], name
