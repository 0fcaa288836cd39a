"""What each kind says of itself and of its entries, as room 2 declares it: which two entries are
one thing written twice, what is read one after another, in which order, what else it is called.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from portal.dates import PartialDate
from portal.kinds import BY_NAME, KINDS
from portal.kinds.answer import Answer
from portal.kinds.article import Article
from portal.kinds.base import Link, Topic, alike
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.event import Event, EventKind
from portal.kinds.exemplar import Exemplar
from portal.kinds.movement import Movement
from portal.kinds.page import Page
from portal.kinds.procedure import Procedure
from portal.kinds.reference import Rank, Reference
from portal.kinds.school import School
from portal.kinds.series import Series
from portal.kinds.term import Term
from portal.kinds.unit import Unit, UnitType

MODELS = (
    *(Answer, Article, CriteriaSet, Document, Duty, Event, Exemplar, Movement, Page, Procedure),
    *(Reference, School, Series, Term, Unit),
)
"""Those of which it is said here what they declare; a new kind adds nothing to it."""
OURS = [BY_NAME[model.KIND] for model in MODELS]
DAY = PartialDate.read("2026-04-10")
FIELD, OTHER = Topic(value="a", label="A"), Topic(value="b", label="B")
MEETING = EventKind(value="hop", label="Hội nghị")


def unit(id: str, title: str, place: int = 0) -> Unit:
    return Unit(id=id, title=title, type=UnitType(value="t", label="T", place=place))


def source(id: str, title: str = "Bài bịa", place: int = 0, **more: Any) -> Reference:
    rank = Rank(value="r", label="Báo chí", place=place)
    return Reference(id=id, title=title, rank=rank, **{"read_on": date(2026, 3, 5), **more})


def event(id: str = "a", title: str = "Họp", start: PartialDate = DAY, **more: Any) -> Event:
    return Event(id=id, title=title, type=MEETING, start=start, **more)


def duty(id: str, clause: str, title: str = "Việc") -> Duty:
    document, _, anchor = clause.partition("#")
    return Duty(id=id, title=title, clause=Link("van-ban", document, anchor))


def article(id: str, day: date | None = None) -> Article:
    return Article(id=id, title="Bài", published=day)


SAME = [
    (source("a"), source("b", "BÀI  bịa"), True),
    (source("a"), source("b", publisher="Báo Làng"), False),
    (source("a", url="https://a.vn/"), source("b", "Khác", url="https://a.vn/"), True),
    (source("a", url="https://a.vn/"), source("b", url="https://b.vn/"), False),
    (event(), event(title="HỌP", place="Nơi khác"), True),
    (event(), event(start=PartialDate.read("2026-04-11")), False),
    (event(), event(title="Họp nữa"), False),
    (duty("a", "x#dieu-1"), duty("b", "x#dieu-1", "VIỆC"), True),
    (duty("a", "x#dieu-1"), duty("b", "x#dieu-2"), False),
    (duty("a", "x#dieu-1"), duty("b", "x#dieu-1", "Việc khác"), False),
    (unit("a", "Ban Một"), unit("b", "ban  một", 4), True),
    (unit("a", "Ban Một"), unit("b", "Ban Hai"), False),
    (article("a"), article("b", date(2026, 1, 1)), True),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_two_entries_are_one_thing_where_all_is_alike_that_no_two_share(
    one: Any, other: Any, same: bool
) -> None:
    identity: Callable[[Any], Any] = BY_NAME[one.KIND].identity
    assert (identity(one) == identity(other)) is same


def test_schools_of_one_name_are_two_where_they_began_on_other_days() -> None:
    identity = BY_NAME[School.KIND].identity

    def school(start: str | None, title: str = "Trường bịa") -> Any:
        day = PartialDate.read(start) if start else None
        return School(id="a", title=title, province=None, start=day)  # type: ignore[arg-type]

    assert identity(school("2025-07-01")) == identity(school("2025-07-01", "TRƯỜNG bịa"))
    assert identity(school("2025-07-01")) != identity(school(None))
    assert identity(school("2025-07-01")) != identity(school("2025-07-01", "Trường khác"))


def test_a_title_is_alike_but_for_capitals_and_spaces() -> None:
    assert alike("  Họp \n THỬ ") == alike("họp thử") == "họp thử"
    assert alike("Họp thử") != alike("Hợp thử")


# What is read one after another


def shelf(one: Any) -> Any:
    return BY_NAME[one.KIND].shelf(one)


def test_neighbours_share_a_clause_a_field_a_time_or_nothing() -> None:
    assert shelf(duty("a", "x#dieu-1")) == shelf(duty("b", "x#dieu-9")) == "x"
    assert shelf(duty("a", "x#dieu-1")) != shelf(duty("b", "y#dieu-1"))
    told = [(), (FIELD,), (FIELD,), (OTHER,), (FIELD, OTHER)]
    answers = [Answer(id=str(at), title="Hỏi", topics=one) for at, one in enumerate(told)]
    assert [shelf(one) for one in answers] == [(), (FIELD,), (FIELD,), (OTHER,), ()]
    for looked_up in (unit("a", "A"), source("a")):
        assert shelf(looked_up) == looked_up.id, "looked up one by one"
    dated, undated = (
        Document(id=id, title="A", type=None, issuer="B", issued=day, text_quality=None)  # type: ignore[arg-type]
        for id, day in (("a", DAY), ("b", None))
    )
    assert (shelf(dated), shelf(undated)) == ("", "b")
    assert shelf(article("a")) == shelf(event()) == ""


# In which order


def ordered(*entries: Any) -> list[str]:
    kind = BY_NAME[entries[0].KIND]
    found = sorted(entries, key=kind.order, reverse=kind.newest_first)
    return [one.id for one in found]


def test_what_is_new_stands_first_and_what_has_no_day_last() -> None:
    days = (date(2026, 1, 1), date(2026, 3, 1), None)
    assert ordered(*map(article, "abc", days)) == ["b", "a", "c"]
    late = PartialDate.read("2026-05")
    assert ordered(event("a"), event("b", start=late), event("c")) == ["b", "c", "a"]
    assert ordered(
        *(
            Movement(id=id, title="A", start=start, part_of=above)
            for id, start, above in (
                ("a", 2020, None),
                ("b", 2024, Link("phong-trao", "c")),
                ("c", 2024, None),
                ("d", None, None),
            )
        )
    ) == ["c", "b", "a", "d"]


def test_other_lists_stand_by_their_closed_list_their_clause_their_place_or_their_letters() -> None:
    assert ordered(unit("a", "Ăn", 1), unit("b", "Zô", 0), unit("c", "Ao", 1)) == ["b", "c", "a"]
    assert ordered(source("a", "B", 1), source("b", "Đ", 0), source("c", "D", 0)) == [
        *("c", "b", "a"),
    ]
    assert ordered(duty("x-10", "b#1"), duty("x-2", "b#9"), duty("z", "a#1")) == [
        *("z", "x-2", "x-10"),
    ]
    terms = [Term(id=id, title=title, definition="") for id, title in ("aÔ", "bO", "cP")]
    assert ordered(*terms) == ["b", "a", "c"]
    pages = [Page(id=id, title="", place=at) for id, at in (("b", 2), ("a", 2), ("c", None))]
    assert ordered(*pages) == ["c", "a", "b"]
    assert ordered(Answer(id="b", title="A"), Answer(id="a", title="B")) == ["a", "b"]
    models = [
        Exemplar(id=id, title=title, school=Link("truong", "x")) for id, title in ("aÊ", "bE")
    ]
    assert ordered(*models) == ["b", "a"]


# What it is told by


@pytest.mark.parametrize(
    ("one", "about"),
    [
        (source("a"), "Báo chí; truy cập ngày 05/3/2026."),
        (source("a", publisher="Báo Làng"), "Báo chí: Báo Làng; truy cập ngày 05/3/2026."),
        (source("a", read_on=None), "Báo chí."),
        (event(), "Hội nghị, ngày 10/4/2026."),
        (event(start=PartialDate.read("2026-04")), "Hội nghị, tháng 4/2026."),
        (event(text="Bịa."), "Bịa."),
        (Term(id="a", title="A", definition="Nghĩa."), "Nghĩa."),
        (unit("a", "A"), ""),
    ],
)
def test_what_an_entry_without_a_summary_is_about(one: Any, about: str) -> None:
    assert BY_NAME[one.KIND].about(one) == about


def test_every_list_says_what_it_is_for_and_how_to_use_it_but_where_that_shows() -> None:
    lists = [kind for kind in OURS if not kind.anywhere]
    assert all(kind.lead.endswith(".") and kind.menu for kind in lists)
    assert {kind.name for kind in lists if not kind.how} == {Series.KIND, Event.KIND}
    assert all(kind.how.endswith(".") for kind in lists if kind.how)
    # Its own label says all that readers call it.
    assert {kind.name for kind in lists if not kind.called} == {Movement.KIND, Article.KIND}
    assert {kind.name for kind in OURS if kind.asked} == {School.KIND, Unit.KIND, Page.KIND}
    said = [(kind.name, each) for kind in KINDS for each in (*kind.called, *kind.asked)]
    assert len(said) == len(set(said)), "nothing is said twice of one kind"
    assert all(each == each.strip() and each for _, each in said)


def test_kinds_that_have_rules_of_their_own_ask_them() -> None:
    nothing = BY_NAME[Page.KIND].check
    silent = {kind.name for kind in OURS if kind.check is nothing}
    assert list(nothing(Page(id="a", title="A"))) == []
    assert silent == {Procedure.KIND, Answer.KIND, Unit.KIND, Reference.KIND, Page.KIND}
    assert {kind.name for kind in OURS if not kind.needs_source} == {
        Document.KIND,
        Reference.KIND,
        Page.KIND,
    }
    assert {kind.name for kind in OURS if kind.version} == {Document.KIND}


def test_only_sets_of_criteria_have_parts_and_rows_with_addresses_of_their_own() -> None:
    with_parts = {kind.name for kind in OURS if kind.parts is not BY_NAME[Term.KIND].parts}
    with_rows = {kind.name for kind in OURS if kind.rows is not BY_NAME[Term.KIND].rows}
    assert with_parts == with_rows == {CriteriaSet.KIND}
    assert BY_NAME[Term.KIND].parts(None) == BY_NAME[Term.KIND].rows(None) == ()


def test_machines_are_told_the_type_of_an_entry_and_attributes_that_are_there() -> None:
    for kind in KINDS:
        for attribute in kind.linked.properties if kind.linked else ():
            assert hasattr(kind.model, attribute) or attribute in kind.model.__dataclass_fields__
    types = {kind.name: kind.linked.type for kind in OURS if kind.linked}
    assert types == {
        "van-ban": "Legislation",
        "quy-trinh": "HowTo",
        "truong": "EducationalOrganization",
        "so-lieu": "Dataset",
        "bai-viet": "Article",
        "su-kien": "Event",
        "thuat-ngu": "DefinedTerm",
        "hoi-dap": "Question",
        "don-vi": "Organization",
    }


# Terms


def test_an_abbreviation_is_explained_by_the_name_whose_words_begin_with_its_letters() -> None:
    term = Term(
        id="a",
        title="Vụ Các trường chính trị",
        definition="",
        abbreviations=("Vụ CTCT", "VCTCT", "Vụ"),
        synonyms=("Vụ Các trường", "Ban (Hội đồng) Các trường – phòng Tám"),
    )
    assert term.expansion("VCTCT") == "Vụ Các trường chính trị"
    assert term.expansion("vụ CTCT") == "", "letters that stand for words are capitals"
    assert term.expansion("VCT") == "Vụ Các trường", "the exact one before a longer one"
    assert term.expansion("VC") == "Vụ Các trường chính trị"
    assert term.expansion("XYZ") == ""
    assert term.marked == (
        "Vụ Các trường chính trị",
        *("Vụ CTCT", "VCTCT", "Vụ", "Vụ Các trường", "Ban (Hội đồng) Các trường – phòng Tám"),
    )
    short = Term(id="b", title="TM", definition="", abbreviations=("TM", "T.M"), synonyms=("Mẫu",))
    assert short.marked == ("TM", "T.M")
    assert Term(
        id="c", title="Mẫu", definition="", synonyms=("mẫu", "khuôn"), unmarked=("mẫu",)
    ).marked == ("Mẫu", "khuôn")
