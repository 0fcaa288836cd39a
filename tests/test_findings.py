"""What follows from single entries is found once; another entry, or anything else that decides it,
is looked at anew."""

from __future__ import annotations

import importlib
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny

from portal import rules
from portal.kinds import Entry
from portal.library import links
from portal.library.findings import Findings
from portal.road import Memo, judge
from portal.rules import markup_is_safe, words_are_plain

ARTICLE = "docs/bai-viet/vi-sao-hat.md"
READ_IN = importlib.import_module("portal.library.mentions")
"""The package has a function of this name."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tiny.lay_out(tmp_path / "cong")


@pytest.fixture
def entries(content: Path) -> tuple[Entry, ...]:
    return judge(content, tiny.DAY)[0].everything


class Finder:
    """Finds the id of an entry twice, and notes whom it looked at."""

    def __init__(self) -> None:
        self.looked_at: list[str] = []

    def __call__(self, entry: Entry) -> Iterator[str]:
        self.looked_at.append(entry.id)
        yield from (entry.id, entry.id)


def test_an_entry_is_looked_at_once(entries: tuple[Entry, ...]) -> None:
    findings, find = Findings(), Finder()
    first = [*findings.about("mã").each(entries, find)]
    assert first == [id for one in entries for id in (one.id, one.id)]
    assert [*findings.about("mã").each(entries, find)] == first
    assert find.looked_at == [one.id for one in entries]


def test_another_thing_is_found_out_apart(entries: tuple[Entry, ...]) -> None:
    findings = Findings()
    one = entries[0]
    assert findings.about("mã").of(one, Finder()) == (one.id, one.id)
    assert findings.about("tên").of(one, lambda entry: [entry.title]) == (one.title,)


def test_another_entry_in_the_same_file_is_looked_at(
    content: Path, entries: tuple[Entry, ...]
) -> None:
    """Even one that says the same: only the very entry is surely unchanged."""
    findings, find = Findings(), Finder()
    again = judge(content, tiny.DAY)[0].everything
    findings.about("mã").of(entries[0], find)
    findings.about("mã").of(again[0], find)
    assert find.looked_at == [entries[0].id] * 2


def test_whatever_else_decides_it_makes_it_be_found_anew(entries: tuple[Entry, ...]) -> None:
    findings, find = Findings(), Finder()
    for given in (("a",), ("a",), ("b",), ("a",)):
        findings.about("mã", given).of(entries[0], find)
    assert len(find.looked_at) == 3
    assert findings.given == {"mã": ("a",)}


def test_files_that_are_no_more_are_forgotten(entries: tuple[Entry, ...]) -> None:
    findings = Findings()
    known = findings.about("mã")
    [*known.each(entries, Finder())]
    left = {one.source.path for one in entries[1:]}
    findings.forget_others(left)
    assert known.found.keys() == left


def test_what_was_found_crosses_to_another_process_with_its_entry(
    entries: tuple[Entry, ...],
) -> None:
    findings, find = Findings(), Finder()
    findings.about("mã", "x").of(entries[0], Finder())
    entry, crossed = pickle.loads(pickle.dumps((entries[0], findings)))
    assert crossed.about("mã", "x").of(entry, find) == (entry.id, entry.id)
    assert find.looked_at == []


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The files of the entries that rules and the library looked at, by what they looked for."""
    found: dict[str, list[str]] = {"words": [], "markup": [], "links": [], "mentions": []}
    words, markup = words_are_plain._of_entry, markup_is_safe._of_entry
    of_links, of_text = links._links, READ_IN._of_text

    def noted_words(avoided: words_are_plain.Avoided, entry: Entry) -> object:
        found["words"].append(entry.source.path)
        return words(avoided, entry)

    def noted_markup(entry: Entry) -> object:
        found["markup"].append(entry.source.path)
        return markup(entry)

    def noted_links(entry: Entry) -> object:
        found["links"].append(entry.source.path)
        return of_links(entry)

    monkeypatch.setattr(words_are_plain, "_of_entry", noted_words)
    monkeypatch.setattr(markup_is_safe, "_of_entry", noted_markup)

    def noted_text(entry: Entry, *asked: object) -> object:
        if entry.source.path not in found["mentions"]:
            found["mentions"].append(entry.source.path)
        return of_text(entry, *asked)

    monkeypatch.setattr(links, "_links", noted_links)
    monkeypatch.setattr(READ_IN, "_of_text", noted_text)
    return found


def test_after_an_edit_only_the_edited_entry_is_looked_at(
    content: Path, looked_at: dict[str, list[str]]
) -> None:
    known = Memo()
    _ = judge(content, tiny.DAY, memo=known)[0].backlinks
    assert all(len(paths) > 20 for paths in looked_at.values())
    for paths in looked_at.values():
        paths.clear()
    file = content / ARTICLE
    file.write_text(f"{file.read_text(encoding='utf-8')}\n<b onclick=x>đậm</b>\n", encoding="utf-8")
    library, faults = judge(content, tiny.DAY, memo=known)
    _ = library.backlinks
    assert looked_at == {name: [ARTICLE] for name in looked_at}
    fresh, expected = judge(content, tiny.DAY)
    assert faults == expected
    assert [one for one in faults if one.path == ARTICLE]
    assert library.backlinks == fresh.backlinks


def test_a_new_day_finds_out_what_texts_speak_of_anew(
    content: Path, looked_at: dict[str, list[str]]
) -> None:
    """Which document a name means depends on the day."""
    known = Memo()
    judge(content, tiny.DAY, memo=known)
    before = known.marks()
    looked_at["mentions"].clear()
    day = tiny.DAY.replace(year=tiny.DAY.year + 1)
    library, faults = judge(content, day, memo=known)
    assert len(looked_at["mentions"]) > 20
    assert known.marks() != before
    fresh, expected = judge(content, day)
    assert (faults, library.mentions) == (expected, fresh.mentions)


def test_rules_say_the_same_of_what_was_looked_at_before(content: Path) -> None:
    known = Memo()
    first = judge(content, tiny.DAY, memo=known)[0]
    again = judge(content, tiny.DAY, memo=known)[0]
    for rule in rules.RULES:
        assert [*rule.check(again)] == [*rule.check(first)], rule.__name__
