"""A body of Markdown as rows: what is printed, glued rows taken apart, ids of another row."""

from __future__ import annotations

import pytest

from portal.clauses.pasted import apart, lines, rows, without_ids

PRINTED = {
    "Điều 1. Tên {#dieu-1}": ("Điều 1. Tên", "dieu-1", False),
    "Điều 1. Tên {: #dieu-1 }": ("Điều 1. Tên", "dieu-1", False),
    "## Điều 1. Tên {#dieu-1}": ("Điều 1. Tên", "dieu-1", True),
    "###### Chương I": ("Chương I", "", True),
    "####### Chương I": ("####### Chương I", "", False),
    "#Chương I": ("#Chương I", "", False),
    "  chữ  ": ("chữ", "", False),
    "chữ {#a} chữ": ("chữ {#a} chữ", "", False),
    "chữ {.lop}": ("chữ {.lop}", "", False),
    "| a | b |": ("", "", False),
    "> lời trích": ("", "", False),
    "<div>": ("", "", False),
    "![ảnh](a.png)": ("", "", False),
    "1\\. Một": ("1. Một", "", False),
    "\\- Một \\+ hai": ("- Một + hai", "", False),
    "- 1\\. Một": ("1. Một", "", False),
    "- \\- Một": ("- Một", "", False),
    "- – Một": ("– Một", "", False),
    "* Điều 5 của Luật": ("Điều 5 của Luật", "", False),
    "- “Điều 5. Một": ("“Điều 5. Một", "", False),
    "- a) Một": ("a) Một", "", False),
    "- **a)** Một": ("**a)** Một", "", False),
    "- “1. Một": ("“1. Một", "", False),
    "- Một": ("- Một", "", False),
    "- ": ("-", "", False),
    "- Một hai ba bốn 5\\. sáu": ("- Một hai ba bốn 5. sáu", "", False),
}


@pytest.mark.parametrize(("raw", "told"), PRINTED.items(), ids=PRINTED)
def test_of_a_line_the_row_it_prints_is_told_with_its_id(
    raw: str, told: tuple[str, str, bool]
) -> None:
    (line,) = lines(raw)
    assert (line.text, line.id, line.heading) == told
    assert line.raw == raw


@pytest.mark.parametrize("sign", ["```", "~~~"])
def test_code_is_no_row_until_its_own_sign_ends_it(sign: str) -> None:
    other = "~~~" if sign == "```" else "```"
    body = f"Điều 1. A\n{sign} text\n1. b\n{other}\n2. c\n  {sign}\n3. d"
    assert [one.text for one in lines(body)] == ["Điều 1. A", *[""] * 5, "3. d"]
    assert "\n".join(one.raw for one in lines(body)) == body


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ("1. Một {#a}\nchữ", ["a", ""]),
        ("1. Một\nchữ {#a}", ["a", ""]),
        ("1. Một\nchữ\nchữ nữa {#a}", ["a", "", ""]),
        ("1. Một\n2. Hai\nchữ {#a}", ["", "a", ""]),
        ("1. Một\n\nchữ {#a}", ["", "", ""]),
        ("1. Một {#a}\nchữ {#b}", ["a", ""]),
        ("chữ {#a}", [""]),
    ],
)
def test_an_id_behind_a_row_that_goes_on_is_that_of_its_clause(body: str, ids: list[str]) -> None:
    assert [one.id for one in rows(lines(body))] == ids


def test_a_row_is_told_by_its_line_in_the_file() -> None:
    told = lines("1. Một\n2. Hai")
    assert [one.place for one in rows(told)] == ["dòng 1", "dòng 2"]
    assert [one.place for one in rows(told, first=9)] == ["dòng 9", "dòng 10"]


GLUED = {
    "Chữ. Điều 2. Tên": "Chữ.\nĐiều 2. Tên",
    "chữ: Điều 2. Tên. Điều 3. Tên": "chữ:\nĐiều 2. Tên.\nĐiều 3. Tên",
    "chữ”Điều 2. Tên": "chữ”\nĐiều 2. Tên",
    "chữ Điều 2. Tên": "chữ Điều 2. Tên",
    "chữ. Điều 2 Luật này": "chữ. Điều 2 Luật này",
    "QUY ĐỊNH CHUNG Điều 1. Tên": "QUY ĐỊNH CHUNG\nĐiều 1. Tên",
    "Quy định chung Điều 1. Tên": "Quy định chung Điều 1. Tên",
    "3. Ba 3.1. Ba một": "3. Ba\n3.1. Ba một",
    "3. Ba 4.1. Bốn một": "3. Ba 4.1. Bốn một",
    "3. Ba 3.12 mét": "3. Ba 3.12 mét",
    "Một.” 2. Hai": "Một.” 2. Hai",
    "# Chữ. Điều 2. Tên": "# Chữ. Điều 2. Tên",
    "> Chữ. Điều 2. Tên": "> Chữ. Điều 2. Tên",
    "| a | b |\n|---|---|\n| 1 | 2 | Điều 2": "| a | b |\n|---|---|\n| 1 | 2 |\nĐiều 2",
    "| 1 | 2 | Điều 2\n| 3 | 4 |": "| 1 | 2 |\nĐiều 2\n| 3 | 4 |",
    "| 1 | 2 | ba": "| 1 | 2 | ba",
    "| a |\n| 1 | 2 | ba": "| a |\n| 1 | 2 | ba",
    "|---|---| Điều 2": "|---|---|\nĐiều 2",
    "Lê An QUY CHẾ VƯỜN (Ban hành kèm theo Quyết định 1)": (
        "Lê An\nQUY CHẾ VƯỜN (Ban hành kèm theo Quyết định 1)"
    ),
    "QUY CHẾ VƯỜN (Ban hành kèm theo Quyết định 1)": (
        "QUY CHẾ VƯỜN (Ban hành kèm theo Quyết định 1)"
    ),
    "  Lê An QUY CHẾ VƯỜN (Ban hành kèm theo Quyết định 1)": (
        "  Lê An QUY CHẾ VƯỜN (Ban hành kèm theo Quyết định 1)"
    ),
}


@pytest.mark.parametrize(("body", "told"), GLUED.items(), ids=GLUED)
def test_a_clause_that_was_glued_to_the_row_above_gets_a_line(body: str, told: str) -> None:
    assert apart(body) == told
    assert apart(told) == told, "and once is enough"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Điều 1. A {#dieu-1}\nĐiều 2. B", [1]),
        ("Điều 1. A\n1. b\nĐiều 2. B", [0, 2]),
        ("Điều 1. A {#dieu-1}\n1. b", []),
        ("Điều 1. A {#dieu-1}\n“Điều 5. C”\nĐiều 2. B", [2]),
        ("chữ", []),
        ("Điều 1. A {#dieu-1}\n```\nĐiều 2. B\n```", []),
        ("## **Điều 1. A**", [0]),
        ("Điều 1: A\nĐiều 2. B {#dieu-2}", [0]),
    ],
)
def test_articles_without_an_id_are_told_by_their_line(body: str, wanted: list[int]) -> None:
    assert without_ids(body) == wanted
