"""Markdown is shown as its editor means it, on the page, in the Word file and in the search; where
it is not, a finding names the line."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import count
from time import process_time

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from portal import markup
from portal.markup import Finding, read
from portal.markup.code import lines_of, without_code
from portal.markup.parser import DEEPEST, is_unmarked
from portal.views.html.markdown import Converter
from portal.views.search.plain import plain, sections
from portal.views.word.body import converted

CONVERTER = Converter()


def shown(text: str) -> str:
    return str(CONVERTER.block(text, str))


@pytest.mark.parametrize(
    ("line", "is_plain"),
    [
        *((line, True) for line in ("Một dòng chữ, 12 việc.", "Tỉnh ủy (mới); 5%", "a-b")),
        *((line, False) for line in ("*a*", "`a`", "[a](b)", "a\nb", "<b>", "http://a.vn", "a_b")),
        *((line, False) for line in ("xem www.a.vn", "a://b", "&amp;", "\\*")),
    ],
)
def test_a_line_without_signs_is_known_as_one(line: str, is_plain: bool) -> None:
    assert is_unmarked(line) is is_plain


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a `b` c", "a     c"),
        ("a\n```\nb\n```\nc", "a\n   \n \n   \nc"),
        ("a\n~~~ py\nb `\n~~~\nc", "a\n      \n   \n   \nc"),
        ("a ``b ` c`` d", "a           d"),
        ("a `b", "a `b"),
        ("a \\`b` c", "a \\`b` c"),
        ("a ~~b~~ c", "a ~~b~~ c"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
    ],
)
def test_code_is_blanked_where_only_words_are_looked_for_and_all_places_stay(
    text: str, left: str
) -> None:
    assert without_code(text) == left


@pytest.mark.parametrize(
    ("length", "shown"), [(60, "a" * 54 + " bbbbb"), (61, "a" * 54 + "…"), (80, "a" * 54 + "…")]
)
def test_a_heading_is_told_whole_up_to_sixty_letters(length: int, shown: str) -> None:
    heading = ("a" * 54 + " " + "b" * 30)[:length]
    (finding,) = read(f"# {heading}").findings
    assert finding.remedy == f"viết ## {shown}"


def test_the_line_of_a_place_is_counted_from_nought() -> None:
    line = lines_of("a\nb\n\nc")
    assert [line(at) for at in range(6)] == [0, 0, 1, 1, 2, 3]


def told(text: str) -> list[tuple[int, str, bool]]:
    """(line, rule, is a reminder) of every finding."""
    return [(one.line, one.rule, one.reminder) for one in read(text).findings]


def words_of(made: str) -> str:
    """What a reader of a page sees or hears."""
    root = lxml.html.fragment_fromstring(made, create_parent="div")
    said = [one.get(name, "") for one in root.iter() for name in ("alt", "title")]
    return " ".join([root.text_content(), *said])


def word_lines(made: str) -> list[str]:
    """The paragraphs of the Word file."""
    found = re.findall(r"<w:p>.*?</w:p>", converted(made))
    lines = (re.sub(r"<[^>]+>", "", one.replace("<w:br/>", "⏎")) for one in found)
    return [html.unescape(one).strip() for one in lines]


# Shown as it is meant


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Có 3 việc:\n1. Một\n2. Hai", "<p>Có 3 việc:</p>\n<ol>\n<li>Một</li>\n<li>Hai</li>"),
        ("Có:\n1) Một", '<p>Có:</p>\n<ol class="bracketed">'),
        ("Có:\n- Một\n+ Hai\n* Ba", "</ul>\n<ul>\n<li>Hai</li>\n</ul>\n<ul>"),
        ("Từ năm\n2026. Câu sau", "<p>Từ năm\n2026. Câu sau</p>"),
        ("2026. Câu", '<ol start="2026" class="hundreds">'),
        ("1. Một {#khoan-1}\n3. Ba {#khoan-3}", '<li id="khoan-3" value="3">Ba</li>'),
        ("0. Không\n1. Một", '<ol start="0">\n<li>Không</li>\n<li>Một</li>'),
        ("1. Một\n1. Hai\n1. Ba", "<ol>\n<li>Một</li>\n<li>Hai</li>\n<li>Ba</li>\n</ol>"),
        ("- Một\n  - Hai\n    - Ba", "<li>Một<ul>\n<li>Hai<ul>\n<li>Ba</li>"),
        ("1. Một\n   - Hai\n2. Ba", "<li>Một<ul>\n<li>Hai</li>\n</ul>\n</li>\n<li>Ba</li>"),
        ("- Một\n\n  Đoạn sau", "<li>\n<p>Một</p>\n<p>Đoạn sau</p>\n</li>"),
        ("- Một\n  ```\n  <b>\n  ```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("Đoạn\n## Mục\nĐoạn", '<p>Đoạn</p>\n<h2 id="muc">Mục</h2>\n<p>Đoạn</p>'),
        ("Đoạn\n| A | B |\n|---|--:|\n| 1 | 2 |", '<td class="align-right">2</td>'),
        ("| A |\n|---|\n| `a \\| b` |", "<code>a | b</code>"),
        ("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>"),
        ("~~cũ~~ mới", "<s>cũ</s> mới"),
        ("- [ ] Một\n- [x] Hai", "<li>☐ Một</li>\n<li>☑ Hai</li>"),
        ("<a@b.vn>", '<a href="mailto:a@b.vn">a@b.vn</a>'),
        ("<mailto:a@b.vn>", '<a href="mailto:a@b.vn">mailto:a@b.vn</a>'),
        ("Xem https://hcma.vn/a, a@b.vn", '<a href="https://hcma.vn/a">https://hcma.vn/a</a>, <a'),
        ("[x](https://vi.wikipedia.org/wiki/A_(b))", 'href="https://vi.wikipedia.org/wiki/A_(b)"'),
        ("[a [b] c](van-ban/x)", '<a href="van-ban/x">a [b] c</a>'),
        ("ten_tep_dai, 5 * 3 * 2", "<p>ten_tep_dai, 5 * 3 * 2</p>"),
        ("***đậm nghiêng*** **đậm *và* đậm**", "<strong>đậm <em>và</em> đậm</strong>"),
        ("{chữ} {{x}} \\*\\*", "<p>{chữ} {{x}} **</p>"),
        ("**a**{href}", "<strong>a</strong>{href}"),
        ("&nbsp;&copy; &lt;b>", "\u00a0© &lt;b&gt;"),
        ("*[BTB]: Ban Bí thư\n\nBTB", '<abbr title="Ban Bí thư">BTB</abbr>'),
        ("*[HV]: Một\n*[HV CT]: Hai\n\nHV CT", '<p><abbr title="Hai">HV CT</abbr></p>'),
        ("*[HV CT]: Hai\n*[HV]: Một\n\nHV CT", '<p><abbr title="Hai">HV CT</abbr></p>'),
        (
            "[a<br>b](van-ban/x) [c<sub>2</sub>](y)",
            '<a href="van-ban/x">a<br>\nb</a> <a href="y">c<sub>2</sub></a>',
        ),
        ("Một<br>hai", "<p>Một<br>\nhai</p>"),
        ("## Mục `{#a}`", "Mục <code>{#a}</code></h2>"),
        ("## Mục `x {#a}`", "Mục <code>x {#a}</code></h2>"),
        ("## `x` {#a}", '<h2 id="a"><code>x</code></h2>'),
        ("- {#a}", '<li id="a"></li>'),
        ("Làng\n:   Nơi có mây", "<dl>\n<dt>Làng</dt>\n<dd>Nơi có mây</dd>\n</dl>"),
        ("> - a\n> - b", "<blockquote>\n<ul>\n<li>a</li>\n<li>b</li>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("<SUB>2</SUB> H<sub>*2*</sub>O", "<sub>2</sub> H<sub><em>2</em></sub>O"),
        ("# Một\n\n## Hai", '<h2 id="mot">Một</h2>\n<h2 id="hai">Hai</h2>'),
        ("## A\n\n## A\n\n## A", 'id="a">A</h2>\n<h2 id="a_1">A</h2>\n<h2 id="a_2">A</h2>'),
        ("- Mục dài,\n  dòng sau {#a.b}", '<li id="a.b">Mục dài,\ndòng sau</li>'),
        ("- Mục\n  {#a.b}\n  - Con {#a.c}", '<li id="a.b">Mục<ul>\n<li id="a.c">Con</li>'),
    ],
)
def test_what_editors_write_is_shown_as_elsewhere_and_numbers_as_written(
    text: str, part: str
) -> None:
    assert part in shown(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [("1. Một", "1. Một"), ("- 5 độ", "- 5 độ"), ("# 1", "# 1"), ("*a* b", "<em>a</em> b")],
)
def test_a_field_of_one_line_is_shown_as_one_line(text: str, line: str) -> None:
    assert str(CONVERTER.inline(text, str)) == line


@pytest.mark.parametrize(
    "text",
    [
        *("Có 3 việc:\n1. Một\n2. Hai", "- a\n- b\n\n1. c\n2. d", "## Điều 5 {#dieu-5}\n\nĐoạn."),
        *("1. a\n3. b", "1) a\n2) b", "| A | B |\n|---|---|\n| 1 | |", "x[^1]\n\n[^1]: y"),
        *("(*) Ghi chú; Bảng 1*; 5 * 3; a_b; ____; 2020–2025", "#1 về dạy học", "~5 km, ~10 km"),
        *(
            "{chữ} {{x}}",
            "- a {#muc-1.gach-1}\n- b",
            "[a] (b) [c]",
            "Làng\n:   Nơi",
            "a &lt; b < 5",
        ),
        *("a\n\n---\n\nb", "> a\n>\n> b", "Câu một,\n- việc", "Năm\n2026. Câu", "\\[a](b\\)"),
        *("a) Một", "Đoạn một.\n\na) Một\n\nb) Hai", "https://hcma.vn/a_b_c?x=1 **a@b.vn**"),
        *("![Sơ đồ](tep/a.png)", "[a](#b)", "``a ` b``", "```\n# a\n```", "a!\n\nb[c]!"),
    ],
)
def test_nothing_is_said_of_what_is_right(text: str) -> None:
    assert told(text) == []


# A finding names the line


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| A |\n|---|\n| 1 |\n| 1 | 2 |", [(3, "bang-lech", False)]),
        ("- x\n\n  | A |\n  |---|\n  | 1 | 2 |", [(4, "bang-lech", False)]),
        ("| A | B |\n|---|---|\n| 1 | 2 |\nchữ", [(3, "bang-lech", True)]),
        ("| A | B |\n|---|\n| 1 | 2 |", [(0, "bang-lech", True), (1, "bang-lech", False)]),
        ("Một\nhai {#dieu-1}", [(1, "ma-lac", False)]),
        ("> a\n> {#b}", [(1, "ma-lac", False)]),
        ("- a {#b} c", [(0, "ma-lac", False)]),
        ("## A {dieu-1}", [(0, "ma-lac", False)]),
        ("x\n\n# A", [(2, "tieu-de-muc", False)]),
        ("x\n\nA\n---", [(2, "tieu-de-muc", True)]),
        ("#A", [(0, "tieu-de-muc", True)]),
        ("1. a\n1. b\n1. c", [(1, "so-muc", True)]),
        ("2. a\n1. b", [(1, "so-muc", True)]),
        ("Có:\n2. Hai", [(1, "dong-noi", True)]),
        ("a) x\nb) y\nc) z", [(1, "dong-noi", True)]),
        ("x\n\n    y", [(2, "khoi-ma", True)]),
        ("x\n```\ny", [(1, "khoi-ma", False)]),
        ("x[^2]", [(0, "chu-thich", False)]),
        ("x\n\n[^1]: y", [(2, "chu-thich", False)]),
        ("x[^1]\n\n[^1]: y\n\n[^1]: z", [(4, "chu-thich", False)]),
        ("x\n[a][b]", [(1, "lien-ket-la", True)]),
        ("[a]: van-ban/x", [(0, "lien-ket-la", True)]),
        ("a\n[x](van-ban/a b)", [(1, "lien-ket-la", False)]),
        ("- `a\n- [x](javascript:b)`", [(0, "dau-thua", True), (1, "dau-thua", True)]),
        ("[a] (van-ban/x)", [(0, "lien-ket-la", True)]),
        ("(a)[https://hcma.vn/]", [(0, "lien-ket-la", True)]),
        ("[](van-ban/x)", [(0, "lien-ket-rong", False)]),
        ("[![](tep/a.png)](van-ban/x)", [(0, "anh-thieu-loi", True)]),
        ("**a", [(0, "dau-thua", True)]),
        ("**«a»**b", [(0, "dau-thua", True)]),
        ("*[AB]: C", [(0, "dau-thua", True)]),
        ("Một câu.\n: hai", [(0, "dau-thua", True)]),
        ("**a**{title}", [(0, "html-la", False)]),
        ("a <sub>b", [(0, "html-la", False)]),
        ("> " * 110 + "a", [(0, "long-qua-sau", False)]),
    ],
)
def test_what_is_shown_otherwise_is_told_with_its_line(
    text: str, found: list[tuple[int, str, bool]]
) -> None:
    met = told(text)
    assert [one for one in met if one in found] == found or met == found


SAID: dict[str, list[tuple[int, bool, str, str]]] = {
    # Braces that would set an attribute, behind whatever they stand.
    "a{.lop}": [(0, False, "«{.lop}» đặt thuộc tính", "{#dieu-5}")],
    "a {onclick=x} b": [(0, False, "«{onclick=x}» đặt thuộc tính", "{#dieu-5}")],
    "`mã`{lop}": [(0, False, "«{lop}» đặt thuộc tính", "{#dieu-5}")],
    "![a](tep/a.png){w}": [(0, False, "«{w}» đặt thuộc tính", "{#dieu-5}")],
    "[a](van-ban/x){w}": [(0, False, "«{w}» đặt thuộc tính", "{#dieu-5}")],
    "{#dieu-1 .x} a": [(0, False, "«{#dieu-1 .x}» đặt thuộc tính", "{#dieu-5}")],
    "{ x }": [(0, False, "«{ x }» đặt thuộc tính", "{#dieu-5}")],
    "a{lop} {lop} {}": [],
    "a\n**b**{c}\n\nd\n**e**{f}": [
        (1, False, "«{c}»", "{#dieu-5}"),
        (4, False, "«{f}»", "{#dieu-5}"),
    ],
    # Links: words, addresses, lines.
    "[ ](van-ban/x)": [(0, False, "tới «van-ban/x» không có chữ", "[chữ](địa-chỉ)")],
    "[`a`](van-ban/x) [![Ảnh](tep/a.png)](van-ban/x)": [],
    "a\n[b](van-ban/c)\n[](van-ban/d)": [(2, False, "tới «van-ban/d» không có chữ", "[chữ]")],
    "[a]()": [(0, False, "không có địa chỉ", "trong ngoặc tròn")],
    "[a](#)": [(0, False, "không có địa chỉ", "trong ngoặc tròn")],
    "a<br>[b](javascript:c)": [(0, False, "«javascript:c» không phải đường dẫn", "loại/tên-mục")],
    "a  \n[b](javascript:c)": [(1, False, "«javascript:c» không phải đường dẫn", "loại/tên-mục")],
    "[a](tep/Sơ đồ.PNG)": [(0, False, "«tep/Sơ đồ.PNG»", "tên so-do.png")],
    "[a](C:\\\\anh\\\\So.docx)": [(0, False, "«C:\\anh\\So.docx»", "viết tep/so.docx")],
    # Pictures.
    "![](tep/a.png)": [(0, True, "«tep/a.png» chưa có lời", "![Sơ đồ bộ máy](tep/a.png)")],
    "![a](https://x.vn/a.png)": [(0, False, "lấy từ trang khác", "tep/ten-anh.png")],
    "a\n![ ](https://x.vn/a.png)": [
        (1, False, "lấy từ trang khác", "tep/ten-anh.png"),
        (1, True, "chưa có lời thay ảnh", "(https://x.vn/a.png)"),
    ],
    # Headings and numbers.
    "##": [(0, True, "không có chữ", "xoá dòng này")],
    "x\n\nA b\n---": [(2, True, "«A b» thành tiêu đề", "viết ## A b;")],
    "1. a\n2. b\n2. c\n5. d\n4. e": [
        (2, True, "2. đứng sau 2.;", "đúng số"),
        (4, True, "4. đứng sau 5.;", "đúng số"),
    ],
    "3. a\n3. b\n3. c": [(1, True, "đều viết 3. nên", "đúng số")],
    "3) a {#x}\n3) b {#y}": [],
    "01. a\n02. b": [
        (0, True, "01. hiện là 1.", "viết 1.; giữ nguyên chữ thì viết 01\\."),
        (1, True, "02. hiện là 2.", "viết 2.; giữ nguyên chữ thì viết 02\\."),
    ],
    # Tables.
    "| A | B |\n|---|---|\n| 1 | 2 | 3 | 4 |": [
        (2, False, "có 4 ô mà bảng có 2 cột: «3»", "bỏ ô thừa"),
    ],
    "| A | B |\n|---|---|\n| 1 |": [(2, True, "có 1 ô mà bảng có 2 cột;", "ô trống viết | |")],
    "| A | B |\n|---|---|\n| 1 | 2 | |\n|  | 2 |": [],
    # Code.
    "x\n\n    a b\n    c": [(2, True, "«a b» thụt bốn", "bỏ dấu cách")],
    "```\n```": [],
    "````\na\n```": [(0, False, "```` mở mà không đóng", "thêm dòng ````")],
    "```": [(0, False, "``` mở mà không đóng", "thêm dòng ```")],
    "```py x\na\n```": [(0, True, "«py x» sau ```", "xuống dòng dưới")],
    "```mã\na\n```": [(0, True, "«mã» sau ```", "xuống dòng dưới")],
    "```py\na\n```": [],
    # What only defines something.
    "[^1]: a\n\n[^1]: b": [
        (0, False, "[^1] không hiện", "đặt [^1] vào câu"),
        (2, False, "[^1] đã có ở trên", "một tên"),
    ],
    "[a]: van-ban/b\n\n[a]: van-ban/c\n\n[x][a]": [(2, True, "[a] đã được định nghĩa", "xoá")],
    "[a]: van-ban/b\n\nx": [(0, True, "chỉ định nghĩa [a]", "xoá dòng này")],
    "*[AB]: Lời\n\nkhông có": [(0, True, "«Lời» không hiện: trong bài không có chữ AB", "chữ tắt")],
    "*[AB]: Lời\n\ncó AB": [],
    f"{'a' * 80}\n: b": [(0, True, "thành một từ cần giải thích", "dấu hai chấm")],
    f"{'a' * 79}\n: b": [],
    # HTML.
    "a <b>c": [(0, False, "«<b>» là HTML", "<sub>, <sup>, <kbd>, <mark>, <br>")],
    "x\n</sub>b": [(1, False, "«</sub>» thiếu thẻ", "một </sub>")],
    "a < b <br/> c <SUB>d</SUB>": [],
}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=SAID)
def test_all_that_is_said_of_a_text_names_the_words_and_how_to_write_them(
    text: str, said: list[tuple[int, bool, str, str]]
) -> None:
    met = read(text).findings
    assert [(one.line, one.reminder) for one in met] == [one[:2] for one in said]
    for one, (_, _, words, remedy) in zip(met, said, strict=True):
        assert words in one.text
        assert remedy in one.remedy


def test_the_deepest_nesting_that_is_read_is_shown_whole() -> None:
    inside = "- " * (DEEPEST // 2 - 1) + "đáy"
    assert "đáy" in shown(inside)
    assert told(inside) == []


# No word is lost, whatever is put together


PIECES: tuple[Callable[[Iterator[str]], str], ...] = (
    lambda w: f"{next(w)} *{next(w)}* **{next(w)}**, `{next(w)}`\n{next(w)}",
    lambda w: f"{next(w)}\n- {next(w)}\n  {next(w)}\n- [ ] {next(w)}",
    lambda w: f"1. {next(w)}\n4. {next(w)}\n   - {next(w)}\n     + {next(w)}\n2. {next(w)}",
    lambda w: f"- {next(w)}\n    - {next(w)}\n\n    {next(w)}",
    lambda w: f"{next(w)}\n3. {next(w)}\na) {next(w)}\nb) {next(w)}",
    lambda w: f"## {next(w)}\n{next(w)}\n---",
    lambda w: f"#{next(w)}\n\n    {next(w)}",
    lambda w: f"> {next(w)}\n> - {next(w)}\n{next(w)}",
    lambda w: f"| {next(w)} | {next(w)} |\n|---|---|\n| {next(w)} | {next(w)} | {next(w)} |",
    lambda w: f"{next(w)}\n| {next(w)} |\n|---|\n| {next(w)} \\| {next(w)} |\n{next(w)}",
    lambda w: f"| {next(w)} | {next(w)} |\n| {next(w)} |",
    lambda w: f"```\n{next(w)}\n  {next(w)}\n```\n~~~\n{next(w)}",
    lambda w: f"[{next(w)}](van-ban/x) ![{next(w)}](tep/a.png) [{next(w)}](van-ban/x b)",
    lambda w: f"[{next(w)}]\n[{next(w)}]: {next(w)}\n\n[{next(w)}]: {next(w)}",
    lambda w: f"{next(w)}[^a] {next(w)}[^khong]\n\n[^a]: {next(w)}\n\n[^b]: {next(w)}",
    lambda w: f"*[{next(w)}]: {next(w)}\n{next(w)}",
    lambda w: f"{next(w)}\n: {next(w)}\n\n  {next(w)}",
    lambda w: f"~~{next(w)}~~ ~{next(w)}~ **{next(w)} _{next(w)}_{next(w)}",
    lambda w: f"<sub>{next(w)}</sub> <b>{next(w)}</b><br>{next(w)} <!-- {next(w)} -->",
    lambda w: f"{{{next(w)}}} {{#dieu-1}} **{next(w)}**{{{next(w)}}}\n{{: .{next(w)}}}",
    lambda w: f"\t{next(w)}\n \t- {next(w)}\n\n{next(w)}  \n{next(w)}\\\n{next(w)}",
    lambda w: f"!!! note\n    {next(w)}\n\n[TOC]\n> [!NOTE]\n> {next(w)}",
    lambda w: f"- > - > {next(w)}\n  ## {next(w)}\n- 7) {next(w)}",
)
WORD = re.compile(r"chữ\d+đ")


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Pieces one after another, with or without a blank line between them, in a list or a quote."""
    words = (f"chữ{number}đ" for number in count(1))
    made = []
    for _ in range(draw(st.integers(1, 6))):
        piece = draw(st.sampled_from(PIECES))(words)
        around = draw(st.sampled_from(["", "", "", "> ", "  ", "    ", "- "]))
        rest = "  " if around == "- " else around
        piece = around + piece.replace("\n", f"\n{rest}")
        made.append(piece + draw(st.sampled_from(["\n", "\n\n"])))
    return "".join(made)


