"""What a page says of the parts of a document that do not share its state, of what happened to a
clause, and of why and since when: the sentences, by what is known of the event. All is made up.
"""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from markupsafe import Markup

from portal.dates import PartialDate
from portal.kinds.base import Link
from portal.kinds.document import Document, Relation, scope
from portal.kinds.document.course import Event
from portal.kinds.document.lists import (
    DocumentType,
    Effect,
    EventType,
    Quality,
    RelationType,
    State,
)
from portal.kinds.document.outcome import Part
from portal.kinds.document.scope import Scope
from portal.kinds.document.validity import Validity
from portal.kinds.document.view import notices, parts
from portal.kinds.lists import Tone
from portal.library.clause_history import Change

DAY = PartialDate.read("2025-01-01")
HOLDS = State(value="con", label="Còn hiệu lực")
DEAD = State(value="het", label="Hết hiệu lực", dead=True)
SOME = State(value="het-mot-phan", label="Hết hiệu lực một phần", partial=True)
AHEAD = State(value="chua", label="Chưa có hiệu lực", awaits="có hiệu lực")
END = EventType(value="het", label="Hết hiệu lực", effect=Effect.END, state=DEAD, in_part=SOME)
ENDS = RelationType(value="thay-the", label="Thay thế", inverse_label="Bị thay thế bởi", causes=END)
GUIDES = RelationType(value="huong-dan", label="Hướng dẫn", inverse_label="Được hướng dẫn bởi")
V: Any = SimpleNamespace(
    when=lambda on: Markup(f"ngày {on}"),
    show=lambda on: Markup(str(on)),
    a=lambda one, short=False: Markup(f"<a>{one.id}{' ngắn' if short else ''}</a>"),
    library=SimpleNamespace(in_place_of=lambda entry: None),
)


def document(id: str = "bia", anchors: dict[str, str] | None = None) -> Any:
    made = Document(
        id=id,
        title="Bịa",
        type=DocumentType(value="quy-dinh", label="Quy định"),
        issuer="Ban Bịa",
        text_quality=Quality(value="goc", label="Gốc", extent=None),
    )
    object.__setattr__(made, "anchors", lambda: anchors or {})
    return made


LATER = document("moi")


def event(
    on: PartialDate | None = DAY, by: Any = None, type: RelationType | None = None, **more: Any
) -> Event:
    relation = Relation(type=type, to=Link("van-ban", "bia")) if type else None
    return Event(END, on, by, relation=relation, **more)


SINCE = [
    (event(), "từ ngày 01/01/2025"),
    (event(None), "chưa rõ từ ngày nào"),
    (event(by=LATER), "từ ngày 01/01/2025, theo <a>moi ngắn</a>"),
    (event(by=LATER, type=ENDS), "từ ngày 01/01/2025, bị thay thế bởi <a>moi ngắn</a>"),
    (event(by=LATER, type=GUIDES), "từ ngày 01/01/2025, theo <a>moi ngắn</a>"),
    (event(None, LATER, ENDS), "chưa rõ từ ngày nào, bị thay thế bởi <a>moi ngắn</a>"),
]


@pytest.mark.parametrize(("one", "said"), SINCE)
def test_since_when_and_by_whose_words_is_told_as_far_as_it_is_known(one: Event, said: str) -> None:
    assert parts.how(V, one) == said
    assert parts.since(V, Part("dieu-1", DEAD, one)) == said
    assert parts.since(V, Part("dieu-1", AHEAD, one)) == f"có hiệu lực {said}"


