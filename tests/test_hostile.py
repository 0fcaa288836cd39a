"""What means harm and what chance has spoilt: a sample of `scripts/bench.py hiem-hoa`, and that its
measures see what they are there to see."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser

from bench.hostile import files, mutate, names, report, walk, words, world
from bench.hostile.mutants import Laboratory
from bench.hostile.strings import MARK, STRINGS
from bench.hostile.words import Said, of_text, text_of
from bench.hostile.world import World
from portal.kinds import KINDS
from portal.kinds.base import walk_fields

SAMPLE = ("script", "double-quote", "close-script", "javascript", "nul", "surrogate", "template")
BUILT = ("close-tag", "json")
"""Strings that are accepted nearly everywhere."""
SPOILT = 20


# Strings in every place


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> World:
    strings = {name: STRINGS[name] for name in SAMPLE}
    return world.make(tmp_path_factory.mktemp("hiem") / "noi-dung", strings)


def test_nothing_an_editor_may_write_breaks_the_judge(judged: World) -> None:
    assert judged.lost == []


def test_every_refusal_has_a_line_a_sentence_and_a_mend(judged: World) -> None:
    assert len(judged.refusals) > 1000
    for problem in judged.refusals:
        assert problem.line >= 1, problem
        assert problem.remedy, problem


def test_every_field_of_every_kind_is_tried(judged: World) -> None:
    tried = {
        (spot.field.model, spot.field.key) for _, spot in judged.spots() if spot.field is not None
    }
    fields = [(model, one) for kind in KINDS for model, one in walk_fields(kind.model)]
    # Groups are ways in; sources and notes may stand in every group, and are tried in some;
    # a draft is not built.
    wanted = {
        (model, one.key)
        for model, one in fields
        if not one.last and "nhóm khoá" not in one.form.how and one.key != "trang_thai"
    }
    assert len(wanted) > 150
    assert wanted - tried == set()


def test_of_each_string_some_places_are_refused_and_some_accepted(judged: World) -> None:
    for name in SAMPLE:
        told = {bool(spot.refused) for _, spot in judged.spots() if spot.string == name}
        assert True in told, name


def test_hostile_names_of_files_are_refused(tmp_path: Path) -> None:
    strings = {name: text for name, text in STRINGS.items() if name != "device"}
    assert list(names.accepted(tmp_path, strings)) == []


def test_nothing_runs_where_hostile_strings_were_accepted(browser: Browser, tmp_path: Path) -> None:
    strings = {name: STRINGS[name] for name in BUILT}
    made = world.make(tmp_path / "noi-dung", strings)
    assert made.lost == []
    site = tmp_path / "a" / "b" / "c" / "site"
    assert report.build(made.folder, site, offline=False) == ""
    assert report.strayed(tmp_path) == []
    pages = [path for path in walk.files_of(site) if "thu-" in path or path.count("/") == 1]
    assert len(pages) > 30
    with walk.strictly(site) as base:
        seen = walk.walk(browser, base, site, pages)
        asked = walk.ask(browser, base, strings)
    alone = walk.taken_away(browser, site)
    assert seen.found + asked.found + alone.found == []
    assert list(files.whole(site)) == []


# The measures see


@pytest.mark.parametrize(
    "harm",
    [
        f"<script>window.{MARK}=1</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<p style='display:none'>x</p>",
        "<script src='https://xau.invalid/a.js'></script>",
        "<script type='application/ld+json'>{</script>",
        "<meta http-equiv='refresh' content='0;url=javascript:alert(1)'>",
    ],
)
@pytest.mark.parametrize("served", [True, False], ids=["served", "disk"])
def test_the_walk_sees_what_would_run(
    harm: str, served: bool, browser: Browser, tmp_path: Path
) -> None:
    text = f"<!doctype html><title>Thử</title><link rel=icon href=data:,><p>{harm}"
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    with walk.strictly(tmp_path) as base:
        address = base if served else f"{tmp_path.as_uri()}/"
        assert walk.walk(browser, address, tmp_path, ["index.html"]).found


def test_a_payload_that_runs_without_a_policy_is_caught(browser: Browser, tmp_path: Path) -> None:
    text = f"<!doctype html><title>Thử</title><script>window.{MARK}=1;alert(2)</script>"
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    found = walk.walk(browser, f"{tmp_path.as_uri()}/", tmp_path, ["index.html"]).found
    assert {"alert(2)", f"{MARK} đã được đặt"} <= {what for _, what in found}


SHOWN = {"tieu_de", "co_quan"}


def said(text: str, html: str) -> Said:
    return Said(words.of_source(text, SHOWN), of_text(text_of(html)))


@pytest.mark.parametrize(
    ("before", "after", "drawn", "lost"),
    [
        ("co_quan: Hội đồng Làng Mây", "co_quan: Hội đồng #Làng Mây", "Hội đồng", {"làng", "mây"}),
        ("tieu_de: Một hai", "tieu_de: Một hay", "Một hay", set()),
        ("tieu_de: Một hai", "tieu_de: Một", "Một", set()),
        ("tieu_de: Một hai", "# tieu_de: Một hai", "", set()),
        ("---\na: 1\n---\n| a | b |", "---\na: 1\n---\n| a | b | c |", "a b", {"c"}),
        ("---\na: 1\n---\n[chữ](van-ban/x)", "---\na: 1\n---\n[chữ](van-ban/y)", "chữ", set()),
        ("ma: mot\ntieu_de: Hai", "ma: ba\ntieu_de: Hai", "Hai", set()),
    ],
    ids=["comment", "changed", "less", "whole-line", "cell", "target", "no-words"],
)
def test_a_word_that_is_written_and_not_shown_is_lost(
    before: str, after: str, drawn: str, lost: set[str]
) -> None:
    old = Said(words.of_source(before, SHOWN), words.of_source(before, SHOWN))
    touched = words.touched(before, after, SHOWN)
    assert set(words.lost(old, said(after, f"<p>{drawn}</p>"), touched)) == lost


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("Bắc các sông. Đề nghị gửi các điều ấy", "Bắc khiem_khuyet: Các sông", set()),
        ("Bắc các sông. Đề nghị gửi các điều ấy", "Bắc các", {"sông", "các", "khiem", "khuyet"}),
    ],
    ids=["joined", "cut"],
)
def test_what_the_portal_said_beside_a_line_is_no_word_lost_when_the_line_moves(
    before: str, after: str, lost: set[str]
) -> None:
    texts = (
        "tieu_de: >-\n  Bắc\nco_quan: Các sông",
        "tieu_de: >-\n  Bắc khiem_khuyet: Các sông",
    )
    old, new = said(texts[0], before), said(texts[1], after)
    anew = words.said_anew(*texts, SHOWN, (before, after))
    assert set(words.lost(old, new, words.touched(*texts, SHOWN) - anew)) == lost


def test_words_are_compared_as_they_are_read() -> None:
    assert of_text("Nga\u0300y 5\u00a0t\u200bới") == of_text("NGÀY 5 tới")
    html = "<nav>đường</nav><p>a<b>b</b></p><p>c</p><img src='d' alt=\"e\"> https://f.vn/g &amp;"
    assert set(of_text(text_of(html))) == {"ab", "c", "e"}


def test_the_same_seed_gives_the_same_damage_and_most_seeds_another() -> None:
    text = (world.ROOT / "docs" / "van-ban" / "11-qd-tw.md").read_bytes()
    assert mutate.damage(text, Random(1)) == mutate.damage(text, Random(1))
    spoilt = {mutate.damage(text, Random(seed))[0] for seed in range(100)}
    assert len(spoilt) > 80


# Real files, spoilt


def test_spoilt_files_break_nothing_and_are_refused_with_a_line(tmp_path: Path) -> None:
    outcome = Laboratory(tmp_path).run(SPOILT, seed=7)
    assert outcome.tried == SPOILT
    assert outcome.refused > SPOILT / 3
    assert outcome.broken == []
    assert outcome.silent == []
    assert [(mutant.path, mutant.damage, dict(lost)) for mutant, lost in outcome.lost] == []
