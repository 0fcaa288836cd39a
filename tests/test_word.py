"""Word files of documents: what they say, whom they cannot mislead, and that they open."""

from __future__ import annotations

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import machine
import pytest
import tiny
from docx import Document as open_word
from docx.document import Document as WordFile
from test_diagram import document

from portal.kinds.document import Document
from portal.kinds.exemplar import FORM
from portal.library import Library
from portal.road import judge
from portal.views import Edition, draw
from portal.views.assess import skeleton
from portal.views.names import address, word_path
from portal.views.word.body import converted
from portal.views.word.form import COPIED, MARK, mark_of, opening

TEXT = "word/document.xml"


@pytest.fixture(scope="module")
def library(tiny_content: Path) -> Library:
    return judge(tiny_content, tiny.DAY)[0]


@pytest.fixture(scope="module")
def built(library: Library) -> Edition:
    return draw(library, address="https://lang-may.example/")


def files(edition: Edition) -> dict[str, bytes]:
    """Those of documents; the skeleton of reports and the form of models are none."""
    made = {one.path: one.content for one in edition.assets if one.path.endswith(".docx")}
    del made[skeleton.PATH], made[FORM]
    return made


def opened(edition: Edition, id: str) -> WordFile:
    return open_word(BytesIO(files(edition)[f"van-ban/{id}/{id}.docx"]))


def said(edition: Edition, id: str) -> str:
    """All paragraphs, those of tables in their places; a space that holds words together is one."""
    with zipfile.ZipFile(BytesIO(files(edition)[f"van-ban/{id}/{id}.docx"])) as archive:
        body = ElementTree.fromstring(archive.read(TEXT))
    lines = ("".join(one.itertext()) for one in body.iter(f"{W}p"))
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_every_document_there_is_has_a_file_that_its_page_leads_to(
    library: Library, built: Edition
) -> None:
    pages = tiny.by_url(built)
    wanted = {word_path(one) for one in library.of(Document) if not one.awaited}
    assert set(files(built)) == wanted
    for one in library.of(Document):
        link = f'href="{one.id}.docx" download'
        assert (link in pages[address(one)].html) == (not one.awaited)


def test_it_says_first_of_all_and_on_every_sheet_that_it_is_no_issued_text(
    library: Library, built: Edition
) -> None:
    for one in library.of(Document):
        if one.awaited:
            continue
        copied = bool(one.text_quality.original and one.body)
        mark = COPIED if copied else MARK
        file = open_word(BytesIO(files(built)[word_path(one)]))
        assert file.paragraphs[0].text == mark == mark_of(one)
        assert "không phải văn bản đã ban hành" in file.paragraphs[1].text
        assert ("chép nguyên lời" in file.paragraphs[1].text) == copied
        assert ("tóm tắt" in file.paragraphs[1].text) != copied
        assert mark in file.sections[0].header.paragraphs[0].text
    told = said(built, "01-qd-lm")
    assert "Cập nhật ngày 05/3/2026, địa chỉ: https://lang-may.example/van-ban/01-qd-lm/" in told
    assert "Bản đang dùng: Bản quét, chữ đã soát. Hiệu lực: còn hiệu lực." in told


def test_it_has_the_clauses_relations_duties_and_sources_of_the_page(built: Edition) -> None:
    first = said(built, "01-qd-lm")
    for one in (
        "QUY ĐỊNH",
        "Về trường làng chuẩn",
        "Điều 1. Phạm vi",
        "- Khoản 1: trường làng; xem Điều 5.",
        "Được triển khai bởi",
        "Giữ gìn đội ngũ cả giai đoạn",
        "Bản quét in «đội gũ».",
    ):
        assert one in first
    other = said(built, "04-cv-lm")
    assert "1. " in other.partition("Nguồn\n")[2]
    for page_only in ("Liên kết tới", "Tải trang này", "Sơ đồ quan hệ", "Trước", "Mới hơn"):
        assert page_only not in first


