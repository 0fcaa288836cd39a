"""Attachments: whether each is what its name says, and that none of them can act by itself.

Hostile files are made here and never kept; `attached/` holds ordinary ones as LibreOffice and
Chromium write them, which must stay allowed.
"""

from __future__ import annotations

import random
import re
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time

import docx
import pypdf
import pytest
import specimens as make
from docx.opc.constants import RELATIONSHIP_TYPE
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, Fit, NameObject, TextStringObject

from portal.problem import Fault
from portal.source import attachments
from portal.source.attachments import bundle, pdf_syntax

ORDINARY = sorted((Path(__file__).parent / "attached").iterdir())


@pytest.fixture
def judge(tmp_path: Path) -> Callable[[bytes, str], Fault | None]:
    """The fault of these bytes under this name."""

    def judged(raw: bytes, name: str) -> Fault | None:
        file = tmp_path / (name if "." in name else f"tep.{name}")
        file.write_bytes(raw)
        try:
            attachments.judge(file)
        except Fault as fault:
            assert fault.remedy
            assert "\n" not in fault.text
            return fault
        return None

    return judged


Judge = Callable[[bytes, str], Fault | None]


def refuses(judge: Judge, raw: bytes, name: str, rule: str, told: str) -> None:
    fault = judge(raw, name)
    assert fault, f"{name} được nhận"
    assert (fault.rule, told in fault.text) == (rule, True), (fault.rule, fault.text)


# Word, Excel, PowerPoint

LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CALL = "DDEAUTO c:\\\\windows\\\\cmd.exe &quot;/k calc&quot;"
MACRO_TYPE = "application/vnd.ms-office.vbaProject"
SETTINGS = "word/_rels/settings.xml.rels"
RELS = "word/_rels/document.xml.rels"


def override(part: str, content_type: str) -> str:
    return f'<Override PartName="/{part}" ContentType="{content_type}"/>'


