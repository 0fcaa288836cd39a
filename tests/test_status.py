"""The one state of made-up schools and duties on a day: tables of cases."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import cache
from types import MappingProxyType

import pytest
import tiny

from portal import source
from portal.dates import PartialDate
from portal.forms import Link
from portal.kinds import Entry
from portal.kinds.base import Lists
from portal.kinds.document import Document, Relation
from portal.kinds.document.lists import DocumentType, RelationType
from portal.kinds.document.parts import Period
from portal.kinds.duty import Deadline, Duty
from portal.kinds.duty.lists import DeadlineType, DutyState
from portal.kinds.duty.view import as_written
from portal.kinds.event import Event
from portal.kinds.lists import L, values
from portal.kinds.school import School
from portal.kinds.school.lists import Province, RecognitionState
from portal.kinds.school.parts import Recognition, Result, Snapshot, Target
from portal.kinds.series import Series
from portal.kinds.unit import Ending, Unit, UnitType
from portal.library import Library
from portal.library.lists import lists_of
from portal.library.status import latest_count, of_duty, of_school

MARCH = "2026-03-05"


@cache
def lists() -> Lists:
    return lists_of(source.read(tiny.LISTS.parents[1]))[0]


def listed(model: type[L], value: str) -> L:
    return values(lists(), model)[value]


def library(day: str, *entries: Entry) -> Library:
    kinds: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for kind in (Document.KIND, Duty.KIND, Event.KIND, School.KIND, Series.KIND, Unit.KIND):
        kinds[kind] = {}
    for entry in entries:
        kinds[entry.KIND][entry.id] = entry
    return Library(date.fromisoformat(day), lists(), MappingProxyType(dict(kinds)))


def plan(start: int | None = None, end: int | None = None, **more: object) -> Document:
    return Document(
        id="ke-hoach",
        title="Kế hoạch bịa",
        type=listed(DocumentType, "ke-hoach"),
        issuer="Ban Bịa",
        issued=PartialDate(2020, 1, 1),
        period=Period(start=start, end=end) if start or end else None,
        **more,  # type: ignore[arg-type]
    )


def duty(type: str | None, *leads: str, **more: object) -> Duty:
    deadline = Deadline(type=listed(DeadlineType, type), **more) if type else None  # type: ignore[arg-type]
    lead = tuple(Link("don-vi", one) for one in leads)
    return Duty(
        id="viec",
        title="Việc bịa",
        clause=Link("van-ban", "ke-hoach"),
        lead=lead,
        deadline=deadline,
    )


DAY = {"day": date(2026, 5, 19)}
YEARS = {"start": 2022, "end": 2026}


@pytest.mark.parametrize(
    ("sentence", "given", "today", "state", "until"),
    [
        ("hạn còn xa thì trong kỳ", duty("co-ngay", **DAY), MARCH, "trong-ky", "2026-05-19"),
        ("gần ngày thì đến hạn", duty("co-ngay", **DAY), "2026-04-10", "toi-han", "2026-05-19"),
        ("đúng ngày hạn vẫn là đến hạn", duty("co-ngay", **DAY), "2026-05-19", "toi-han", "2026-05-19"),
        ("sau ngày hạn thì đã qua", duty("co-ngay", **DAY), "2026-05-20", "qua-ky", "2026-05-19"),
        ("chưa tới năm đầu", duty("giai-doan", **YEARS), "2021-12-31", "chua-den", "2026-12-31"),
        ("ngày đầu của kỳ", duty("giai-doan", **YEARS), "2022-01-01", "trong-ky", "2026-12-31"),
        ("cuối năm cuối thì đến hạn", duty("giai-doan", **YEARS), "2026-12-01", "toi-han", "2026-12-31"),
        ("ngày cuối của kỳ", duty("giai-doan", **YEARS), "2026-12-31", "toi-han", "2026-12-31"),
        ("sau năm cuối", duty("giai-doan", **YEARS), "2027-01-01", "qua-ky", "2026-12-31"),
        ("hằng năm, có ngày", duty("hang-nam", yearly="02-22"), MARCH, "trong-ky", "2027-02-22"),
        ("hằng năm, gần ngày", duty("hang-nam", yearly="03-10"), MARCH, "toi-han", "2026-03-10"),
        ("29/02 chờ năm nhuận", duty("hang-nam", yearly="02-29"), MARCH, "trong-ky", "2028-02-29"),
        ("hằng năm, không rõ ngày", duty("hang-nam"), MARCH, "trong-ky", "2026-12-31"),
        ("hằng năm, đã qua các năm", duty("hang-nam", start=2020, end=2025), MARCH, "qua-ky", "2025-12-31"),
        ("năm cuối kết thúc trước ngày kế tiếp", duty("hang-nam", yearly="02-22", end=2026), MARCH, "trong-ky", "2026-12-31"),
        ("thường xuyên", duty("thuong-xuyen"), MARCH, "thuong-xuyen", ""),
        ("khi phát sinh", duty("khi-phat-sinh"), MARCH, "thuong-xuyen", ""),
        ("không nêu", duty("khong-neu"), MARCH, "khong-neu-han", ""),
        ("không có thời hạn nào", duty(None), MARCH, "khong-neu-han", ""),
        ("theo lộ trình, không quy ra năm", duty("giai-doan", text="theo lộ trình"), MARCH, "khong-neu-han", ""),
    ],
)  # fmt: skip
def test_a_duty_is_in_one_state_a_day(
    sentence: str, given: Duty, today: str, state: str, until: str
) -> None:
    found = of_duty(library(today, plan(), given), given)
    assert (found.state.value, str(found.until or "")) == (state, until), sentence


@pytest.mark.parametrize(
    ("type", "end", "state"),
    [
        ("thuong-xuyen", 2025, "qua-ky"),
        ("thuong-xuyen", 2027, "trong-ky"),
        ("khong-neu", 2025, "qua-ky"),
        (None, 2025, "qua-ky"),
    ],
)
def test_without_years_of_its_own_a_duty_lasts_as_long_as_its_plan(
    type: str | None, end: int, state: str
) -> None:
    given = duty(type)
    assert of_duty(library(MARCH, plan(2021, end), given), given).state.value == state


def test_its_own_years_count_before_those_of_the_plan() -> None:
    given = duty("giai-doan", start=2022, end=2030)
    assert of_duty(library(MARCH, plan(2021, 2025), given), given).state.value == "trong-ky"


def test_a_duty_ends_with_its_document_and_with_the_last_of_its_leads() -> None:
    type = listed(UnitType, "nhom")
    gone = Unit(id="cu", title="Ban cũ", type=type, ended=Ending(on=PartialDate(2025, 7, 1)))
    there = Unit(id="moi", title="Ban mới", type=type)
    alone, together = duty("thuong-xuyen", "cu"), duty("thuong-xuyen", "cu", "moi")
    found = of_duty(library(MARCH, plan(), gone, there, alone), alone)
    assert (found.state.value, str(found.since)) == ("don-vi-ket-thuc", "01/7/2025")
    assert of_duty(library(MARCH, plan(), gone, there, together), together).state.open
    later = Document(
        id="moi",
        title="Kế hoạch mới",
        type=listed(DocumentType, "ke-hoach"),
        issuer="Ban Bịa",
        issued=PartialDate(2024, 1, 1),
        relations=(
            Relation(type=listed(RelationType, "thay-the"), to=Link("van-ban", "ke-hoach")),
        ),
    )
    found = of_duty(library(MARCH, plan(), later, gone, alone), alone)
    assert found.state.value == "van-ban-het"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (duty("hang-nam", text="mỗi năm một lần"), "Văn bản ghi: mỗi năm một lần"),
        (duty("thuong-xuyen", text="Không ghi hạn"), "Văn bản không ghi hạn"),
        (duty("giai-doan", text="theo lộ trình"), ""),
        (duty("khong-neu"), ""),
        (duty(None), ""),
    ],
)
def test_a_document_is_not_said_to_write_what_it_leaves_out_nor_twice(
    given: Duty, told: str
) -> None:
    assert as_written(given) == told


def test_every_state_that_code_finds_says_whether_there_is_something_to_do() -> None:
    states = values(lists(), DutyState).values()
    assert {one.value for one in states if not one.open} == {
        "qua-ky",
        "van-ban-het",
        "don-vi-ket-thuc",
    }


def school(id: str = "a", **more: object) -> School:
    return School(id=id, title=id, province=listed(Province, "lai-chau"), **more)  # type: ignore[arg-type]


def step(state: str, level: int = 1, **more: object) -> Recognition:
    return Recognition(level=level, state=listed(RecognitionState, state), **more)  # type: ignore[arg-type]


def counted(year: int | None, met: int) -> Snapshot:
    as_of = PartialDate(year) if year else None
    return Snapshot(as_of=as_of, results=(Result(met=met, total=55),))


def test_the_latest_count_is_the_newest_dated_one_wherever_it_stands() -> None:
    told = (counted(2023, 30), counted(2025, 20), counted(2024, 40), counted(None, 50))
    for snapshots in (told, told[::-1]):
        assert latest_count(school(snapshots=snapshots)) == counted(2025, 20)
    assert (
        latest_count(school(snapshots=(counted(None, 50), Snapshot(as_of=PartialDate(2026)))))
        is None
    )


@pytest.mark.parametrize(
    ("sentence", "given", "state", "level"),
    [
        ("không biết gì", school(), "chua-co-thong-tin", None),
        ("chỉ có số liệu", school(snapshots=(counted(2024, 40),)), "chua-du-can-cu", None),
        ("chỉ có mục tiêu", school(targets=(Target(level=1),)), "chua-du-can-cu", None),
        ("đang thẩm định", school(recognitions=(step("dang-tham-dinh"),)), "dang-tham-dinh", 1),
        (
            "mức 1 đã đạt, mức 2 đang thẩm định: nói điều chắc chắn",
            school(recognitions=(step("dang-tham-dinh", 2), step("da-cong-nhan"))),
            "da-cong-nhan",
            1,
        ),
        (
            "hai mức đã đạt: nói mức cao",
            school(recognitions=(step("da-cong-nhan"), step("da-cong-nhan", 2))),
            "da-cong-nhan",
            2,
        ),
        (
            "tự báo cáo đứng sau thẩm định",
            school(recognitions=(step("tu-bao-du"), step("dang-tham-dinh"))),
            "dang-tham-dinh",
            1,
        ),
    ],
)
def test_a_school_is_told_by_what_is_surest(
    sentence: str, given: School, state: str, level: int | None
) -> None:
    found = of_school(library(MARCH, given), given)
    assert (found.state.value, found.level) == (state, level), sentence


def test_nothing_is_under_way_at_a_school_that_is_no_more() -> None:
    under_way = school(recognitions=(step("dang-tham-dinh"),))
    merged = replace(under_way, end=PartialDate(2025, 7, 1))
    found = of_school(library(MARCH, merged), merged)
    assert found.state.label == "Từng được thẩm định"
    granted = replace(merged, recognitions=(step("da-cong-nhan"),))
    assert of_school(library(MARCH, granted), granted).state.granted


def test_what_predecessors_were_granted_stays_theirs() -> None:
    old = school("cu", recognitions=(step("da-cong-nhan"), step("dang-tham-dinh", 2)))
    new = school("moi", predecessors=(Link("truong", "cu"), Link("truong", "khong-dang")))
    known = library(MARCH, old, new)
    found = of_school(known, new)
    assert found.state.value == "chua-co-thong-tin"
    assert [(one.school.id, one.recognition.level) for one in found.inherited] == [("cu", 1)]
    assert of_school(known, old).successor is new


def test_the_newest_dated_count_is_read_and_the_last_known_step_dates_the_state() -> None:
    counts = (counted(None, 55), counted(2023, 46), counted(2024, 47), counted(2022, 50))
    steps = step(
        "dang-tham-dinh", survey=PartialDate(2026, 2, 1), appraisal=PartialDate(2026, 3, 2)
    )
    given = school(snapshots=counts, recognitions=(steps,))
    found = of_school(library(MARCH, given), given)
    assert found.reading is counts[2]
    assert str(found.on) == "02/3/2026"


def test_what_was_granted_has_no_day_but_that_of_the_award() -> None:
    steps = step("da-cong-nhan", survey=PartialDate(2023, 10, 6))
    given = school(recognitions=(steps,))
    assert of_school(library(MARCH, given), given).on is None


def test_a_total_alone_counts_nothing() -> None:
    total = Snapshot(as_of=PartialDate(2024), results=(Result(total=67, text="theo bản dịch"),))
    given = school(snapshots=(total,))
    found = of_school(library(MARCH, given), given)
    assert (found.state.value, found.reading) == ("chua-co-thong-tin", None)
