"""No number is typed into a template, and every number a board says is one it was made from."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from portal.kinds import KINDS
from portal.library import Library
from portal.library.board import board, days
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
def boards() -> dict[date, Plan]:
    """The board of every day on which a figure changed."""
    plans = {one.url: one for one in plan(renderer().inputs)}
    return {on: plans[f"tien-do/{on}/"] for on in days(real()) if f"tien-do/{on}/" in plans}


def sentences(html: str) -> list[str]:
    """What a board says in sentences: its lead and the words of its figures."""
    found = re.findall(r'<p class="lead">(.*?)</p>', html, re.DOTALL)
    found += re.findall(r"<(?:figcaption|desc|h2|h3)[^>]*>(.*?)</", html, re.DOTALL)
    return [
        " ".join(_TAG.sub(" ", one).replace("\N{NO-BREAK SPACE}", " ").split()) for one in found
    ]


def test_every_number_in_a_sentence_of_a_board_is_one_of_its_data() -> None:
    fill = Filler(renderer().page_context(""))
    assert boards()
    for on, one in boards().items():
        it = board(real(), on)
        known = {1, len(it.schools), len(it.at_level(1)), len(it.perhaps)}
        for exhibit in exhibits(it, fill, current=False):
            known.add(len(exhibit.rows))
            for row in exhibit.rows:
                told = (getattr(row, name, None) for name in ("value", "total", "count", "level"))
                known.update(number for number in told if isinstance(number, int))
        said = sentences(renderer().draw(one).html)
        assert said, on
        for sentence in said:
            found = {int(it.replace(".", "")) for it in _NUMBER.findall(_DAY.sub("", sentence))}
            years = {number for number in found if 1990 < number < 2100}
            assert found - years <= known, f"{on}: {sentence}"