def unseen(text: str, seen: str, findings: tuple[Finding, ...]) -> list[str]:
    """Words of the text that are not seen, though no finding names their line or, in the same
    block, one above it."""
    named = {one.line for one in findings}
    missing = set(WORD.findall(text)) - set(WORD.findall(seen))
    found, told, blank = [], False, True
    for number, line in enumerate(text.split("\n")):
        told = number in named or (told and (not blank or line[:4] in ("", "    ")))
        found += [word for word in WORD.findall(line) if word in missing and not told]
        blank = not line.strip()
    return found


@given(bodies())
@settings(max_examples=200, deadline=None)
def test_every_word_is_on_the_page_in_the_word_file_and_in_the_search(text: str) -> None:
    made = shown(text)
    findings = read(text).findings
    assert unseen(text, words_of(made), findings) == []
    assert unseen(text, "\n".join(word_lines(made)), findings) == []
    before, places = sections(text)
    found = "\n".join([before, *(f"{one.label} {one.text}" for one in places)])
    assert unseen(text, found, findings) == []
    assert unseen(text, plain(text), findings) == []


@given(bodies())
@settings(max_examples=100, deadline=None)
def test_every_sign_that_is_left_on_the_page_is_told(text: str) -> None:
    bare = WORD.sub("x", words_of(re.sub(r"(?s)<(pre|code)\b.*?</\1>", "", shown(text))))
    signs = re.compile(r"\*\*|~~|\]\(|\]\[|\[\^|\{#|<b>|<!--|^\|", re.MULTILINE)
    assert bool(signs.search(bare)) <= bool(read(text).findings)


