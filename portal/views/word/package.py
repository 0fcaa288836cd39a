"""The package around the text: styles, header, footer, made once; then one zip for each document.

Comes in: the day, then text after text. Goes out: bytes, equal for equal input: no clock, no order
of chance. What is the same for all is compressed once.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from docx import Document as new_document
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from portal.dates import day

FACE = "Times New Roman"
HERE = "@@@"
PLACE = f"<w:p><w:r><w:t>{HERE}</w:t></w:r></w:p>"
"""The paragraph that stands for the text."""
TEXT, CORE = "word/document.xml", "docProps/core.xml"
UNUSED = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "numbering")
KEPT = (
    *("Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid", "Header", "Footer"),
    *("Heading1", "Heading2", "Heading3", "Title", "Subtitle"),
)
RED = RGBColor(0x9E, 0x1B, 0x20)
LEVEL = 6
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
    "<dc:subject>{mark}</dc:subject><dc:language>vi</dc:language>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)


class Package:
    """One build's package. `mark`: what its files are, which every sheet says; empty where they are
    no copies."""

    def __init__(self, today: date, mark: str = "") -> None:
        self.today, self.subject = today, mark
        self.stamp = (max(today.year, 1980), today.month, today.day, 0, 0, 0)
        parts = dict(_parts(_model(today, mark)))
        self.before, _, self.after = parts.pop(TEXT).decode().partition(PLACE)
        parts.pop(CORE)
        self.shared = self._zipped(parts)

    def sealed(self, text: str, title: str) -> bytes:
        """The file of one document."""
        core = _CORE.format(title=escape(title), mark=self.subject, day=self.today.isoformat())
        own = {TEXT: f"{self.before}{text}{self.after}".encode(), CORE: core.encode()}
        return self._zipped(own, self.shared)

    def _zipped(self, parts: dict[str, bytes], onto: bytes = b"") -> bytes:
        box = BytesIO(onto)
        with zipfile.ZipFile(box, "a", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
            for name, content in parts.items():
                entry = zipfile.ZipInfo(name, self.stamp)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # the same on every machine
                archive.writestr(entry, content)
        return box.getvalue()


def _parts(model: WordFile) -> Iterator[tuple[str, bytes]]:
    """Every part as python-docx writes it, by name; the list of types first."""
    box = BytesIO()
    model.save(box)
    with zipfile.ZipFile(box) as archive:
        for name in sorted(archive.namelist(), key=lambda it: (it[0] not in "[_", it)):
            yield name, archive.read(name)


def _model(today: date, mark: str) -> WordFile:
    model = new_document(BytesIO(_form(today)))
    _every_sheet(model, today, mark)
    model.add_paragraph(HERE)
    return model


@cache
def _form(today: date) -> bytes:
    """Paper and styles, the same whatever a sheet says of itself."""
    model = new_document()
    for part in (model.part, model.part.package):
        for id, rel in list(part.rels.items()):
            if rel.reltype.rpartition("/")[2] in UNUSED:
                del part.rels[id]
    model.core_properties.created = datetime(today.year, today.month, today.day)  # noqa: DTZ001 UTC
    _lay_out(model)
    _styles(model)
    box = BytesIO()
    model.save(box)
    return box.getvalue()


def _lay_out(model: WordFile) -> None:
    """Paper and margins of the form: 20, 15, 20, 30 mm."""
    section = model.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(9)


def _styles(model: WordFile) -> None:
    _only_used(model)  # first: every style is looked for among those that are left
    _normal(model)
    centre = WD_ALIGN_PARAGRAPH.CENTER
    for name, size in (("Heading 1", 14), ("Heading 2", 14), ("Heading 3", 14)):
        _style(model, name, size, bold=True, italic=name == "Heading 3", before=12, after=4)
    _style(model, "Title", 16, bold=True, align=centre, before=12, after=2)
    _style(model, "Subtitle", 14, bold=True, align=centre, after=12)
    mark = _style(model, "Mark", 16, bold=True, align=centre, after=0)
    mark.font.color.rgb = RED
    notice = _style(model, "Notice", 12, after=0)
    for style in (mark, notice):
        style.element.pPr.find(qn("w:spacing")).addprevious(_border())
        style.paragraph_format.right_indent = Pt(12)  # its frame ends where tables end
    _style(model, "Form", 12, align=centre, after=0)
    under = _style(model, "FormUnder", 12, align=centre, after=0)
    under.font.underline = True
    _style(model, "Lead", 14, italic=True, after=8)
    _style(model, "Cell", 12, after=2, align=WD_ALIGN_PARAGRAPH.LEFT)
    _style(model, "Small", 12, after=4)
    _style(model, "Gap", 6, after=0)


def _only_used(model: WordFile) -> None:
    """The model file brings some hundred and sixty styles, two thirds of the weight of a file, and
    links from them to the same styles of letters."""
    sheet = model.styles.element
    style, latent, name, link = map(qn, ("w:style", "w:latentStyles", "w:styleId", "w:link"))
    for one in list(sheet):
        if one.tag == latent or (one.tag == style and one.get(name) not in KEPT):
            sheet.remove(one)
        for linked in one.findall(link):
            one.remove(linked)


def _normal(model: WordFile) -> None:
    """The face for every script, the language, the distance of lines."""
    normal = model.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.name, normal.font.size = FACE, Pt(14)
    fonts = normal.element.get_or_add_rPr().rFonts
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FACE)
    normal.element.rPr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="vi-VN"/>'))
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1


def _style(
    model: WordFile,
    name: str,
    size: int,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
    before: int = 0,
    after: int = 6,
) -> ParagraphStyle:
    if name not in [one.name for one in model.styles]:
        model.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style = model.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.base_style = model.styles["Normal"] if name != "Normal" else None
    _bare(style)
    style.font.name, style.font.size = FACE, Pt(size)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.alignment = Pt(before), Pt(after), align
    layout.keep_with_next = name.startswith("Heading")
    return style


def _bare(style: ParagraphStyle) -> None:
    """Without what the model file brings: theme faces, lines, colours."""
    for old in list(style.element.findall(qn("w:rPr"))):
        style.element.remove(old)
    settings = style.element.find(qn("w:pPr"))
    for old in list(settings if settings is not None else ()):
        if old.tag in (qn("w:pBdr"), qn("w:contextualSpacing")):
            settings.remove(old)


def _border() -> Any:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="9E1B20"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>")


def _every_sheet(model: WordFile, today: date, mark: str) -> None:
    """Above: that it is no issued text. Below: the day it was made, and the number of the page.
    Without a mark only the number."""
    section = model.sections[0]
    if mark:
        head = section.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        told = head.add_run(f"{mark} – KHÔNG THAY CHO VĂN BẢN ĐÃ BAN HÀNH")
        told.font.size, told.font.bold, told.font.color.rgb = Pt(10), True, RED
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run(f"Dựng ngày {day(today)}. Trang " if mark else "Trang ").font.size = Pt(10)
    for at, field in enumerate(("PAGE", "NUMPAGES")):
        if at:
            foot.add_run("/").font.size = Pt(10)
        foot._p.append(_field(field))


def _field(name: str) -> Any:
    return deepcopy(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r><w:rPr><w:sz w:val="20"/></w:rPr>'
            "<w:t>1</w:t></w:r></w:fldSimple>"
        )
    )
