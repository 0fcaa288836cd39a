"""Whom an editor meant who wrote a name, a number or an address in the place of an id."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_status import lists, plan
from test_status import school as made_school

from portal.kinds import Entry
from portal.kinds.document import Document
from portal.kinds.lists import values
from portal.kinds.reference import Rank, Reference
from portal.kinds.term import Term
from portal.library.meant import Names, with_ids
from portal.library.mentions import register_of
from portal.problem import Problem, Sought
from portal.source import Mapping, Source

FILE = Source("docs/van-ban/ke-hoach.md", "van-ban", "ke-hoach", Mapping({}, {}, 1), "Bịa.")
PAPER = plan(number="7-QĐ/LM", source=FILE)
OTHER = replace(PAPER, number="8-KH/LM", id="khac", title="Kế hoạch khác")
SCHOOL = replace(made_school("may"), title="Trường Chính trị tỉnh Mây Hạ")
TERM = Term(id="hop", title="Họp thử", definition="Bịa.", synonyms=("Gặp thử",))
PAGE = Reference(
    id="trang",
    title="Trang bịa",
    url="https://www.bia.example/Tin/1/#cuoi",
    rank=next(iter(values(lists(), Rank).values())),
)  # type: ignore[call-arg]
ENTRIES: tuple[Entry, ...] = (OTHER, PAPER, SCHOOL, TERM, PAGE)
DOCUMENT, SOURCE = (Document.KIND,), (Reference.KIND,)
ALL = tuple(sorted({one.KIND for one in ENTRIES}))


def of(text: str, kinds: tuple[str, ...] = ALL) -> list[str]:
    names = Names(ENTRIES, lambda: register_of(ENTRIES, lists()))
    return [f"{kind}/{id}" for kind, id in names.of(Sought(text, kinds))]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Họp thử", ["thuat-ngu/hop"]),
        ("  hop THU ", ["thuat-ngu/hop"]),
        ("Gặp thử", ["thuat-ngu/hop"]),
        ("thuat-ngu/Họp thử", ["thuat-ngu/hop"]),
        ("la/Họp thử", []),
        ("7-QĐ/LM", ["van-ban/ke-hoach"]),
        ("7-qđ/lm", ["van-ban/ke-hoach"]),
        ("Quyết định số 7-QĐ/LM ngày 1/1/2020", ["van-ban/ke-hoach"]),
        ("Kế hoạch số 8-KH/LM và số 7-QĐ/LM", ["van-ban/ke-hoach", "van-ban/khac"]),
        ("số 9-QĐ/LM", []),
        ("Trường Chính trị Mây Hạ", ["truong/may"]),
        ("Trường Chính trị tỉnh Mây Hạ", ["truong/may"]),
        ("tỉnh Trường Chính trị Mây Hạ", ["truong/may"]),
        ("https://www.bia.example/Tin/1/#cuoi", ["nguon/trang"]),
        ("http://bia.example/tin/1", ["nguon/trang"]),
        ("https://bia.example/tin/1#dau", ["nguon/trang"]),
        ("https://bia.example/tin", []),
        ("https://bia.example/7-QĐ/LM", []),
    ],
)
def test_an_entry_is_known_by_any_of_its_names_and_by_nothing_else(
    text: str, meant: list[str]
) -> None:
    assert of(text) == meant


def test_only_what_may_stand_there_is_named() -> None:
    assert of("Họp thử", DOCUMENT) == of("7-QĐ/LM", SOURCE) == of("số 7-QĐ/LM", SOURCE) == []
    assert of("van-ban/7-QĐ/LM", SOURCE) == []


def test_an_entry_whose_id_can_stand_in_no_address_is_not_named() -> None:
    names = Names([replace(TERM, id="Họp")], lambda: pytest.fail("không có văn bản nào"))
    assert names.of(Sought("Họp thử", (Term.KIND,))) == []


def test_faults_that_look_for_nothing_stay_as_they_are_and_the_others_keep_their_order() -> None:
    plain = Problem("data/a.yml", 1, "", "Bịa.", "bia", remedy="xoá")
    sought = replace(plain, line=2, sought=Sought("Họp thử", (Term.KIND,)))
    told = with_ids([sought, plain], ENTRIES, lambda: register_of(ENTRIES, lists()))
    assert told == [replace(sought, remedy="viết thuat-ngu/hop"), plain]
    assert with_ids([plain], iter(()), lambda: pytest.fail("không cần tới")) == [plain]
