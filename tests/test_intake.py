"""Import: Word files read as they are printed, fields that are not guessed, nothing lost unsaid.

Every document here is made up: bodies, places, persons, sentences.
"""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
import unicodedata
import zipfile
from datetime import date
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from bench.intake import photographed, printed, score
from bench.intake.made import Paper, papers
from portal.clauses.labels import Unit, label_of
from portal.intake import (
    foot,
    importing,
    issuer,
    markdown,
    pages,
    plain,
    seeing,
    segments,
    subject,
    web,
    word,
)
from portal.intake.account import Fate, account, counts
from portal.intake.division import Document, Reading, documents
from portal.intake.fields import Sure
from portal.intake.naming import Casings
from portal.intake.opening import open_file
from portal.intake.outline import outline
from portal.intake.segments import Segment
from portal.intake.transcript import Paragraph, Sort, Table, Tally, Transcript, Way
from portal.letters import conversion
from portal.problem import Fault
from portal.road import judge
from tests import commands, specimens, tiny

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 30)
READING = Reading(score.TYPES, score.LETTER, score.NAMES, DAY)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


# Files that tests make


def docx(body: str, **parts: str | bytes) -> bytes:
    """A Word file of this body; parts by their name: `numbering`, `footnotes`, `styles`."""
    made: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    }
    related = []
    for name, told in parts.items():
        kind, target = {"header1": ("header", "header1")}.get(name, (name, name))
        ending = "png" if isinstance(told, bytes) else "xml"
        made[f"word/{target}.{ending}"] = told
        kind = "image" if ending == "png" else kind
        related.append(f'Type="http://x/{kind}" Target="{target}.{ending}"')
    if related:
        made["word/_rels/document.xml.rels"] = specimens.relations(*related)
    return specimens.office("docx", made)


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, level: int, num: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(at: int, text: str, format: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    told = "".join(levels)
    return f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{told}</w:abstractNum>{nums}</w:numbering>'


def shown(transcript: Transcript) -> list[str]:
    """Every paragraph as it is printed."""
    made: list[str] = []
    for one in transcript.blocks:
        if isinstance(one, Paragraph):
            made.append(one.whole)
        elif isinstance(one, Table):
            made += [each.whole for each in one.paragraphs]
    return made


def read_text(text: str) -> Document:
    return documents(plain.read(text.encode()), READING)[0]


def ids(text: str) -> list[str]:
    return [node.id for node in read_text(text).nodes if node.label]


# Numbers that Word counts


def test_the_words_of_an_automatic_number_stay() -> None:
    told = numbering(
        level(0, "Chương %1", "upperRoman"),
        level(1, "Điều %2.", more='<w:lvlRestart w:val="0"/>'),
        level(2, "%3."),
        level(3, "%4)", "lowerLetter"),
    )
    body = "".join(
        numbered(text, at)
        for text, at in (
            ("A", 0),
            ("B", 1),
            ("C", 2),
            ("D", 3),
            ("E", 3),
            ("F", 2),
            ("G", 0),
            ("H", 1),
            ("I", 2),
        )
    )
    assert shown(word.read(docx(body, numbering=told))) == [
        *("Chương I A", "Điều 1. B", "1. C", "a) D", "b) E", "2. F"),
        *("Chương II G", "Điều 2. H", "1. I"),
    ]


@pytest.mark.parametrize(
    ("levels", "nums", "paragraphs", "labels"),
    [
        (
            (level(0, "%1."), level(1, "%1.%2.")),
            "",
            ((0, 1), (1, 1), (1, 1), (0, 1), (1, 1)),
            ["1.", "1.1.", "1.2.", "2.", "2.1."],
        ),
        (
            (level(0, "Chương %1", "upperRoman"), level(1, "%1.%2.", more="<w:isLgl/>")),
            "",
            ((0, 1), (1, 1)),
            ["Chương I", "1.1."],
        ),
        ((level(0, "%1.", start=5),), "", ((0, 1), (0, 1)), ["5.", "6."]),
        (
            (level(0, "%1."),),
            '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>',
            ((0, 1), (0, 1), (0, 2), (0, 2)),
            ["1.", "2.", "1.", "2."],
        ),
        (
            (level(0, "%1."),),
            '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>',
            ((0, 1), (0, 2)),
            ["1.", "2."],
        ),
        ((level(0, "-", "bullet"), level(1, "\uf0b7", "bullet")), "", ((0, 1), (1, 1)), ["-", "•"]),
        (
            (level(0, "%1", "decimalZero"), level(1, "(%2)", "lowerRoman")),
            "",
            ((0, 1), (1, 1)),
            ["01", "(i)"],
        ),
    ],
)
def test_numbers_are_counted_as_word_counts_them(
    levels: tuple[str, ...],
    nums: str,
    paragraphs: tuple[tuple[int, int], ...],
    labels: list[str],
) -> None:
    one = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = "".join(numbered("x", at, num) for at, num in paragraphs)
    read = word.read(docx(body, numbering=numbering(*levels, nums=one + nums)))
    assert [one.removesuffix(" x") for one in shown(read)] == labels


def test_a_number_that_comes_from_the_style_is_counted() -> None:
    styles = (
        f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Điều"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    told = numbering(level(0, "Chương %1"), level(1, "Điều %2.", more='<w:pStyle w:val="Dieu"/>'))
    read = word.read(docx(p("Tên", '<w:pStyle w:val="Dieu"/>'), numbering=told, styles=styles))
    assert shown(read) == ["Điều 1. Tên"]


@pytest.mark.parametrize(
    ("paragraph", "run", "bold"),
    [
        ("", "", True),
        ('<w:pStyle w:val="Thuong"/>', "", False),
        ('<w:pStyle w:val="Con"/>', "", False),
        ('<w:pStyle w:val="Thuong"/>', "<w:b/>", True),
        ('<w:pStyle w:val="Thuong"/>', '<w:rStyle w:val="Chu"/>', True),
        ("", '<w:b w:val="0"/>', False),
    ],
)
def test_words_are_bold_by_themselves_their_style_that_of_the_paragraph_or_the_usual_one(
    paragraph: str, run: str, bold: bool
) -> None:
    def style(id: str, type: str, more: str, usual: str = "") -> str:
        return f'<w:style w:type="{type}" w:styleId="{id}"{usual}><w:name w:val="{id}"/>{more}</w:style>'

    styles = (
        style("N", "paragraph", "<w:rPr><w:b/></w:rPr>", ' w:default="1"')
        + style("Thuong", "paragraph", '<w:rPr><w:b w:val="0"/></w:rPr>')
        + style("Con", "paragraph", '<w:basedOn w:val="Thuong"/>')
        + style("Chu", "character", "<w:rPr><w:b/></w:rPr>")
    )
    read = word.read(docx(p("Chữ", paragraph, run), styles=f"<w:styles {_W}>{styles}</w:styles>"))
    (found,) = read.blocks
    assert isinstance(found, Paragraph)
    assert found.bold is bold


@pytest.mark.parametrize(
    ("paragraph", "centred"),
    [
        ('<w:jc w:val="center"/>', True),
        ('<w:jc w:val="both"/>', False),
        ("", False),
        ('<w:pStyle w:val="Giua"/>', True),
        ('<w:pStyle w:val="Giua"/><w:jc w:val="left"/>', False),
    ],
)
def test_a_paragraph_is_centred_by_itself_or_by_its_style(paragraph: str, centred: bool) -> None:
    told = '<w:style w:type="paragraph" w:styleId="Giua"><w:name w:val="Giua"/>'
    told += '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    read = word.read(docx(p("Chữ", paragraph), styles=f"<w:styles {_W}>{told}</w:styles>"))
    (found,) = read.blocks
    assert isinstance(found, Paragraph)
    assert found.centred is centred


def test_letters_counted_by_word_are_told_to_lack_d_with_a_stroke() -> None:
    read = word.read(
        docx(
            "".join(numbered("x", 0) for _ in "abcde"),
            numbering=numbering(level(0, "%1)", "lowerLetter")),
        )
    )
    assert shown(read)[-1] == "e) x"
    assert any("đ)" in one for one in read.doubts)


# What only the file knows

CHANGED = (
    "<w:p><w:pPr/>"
    + r("Hạn nộp là ")
    + '<w:del w:id="1" w:author="Lan"><w:r><w:delText>ngày 5</w:delText></w:r></w:del>'
    + f'<w:ins w:id="2" w:author="Lan">{r("ngày 9")}</w:ins>'
    + r(" hằng tháng.")
    + "</w:p>"
)


def test_tracked_changes_are_read_either_way_and_listed() -> None:
    raw = docx(CHANGED)
    done, undone = word.read(raw), word.read(raw, accept=False)
    assert shown(done) == ["Hạn nộp là ngày 9 hằng tháng."]
    assert shown(undone) == ["Hạn nộp là ngày 5 hằng tháng."]
    assert {(one.added, one.text, one.who) for one in done.changes} == {
        (True, "ngày 9", "Lan"),
        (False, "ngày 5", "Lan"),
    }


def test_a_deleted_end_of_paragraph_joins_two_only_where_changes_count() -> None:
    first = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + r("Một ") + "</w:p>"
    raw = docx(first + p("hai"))
    assert shown(word.read(raw)) == ["Một hai"]
    assert shown(word.read(raw, accept=False)) == ["Một", "hai"]


def test_a_struck_out_row_is_counted_and_left_out() -> None:
    row = "<w:tr>{}<w:tc><w:tcPr/>" + p("ô") + "</w:tc></w:tr>"
    table = (
        "<w:tbl><w:tblPr/>"
        + row.format("")
        + row.format('<w:trPr><w:del w:id="1"/></w:trPr>')
        + "</w:tbl>"
    )
    read = word.read(docx(table))
    assert len(shown(read)) == 1
    assert sum(sort is Sort.PARAGRAPH for _, sort in read.elements) == 2


def test_comments_are_told_with_their_place_and_stay_out_of_the_text() -> None:
    body = f'<w:p><w:pPr/><w:commentRangeStart w:id="0"/>{r("Chữ")}</w:p>'
    told = f'<w:comments {_W}><w:comment w:id="0" w:author="Bình">{p("Xem lại số này")}</w:comment></w:comments>'
    read = word.read(docx(body, comments=told))
    assert [(one.place, one.who, one.text) for one in read.comments] == [
        ("đoạn 1", "Bình", "Xem lại số này")
    ]
    assert shown(read) == ["Chữ"]


def test_letters_of_old_fonts_are_converted_run_by_run() -> None:
    vn, vni = '<w:rFonts w:ascii=".VnTime"/>', '<w:rFonts w:ascii="VNI-Times"/>'
    body = (
        "<w:p><w:pPr/>"
        + r("Tr\u00ad", vn)
        + r("êng ", vn)
        + r("ñoäi nguõ ", vni)
        + r("mới")
        + "</w:p>"
    )
    body += p("tr\u00adêng", run='<w:rFonts w:ascii=".VnTimeH"/>')
    read = word.read(docx(body))
    assert shown(read) == ["Trường đội ngũ mới", "TRƯỜNG"]
    assert {one for _, one in read.converted} == {"TCVN3", "VNI"}


@pytest.mark.parametrize("encoding", [conversion.TCVN3, conversion.VNI])
def test_every_letter_comes_back_from_an_old_encoding(encoding: str) -> None:
    table = conversion.table(encoding)
    small = [letter for letter in table if letter.islower()]
    assert len(small) == 67
    assert all(conversion.to_unicode(table[letter], encoding) == letter for letter in small)


def test_footnotes_are_called_where_they_stand() -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    told = f'<w:footnotes {_W}><w:footnote w:id="2">{p("Lời chú")}</w:footnote></w:footnotes>'
    read = word.read(docx(f"<w:p><w:pPr/>{r('Câu')}{call}{r('.')}</w:p>", footnotes=told))
    assert shown(read) == ["Câu[^1]."]
    assert read.notes[0].text == "Lời chú"


def test_codes_of_fields_hidden_text_and_tables_of_contents_are_no_words() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = (
        sign("begin")
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + sign("separate")
        + r("7")
        + sign("end")
    )
    styles = f'<w:styles {_W}><w:style w:styleId="M"><w:name w:val="toc 1"/></w:style></w:styles>'
    body = (
        f"<w:p><w:pPr/>{r('Trang ')}{field}</w:p>"
        + p("ẩn", run="<w:vanish/>")
        + p("Điều 1 … 3", '<w:pStyle w:val="M"/>')
    )
    read = word.read(docx(body, styles=styles))
    assert shown(read) == ["Trang 7"]
    assert len(read.dropped) == 2


def test_a_box_of_text_is_read_once_though_the_file_has_it_twice() -> None:
    box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice><w:drawing>'
        + box
        + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert shown(word.read(docx(f"<w:p><w:pPr/>{r('Ngoài')}{drawing}</w:p>"))) == [
        "Ngoài",
        "Trong khung",
    ]


def test_squares_stay_raised() -> None:
    raised = r("2", '<w:vertAlign w:val="superscript"/>')
    assert shown(word.read(docx(f"<w:p><w:pPr/>{r('10 m')}{raised}</w:p>"))) == ["10 m²"]


# Nothing is lost unsaid


@pytest.mark.parametrize("paper", [*papers(12, 4)], ids=lambda paper: paper.name)
@pytest.mark.parametrize("automatic", [True, False])
def test_every_element_of_a_file_is_accounted_for(paper: Paper, automatic: bool) -> None:
    raw = printed.word(paper, automatic=automatic)
    read = word.read(raw)
    found = documents(read, READING)
    texts = [markdown.written(one, read.notes, lambda picture: picture.name) for one in found]
    elements = account(read, found, texts)
    with zipfile.ZipFile(BytesIO(raw)) as bundle:
        source = bundle.read("word/document.xml").decode()
    by_sort = dict(counts(elements))
    assert by_sort[Sort.PARAGRAPH].total() == len(re.findall(r"<w:p[ />]", source))
    assert by_sort[Sort.TABLE].total() == source.count("<w:tbl>")
    assert not [one for one in elements if one.fate is Fate.LOST]
    assert len({one.place for one in elements}) == len(elements)


def accounted(raw: bytes) -> tuple[list[Document], str, dict[str, Fate]]:
    """The documents, their text, and what became of each element."""
    read = word.read(raw)
    found = documents(read, READING)
    texts = [markdown.written(one, read.notes, lambda picture: picture.name) for one in found]
    fates = {one.place: one.fate for one in account(read, found, texts)}
    assert Fate.LOST not in fates.values()
    return found, "\n".join(one.text for one in texts), fates


def beside(*cells: str) -> str:
    """A table without lines."""
    told = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tr>{told}</w:tr></w:tbl>"


def test_the_picture_of_a_signature_is_counted_and_left_out() -> None:
    picture = '<w:r><w:drawing><a:blip xmlns:a="a" r:embed="r0" xmlns:r="r"/></w:drawing></w:r>'
    signed = p("GIÁM ĐỐC") + f"<w:p><w:pPr/>{picture}</w:p>" + p("Nguyễn Văn An")
    raw = docx(p("1. Việc một") + beside(p("Nơi nhận:") + p("- Như trên."), signed), ky=b"\x89PNG")
    found, told, fates = accounted(raw)
    assert found[0].fields.signer and found[0].fields.signer.value.name == "Nguyễn Văn An"
    assert fates["hình 1"] is Fate.DROPPED
    assert "tep/" not in told


def test_a_picture_in_the_text_is_put_beside_it_and_its_words_are_asked_for() -> None:
    picture = '<w:r><w:drawing><a:blip xmlns:a="a" r:embed="r0" xmlns:r="r"/></w:drawing></w:r>'
    raw = docx(p("1. Sơ đồ") + f"<w:p><w:pPr/>{picture}</w:p>", hinh=b"\x89PNG")
    _, told, fates = accounted(raw)
    assert "](tep/hinh.png)" in told
    assert fates["hình 1"] is Fate.KEPT


def test_a_picture_that_stands_outside_the_file_is_never_a_part_of_the_same_name() -> None:
    picture = '<w:r><w:drawing><a:blip xmlns:a="a" r:embed="r0" xmlns:r="r"/></w:drawing></w:r>'
    outside = specimens.related("image", "hinh.png")
    body = p("1. Sơ đồ") + f"<w:p><w:pPr/>{picture}</w:p>"
    raw = specimens.office(
        "docx",
        {
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": outside,
            "word/hinh.png": b"\x89PNG",
        },
    )
    _, told, fates = accounted(raw)
    assert fates["hình 1"] is Fate.DROPPED
    assert "tep/" not in told


def test_an_annex_keeps_its_label_and_its_own_articles() -> None:
    body = "".join(
        map(
            p,
            (
                "Điều 1. Tên",
                "1. Việc",
                "GIÁM ĐỐC",
                "Nguyễn Văn An",
                "PHỤ LỤC I",
                "DANH MỤC",
                "1. Thuyền",
                "2. Diều",
            ),
        )
    )
    found, told, _ = accounted(docx(body))
    assert [node.id for node in found[0].nodes if node.label] == [
        *("dieu-1", "dieu-1.khoan-1", "phu-luc-i", "phu-luc-i.muc-1", "phu-luc-i.muc-2")
    ]
    assert "PHỤ LỤC I DANH MỤC {#phu-luc-i}" in told


def test_a_subject_over_two_lines_and_an_issuer_over_two_lines_are_one_each() -> None:
    bold, middle = "<w:b/>", '<w:jc w:val="center"/>'
    head = beside(
        p("UBND TỈNH MÂY HẠ")
        + p("TRUNG TÂM BẢO TỒN THUYỀN GỖ", run=bold)
        + p("VÀ DIỀU SÁO", run=bold)
        + p("Số: 7/KH-TTBT"),
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Mây Hạ, ngày 03 tháng 4 năm 2024"),
    )
    body = (
        p("KẾ HOẠCH", middle, bold)
        + p("Tổ chức ngày hội thả diều", middle, bold)
        + p("Xuân Giáp Thìn ở xã Cồn Vạc", middle, bold)
    )
    fields = accounted(docx(head + body + p("I. MỤC ĐÍCH") + p("1. Vui")))[0][0].fields
    assert (
        fields.title
        and fields.title.value == "Tổ chức ngày hội thả diều Xuân Giáp Thìn ở xã Cồn Vạc"
    )
    assert (
        fields.issuer and fields.issuer.value.lower() == "trung tâm bảo tồn thuyền gỗ và diều sáo"
    )
    assert fields.superior and fields.superior.value == "UBND tỉnh Mây Hạ"


def test_words_that_markdown_would_take_for_signs_are_shown_unchanged() -> None:
    text = "1. Mở đầu\n\n- 5 * 3 = [15] {x} <div> `mã` _a_\n\n2021. Năm ấy"
    read = read_text(text)
    told = markdown.written(read, (), lambda picture: "").text
    assert r"5 \* 3 = \[15\] \{x\} \<div> \`mã\` \_a\_" in told
    assert r"2021\. Năm ấy" in told


def test_a_table_keeps_its_cells_and_tells_of_merged_ones() -> None:
    line = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>'
    cells = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Đầu") + "</w:tc></w:tr>"
    cells += (
        "<w:tr><w:tc><w:tcPr/>"
        + p("a|b")
        + "</w:tc><w:tc><w:tcPr/>"
        + p("c")
        + p("d")
        + "</w:tc></w:tr>"
    )
    read = word.read(docx(p("I. PHẦN MỘT") + f"<w:tbl><w:tblPr>{line}</w:tblPr>{cells}</w:tbl>"))
    told = markdown.written(documents(read, READING)[0], (), lambda picture: "")
    assert "| Đầu |  |\n|---|---|\n| a\\|b | c<br>d |" in told.text
    assert any("ô gộp" in one for one in told.doubts)


# Labels and clauses


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("Điều 5. Tên", Unit.ARTICLE, "5"),
        ("Điều 82a. Tên", Unit.ARTICLE, "82a"),
        ("II- NỘI DUNG", Unit.ROMAN, "ii"),
        ("Phần thứ hai", Unit.PART, "2"),
        ("CHƯƠNG IV", Unit.CHAPTER, "iv"),
        ("đ) Việc", Unit.LETTER, "dd"),
        ("3.1 Đảng ủy", Unit.DEEP_DIGITS, "3.1"),
        ("Tiết a. Việc", Unit.INNER, "a"),
        ("a1) Việc", Unit.INNER, "1"),
        ("+ Việc", Unit.PLUS, ""),
        ("– Việc", Unit.DASH, ""),
        ("PHỤ LỤC II", Unit.ANNEX, "ii"),
    ],
)
def test_labels_of_both_forms_are_read(text: str, unit: Unit, number: str) -> None:
    label = label_of(text)
    assert label and (label.unit, label.number) == (unit, number)