def test_marks_of_the_text_are_kept(built: Edition) -> None:
    runs = {
        run.text: run
        for paragraph in opened(built, "01-qd-lm").paragraphs
        for run in paragraph.runs
    }
    assert runs["mọi"].italic
    assert any(run.font.subscript for text, run in runs.items() if text == "2")
    styles = {
        one.text.replace("\N{NO-BREAK SPACE}", " "): one.style and one.style.name
        for one in opened(built, "01-qd-lm").paragraphs
    }
    assert styles["Điều 5. Đội ngũ"] == "Heading 1"


ABBREVIATION = '<abbr title="Ban Bí thư">BTB</abbr>'


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        (
            '<ol><li>a</li><li value="3">b<ul><li>c</li></ul></li><li>d</li></ol>',
            ["1. a", "3. b", "- c", "4. d"],
        ),
        ('<ol start="0" class="bracketed"><li>a</li><li>b</li></ol>', ["0) a", "1) b"]),
        ("<ol><li><blockquote><p>a</p></blockquote></li></ol>", ["1. a"]),
        ("<ol><li><h3>a</h3></li><li><pre><code>b\nc\n</code></pre></li></ol>", ["1. a", "2. b⏎c"]),
        ("<ol><li><table><tr><td>a</td></tr></table></li></ol>", ["1. ", "a", ""]),
        ('<p><img alt="Sơ đồ" src="a.png">, sau</p>', ["[Hình: Sơ đồ], sau"]),
        (f"<p>{ABBREVIATION}, {ABBREVIATION}</p>", ["BTB (Ban Bí thư), BTB"]),
        ('<p><a class="term" href="x"><abbr title="a b">AB</abbr></a></p>', ["AB"]),
        ("<p><s>a</s> b</p>", ["a b"]),
    ],
)
def test_numbers_pictures_and_abbreviations_of_the_page_are_in_the_file(
    html: str, lines: list[str]
) -> None:
    found = re.findall(r"<w:p>.*?</w:p>", converted(html))
    assert [re.sub(r"<[^>]+>", "", one.replace("<w:br/>", "⏎")) for one in found] == lines


def test_what_is_struck_out_on_the_page_is_struck_out_in_the_file() -> None:
    assert "<w:strike/>" in converted("<p><s>a</s> b</p>")


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        ("11-QĐ/TW", ["LÀNG BỊA", "*", "Số 11-QĐ/TW", "ĐẢNG CỘNG SẢN VIỆT NAM"]),
        (
            "42/2022/NĐ-CP",
            [
                *("LÀNG BỊA", "Số: 42/2022/NĐ-CP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                "Độc lập - Tự do - Hạnh phúc",
            ],
        ),
        (None, ["LÀNG BỊA", "(không rõ số)"]),
    ],
)
@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2021-02-09", "Ngày 09 tháng 02 năm 2021"),
        ("2021-05-19", "Ngày 19 tháng 5 năm 2021"),
        ("2021-11", "11/2021"),
        (None, "(chưa rõ ngày)"),
    ],
)
def test_the_opening_has_the_form_its_number_tells(
    number: str | None, lines: list[str], day: str | None, told: str, tmp_path: Path
) -> None:
    more = [f"so_ky_hieu: {number}"] if number else []
    more += [f"ngay_ban_hanh: {day}"] if day else []
    content = tiny.lay_out(tmp_path, entries=False)
    (content / "docs/van-ban").mkdir()
    (content / "docs/van-ban/mot.md").write_text(document("Một", *more), encoding="utf-8")
    library = judge(content, tiny.DAY)[0]
    (one,) = library.of(Document)
    table = opening(library, one, "").partition("<w:tbl>")[2].partition("</w:tbl>")[0]
    texts = re.findall(r"<w:t [^>]*>([^<]*)</w:t>", table)
    assert texts == [*lines, told]


