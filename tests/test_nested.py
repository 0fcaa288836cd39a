"""Places that stand beside one another: which is in which, whether small or large comes first."""

from __future__ import annotations

import pytest

from portal.citations.nested import Group, pins

PLACES = {
    "điểm a khoản 2 Điều 5": ("diem a| |khoan 2| |dieu 5", ["dieu-5.khoan-2.diem-a"]),
    "Điều 5, khoản 2, điểm a": ("dieu 5|, |khoan 2|, |diem a", ["dieu-5.khoan-2.diem-a"]),
    "khoản 1, 2 Điều 5": ("khoan 1,2| |dieu 5", ["dieu-5.khoan-1", "dieu-5.khoan-2"]),
    "Điều 5, khoản 1, khoản 2": (
        "dieu 5|, |khoan 1|, |khoan 2",
        ["dieu-5.khoan-1", "dieu-5.khoan-2"],
    ),
    "điểm a khoản 1 và điểm b khoản 2 Điều 5": (
        "diem a| |khoan 1| va |diem b| |khoan 2| |dieu 5",
        ["dieu-5.khoan-1.diem-a", "dieu-5.khoan-2.diem-b"],
    ),
    "Điều 5 và Điều 6": ("dieu 5| va |dieu 6", ["dieu-5", "dieu-6"]),
    "Điều 5-10": ("dieu 5-10", ["dieu-5 … dieu-10"]),
    "khoản 1 đến khoản 3 Điều 5": (
        "khoan 1| den |khoan 3| |dieu 5",
        ["dieu-5.khoan-1 … dieu-5.khoan-3"],
    ),
    "khoản 1 và khoản 3 Điều 5": (
        "khoan 1| va |khoan 3| |dieu 5",
        ["dieu-5.khoan-1", "dieu-5.khoan-3"],
    ),
    "Điều 24 và Phụ lục": ("dieu 24| va |phu-luc ", ["dieu-24", "phu-luc"]),
    "Điều 3, khoản 2 và Điều 8": ("dieu 3|, |khoan 2| va |dieu 8", ["dieu-3.khoan-2", "dieu-8"]),
    "Điều 5, khoản 2 và Điều 6, khoản 1": (
        "dieu 5|, |khoan 2| va |dieu 6|, |khoan 1",
        ["dieu-5.khoan-2", "dieu-6.khoan-1"],
    ),
    "Chương IV, Mục 2 Chương V": ("chuong iv|, |muc 2| |chuong v", ["chuong-iv", "chuong-v.muc-2"]),
    "khoản 1 Điều 5 Chương II": ("khoan 1| |dieu 5| |chuong ii", ["dieu-5.khoan-1"]),
    "Mục 2 Chương V": ("muc 2| |chuong v", ["chuong-v.muc-2"]),
    "khoản 2 Phụ lục I": ("khoan 2| |phu-luc i", ["phu-luc-i.khoan-2"]),
}


def chain(told: str) -> list[Group]:
    """«diem a| va |khoan 1,2»: units with their values, and what stands between."""
    made: list[Group] = []
    at = 0
    for place, part in enumerate(told.split("|")):
        if place % 2:
            made[-1].joined = part
        else:
            unit, _, numbers = part.partition(" ")
            values = numbers.replace("-", ",").split(",")
            spans = [(at + place, at + place + 1, one) for place, one in enumerate(values)]
            made.append(Group(at, at + len(part), unit, spans, "-" in numbers))
        at += len(part)
    return made


@pytest.mark.parametrize(("told", "ids"), PLACES.values(), ids=PLACES)
def test_each_place_is_called_by_all_it_stands_in(told: str, ids: list[str]) -> None:
    made = pins(chain(told))
    assert [f"{one.id} … {one.upto}" if one.upto else one.id for one in made] == ids
    assert made[-1].end <= sum(len(part) for part in told.split("|"))
    starts = [one.start for one in made]
    assert starts == sorted(set(starts))


def test_one_place_takes_all_the_words_that_lead_to_it() -> None:
    (one,) = pins(chain("khoan 2| |dieu 5"))
    assert (one.start, one.end) == (0, len("khoan 2 dieu 5"))