@pytest.mark.parametrize(
    "text",
    [
        *("Điều 5 Quy định này nêu rõ", "1.200 người dự", "5 tiêu chí", "10/11/2023, đoàn đến"),
        *("Phần lớn các xã", "Mục tiêu chung", "V/v mượn sách", "Phụ lục kèm theo Quyết định;"),
        *("-----", "2021", "(1) nêu trên"),
    ],
)
def test_what_only_looks_like_a_label_is_none(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            "I. A\n\n1. B\n\n- c\n\n+ d\n\n+ e\n\n- f\n\n2. G",
            "muc-i muc-i.1 muc-i.1.gach-1 muc-i.1.gach-1.cong-1 muc-i.1.gach-1.cong-2 muc-i.1.gach-2 muc-i.2",
        ),
        (
            "III. A\n\n3. B\n\n3.1. C\n\n- d\n\n3.2. E",
            "muc-iii muc-iii.3 muc-iii.3.1 muc-iii.3.1.gach-1 muc-iii.3.2",
        ),
        ("Điều 18. A\n\n18.5. B", "dieu-18 dieu-18.khoan-5"),
        (
            "Chương I\n\nTÊN\n\nMục 1. B\n\nĐiều 1. C\n\n1. D\n\nđ) E\n\nChương II\n\nĐiều 2. G",
            "chuong-i chuong-i.muc-1 dieu-1 dieu-1.khoan-1 dieu-1.khoan-1.diem-dd chuong-ii dieu-2",
        ),
        ("1. A\n\na) B\n\nđ) C", "muc-1 muc-1.a muc-1.dd"),
    ],
)
def test_clauses_stand_in_the_nearest_wider_one(lines: str, wanted: str) -> None:
    assert ids(lines) == wanted.split()