def test_of_a_part_of_which_no_event_is_known_that_is_said() -> None:
    assert parts.since(V, Part("dieu-1", DEAD)) == "chưa rõ từ ngày nào"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("Hết hiệu lực", DAY, event()), "Hết hiệu lực từ ngày 01/01/2025"),
        (Change("Lời đổi", DAY), "Lời đổi từ ngày 01/01/2025"),
        (Change("Lời đổi", None), "Lời đổi chưa rõ từ ngày nào"),
        (
            Change("Lời đổi", DAY, by=Link("van-ban", "moi")),
            "Lời đổi từ ngày 01/01/2025, theo <a>moi ngắn</a>",
        ),
    ],
)
def test_a_change_of_a_clause_is_told_with_its_day_and_its_document(
    change: Change, said: str
) -> None:
    assert parts._change(V, change) == said


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("has_state", [True, False])
def test_all_that_happened_to_a_clause_is_listed_where_its_state_does_not_say_it(
    count: int, has_state: bool
) -> None:
    part = Part("dieu-1", DEAD, event()) if has_state else None
    made = parts._at(V, part, [Markup(f"lần {at}") for at in range(count)])
    assert ("Các lần thay đổi" in made) is (count > 1 or not has_state)
    assert made.count("<li>") == (count if count > 1 or not has_state else 0)
    assert ('class="clause-state tone-' in made) is has_state
    assert ("<strong>Hết hiệu lực</strong> từ ngày 01/01/2025." in made) is has_state


def test_a_part_that_has_only_words_is_named_by_them_at_the_clause() -> None:
    made = parts._at(V, Part("«phần học phí»", DEAD, event()), [])
    assert "<strong>Hết hiệu lực</strong> (phần học phí) từ" in made


def test_parts_with_one_event_are_told_on_one_line_each_a_link_where_it_stands() -> None:
    entry = document(anchors={"dieu-3": "Điều 3"})
    shared, other = event(by=LATER, type=ENDS), event(PartialDate.read("2026-01-01"))
    state = Validity(
        SOME,
        parts=(
            Part("dieu-3", DEAD, shared),
            Part("dieu-5.khoan-2", DEAD, replace(shared)),
            Part("dieu-7", DEAD, other),
            Part("dieu-8", AHEAD, other),
        ),
    )
    assert list(parts.told(V, entry, state)) == [
        '<strong>Hết hiệu lực</strong>: <a href="#dieu-3">Điều 3</a>, khoản 2 Điều 5,'
        " từ ngày 01/01/2025, bị thay thế bởi <a>moi ngắn</a>.",
        "<strong>Hết hiệu lực</strong>: Điều 7, từ ngày 01/01/2026.",
        "<strong>Chưa có hiệu lực</strong>: Điều 8, có hiệu lực từ ngày 01/01/2026.",
    ]


# Notices above the text


def heads(state: Validity, entry: Any = None) -> list[tuple[object, str, str]]:
    found = notices.validity_notices(V, entry or document(), state)
    return [(one.tone, one.title, Markup(one.html).striptags()) for one in found]


def test_what_simply_holds_has_no_notice() -> None:
    assert heads(Validity(HOLDS)) == []


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (None, "Chưa rõ ngày và văn bản quy định."),
        (event(), "Từ ngày 01/01/2025; chưa rõ theo văn bản nào."),
        (event(None), "Chưa rõ từ ngày nào; chưa rõ theo văn bản nào."),
        (event(by=LATER), "Từ ngày 01/01/2025; theo moi."),
        (event(by=LATER, type=ENDS), "Từ ngày 01/01/2025; bị thay thế bởi moi."),
        (event(by=LATER, type=GUIDES), "Từ ngày 01/01/2025; theo moi."),
        (
            event(by=LATER, assumed=True),
            "Từ ngày 01/01/2025 (ngày ban hành của văn bản sau; chưa rõ ngày có hiệu lực của văn"
            " bản đó); theo moi.",
        ),
        (event(None, LATER, assumed=True), "Chưa rõ từ ngày nào; theo moi."),
        (
            event(where=Scope("Điều 3", ("dieu-3",))),
            "Từ ngày 01/01/2025; phạm vi: Điều 3; chưa rõ theo văn bản nào.",
        ),
    ],
)
def test_a_dead_document_says_since_when_and_why_as_far_as_it_is_known(
    one: Event | None, said: str
) -> None:
    assert heads(Validity(DEAD, one)) == [(Tone.ENDED, "Hết hiệu lực", said)]


