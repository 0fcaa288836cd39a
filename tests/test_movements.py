"""Movements: who answered them, what is to be done until when, who was honoured, year by year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import tiny

from portal.forms import Link
from portal.kinds import BY_NAME
from portal.kinds.movement import Movement
from portal.road import judge
from portal.views import Edition, draw


@pytest.fixture(scope="module")
def built(tiny_content: Path) -> Edition:
    return draw(judge(tiny_content, tiny.DAY)[0])


def part(page: str, id: str) -> str:
    """One section of a page."""
    return page.partition(f'id="{id}"')[2].partition("</section>")[0]


def test_a_movement_lists_those_that_answer_it_once(built: Edition) -> None:
    page = tiny.html(built, "phong-trao/thi-dua-hoa/")
    assert "Trường Làng Mây thi đua" in part(page, "huong-ung")
    assert "Trường Làng Mây thi đua" not in part(page, "lien-quan")
    assert 'id="huong-ung"' not in tiny.html(built, "phong-trao/thi-dua-cua-truong/")


def test_a_movement_stands_before_those_that_answer_it_and_says_when_its_years_are_over(
    built: Edition,
) -> None:
    movement = Movement(id="cap-tren", title="Bịa", start=2021)
    answer = replace(movement, id="a-huong-ung", part_of=Link("phong-trao", "cap-tren"))
    order = BY_NAME[Movement.KIND].order
    assert order(movement) < order(answer)
    assert "Đã qua giai đoạn thực hiện" in tiny.html(built, "phong-trao/thi-dua-hoa/")
    assert "Đã qua giai đoạn thực hiện" not in tiny.html(built, "phong-trao/thi-dua-cua-truong/")


def test_the_honour_roll_is_by_year_the_latest_first(built: Edition) -> None:
    roll = part(tiny.html(built, "phong-trao/thi-dua-hoa/"), "vinh-danh")
    years = [roll.find(f'id="vinh-danh-{year}"') for year in (2023, 2021)]
    assert -1 < years[0] < years[1]
    assert "Thầy Tưới" in roll[years[0] : years[1]]
    assert "Lớp Bồ Công Anh" in roll[years[1] :]


def test_the_duties_of_a_movement_are_those_of_its_document(
    tiny_content: Path, built: Edition
) -> None:
    library = judge(tiny_content, tiny.DAY)[0]
    (movement,) = (one for one in library.of(Movement) if one.document)
    document = movement.document
    assert document
    given = [it for it in library.entries["nhiem-vu"].values() if it.clause.id == document.id]  # type: ignore[attr-defined]
    told = part(tiny.html(built, f"phong-trao/{movement.id}/"), "lich")
    assert given
    assert all(one.name in told for one in given)
    assert told.count("<tr>") == len(given) + 1
