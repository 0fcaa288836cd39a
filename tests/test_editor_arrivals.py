"""A Word file at the desk: shown first, its tracked changes asked about, then a draft entry."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from environment import ROOT
from test_editor_desk import content, desk  # noqa: F401
from test_intake import docx, p

from portal.editor import pictures
from portal.editor.arrivals import Arrivals
from portal.editor.desk import Desk
from portal.editor.opened import Refused
from portal.intake.draft import STATE
from portal.intake.importing import published
from portal.problem import Fault

BODY = (
    p("HỌC VIỆN THỬ NGHIỆM")
    + p("Số: 12-KH/HVTN")
    + p("Hà Nội, ngày 05 tháng 3 năm 2026")
    + p("KẾ HOẠCH")
    + p("về việc thử bàn biên tập")
    + p("I. Mục đích")
    + p("Chỉ để thử.")
)


def test_a_word_file_is_shown_first_and_becomes_a_draft_that_opens(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    arrivals = Arrivals(desk)
    number = arrivals.arrive(r"C:\Users\lan\Kế hoạch 12.docx", docx(BODY))
    read = arrivals.read(number)
    assert "12-KH/HVTN" in read.told and not read.changes
    assert not (content / read.paths[0]).exists()
    key = arrivals.write(number, accept=True)
    opened = desk.open(key)
    found = {one.key: one.value for one in opened.controls}
    assert (found["so_ky_hieu"], found["ngay_ban_hanh"]) == ("12-KH/HVTN", "2026-03-05")
    assert found["trang_thai"] == "nhap" and "Chỉ để thử." in opened.body
    assert sorted(desk.journal.paths()) == ["docs/tep/ke-hoach-12.docx", f"docs/{key}.md"]
    again = arrivals.arrive("Kế hoạch 12.docx", docx(BODY))
    assert arrivals.read(again).known
    with pytest.raises(Refused, match="Chọn lại tệp"):
        arrivals.write(number, accept=True)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "x.exe", "rong.docx", "hong.docx", "", "a/b\\c.docm"]
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    name: str,
) -> None:
    before = sorted(content.rglob("*"))
    with pytest.raises(Refused, match=r"\w"):
        Arrivals(desk).arrive(name, b"" if "rong" in name else b"MZ\0\0 hong")
    assert sorted(content.rglob("*")) == before


def test_a_picture_needs_words_and_has_to_be_one(desk: Desk, content: Path) -> None:  # noqa: F811
    dot = (ROOT / "overrides/assets/img/chia-se/chung.png").read_bytes()
    told = pictures.put(desk, r"C:\ảnh\Sơ đồ.png", dot, " Sơ đồ\n ba bước ")
    assert told == "![Sơ đồ ba bước](tep/so-do.png)"
    assert pictures.put(desk, "so-do.png", dot, "Lại") == "![Lại](tep/so-do.png)"
    (content / "docs/tep/so-do.png").write_bytes(b"khac")
    assert pictures.put(desk, "so-do.png", dot, "Khác") == "![Khác](tep/so-do-2.png)"
    for name, raw, words in (
        ("x.png", dot, " "),
        ("x.svg", b"<svg/>", "a"),
        ("x.png", b"<script>", "a"),
    ):
        with pytest.raises(Refused):
            pictures.put(desk, name, raw, words)
    assert sorted(one.name for one in (content / "docs/tep").iterdir()) == [
        "so-do-2.png",
        "so-do.png",
    ]


GOOD = docx(BODY)


def with_part(name: str, part: bytes) -> bytes:
    made = io.BytesIO(GOOD)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return made.getvalue()


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LOCKED = OLD_OFFICE + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
BAD = {
    "macros by name": ("a.docm", GOOD, "có macro.*lưu lại thành .docx"),
    "macros within": ("a.docx", with_part("word/vbaProject.bin", b"m"), "có macro"),
    "a password": ("a.docx", LOCKED, "đặt mật khẩu.*gỡ mật khẩu"),
    "a zip bomb": ("a.docx", with_part("word/media/a.bin", bytes(120_000_000)), "mở ra quá lớn"),
    "a programme under another name": ("a.pdf", b"MZ\x90\0" * 99, "không phải tệp pdf"),
    "a programme": ("a.exe", b"MZ\x90\0", "chưa đọc được tệp .exe"),
    "nothing": ("a.docx", b"", "tệp trống.*xin lại tệp"),
    "half a PDF": ("a.pdf", b"%PDF-1.4 hong", "hỏng hoặc đặt mật khẩu"),
    "a scan of 200 pages": ("a.pdf", b"%PDF-1.4" + bytes(21 << 20), "nhiều nhất 20 MB.*quét lại"),
    "no ending": ("tep", b"abc", "không có đuôi.*dùng một trong"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_may_do_harm_or_is_no_document_gets_its_own_sentence(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    what: str,
) -> None:
    name, raw, told = BAD[what]
    before = sorted(content.rglob("*"))
    with pytest.raises(Refused, match=told) as found:
        Arrivals(desk).arrive(name, raw)
    assert "scripts/" not in str(found.value) and "Cách sửa: " in str(found.value)
    assert sorted(content.rglob("*")) == before


def test_scripts_of_a_page_and_mixed_letters_do_not_get_into_the_entry(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    arrivals = Arrivals(desk)
    page = "<html><script>alert(1)</script><p onclick='x()'>Chữ thật.</p></html>".encode()
    key = arrivals.write(arrivals.arrive("trang.html", page), accept=True)
    assert desk.open(key).body == "Chữ thật."
    mixed = "Chữ thật.\n".encode() + "Quy ®Þnh cña tr­êng\n".encode("latin-1")
    key = arrivals.write(arrivals.arrive("lan.txt", mixed), accept=True)
    assert "Chữ thật." in desk.open(key).body and "Quy định của trường" in desk.open(key).body


def test_only_the_last_three_files_wait_and_an_older_one_is_to_be_chosen_again(
    desk: Desk,  # noqa: F811
) -> None:
    arrivals = Arrivals(desk)
    numbers = [arrivals.arrive(f"ke-hoach-{at}.docx", docx(BODY)) for at in range(5)]
    assert list(arrivals.waiting) == numbers[-3:]
    assert [arrivals.read(one).name for one in numbers[-3:]] == [
        f"ke-hoach-{at}.docx" for at in (2, 3, 4)
    ]
    for gone in numbers[:-3]:
        with pytest.raises(Refused, match="Chọn lại tệp"):
            arrivals.read(gone)


def test_what_was_read_through_is_written_as_published(desk: Desk) -> None:  # noqa: F811
    arrivals = Arrivals(desk)
    [one] = published(arrivals._taken("ke-hoach.docx", GOOD, accept=True)).imports
    assert f"\n{STATE}:" not in one.text and one.text.startswith("---\ntieu_de: ")
    with pytest.raises(Fault, match=r"chưa đọc chắc được tieu_de, loai, co_quan") as found:
        published(arrivals._taken("x.txt", b"Chu.", accept=True))
    assert "bỏ --dang" in found.value.remedy
