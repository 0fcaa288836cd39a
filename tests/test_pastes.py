"""What a paste leaves in a text: runs of lines of each shape, to the line; and where links lead."""

from __future__ import annotations

import pytest

from portal.editor.paste import markdown
from portal.markup.pasted import LEAST_LINES, Shape, bare, cells, ends, runs
from portal.markup.targets import is_foreign, is_inside, is_safe

Told = list[tuple[str, int, int, str]]

TAKEN: dict[str, tuple[str, Told]] = {
    "columns": ("a\tb\nc\td", [("tabs", 0, 2, "a\tb")]),
    "columns between paragraphs": ("x\na\tb\nc\td\ny", [("tabs", 1, 3, "a\tb")]),
    "one row of columns is no table": ("x\na\tb\ny", []),
    "two tables": (
        "a\tb\nc\td\n\na\tb\tc\nd\te\tf",
        [("tabs", 0, 2, "a\tb"), ("tabs", 3, 5, "a\tb\tc")],
    ),
    "a row of another width begins anew": (
        "a\tb\nc\td\na\tb\tc\nd\te\tf",
        [("tabs", 0, 2, "a\tb"), ("tabs", 2, 4, "a\tb\tc")],
    ),
    "a table of Markdown": ("| a\tb |\n| c\td |", []),
    "an indent is no column": ("\ta\tb\n\tc\td", []),
    "one bullet alone": ("• a", [("bullets", 0, 1, "• a")]),
    "a bullet behind spaces": ("   ● a", [("bullets", 0, 1, "● a")]),
    "a bullet far to the right": (" " * 13 + "● a\nb", []),
    "a bullet of nothing": ("•\nb", []),
    "items, one without words between": ("• a\n\n• b\nc", [("bullets", 0, 3, "• a")]),
    "empty lines behind are not of the list": ("• a\n\nc", [("bullets", 0, 1, "• a")]),
    "two lists": ("• a\nc\n• b", [("bullets", 0, 1, "• a"), ("bullets", 2, 3, "• b")]),
    "a note": ("a [1] b\nc", [("notes", 0, 1, "[1]")]),
    "the first note of several, below": ("x\ny[12]\nz [2]", [("notes", 1, 2, "[12]")]),
    "a note of four figures is none": ("a [2026] b\nc", []),
    "a link is no note": ("a [1](b) c\nd", []),
    "links by number": ("a [1] b\n\n[1]: truong/a", []),
    "the note itself": ("a [1] b\n\n[1] Lời ghi", [("notes", 0, 1, "[1]")]),
    "code": ("```\na\tb\nc\td\n```\n• a", [("bullets", 4, 5, "• a")]),
}


@pytest.mark.parametrize(("text", "told"), TAKEN.values(), ids=TAKEN)
def test_runs_are_told_by_shape_and_line(text: str, told: Told) -> None:
    assert [(one.shape.value, one.start, one.end, one.text) for one in runs(text)] == told


@pytest.mark.parametrize(
    ("lines", "ended", "found"),
    [
        *((LEAST_LINES, LEAST_LINES, True), (LEAST_LINES - 1, LEAST_LINES - 1, False)),
        *((20, 14, True), (20, 13, False), (20, 0, False)),
    ],
)
def test_many_sentences_under_one_another_are_one_block(
    lines: int, ended: int, found: bool
) -> None:
    text = "\n".join(["Đầu", "", *["Câu hết."] * ended, *["câu còn"] * (lines - ended), "", "Cuối"])
    told = [(one.shape, one.start, one.end) for one in runs(text)]
    assert told == ([(Shape.BLOCK, 2, 2 + lines)] if found else [])


@pytest.mark.parametrize(
    "begins", ["- ", "1. ", "1) ", "> ", "# ", "| ", "[^a", "    ", "\t", "+ "]
)
def test_lines_of_lists_tables_and_code_are_no_block(begins: str) -> None:
    assert not list(runs("\n".join([f"{begins}Câu hết."] * LEAST_LINES)))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        *((f"a{sign}", True) for sign in (".", ";", ":", "!", "?", "…", ".”", '."', ";)", ".  ")),
        *((f"a{sign}", False) for sign in ("", ",", ". b", "”", " -")),
    ],
)
def test_a_sentence_ends_with_a_sign_and_what_closes_it(line: str, told: bool) -> None:
    assert ends(line) is told


