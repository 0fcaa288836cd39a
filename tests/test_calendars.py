"""Calendars of a made-up portal, read as a reader's calendar would read them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import calendars as reading
import environment
import icalendar
import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as st
from test_status import duty, library, listed, plan

from bench import calendars
from portal.dates import PartialDate, next_of
from portal.kinds.event import Event, EventKind
from portal.kinds.unit import Ending, Unit, UnitType
from portal.library.occasions import Manner, Occasion, occasions
from portal.library.status import of_duty
from portal.views.calendars.events import LEAP_DAY, _preparation
from portal.views.calendars.ics import CalendarEvent, calendar, folded

NAMED = CalendarEvent(
    uid="viec.hang-nam@lang-may",
    title="Việc bịa",
    first=date(2024, 2, 21),
    last=date(2024, 2, 21),
    stamp=date(2024, 1, 1),
)


def only(today: str, deadline: object, *others: object, **years: int) -> Occasion | None:
    """The occasion of one duty of a made-up plan."""
    found = library(today, plan(**years), deadline, *others)  # type: ignore[arg-type]
    made = occasions(found, [deadline], [])  # type: ignore[list-item]
    return made[0] if made else None


def days_of(content: bytes) -> dict[str, list[date]]:
    """Every day each event of a calendar falls on, by its UID, as another library counts them."""
    found = calendars.days(content)
    return {uid: [date.fromisoformat(one) for one in days] for uid, days in found.items()}


# When a duty falls


def test_before_a_day_means_until_the_day_before() -> None:
    yearly = duty("hang-nam", yearly="02-22", before=True)
    one = only("2026-03-05", yearly)
    assert one and (one.first, one.each) == (date(2020, 2, 21), (2, 21))
    dated = only("2026-03-05", duty("co-ngay", day=date(2026, 5, 20), before=True))
    assert dated and dated.first == date(2026, 5, 19)


def test_its_state_counts_to_the_same_day() -> None:
    yearly = duty("hang-nam", yearly="03-01", before=True)
    found = library("2028-02-20", plan(), yearly)
    assert of_duty(found, yearly).until == date(2028, 2, 29)
    new_year = duty("hang-nam", yearly="01-01", before=True)
    found = library("2026-12-20", plan(), new_year)
    assert of_duty(found, new_year).until == date(2026, 12, 31)


def test_a_yearly_duty_begins_with_its_document_and_ends_with_its_years() -> None:
    one = only("2026-03-05", duty("hang-nam", yearly="05-19"), start=2021, end=2025)
    assert one and (one.first, one.until) == (date(2021, 5, 19), date(2025, 12, 31))
    assert one.next_on(date(2025, 5, 20)) is None
    assert one.next_on(date(2024, 5, 20)) == date(2025, 5, 19)


def test_a_yearly_duty_ends_with_the_last_who_leads_it() -> None:
    gone = Unit(
        id="cu",
        title="Đơn vị cũ",
        type=listed(UnitType, "nhom"),
        ended=Ending(on=PartialDate(2025, 7, 1)),
    )
    one = only("2026-03-05", duty("hang-nam", "cu", yearly="05-19"), gone)
    assert one and one.until == date(2025, 6, 30)


def test_what_was_over_before_it_came_is_not_in_a_calendar() -> None:
    assert only("2026-03-05", duty("hang-nam", yearly="05-19"), start=2026, end=2025) is None


def test_a_duty_without_a_day_is_told_at_the_end_of_the_year() -> None:
    one = only("2026-03-05", duty("hang-nam"))
    assert one and (one.manner, one.first) == (Manner.YEAR, date(2020, 12, 31))


def test_duties_of_the_same_years_of_a_document_are_one_entry() -> None:
    duties = [replace(duty("giai-doan", start=2021, end=2025), id=f"viec-{n}") for n in range(20)]
    found = library("2026-03-05", plan(), *duties)
    (one,) = occasions(found, duties, [])
    assert (one.manner, one.first, len(one.duties)) == (Manner.PERIOD, date(2025, 12, 31), 20)


def test_a_period_that_ends_for_one_duty_alone_is_told_by_its_name(tmp_path: Path) -> None:
    """«1 việc của Quy định 01-QĐ/LM» says nothing of what is due."""
    found = site(tmp_path, tiny.DAY)
    events = icalendar.Calendar.from_ical(found["lich/tat-ca.ics"]).walk("VEVENT")
    (one,) = [it for it in events if "period-end" in it["UID"]]
    assert one["SUMMARY"] == "Hết kỳ 2025: Giữ gìn đội ngũ cả giai đoạn"
    assert "Giao tại: " in one["DESCRIPTION"]


def test_a_duty_that_names_no_time_is_in_no_calendar() -> None:
    assert only("2026-03-05", duty("thuong-xuyen")) is None
    assert only("2026-03-05", duty("khong-neu")) is None
    assert only("2026-03-05", duty(None)) is None


def happening(start: PartialDate, end: PartialDate | None = None) -> Event:
    type = listed(EventKind, "hoi-nghi")
    return Event(id="hop", title="Họp bịa", type=type, start=start, end=end)


@pytest.mark.parametrize(
    "start", [PartialDate(2026), PartialDate(2026, 5), PartialDate(2026, 5, 19, bound="trước")]
)
def test_an_event_whose_day_is_not_known_is_in_no_calendar(start: PartialDate) -> None:
    assert not occasions(library("2026-03-05"), [], [happening(start)])


def test_an_event_of_several_days_is_ahead_until_its_last() -> None:
    event = happening(PartialDate(2026, 3, 4), PartialDate(2026, 3, 6))
    (one,) = occasions(library("2026-03-05"), [], [event])
    assert one.next_on(date(2026, 3, 5)) == date(2026, 3, 5)
    assert one.next_on(date(2026, 3, 7)) is None


# As it is written


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=400))
def test_lines_are_folded_at_75_bytes_and_no_letter_is_cut(text: str) -> None:
    lines = folded(text).decode().split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines[0] + "".join(line[1:] for line in lines[1:]) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    made = calendar("Lịch", "Thử", [replace(NAMED, title=text, text=f"{text}\n{text}")])
    (event,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    assert str(event["SUMMARY"]) == text
    assert str(event["DESCRIPTION"]) == f"{text}\n{text}"


def test_no_text_can_add_a_line() -> None:
    made = calendar("Lịch\r\nBEGIN:VALARM", "x", [replace(NAMED, title="a\r\nATTACH:http://x\x00")])
    assert b"\r\nATTACH" not in made and b"\r\nBEGIN:VALARM" not in made and b"\x00" not in made


EACH = st.dates(date(2020, 1, 1), date(2029, 12, 31)).map(lambda one: (one.month, one.day))


@given(EACH | st.just((2, -1)))
def test_a_yearly_day_falls_where_another_library_says(each: tuple[int, int]) -> None:
    first = next_of(each, date(2021, 1, 1))
    made = calendar("Lịch", "Thử", [replace(NAMED, first=first, last=first, each=each)])
    ours, day = [], first
    while day.year <= 2035:
        ours.append(day)
        day = next_of(each, day + timedelta(days=1))
    assert days_of(made)[NAMED.uid] == ours


@given(
    EACH.filter(lambda one: one != LEAP_DAY) | st.just((2, -1)),
    st.none() | st.dates(date(2026, 1, 1), date(2033, 12, 31)),
)
def test_a_preparation_says_thirty_days_only_where_it_is_thirty(
    each: tuple[int, int], until: date | None
) -> None:
    first = next_of(each, date(2021, 1, 1))
    event = replace(NAMED, first=first, last=first, each=each, until=until)
    ahead = _preparation(event)
    found = days_of(calendar("Lịch", "Thử", [event, ahead]))
    pairs = list(zip(found[event.uid], found[ahead.uid], strict=False))
    gaps = {(day - before).days for day, before in pairs}
    assert gaps <= ({30} if ahead.title.startswith("Còn 30 ngày") else {28, 29, 30, 31})
    if until and until >= first:
        assert len(found[event.uid]) == len(found[ahead.uid])


def site(folder: Path, today: date) -> dict[str, bytes]:
    edition = tiny.draw(tiny.lay_out(folder), today)
    return {one.path: one.content for one in edition.assets if one.path.endswith(".ics")}


def test_a_calendar_is_the_same_on_every_day_and_is_read_without_a_fault(tmp_path: Path) -> None:
    found = site(tmp_path / "a", date(2026, 3, 5))
    assert found == site(tmp_path / "b", date(2026, 4, 9))
    assert {"lich/tat-ca.ics", "truong/lang-may/lich.ics"} <= set(found)
    for content in found.values():
        read = icalendar.Calendar.from_ical(content)
        assert calendars.days(content)
        assert not read.errors


def test_a_school_has_what_it_leads_and_what_it_takes_part_in(tmp_path: Path) -> None:
    found = site(tmp_path, date(2026, 3, 5))["truong/lang-may/lich.ics"]
    titles = {str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(found).walk("VEVENT")}
    assert {"Hạn: Trồng hoa trước trường", "Còn 30 ngày: Hạn: Trồng hoa trước trường"} <= titles
    assert not any("Tập hát" in one for one in titles)


def test_a_portal_without_days_offers_no_calendar(tmp_path: Path) -> None:
    edition = tiny.draw(tiny.lay_out(tmp_path, entries=False))
    assert not [one.path for one in edition.assets if one.path.endswith(".ics")]
    assert "lich/" not in tiny.by_url(edition)


def test_links_are_asked_for_by_their_kind(tmp_path: Path) -> None:
    """A calendar of a unit tells where its clause stands."""
    found = site(tmp_path, date(2026, 3, 5))["lich/tat-ca.ics"]
    texts = [
        str(one.get("DESCRIPTION")) for one in icalendar.Calendar.from_ical(found).walk("VEVENT")
    ]
    assert any(text.startswith("Giao tại: ") for text in texts)


# What another parser is to find (web/calendars/ical.test.js)

ROOT = environment.ROOT
HANDED = Path(__file__).parent / "calendars.json"


def handed(folder: Path) -> str:
    """Calendars of the tiny portal, and days of every year that are hard, each with its days."""
    drawn = tiny.draw(tiny.lay_out(folder))
    found = {one.path: one.content for one in drawn.assets if one.path.endswith(".ics")}
    for each in ((2, 21), LEAP_DAY, (2, -1), (12, 31), (1, 1)):
        first = next_of(each, date(2024, 1, 1))
        for until in (None, date(2031, 2, 28)):
            event = replace(NAMED, first=first, last=first, each=each, until=until)
            name = f"{each[0]}/{each[1]}{' đến 28/02/2031' if until else ''}"
            found[name] = calendar("Lịch bịa", "Bịa", [event])
    days = {name: calendars.days(content) for name, content in found.items()}
    return calendars.handed({name: it.decode() for name, it in found.items()}, days)


def test_calendars_for_the_other_parser_are_those_that_are_made(
    tmp_path: Path, bless: bool
) -> None:
    made = handed(tmp_path)
    if bless:
        HANDED.write_text(made, encoding="utf-8", newline="\n")
    assert HANDED.read_text(encoding="utf-8") == made


# The real ones


def test_every_real_calendar_is_read_without_a_fault_and_every_event_falls_on_a_day() -> None:
    """The same is asked of two other readers by scripts/calendars.py, a step of CI."""
    found = {name: calendars.days(text) for name, text in reading.of_content(ROOT).items()}
    assert len(found) > 30
    assert all(days and all(days.values()) for days in found.values())


def test_a_day_that_another_reader_does_not_find_is_told() -> None:
    ours = {"lich.ics": {"viec@lich": ["2026-02-21"], "khac@lich": ["2026-01-01"]}}
    assert list(reading.differing(ours, ours)) == []
    (told,) = reading.differing(ours, {"lich.ics": {"viec@lich": ["2026-02-21"]}})
    assert told.startswith("lich.ics: khac@lich: ")


@pytest.mark.parametrize("path", [".github/workflows/check.yml", ".gitlab-ci.yml"])
def test_ci_reads_the_calendars_by_the_other_readers(path: str) -> None:
    assert "python3 scripts/calendars.py" in (ROOT / path).read_text(encoding="utf-8")


made = environment.python_of(reading.HOME).exists()


@pytest.mark.skipif(not made, reason="chạy scripts/calendars.py một lần để có môi trường")
def test_hard_days_are_found_by_recurring_ical_events_too() -> None:
    texts = {one["name"]: one["text"] for one in json.loads(HANDED.read_text(encoding="utf-8"))}
    python = environment.python_of(reading.HOME)
    found = {name: calendars.days(text) for name, text in texts.items()}
    assert list(reading.differing(found, reading.by_recurring(python, texts))) == []


def test_a_thing_falls_on_its_days_and_not_after_its_end() -> None:
    day, last = date(2026, 3, 4), date(2026, 3, 6)
    event = happening(PartialDate(2026, 3, 4), PartialDate(2026, 3, 6))
    once = Occasion(Manner.EVENT, event, day, last)
    assert once.next_on(date(2026, 3, 1)) == day
    assert once.next_on(date(2026, 3, 5)) == date(2026, 3, 5)
    assert once.next_on(last) == last
    assert once.next_on(date(2026, 3, 7)) is None
    each = Occasion(Manner.YEARLY, event, day, day, (3, 4), date(2027, 3, 4))
    assert each.next_on(date(2020, 1, 1)) == day
    assert each.next_on(date(2026, 3, 5)) == each.next_on(date(2027, 3, 4)) == date(2027, 3, 4)
    assert each.next_on(date(2027, 3, 5)) is None


def test_a_yearly_duty_that_ends_on_its_first_day_falls_once() -> None:
    one = only("2026-03-05", duty("hang-nam", yearly="12-31"), start=2025, end=2025)
    assert one and one.first == one.until == date(2025, 12, 31)


def test_what_falls_on_one_day_comes_by_kind_and_then_by_name() -> None:
    events = [replace(happening(PartialDate(2026, 5, 19)), id=id) for id in ("b", "a")]
    later = replace(happening(PartialDate(2026, 5, 20)), id="0")
    given = duty("co-ngay", day=date(2026, 5, 19))
    found = occasions(library("2026-03-05", plan(), given), [given], [later, *events])
    assert [one.of.id for one in found] == ["viec", "a", "b", "0"]