def test_the_search_for_lost_words_finds_them() -> None:
    text = "| chữ1đ |\n|---|\n| chữ2đ | chữ3đ |\n\nchữ4đ"
    seen = words_of(shown(text))
    assert unseen(text, seen, read(text).findings) == []
    assert unseen(text, seen, ()) == ["chữ3đ"]
    assert unseen(text, seen.replace("chữ4đ", ""), read(text).findings) == ["chữ4đ"]


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8), st.sampled_from(".)"))
@settings(deadline=None)
def test_every_number_is_seen_as_it_is_written(numbers: list[int], sign: str) -> None:
    text = "".join(f"{number}{sign} Mục\n" for number in numbers)
    counted = [*range(numbers[0], numbers[0] + len(numbers))]
    wanted = counted if len(set(numbers)) == 1 else numbers
    lines = [f"{number}{sign} Mục" for number in wanted]
    assert word_lines(shown(text)) == lines
    assert " ".join(CONVERTER.plain(text).split()) == " ".join(lines)
    root = lxml.html.fragment_fromstring(shown(text))
    seen, number = [], int(root.get("start", "1"))
    for item in root:
        number = int(item.get("value", number))
        seen.append(number)
        number += 1
    assert seen == wanted
    if len(numbers) > 1 and wanted != numbers:
        assert told(text)


