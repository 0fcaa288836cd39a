"""What happened to made-up entries, told as readers and programmes get it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from test_status import library, listed, lists
from test_status import school as made_school

from portal.dates import PartialDate
from portal.forms import Link
from portal.kinds import Entry
from portal.kinds.entry import Change
from portal.kinds.lists import Publication, values
from portal.kinds.school import School
from portal.kinds.unit import Ending, Unit, UnitType
from portal.library.news import News, What, happened

TODAY = "2026-03-05"


def news(*entries: Entry, today: str = TODAY) -> list[News]:
    return happened(library(today, *entries))


def told(found: list[News]) -> list[tuple[str, What, str, str, str]]:
    return [(one.day.isoformat(), one.what, one.label, one.text, one.key) for one in found]


def unit(**more: object) -> Unit:
    kind = next(iter(values(lists(), UnitType).values()))
    return Unit(id="ban", title="Ban Bịa", type=kind, **more)  # type: ignore[arg-type]


def test_a_new_entry_is_news_but_not_a_unit() -> None:
    on = {"published": date(2026, 3, 4)}
    school = made_school("a", **on)
    assert told(news(school, unit(**on))) == [
        ("2026-03-04", What.PUBLISHED, "Mới đăng", "", "published")
    ]


def test_a_change_is_told_of_every_kind_and_known_by_its_day_and_words() -> None:
    on = date(2026, 3, 4)
    changes = tuple(Change(day=on, text=text) for text in ("Sửa tên.", "Sửa số."))
    found = news(unit(changes=changes))
    assert [(one.what, one.label, one.text) for one in found] == [
        (What.CHANGED, "Cập nhật", "Sửa tên."), (What.CHANGED, "Cập nhật", "Sửa số.")
    ]  # fmt: skip
    keys = [one.key for one in found]
    assert len(set(keys)) == 2
    for key in keys:
        head, day, mark = key.split("/")
        assert (head, day, len(mark)) == ("changed", "2026-03-04", 8)
    renamed = replace(unit(changes=changes[:1]), title="Ban Khác")
    assert [one.key for one in news(renamed)] == keys[:1]


def heirs(end: PartialDate | None = None) -> tuple[School, School]:
    old = replace(made_school("cu", end=end), title="Trường Cũ")
    return old, replace(
        made_school("moi", predecessors=(Link("truong", "cu"),)), title="Trường Mới"
    )


def test_the_end_of_a_school_says_what_became_of_it() -> None:
    end = PartialDate(2026, 3, 1)
    old, new = heirs(end)
    (both,) = told(news(old, new))
    then = f"Từ {end.named}, trường này hợp nhất vào {new.name}."
    assert both == ("2026-03-01", What.HAPPENED, "Hợp nhất", then, "happened/end")
    (alone,) = told(news(old))
    assert alone[2:4] == ("Kết thúc", f"Từ {end.named}, trường này kết thúc hoạt động.")


@pytest.mark.parametrize(
    ("end", "day"),
    [
        (PartialDate(2026, 3, 5), "2026-03-05"),
        (PartialDate(2026, 3, 6), None),
        (PartialDate(2025), "2025-12-31"),
        (PartialDate(2026), None),
    ],
)
def test_an_end_is_news_once_it_has_surely_come(end: PartialDate, day: str | None) -> None:
    ended = unit(ended=Ending(on=end))
    for entry, of in ((ended, "đơn vị"), (heirs(end)[0], "trường")):
        found = told(news(entry))
        assert [one[0] for one in found] == ([day] if day else [])
        if day:
            assert found[0][2:] == (
                "Kết thúc", f"Từ {end.named}, {of} này kết thúc hoạt động.", "happened/end"
            )  # fmt: skip
    assert news(unit(), heirs()[0]) == []


def test_what_was_withdrawn_is_told_on_the_day_of_its_last_change_or_else_of_its_own() -> None:
    def gone(**more: object) -> list[tuple[str, What, str, str, str]]:
        entry = replace(heirs()[0], expired=True, **more)  # type: ignore[arg-type]
        made = library(TODAY)
        return told(happened(replace(made, drafts=(entry,))))

    over = gone(expires=date(2026, 3, 2))
    text = "Trường này đã rút khỏi cổng."
    end = "Hết thời gian đăng."
    assert over == [("2026-03-02", What.WITHDRAWN, "Đã rút", f"{text} {end}", "withdrawn")]
    assert gone(expires=date(2026, 3, 6)) == []


def test_a_withdrawn_entry_nobody_told_of_is_told_on_its_first_day_else_today() -> None:
    state = listed(Publication, "da-rut")

    def gone(**more: object) -> list[str]:
        entry = replace(heirs()[0], state=state, **more)  # type: ignore[arg-type]
        found = happened(replace(library(TODAY), drafts=(entry,)))
        return [f"{one.day} {one.text}" for one in found]

    text = "Trường này đã rút khỏi cổng."
    assert gone(published=date(2026, 1, 2)) == [f"2026-01-02 {text}"]
    assert gone() == [f"{TODAY} {text}"]
    why = (Change(day=date(2026, 2, 1), text="Ghi hai lần."),)
    assert gone(published=date(2026, 1, 2), changes=why) == [f"2026-02-01 {text} Ghi hai lần."]


def test_what_programmes_may_not_be_given_is_no_news() -> None:
    state = listed(Publication, "nhap")
    assert news(made_school("a", published=date(2026, 3, 4), state=state)) == []
