"""Editors find the file and the line at the terminal, however they type."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import builder
import pytest

from bench.content import DAY
from portal.desk.bm25 import Ranking
from portal.desk.find import Found, Lookup
from portal.road import judge


@pytest.fixture(scope="module")
def lookup(tiny_content: Path) -> Lookup:
    return Lookup(judge(tiny_content, DAY)[0])


@pytest.mark.parametrize(
    "typed", ["02-KH/LM", "kh 2", "kh02", "02khlm", "số 02 -KH /LM", "kế hoạch 2"]
)
def test_a_document_is_found_by_its_number_in_any_spelling(lookup: Lookup, typed: str) -> None:
    first = lookup.find(typed)[0]
    assert first.path == "docs/van-ban/02-kh-lm.md"


@pytest.mark.parametrize("typed", ["dưỡng lưỡi", "duong luoi", "DƯỠNG LƯỠI", "dưỡng lưỡi"])
def test_marks_and_their_form_do_not_matter(lookup: Lookup, typed: str) -> None:
    assert lookup.find(typed)[0] == lookup.find("dưỡng lưỡi")[0]


def test_the_line_is_the_one_that_says_it(lookup: Lookup, tiny_content: Path) -> None:
    for found in (one for word in ("hoa", "trồng", "hát") for one in lookup.find(word)):
        line = (tiny_content / found.path).read_text(encoding="utf-8").splitlines()
        near = " ".join(line[found.line - 1 : found.line + 3])
        assert found.text.strip("…").split(" ")[0] in near, found


def test_what_nobody_wrote_is_not_found(lookup: Lookup) -> None:
    assert lookup.find("xyzzy quux") == []
    assert lookup.find("") == lookup.find("!!! ??") == lookup.find("\x00😀") == []


def test_one_wrong_letter_is_forgiven(lookup: Lookup) -> None:
    def paths(found: list[Found]) -> set[str]:
        return {one.path for one in found}

    assert paths(lookup.find("trươnng")) & paths(lookup.find("trường"))


def test_the_door_tells_title_address_file_and_line(tiny_content: Path) -> None:
    door = builder.ROOT / "scripts" / "search.py"
    words = [sys.executable, str(door), "--content", str(tiny_content), "--so", "1", "kh", "02"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    title, address, place, text = done.stdout.strip().splitlines()
    assert (title.split()[0], address.strip()) == ("Kế", "/van-ban/02-kh-lm/")
    assert place.strip().startswith("docs/van-ban/02-kh-lm.md:")
    assert "02-KH/LM" in text
    nothing = subprocess.run(
        [*words[:-2], "xyzzy"], capture_output=True, encoding="utf-8", check=False
    )
    assert (nothing.returncode, nothing.stdout.strip()) == (
        1,
        "Không thấy mục nào có «xyzzy». Thử ít chữ hơn.",
    )


def test_rare_words_weigh_more_than_common_ones() -> None:
    """BM25 as lunr reckons it: the text with the rare word is first, though shorter ones have the
    common word."""
    texts = [{"text": "trường"} for _ in range(20)] + [{"text": "trường chính trị có vườn lan"}]
    ranking = Ranking(texts, {"text": 1})
    assert ranking.best("lan")[0][0] == 20
    assert [place for place, _ in ranking.best("vuon trường")] == [20]