ORACLE = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).disable("html_block")
SIMPLE = st.text(st.sampled_from("ab \n-*+>#1.)_`[]()\\~=!&;:<đ "), max_size=60)


@given(SIMPLE)
@settings(max_examples=200, deadline=None)
def test_plain_commonmark_is_split_into_the_blocks_that_commonmark_asks_for(text: str) -> None:
    """The portal's own rules touch ids, numbers and addresses, never how blocks are cut."""
    names = re.compile(r"<(/?(?:p|ul|ol|li|h[1-6]|pre|blockquote|hr|em|strong))\b")
    there = [name.replace("h1", "h2") for name in names.findall(ORACLE.render(text))]
    assert "~" in text or ":" in text or "|" in text or names.findall(shown(text)) == there


@given(
    st.text(
        st.sampled_from("aàđĐ09 .,;:()[]«»“”-–/%'\"+=|~^#@?*_`\\<>&!{}w\u00a0\t\n"), max_size=30
    )
)
@settings(max_examples=300, deadline=None)
def test_the_short_way_gives_what_the_long_way_gives(text: str) -> None:
    if is_unmarked(text):
        assert shown(f"{text}\n\nz") == f"{shown(text)}\n<p>z</p>"
        assert str(CONVERTER.inline(text, str)) == text
        assert told(text) == []


