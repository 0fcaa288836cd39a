"""The columns and words of the search's files, each made by itself."""

from __future__ import annotations

import gzip
import json

import pytest

from portal.views.search import head, passages, plain
from portal.views.search.record import Section
from portal.views.search.words import STOP, Vocabulary, definitions, exact, pieces, words


@pytest.mark.parametrize(
    ("word", "told", "kept"),
    [
        ("duong", "duong", ""),
        ("duong", "đương1", "đươ1"),
        ("hoa", "hoa1", "oa1"),
        ("kh", "kh", ""),
        ("bien", "biên3", "ê3"),
        ("khac", "kác", "=kác"),
    ],
)
def test_a_spelling_is_what_marks_add_to_the_folded_word(word: str, told: str, kept: str) -> None:
    assert head._spelled(word, told) == kept


@pytest.mark.parametrize(("count", "kept"), [(1, 0), (2, 16), (3, 25), (4, 32), (1 << 20, 255)])
def test_how_often_is_kept_in_a_byte(count: int, kept: int) -> None:
    assert head._log(count) == kept


@pytest.mark.parametrize(
    ("date", "kept"),
    [
        *(("2026-03-05", 126), ("2026", 126), ("1900", 0), ("1899-01-01", 0), ("2155", 255)),
        *(("2156", 255), ("", 0), ("chưa rõ", 0)),
    ],
)
def test_a_year_is_kept_in_a_byte(date: str, kept: int) -> None:
    assert head._year(date) == kept


def test_phrases_and_groups_of_synonyms_are_kept_once_and_in_order() -> None:
    assert head.phrases(["Địa chỉ", "hiệu trưởng", "ĐỊA  CHỈ"]) == ["địa chỉ", "hiệu trưởng"]
    groups = [("Họp", "họp", "Gặp mặt"), ("Một",), ("Hai", "…"), ("A1", "B")]
    assert head.synonyms(groups) == [["họp", "gặp mặt"], ["a 1", "b"]]


def test_words_pieces_and_spellings_are_cut_as_people_write_them() -> None:
    assert words("Kh380/HVCT, đội_ngũ") == ["kh", "380", "hvct", "đội", "ngũ"]
    assert pieces("Một. Hai 1.5 ba… bốn?") == ["một", ".", "hai", "1", "5", "ba", "…", "bốn", "?"]
    assert [exact(one) for one in ("hòa", "hoà", "Đương", "ngã", "hỏi", "nặng", "sắc", "a")] == [
        "hoa1", "hoa1", "đương", "nga4", "hoi3", "năng5", "săc2", "a"
    ]  # fmt: skip


def test_an_abbreviation_is_defined_by_the_words_before_it_that_begin_so() -> None:
    text = "Học lý luận chính trị (LLCT), đội ngũ (ĐN), trường học (TT), và hết (VH)."
    text += " Xây dựng đề án (ĐA), ủy ban nhân dân (UBND)."
    assert list(definitions(text)) == [
        ("LLCT", "lý luận chính trị"), ("ĐN", "đội ngũ"), ("VH", "và hết"),
        ("ĐA", "đề án"), ("UBND", "ủy ban nhân dân"),
    ]  # fmt: skip


def test_names_of_lists_are_numbered_as_they_are_met_and_know_their_bare_form() -> None:
    made = Vocabulary()
    assert made.names == [STOP]
    assert made.word("a") == 1
    hoa, again = made.word("hòa"), made.word("hoà")
    assert hoa == again == 2
    assert made.names == [STOP, "a", "hoa1", "hoa"]
    assert made.folded == [0, 1, 3, 3]
    assert made.word("hoa") == 3
    assert made.names[made.word("15")] == "15"
    assert made.of_chunk["Hòa."] == (2, 0) == made.of_chunk["Hòa."]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Một\n\n- hai\n> ba\n1) bốn\n+ năm", "Một\nhai\nba\nbốn\nnăm"),
        ("[chữ](a/b) ![ảnh](c.png) [x][y]", "chữ ảnh x"),
        ("**a** *b* `c` ~~d~~ | e |", "a b c d e"),
        (r"\*sao\* 2 \# 3", "sao 2 # 3"),
        ("chú[^1] thích\n\n[^1]: lời", "chú thích\nlời"),
        ("Điều 1 {#dieu-1} rồi<br>hết", "Điều 1 rồi hết"),
        ("| a | b |\n|---|:--|\n| c | d |", "a b\nc d"),
        ("a &amp; b", "a & b"),
        ("Một\n\n[x]: http://a.b\n\nHai", "Một\nHai"),
        ("2024) không", "2024) không"),
        ("", ""),
    ],
)
def test_of_markdown_the_words_are_left(markdown: str, text: str) -> None:
    assert plain.plain(markdown) == text


def test_places_have_the_text_up_to_the_next_and_each_id_is_one_place() -> None:
    body = "Đầu.\n\n## Một\n\nA\n\n- Hai {#diem-a}\n\n  B\n\n## Ba {#muc-i}\n\nC\n\n## Một\n\nD"
    before, found = plain.sections(body)
    assert before == "Đầu."
    assert [(one.id, one.label, one.text) for one in found if one.id != "diem-a"] == [
        ("mot", "Một", "A"), ("muc-i", "Ba", "C")
    ]  # fmt: skip
    (item,) = (one for one in found if one.id == "diem-a")
    assert item.text == "Hai\nB"
    assert plain.sections("Chỉ lời.") == ("Chỉ lời.", ())


def test_the_first_words_of_a_label_are_told_whole() -> None:
    assert passages.short("một hai ba", 10) == "một hai ba"
    assert passages.short("một hai ba", 9) == "một hai…"
    assert passages.short("một  hai\nba", 10) == "một hai ba"


def test_places_of_a_page_are_packed_where_there_are_enough_to_choose_among() -> None:
    class Page:
        def __init__(self, count: int) -> None:
            self.sections = tuple(Section(f"muc-{at}", f"Nhãn {at}", "Lời.") for at in range(count))

    assert passages.packed(Page(passages.FEW - 1)) == ("", b"")  # type: ignore[arg-type]
    name, raw = passages.packed(Page(passages.FEW))  # type: ignore[arg-type]
    content = gzip.decompress(raw)
    assert content.startswith(bytes.fromhex(name)) and name
    rows = json.loads(content[len(name) // 2 :])
    assert [row[0] for row in rows] == ["muc-0", "muc-1", "muc-2"]
    assert {row[2] for row in rows} == {"Lời."}