OFFICE_ACTS = {
    "template from the net": (
        "docx",
        {SETTINGS: make.related("attachedTemplate", "https://a.example/m.dotm")},
    ),
    "template from a share": (
        "docx",
        {SETTINGS: make.related("attachedTemplate", r"\\10.0.0.1\m\m.dotm")},
    ),
    "template from a share as an address": (
        "docx",
        {SETTINGS: make.related("attachedTemplate", "file://m.example/m.dotm")},
    ),
    "template without a mode": (
        "docx",
        {SETTINGS: make.related("attachedTemplate", "http://a.example/m", external=False)},
    ),
    "picture from the net": ("docx", {RELS: make.related("image", "http://a.example/x.png")}),
    "frame": ("docx", {RELS: make.related("frame", "http://a.example/")}),
    "subdocument": ("docx", {RELS: make.related("subDocument", "b.docx")}),
    "linked object": ("docx", {RELS: make.related("oleObject", "file:///c:/b.xlsx")}),
    "Follina": ("docx", {RELS: make.related("oleObject", "https://a.example/x.html!")}),
    "link to a handler": ("docx", {RELS: make.related("hyperlink", "ms-msdt:/id PCWDiagnostic")}),
    "link to a script": ("docx", {RELS: make.related("hyperlink", "java&#10;script:alert(1)")}),
    "link to a share": ("docx", {RELS: make.related("hyperlink", r"\\evil.example\a")}),
    "embedded object": (
        "docx",
        {"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)},
    ),
    "embedded object under another name": (
        "docx",
        {"word/media/a.png": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)},
    ),
    "package that is a script": (
        "docx",
        {RELS: make.related("package", "embeddings/a.js", external=False)},
    ),
    "embedded programme": ("docx", {"word/media/image1.png": b"MZ\x90\0" + bytes(99)}),
    "imported part": ("docx", {RELS: make.related("aFChunk", "a.html", external=False)}),
    "control": ("docx", {RELS: make.related("control", "activeX/activeX1.xml", external=False)}),
    "strict kind of relation": (
        "docx",
        {
            RELS: make.relations(
                'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/oleObject" '
                'Target="x.bin"'
            )
        },
    ),
    "dde": ("docx", {"word/document.xml": make.word(make.field(CALL))}),
    "dde in pieces": (
        "docx",
        {"word/document.xml": make.word(make.field("D", "DE", "AU", "TO c:\\\\a"))},
    ),
    "dde in letters by number": (
        "docx",
        {"word/document.xml": make.word(make.field("&#68;&#x44;E a b"))},
    ),
    "dde in plain text of a code": (
        "docx",
        {
            "word/document.xml": make.word(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>DDE a b</w:t></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
        },
    ),
    "dde never closed": (
        "docx",
        {
            "word/document.xml": make.word(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                "<w:r><w:instrText>DDE a b</w:instrText></w:r>"
            )
        },
    ),
    "dde without a beginning": (
        "docx",
        {"word/document.xml": make.word("<w:r><w:instrText>DDE a b</w:instrText></w:r>")},
    ),
    "dde in a simple field": (
        "docx",
        {"word/document.xml": make.word('<w:fldSimple w:instr=" dde a b"/>')},
    ),
    "name made by another field": (
        "docx",
        {
            "word/document.xml": make.word(
                make.field(
                    f"</w:instrText></w:r>{make.field('QUOTE 68 68 69')}<w:r><w:instrText> a b"
                )
            )
        },
    ),
    **{
        f"dde in {part}": ("docx", {f"word/{part}.xml": make.word(make.field(CALL))})
        for part in ("header2", "footer1", "footnotes", "endnotes", "comments", "glossary/document")
    },
    "another prefix": (
        "docx",
        {
            "word/document.xml": make.word(make.field(CALL))
            .replace("w:", "q:")
            .replace("xmlns:w", "xmlns:q")
        },
    ),
    "dde in UTF-16": ("docx", {"word/document.xml": make.word(make.field(CALL)).encode("utf-16")}),
    "text from the net": (
        "docx",
        {"word/document.xml": make.word(make.field('INCLUDETEXT "http://a.example/b"'))},
    ),
    "picture field from the net": (
        "docx",
        {"word/document.xml": make.word(make.field('INCLUDEPICTURE \\d "http://a.example/b"'))},
    ),
    "picture field from a share": (
        "docx",
        {"word/document.xml": make.word(make.field(r'INCLUDEPICTURE "\\\\a.example\\b"'))},
    ),
    "link field": ("docx", {"word/document.xml": make.word(make.field("LINK Excel.Sheet a b"))}),
    "field that leads to a script": (
        "docx",
        {"word/document.xml": make.word(make.field('HYPERLINK "javascript:alert(1)"'))},
    ),
    "mail merge": (
        "docx",
        {"word/settings.xml": make.word('<w:mailMerge><w:connectString w:val="x"/></w:mailMerge>')},
    ),
    "drawing with a script": ("docx", {"word/media/a.svg": "<svg><script>x</script></svg>"}),
    "entities": (
        "docx",
        {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'},
    ),
    "entity from a file": (
        "docx",
        {"docProps/app.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'},
    ),
    "entities in UTF-16": (
        "docx",
        {"docProps/app.xml": '<?xml version="1.0"?><!DOCTYPE x><x/>'.encode("utf-16")},
    ),
    "external link": (
        "xlsx",
        {"xl/_rels/workbook.xml.rels": make.related("externalLink", "a.xml", external=False)},
    ),
    "connections": (
        "xlsx",
        {"xl/_rels/workbook.xml.rels": make.related("connections", "c.xml", external=False)},
    ),
    "dde formula": ("xlsx", {"xl/worksheets/sheet1.xml": "<c><f>cmd|'/c calc'!A0</f></c>"}),
    "dde formula by number": (
        "xlsx",
        {"xl/worksheets/sheet1.xml": "<c><f>cmd&#124;'/c calc'!A0</f></c>"},
    ),
    "formula broken up": (
        "xlsx",
        {"xl/worksheets/sheet1.xml": "<c><f>cmd<!-- x -->|'/c calc'!A0</f></c>"},
    ),
    "formula that asks the net": (
        "xlsx",
        {
            "xl/worksheets/sheet1.xml": '<x:c xmlns:x="x"><x:f>_xlfn.WEBSERVICE("http://a")</x:f></x:c>'
        },
    ),
    "name that calls": (
        "xlsx",
        {"xl/workbook.xml": '<workbook><definedName name="a">CALL("x")</definedName></workbook>'},
    ),
    "buttons of its own": (
        "xlsx",
        {
            "_rels/.rels": make.relations(
                f'Type="{LINKED}officeDocument" Target="xl/workbook.xml"',
                'Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" '
                'Target="customUI/customUI14.xml"',
            )
        },
    ),
    "click that runs": (
        "pptx",
        {
            "ppt/slides/slide1.xml": make.slide(
                '<a:hlinkClick action="ppaction://program" r:id="r1"/>'
            )
        },
    ),
    "click that runs a macro": (
        "pptx",
        {
            "ppt/slides/slide1.xml": make.slide(
                '<a:hlinkClick action="ppaction&#58;//macro?name=x"/>'
            )
        },
    ),
    "mouse over": (
        "pptx",
        {"ppt/slides/slide1.xml": make.slide('<a:hlinkMouseOver r:id="rId2"/>')},
    ),
    "film from the net": (
        "pptx",
        {"ppt/slides/_rels/slide1.xml.rels": make.related("video", "http://a.example/v.mp4")},
    ),
}


@pytest.mark.parametrize("case", OFFICE_ACTS)
def test_an_office_file_that_acts_is_refused(case: str, judge: Judge) -> None:
    kind, parts = OFFICE_ACTS[case]
    fault = judge(make.office(kind, parts), kind)
    assert fault
    assert fault.rule == "tep-tu-chay", fault.text


OFFICE_MACROS = {
    "by its name": ({"word/vbaProject.bin": b"x"}, ""),
    "by its content type": (
        {"word/media/image1.png": b"x"},
        override("word/media/image1.png", MACRO_TYPE),
    ),
    "by the content type of its ending": (
        {"word/a.dat": b"x"},
        f'<Default Extension="DAT" ContentType="{MACRO_TYPE}"/>',
    ),
    "by a second content type": (
        {"word/a.xml": b"<a/>"},
        override("word/a.xml", MACRO_TYPE) + override("word/a.xml", "application/xml"),
    ),
    "by its relationship": (
        {
            RELS: make.relations(
                'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
                'Target="a.bin"'
            )
        },
        "",
    ),
    "by the kind of the document": (
        {},
        override("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
    ),
    "of Excel 4": (
        {"xl/macrosheets/a.xml": b"<a/>"},
        override("xl/macrosheets/a.xml", "application/vnd.ms-excel.macrosheet+xml"),
    ),
}


@pytest.mark.parametrize("case", OFFICE_MACROS)
def test_macros_are_found_by_what_a_part_is(case: str, judge: Judge) -> None:
    parts, types = OFFICE_MACROS[case]
    refuses(judge, make.office("docx", parts, types), "docx", "tep-macro", "macro")


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pptx"])
def test_an_office_file_has_the_parts_of_its_kind(kind: str, judge: Judge) -> None:
    assert judge(make.office(kind), kind) is None
    main = make.office(
        kind, without=("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml")
    )
    refuses(judge, main, kind, "tep-sai-loai", f"không phải tệp {kind}")
    types = make.office(kind, without=("[Content_Types].xml",))
    refuses(judge, types, kind, "tep-sai-loai", "[Content_Types].Xml")
    other = "docx" if kind != "docx" else "xlsx"
    refuses(judge, make.office(other), kind, "tep-sai-loai", f"không phải tệp {kind}")


def test_a_main_part_of_another_name_is_found_by_its_relationship(judge: Judge) -> None:
    parts = {
        "word/document2.xml": make.word(""),
        "_rels/.rels": make.relations(
            f'Type="{LINKED}officeDocument" Target="/word/document2.xml"'
        ),
    }
    assert judge(make.office("docx", parts, without=("word/document.xml",)), "docx") is None


def test_a_workbook_in_a_document_is_judged_like_any_other(judge: Judge) -> None:
    rels = {RELS: make.related("package", "embeddings/a.xlsx", external=False)}
    clean = make.office("xlsx", {"xl/worksheets/sheet1.xml": "<c><f>SUM(A1)</f></c>"})
    assert judge(make.office("docx", {**rels, "word/embeddings/a.xlsx": clean}), "docx") is None
    hostile = make.office("xlsx", {"xl/worksheets/sheet1.xml": "<c><f>a|b!c</f></c>"})
    refuses(
        judge,
        make.office("docx", {**rels, "word/embeddings/a.xlsx": hostile}),
        "docx",
        "tep-tu-chay",
        "ở phần «xl/worksheets/sheet1.xml», ở phần «word/embeddings/a.xlsx».",
    )
    renamed = make.office("docx", {"word/media/a.png": make.office("docx")})
    refuses(judge, renamed, "docx", "tep-tu-chay", "tệp nhúng")


HARMLESS_FIELDS = (
    r'TOC \o "1-3" \h \z \u',
    "PAGE",
    r"REF _Ref1 \h",
    'HYPERLINK "https://hcma.vn/a?b=1"',
    r'HYPERLINK \l "muc-1" \o "Xem: mục 1"',
    r'HYPERLINK "mailto:a@b.vn" \t "_blank"',
    'IF 1 = 1 "DDE" "DDEAUTO"',
    r'INCLUDEPICTURE "C:\\\\Users\\\\a\\\\anh.png" \* MERGEFORMATINET',
    r'DATE \@ "dd/MM/yyyy"',
    "ADDIN ZOTERO_ITEM CSL_CITATION {&quot;a&quot;: &quot;http://zotero.org/x&quot;}",
    "= 1 + 2",
    "",
)


@pytest.mark.parametrize("code", HARMLESS_FIELDS)
def test_a_field_that_only_counts_or_repeats_is_allowed(code: str, judge: Judge) -> None:
    nested = make.field(f"= </w:instrText></w:r>{make.field('PAGE')}<w:r><w:instrText> + 1")
    parts = {"word/document.xml": make.word(make.field(f" {code} ") + nested)}
    assert judge(make.office("docx", parts), "docx") is None


def test_links_and_a_template_of_the_writers_own_machine_are_allowed(judge: Judge) -> None:
    targets = ["https://hcma.vn/", "mailto:a@b.vn", "tel:0243", "#muc-1", "phu-luc.docx"]
    targets += ["www.hcma.vn:8080/a", "file:///C:/Users/a/b.docx", "C:\\a\\b.doc", "about:blank"]
    rels = [f'Type="{LINKED}hyperlink" Target="{one}" TargetMode="External"' for one in targets]
    parts = {
        RELS: make.relations(*rels),
        SETTINGS: make.related("attachedTemplate", "file:///C:\\Users\\a\\Templates\\thu.dotx"),
    }
    assert judge(make.office("docx", parts), "docx") is None


def test_what_python_docx_writes_is_allowed(judge: Judge, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Báo cáo")
    document.add_picture(str(Path(__file__).parent / "site/content/docs/tep/so-do.png"))
    document.part.relate_to("https://hcma.vn/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    document.save(str(tmp_path / "bao-cao.docx"))
    assert judge((tmp_path / "bao-cao.docx").read_bytes(), "docx") is None


@pytest.mark.parametrize("file", ORDINARY, ids=lambda file: str(file.name))
def test_what_office_programmes_and_browsers_write_is_allowed(file: Path) -> None:
    attachments.judge(file)


# OpenDocument

HREF = 'xlink:href="http://a.example/x"'
ODF_ACTS = {
    "event": '<script:event-listener script:event-name="dom:load"/>',
    "script": "<office:scripts><office:script/></office:scripts>",
    "dde": '<text:dde-connection-decl office:dde-application="cmd"/>',
    "dde of a sheet": "<table:dde-link/>",
    "section": '<text:section-source xlink:href="../a.odt"/>',
    "section of another filter": '<text:section-source text:filter-name="writer8"/>',
    "sheet of another file": '<table:table-source xlink:href="a.ods"/>',
    "picture from the net": f"<draw:image {HREF}/>",
    "picture beside the file": '<draw:image xlink:href="../a.png"/>',
    "object outside": f"<draw:object {HREF}/>",
    "ole": '<draw:object-ole xlink:href="./Object 1"/>',
    "applet": "<draw:applet/>",
    "frame": "<draw:floating-frame/>",
    "macro behind a link": '<text:a xlink:href="vnd.sun.star.script:a.b?language=Basic"/>',
    "macro by number": '<text:a xlink:href="macro&#58;///a"/>',
    "form that sends": f"<form:form {HREF}/>",
    "formula": """<table:table-cell table:formula='of:=DDE("cmd";"/c calc";"a")'/>""",
    "formula that asks the net": '<a table:formula="of:=WEBSERVICE(&quot;a&quot;)"/>',
    "formula of another file": """<a table:formula="of:=['http://a.example/b.ods'#$A.A1]"/>""",
    "template of the net": f"<meta:template {HREF}/>",
    "reload": f"<meta:auto-reload {HREF}/>",
}


@pytest.mark.parametrize("kind", ["odt", "ods"])
@pytest.mark.parametrize("case", ODF_ACTS)
def test_an_open_document_that_acts_is_refused(case: str, kind: str, judge: Judge) -> None:
    refuses(judge, make.open_document(kind, ODF_ACTS[case]), kind, "tep-tu-chay", "")


def test_macros_passwords_and_objects_of_an_open_document_are_refused(judge: Judge) -> None:
    for name in ("Basic/Standard/script-lb.xml", "Scripts/python/a.py"):
        refuses(judge, make.open_document("odt", parts={name: "x"}), "odt", "tep-macro", "macro")
    locked = {"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
    refuses(judge, make.open_document("odt", parts=locked), "odt", "tep-khoa", "mật khẩu")
    object_ = {"Object 1": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)}
    refuses(judge, make.open_document("ods", parts=object_), "ods", "tep-tu-chay", "OLE")
    refuses(judge, make.open_document("ods"), "odt", "tep-sai-loai", "không phải tệp odt")
    inner = {"Object 1/content.xml": '<a><script:event-listener xmlns:script="s"/></a>'}
    refuses(judge, make.open_document("odt", parts=inner), "odt", "tep-tu-chay", "lệnh")


def test_the_declaration_of_old_open_documents_is_allowed(judge: Judge) -> None:
    told = '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD x//EN" "Manifest.dtd">'
    parts = {"META-INF/manifest.xml": told + '<manifest:manifest xmlns:manifest="m"/>'}
    assert judge(make.open_document("odt", parts=parts), "odt") is None


def test_links_pictures_and_formulas_inside_an_open_document_are_allowed(judge: Judge) -> None:
    body = (
        '<office:scripts/><text:a xlink:href="https://hcma.vn/"/><text:a xlink:href="#a"/>'
        '<draw:image xlink:href="Pictures/a.png"/><draw:object xlink:href="./Object 1"/>'
        '<form:form xlink:href=""/><table:table-cell table:formula="of:=SUM([.A1:.B2])"/>'
        '<meta:template xlink:href="/C:/Users/a/mau.ott"/><text:p>a|b</text:p>'
        """<a table:formula='of:=IF([.A1]&gt;0;"có|không";"DDE(")'/>"""
    )
    assert judge(make.open_document("ods", body), "ods") is None


# .doc and .xls


OLE_ACTS = {
    "dde": ("doc", make.doc('chữ \x13 DDEAUTO c:\\\\cmd "/k calc" \x14x\x15')),
    "dde cut between two pieces": ("doc", make.doc("\x13 DDEAU" + "TO a \x14x\x15")),
    "name of another field": ("doc", make.doc("\x13\x13QUOTE 68\x14D\x15 a b\x14x\x15 thêm chữ")),
    "object": ("doc", make.doc("chữ", {"ObjectPool/_1/\x01CompObj": b"x"})),
    "package": ("doc", make.doc("chữ", {"ObjectPool/_1/\x01Ole10Native": b"x"})),
    "object of a sheet": ("xls", make.xls(more={"MBD0001/\x01Ole": b"x"})),
    "controls": ("xls", make.xls(more={"Ctls": b"x"})),
    "link": ("xls", make.xls(make.record(0x01AE, b"\1\0\4\0\0cmd"))),
    "query": ("xls", make.xls(make.record(0x00DC, b"x"))),
}


@pytest.mark.parametrize("case", OLE_ACTS)
def test_an_old_office_file_that_acts_is_refused(case: str, judge: Judge) -> None:
    kind, raw = OLE_ACTS[case]
    refuses(judge, raw, kind, "tep-tu-chay", "")


SHEET_AT = struct.pack("<IBB", 0, 0, 1)
OLE_REFUSED = {
    "macros of a document": ("doc", make.doc("x", {"Macros/VBA/dir": b"x"}), "tep-macro"),
    "macros in small letters": (
        "doc",
        make.doc("x", {"macros/vba/_vba_project": b"x"}),
        "tep-macro",
    ),
    "macros of a workbook": ("xls", make.xls(more={"_VBA_PROJECT_CUR/VBA/dir": b"x"}), "tep-macro"),
    "macro sheet by the list": (
        "xls",
        make.xls(make.record(0x0085, SHEET_AT + b"\1\0a")),
        "tep-macro",
    ),
    "macro sheet by itself": (
        "xls",
        make.ole(
            {
                "Workbook": make.record(0x0809, struct.pack("<HH", 0x0600, 5))
                + make.record(0x0085, struct.pack("<IBB", 25, 0, 0) + b"\1\0a")
                + make.record(0x000A)
                + make.record(0x0809, struct.pack("<HH", 0x0600, 0x40))
            }
        ),
        "tep-macro",
    ),
    "password of a workbook": ("xls", make.xls(make.record(0x002F, b"x")), "tep-khoa"),
    "password of a document": ("doc", make.doc("x", flags=0x0300), "tep-khoa"),
    "locked package": ("doc", make.ole({"EncryptedPackage": b"x"}), "tep-khoa"),
    "locked file of today": ("docx", make.ole({"EncryptedPackage": b"x"}), "tep-khoa"),
    "workbook as a document": ("doc", make.xls(), "tep-sai-loai"),
    "document as a workbook": ("xls", make.doc("x"), "tep-sai-loai"),
    "magic and nothing else": (
        "doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8),
        "tep-sai-loai",
    ),
    "workbook without an end": ("xls", make.ole({"Workbook": b"\x09\x08"}), "tep-sai-loai"),
}


@pytest.mark.parametrize("case", OLE_REFUSED)
def test_an_old_office_file_is_refused_with_its_reason(case: str, judge: Judge) -> None:
    kind, raw, rule = OLE_REFUSED[case]
    refuses(judge, raw, kind, rule, "")


def test_an_old_office_file_with_fields_and_sheets_is_allowed(judge: Judge) -> None:
    text = '\x13 TOC \\o "1-3" \x14mục\x15 \x13 HYPERLINK "https://hcma.vn" \x14x\x15 DDEAUTO \x13='
    assert judge(make.doc(text + "\x13PAGE\x14 1\x15+1\x14 2\x15"), "doc") is None
    own = make.record(0x01AE, b"\1\0\1\4")
    nothing = make.record(0x01AE, b"\1\0\1\0\0 ")
    addin = make.record(0x01AE, b"\1\0\1\x3a")
    assert (
        judge(
            make.xls(
                own, addin, nothing, make.record(0x0085, struct.pack("<IBB", 0, 0, 0) + b"\1\0a")
            ),
            "xls",
        )
        is None
    )


# PDF

SCRIPT = "<</S/JavaScript/JS(app.alert(1))>>"
PDF_ACTS = {
    "script": make.catalog("/OpenAction 4 0 R", SCRIPT),
    "script in the list of names": make.catalog("/Names<</JavaScript 4 0 R>>", "<<>>"),
    "script of a link": make.catalog("", f"<</Subtype/Link/A{SCRIPT}>>"),
    "script by its key": make.catalog("", "<</S/X/JS 5 0 R>>"),
    "name in hex": make.catalog("", "<</S/#4aava#53cript/#4AS(x)>>"),
    "name in hex, one letter": make.catalog("", "<</S/Java#53cript>>"),
    "name after a comment": make.catalog("", "<</S%\n/JavaScript>>"),
    "object not in the table": make.catalog("") + b"\n9 0 obj\n" + SCRIPT.encode(),
    "object within a stream": make.catalog("", make.stream(b"9 0 obj " + SCRIPT.encode(), "")),
    "object with a sign that closes nothing": make.catalog("", "<</X ] /S/JavaScript>>"),
    "object after a decoy": make.catalog("", f"<</T(1 0 obj \\()/A{SCRIPT}>>"),
    "root in the trailer": make.pdf(trailer=f"/Root<</OpenAction{SCRIPT}>>"),
    "compressed object": make.catalog("", make.packed(SCRIPT)),
    "compressed object without a type": make.catalog("", make.packed(SCRIPT, told="")),
    "compressed object in hex": make.catalog("", make.packed(SCRIPT, told="/Type/#4fbjStm")),
    "packed object not compressed": make.catalog("", make.packed(SCRIPT, flate=False)),
    "opening in a compressed object": make.catalog(
        "", make.packed("<</Type/Catalog/OpenAction 91 0 R>>", "<</S/URI/URI(http://a.example)>>")
    ),
    "launch": make.catalog("", "<</S/Launch/F(cmd.exe)>>"),
    "submit": make.catalog("", "<</S/SubmitForm/F(http://a.example)>>"),
    "import": make.catalog("", "<</S/ImportData/F(a)>>"),
    "other file": make.catalog("", "<</S/GoToR/F(\\\\\\\\a.example\\\\b)>>"),
    "embedded other file": make.catalog("", "<</S/GoToE>>"),
    "attached file": make.catalog("/Names<</EmbeddedFiles 4 0 R>>", "<<>>"),
    "attached file by its stream": make.catalog("", make.stream(b"MZ", "/Type/EmbeddedFile")),
    "attached file by its specification": make.catalog("", "<</Type/F/EF<</F 4 0 R>>>>"),
    "attachment on a page": make.catalog("", "<</Subtype/FileAttachment>>"),
    "film": make.catalog("", "<</Subtype/RichMedia>>"),
    "rendition": make.catalog("", "<</S/Rendition>>"),
    "form that runs": make.catalog("/AcroForm<</XFA[(a) 4 0 R]>>", "<<>>"),
    "opening with an address": make.catalog("/OpenAction<</S/URI/URI(http://a.example)>>"),
    "opening and then": make.catalog("/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next 4 0 R>>", "<<>>"),
    "opening with an action told elsewhere": make.catalog(
        "/OpenAction<</S 4 0 R/D[3 0 R]>>", "/GoTo"
    ),
    "opening with what is not there": make.catalog("/OpenAction 99 0 R"),
    "opening with two of a number": make.catalog("/OpenAction 4 0 R", "[3 0 R/Fit]")
    + b"4 0 obj\n<</S/Named/N/Print>>\nendobj\n",
    "closing": make.catalog("/AA<</WC 4 0 R>>", "<<>>"),
    "page that opens": make.catalog("", "<</Type/Page/AA<</O<</S/Named>>>>>>"),
    "address of a script": make.catalog("", "<</S/URI/URI(javascript:alert(1))>>"),
}


@pytest.mark.parametrize("case", PDF_ACTS)
def test_a_pdf_that_acts_is_refused(case: str, judge: Judge) -> None:
    refuses(judge, PDF_ACTS[case], "pdf", "tep-tu-chay", "PDF có ")


PDF_REFUSED = {
    "locked": (make.pdf("<<>>", trailer="/Encrypt 1 0 R"), "tep-khoa"),
    "other filter": (
        make.catalog("", make.stream(b"<</S/JavaScript>>", "/N 1/First 4/Filter/ASCIIHexDecode")),
        "tep-sai-loai",
    ),
    "two filters": (
        make.catalog("", make.stream(b"x", "/N 1/First 4/Filter[/FlateDecode/FlateDecode]")),
        "tep-sai-loai",
    ),
    "filter told elsewhere": (
        make.catalog("", make.stream(b"x", "/N 1/First 4/Filter 5 0 R"), "/FlateDecode"),
        "tep-sai-loai",
    ),
    "beginning told elsewhere": (
        make.catalog("", make.stream(zlib.compress(b"x"), "/N 1/First 5 0 R/Filter/FlateDecode")),
        "tep-sai-loai",
    ),
    "page before it": (b"<html><script>x</script>" + make.catalog(""), "tep-sai-loai"),
    "programme before it": (b"MZ" + bytes(99) + make.catalog(""), "tep-sai-loai"),
    "page in its first line": (
        b"%PDF-1.7 <script>x</script>\n" + make.catalog(""),
        "tep-sai-loai",
    ),
    "archive behind it": (make.catalog("") + make.pack({"a.class": b"x"}), "tep-sai-loai"),
    "page behind it": (make.catalog("") + b"\n<html>", "tep-sai-loai"),
}


@pytest.mark.parametrize("case", PDF_REFUSED)
def test_a_pdf_is_refused_with_its_reason(case: str, judge: Judge) -> None:
    raw, rule = PDF_REFUSED[case]
    refuses(judge, raw, "pdf", rule, "")


PDF_HARMLESS = {
    "links": make.catalog("", "<</Subtype/Link/A<</S/URI/URI(https://a.example/JavaScript/JS)>>>>"),
    "mail": make.catalog("", "<</S/URI/URI(mailto:a@b.vn)>>"),
    "words in a title": make.catalog("", "<</Title(H\\(c /JavaScript \\(/JS \\(x\\)\\) /Launch)>>"),
    "opens at a page": make.catalog("/OpenAction[3 0 R/XYZ null null 0]"),
    "opens at a page by reference": make.catalog("/OpenAction 4 0 R", "[3 0 R /Fit]"),
    "opens by an action": make.catalog("/OpenAction 4 0 R", "<</S/GoTo/D[3 0 R/Fit]>>"),
    "opens at a named place": make.catalog("/OpenAction(dau)"),
    "opens at a page in a compressed object": make.catalog(
        "/OpenAction 90 0 R", make.packed("<</S /GoTo /D [3 0 R /Fit]>>")
    ),
    "fonts with short names": make.catalog("", "<</Font<</JS/F1/AA/F2/EF/F3>>>>"),
    "names with spaces": make.catalog("", "<</BaseFont/ABCDEE+Times#20New#20Roman>>"),
    "no actions at all": make.catalog("/AA<<>>"),
    "form": make.catalog("/AcroForm<</Fields[4 0 R]>>", "<</FT/Tx/T(ten)/V(a)>>"),
    "metadata": make.catalog(
        "/Metadata 4 0 R",
        make.stream(b"<?xpacket?><x:xmpmeta><rdf:RDF/></x:xmpmeta>", "/Type/Metadata"),
    ),
    "outline": make.catalog("/Outlines 4 0 R", "<</First 5 0 R/Last 5 0 R/Count 1>>", "<<>>"),
    "words in a text of a page": make.catalog("", make.stream(b"(/JavaScript /JS \\(x\\)) Tj", "")),
    "blank lines around": b"\xef\xbb\xbf\r\n" + make.catalog("") + b"\r\n\0\0",
    "older copies of objects": make.catalog("", "<<>>") + b"4 0 obj\n<</A 1>>\nendobj\n%%EOF\n",
}


@pytest.mark.parametrize("case", PDF_HARMLESS)
def test_an_ordinary_pdf_is_allowed(case: str, judge: Judge) -> None:
    assert judge(PDF_HARMLESS[case], "pdf") is None


def written(writer: pypdf.PdfWriter) -> bytes:
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def one_page() -> pypdf.PdfWriter:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(99, 99)
    return writer


def opening(kind: str, key: str, told: str) -> bytes:
    writer = one_page()
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject(kind), NameObject(key): TextStringObject(told)}
    )
    return written(writer)


def test_what_a_library_writes_is_judged_as_it_means(judge: Judge) -> None:
    ordinary = one_page()
    ordinary.add_outline_item("Mục 1", 0)
    ordinary.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://hcma.vn/"))
    ordinary.add_metadata({"/Title": "JavaScript /JS (x)"})
    ordinary.open_destination = pypdf.generic.Destination(
        "a", ordinary.pages[0].indirect_reference, Fit.fit()
    )
    assert judge(written(ordinary), "pdf") is None
    script = opening("/JavaScript", "/JS", "app.alert(1)")
    refuses(judge, script, "pdf", "tep-tu-chay", "JavaScript")
    refuses(judge, opening("/Launch", "/F", "cmd.exe"), "pdf", "tep-tu-chay", "Launch")
    carries = one_page()
    carries.add_attachment("a.exe", b"MZ")
    refuses(judge, written(carries), "pdf", "tep-tu-chay", "tệp đính")
    locked = one_page()
    locked.encrypt("", "chủ", algorithm="RC4-128")
    refuses(judge, written(locked), "pdf", "tep-khoa", "mật khẩu")


# Archives

RUNS = """
js vbs bat cmd ps1 hta jar iso svg html htm lnk scr com pif msi wsf url reg chm py php docm xlsm rtf
mht xll one vhd rar 7z dmg desktop settingcontent-ms library-ms iqy slk application gadget inf
"""
PROGRAMMES = {
    "chay.exe": b"MZ",
    "chay": b"\x7fELF",
    "anh.png": b"\xcf\xfa\xed\xfe",
    "lenh.sh": b"#!/bin/sh",
    "bao-cao.txt": b"#!/bin/sh\n",
    "bao-cao.pdf": b"MZ\x90\0",
    "mo.lnk": b"L\0\0\0\1\x14\2\0",
    **{f"a.{ending}": b"x" for ending in re.findall(r"\S+", RUNS)},
    "a.PDF.EXE": b"x",
    "khong-duoi": b"x",
}


@pytest.mark.parametrize("name", PROGRAMMES)
def test_an_archive_carries_nothing_that_runs(name: str, judge: Judge) -> None:
    fault = judge(make.pack({"doc.txt": "chữ", f"thu-muc/{name}": PROGRAMMES[name]}), "zip")
    assert fault
    assert fault.text.startswith(f"trong «thu-muc/{name}»: ")


STRANGE_NAMES = (
    "../../x.txt",
    "a/../../x.txt",
    "/etc/x.txt",
    "..\\x.txt",
    "a\\b.txt",
    "C:x.txt",
    "C:/x.txt",
    "a.txt:b.txt",
    "a//b.txt",
    "./a.txt",
    "a./b.txt",
    "a.txt ",
    "a.txt.",
    "nul.txt",
    "a/COM1.txt",
    "tep\u202etxt.pdf",
    "a\x00.txt",
    "a\n.txt",
    "a\x1b[2J.txt",
)


@pytest.mark.parametrize("name", STRANGE_NAMES, ids=ascii)
def test_an_archive_unpacks_into_its_own_folder(name: str, judge: Judge) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr(make.entry(name), b"x")
    fault = judge(made.getvalue(), "zip")
    assert fault
    assert fault.rule == "tep-nen"
    assert fault.text.isprintable()


def linked(mode: int) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr(make.entry("a.txt", mode), "/etc/passwd")
    return made.getvalue()


def twice(one: str, other: str) -> bytes:
    return make.pack({one: b"a", other: b"b"})


def locked_archive() -> bytes:
    raw = bytearray(make.pack({"a.txt": b"x"}))
    for at in (6, raw.index(b"PK\1\2") + 8):
        raw[at] |= 1
    return bytes(raw)


def nested(levels: int) -> bytes:
    raw = make.pack({"a.txt": b"x"})
    for _ in range(levels):
        raw = make.pack({"a.zip": raw})
    return raw


def hidden_entry() -> bytes:
    """An entry that only who reads from the front meets."""
    first = make.pack({"a.exe": b"MZ"}, zipfile.ZIP_STORED)
    first = first[: first.index(b"PK\1\2")]
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr("b.txt", b"x")
        opened.fp.write(first)  # type: ignore[union-attr]
        opened.start_dir += len(first)  # type: ignore[attr-defined]
        opened.writestr("c.txt", b"x")
    return made.getvalue()


def other_local_name() -> bytes:
    raw = bytearray(make.pack({"a.txt": b"x"}, zipfile.ZIP_STORED))
    raw[30:35] = b"a.exe"
    return bytes(raw)


def other_unicode_name() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        one = make.entry("a.txt")
        name = b"a.exe"
        one.extra = struct.pack("<HHBI", 0x7075, 5 + len(name), 1, zlib.crc32(b"a.txt")) + name
        opened.writestr(one, b"x")
    return made.getvalue()


ARCHIVES = {
    "link": (linked(0o120777), "tep-nen", "lối tắt"),
    "device": (linked(0o020666), "tep-nen", "đặc biệt"),
    "two of a name": (twice("a.txt", "A.TXT"), "tep-nen", "cùng tên"),
    "password": (locked_archive(), "tep-khoa", "mật khẩu"),
    "macros deep inside": (
        make.pack({"a.zip": make.pack({"b/c.docm": b"x"})}),
        "tep-macro",
        "trong «a.zip»: trong «b/c.docm»: ",
    ),
    "macros by content": (
        make.pack({"a.docx": make.office("docx", {"word/vbaProject.bin": b"x"})}),
        "tep-macro",
        "trong «a.docx»",
    ),
    "script in a PDF inside": (
        make.pack({"a.pdf": PDF_ACTS["script"]}),
        "tep-tu-chay",
        "trong «a.pdf»: PDF có mã JavaScript",
    ),
    "formula inside": (make.pack({"a.csv": "=cmd|' /c calc'!A0"}), "tep-tu-chay", "trong «a.csv»"),
    "archive in archives": (nested(4), "tep-nen", "lồng nhau"),
    "archive in a thousand archives": (nested(300), "tep-nen", "lồng nhau"),
    "hidden entry": (hidden_entry(), "tep-sai-loai", "mục lục"),
    "other name in front": (other_local_name(), "tep-sai-loai", "mục lục"),
    "other name in Unicode": (other_unicode_name(), "tep-sai-loai", "mục lục"),
    "words behind it": (make.pack({"a.txt": b"x"}) + b"<html>", "tep-sai-loai", "nối thêm"),
    "self-extractor": (b"MZ" + bytes(99) + make.pack({"a.txt": b"x"}), "tep-sai-loai", ""),
    "archive before the archive": (
        make.pack({"a.exe": b"MZ"}) + make.pack({"b.txt": b"x"}),
        "tep-sai-loai",
        "mục lục",
    ),
    "other way of packing": (
        make.pack({"a.txt": b"x" * 99}, zipfile.ZIP_BZIP2),
        "tep-sai-loai",
        "không soi được",
    ),
    "cut": (make.pack({"a.txt": b"x" * 999})[:-30], "tep-sai-loai", "hỏng"),
}


@pytest.mark.parametrize("case", ARCHIVES)
def test_an_archive_is_refused_with_its_reason(case: str, judge: Judge) -> None:
    raw, rule, told = ARCHIVES[case]
    refuses(judge, raw, "zip", rule, told)


def test_an_ordinary_archive_is_allowed(judge: Judge) -> None:
    raw = make.pack(
        {
            "Phụ lục/Biểu mẫu 1.docx": make.office("docx"),
            "Phụ lục/so-lieu.csv": "a,-5",
            "__MACOSX/._so-lieu.csv": b"\0\5\x16\7" + bytes(99),
            ".DS_Store": b"\0\0\0\1Bud1" + bytes(99),
            "quet.tif": b"II*\0" + bytes(9),
            "ghi-am.mp3": b"ID3" + bytes(9),
            "doc-truoc.md": "# Đọc trước",
            "trong.zip": make.pack({"a.txt": "chữ"}),
        }
    )
    assert judge(raw, "zip") is None
    streamed = BytesIO()

    class OneWay:
        """As a server sends it: sizes are told behind each file."""

        write = streamed.write
        flush = streamed.flush

    with zipfile.ZipFile(OneWay(), "w", zipfile.ZIP_DEFLATED) as opened:  # type: ignore[call-overload]
        opened.writestr("a.txt", "chữ " * 99)
        opened.writestr("b.txt", "chữ")
        opened.comment = "Phụ lục".encode()
    assert judge(streamed.getvalue(), "zip") is None


# Bombs


def bomb(name: str, size: int) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        with opened.open(name, "w", force_zip64=True) as file:
            for _ in range(size):
                file.write(bytes(2**20))
        opened.writestr("b.txt", b"x")
    return made.getvalue()


def lying_bomb() -> bytes:
    """It says to hold ten bytes."""
    raw = bytearray(make.pack({"a.txt": bytes(60 * 2**20)}))
    for at in (22, raw.index(b"PK\1\2") + 24):
        raw[at : at + 4] = struct.pack("<I", 10)
    return bytes(raw)


def overlapping() -> bytes:
    """Two names for the same bytes, as in the bombs that grow so."""
    raw = make.pack({"a.txt": b"x" * 99, "b.txt": b"x" * 99}, zipfile.ZIP_STORED)
    at = raw.index(b"PK\1\2", raw.index(b"PK\1\2") + 4)
    return raw[: at + 42] + struct.pack("<I", 0) + raw[at + 46 :]


def packed_bomb() -> bytes:
    return make.stream(zlib.compress(bytes(80 * 2**20)), "/N 1/First 4/Filter/FlateDecode")


def laughs() -> str:
    told = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f"<!DOCTYPE a [{told}]><a>&a11;</a>"


PLENTY = 60 * 2**20
BOMBS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip": ("zip", lambda: bomb("a.docx", 300), "tep-qua-lon"),
    "docx": ("docx", lambda: make.office("docx", {"word/a.xml": bytes(PLENTY)}), "tep-qua-lon"),
    "odt": ("odt", lambda: make.open_document("odt", "", {"a": bytes(PLENTY)}), "tep-qua-lon"),
    "inside an archive": ("zip", lambda: make.pack({"a.zip": bomb("a.txt", 60)}), "tep-qua-lon"),
    "many files": (
        "zip",
        lambda: make.pack({f"{place}.txt": b"" for place in range(bundle.MAX_ENTRIES + 1)}),
        "tep-qua-lon",
    ),
    "many middling files": (
        "zip",
        lambda: make.pack({f"{place}.txt": b"0123456789abcdef" * 2**18 for place in range(40)}),
        "tep-qua-lon",
    ),
    "sizes not as told": ("zip", lying_bomb, "tep-qua-lon"),
    "overlapping": ("zip", overlapping, "tep-sai-loai"),
    "pdf": ("pdf", lambda: make.catalog("", packed_bomb()), "tep-qua-lon"),
    "pdf of endless texts": (
        "pdf",
        lambda: make.catalog("", b"obj (" * 400_000 + b"/JavaScript"),
        "tep-qua-lon",
    ),
    "pdf of endless lists": (
        "pdf",
        lambda: make.catalog("", b"obj [" * 200_000 + b"/JS (x)"),
        "tep-tu-chay",
    ),
    "pdf of endless numbers": (
        "pdf",
        lambda: make.catalog("/OpenAction 7 0 R", b"1%1%obj " * 400_000),
        "tep-qua-lon",
    ),
    "entities within entities": (
        "docx",
        lambda: make.office("docx", {"word/document.xml": laughs()}),
        "tep-tu-chay",
    ),
}


@pytest.mark.parametrize("case", BOMBS)
def test_a_bomb_is_refused_soon(case: str, judge: Judge) -> None:
    kind, made, rule = BOMBS[case]
    raw = made()
    begun = process_time()
    refuses(judge, raw, kind, rule, "")
    assert process_time() - begun < 10


def scattered(pieces: int) -> bytes:
    """A .doc whose pieces overlap, so that each repeats the whole text."""
    ends = struct.pack(f"<{pieces + 1}I", *[place % 2 * 60_000 for place in range(pieces + 1)])
    listed = ends + struct.pack("<HIH", 0, 0x40000000, 0) * pieces
    clx = b"\2" + struct.pack("<I", len(listed)) + listed
    text = bytearray(60_000)
    struct.pack_into("<HH6xH", text, 0, 0xA5EC, 0x00C1, 0x0200)
    struct.pack_into("<II", text, 0x01A2, 0, len(clx))
    return make.ole({"WordDocument": bytes(text), "1Table": clx})


PIECES = "<w:r><w:instrText>a</w:instrText></w:r>" * 300_000
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
AGAIN = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' * 100_000
SLOW: dict[str, tuple[str, Callable[[], bytes]]] = {
    "one long word in a cell": ("csv", lambda: b"-" + b"a" * 2_000_000),
    "bars in a cell": ("csv", lambda: b"-" + b"|" * 2_000_000),
    "quotes in a table": ("csv", lambda: b'"-' * 1_000_000),
    "blanks in a table": ("csv", lambda: b'"' + b"\n " * 1_000_000),
    "brackets in a text": ("txt", lambda: b"<" * 2_000_000),
    "filling of a picture": ("jpg", lambda: JPEG[:2] + b"\xff" * 5_000_000),
    "segments of a picture": ("jpg", lambda: JPEG[:2] + b"\xff\xe0\0\2" * 1_000_000),
    "blocks of a picture": ("gif", lambda: GIF[:19] + b"\x21\1" + b"\1a" * 2_000_000),
    "chunks of a picture": ("png", lambda: PNG[:8] + b"\0\0\0\0abcd1234" * 400_000),
    "a field in pieces": (
        "docx",
        lambda: make.office("docx", {"word/document.xml": make.word(BEGIN + PIECES + AGAIN)}),
    ),
    "fields in fields": (
        "docx",
        lambda: make.office("docx", {"word/document.xml": make.word(BEGIN * 200_000)}),
    ),
    "formulas that never begin": (
        "xlsx",
        lambda: make.office("xlsx", {"xl/worksheets/a.xml": "<c>" + "<f " * 1_000_000}),
    ),
    "one part declared again and again": (
        "docx",
        lambda: make.office("docx", types=override("word/a.xml", "a/b") * 200_000),
    ),
    "pieces of a document": ("doc", lambda: scattered(50_000)),
    "records of a workbook": ("xls", lambda: make.xls(make.record(1) * 1_500_000)),
    "a list of files and no files": (
        "zip",
        lambda: b"PK\3\4" + b"PK\1\2".ljust(46, b"\0") * 400_000 + make.pack({})[-22:],
    ),
    "streams without an end": (
        "pdf",
        lambda: make.catalog("", b"obj <</N 1/First 4/Filter/Fl>> stream\nx\x9c" * 100_000),
    ),
    "comments": ("pdf", lambda: make.catalog("/OpenAction 7 0 R", b"%1 0 obj" * 500_000)),
    "names and no objects": ("pdf", lambda: b"%PDF-1.7\n" + b"/JS(x)/Launch" * 200_000),
    "signs of packed objects": ("pdf", lambda: make.catalog("", b"obj[/First" * 300_000)),
}


@pytest.mark.parametrize("case", SLOW)
def test_nothing_takes_long_to_judge(case: str, judge: Judge) -> None:
    kind, made = SLOW[case]
    raw = made()
    begun = process_time()
    judge(raw, kind)
    assert process_time() - begun < 10


def test_a_bomb_is_refused_in_little_memory(judge: Judge) -> None:
    raw = bomb("a.docx", 300)
    tracemalloc.start()
    refuses(judge, raw, "zip", "tep-qua-lon", "mở ra quá lớn")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200 * 2**20


def test_deep_markup_is_no_crash(judge: Judge) -> None:
    deep = "<a>" * 200_000 + "</a>" * 200_000
    parts = {"word/document.xml": deep.replace("<a>", "<fldChar>", 1).replace("</a>", "", 1)}
    fault = judge(make.office("docx", parts), "docx")
    assert fault
    assert fault.rule == "tep-sai-loai"


def test_a_large_pdf_is_judged_in_a_moment(judge: Judge) -> None:
    noise = random.Random(1).randbytes(300_000)
    pictures = [make.stream(noise, "/Subtype/Image") for _ in range(40)]
    struct_ = "<</S/P/P 4 0 R/K 1/Pg 3 0 R/T(một \\) đoạn)/A<</O/Layout/Placement/Block>>>>"
    objects = [make.packed(*[struct_] * 100) for _ in range(200)]
    begun = process_time()
    assert judge(make.catalog("/OpenAction[3 0 R/Fit]", *pictures, *objects), "pdf") is None
    assert process_time() - begun < 5


# Pictures and texts

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + bytes(17) + b"\0\0\0\0IEND\xaeB`\x82"
GIF = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(9) + b"\xff\xda\0\2\1\xff\0\2\xff\xd9"
WEBP = b"RIFF\x0c\0\0\0WEBPVP8L" + bytes(0)
PICTURES = {"png": PNG, "gif": GIF, "jpg": JPEG, "jpeg": JPEG}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_a_picture_and_nothing_else(kind: str, judge: Judge) -> None:
    picture = PICTURES[kind]
    assert judge(picture, kind) is None
    assert judge(picture + b"\0\n", kind) is None
    assert judge(picture[:-3], kind) is None
    for more in (
        make.pack({"a.class": b"x"}),
        b"<script>x</script>",
        b"MZ\x90",
        b"%PDF-1.7",
        b"=1;x",
    ):
        refuses(judge, picture + more, kind, "tep-sai-loai", "ảnh")


def test_a_picture_that_also_reads_as_a_script_is_refused(judge: Judge) -> None:
    for kind, raw in (
        ("gif", b"GIF89a/*" + GIF[8:] + b"*/=1"),
        ("gif", b"GIF89a/*" + GIF[8:]),
        ("gif", b"GIF89a=1;alert(1)"),
        ("jpg", b"\xff\xd8\xff\xe0/*" + JPEG[6:]),
        ("png", PNG[:8] + b"<script>x</script>"),
        ("png", PNG[:33] + b"\0\0\0\x09tEXt<script>xxxx" + PNG[33:]),
        ("webp", b"RIFF/*\0\0WEBPVP8L*/=1"),
    ):
        refuses(judge, raw, kind, "tep-sai-loai", "ảnh")


def test_what_a_phone_puts_behind_a_photo_is_allowed(judge: Judge) -> None:
    for more in (JPEG, b"\0\0\0\x18ftypmp42" + bytes(9), bytes(64) + b"SEFT"):
        assert judge(JPEG + more, "jpg") is None


CELLS_THAT_RUN = (
    "=cmd|' /C calc'!A0",
    "\"=cmd|' /C calc'!A0\"",
    "=HYPERLINK(A1)",
    '"=HYPERLINK(""http://a"",""b"")"',
    " =1+1",
    "\ufeff=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '"-SUM(A1,B1)"',
    "+WEBSERVICE(A1)",
    "＝cmd|'/c'!A0",
    "\t=1",
)


@pytest.mark.parametrize("cell", CELLS_THAT_RUN)
@pytest.mark.parametrize("row", ["{}", "STT,Tên\n1,{}\n", "STT;Tên\r\n1;{};2\r\n", "a\t{}\tb"])
def test_a_cell_that_a_spreadsheet_runs_is_refused_on_its_line(
    cell: str, row: str, judge: Judge
) -> None:
    raw = row.format(cell).encode()
    fault = judge(raw, "csv")
    assert fault
    assert (fault.rule, fault.line) == ("tep-tu-chay", row[: row.index("{")].count("\n") + 1)


def test_numbers_telephones_and_dashes_are_no_formulas(judge: Judge) -> None:
    rows = (
        "STT,Tên,Điện thoại,Số",
        '1,"Trường, A",+84 24 3854 4280,-5',
        '2,B,+84(24)3854-4280,"-1.234,5%"',
        "3,- Hội nghị (lần 2),-,@truongchinhtri",
        '4,"- Họp: nội dung (1), tài liệu",(+84) 24,"=""0123"""',
        '5,="0123",a=b,"x = y; - 2"',
    )
    assert judge("\r\n".join(rows).encode(), "csv") is None
    assert judge(";".join(rows[1].split(",")).encode(), "csv") is None
    assert judge("ID;Phòng;Số\n1;A;2\n".encode(), "csv") is None
    assert judge(b"=cmd|a!b", "txt") is None


@pytest.mark.parametrize("kind", ["csv", "txt"])
@pytest.mark.parametrize(
    "raw",
    [
        *(
            b"<!DOCTYPE html><p>",
            b"  <html>",
            b"\xef\xbb\xbf<script>x</script>",
            b"<?xml version='1.0'?>",
        ),
        *(b"chu\n<SCRIPT src=x>", b"<svg onload=x>", b"<img src=x onerror=y>", b"<?php x"),
        *(b"#!/bin/sh\n", b"{\\rtf1 x}", b"%PDF-1.7\n", b"MZ\0", "chữ".encode("utf-16")),
        b"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;EEXEC()\r\n",
    ],
    ids=ascii,
)
def test_a_text_that_is_something_else_is_refused(kind: str, raw: bytes, judge: Judge) -> None:
    refuses(judge, raw, kind, "tep-sai-loai", "")


@pytest.mark.parametrize(
    "text", ["5 < 6 và <5%, I < II", "<10 triệu", "a@b.vn, <https://hcma.vn>", "Khoá học HTML", ""]
)
def test_an_ordinary_text_is_allowed(text: str, judge: Judge) -> None:
    assert judge(text.encode(), "txt") is None


# Anything at all


@pytest.mark.parametrize("file", ORDINARY, ids=lambda file: str(file.name))
def test_a_spoilt_file_is_a_fault_or_harmless_but_never_a_crash(file: Path, judge: Judge) -> None:
    chance = random.Random(file.name)
    raw = file.read_bytes()
    for _ in range(30):
        spoilt = bytearray(raw)
        for _ in range(chance.randint(1, 20)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        del spoilt[chance.randrange(len(spoilt)) :: chance.choice([1, 1000, 100_000])]
        judge(bytes(spoilt), file.name)


@pytest.mark.parametrize("ending", attachments.ENDINGS)
def test_any_bytes_behind_the_right_beginning_are_no_crash(ending: str, judge: Judge) -> None:
    chance = random.Random(ending)
    for begin in attachments.endings.BEGINNINGS.get(ending, (b"",)):
        for size in (0, 1, 9, 99, 9999):
            judge(begin + chance.randbytes(size), "tep" + ending)


def test_a_names_every_spelling_is_known() -> None:
    spelled = re.compile(pdf_syntax.spelled("JS"))
    assert all(spelled.fullmatch(one) for one in (b"JS", b"#4aS", b"#4AS", b"J#53", b"#4a#53"))
    assert not spelled.fullmatch(b"js")


@pytest.mark.parametrize(
    ("name", "begins", "right"),
    [
        ("cu.docx", "d0cf11e0a1b11ae1", ".doc"),
        ("bang.xlsx", "d0cf11e0a1b11ae1", ".xls"),
        ("anh.jpg", "89504e470d0a1a0a", ".png"),
        ("quet.docx", "255044462d312e34", ".pdf"),
    ],
)
def test_a_file_under_another_name_is_told_what_it_is(
    name: str, begins: str, right: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(bytes.fromhex(begins) + bytes(600))
    with pytest.raises(Fault) as told:
        attachments.judge(file)
    assert told.value.text.endswith(f"mà là tệp {right[1:]}.")
    assert told.value.remedy == f"đổi đuôi tên tệp thành {right}"


def test_four_letters_that_meet_by_chance_in_a_scan_make_no_archive(judge: Judge) -> None:
    stream = b"<</Length 8>>stream\nPK\x05\x06abcd\nendstream"
    raw = make.pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", stream)
    assert judge(raw, "quet.pdf") is None
    packed = make.pack({"a.txt": b"A"})
    refuses(judge, raw + packed, "quet.pdf", "tep-sai-loai", "vừa là PDF vừa là thứ khác")