def test_the_words_of_another_text_between_quotation_marks_have_ids_of_their_own() -> None:
    text = "Điều 1. Sửa đổi Điều 5 như sau:\n\n“Điều 5. Tên\n\n1. Lời mới;\n\n2. Lời nữa.”\n\nĐiều 2. Thi hành"
    new = "dieu-1.loi-moi.dieu-5"
    assert ids(text) == ["dieu-1", new, f"{new}.khoan-1", f"{new}.khoan-2", "dieu-2"]


def test_a_number_that_comes_twice_leads_to_two_places_and_is_told() -> None:
    made = outline(
        [Paragraph(place=str(at), text=text) for at, text in enumerate(("1. A", "2. B", "1. C"))]
    )
    assert [node.id for node in made.nodes] == ["muc-1", "muc-2", "muc-1-lan-2"]
    assert made.doubts


# Fields: none is better than a wrong one

HEAD = "UBND TỈNH MÂY HẠ\nSỞ VĂN HÓA\nSố: {number}\n{place}\nKẾ HOẠCH\nTổ chức ngày hội thả diều\n\nI. VIỆC\n\n1. Làm"


def head(number: str = "12/KH-SVH", place: str = "Mây Hạ, ngày 03 tháng 4 năm 2024") -> Document:
    return read_text("\n\n".join(HEAD.format(number=number, place=place).split("\n")))


def test_a_plain_head_is_read_whole() -> None:
    fields = head().fields
    told = [fields.number, fields.type, fields.issuer, fields.place, fields.date, fields.title]
    assert [one.value if one else None for one in told] == [
        *(
            "12/KH-SVH",
            "ke-hoach",
            "Sở Văn hóa",
            "Mây Hạ",
            "2024-04-03",
            "Tổ chức ngày hội thả diều",
        )
    ]


@pytest.mark.parametrize("number", ["      /KH-SVH", "…/KH-SVH", "......./KH-SVH"])
def test_a_number_left_blank_stays_blank_and_is_told(number: str) -> None:
    read = head(number)
    assert read.fields.number is None
    assert any("để trống" in one for one in read.doubts)


@pytest.mark.parametrize(
    ("place", "value", "sure"),
    [
        ("Mây Hạ, ngày   tháng 4 năm 2024", "2024-04", Sure.LIKELY),
        ("Mây Hạ, ngày 31 tháng 2 năm 2024", None, None),
        ("Mây Hạ, ngày … tháng … năm 2024", None, None),
        ("Mây Hạ, ngày 03 tháng 4 năm 2099", "2099-04-03", Sure.LIKELY),
        ("Mây Hạ, ngày l3 tháng 4 năm 2O24", "2024-04-13", Sure.LIKELY),
    ],
)
def test_a_day_that_is_not_surely_read_is_not_sure(
    place: str, value: str | None, sure: Sure | None
) -> None:
    found = head(place=place).fields.date
    assert (found.value if found else None, found.sure if found else None) == (value, sure)