# Nothing hostile passes, nothing takes for ever


@pytest.mark.parametrize(
    "text",
    [
        *("[x](javascript:a)", "- `a\n- [x](javascript:b)`", "[x](<data:a>)", "<javascript:a>"),
        *("[x][y]\n\n[y]: vbscript:a", "![x](//evil.example/a.png)", "[x](//evil.example)"),
        *("[x](/\\evil.example)", "[x](&#106;avascript:a)", "[x](java&Tab;script:a)"),
    ],
)
def test_a_target_that_is_not_allowed_leads_nowhere(text: str) -> None:
    made = lxml.html.fragment_fromstring(shown(text), create_parent="div")
    assert not [one for one in made.iter() if "href" in one.attrib or "src" in one.attrib]
    assert read(text).findings


SIGNS = (
    *("[", "](", "![", "`", "` `` ", "{", "<", "<a ", "[a]:", "((", "{#", " ", ">", "> ", "- "),
    *("1. ", "* ", "*", "_", "**a ", "*a_", "~~", "~", "|", "a|\n", "\\", "&", "&#", "[^", "[^1]"),
    *("[^1]: ", "[a][b]", "[a](b", "[a](<b", "<a@", "www.", "http://", "@", "a@b.c ", "#", "# a\n"),
    *("\t", "-\n", "=\n", "\n\n> ", "a\n: b\n", "*[A]", "*[A]: b\n", "[a]: b\n", "`a", "<!--"),
    *(
        "[a*",
        "_a*b",
        "[x](y) ",
        "![x](y) ",
        "- a\n  ",
        "| a |\n|---|\n",
        "    a\n",
        "a\n",
        "[[",
        "[]",
    ),
    *("<sub>", "</sub>", "<br>", "{#a}", "a) b\n", "1.a\n", "1) a\n", "|a|\n", "[!NOTE]\n", "](x)"),
)


