"""Models: the level is reckoned from what is there, what is missing is counted once and alike."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import tiny
from docx import Document as open_word

from portal import source
from portal.dates import PartialDate
from portal.desk.overview import overview
from portal.forms import Link
from portal.kinds.base import Lists
from portal.kinds.exemplar import FORM, Adoption, Exemplar, Honour, Outcome
from portal.kinds.exemplar.lists import EvidenceLevel, OutcomeType
from portal.kinds.exemplar.questions import QUESTIONS, answered, given, missing
from portal.kinds.lists import values
from portal.library.evidence import of_model, reckon
from portal.library.lists import lists_of
from portal.road import judge
from portal.views import Edition, draw
from portal.views.word.registration import asked

IDEA = Exemplar(id="y-tuong", title="Ý tưởng bịa", school=Link("truong", "lang-may"))
MEASURED = Outcome(text="Bịa.", measure="Số hoa", value="20 bông")


@cache
def lists() -> Lists:
    return lists_of(source.read(tiny.LISTS.parents[1]))[0]


def kind_of_outcome(value: str) -> OutcomeType:
    return values(lists(), OutcomeType)[value]


def level(value: str) -> EvidenceLevel:
    return values(lists(), EvidenceLevel)[value]


def adopted(**told: str) -> tuple[Adoption, ...]:
    return (Adoption(school=Link("truong", "doi-gio"), **told),)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ({}, "0"),
        ({"context": "Bịa."}, "0"),
        ({"steps": ("Tưới",)}, "1"),
        ({"scope": "Một lớp"}, "1"),
        ({"start": PartialDate(2024)}, "1"),
        ({"outcomes": (Outcome(text="Vui, 20 bông."),)}, "1"),
        ({"outcomes": (MEASURED,)}, "2"),
        ({"outcomes": (replace(MEASURED, type=kind_of_outcome("cua-mo-hinh")),)}, "2"),
        ({"outcomes": (replace(MEASURED, type=kind_of_outcome("cua-truong")),)}, "0"),
        ({"outcomes": (replace(MEASURED, type=kind_of_outcome("quy-mo")),)}, "0"),
        ({"outcomes": (replace(MEASURED, assessed_by="Hội Phụ huynh"),)}, "3"),
        ({"honours": (Honour(form="Giấy khen"),)}, "0"),
        ({"honours": (Honour(form="Giấy khen", basis="Hoa tươi."),)}, "3"),
        ({"adoptions": adopted()}, "0"),
        ({"adoptions": adopted(outcome="Sao sáng hơn.")}, "4"),
    ],
)
def test_the_level_is_the_highest_of_which_there_is_what_it_asks_for(
    told: dict[str, object], wanted: str
) -> None:
    found = reckon(lists(), replace(IDEA, **told))  # type: ignore[arg-type]
    assert found and found.value == wanted


def test_the_reason_says_what_there_is_and_what_the_next_level_asks_for() -> None:
    assert of_model(lists(), replace(IDEA, scope="Một lớp")).reason == (
        "Nguồn nêu việc đã thực hiện; không nêu số liệu kết quả riêng của mô hình."
    )
    assert of_model(lists(), IDEA).reason == "Nguồn không nêu việc đã thực hiện."
    highest = of_model(lists(), replace(IDEA, adoptions=adopted(outcome="Bịa.")))
    assert highest.reason == "Nguồn nêu kết quả ở trường khác đã áp dụng."


def test_an_editor_may_say_less_with_a_reason_and_never_more() -> None:
    done = replace(IDEA, scope="Một lớp")
    less = of_model(lists(), replace(done, evidence_level=level("0"), level_reason="Chỉ thử."))
    assert (less.level, less.reason) == (level("0"), "Chỉ thử.")
    more = of_model(lists(), replace(done, evidence_level=level("4")))
    assert more.level == level("1")


def test_a_list_that_asks_for_nothing_leaves_the_level_to_the_editor() -> None:
    bare = {**lists(), EvidenceLevel.LIST: {"a": EvidenceLevel(value="a", label="A")}}
    assert of_model(bare, IDEA).level is None
    said = replace(IDEA, evidence_level=bare[EvidenceLevel.LIST]["a"])  # type: ignore[arg-type]
    assert of_model(bare, said).level == said.evidence_level


def test_every_question_is_missing_from_an_empty_model_and_none_is_asked_twice() -> None:
    assert missing(IDEA) == QUESTIONS
    assert answered(IDEA) == 0
    assert len({one.name for one in QUESTIONS}) == len(QUESTIONS)
    general = replace(MEASURED, type=kind_of_outcome("cua-truong"))
    names = [one.id for one in missing(replace(IDEA, outcomes=(general,), cost="Không đồng."))]
    assert "figures" in names
    assert "cost" not in names


# What stands on the pages, and in the form


@pytest.fixture(scope="module")
def built(tiny_content: Path) -> Edition:
    return draw(judge(tiny_content, tiny.DAY)[0])


def test_what_is_missing_is_said_once_in_one_line(built: Edition) -> None:
    page = tiny.html(built, "mo-hinh/dem-sao/")
    told = "Các nguồn chỉ nêu 1 trong 14 điều cần biết trước khi áp dụng: "
    (known,) = re.findall(f"{told}([^.]*)[.]", page)
    assert known in {one.name for one in QUESTIONS}
    assert "Các nguồn không nêu" not in tiny.html(built, "mo-hinh/vuon-hat/")


def test_the_page_the_table_and_the_editor_count_alike(tiny_content: Path, built: Edition) -> None:
    found = judge(tiny_content, tiny.DAY)
    table = tiny.html(built, "mo-hinh/day-du/")
    groups = {group.id: group.items for group in overview(*found)}
    for one in found[0].of(Exemplar):
        assert f"{answered(one)}/{len(QUESTIONS)}" in table
        told = [item.text for item in groups["models"] if item.path == one.source.path]
        names = ", ".join(it.name for it in missing(one))
        assert told == ([f"thiếu {len(missing(one))} trong 14 điều: {names}"] if names else [])
        known = ", ".join(it.name for it in given(one))
        assert min(names, known, key=lambda it: it.count(",")) in tiny.html(
            built, f"mo-hinh/{one.id}/"
        )
        assert names in table


def test_every_value_of_a_facet_is_a_page_of_the_models_that_have_it(built: Edition) -> None:
    whole = tiny.html(built, "mo-hinh/")
    for url, page in tiny.by_url(built).items():
        if url.startswith("mo-hinh/") and page.plan.template == "faceted.html.jinja":
            _, facet, *value = url.strip("/").split("/")
            rows = page.html.count("<tr data-marks=")
            if not value:
                assert rows == 0
                continue
            marked = whole.count("<tr data-marks=") and sum(
                f"{facet}:{value[0]}" in row.partition('"')[0].split()
                for row in whole.split('<tr data-marks="')[1:]
            )
            assert rows == marked > 0, url


def test_the_form_asks_for_every_field_a_school_can_answer(built: Edition) -> None:
    (content,) = (one.content for one in built.assets if one.path == FORM)
    (table,) = open_word(BytesIO(content)).tables
    labels = [row.cells[0].paragraphs[0].text for row in table.rows]
    assert labels == [one.label for one in asked()]
    for one in QUESTIONS:
        own = one.id if one.id != "figures" else "outcomes"
        assert own in [it.name for it in asked()]
    answers = "\n".join(row.cells[1].text for row in table.rows)
    for option in values(lists(), OutcomeType).values():
        assert f"☐ {option.label}" in answers


def test_the_form_says_nothing_of_keys_and_codes(built: Edition) -> None:
    (content,) = (one.content for one in built.assets if one.path == FORM)
    told = "\n".join(
        cell.text for row in open_word(BytesIO(content)).tables[0].rows for cell in row.cells
    )
    assert "#" not in told
    assert "_" not in told


def test_a_level_typed_alike_keeps_the_reckoned_reason_and_a_lower_one_its_own() -> None:
    one = replace(IDEA, steps=("Tưới",), level_reason="Nguồn cũ.")
    reckoned = of_model(lists(), one)
    assert reckoned.level == level("1") and reckoned.reason.startswith("Nguồn nêu ")
    assert of_model(lists(), replace(one, evidence_level=level("1"))) == reckoned
    assert of_model(lists(), replace(one, evidence_level=level("2"))) == reckoned
    lower = of_model(lists(), replace(one, evidence_level=level("0")))
    assert (lower.level, lower.reason) == (level("0"), "Nguồn cũ.")
    bare = replace(one, evidence_level=level("0"), level_reason=None)
    assert of_model(lists(), bare).reason == ""


def test_the_reason_names_the_next_level_and_not_the_same_one() -> None:
    told = of_model(lists(), replace(IDEA, steps=("Tưới",))).reason
    assert told == f"Nguồn nêu {level('1').proof}; không nêu {level('2').proof}."
    highest = of_model(lists(), replace(IDEA, adoptions=adopted(outcome="Sao sáng hơn.")))
    assert highest.level and "không nêu" not in highest.reason
