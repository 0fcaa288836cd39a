"""Tables of a spreadsheet into YAML kinds: told first, nothing overwritten in silence."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import tiny

from portal.intake.tables import grid
from portal.intake.tables.columns import columns
from portal.intake.tables.planned import Planned, Table
from portal.kinds import BY_NAME, KINDS
from portal.library import Library
from portal.problem import Fault, errors
from portal.road import judge, load
from tests import commands

EVENTS = '''\
Tiêu đề;Loại;bat_dau;Trường liên quan;noi_dung;nguon
Hội nghị bịa một;Hội nghị;05/03/2026;{school};"Có dấu: hai chấm # và ""nháy""";{source}
Hội nghị bịa hai;hoi-nghi;2026-03;;;{source}
'''


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.lay_out(tmp_path_factory.mktemp("bang") / "content")


@pytest.fixture(scope="module")
def library(content: Path) -> Library:
    return load(content, tiny.DAY, drafts=True)[0]


def first(library: Library, kind: str, *, sound: bool = True) -> str:
    found = library.entries[kind].values()
    return next(one.name if sound else one.id for one in found)


def planned(library: Library, content: Path, kind: str, text: str, **more: bool) -> Planned:
    def text_of(path: str) -> str | None:
        return (content / path).read_text() if (content / path).is_file() else None

    table = Table(BY_NAME[kind], library, text_of, **more)
    return table.plan(list(grid._csv(text.encode())))


def events(library: Library) -> str:
    source = first(library, "nguon")
    return EVENTS.format(school=first(library, "truong"), source=source)


def test_labels_names_and_typed_days_become_codes_ids_and_iso(
    library: Library, content: Path
) -> None:
    made = planned(library, content, "su-kien", events(library))
    assert made.faults == [] and made.count == 2
    school, source = (first(library, kind, sound=False) for kind in ("truong", "nguon"))
    assert made.texts["data/su-kien/hoi-nghi-bia-mot.yml"] == (
        "tieu_de: Hội nghị bịa một\nloai: hoi-nghi\nbat_dau: 2026-03-05\n"
        f"truong: [{school}]\nnoi_dung: 'Có dấu: hai chấm # và \"nháy\"'\n"
        f"nguon: [{source}]\ntrang_thai: nhap\n"
    )


@pytest.mark.parametrize("kind", [one.name for one in KINDS if not one.text])
def test_every_kind_in_yaml_has_columns_and_a_row_without_its_keys_is_told_by_row(
    kind: str, library: Library, content: Path
) -> None:
    assert {"tieu_de", "tom_tat", "nguon"} <= {one.name for one in columns(BY_NAME[kind].model)}
    made = planned(library, content, kind, "tieu_de,tom_tat\nMột mục bịa,Bịa.\n")
    assert bool(made.texts) != bool(made.faults)
    assert {line for line, _ in made.faults} <= {2}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tiêu đề,noi_dug\nA,b\n", "cột «noi_dug» không có trong mẫu; có phải noi_dung"),
        ("loai\nx\n", "thiếu cột tieu_de"),
        ("tieu_de,tieu_de\na,b\n", "có hai lần"),
        ("tieu_de,chuong_trinh\na,b\n", "không nhận nhóm khoá lặp lại"),
        ("ma,tieu_de\nA b,c\n", "mã «A b» không dùng làm địa chỉ được"),
        ("tieu_de,loai,bat_dau\na,họp,2026\n", "«họp» không có trong danh mục"),
        ("tieu_de,loai,bat_dau\na,khac,mai\n", "«mai»"),
        ("tieu_de,loai,bat_dau\na,khac,2026\nA,khac,2026\n", "trùng với dòng 2"),
        ("tieu_de\na,b\n", "ô «b» ở ngoài các cột"),
    ],
)
def test_a_fault_is_told_with_its_row_and_nothing_is_written(
    text: str, told: str, library: Library, content: Path
) -> None:
    made = planned(library, content, "su-kien", text)
    assert made.texts == {}
    assert any(told in one for _, one in made.faults), made.faults


def test_an_entry_that_is_there_is_passed_over_or_changed_where_asked(
    library: Library, content: Path
) -> None:
    event = next(iter(library.entries["su-kien"].values()))
    text = f"ma,tieu_de,dia_diem\n{event.id},{event.title},Nơi bịa\n"
    made = planned(library, content, "su-kien", text)
    assert made.texts == {} and [line for line, _ in made.passed] == [2]
    made = planned(library, content, "su-kien", text, update=True)
    old = (content / event.source.path).read_text()
    (new,) = made.texts.values()
    assert "dia_diem: Nơi bịa" in new and len(new.splitlines()) <= len(old.splitlines()) + 1
    assert [(one.key, one.after) for one in made.changes] == [("dia_diem", "Nơi bịa")]
    text = f"ma,tieu_de\n{event.id},{event.title}\n"
    assert planned(library, content, "su-kien", text).same == [2]


# Spreadsheets

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def spreadsheet(rows: str, strings: str = "") -> bytes:
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="s" Type="{OFFICE}/worksheet" Target="worksheets/a.xml"/>'
        f'<Relationship Id="t" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="u" Type="{OFFICE}/sharedStrings" Target="strings.xml"/>'
        "</Relationships>",
        "xl/worksheets/a.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}"><numFmts><numFmt numFmtId="170" '
        'formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="&quot;d&quot;0"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>'
        "</styleSheet>",
        "xl/strings.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return made.getvalue()


def test_cells_of_a_spreadsheet_are_read_as_they_are_shown(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    serial = (date(2026, 3, 5) - date(1899, 12, 30)).days
    file.write_bytes(
        spreadsheet(
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Ba</t></is></c>'
            f'</row><row r="2"/><row r="4"><c r="A4" s="1"><v>{serial}</v></c>'
            '<c r="B4" s="2"><v>12</v></c><c r="C4" t="b"><v>1</v></c></row>',
            "<si><r><t>Mộ</t></r><r><t>t</t></r></si>",
        )
    )
    assert grid.read(file) == [(1, ["Một", "", "Ba"]), (4, ["2026-03-05", "12", "có"])]


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.xlsm", b"x", "macro"),
        ("a.xls", b"x", "chưa đọc được bảng"),
        ("a.csv", b"", "trống"),
        ("a.csv", b"\xff\xfa", "UTF-8"),
        ("a.csv", b'tieu_de\n"a\n', "dấu nháy"),
        ("a.xlsx", b"MZ\x90", ""),
    ],
    ids=range(6),
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(
    name: str, raw: bytes, told: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(raw)
    with pytest.raises(Fault) as fault:
        grid.read(file)
    assert told in fault.value.text


def test_the_command_tells_writes_and_takes_back(content: Path, tmp_path: Path) -> None:
    library = load(content, tiny.DAY, drafts=True)[0]
    table = tmp_path / "su-kien.csv"
    table.write_text(events(library), encoding="utf-8-sig")
    on = ("--content", content, "--ngay", tiny.DAY)
    new = content / "data/su-kien/hoi-nghi-bia-hai.yml"
    seen = commands.run("import", "bang-tinh", "su-kien", table, *on)
    assert seen.returncode == 0 and "2 dòng: 2 mới, 0 đổi" in seen.stdout, seen.stderr
    assert not new.exists()
    assert commands.run("import", "bang-tinh", "su-kien", table, "--ghi", *on).returncode == 0
    assert new.is_file() and errors(judge(content, tiny.DAY)[1]) == []
    again = commands.run("import", "bang-tinh", "su-kien", table, "--ghi", *on)
    assert "2 giống hệt" in again.stdout and "Không có gì để ghi." in again.stdout
    assert commands.run("import", "bang-tinh", "su-kien", "--hoan-lai", *on).returncode == 0
    assert not new.exists()
    assert "van-ban" in commands.run("import", "bang-tinh", "van-ban", table, *on).stderr
