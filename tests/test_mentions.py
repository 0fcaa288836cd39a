"""Where the prose of made-up entries speaks of documents, in which words and which sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_status import lists, plan

from portal.dates import PartialDate
from portal.forms import Link
from portal.kinds.document import Document
from portal.kinds.document.lists import Quality
from portal.kinds.lists import values
from portal.kinds.term import Term
from portal.library.mentions import (
    LONGEST,
    Mention,
    days_told,
    mentions,
    register_of,
    sentence_around,
    types_of,
)
from portal.source import Mapping, Source

FILE = Source("docs/van-ban/ke-hoach.md", "van-ban", "ke-hoach", Mapping({}, {}, 1), "Bịa.")
PAPER = plan(number="7-KH/LM", source=FILE)
LINE = 5
HIT = "số 7-KH/LM"


def read(body: str) -> list[Mention]:
    source = Source("data/thuat-ngu/t.yml", "thuat-ngu", "t", Mapping({}, {}, 1), body, LINE)
    term = Term(id="t", title="T", definition="B", source=source)
    return list(mentions([term], register_of([PAPER], lists())))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Theo **Kế hoạch** số **7-KH/LM** thì vậy.", "Kế hoạch số 7-KH/LM"),
        ("*Theo* Kế hoạch số 7-KH/LM", "Kế hoạch số 7-KH/LM"),
        ("**Mây Hạ:** Kế hoạch số 7-KH/LM", "Kế hoạch số 7-KH/LM"),
        ("[Kế hoạch](van-ban/ke-hoach) thì vậy.", "Kế hoạch"),
    ],
)
def test_the_words_of_a_mention_are_those_that_name_the_document(body: str, words: str) -> None:
    (one,) = read(body)
    assert (one.words, one.target) == (words, Link(Document.KIND, "ke-hoach"))


def test_mentions_come_as_the_text_has_them_each_on_its_line() -> None:
    found = read(
        "Kế hoạch số 7-KH/LM.\n\nXem [nó](/van-ban/ke-hoach#muc-i).\n\n"
        "`Kế hoạch số 7-KH/LM` [Kế hoạch số 7-KH/LM](truong/a)\n\n"
        "Còn [Kế hoạch số 8-KH/LM](van-ban/la) và Kế hoạch số 7-KH/LM."
    )
    assert [(one.line - found[0].line, str(one.target and one.target.id)) for one in found] == [
        (0, "ke-hoach"), (2, "ke-hoach"), (6, "la"), (6, "ke-hoach")
    ]  # fmt: skip
    assert [one.meant is None for one in found] == [False, True, True, False]
    assert found[1].target == Link(Document.KIND, "ke-hoach", "muc-i")
    assert {one.at for one in found} == {""}


def test_a_number_is_named_with_its_only_day() -> None:
    dated, bare = read("Kế hoạch số 7-KH/LM ngày 1/1/2020. Kế hoạch số 7-KH/LM.")
    assert dated.name() == bare.name(days_told([dated, bare])) == "7-KH/LM ngày 01/01/2020"
    assert bare.name() == bare.name({}) == "7-KH/LM"
    (key,) = days_told([dated])
    two = {key: {PartialDate(2020, 1, 1), PartialDate(2021, 1, 1)}}
    assert bare.name(two) == "7-KH/LM"
    (linked,) = read("[Bản\n ấy](van-ban/ke-hoach)")
    assert linked.name() == linked.text == "[Bản ấy](van-ban/ke-hoach)"
    assert days_told([linked, bare]) == {}


def test_a_sentence_far_from_any_sign_is_told_near_the_place_only() -> None:
    text = "x" * 2500 + HIT + "y" * 2500
    told = sentence_around(text, 2500, 2500 + len(HIT))
    assert told == f"…{HIT}…"
    near = sentence_around(f"{'chữ ' * 700}{HIT}{' chữ' * 700}", 2800, 2800 + len(HIT))
    assert len(near) <= LONGEST + 2
    assert near.startswith("…chữ chữ") and near.endswith("chữ chữ…") and HIT in near


@pytest.mark.parametrize("before", ["\n", "\n\n", "Trước.\n\n", "a\n- ", "a\n## ", "a\n1. ", "> "])
def test_a_sentence_does_not_reach_beyond_its_block(before: str) -> None:
    text = f"{before}Theo {HIT} thì vậy"
    at = text.index(HIT)
    for after in ("", "\n\nSau", "\n- Sau", "\n# Sau", "\n1) Sau", "\n> Sau", "\n| Sau |"):
        assert sentence_around(text + after, at, at + len(HIT)) == f"Theo {HIT} thì vậy"


def test_signs_of_markdown_are_no_words() -> None:
    text = f"Theo `a` **b** [c](truong/a) ![d](tep/d.png){{: .x }} e[^1] {HIT}."
    at = text.index(HIT)
    assert sentence_around(text, at, at + len(HIT)) == f"Theo a b c d e {HIT}."


def test_types_are_cited_as_the_list_says() -> None:
    types = types_of(lists())
    assert types.labels["ke-hoach"] == "Kế hoạch"


def test_a_document_speaks_of_others_and_only_documents_are_known() -> None:
    other = replace(PAPER, id="khac", number="8-KH/LM")
    known = register_of([PAPER, other, Term(id="t", title="T", definition="B")], lists())
    own = replace(FILE, body="Xem số 8-KH/LM.")
    quality = next(iter(values(lists(), Quality).values()))
    (one,) = mentions([replace(PAPER, source=own, text_quality=quality)], known)
    assert one.target == Link(Document.KIND, "khac")