def test_the_lines_of_code_are_empty_until_the_sign_that_opened_it() -> None:
    assert bare("a\n```x\nb\n~~~\nc\n```\nd") == ["a", "", "", "", "", "", "d"]
    assert bare("a\n~~~\nb\n") == ["a", "", "", ""]


def test_columns_are_told_without_the_spaces_around() -> None:
    assert cells(" a \t b\t\tc ") == ["a", "b", "", "c"]
    assert cells("a\t") == cells("a") == cells("\ta\tb") == cells("  |a\tb") == []


@pytest.mark.parametrize(
    ("target", "safe", "foreign", "inside"),
    [
        ("truong/a", True, False, True),
        ("truong/a#b:c", True, False, True),
        ("#a", True, False, False),
        ("/", True, False, False),
        ("a/../b", False, False, True),
        ("a..b/c", True, False, True),
        ("#../a", True, False, False),
        ("//a.example/b", False, True, True),
        ("https://a.example/b", True, True, False),
        ("https:a", False, False, False),
        ("HTTPS://a.example", True, True, False),
        ("mailto:a@b.example", True, False, False),
        ("tel:0241234", True, False, False),
        ("javascript:alert(1)", False, False, False),
        ("java&#115;cript:alert(1)", False, False, None),
        ("1a:b", False, False, True),
        ("a/b:c", True, False, True),
        ("a b", False, False, True),
        (" a ", True, False, True),
        ("a\\b", False, False, True),
        ("a\x00b", False, False, True),
        ("http://[a", False, True, None),
    ],
)
def test_where_a_link_leads_and_whether_it_may(
    target: str, safe: bool, foreign: bool, inside: bool | None
) -> None:
    assert (is_safe(target), is_foreign(target)) == (safe, foreign)
    assert inside is None or is_inside(target) is inside


CLIPBOARD = {
    "rows of a table": (
        "<table><tr><td><p>A</p></td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>",
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n",
    ),
    "a table that begins without a row, and a short row": (
        "<table><td>A</td><td>B</td><tr><td>1</td></tr></table>",
        "| A | B |\n| --- | --- |\n| 1 |  |\n",
    ),
    "cells that mean something in Markdown": (
        "<table><tr><td>A|B</td><td>C<br>D</td></tr></table>",
        "| A\\|B | C<br>D |\n| --- | --- |\n",
    ),
    "a cell of no table": ("<td>A</td>", "A\n"),
    "marks": ("<p><b>Đậm</b> và <i>nghiêng</i></p>", "**Đậm** và *nghiêng*\n"),
    "spaces inside marks": ("<p><b> Đậm </b>thường</p>", "**Đậm** thường\n"),
    "marks around nothing": ("<p><b></b>Chữ <em> </em>nữa</p>", "Chữ nữa\n"),
    "headings": ("<h1>Tên</h1><h3>Mục</h3><p>Lời</p>", "## Tên\n\n### Mục\n\nLời\n"),
    "a list with numbers": ("<ol><li>Một</li><li>Hai</li></ol>", "1. Một\n2. Hai\n"),
    "a list in a list": (
        "<ul><li>Một<ul><li>Trong</li></ul></li><li>Hai</li></ul>",
        "- Một\n    - Trong\n- Hai\n",
    ),
    "an item as Word marks it": (
        "<p style='mso-list:l0 level2 lfo1'>· Gạch</p>",
        "    - Gạch\n",
    ),
    "what runs, and a break": ("<p>A</p><script>x</script><p>B<br>C</p>", "A\n\nB\\\nC\n"),
    "links": (
        "<p><a href='https://vi-du.example/a'>Lối</a> <a href='javascript:x'>độc</a></p>",
        "[Lối](https://vi-du.example/a) độc\n",
    ),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("case", CLIPBOARD)
def test_what_was_copied_elsewhere_is_markdown_here(case: str) -> None:
    html, wanted = CLIPBOARD[case]
    assert markdown(html) == wanted