def test_a_dead_document_whose_successor_is_dead_too_leads_to_what_holds() -> None:
    third = document("nay")
    v: Any = SimpleNamespace(
        **{**vars(V), "library": SimpleNamespace(in_place_of=lambda entry: third)}
    )
    state = Validity(DEAD, event(by=LATER, type=ENDS))
    ((notice),) = notices.validity_notices(v, document(), state)
    assert "nay xem <a>nay</a>" in notice.html
    direct = Validity(DEAD, event(by=third, type=ENDS))
    ((notice),) = notices.validity_notices(v, document(), direct)
    assert "nay xem" not in notice.html


def test_a_document_partly_dead_tells_its_parts_and_its_own_event_where_that_is_of_all() -> None:
    part = Part("dieu-7", DEAD, event())
    own = event(where=Scope("Điều 7", ("dieu-7",)))
    told = "Hết hiệu lực: Điều 7, từ ngày 01/01/2025."
    assert heads(Validity(SOME, own, parts=(part,))) == [(Tone.CAUTION, SOME.label, told)]
    ((_, _, both),) = heads(Validity(SOME, event(), parts=(part,)))
    assert both.startswith("Từ ngày 01/01/2025; chưa rõ theo") and both.endswith(told)
    ((_, _, bare),) = heads(Validity(SOME, own))
    assert bare == "Từ ngày 01/01/2025; phạm vi: Điều 7; chưa rõ theo văn bản nào."


def test_what_is_ahead_in_doubt_or_coming_is_told_before_it_is_sure() -> None:
    late = "Ngày có hiệu lực: 01/01/2025, sau ngày tính của trang này."
    assert heads(Validity(AHEAD, event())) == [(Tone.CAUTION, AHEAD.label, late)]
    assert heads(Validity(AHEAD))[0][2] == "Ngày có hiệu lực: chưa rõ."
    part = Part("dieu-7", HOLDS, event())
    assert [one[1] for one in heads(Validity(AHEAD, parts=(part,)))] == [
        AHEAD.label,
        "Riêng một phần",
    ]
    assert [one[1] for one in heads(Validity(HOLDS, parts=(part,)))] == ["Riêng một phần"]
    doubtful = event(PartialDate.read("2025"))
    ((tone, _, said),) = heads(Validity(HOLDS, doubt=doubtful))
    assert tone is Tone.CAUTION
    assert said.startswith("Nguồn chỉ ghi: hết hiệu lực trong ngày 2025.")
    ((_, _, said),) = heads(Validity(HOLDS, doubt=event(PartialDate.read("trước 2025"))))
    assert "hết hiệu lực ngày trước" in said
    assert heads(Validity(HOLDS, coming=event(by=LATER))) == [
        (Tone.CAUTION, "Sắp thay đổi", "Hết hiệu lực từ ngày 01/01/2025, theo moi.")
    ]
    some = event(where=Scope("Điều 7", ("dieu-7",)))
    assert heads(Validity(HOLDS, coming=some))[0][2] == (
        "Hết hiệu lực một phần từ ngày 01/01/2025; phạm vi: Điều 7."
    )


# Of which part something is said

