"""Events: programme in order, papers, what was asked there as duties, the chỉ tiêu served."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import tiny
from viewing import viewer

from portal.road import judge
from portal.views import Edition, draw


@pytest.fixture(scope="module")
def built(tiny_content: Path) -> Edition:
    return draw(judge(tiny_content, tiny.DAY)[0])


def part(page: str, id: str) -> str:
    """One section of a page."""
    return page.partition(f'id="{id}"')[2].partition("</section>")[0]


def test_an_event_tells_its_programme_its_papers_and_what_was_asked(built: Edition) -> None:
    page = tiny.html(built, "su-kien/hoi-hoa/")
    programme = part(page, "chuong-trinh")
    assert -1 < programme.find("18/5/2026, 8:00") < programme.find("Ngắm hoa")
    papers = part(page, "tham-luan")
    assert '<a href="../../bai-viet/vi-sao-hat/">Hoa nở về đâu</a> (Trần Thị Mưa)' in papers
    assert "Hoa tàn về đâu" in papers
    assert "nhiem-vu/lm-01-trong-hoa/" in part(page, "ket-luan")


def test_an_event_and_the_indicator_it_serves_lead_to_each_other(built: Edition) -> None:
    assert "bo-tieu-chi/01-qd-lm/m1-1-01/" in tiny.html(built, "su-kien/hoi-hoa/")
    assert "su-kien/hoi-hoa/" in tiny.html(built, "bo-tieu-chi/01-qd-lm/m1-1-01/")


def test_in_a_row_a_school_is_told_by_its_province_and_a_source_by_its_publisher(
    built: Edition,
) -> None:
    told = tiny.html(built, "su-kien/")
    assert '<a href="../truong/suoi-sao/">Trường của Suối Sao (cũ)</a>' in told
    assert 'Nguồn: <a href="../nguon/bao-lang/">Báo Làng</a>' in told


def test_the_duty_names_the_event_at_which_it_was_asked(built: Edition) -> None:
    assert "su-kien/hoi-hoa/" in tiny.html(built, "nhiem-vu/lm-01-trong-hoa/")


@pytest.mark.parametrize(
    ("day", "sides"),
    [
        (date(2026, 5, 20), [("Sắp tới", ["Hội hoa"]), ("Đã qua", ["Suối Sao đón Bằng"])]),
        (date(2026, 5, 21), [("Đã qua", ["Hội hoa", "Suối Sao đón Bằng"])]),
    ],
)
def test_an_event_is_ahead_in_the_list_until_its_last_day(
    tiny_content: Path, day: date, sides: list[tuple[str, list[str]]]
) -> None:
    found = viewer(tiny_content, day)("su-kien/").sides
    told = [(one.title, [it.title for year in one.years for it in year.events]) for one in found]
    assert told == sides
    assert [year.open for one in found for year in one.years] == [
        at == 0 for at in range(sum(len(one.years) for one in found))
    ]
