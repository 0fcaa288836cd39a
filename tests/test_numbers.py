"""The one reader of document numbers, and its twin in the browser: `numbers.json` for both."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from portal.citations import numbers
from portal.citations.asking import asked, cut, signs_of, type_named

GOLDEN = json.loads((Path(__file__).parent / "numbers.json").read_text(encoding="utf-8"))
KNOWN = GOLDEN["known"]
SIGNS = signs_of(one["number"] for one in KNOWN)
TYPES = dict(type_named(one["title"], one["number"]) for one in KNOWN)


@pytest.mark.parametrize("one", [*GOLDEN["pieces"], *KNOWN], ids=lambda one: one["number"])
def test_a_number_is_taken_apart_whatever_stands_between_its_parts(one: dict[str, Any]) -> None:
    assert numbers.pieces(one["number"]) == (one["serial"], tuple(one["signs"]))


@pytest.mark.parametrize("spellings", GOLDEN["same"], ids=lambda told: told[0])
def test_all_spellings_of_a_number_have_one_key(spellings: list[str]) -> None:
    assert len({numbers.key(one) for one in spellings}) == 1, list(map(numbers.key, spellings))


@pytest.mark.parametrize(("one", "other"), GOLDEN["different"])
def test_different_numbers_have_different_keys(one: str, other: str) -> None:
    assert numbers.key(one) != numbers.key(other)


def test_no_two_known_numbers_are_one() -> None:
    assert all(
        numbers.key(one["number"]) != numbers.key(other["number"])
        for one, other in combinations(KNOWN, 2)
    )


@pytest.mark.parametrize(
    ("number", "of_party"),
    [("11-QĐ/TW", True), ("16a-CT/TW", True), ("587/QĐ-TTg", False), ("202/2025/QH15", False)],
)
def test_a_number_tells_whether_party_or_state_issued_it(number: str, of_party: bool) -> None:
    read = numbers.read(number)
    assert read
    assert read.of_party == of_party


@pytest.mark.parametrize("case", GOLDEN["asked"], ids=lambda case: case["typed"] or "không gõ gì")
def test_what_people_type_means_these_numbers(case: dict[str, Any]) -> None:
    wanted = asked(case["typed"], SIGNS, TYPES)
    meant = [
        one["number"]
        for one in KNOWN
        if any(it.means(one["number"], one["title"]) for it in wanted)
    ]
    assert meant == case["means"]


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_accident(text: str) -> None:
    assert isinstance(numbers.key(text), str)
    assert isinstance(asked(text, SIGNS, TYPES), list)
    assert "".join(cut(text, SIGNS)) in ("", text)


# The twin


TWIN = """async ({ known, asked }) => {
  const { ask } = await import('/search/query.js')
  const { cut, fits, numbered } = await import('/search/cited.js')
  const { fold, words } = await import('/search/text.js')
  const letters = new Set(known.flatMap(one => one.signs).filter(one => !/^\\d+$/.test(one)))
  const types = {}
  for (const { title, signs } of known) {
    const name = words(fold(title)).slice(0, 2), short = name.map(one => one[0]).join('')
    if (signs.includes(short)) types[name.join(' ')] = short
  }
  const named = ({ title }) => words(fold(title)).slice(0, 2).join(' ')
  return asked.map(({ typed }) => {
    const wanted = numbered(ask(typed).words, { letters, types }, [])
    const means = one => ({ first, letters: given, type }) => first === one.serial
      && (!given.length || fits(one.signs.join('-'), given)) && (!type || type === named(one))
    return known.filter(one => wanted.some(means(one))).map(one => one.number)
  })
}"""


def test_the_browser_understands_what_people_type_alike(modules: Page) -> None:
    found = modules.evaluate(TWIN, {"known": KNOWN, "asked": GOLDEN["asked"]})
    told = zip(GOLDEN["asked"], found, strict=True)
    assert [(one["typed"], got) for one, got in told if got != one["means"]] == []