@pytest.mark.parametrize("sign", SIGNS)
def test_no_signs_however_often_make_it_slow(sign: str) -> None:
    text = sign * (30_000 // len(sign))
    begun = process_time()
    read(text)
    shown(text)
    plain(text)
    assert process_time() - begun < 5


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000 + "](x)",
        "![" * 30_000 + "](x)",
        "[" * 50_000 + "]\n\n[a]: b",
        "[^" * 30_000 + "\n\n[^1]: a",
        "<sub>" * 20_000 + "</sub>" * 20_000,
        "*" * 50_000 + "a" + "*" * 50_000,
        "*[A]: b\n\n" + "A " * 30_000,
        "\n".join(" " * depth + "- a" for depth in range(300)),
        ">" * 50_000 + "a",
        "[x](" + "(" * 40_000 + ")" * 40_000 + ")",
        "".join(f"[a{number}]: b\n" for number in range(20_000)),
    ],
    ids=lambda text: text[:12],
)
def test_no_text_makes_it_slow(text: str) -> None:
    begun = process_time()
    read(text)
    shown(text)
    assert process_time() - begun < 10


def test_a_text_is_read_once_however_often_rules_ask() -> None:
    text = "Một [hai](van-ban/x) ba."
    read.cache_clear()
    list(markup.refused(text))
    list(markup.internal_links(text))
    assert read.cache_info().misses == 1
