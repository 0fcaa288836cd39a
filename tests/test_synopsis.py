"""Two texts side by side: alignment of clauses, changed words, the pages and how they are read."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import tiny
from conftest import Serve
from markupsafe import Markup
from playwright.sync_api import Page, expect

from portal.views import Edition
from portal.views.synopsis.align import Row, align
from portal.views.synopsis.units import Unit, units
from portal.views.synopsis.words import compare

# Units


def test_a_clause_has_its_own_words_and_those_below_it_until_the_next() -> None:
    body = (
        "Lời dẫn của ta.\n\n## Điều 1. Phạm vi {#dieu-1}\n\nMột *đoạn*.\n\nĐoạn nữa.\n\n"
        "1. Khoản một\n   viết tiếp. {#dieu-1.khoan-1}\n2. Khoản hai. {#dieu-1.khoan-2}\n\n"
        "## Không có mã\n\nLời này không của điều nào.\n\n### Điều 2 {#dieu-2}"
    )
    found = [(one.id, one.heading, one.text) for one in units(body, str)]
    assert found == [
        ("dieu-1", True, "Điều 1. Phạm vi\nMột *đoạn*.\nĐoạn nữa."),
        ("dieu-1.khoan-1", False, "Khoản một\nviết tiếp."),
        ("dieu-1.khoan-2", False, "Khoản hai."),
        ("dieu-2", True, "Điều 2"),
    ]  # fmt: skip


# Alignment

SAME = ("kept", "moved")


def side(*told: str) -> list[Unit]:
    """`"dieu-1: Phạm vi của quy định."`"""
    return [Unit(id, False, text) for id, _, text in (one.partition(": ") for one in told)]


def rows(old: list[Unit], new: list[Unit]) -> list[tuple[str, str, str]]:
    return [_told(row) for row in align(old, new)]


def _told(row: Row) -> tuple[str, str, str]:
    return (row.state, row.old.id if row.old else "", row.new.id if row.new else "")


CASES = json.loads((Path(__file__).parent / "alignments.json").read_text(encoding="utf-8"))
"""Also of `web/compare/align.js`: any two documents are set side by side like two texts of one."""


@pytest.mark.parametrize("case", CASES, ids=[one["says"] for one in CASES])
def test_clauses_are_set_side_by_side_as_both_programmes_must(case: dict[str, Any]) -> None:
    old, new = ([Unit(id, False, text) for id, text in case[one]] for one in ("old", "new"))
    made = [
        [row.old.id if row.old else "", row.new.id if row.new else "", row.state in SAME]
        for row in align(old, new)
    ]
    assert made == case["rows"]


@pytest.mark.parametrize(
    ("new", "state"),
    [
        ("A x y z", [("changed", "a", "a")]),  # one pair of words of five: just enough
        ("A x y z t", [("new", "", "a"), ("dropped", "a", "")]),
    ],
)
def test_the_same_id_is_the_same_clause_as_long_as_a_fifth_of_it_is(
    new: str, state: list[tuple[str, str, str]]
) -> None:
    assert rows(side("a: A b c d"), side(f"a: {new}")) == state


@pytest.mark.parametrize("seed", range(30))
def test_every_clause_of_both_texts_stands_in_one_row(seed: int) -> None:
    chance = random.Random(seed)
    words = ["trường", "làng", "chuẩn", "xét", "mức", "quỹ", "hát", "hoa"]

    def text() -> list[Unit]:
        ids = chance.sample(range(40), chance.randrange(30))
        return [Unit(f"dieu-{id}", False, " ".join(chance.choices(words, k=5))) for id in ids]

    old, new = text(), text()
    made = align(old, new)
    assert [row.new for row in made if row.new] == new
    assert sorted(row.old.id for row in made if row.old) == sorted(one.id for one in old)


# Words


@pytest.mark.parametrize(
    ("old", "new", "struck", "added"),
    [
        ("Có 55 chỉ tiêu.", "Có 60 chỉ tiêu.", "Có <del>55</del> chỉ tiêu.", "Có <ins>60</ins> chỉ tiêu."),
        ("Xét mỗi năm.", "Xét.", "Xét <del>mỗi năm</del>.", "Xét."),
        ("Như cũ", "Như cũ", "Như cũ", "Như cũ"),
        ("", "Mới", "", "<ins>Mới</ins>"),
        ("a < b & c", "a < b & d", "a &lt; b &amp; <del>c</del>", "a &lt; b &amp; <ins>d</ins>"),
        ("tỉnh ủy, thành ủy", "tỉnh uỷ, thành uỷ", "tỉnh <del>ủy</del>, thành <del>ủy</del>", "tỉnh <ins>uỷ</ins>, thành <ins>uỷ</ins>"),
    ],
)  # fmt: skip
def test_changed_words_are_marked_and_nothing_is_lost(
    old: str, new: str, struck: str, added: str
) -> None:
    before, after = compare(old, new)
    assert (before, after) == (struck, added)
    assert (Markup(before).striptags(), Markup(after).striptags()) == (old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 50_000, "a " * 49_999 + "b"),
        ("a b " * 20_000, "b a " * 20_000),
        ("a. " * 20_000, "b a. " * 20_000),
        ("x y " * 199 + "z", "y x " * 200),
        ("." * 100_000, "," * 100_000),
    ],
    ids=["same", "swapped", "sentences", "stripes", "signs"],
)
def test_no_text_makes_the_comparison_slow(old: str, new: str) -> None:
    start = process_time()
    compare(old, new)
    assert process_time() - start < 3


def test_300_pages_are_aligned_in_seconds() -> None:
    chance = random.Random(7)
    words = ["của", "và", "trường", "chuẩn", *(f"từ{n}" for n in range(800))]
    texts = [" ".join(chance.choices(words, k=30)) for _ in range(5_000)]
    changed = [text.replace(" ", " đổi ", 1) if n % 3 else text for n, text in enumerate(texts)]
    changed.insert(100, "Một điều khoản hoàn toàn mới, chưa có ở bản trước.")
    old, new = (
        [Unit(f"khoan-{n}", False, text) for n, text in enumerate(one)] for one in (texts, changed)
    )
    start = process_time()
    states = [row.state for row in align(old, new)]
    assert process_time() - start < 10
    assert states.count("new") == 1
    assert "dropped" not in states


# Pages

VERSIONS = "doi-chieu/02-kh-lm.2020-03-10/02-kh-lm/"


def test_the_texts_of_one_document_are_set_side_by_side(tiny_content: Path) -> None:
    edition = tiny.draw(tiny_content)
    page = tiny.html(edition, VERSIONS)
    rows = re.findall(r'<tr id="dong-\d+"><th scope="row">(.*?)</th>', page)
    told = [" ".join(re.sub(r"<[^>]+>", "", row).split()) for row in rows]
    assert told == [
        "Mục I Sửa",
        "Mục II Giữ nguyên",
        "Mục II, gạch đầu dòng 1 Mới",
        "Mục II, gạch đầu dòng 2 Chuyển trước là mục II, gạch đầu dòng 1",
        "Mục II, gạch đầu dòng 2 Bỏ",
        "Mục III Bỏ",
    ]
    assert "Sửa bởi" in page
    assert "trường làng <del>đẹp</del>." in page
    assert "trường làng <ins>chuẩn</ins>." in page
    assert f'<a href="../../{VERSIONS}">' in tiny.html(edition, "van-ban/02-kh-lm/")


def test_a_document_and_the_one_that_replaces_it_are_compared(tiny_content: Path) -> None:
    edition = tiny.draw(tiny_content)
    page = tiny.html(edition, "doi-chieu/01-qd-lm/03-qd-lm/")
    assert "Đối chiếu theo nội dung trong chuyên mục" in page
    for url in ("van-ban/01-qd-lm/", "van-ban/03-qd-lm/"):
        assert '<a href="../../doi-chieu/01-qd-lm/03-qd-lm/">' in tiny.html(edition, url)


FACT = "du_kien: [{noi_dung: Ao có bờ đá., nguon: [bao-lang]}]\n"


def unread(folder: Path, *told: str) -> Edition:
    """The tiny portal without the text of one document; a fact of each document that is named."""
    content = tiny.lay_out(folder)
    for id in ("01-qd-lm", "03-qd-lm"):
        path = content / f"docs/van-ban/{id}.md"
        text = path.read_text(encoding="utf-8")
        if id in told:
            text = text.replace("---\n", f"---\n{FACT}", 1)
        if id == "03-qd-lm":
            text = text.replace("goc-so", "chua-doc\nnguon: [bao-lang]").partition("\n## ")[0]
        path.write_text(text + "\nBịa.\n", encoding="utf-8")
    return tiny.draw(content)


def test_of_texts_that_are_not_there_what_is_known_of_both_stands_side_by_side(
    tmp_path: Path,
) -> None:
    page = tiny.html(unread(tmp_path, "01-qd-lm", "03-qd-lm"), "doi-chieu/01-qd-lm/03-qd-lm/")
    assert "Đối chiếu theo thông tin đã có" in page
    told = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "chưa có toàn văn Quy định 03-QĐ/LM" in told
    assert "của Quy định 01-QĐ/LM và" not in told
    assert page.count("Ao có bờ đá.") == 2
    assert "Nội dung đã biết" in page
    assert "<tr id=" not in page


def test_of_which_nothing_is_known_is_a_row_of_the_list_and_its_address_leads_there(
    tmp_path: Path,
) -> None:
    edition = unread(tmp_path)
    assert "doi-chieu/01-qd-lm/03-qd-lm/" not in tiny.by_url(edition)
    assert 'id="01-qd-lm.03-qd-lm"' in tiny.html(edition, "doi-chieu/")
    stub = next(one for one in edition.assets if one.path.startswith("doi-chieu/01-qd-lm/03"))
    assert "url=../../#01-qd-lm.03-qd-lm" in stub.content.decode()


def test_every_pair_stands_under_both_of_its_documents(tmp_path: Path) -> None:
    html = tiny.html(tiny.draw(tiny.lay_out(tmp_path)), "doi-chieu/")
    assert html.count('href="01-qd-lm/03-qd-lm/"') == 2


def test_a_draft_text_is_only_seen_in_a_preview(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path)
    path = content / "docs/van-ban/02-kh-lm/2020-03-10.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("sua_boi", "trang_thai: nhap\nsua_boi"),
        encoding="utf-8",
    )
    assert VERSIONS not in tiny.by_url(tiny.draw(content))
    assert VERSIONS in tiny.by_url(tiny.draw(content, drafts=True))


# In a browser


@pytest.fixture(scope="module")
def site(made_up_site: Path, serve: Serve) -> str:
    return serve(made_up_site, "/cong/")


def test_on_a_phone_the_two_texts_stand_below_each_other_each_with_its_name(
    site: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page.goto(site + VERSIONS)
    old, new = (page.locator("#dong-1 td").nth(place).bounding_box() for place in (0, 1))
    assert old
    assert new
    assert new["y"] >= old["y"] + old["height"]
    assert old["x"] == new["x"]
    name = "one => getComputedStyle(one, '::before').content"
    assert page.locator("#dong-1 td").first.evaluate(name) == '"Bản từ 10/3/2020"'
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_at_a_desk_the_two_texts_stand_side_by_side(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site + VERSIONS)
    old, new = (page.locator("#dong-1 td").nth(place).bounding_box() for place in (0, 1))
    assert old
    assert new
    assert new["y"] == old["y"]
    assert abs(new["width"] - old["width"]) < 40
    struck = page.locator("#dong-1 del")
    expect(struck).to_have_css("text-decoration-line", "line-through")
