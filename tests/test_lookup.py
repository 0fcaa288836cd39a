"""Editors find the file and the line at the terminal, however they type."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny

from bench.content import DAY
from portal.desk.bm25 import Ranking
from portal.desk.find import LENGTH, Found, Lookup
from portal.desk.find import _around as around
from portal.desk.find import _closeness as closeness
from portal.problem import errors
from portal.road import judge
from tests import commands


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
    words = ("--content", tiny_content, "--so", "1")
    done = commands.run("search", *words, "kh", "02")
    title, address, place, text = done.stdout.strip().splitlines()
    assert (title.split()[0], address.strip()) == ("Kế", "/van-ban/02-kh-lm/")
    assert place.strip().startswith("docs/van-ban/02-kh-lm.md:")
    assert "02-KH/LM" in text
    nothing = commands.run("search", *words, "xyzzy")
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


def test_a_slip_is_forgiven_in_words_of_five_letters_and_in_none_that_is_shorter() -> None:
    ranking = Ranking([{"text": "khoa"}, {"text": "hoa"}], {"text": 1})
    assert [place for place, _ in ranking.best("khoax")] == [0]
    assert ranking.best("hoax") == []


# In what order, and which line is shown

LONG = "chữ " * 60
FILES = {
    "data/thuat-ngu/a.yml": "tieu_de: Xem sao\nnghia: Đếm hạt, gieo hạt giống quý.\n",
    "data/thuat-ngu/b.yml": "tieu_de: Hạt giống\nnghia: Bịa.\n",
    "data/thuat-ngu/c.yml": "tieu_de: Giống nhau từng hạt\nnghia: Bịa.\ntu_khoa: [hạt giống]\n",
    "data/thuat-ngu/d.yml": f"tieu_de: Dài\nnghia: {LONG}nhà hát lớn {LONG}\n",
    "data/thuat-ngu/e.yml": f"tieu_de: Cuối\nnghia: {LONG}pháo hoa\n",
    "data/thuat-ngu/f.yml": f"tieu_de: Đầu\nnghia: Tiếng pháo {LONG}\n",
    "data/thuat-ngu/g.yml": "tieu_de: Lá\nnghia: Gieo rồi tưới.\nghi_chu: Gieo hạt, tưới.\n",
    "docs/van-ban/x.md": "---\ntieu_de: Theo 01-QĐ/LM, trồng hoa\nloai: cong-van\nco_quan: Làng\n"
    "chat_luong_ban: goc-so\n---\n\nTheo 01-QĐ/LM, 01-QĐ/LM, 01-QĐ/LM.\n\nQuét lá.\n",
}
FACT = "du_kien: [{noi_dung: Kể lại.}]\n"
"""Worth a page, however short the rest."""
FILES |= {path: text + FACT for path, text in FILES.items() if "/thuat-ngu/" in path}


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Lookup:
    content = tiny.lay_out(tmp_path_factory.mktemp("rong"))
    for path, text in FILES.items():
        more = "" if path.startswith("docs/") else "nguon: [bao-lang]\n"
        (content / path).write_text(text + more, encoding="utf-8")
    library, problems = judge(content, tiny.DAY)
    assert not errors(problems)
    return Lookup(library)


def ids(found: list[Found]) -> list[str]:
    return [one.address.rstrip("/").rpartition("/")[2] for one in found]


def test_a_document_of_that_number_comes_before_who_only_speaks_of_it(wide: Lookup) -> None:
    found = ids(wide.find("01-QĐ/LM"))
    assert found[0] == "01-qd-lm"
    assert "x" in found


def test_a_title_with_the_words_as_they_stand_comes_first_then_the_rest(wide: Lookup) -> None:
    first, second, *rest = ids(wide.find("hạt giống"))
    assert (first, second, "a" in rest) == ("b", "c", True)
    assert ids(wide.find("hạt giống", limit=2)) == ["b", "c"]


def test_the_line_with_most_of_the_words_is_shown_of_two_the_shorter(wide: Lookup) -> None:
    (found,) = [one for one in wide.find("gieo hạt tưới") if one.title == "Lá"]
    assert (found.line, found.text) == (3, "Gieo hạt, tưới.")
    (found,) = [one for one in wide.find("gieo tưới") if one.title == "Lá"]
    assert (found.line, found.text) == (2, "Gieo rồi tưới.")


def test_a_line_of_the_body_is_told_where_it_stands_in_the_file(wide: Lookup) -> None:
    (found,) = [one for one in wide.find("quét lá") if one.path == "docs/van-ban/x.md"]
    assert (found.line, found.text) == (10, "Quét lá.")


@pytest.mark.parametrize(
    ("asked", "title", "shown", "before", "after"),
    [
        ("nhà hát", "Dài", "nhà hát lớn", True, True),
        ("pháo hoa", "Cuối", "pháo hoa", True, False),
        ("tiếng pháo", "Đầu", "Tiếng pháo", False, True),
    ],
)
def test_of_a_long_line_the_part_around_the_words_is_shown(
    asked: str, title: str, shown: str, before: bool, after: bool, wide: Lookup
) -> None:
    (found,) = [one for one in wide.find(asked) if one.title == title]
    assert shown in found.text
    assert (found.text.startswith("…"), found.text.endswith("…")) == (before, after)
    assert len(found.text) <= LENGTH + 2
    assert set(found.text.strip("…").replace(shown, "").split()) == {"chữ"}  # whole words only


@pytest.mark.parametrize(
    "asked", ["05/3/2026", "5/3/2026", "2026-03-05", "ngày 5 tháng 3 năm 2026"]
)
def test_a_day_is_found_wherever_it_is_told_in_keys_and_in_prose(
    asked: str, tmp_path: Path
) -> None:
    content = tiny.lay_out(tmp_path / "content", entries=False)
    text = "tieu_de: A\nnghia: Ngày 05/3/2026 và 15/3/2026.\nngay_ra_soat: 2026-03-05\n"
    (content / "data" / "thuat-ngu").mkdir(parents=True)
    (content / "data" / "thuat-ngu" / "a.yml").write_text(text)
    other = text.replace("05/3/2026", "15/3/2026").replace("03-05", "03-15").replace(" A", " B")
    (content / "data" / "thuat-ngu" / "b.yml").write_text(other)
    found = Lookup(judge(content, DAY)[0]).find(asked)
    assert [(one.path, one.line) for one in found] == [
        ("data/thuat-ngu/a.yml", 2),
        ("data/thuat-ngu/a.yml", 3),
    ]


# How much of a line is shown


@pytest.mark.parametrize(
    ("text", "asked", "shown"),
    [
        ("a " * (LENGTH // 2 - 1) + "bb", ["bb"], "a " * (LENGTH // 2 - 1) + "bb"),
        ("aa " + "b" * (LENGTH - 6) + " ccc", [], "aa " + "b" * (LENGTH - 6) + "…"),
        ("Hoa " + "b" * LENGTH + " cây", ["hoa"], "Hoa…"),
        ("Hoa " + "b" * 150 + " cây " + "c" * 60, ["cay"], "…cây " + "c" * 60),
        ("một  hai\nba", ["ba"], "một hai ba"),
        ("Hoa cỏ " * 30 + "cây", ["cay", "khong"], "…cỏ " + "Hoa cỏ " * 7 + "cây"),
    ],
)
def test_a_long_line_is_cut_at_words_around_the_first_that_was_asked(
    text: str, asked: list[str], shown: str
) -> None:
    assert around(text, asked) == shown


def test_a_line_of_the_length_that_is_shown_is_not_cut() -> None:
    line = "a" * 80 + " " + "b" * (LENGTH - 81)
    assert around(line, ["b"]) == line
    longer = f"{line}b"
    assert around(longer, ["a"]) == "a" * 80 + "…"


def test_whole_words_stand_before_parts_and_many_before_few() -> None:
    assert closeness("hoa sen nở", ["hoa", "sen"]) > closeness("sen và hoa", ["hoa", "sen"])
    assert closeness("sen và hoa", ["hoa", "sen"]) > closeness("hoa", ["hoa", "sen"])
    assert closeness("hoa", ["hoa"]) > closeness("hoa nở", ["hoa"])
    assert not closeness("hoa senx", ["hoa", "sen"])[0]


@pytest.mark.parametrize("typed", ["20/01/2026", "20/1/2026", "2026-01-20"])
def test_a_day_is_found_wherever_it_stands_and_no_other(tmp_path: Path, typed: str) -> None:
    days = "20/1/2026|ngày 20/01/2026.|2026-01-20|20/1/20261|120/1/2026|2026-01-201|20/01/2026/1"
    body = days.replace("|", "\n\n")
    folder = tmp_path / "docs/bai-viet"
    tiny.lay_out(tmp_path, entries=False)
    folder.mkdir()
    head = "tieu_de: A\nngay_dang: 2026-01-20\n"
    (folder / "a.md").write_text(f"---\n{head}---\n\n{body}\n", encoding="utf-8")
    found = Lookup(judge(tmp_path, DAY)[0]).find(typed)
    assert [one.line for one in found] == [3, 6, 8, 10]
    assert [one.line for one in Lookup(judge(tmp_path, DAY)[0]).find(typed, 2)] == [3, 6]
