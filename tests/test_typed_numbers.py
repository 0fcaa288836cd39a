"""No number is typed into a template, and every number a board says is one it was made from."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from portal.kinds import KINDS
from portal.kinds.school import School
from portal.library import Library
from portal.library.board import Board, board, board_of_today, days, was_there
from portal.road import judge
from portal.views.api.v1.fill import Filler
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.progress import plan
from portal.views.progress.exhibits import exhibits
from portal.views.renderer import Renderer

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted((ROOT / "portal").rglob("*.html.jinja"))
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_QUOTED = re.compile(
    r'<(code|kbd|option|pre|textarea)\b.*?</\1>|<a href="\./\?q=.*?</a>', re.DOTALL
)
_CODE = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_STRING = re.compile(r'"([^"]*)"')
_STEP = re.compile(r"^\s*\d+\.\s")
_DAY = re.compile(r"\b(?:\d{1,2}/){1,2}\d{4}\b")
_NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:\.\d{3})*(?![\w/-]|\.\d)")


def typed(template: str) -> list[str]:
    """Words of a template that count something: its text, and the strings it hands on to be read.
    Days, sizes of paper, versions, steps, choices, code and examples of searches count nothing;
    attributes of HTML and names of one word (`h2`, `muc-1`) are read by nobody."""
    code = _QUOTED.sub("", _COMMENT.sub("", template))
    strings = [it for one in _CODE.findall(code) for it in _STRING.findall(one)]
    said = [one for one in strings if " " in one or not one.isascii()]
    text = _TAG.sub(" ", _CODE.sub(" ", code))
    return [
        one
        for one in [*said, *text.split("\n")]
        if _NUMBER.search(_DAY.sub("", _STEP.sub("", one)))
    ]


def test_a_number_in_a_template_is_found() -> None:
    assert typed('<p class="h2">Có {{ page.count }} trường trong 34 trường.</p>')
    assert typed('{% call c.section("x", "34 trường") %}{% endcall %}')
    assert not typed('{# 34 #}<h2 id="muc-1">{{ page.at[2] }}</h2>{% set x = "muc-1" %}')


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda one: str(one.relative_to(ROOT / "portal")))
def test_no_number_is_typed_into_a_template(path: Path) -> None:
    assert typed(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_list_counts_its_entries_in_words_typed_beforehand(kind: object) -> None:
    told = f"{kind.lead} {kind.how}"  # type: ignore[attr-defined]
    assert _NUMBER.findall(_DAY.sub("", told)) == []


# The boards, on the real content


@cache
def real() -> Library:
    return judge(ROOT, date(2026, 12, 1))[0]


@cache
def renderer() -> Renderer:
    return Renderer(Inputs(real()))


@cache
def plans() -> dict[str, Plan]:
    return {one.url: one for one in plan(renderer().inputs)}


def sentences(html: str) -> list[str]:
    """What a board says in sentences: its paragraphs, the words of its figures, names of parts."""
    found = re.findall(r"<p\b[^>]*>(.*?)</p>", html, re.DOTALL)
    found += re.findall(r"<(?:figcaption|caption|desc|h2|h3)\b[^>]*>(.*?)</", html, re.DOTALL)
    return [
        " ".join(_TAG.sub(" ", one).replace("\N{NO-BREAK SPACE}", " ").split()) for one in found
    ]


def strangers(page: Plan, known: set[int]) -> list[str]:
    """Sentences of a page that tell a number which is none of these, a day or a year."""
    said = sentences(renderer().draw(page).html)
    assert said, page.url
    numbers = {
        one: {int(it.replace(".", "")) for it in _NUMBER.findall(_DAY.sub("", one))} for one in said
    }
    return [one for one, told in numbers.items() if {n for n in told if n < 1990} - known]


def known(it: Board, current: bool) -> set[int]:
    """Every number a board was made from."""
    found = {1, len(it.schools), len(it.at_level(1)), len(it.perhaps)}
    for exhibit in exhibits(it, Filler(renderer().page_context("")), current):
        found.add(len(exhibit.rows))
        for row in exhibit.rows:
            told = (getattr(row, name, None) for name in ("value", "total", "count", "level"))
            found.update(number for number in told if isinstance(number, int))
    return found


def test_every_number_in_a_sentence_of_a_board_is_one_of_its_data() -> None:
    found = [on for on in days(real()) if f"tien-do/{on}/" in plans()]
    assert found
    for on in found:
        it = board(real(), on)
        assert strangers(plans()[f"tien-do/{on}/"], known(it, current=False)) == [], on


def test_every_number_in_a_sentence_of_the_board_of_today_is_one_of_its_data() -> None:
    it = board_of_today(real())
    assert strangers(plans()["tien-do/"], known(it, current=True)) == []


def test_the_page_of_who_became_whom_tells_what_the_days_of_the_schools_tell() -> None:
    """Counted by days, which the page, made of who became whom, does not look at."""
    schools = real().of(School)
    before, after = (
        {one.id for one in schools if was_there(one, on)}
        for on in (date(2025, 6, 30), date(2025, 7, 1))
    )
    kept, merged = before & after, after - before
    silent = [one for one in schools if one.id in merged and not one.founding.decision]  # type: ignore[union-attr]
    told = {len(before), len(after), len(kept), len(merged), len(before - kept), len(silent)}
    assert strangers(plans()["tien-do/hop-nhat/"], told) == []
    assert strangers(plans()["tien-do/hop-nhat/"], told - {len(before - kept)})


def test_a_number_that_is_none_of_the_data_is_found() -> None:
    it = board_of_today(real())
    assert strangers(plans()["tien-do/"], known(it, current=True) - {len(it.schools)})
