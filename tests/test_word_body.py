"""Each part of a page's HTML in a Word file: its style, how far it is set in, its letters' look."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

from portal.views.word import body
from portal.views.word.body import converted

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Told = tuple[str, int, str]
"""Style, levels it is set in, text: looks around it as `b{…}`, a line break as `/`."""
LOOKS = {"b": "b", "i": "i", "strike": "s"}


def tag(element: ElementTree.Element) -> str:
    return element.tag.partition("}")[2]


def value(element: ElementTree.Element | None, name: str = "val") -> str:
    return "" if element is None else element.attrib[f"{{{W}}}{name}"]


def shown(run: ElementTree.Element) -> str:
    told = "".join("/" if tag(one) == "br" else one.text or "" for one in run if tag(one) != "rPr")
    look = run.find(f"{{{W}}}rPr")
    for one in look if look is not None else ():
        name = {"rFonts": "code", "vertAlign": value(one) if tag(one) == "vertAlign" else ""}
        told = f"{LOOKS.get(tag(one)) or name[tag(one)]}{{{told}}}"
    return told


def paragraph(element: ElementTree.Element) -> Told:
    indent = element.find(f".//{{{W}}}ind")
    deep = int(value(indent, "left")) // body._STEP if indent is not None else 0
    text = "".join(shown(one) for one in element.findall(f"{{{W}}}r"))
    return value(element.find(f".//{{{W}}}pStyle")), deep, text


def blocks(html: str) -> list[Any]:
    """Paragraphs, and tables as lists of rows of cells."""
    root = ElementTree.fromstring(f'<w:body xmlns:w="{W}">{converted(html)}</w:body>')
    return [paragraph(one) if tag(one) == "p" else table(one) for one in root]


def table(element: ElementTree.Element) -> list[list[list[Told]]]:
    return [
        [[paragraph(one) for one in cell.findall(f"{{{W}}}p")] for cell in row.iter(f"{{{W}}}tc")]
        for row in element.iter(f"{{{W}}}tr")
    ]


GAP = ("Gap", 0, "")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>a</p>", [("", 0, "a")]),
        ("<p> \n </p><hr><h1>Tên</h1>", []),
        (
            "<h2>a</h2><h3>b</h3><h4>c</h4>",
            [("Heading1", 0, "a"), ("Heading2", 0, "b"), ("Heading3", 0, "c")],
        ),
        ("<h5>a</h5><h6>b</h6>", [("Heading3", 0, "a"), ("Heading3", 0, "b")]),
        ("<p>a <strong>b</strong> <em>c</em> <s>d</s></p>", [("", 0, "a b{b} i{c} s{d}")]),
        ("<p><b><i>a</i></b><mark>b</mark></p>", [("", 0, "i{b{a}}b{b}")]),
        ("<p>a<sup>2</sup>b<sub>3</sub></p>", [("", 0, "asuperscript{2}bsubscript{3}")]),
        ("<p><code>a</code><kbd>b</kbd></p>", [("", 0, "code{a}code{b}")]),
        ("<p>a<br>b</p>", [("", 0, "a/b")]),
        ("<p>a &lt; b &amp; c &gt; d</p>", [("", 0, "a < b & c > d")]),
        ("<p>a\n  b\x01</p>", [("", 0, "a b")]),
        ("a<p>b</p>c", [("", 0, "a"), ("", 0, "b"), ("", 0, "c")]),
        (
            "<div>a <b>b</b><p>c</p> <i>d</i></div>",
            [("", 0, "a b{b}"), ("", 0, "c"), ("", 0, "i{d}")],
        ),
        (
            "<blockquote><p>a</p><blockquote>b</blockquote></blockquote>",
            [("", 1, "a"), ("", 2, "b")],
        ),
        ("<pre>a\n b\n</pre>", [("", 0, "code{a}/code{ b}")]),
        ('<p class="lead">a</p><p class="x meta">b</p>', [("Lead", 0, "a"), ("Small", 0, "b")]),
        ('<p class="remark">a</p>', [("Small", 0, "a")]),
        ('<div class="notice"><p>a</p></div>', [("Notice", 0, "a"), GAP]),
        ('<div class="notice"><p class="meta">a</p></div>', [("Notice", 0, "a"), GAP]),
    ],
    ids=str,
)
def test_blocks_and_looks(html: str, told: list[Told]) -> None:
    assert blocks(html) == told


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<ul><li>a</li><li>b</li></ul>", [("", 1, "- a"), ("", 1, "- b")]),
        ("<ol><li>a</li><li>b</li></ol>", [("", 1, "1. a"), ("", 1, "2. b")]),
        (
            '<ol start="3"><li>a</li><li value="7">b</li><li>c</li></ol>',
            [("", 1, "3. a"), ("", 1, "7. b"), ("", 1, "8. c")],
        ),
        ('<ol class="bracketed"><li>a</li></ol>', [("", 1, "1) a")]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", [("", 1, "- a"), ("", 2, "- b")]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", [("", 1, "- a"), ("", 1, "b")]),
        ("<ol><li><ul><li>b</li></ul></li></ol>", [("", 1, "1. "), ("", 2, "- b")]),
        ('<ul><li class="numbered">a</li></ul>', [("", 1, "a")]),
        (
            '<ul><li id="muc-1.cong-2">a</li><li id="muc-1.gach-2">b</li></ul>',
            [("", 1, "+ a"), ("", 1, "- b")],
        ),
        ("<ol><li data-search-exclude>a</li><li>b</li></ol>", [("", 1, "1. b")]),
    ],
    ids=str,
)
def test_lists_have_the_dash_or_the_number_of_the_page(html: str, told: list[Told]) -> None:
    assert blocks(html) == told


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<p>a<a class="dead">b</a></p>', "as{b}"),
        ('<p><span class="badge">a</span><span class="x standing">b</span></p>', "[a](b)"),
        ('<p><span class="badge"><b>a</b></span></p>', "[b{a}]"),
        ('<p><a data-address="https://vi-du.example/">a</a>.</p>', "a <https://vi-du.example/>."),
        (
            '<p><abbr title="Ban bịa">BB</abbr> và <abbr title="Ban bịa">BB</abbr></p>',
            "BB (Ban bịa) và BB",
        ),
        ('<p><a class="term"><abbr title="Ban bịa">BB</abbr></a></p>', "BB"),
        ('<p>a <img alt="lớp học"> b</p>', "a [Hình: lớp học] b"),
        ('<p>a<img alt=""></p>', "a"),
        ("<p>a<svg><text>x</text></svg>b</p>", "ab"),
        ("<p>a<button>x</button>b<!-- y --></p>", "ab"),
        ('<p>a<span class="unseen"> x</span><span class="headerlink">y</span></p>', "a"),
        ("<p>a <span data-search-exclude>x</span>b</p>", "a b"),
    ],
    ids=str,
)
def test_what_the_page_shows_by_looks_alone_becomes_words(html: str, told: str) -> None:
    assert blocks(html) == [("", 0, told)]


@pytest.mark.parametrize(
    "html",
    [
        '<section><h2 id="so-do">Sơ đồ</h2><p>x</p></section>',
        '<section><h2 id="lien-quan">Nhắc</h2><p>x</p></section>',
        '<div data-search-exclude="">x</div>',
        '<div class="y needs-script">x</div>',
        "<nav>x</nav>",
        "<form>x</form>",
        "<template>x</template>",
        "<details><summary>x</summary></details>",
    ],
)
def test_what_is_of_use_on_the_page_only_is_left_out(html: str) -> None:
    assert blocks(f"<p>a</p>{html}<p>b</p>") == [("", 0, "a"), ("", 0, "b")]


def test_a_section_is_kept_and_the_heading_of_a_folded_part_too() -> None:
    assert blocks('<section><h2 id="x">Mục</h2></section><section></section>') == [
        ("Heading1", 0, "Mục")
    ]
    part = '<div class="part"><details><summary><h2>Điều 1</h2></summary><p>a</p></details></div>'
    assert blocks(part) == [("Heading1", 0, "Điều 1"), ("", 0, "a")]


FACTS = (
    '<dl class="facts"><div><dt>Số</dt><dd>12</dd></div><div><dt>Không có giá trị</dt></div></dl>'
)


def test_facts_stand_side_by_side_and_their_labels_are_bold() -> None:
    assert blocks(FACTS) == [[[[("Cell", 0, "b{Số}")], [("Cell", 0, "12")]]], GAP]
    assert blocks('<dl class="facts"></dl>') == []
    assert blocks("<dl><dt>a</dt><dd>b</dd></dl>") == [("", 0, "b{a}"), ("", 1, "b")]


def test_a_table_repeats_its_head_and_tears_no_row() -> None:
    html = (
        "<table><tbody><tr><td>a</td><td></td></tr></tbody>"
        "<thead><tr><th>A</th><th>B</th></tr></thead></table>"
    )
    empty = [("Cell", 0, "")]
    assert blocks(html) == [
        [[[("Cell", 0, "b{A}")], [("Cell", 0, "b{B}")]], [[("Cell", 0, "a")], empty]],
        GAP,
    ]
    raw = converted(html)
    assert raw.count("<w:cantSplit/>") == 2
    assert raw.count("<w:tblHeader/>") == 1
    assert raw.index("<w:tblHeader/>") < raw.index(">a<")
    assert blocks("<table></table>") == []


def test_a_list_in_a_cell_has_no_dashes_and_is_not_set_in() -> None:
    html = "<table><tr><td><ul><li>a</li><li>b</li></ul><ol><li>c</li></ol></td></tr></table>"
    assert blocks(html)[0] == [[[("Cell", 0, "a"), ("Cell", 0, "b"), ("Cell", 0, "1. c")]]]


@pytest.mark.parametrize(
    ("cells", "widths"),
    [
        (["a", "b"], [4650, 4650]),
        (["a" * body.LEAST, "b" * 2 * body.LEAST], [3100, 6200]),
        (["a", "b" * 1000], [9300 * 28 // 88, 9300 * 60 // 88]),
        (["a"], [9300]),
    ],
)
def test_a_column_is_as_wide_as_its_longest_cell_within_bounds(
    cells: list[str], widths: list[int]
) -> None:
    made = "".join(f"<td> {one} </td>" for one in cells)
    raw = converted(f"<table><tr>{made}</tr></table>")
    root = ElementTree.fromstring(f'<w:body xmlns:w="{W}">{raw}</w:body>')
    assert [int(value(one, "w")) for one in root.iter(f"{{{W}}}gridCol")] == widths
    assert [int(value(one, "w")) for one in root.iter(f"{{{W}}}tcW")] == widths


def test_a_row_of_fewer_cells_fills_the_table() -> None:
    raw = converted("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>")
    root = ElementTree.fromstring(f'<w:body xmlns:w="{W}">{raw}</w:body>')
    assert [int(value(one, "w")) for one in root.iter(f"{{{W}}}tcW")] == [4650, 4650, 9300]


def test_a_paragraph_of_nothing_is_none_and_a_plain_one_has_no_settings() -> None:
    run = body.run("a")
    assert body.paragraph("", "Lead") == ""
    assert body.paragraph(run) == f"<w:p>{run}</w:p>"
    assert body.paragraph(run, more="<w:x/>") == f"<w:p><w:pPr><w:x/></w:pPr>{run}</w:p>"
    assert f'w:left="{2 * body._STEP}"' in body.paragraph(run, indent=2)
    assert body.run("") == body.run("\x01") == ""
