"""Every string that the portal's code says to readers keeps to the list «Cách viết»: templates,
Python, browser code. The words of the content are held against it by the rule `cach-viet`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from viewing import Show, cells, viewer

from portal.kinds.lists import Wording, values
from portal.library.lists import lists_of
from portal.rules.words_are_plain import Avoided
from portal.source import read
from portal.text import nfc

ROOT = Path(__file__).parent.parent
READERS = ("portal/views", "portal/kinds", "portal/library", "overrides")
"""Whose words readers meet. What editors are told of their files is another voice."""
EDITORS = re.compile(r"/views/(?:word/package|store)|\.test\.js$|/bundles/|/node_modules/")
MARKED = re.compile(r"[à-ỹđ]", re.IGNORECASE)
_SCRIPT_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`")
_SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
Told = Iterator[tuple[int, str]]


def test_no_word_is_avoided_in_two_lines_of_the_list() -> None:
    told = [word for one in wordings() for word in one.phrases]
    assert len(told) > 50
    assert sorted({word for word in told if told.count(word) > 1}) == []


def test_a_piece_of_an_address_is_no_word() -> None:
    avoided = Avoided(wordings())
    assert not list(avoided.found("/mo-hinh/de-tai-lo-trinh-dat-chuan/"))
    assert [word for _, word, _ in avoided.found("Văn phòng lo việc này.")] == ["lo"]


@cache
def wordings() -> tuple[Wording, ...]:
    lists, _ = lists_of(read(ROOT))
    return tuple(values(lists, Wording).values())


def in_python(text: str) -> Told:
    """Strings that are not docstrings: these stand alone in a line."""
    tree = ast.parse(text)
    alone = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    }  # docstrings, and the help of fields, which editors read
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


def in_template(text: str) -> Told:
    """Text between tags, and strings inside them; comments are no nodes."""
    for node in (
        Environment(autoescape=True).parse(text).find_all((nodes.TemplateData, nodes.Const))
    ):  # type: ignore[attr-defined]
        told = node.data if isinstance(node, nodes.TemplateData) else node.value
        if isinstance(told, str):
            yield node.lineno, re.sub(r"<!--.*?-->", "", told, flags=re.DOTALL)


def in_script(text: str) -> Told:
    bare = _SCRIPT_COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in _SCRIPT_STRING.finditer(bare):
        yield bare.count("\n", 0, found.start()) + 1, found[0]


SPOKEN: dict[str, Callable[[str], Told]] = {
    ".py": in_python,
    ".jinja": in_template,
    ".html": in_template,
    ".js": in_script,
}


def spoken() -> list[Path]:
    found = [path for room in READERS for path in (ROOT / room).rglob("*") if path.is_file()]
    found += (ROOT / "web").rglob("*.js")
    return sorted(
        path for path in found if path.suffix in SPOKEN and not EDITORS.search(path.as_posix())
    )


def strings(path: Path) -> list[tuple[int, str]]:
    told = SPOKEN[path.suffix](path.read_text(encoding="utf-8"))
    return [(line, nfc(text)) for line, text in told if MARKED.search(text)]


def faults(path: Path, avoided: Avoided) -> list[str]:
    where = path.relative_to(ROOT).as_posix()
    return [
        f"{where}:{line}: «{word}» không dùng với người đọc; viết: {instead}"
        for line, text in strings(path)
        for _, word, instead in avoided.found(text)
    ]


def test_no_string_of_the_interface_holds_a_word_to_avoid() -> None:
    avoided = Avoided(wordings())
    assert [fault for path in spoken() for fault in faults(path, avoided)] == []


def test_the_strings_of_every_sort_of_file_are_found() -> None:
    counted: dict[str, int] = {}
    for path in spoken():
        counted[path.suffix] = counted.get(path.suffix, 0) + len(strings(path))
    assert counted[".py"] > 400
    assert counted[".jinja"] > 150
    assert counted[".js"] > 40
    assert counted[".html"] > 10


@pytest.mark.parametrize(
    ("read_as", "text"),
    [
        (in_python, 'told = f"Ngày {day} của trường ấy"'),
        (in_python, 'LABEL = "Trường rà từng chỉ tiêu"'),
        (in_template, "<p>Trường ấy</p>"),
        (in_template, '{% call c.section("a", "Văn bản đã rà") %}{% endcall %}'),
        (in_script, 'say("Trang ấy đã mở")'),
        (in_script, "say(`Trang ${one} đòi mạng`)"),
    ],
)
def test_a_word_to_avoid_is_seen(read_as: Callable[[str], Told], text: str) -> None:
    avoided = Avoided(wordings())
    assert [word for _, told in read_as(text) for _, word, _ in avoided.found(told)]


@pytest.mark.parametrize(
    ("read_as", "text"),
    [
        (in_python, '"""Trường ấy."""'),
        (in_template, "{# Trường ấy #}<p>Trường này</p>"),
        (in_script, "// trường ấy\nsay('Trường này')"),
    ],
)
def test_what_developers_tell_each_other_is_left_alone(
    read_as: Callable[[str], Told], text: str
) -> None:
    avoided = Avoided(wordings())
    assert not [word for _, told in read_as(text) for _, word, _ in avoided.found(told)]


# The page for editors


@pytest.fixture(scope="module")
def show() -> Show:
    return viewer(ROOT, date(2026, 12, 1))  # all that is written today is online


def test_the_page_for_editors_tells_every_pair_of_the_list_and_twenty_at_least(show: Show) -> None:
    table = show("gioi-thieu/cach-viet/").table
    told = cells(table)
    assert len(told) >= 20
    assert [row[1] for row in told] == [one.label for one in wordings()]
    for row, one in zip(told, wordings(), strict=True):
        assert row[0].count("«") == len(one.phrases)
        assert (one.wrong or "") in row[2]
        assert row[3] == (one.right or "")


def test_every_pair_shows_the_fault_and_mends_it() -> None:
    for one in wordings():
        assert one.wrong, one.value
        assert one.right, one.value
        own = Avoided([one])
        assert list(own.found(one.wrong)), f"{one.value}: câu sai không có chữ cần tránh"
        assert not list(Avoided(wordings()).found(one.right)), f"{one.value}: câu đúng còn chữ đó"