def test_the_number_of_another_document_is_not_the_own_one() -> None:
    read = read_text(
        "QUY CHẾ\n\nMượn sách\n\n(Ban hành kèm theo Quyết định số 99/QĐ-SVH ngày 01/4/2024)\n\nĐiều 1. Tên"
    )
    assert read.fields.number is None
    assert read.fields.date is None


def test_the_stamp_of_the_office_that_got_it_is_neither_issuer_nor_number() -> None:
    read = read_text(
        "UBND TỈNH MÂY HẠ\n\nSỞ VĂN HÓA\n\nSố: 12/SVH-DS\n\nMây Hạ, ngày 03 tháng 4 năm 2024\n\n"
        "TRƯỜNG TIỂU HỌC CỒN VẠC\n\nCÔNG VĂN ĐẾN Số: 811 Ngày: 06/4/2024\n\nV/v mượn sách\n\nKính gửi: Các xã"
    )
    assert read.fields.issuer and read.fields.issuer.value == "Sở Văn hóa"
    assert read.fields.number and read.fields.number.value == "12/SVH-DS"


@pytest.mark.parametrize(
    ("lines", "post"),
    [
        ("KT. GIÁM ĐỐC\n\nPHÓ GIÁM ĐỐC", "Phó Giám đốc (ký thay Giám đốc)"),
        ("T/M BAN THƯỜNG VỤ\n\nBÍ THƯ", "Bí thư (thay mặt Ban Thường vụ)"),
        ("GIÁM ĐỐC", "Giám đốc"),
        (
            "TM. ỦY BAN NHÂN DÂN\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH",
            "Phó Chủ tịch (thay mặt Ủy ban nhân dân, ký thay Chủ tịch)",
        ),
    ],
)
def test_who_signed_for_whom_is_told(lines: str, post: str) -> None:
    signer = read_text(f"1. Việc một\n\n{lines}\n\nNguyễn Văn An").fields.signer
    assert signer and (signer.value.name, signer.value.post) == ("Nguyễn Văn An", post)


def test_a_copy_that_runs_on_from_the_name_to_the_next_text_is_cut_there() -> None:
    read = read_text(
        "QUYẾT ĐỊNH\n\nBan hành quy chế\n\nĐiều 1. Tên\n\nKT. BỘ TRƯỞNG THỨ TRƯỞNG Nguyễn Văn An QUY CHẾ MƯỢN "
        "SÁCH (Kèm theo Quyết định)\n\nĐiều 1. Tên khác"
    )
    assert read.fields.signer and read.fields.signer.value.name == "Nguyễn Văn An"
    assert [node.id for node in read.nodes if node.label] == ["dieu-1", "kem-theo.dieu-1"]


def test_a_quotation_that_was_never_closed_ends_where_the_next_change_is_told() -> None:
    text = "Điều 1. Sửa đổi\n\n1. Sửa đổi Điều 5:\n\n“Điều 5. Tên\n\n1. Lời.\n\n2. Bãi bỏ Điều 7."
    new = "dieu-1.khoan-1.loi-moi.dieu-5"
    assert ids(text) == ["dieu-1", "dieu-1.khoan-1", new, f"{new}.khoan-1", "dieu-1.khoan-2"]


def test_a_number_alone_on_its_line_belongs_to_the_next() -> None:
    assert ids("Điều 1. Tên\n1.\nViệc một.\n2.\nViệc hai.") == [
        *("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2")
    ]


def test_a_one_that_a_scanner_takes_for_a_letter_is_a_one() -> None:
    assert ids("l. Việc một.\n\n2. Việc hai.\n\nk) Việc\n\nl) Việc") == [
        *("muc-1", "muc-2", "muc-2.k", "muc-2.l")
    ]


def test_a_word_that_cannot_be_vietnamese_makes_a_subject_doubtful() -> None:
    read = read_text("KẾ HOẠCH\n\nTổ chức hội vườr ươm\n\nI. VIỆC\n\n1. Làm")
    assert read.fields.title and read.fields.title.sure is Sure.LIKELY


def test_two_signatures_are_not_chosen_between_in_silence() -> None:
    read = read_text("1. Việc một\n\nGIÁM ĐỐC\n\nNguyễn Văn An\n\nCHỦ TỊCH\n\nTrần Thị Bình")
    assert read.fields.signer and read.fields.signer.sure is Sure.LIKELY


def test_a_name_alone_at_the_end_signs_and_is_no_part_of_the_text() -> None:
    text = "1. Làm diều.\n\nNơi nhận:\n- Xóm trên;\n- Lưu: VT.\n\nNguyễn Văn An"
    found = read_text(f"{HEAD.format(number='12/KH-SVH', place='')}\n\n{text}")
    assert found.fields.signer
    assert (found.fields.signer.value.name, found.fields.signer.sure) == (
        "Nguyễn Văn An",
        Sure.LIKELY,
    )
    assert "thành khoá nguoi_ky" in found.gone.values()


def test_under_the_motto_a_body_is_named_without_number_and_type() -> None:
    text = "SỞ VĂN HÓA\n\n{motto}\n\nI. VIỆC\n\n1. Làm diều."
    with_it = read_text(text.format(motto="Độc lập - Tự do - Hạnh phúc")).fields
    without = read_text(text.format(motto="Hội diều của xóm")).fields
    assert with_it.issuer and with_it.issuer.value == "Sở Văn hóa"
    assert not without.issuer


def test_a_text_with_no_head_at_all_gives_no_fields() -> None:
    fields = read_text(
        "Hôm nay trời đẹp.\n\nXóm tổ chức thả diều ở bãi ven sông, ai cũng vui."
    ).fields
    assert not any(
        (fields.number, fields.type, fields.issuer, fields.date, fields.title, fields.signer)
    )


def test_two_documents_in_one_file_are_two() -> None:
    one = "SỞ VĂN HÓA\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: {}/KH-SVH\n\nKẾ HOẠCH\n\nThả diều\n\n1. Việc\n\nGIÁM ĐỐC\n\nNguyễn Văn An"
    found = documents(plain.read("\n\n".join((one.format(1), one.format(2))).encode()), READING)
    assert [one.fields.number.value for one in found if one.fields.number] == [
        "1/KH-SVH",
        "2/KH-SVH",
    ]


# Letters of files that are no Word files

SAID = "Trường mở lớp học đan lát, quản lý đội ngũ giảng viên"


@pytest.mark.parametrize(
    "raw",
    [
        SAID.encode("utf-16"),
        b"\xef\xbb\xbf" + SAID.encode(),
        "Tr\u00adêng më líp häc ®an l¸t, qu¶n lý ®éi ngò gi¶ng viªn".encode("latin-1"),
        "Tröôøng môû lôùp hoïc ñan laùt, quaûn lyù ñoäi nguõ giaûng vieân".encode("latin-1"),
        "Tr\u00adêng më líp häc ®an l¸t, qu¶n lý ®éi ngò gi¶ng viªn".encode(),
        unicodedata.normalize("NFD", SAID).encode(),
    ],
    ids=["utf-16", "bom", "tcvn3", "vni", "tcvn3 trong utf-8", "nfd"],
)
def test_a_text_in_any_encoding_comes_out_in_letters_of_today(raw: bytes) -> None:
    assert shown(plain.read(raw)) == [SAID]


def test_a_file_that_mixes_encodings_is_read_line_by_line() -> None:
    old = "Tr\u00adêng më líp häc ®an l¸t, qu¶n lý".encode("latin-1")
    read = plain.read(SAID.encode() + b"\n\n" + old)
    assert shown(read) == [SAID, "Trường mở lớp học đan lát, quản lý"]
    assert read.converted == (("dòng 3", "TCVN3"),)


def test_what_word_pastes_as_a_page_keeps_its_numbers_and_tables() -> None:
    page = "<style>x</style><ol type=a><li>Một<li>Hai</ol><table border=1><tr><td>A<td>B</tr></table><script>x()</script>"
    read = web.read(page.encode())
    assert shown(read)[:2] == ["a) Một", "b) Hai"]
    assert isinstance(read.blocks[-1], Table)
    assert not any("x()" in one for one in shown(read))


def test_a_picture_of_a_page_is_told_to_be_left_out() -> None:
    read = web.read(b"<p>A<img src=a.png>B</p><p><img src=b.png></p>")
    why = "hình của trang web không nằm trong tệp"
    assert read.dropped == (("hình 1", why), ("hình 2", why))


def test_two_rows_of_cells_are_a_table_and_one_is_a_line() -> None:
    (table,) = plain.read("Tên\tSố\nDiều\t12".encode()).blocks
    assert isinstance(table, Table)
    (line,) = plain.read("Tên\tSố".encode()).blocks
    assert isinstance(line, Paragraph)


