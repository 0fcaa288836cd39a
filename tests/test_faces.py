"""The face that readers get: it has every letter of the site, and its marks can be told apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, TypeVar

import faces
import look
import pytest
from fontTools.ttLib import TTFont

from bench.marks import report as marks
from bench.marks.drawing import drawn
from bench.marks.letters import LETTERS, PAIRS
from portal.views.diagram.lettering import width

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "overrides" / "assets" / "fonts"
NAMES = ("be-vietnam-400", "be-vietnam-600", "be-vietnam-400-italic")
OTHER = "-other"
UNSEEN = set("\n\t\u200b\ufeff")
EVERYWHERE = "–—…«»“”‘’•·×§°±₫€№™−≤≥←↑→↓◆✓"

T = TypeVar("T")


@cache
def face(name: str) -> Any:
    return TTFont(FONTS / f"{name}.woff2")


def advance(name: str, letter: str) -> int:
    opened = face(name)
    room: int = opened["hmtx"][opened.getBestCmap()[ord(letter)]][0]
    return room


def shown(page: Path) -> set[str]:
    """The letters of a page's text."""
    text = page.read_text(encoding="utf-8")
    plain = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", "", text, flags=re.S)
    return set(unescape(plain)) - UNSEEN


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_of_the_real_site_is_in_the_face(name: str, real_site: Path) -> None:
    letters = {chr(code) for code in face(name).getBestCmap()}
    letters |= {chr(code) for code in face(name + OTHER).getBestCmap()}
    seen: set[str] = set(EVERYWHERE).union(LETTERS, *map(shown, real_site.rglob("*.html")))
    assert {letter for letter in seen - letters if unicodedata.category(letter) != "Cf"} == set()


@pytest.mark.parametrize("name", NAMES[:2])
def test_the_signs_of_the_face_are_those_that_are_drawn_each_the_way_it_points(name: str) -> None:
    def glyph(sign: str) -> tuple[Any, Any]:
        held = next(
            one for one in map(face, (name, name + OTHER)) if ord(sign) in one.getBestCmap()
        )
        return held["glyf"], held["glyf"][held.getBestCmap()[ord(sign)]]

    minus = glyph("−")[1]
    for sign in faces.SIGN_WIDTH:
        table, drawn = glyph(sign)
        outlines = list(faces._outlines(sign, minus.yMax - minus.yMin))
        assert set(drawn.getCoordinates(table)[0]) == {
            (round(x), round(y)) for outline in outlines for x, y in outline
        }, sign


def test_letters_that_are_not_vietnamese_stand_in_files_of_their_own() -> None:
    told = look.sheet()
    assert told.count(f"unicode-range: {faces.ranges(faces.OTHER)};") == len(NAMES)
    for name in NAMES:
        parts = [set(face(name + end).getBestCmap()) for end in ("", OTHER)]
        assert parts[0] == faces.EVERYDAY
        assert parts[1] <= faces.OTHER
        assert set(map(ord, "äçéñöøüß½™")) <= parts[0] | parts[1]


def test_what_the_style_sheet_writes_is_in_the_face() -> None:
    letters = {chr(code) for code in face("be-vietnam-400").getBestCmap()}
    written = set("".join(re.findall(r'(?:content|--sign): "([^"]*)"', look.sheet())))
    assert written - letters == set()


@pytest.mark.parametrize("name", NAMES)
def test_figures_of_tables_have_one_width_and_words_are_kerned(name: str) -> None:
    opened, letters = face(name), face(name)["GSUB"].table
    features = {one.FeatureTag: one.Feature for one in letters.FeatureList.FeatureRecord}
    placed = {one.FeatureTag for one in opened["GPOS"].table.FeatureList.FeatureRecord}
    assert "kern" in placed
    (lookup,) = features["tnum"].LookupListIndex
    figures = letters.LookupList.Lookup[lookup].SubTable[0].mapping
    assert [opened["hmtx"][one][0] for one in figures.values()] == [advance(name, "0")] * 10


def test_a_hyphen_is_clearly_shorter_than_a_dash() -> None:
    for name in NAMES:
        assert advance(name, "-") < advance(name, "–") * 0.6


def test_the_faces_of_a_first_visit_keep_their_budget() -> None:
    first = [FONTS / f"{name}.woff2" for name in NAMES[:2]]
    assert sum(file.stat().st_size for file in first) <= 45_000
    kept = sorted(file.stem for file in FONTS.glob("*.woff2"))
    assert kept == sorted(name + end for name in NAMES for end in faces.PARTS)


def test_drawings_reckon_with_the_widths_of_the_face() -> None:
    letters = [chr(code) for code in range(0x20, 0x7F)]
    for letter in {*letters, *LETTERS, *"đĐ–…«»×•◆✓→"}:
        told, real = width(letter, 1000), advance("be-vietnam-600", letter)
        assert real <= told <= real + 70, f"{letter}: {told} thay vì {real}"


def apart(work: Callable[[], T]) -> T:
    """The browser of a measure is its own: it is driven from a thread of its own, beside that of
    other tests."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


@pytest.mark.parametrize("hinting", marks.JUDGED)
@pytest.mark.parametrize("weight", [400, 600])
def test_no_two_letters_are_drawn_alike_at_16_pixels(hinting: str, weight: int) -> None:
    def measured() -> Any:
        with marks.screen(hinting) as page:
            return marks.measured(page, marks.own_face(weight), marks.ASKED)

    found = apart(measured)
    assert len(found.of) == len(PAIRS) * 2 == 456
    assert found.is_enough, f"{found.least}, {found.circumflex}"


def test_a_letter_typed_in_parts_is_drawn_as_the_whole_one() -> None:
    """Marks by themselves are not in the face: the browser puts letters together first."""
    parted = {letter: unicodedata.normalize("NFD", letter) for letter in LETTERS}

    def both() -> Any:
        with marks.screen("none") as page:
            whole = drawn(page, marks.own_face(400), 16)
            return whole, drawn(page, marks.own_face(400), 16, written=parted)

    whole, parts = apart(both)
    assert [one for one in LETTERS if (whole[one] != parts[one]).any()] == []