UNSOURCED = document()
object.__setattr__(UNSOURCED, "source", None)
SAID: list[tuple[str, tuple[str, ...], tuple[str, ...], bool]] = [
    ("Điều 3", ("dieu-3",), (), False),
    ("Điều 3, khoản 2 Điều 5", ("dieu-3", "dieu-5.khoan-2"), (), False),
    ("các Điều 5, 6 và 7 của Nghị định này", ("dieu-5", "dieu-6", "dieu-7"), (), False),
    ("Điều 9 đến Điều 11", ("dieu-9", "dieu-10", "dieu-11"), (), False),
    ("từ Chương I đến Chương III", ("chuong-i", "chuong-iii"), (), False),
    ("trừ Điều 7", (), ("dieu-7",), False),
    ("không bao gồm Điều 3", (), ("dieu-3",), False),
    ("Điều 5 (trừ khoản 2)", ("dieu-5",), ("dieu-5.khoan-2",), False),
    (
        "Điều 5, trừ khoản 2 và điểm a khoản 3",
        ("dieu-5",),
        ("dieu-5.khoan-2", "dieu-5.khoan-3.diem-a"),
        False,
    ),
    ("Điều 5, trừ Điều 5a", ("dieu-5",), ("dieu-5a",), False),
    ("phần học phí", (), (), True),
    ("phần học phí tại Điều 5", ("dieu-5",), (), True),
    ("Điều 5 trừ khoản 2 về học phí", ("dieu-5",), ("dieu-5.khoan-2",), True),
    ("các nội dung", (), (), True),
]


@pytest.mark.parametrize(("told", "places", "without", "narrowed"), SAID)
def test_words_for_a_part_are_its_places_or_stay_words(
    told: str, places: tuple[str, ...], without: tuple[str, ...], narrowed: bool
) -> None:
    for partial in (True, False):
        found = scope.read(UNSOURCED, f" {told.replace(' ', '  ')} ", partial)
        assert found == Scope(told, places, without, told if narrowed else "")
        assert found.told == told
        assert found.regions == ((f"«{told}»",) if narrowed else (*places, *without))
        assert found.whole is (not places and not narrowed)


@pytest.mark.parametrize(
    "told", [None, "", " ", "Toàn bộ", "cả văn bản", "toàn bộ Nghị định này", "Quy định này"]
)
def test_where_all_is_meant_or_nothing_is_said_no_part_is(told: str | None) -> None:
    assert scope.read(UNSOURCED, told, False) is scope.WHOLE
    assert scope.read(UNSOURCED, told, True) == Scope(narrowed=scope.UNNAMED)


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("dieu-3", "Điều 3"),
        ("dieu-3; dieu-5.khoan-2", "Điều 3, khoản 2 Điều 5"),
        ("mo-dau,ket", "phần mở đầu, phần kết"),
    ],
)
def test_ids_are_places_and_are_told_by_their_names(told: str, named: str) -> None:
    found = scope.read(UNSOURCED, told, False)
    assert found.told == named
    assert found.places == tuple(one.strip() for one in told.replace(";", ",").split(","))


def test_a_part_is_covered_by_what_it_stands_in_but_for_what_is_left_out() -> None:
    all_but = Scope("", ("dieu-5",), ("dieu-5.khoan-2",))
    assert all_but.covers("dieu-5", {}) and all_but.covers("dieu-5.khoan-1", {})
    assert not all_but.covers("dieu-5.khoan-2.diem-a", {}) and not all_but.covers("dieu-50", {})
    assert scope.WHOLE.covers("", {}) and scope.WHOLE.covers("dieu-1", {})
    assert not all_but.covers("", {})
    headed = {"dieu-5": frozenset({"chuong-i", "dieu-5"})}
    chapter = Scope("", ("chuong-i",))
    assert chapter.covers("dieu-5", headed) and not chapter.covers("dieu-5", {})
    assert (chapter.depth("dieu-5", headed), chapter.depth("dieu-6", headed)) == (1, 0)
    assert Scope("", ("dieu-5", "chuong-i")).depth("dieu-5", headed) == 2
    words = Scope("", narrowed="học phí")
    assert words.covers("«học phí»", {}) and not words.covers("dieu-5", {})
    assert scope.steps("") == frozenset()
    assert scope.steps("a.b.c") == {"a", "a.b", "a.b.c"}