@pytest.mark.parametrize(
    ("line", "columns"),
    [("Điều 1\tTên", [1, 2]), ("12345\tTên", [0]), ("123456\ttên\tsố", [0]), ("Một dòng", [0])],
)
def test_a_tab_parts_two_columns_unless_a_label_or_a_third_stands_there(
    line: str, columns: list[int]
) -> None:
    found = list(segments.of_paragraph(Paragraph(place="đoạn 1", text=line)))
    assert [one.column for one in found] == columns
    assert " ".join(one.text for one in found) == line.replace("\t", " ")


def test_each_line_left_out_of_a_printed_page_is_told_with_its_reason() -> None:
    printed = [*("Trang 1", "Một", "Hai", "Ba", "12", "Bốn", "Năm", "", "- 1 -")]
    lines = [pages.Line(f"dòng {at}", text, page=1) for at, text in enumerate(printed)]
    tally = Tally()
    kept = pages.of_pages([*lines, pages.Line("dòng 9", "Trang 2", page=2)], tally)
    assert [one.text for one in kept] == ["Một", "Hai", "Ba", "12", "Bốn", "Năm"]
    assert tally.dropped == [
        ("dòng 0", "số trang"),
        ("dòng 7", "dòng trống"),
        ("dòng 8", "số trang"),
        ("dòng 9", "số trang"),
    ]


@pytest.mark.parametrize(
    ("above", "below", "count"),
    [
        ("a" * 50, "Tiếp theo.", 1),
        ("a" * 49 + ".", "Tiếp theo.", 2),
        ("a" * 30, "Tiếp theo.", 2),
        ("a" * 30 + ".", "tiếp theo.", 1),
        ("a" * 50, "1. Việc.", 2),
        ("A" * 50, "MỤC KHÁC", 2),
    ],
)
def test_a_full_line_that_says_no_end_goes_on_in_the_next(
    above: str, below: str, count: int
) -> None:
    lines = [pages.Line("dòng 1", above), pages.Line("dòng 2", below)]
    found = list(pages.paragraphs(lines, 50, Tally(), []))
    assert len(found) == count
    assert " ".join(one.text for one in found) == f"{above} {below}"


def test_a_text_that_can_be_read_and_not_be_offered_says_why(tmp_path: Path) -> None:
    text = "Điều 1. Thả diều\n\nAi cũng được thả diều."
    for encoding, is_fit in (("utf-8", True), ("utf-16", False)):
        file = tmp_path / f"{encoding}.txt"
        file.write_bytes(text.encode(encoding))
        opened = open_file(file)
        assert shown(opened.transcript) == ["Điều 1. Thả diều", "Ai cũng được thả diều."]
        assert (opened.unfit is None) is is_fit


# Files that are refused