def test_a_file_brings_the_styles_it_names_and_no_other_names_one_that_is_not_there(
    built: Edition,
) -> None:
    naming = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    for path, content in files(built).items():
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = [
                ElementTree.fromstring(archive.read(name))
                for name in archive.namelist()
                if name.startswith("word/") and name.endswith(".xml")
            ]
        there = {one.get(f"{W}styleId") for part in parts for one in part.iter(f"{W}style")}
        named = {
            one.get(f"{W}val")
            for part in parts
            for name in naming
            for one in part.iter(f"{W}{name}")
        }
        assert {"Normal", "Heading1"} <= there
        assert named <= there, path
        assert not [one for one in there if one and one.endswith("Char")], "styles of no use"


def test_the_same_content_gives_the_same_bytes_without_a_clock(
    library: Library, built: Edition
) -> None:
    again = files(draw(library, address="https://lang-may.example/"))
    assert again == files(built)
    for content in again.values():
        with zipfile.ZipFile(BytesIO(content)) as archive:
            assert {one.date_time for one in archive.infolist()} == {(2026, 3, 5, 0, 0, 0)}
            assert archive.testzip() is None
            assert len(set(archive.namelist())) == len(archive.namelist())


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a &lt;b&gt; &amp; c\x0b\x1f</p>", ["a <b> & c"]),
        (
            "<ul><li>một<ul><li>hai</li></ul></li><li><p>ba</p></li></ul>",
            ["- một", "- hai", "- ba"],
        ),
        ("<ol start=3><li>ba</li><li>bốn</li></ol>", ["3. ba", "4. bốn"]),
        ("<p>a<br>b</p><svg><text>c</text></svg>", ["ab"]),
        ("<div data-search-exclude>a</div><p class=needs-script>b</p><p>c</p>", ["c"]),
        ("<table><tr><td></td><td>x</td></tr></table>", ["", "x", ""]),
        ('<p><a href="#x" data-address="https://a.example/">n</a></p>', ["n <https://a.example/>"]),
        (
            "<p>chữ <span class=badge>Hết</span> <span class=standing>suy ra</span></p>",
            ["chữ [Hết] (suy ra)"],
        ),
    ],
)
def test_html_becomes_paragraphs(html: str, text: list[str]) -> None:
    body = ElementTree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{converted(html)}</w:body>')
    assert ["".join(one.itertext()) for one in body.iter(f"{W}p")] == text


def test_a_very_long_text_takes_no_more_than_its_length() -> None:
    """Ten times the text, about ten times the bytes: nothing is written twice."""
    once = len(converted("<p>Đoạn văn bịa.</p>" * 100))
    assert len(converted("<p>Đoạn văn bịa.</p>" * 1000)) == 10 * once


def test_libreoffice_opens_them_and_lays_them_on_paper(real_site: Path, tmp_path: Path) -> None:
    program = machine.find_office()
    if program is None:
        (pytest.fail if machine.can_install() else pytest.skip)(machine.NO_OFFICE)
    found = sorted((real_site / "van-ban").glob("*/*.docx"), key=lambda one: one.stat().st_size)
    chosen = [found[0], found[len(found) // 2], found[-1]]
    command = [str(program), f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, chosen)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    for one in chosen:
        paper = (tmp_path / f"{one.stem}.pdf").read_bytes()
        assert paper.startswith(b"%PDF")
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) >= 1, one


def test_the_skeleton_of_a_report_has_the_same_look_and_says_nothing_yet(built: Edition) -> None:
    content = next(one.content for one in built.assets if one.path == skeleton.PATH)
    file, other = open_word(BytesIO(content)), opened(built, "01-qd-lm")
    assert [one.text for one in file.paragraphs] == ["@@@"]
    assert file.core_properties.title == skeleton.TITLE
    assert not any(one.text for one in file.sections[0].header.paragraphs)
    assert {one.name for one in file.styles} == {one.name for one in other.styles}
