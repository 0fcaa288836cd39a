"""Papers printed to files: Word with typed or automatic numbers, old letters, plain text, scans.

In: a paper. Out: bytes. What is automatic in Word has no number in its text at all.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import zip_longest
from random import Random
from xml.sax.saxutils import escape

from bench.intake.made import Line, Paper
from portal.letters import conversion

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/\
package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-\
package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override \
PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType=\
"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"""
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/\
relationships"><Relationship Id="r1" Type="{type}" Target="{target}"/></Relationships>"""
LEVELS = {
    "chuong": (0, "upperRoman", "Chương %1", ""),
    "la": (0, "upperRoman", "%1.", ""),
    "muc": (1, "decimal", "Mục %2.", ""),
    "dieu": (2, "decimal", "Điều %3.", '<w:lvlRestart w:val="0"/>'),
    "so": (1, "decimal", "%2.", ""),
    "khoan": (3, "decimal", "%4.", ""),
    "chu": (2, "lowerLetter", "%3)", ""),
    "diem": (4, "lowerLetter", "%5)", ""),
    "gach": (2, "bullet", "-", ""),
    "cong": (3, "bullet", "+", ""),
}
_LISTS = {
    "nha-nuoc": ("chuong", "muc", "dieu", "khoan", "diem"),
    "dang": ("la", "so", "gach", "cong"),
}
_LISTS["thong-bao"] = ("so", "chu")


def word(
    paper: Paper,
    *,
    automatic: bool = False,
    font: str = "",
    loose: bool = False,
    tabs: bool = False,
) -> bytes:
    """`font`: one of an old encoding, all letters in it; `loose`: head and foot in no table;
    `tabs`: in two columns set by a tab."""
    kind = "nha-nuoc" if paper.form == "nhà nước" else "dang"
    kind = "thong-bao" if "thong-bao" in paper.name else kind
    lists = _LISTS[kind] if automatic else ()
    parts = [_side_by_side(paper.head, font, loose, tabs)]
    parts += [_paragraph(one, lists, font, 1) for one in paper.body]
    if paper.table:
        parts.append(_table(paper.table, font))
    parts.append(_side_by_side(paper.foot, font, loose, tabs))
    parts += [_paragraph(one, lists, font, 2) for one in paper.after]
    document = f"<w:document {_W}><w:body>{''.join(parts)}<w:sectPr/></w:body></w:document>"
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("[Content_Types].xml", _TYPES)
        bundle.writestr(
            "_rels/.rels", _RELS.format(type=f"{_REL}/officeDocument", target="word/document.xml")
        )
        bundle.writestr("word/document.xml", document)
        bundle.writestr(
            "word/_rels/document.xml.rels",
            _RELS.format(type=f"{_REL}/numbering", target="numbering.xml"),
        )
        bundle.writestr("word/numbering.xml", numbering(lists))
    return made.getvalue()


def numbering(lists: tuple[str, ...]) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, format, text, more in (LEVELS[name] for name in lists)
    )
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n in (1, 2)
    )
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f"<w:numbering {_W}>{abstract}{nums}</w:numbering>"


def _paragraph(one: Line, lists: tuple[str, ...], font: str, num: int) -> str:
    told, properties = f"{one.label} {one.text}".strip(), ""
    latin = one.label.startswith("đ") or (one.unit in ("chu", "diem") and one.label[0] > "d")
    if one.unit in lists and not latin:
        told = one.text
        level = LEVELS[one.unit][0]
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    if one.centred:
        properties += '<w:jc w:val="center"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{_run(told, font, one.bold)}</w:p>"


def _run(text: str, font: str, bold: bool) -> str:
    if font == TCVN3_FONT and text == text.upper():
        font += "H"
    if font:
        text = encoded(text, conversion.of_font(font))
    told = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    told += "<w:b/>" if bold else ""
    return f'<w:r><w:rPr>{told}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _tabbed(lines: list[Line], font: str) -> str:
    sides = [[one.text for one in lines if one.column == column] for column in (1, 2)]
    rows = (
        f"<w:p>{_run(left, font, False)}<w:r><w:tab/></w:r>{_run(right, font, False)}</w:p>"
        for left, right in zip_longest(*sides, fillvalue="")
    )
    return "".join(rows)


def _side_by_side(lines: list[Line], font: str, loose: bool, tabs: bool) -> str:
    """Lines of two columns in a table without lines; the rest below it."""
    plain = [one for one in lines if not one.column or loose]
    below = "".join(_paragraph(one, (), font, 1) for one in plain)
    if tabs:
        return _tabbed(lines, font) + below
    if loose:
        return below
    cells = []
    for column in (1, 2):
        inside = "".join(_paragraph(one, (), font, 1) for one in lines if one.column == column)
        cells.append(f"<w:tc><w:tcPr/>{inside or '<w:p/>'}</w:tc>")
    return f"<w:tbl><w:tblPr/>{_GRID}<w:tr>{''.join(cells)}</w:tr></w:tbl>{below}"


def _table(rows: list[list[str]], font: str) -> str:
    sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "insideH", "insideV"))
    told = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:tcPr/><w:p>{_run(cell, font, False)}</w:p></w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>{told}</w:tbl>"


def text(paper: Paper) -> str:
    """As it is copied out: paragraphs with a blank line between."""
    return "\n\n".join(_lines(paper)) + "\n"


def _lines(paper: Paper) -> list[str]:
    lines = [*paper.head, *paper.body, *paper.foot, *paper.after]
    return [f"{one.label} {one.text}".strip() for one in lines]


_GRID = '<w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>'
TCVN3_FONT, VNI_FONT = ".VnTime", "VNI-Times"
"""The first writes capitals in a font of its own, `.VnTimeH`."""
_TAKEN = {"1": "l", "0": "O", "ạ": "a", "ề": "ê", "ở": "ơ", "ữ": "ư", "ă": "à", "n": "r", "ý": "y"}


def scanned(paper: Paper, random: Random, rate: float = 0.01, width: int = 78) -> str:
    """As a scanner reads it: lines cut, pages numbered, a stamp, letters mistaken."""
    rows: list[str] = []
    for paragraph in _lines(paper):
        line = ""
        for piece in paragraph.split():
            if len(line) + len(piece) >= width:
                rows.append(line)
                line = ""
            line = f"{line} {piece}".strip()
        rows += [line, ""] if random.random() < 0.4 else [line]
    rows.insert(min(6, len(rows)), "CÔNG VĂN ĐẾN Số: 811 Ngày: 06/1/2022")
    return "\n".join(_noisy(row, random, rate) for row in rows) + "\n"


def _noisy(row: str, random: Random, rate: float) -> str:
    return "".join(
        _TAKEN[char] if char in _TAKEN and random.random() < rate else char for char in row
    )


def encoded(text: str, encoding: str) -> str:
    """Unicode in an encoding of before: what `conversion` turns back."""
    table = _tables()[encoding]
    return "".join(table.get(char, char) for char in text)


_MADE: dict[str, dict[str, str]] = {}


def _tables() -> dict[str, dict[str, str]]:
    if not _MADE:
        _MADE[conversion.TCVN3] = conversion.table(conversion.TCVN3)
        _MADE[conversion.VNI] = conversion.table(conversion.VNI)
    return _MADE