@pytest.mark.parametrize(
    ("name", "raw", "rule"),
    [
        ("a.docx", b"", "tep-trong"),
        ("a.docm", b"x", "tep-macro"),
        ("a.docx", specimens.office("docx", {"word/vbaProject.bin": b"x"}), "tep-macro"),
        ("a.docx", specimens.ole({"EncryptedPackage": b"x" * 5000}), "tep-khoa"),
        ("a.docx", b"MZ" + b"x" * 200, "tep-sai-loai"),
        ("a.txt", b"MZ" + b"\0" * 200, "tep-sai-loai"),
        ("a.md", b"\x7fELF" + b"\0" * 200, "tep-sai-loai"),
        ("a.exe", b"MZ", "tep-la"),
        ("a", b"x", "tep-la"),
        (
            "a.docx",
            specimens.office("docx", {"word/x.xml": b"<a>" + b" " * 30_000_000}),
            "tep-qua-lon",
        ),
        ("a.docx", docx("<w:p/>"), "tep-trong"),
        ("a.pdf", b"%PDF-1.4\nrubbish", ""),
    ],
    ids=lambda told: told if isinstance(told, str) else "",
)
def test_a_file_that_must_not_be_read_is_refused_with_a_remedy(
    name: str, raw: bytes, rule: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(raw)
    with pytest.raises(Fault) as caught:
        open_file(file)
    assert rule in ("", caught.value.rule)
    assert caught.value.remedy


def test_entities_in_a_word_file_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(
        specimens.office(
            "docx", {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>'}
        )
    )
    with pytest.raises(Fault):
        open_file(file)


def test_a_scanned_pdf_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    file = tmp_path / "a.pdf"
    file.write_bytes(
        specimens.pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        )
    )
    with pytest.raises(Fault, match="ảnh quét"):
        open_file(file)


class Sheet:
    """A page of pdfium as far as its size goes: A4 in points."""

    def get_width(self) -> float:
        return 595.0

    def get_height(self) -> float:
        return 842.0


def seen(monkeypatch: pytest.MonkeyPatch, *rows: str) -> list[tuple[str, int]]:
    """Lines of a page on which tesseract saw these rows: words as «chữ@trái,độ chắc»."""
    told = ["level"]
    for at, row in enumerate(rows):
        for one in row.split():
            text, _, place = one.rpartition("@")
            left, _, sure = place.partition(",")
            width = 14 * len(text)
            cells = ("5", "1", "1", "1", str(at), "1", left, str(100 + 40 * at), str(width), "28")
            told.append("\t".join((*cells, sure or "96", text)))
    monkeypatch.setattr(seeing, "_told", lambda page, number: "\n".join(told))
    return [(one.text, one.column) for one in seeing.lines(Sheet(), 1)]


def test_the_two_sides_of_a_scanned_head_are_read_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert seen(
        monkeypatch,
        "SỞ@400 VĂN@450 HÓA@510 CỘNG@1000 HÒA@1070",
        "Số:@420 12/KH@480 ĐỘC@1000 LẬP@1060",
        "Mây@1000 Hạ@1060",
        "Điều@200 1.@270 Một@310 hai@370 ba@430 bốn@480 năm@550 sáu@620 bảy@690 tám@760 chín@820 mười@890",
        "a)@200 Việc@240",
    ) == [
        ("SỞ VĂN HÓA", 0),
        ("Số: 12/KH", 0),
        ("CỘNG HÒA", 2),
        ("ĐỘC LẬP", 2),
        ("Mây Hạ", 2),
        ("Điều 1. Một hai ba bốn năm sáu bảy tám chín mười", 0),
        ("a) Việc", 0),
    ]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("_a)@200 Việc@250 một@320", "a) Việc một"),
        ("._.1.@200 Việc@290", "1. Việc"),
        ("-Điều@200 1.@290 Việc@330", "Điều 1. Việc"),
        ("-@200 Việc@230 một@300 _@360,20", "- Việc một"),
        ("-@200 Việc@230 một@300 -_@360", "- Việc một"),
        ("TỈNH@200 ỦY@280 nà@330", "TỈNH ỦY"),
        ("12/QĐÐ-SVH@200", "12/QĐ-SVH"),
        ("Việc@200 của@270 ta@340", "Việc của ta"),
    ],
)
def test_smudges_beside_the_words_of_a_scan_are_no_words(
    row: str, read: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [text for text, _ in seen(monkeypatch, row)] == [read]


def sees_vietnamese() -> bool:
    told = ["tesseract", "--list-langs"]
    return seeing.can_see() and "vie" in subprocess.run(told, capture_output=True, text=True).stdout


def test_scans_are_read_by_tesseract_as_well_as_promised(tmp_path: Path) -> None:
    if not (sees_vietnamese() and photographed.faces()):
        pytest.skip("máy này không có tesseract kèm tiếng Việt (tesseract-ocr-vie)")
    read = score.scanned(islice(papers(6, 5), 1, 2), 5, tmp_path)
    assert min(read.share, read.f1) >= 0.9, read.wrong
    assert not read.wrong_sure, read.wrong


# The command


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "noi-dung"
    shutil.copytree(ROOT / "data" / "_danh-muc", folder / "data" / "_danh-muc")
    (folder / "data" / "_danh-muc" / "ngoai-le.yml").unlink(missing_ok=True)
    return folder


def run(content: Path, *words: str, told: str = "") -> commands.Done:
    return commands.run("import", "--content", content, *words, told=told)


def files(content: Path) -> set[str]:
    return {
        one.relative_to(content).as_posix()
        for one in (content / "docs").rglob("*")
        if one.is_file()
    }


def test_a_word_file_becomes_a_draft_without_faults_and_its_original_stays(
    content: Path, tmp_path: Path
) -> None:
    paper = next(papers(1, 4))
    file = tmp_path / "Kế hoạch (1).docx"
    file.write_bytes(printed.word(paper, automatic=True))
    seen = run(content, str(file), "--xem-truoc")
    assert seen.returncode == 0, seen.stderr
    assert not files(content)
    done = run(content, str(file))
    assert done.returncode == 0, done.stderr
    (entry,) = (content / "docs" / "van-ban").glob("*.md")
    assert (content / "docs" / "tep" / "ke-hoach-1.docx").read_bytes() == file.read_bytes()
    assert "trang_thai: nhap" in entry.read_text(encoding="utf-8")
    check = commands.run("check", "--chi", "noi-dung", "--content", content)
    assert check.returncode == 0, check.stdout
    again = run(content, str(file))
    assert again.returncode == 1
    assert "đã nhập" in again.stderr
    before = files(content)
    more = run(content, str(file), "--van-nhap")
    assert more.returncode == 0, more.stderr
    assert before < files(content)


def test_tracked_changes_are_asked_about_before_anything_is_written(
    content: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(docx(CHANGED))
    asked = run(content, str(file))
    assert asked.returncode == 1
    assert "thêm «ngày 9»" in asked.stderr and "--thay-doi" in asked.stderr
    assert not files(content)
    assert run(content, str(file), "--thay-doi", "bo").returncode == 0
    (entry,) = (content / "docs" / "van-ban").glob("*.md")
    assert "ngày 5" in entry.read_text(encoding="utf-8")


def test_pasted_text_needs_no_file(content: Path) -> None:
    done = run(content, "-", told="THÔNG BÁO\n\nKết luận về chợ phiên\n\n1. Việc một")
    assert done.returncode == 0, done.stderr
    assert files(content) == {"docs/van-ban/thong-bao-ket-luan-ve-cho-phien.md"}


def test_faults_of_files_are_sentences(content: Path, tmp_path: Path) -> None:
    bad = tmp_path / "a.docx"
    bad.write_bytes(b"MZ" * 100)
    done = run(content, str(bad), str(tmp_path / "khong-co.docx"))
    assert done.returncode == 1
    assert "Cách sửa" in done.stderr
    assert "Traceback" not in done.stderr


def test_made_up_papers_are_read_as_well_as_promised(tmp_path: Path) -> None:
    scores = score.measured(6, 5, tmp_path, pdf=False)
    for name, one in scores.items():
        noisy = name == "bản quét"
        assert one.share >= (0.9 if noisy else 0.97), one.wrong
        assert one.f1 >= (0.9 if noisy else 0.97), one.wrong
        assert one.misled <= 0.005, one.wrong


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("anh.heic", ".jpg"),
        ("van-ban.odt", ".docx"),
        ("bang.xlsx", "bang-tinh"),
        ("thu-muc", "từng tệp"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way(name: str, way: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if "." in name:
        path.write_bytes(b"gi do")
    else:
        path.mkdir()
    with pytest.raises(Fault) as told:
        open_file(path)
    assert way in told.value.remedy


def test_a_file_that_is_not_there_is_told_in_vietnamese(tmp_path: Path) -> None:
    run = commands.run("import", tmp_path / "khong co.docx", "--xem-truoc")
    assert run.returncode == 1
    assert "không có tệp hoặc thư mục này" in run.stderr
    assert "No such file" not in run.stderr


@pytest.mark.parametrize(
    ("way", "taken_away", "value"),
    [
        (Way.TYPED, "", "tep-chua-soat"),
        (Way.PRINTED, "", "tep-chua-soat"),
        (Way.SCANNED, "", "quet-chua-soat"),
        (Way.TYPED, "tep-chua-soat", "quet-chua-soat"),
    ],
    ids=str,
)
def test_a_draft_says_of_its_text_that_nobody_proofread_it_and_where_it_came_from(
    way: Way, taken_away: str, value: str, tmp_path: Path
) -> None:
    library, _ = judge(tiny.lay_out(tmp_path), tiny.DAY)
    name = "chat-luong-ban"
    kept = {id: one for id, one in library.lists[name].items() if id != taken_away}
    library = dataclasses.replace(library, lists={**library.lists, name: kept})
    (tmp_path / "a.docx").write_bytes(docx(p("QUY ĐỊNH") + p("về việc thử") + p("Điều 1. Một")))
    opened = open_file(tmp_path / "a.docx")
    opened = dataclasses.replace(opened, transcript=dataclasses.replace(opened.transcript, way=way))
    taken = importing.take(opened, library, tmp_path, tiny.DAY)
    assert f"\nchat_luong_ban: {value}\n" in taken.imports[0].text


def test_who_publishes_at_once_says_that_the_text_is_proofread(tmp_path: Path) -> None:
    library, _ = judge(tiny.lay_out(tmp_path), tiny.DAY)
    head = ("BAN BỊA", "Số: 7-QĐ/BIA", "Hà Nội, ngày 05 tháng 3 năm 2026", "QUY ĐỊNH")
    text = ("về việc thử", "Điều 1. Một", "1. Một của một.")
    (tmp_path / "a.docx").write_bytes(docx("".join(map(p, (*head, *text)))))
    taken = importing.take(open_file(tmp_path / "a.docx"), library, tmp_path, tiny.DAY)
    (found,) = importing.published(taken).imports
    assert "\nchat_luong_ban: tep-da-soat\n" in found.text and "nhap" not in found.text


# Piece by piece: what only stands near a boundary

CASINGS = Casings(score.NAMES)
Told = str | tuple[str, dict[str, Any]]


def pieces(*lines: Told) -> list[Segment]:
    """Each line a piece whose place is its number; with a pair, how it is set."""
    told = [(one, {}) if isinstance(one, str) else one for one in lines]
    return [Segment(text, str(at), **more) for at, (text, more) in enumerate(told)]


def aside(text: str, column: int) -> Told:
    return text, {"column": column}


AN = "Nguyễn Văn An"
UNPOSTED = "không có chức vụ ở trên tên"
SIGNED: dict[str, tuple[list[Told], tuple[object, ...] | None]] = {
    "một chức vụ": (["GIÁM ĐỐC", AN], (AN, "Giám đốc", Sure.CERTAIN, "1", "")),
    "chức vụ hai dòng": (
        ["GIÁM ĐỐC", "SỞ VĂN HÓA", AN],
        (AN, "Giám đốc Sở Văn hóa", Sure.CERTAIN, "2", ""),
    ),
    "lời «đã ký» ở giữa": (
        ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "(Đã ký)", AN],
        (AN, "Chánh Văn phòng (thừa lệnh Giám đốc)", Sure.CERTAIN, "3", ""),
    ),
    "họ lạ": (
        ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG", "Abc Văn An"],
        ("Abc Văn An", "Trưởng phòng (thừa ủy quyền Giám đốc)", Sure.LIKELY, "2", ""),
    ),
    "tên in hoa": (["Q. GIÁM ĐỐC", AN.upper()], (AN, "quyền Giám đốc", Sure.CERTAIN, "1", "")),
    "hai chức vụ một dòng": (
        ["KT. BỘ TRƯỞNG THỨ TRƯỞNG", AN],
        (AN, "Thứ trưởng (ký thay Bộ trưởng)", Sure.CERTAIN, "1", ""),
    ),
    "học vị": (["GIÁM ĐỐC", f"GS.TS. {AN}."], (AN, "Giám đốc", Sure.CERTAIN, "1", "")),
    "chức vụ có hai chấm": (["GIÁM ĐỐC:", AN], (AN, "", Sure.LIKELY, "1", UNPOSTED)),
    "câu thường ở giữa": (
        ["GIÁM ĐỐC", "một câu thường", AN],
        (AN, "", Sure.LIKELY, "2", UNPOSTED),
    ),
    "tên ở cột khác": (
        [aside("GIÁM ĐỐC", 1), aside(AN, 2)],
        (AN, "", Sure.LIKELY, "1", UNPOSTED),
    ),
    "tên trơ trọi": ([AN], (AN, "", Sure.LIKELY, "0", UNPOSTED)),
    "tên trơ trọi, họ lạ": (["Abc Văn An"], None),
    "một chữ": (["GIÁM ĐỐC", "An"], None),
    "không có gì": ([], None),
    "hai người ký": (
        ["TM. HỘI ĐỒNG", "GIÁM ĐỐC", AN, "TM. BAN", "CHỦ TỊCH", "Trần Thị Bình"],
        (
            "Trần Thị Bình",
            "Chủ tịch (thay mặt Ban)",
            Sure.LIKELY,
            "5",
            "có nhiều chữ ký, đây là chữ ký cuối",
        ),
    ),
}


@pytest.mark.parametrize(("lines", "expected"), SIGNED.values(), ids=SIGNED)
def test_who_signed_is_told_by_the_lines_above_the_name(
    lines: list[Told], expected: tuple[object, ...] | None
) -> None:
    found = foot.read(pieces(*lines), CASINGS).signer
    told = found and (found.value.name, found.value.post, found.sure, found.place, found.why)
    assert told == expected


@pytest.mark.parametrize(
    ("lines", "items", "taken"),
    [
        (
            ["Nơi nhận: Các xã;", "- Như trên;", "- Lưu: VT, 2 bản./.", "GIÁM ĐỐC", AN],
            ("Các xã", "Như trên", "Lưu: VT, 2 bản"),
            "012",
        ),
        (["Nơi nhận:", "- Các xã", "trong tỉnh.", AN], ("Các xã trong tỉnh",), "012"),
        (["Nơi nhận:", "- Các xã.", "Một câu khác"], ("Các xã",), "01"),
        (["Nơi nhận:", "- Các xã", AN], ("Các xã",), "01"),
        (["Nơi nhận:", "- Các xã", "a" * 160], ("Các xã " + "a" * 160,), "012"),
        (["Nơi nhận:", "- Các xã", "a" * 161], ("Các xã",), "01"),
        (["Nơi nhận:", "- Các xã", "GIÁM ĐỐC", "- Xóm"], ("Các xã",), "01"),
        (
            ["Nơi nhận:", ("Các xã", {"label": "-"}), ("Xóm", {"label": "-"})],
            ("Các xã", "Xóm"),
            "012",
        ),
        (
            [aside("Nơi nhận:", 1), aside("GIÁM ĐỐC", 2), aside("- Các xã;", 1), "- Lưu.", "Câu"],
            ("Các xã", "Lưu"),
            "023",
        ),
        (["Nơi nhận:", "- ;"], None, "01"),
        (["Câu"], None, ""),
    ],
)
def test_recipients_end_where_another_line_begins(
    lines: list[Told], items: tuple[str, ...] | None, taken: str
) -> None:
    found = foot.read(pieces(*lines), CASINGS)
    assert (found.recipients and found.recipients.value) == items
    assert "".join(place for place, key in found.used if key == "noi_nhan") == taken


@pytest.mark.parametrize(
    ("lines", "is_foot"),
    [
        (["Nơi nhận:"], True),
        (["GIÁM ĐỐC", AN], True),
        (["GIÁM ĐỐC", "(Đã ký)"], True),
        (["TM. BAN", "a", "b", "c", AN], True),
        (["GIÁM ĐỐC", "a", "b", "c", "d", AN], False),
        (["GIÁM ĐỐC"], False),
        (["GIÁM ĐỐC:", AN], False),
        (["MỤC LỤC", AN], False),
        (["I. GIÁM ĐỐC", AN], False),
        ([aside("x", 1), aside("Nơi nhận:", 2)], True),
        (["x", aside("Nơi nhận:", 2)], False),
        ([aside("x", 1), "Nơi nhận:"], False),
    ],
)
def test_a_foot_begins_with_recipients_or_a_post_with_a_name_near_below(
    lines: list[Told], is_foot: bool
) -> None:
    assert foot.begins(pieces(*lines)) is is_foot


PLAN = "KẾ HOẠCH"
LOUD = "bản gốc in chữ hoa: xem lại tên riêng"
BARE = "không có «V/v» ở trước"
LONG = "Tổ chức " + "a" * 412
SUBJECTS: list[tuple[list[Told], str | None, str]] = [
    ([PLAN, "Tổ chức hội diều", "năm 2024", "Căn cứ một;"], "Tổ chức hội diều năm 2024", ""),
    ([PLAN, "Tổ chức hội diều", "Năm khác"], "Tổ chức hội diều", ""),
    ([PLAN, ("Hội diều", {"bold": True}), ("Năm", {"bold": True})], "Hội diều Năm", ""),
    ([PLAN, ("Hội diều", {"bold": True}), "Năm"], "Hội diều", ""),
    ([PLAN, "Hội diều", ("Năm", {"centred": True})], "Hội diều", ""),
    ([PLAN, ("Hội diều", {"centred": True}), ("Năm", {"centred": True})], "Hội diều Năm", ""),
    ([PLAN, "TỔ CHỨC HỘI", "THẢ DIỀU", "GIÁM ĐỐC SỞ VĂN HÓA"], "Tổ chức hội thả diều", LOUD),
    ([f"{PLAN} LIÊN TỊCH VỀ DIỀU"], "Về diều", LOUD),
    ([PLAN, "____", "(dự thảo)", "Hội diều", "(kèm theo)", "năm"], "Hội diều", ""),
    ([PLAN, "Hội diều.", "năm nay"], None, ""),
    ([PLAN, "Hội diều", "năm nay:"], "Hội diều", ""),
    ([PLAN, "Căn cứ một"], None, ""),
    ([PLAN, "Thực hiện việc diều"], "Thực hiện việc diều", ""),
    ([PLAN, "Diều của xã", "thực hiện việc diều"], "Diều của xã", ""),
    ([PLAN, "I. VIỆC"], None, ""),
    ([PLAN, ("Việc", {"label": "1."})], None, ""),
    ([PLAN, "V/v: thả diều"], "Về việc thả diều", ""),
    ([PLAN, "Về việc thả diều"], "Về việc thả diều", ""),
    ([PLAN, "Abc"], None, ""),
    ([PLAN, "Abcd"], "Abcd", ""),
    ([PLAN, LONG], LONG, ""),
    ([PLAN, f"{LONG}a"], None, ""),
    ([PLAN, "TỔ CHỨC HỘI DIỀU BỘ TRƯỞNG BỘ VƯỜN ƯƠM"], "Tổ chức hội diều", LOUD),
    (["Số: 1", "V/v thả diều", "của xã", "Kính gửi"], "Về việc thả diều của xã", ""),
    (["V/v thả", "a", "b", "c", "d", "e"], "Về việc thả a b c d", ""),
    (["V/v thả diều", aside("của xã", 1)], "Về việc thả diều", ""),
    (["Thả diều ở xã nhà", "Kính gửi: Các xã"], "Thả diều ở xã nhà", BARE),
    (["Thả diều xã nhà", "Kính gửi: Các xã"], None, ""),
    (["Thả diều ở xã nhà 2", "Kính gửi: Các xã"], None, ""),
    (["Thả diều ở xã nhà.", "Kính gửi: Các xã"], None, ""),
    (["THẢ DIỀU Ở XÃ NHÀ", "Kính gửi: Các xã"], None, ""),
    (["thả diều ở xã nhà", "Kính gửi: Các xã"], None, ""),
    (["Thả diều ở xã nhà"], None, ""),
]


@pytest.mark.parametrize(("lines", "title", "why"), SUBJECTS)
def test_the_subject_goes_on_as_long_as_its_lines_do(
    lines: list[Told], title: str | None, why: str
) -> None:
    told, used = pieces(*lines), []  # type: ignore[var-annotated]
    typed = 0 if told[0].text.startswith(PLAN) else None
    found = subject.read(told, typed, len(told) - 1, score.TYPES, CASINGS, used)
    assert (found and found.value) == title
    if found:
        assert (found.why, found.sure) == (why, Sure.LIKELY if why else Sure.CERTAIN)
        assert used[0] == (found.place, "tieu_de")


UNSURE = "bản gốc in chữ hoa: xem lại chữ hoa, chữ thường"
FROM_ABOVE = "tên tỉnh lấy ở cơ quan cấp trên"


@pytest.mark.parametrize(
    ("lines", "superior", "body", "why"),
    [
        (["SỞ VĂN HÓA"], None, "Sở Văn hóa", ""),
        (["UBND TỈNH MÂY", "SỞ VĂN HÓA"], "UBND tỉnh mây", "Sở Văn hóa", ""),
        (
            ["ỦY BAN NHÂN DÂN", "TỈNH MÂY", "SỞ VĂN HÓA"],
            "Ủy ban Nhân dân tỉnh mây",
            "Sở Văn hóa",
            "",
        ),
        (
            ["TỈNH ỦY MÂY HẠ", "TRƯỜNG CHÍNH TRỊ"],
            "Tỉnh ủy mây hạ",
            "Trường Chính trị tỉnh mây hạ",
            FROM_ABOVE,
        ),
        (
            ["THÀNH ỦY MÂY HẠ", "TRƯỜNG CHÍNH TRỊ"],
            "Thành ủy mây hạ",
            "Trường Chính trị thành phố mây hạ",
            FROM_ABOVE,
        ),
        (["TỈNH ỦY MÂY HẠ", "VĂN PHÒNG"], "Tỉnh ủy mây hạ", "Văn phòng Tỉnh ủy mây hạ", UNSURE),
        (["AB", "ABC"], None, "Abc", UNSURE),
        (["I. SỞ", "SỞ VĂN HÓA"], None, "Sở Văn hóa", ""),
        ([aside("SỞ VĂN HÓA", 1), aside("CỘNG HÒA", 2)], None, "Sở Văn hóa", ""),
        (["BAN TỔ CHỨC VÀ VIỆC LẠ"], None, "Ban Tổ chức và Việc lạ", UNSURE),
        (["TỈNH", ("HỘI DIỀU", {"bold": True})], "Tỉnh", "Hội diều", UNSURE),
        (["BỘ VƯỜN ƯƠM", "CỤC HOA", "PHÒNG LÁ"], "Cục Hoa", "Phòng Lá", UNSURE),
        (["một câu"], None, None, ""),
    ],
)
def test_the_body_and_the_one_above_it_are_the_last_two_named(
    lines: list[Told], superior: str | None, body: str | None, why: str
) -> None:
    used: list[tuple[str, str]] = []
    above, own = issuer.read(pieces(*lines), None, CASINGS, used, is_head=True)
    assert (above and above.value, own and own.value, own.why if own else "") == (
        superior,
        body,
        why,
    )
    assert issuer.read(pieces(*lines), None, CASINGS, [], is_head=False) == (None, None)
    assert {key for _, key in used} <= {"co_quan"}


SET: dict[str, Any] = {"page": 1, "left": 50, "right": 95, "top": 700}


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ({}, {}, True),
        ({"right": 93}, {}, False),
        ({"right": 94}, {}, True),
        ({}, {"top": 666}, False),
        ({}, {"top": 667}, True),
        ({}, {"top": 700}, False),
        ({"page": 1}, {"page": 2, "top": 790}, True),
        ({"text": "Một."}, {}, False),
        ({"text": "Một."}, {"text": "hai"}, True),
        ({"right": 60}, {"text": "hai"}, True),
        ({"right": 60}, {"text": "hai", "left": 56, "right": 90}, False),
        ({"right": 60}, {"text": "hai", "left": 55.9, "right": 90}, True),
        ({"right": 60}, {"text": "hai", "left": 61, "right": 60.9}, True),
        ({"right": 60}, {"text": "hai", "left": 62, "right": 60}, False),
        ({}, {"left": 56}, True),
        ({}, {"left": 57}, False),
        ({"column": 2}, {"column": 2}, False),
        ({"column": 2}, {}, False),
        ({"centred": True}, {}, False),
        ({"centred": True}, {"centred": True}, True),
        ({"right": 60}, {"text": "2 dòng"}, True),
        ({"text": "MỘT"}, {"text": "HAI"}, False),
        ({"text": "CỘNG HÒA XÃ HỘI CHỦ"}, {"text": "NGHĨA VIỆT NAM"}, True),
        ({}, {"text": "1. Hai"}, False),
    ],
)
def test_a_line_goes_on_by_where_it_stands_below_the_other(
    above: dict[str, Any], below: dict[str, Any], joined: bool
) -> None:
    first = pages.Line("a", **{**SET, "text": "Một dòng", **above})
    second = pages.Line("b", **{**SET, "text": "Hai dòng", "top": 680, **below})
    changed: list[tuple[str, str]] = []
    found = list(pages.paragraphs([first, second], 100, Tally(), changed))
    assert len(found) == (1 if joined else 2)
    assert changed == ([("b", f"{pages.JOINED} a")] if joined else [])


def test_the_words_of_a_number_alone_stand_on_the_next_line() -> None:
    changed: list[tuple[str, str]] = []
    lines = [pages.Line(str(at), text) for at, text in enumerate(("a)", "Việc", "Khác", "", "x"))]
    found = [one.text for one in pages.paragraphs(lines, 0, Tally(), changed)]
    assert found == ["a) Việc", "Khác", "x"]
    assert changed == [("1", "là chữ của số đứng riêng ở 0")]


@pytest.mark.parametrize(
    ("pages_", "words", "dropped"),
    [(5, (1, 2, 3), True), (6, (1, 2, 3), False), (3, (1, 2), False), (4, (1, 2, 3), True)],
)
def test_a_head_repeats_on_three_pages_and_on_more_than_half(
    pages_: int, words: tuple[int, ...], dropped: bool
) -> None:
    lines = [
        pages.Line(f"{page}.{at}", text, page=page)
        for page in range(1, pages_ + 1)
        for at, text in enumerate(
            (f"Sở Diều {page}" if page in words else f"Khác{'x' * page}", *"abcdefg")
        )
    ]
    tally = Tally()
    kept = {one.text for one in pages.of_pages(lines, tally)}
    assert ("Sở Diều 1" not in kept) is dropped
    assert "abc" not in kept


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- 2 -", "số trang"),
        ("12", "số trang"),
        ("1234", ""),
        ("2", "số trang"),
        ("Công văn đến số: 5", "dấu công văn đến, chữ ký số"),
        ("Ký bởi: A", "dấu công văn đến, chữ ký số"),
        ("Một câu", ""),
    ],
)
def test_a_line_of_pasted_text_that_is_none_of_its_words_says_why(text: str, why: str) -> None:
    assert pages.stray(text) == why


def markdown_of(text: str) -> str:
    return markdown.written(read_text(text), (), lambda picture: "").text


@pytest.mark.parametrize(
    ("length", "end", "split"),
    [(150, "a", False), (151, "a", True), (60, ".", False), (61, ".", True), (61, ";", True)],
)
def test_a_long_article_of_an_import_is_a_heading_and_its_text(
    length: int, end: str, split: bool
) -> None:
    rest = "a" * (length - 1) + end
    told = markdown_of(f"Điều 1. {rest}\n\nĐiều 2. B")
    whole = f"## Điều 1. {rest} {{#dieu-1}}\n"
    apart = f"## Điều 1 {{#dieu-1}}\n\n{rest}\n"
    assert told.startswith(apart if split else whole)


@pytest.mark.parametrize(("length", "split"), [(220, False), (221, True)])
def test_the_name_of_a_chapter_is_longer_than_that_of_an_article(length: int, split: bool) -> None:
    rest = "A" * length
    told = markdown_of(f"Chương I. {rest}\n\nĐiều 1. A\n\nĐiều 2. B")
    assert told.startswith(
        f"## Chương I {{#chuong-i}}\n\n{rest}" if split else f"## Chương I. {rest} "
    )


def test_items_of_an_import_are_indented_below_each_other_and_numbers_of_markdown_kept() -> None:
    text = "Điều 1. A\n\n1. Một\n\na) Hai\n\n- Ba\n\nĐoạn.\n\n99. Bốn\n\n100. Năm\n\nĐiều 2. B"
    assert markdown_of(text) == (
        "## Điều 1. A {#dieu-1}\n\n1. Một {#dieu-1.khoan-1}\n    - a) Hai {#dieu-1.khoan-1.diem-a}\n"
        "        - Ba {#dieu-1.khoan-1.diem-a.gach-1}\n\n            Đoạn.\n\n99. Bốn {#dieu-1.khoan-99}\n"
        "- 100. Năm {#dieu-1.khoan-100}\n\n## Điều 2. B {#dieu-2}\n"
    )


def test_a_text_without_clauses_is_signed_behind_its_first_long_paragraph() -> None:
    long = "Xã thả diều ở cánh đồng. " * 4
    read = read_text(f"V/v thả diều\n\nKính gửi: Các xóm\n\n{long}\n\nGIÁM ĐỐC\n\n{AN}")
    assert read.fields.signer and read.fields.signer.value.name == AN
    assert long.strip() in [one.text for one in read.preamble if isinstance(one, Paragraph)]


@pytest.mark.parametrize(
    ("title", "attached"),
    [
        ("QUY CHẾ", True),
        ("QUY CHẾ MƯỢN SÁCH", True),
        ("QUY CHẾ (mẫu)", True),
        ("Quy chế mượn sách", False),
        ("QUY CHẾT", False),
    ],
)
def test_a_text_that_is_attached_is_told_by_its_type_in_capitals(
    title: str, attached: bool
) -> None:
    above = HEAD.format(number="12/KH-SVH", place="").replace("\n", "\n\n")
    text = f"{above}\n\nGIÁM ĐỐC\n\n{AN}\n\n{title}\n\nMượn sách\n\nMột đoạn."
    read = read_text(text)
    assert bool(read.parts) is attached
