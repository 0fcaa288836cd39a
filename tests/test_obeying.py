"""Who does literally what each message says ends green and right: mistakes of every kind of entry.

A mistake turns a right fragment of a small made-up portal into a wrong one. It has to be told at
its file. Then the remedy is obeyed as it stands, by `Obedient`, who knows nothing of the portal but
the turns of phrase of the messages. What is green in the end must say what was right.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from portal.desk import fix
from portal.problem import Problem, errors
from portal.road import Memo, judge

LISTS = Path(__file__).parent.parent / "data" / "_danh-muc"
DAY = date(2026, 3, 5)
SOURCE = "nguon: [van-ban/01-qd-bia]\n"
FILES = {
    "docs/van-ban/01-qd-bia.md": """\
---
tieu_de: Về những điều bịa ra
so_ky_hieu: 01-QĐ/BIA
loai: quy-dinh
co_quan: Ban Bịa
ngay_ban_hanh: 2026-01-15
chat_luong_ban: goc-so
dieu_khoan_du: có
---

## Điều 1. Phạm vi {#dieu-1}

- 1\\. Áp dụng cho làng Mây. {#dieu-1.khoan-1}

## Điều 2. Hiệu lực {#dieu-2}
""",
    "docs/hoi-dap/tha-dieu.md": """\
---
tieu_de: Ai được thả diều?
tom_tat: Mọi người.
nguon: [van-ban/01-qd-bia#dieu-1]
ngay_dang: 2026-02-01
---

## Ai được thả

Xem [Điều 1](van-ban/01-qd-bia#dieu-1) và [làng Mây](truong/lang-may).[^1]

- Người lớn
- **Trẻ em** ở làng

| Nơi | Giờ |
|---|---|
| Đồi | Sáng |

[^1]: Lời chú bịa.
""",
    "data/truong/lang-may.yml": """\
tieu_de: Trường Bịa tỉnh Điện Biên
tinh: dien-bien
co_so:
  - ten: Cơ sở 1
    dien_tich_m2: 500
trang_web: https://may.example/
cong_nhan:
  - muc: 1
    tinh_trang: da-cong-nhan
    le_don_bang: 2025-09-13
    ket_qua:
      - {dat: 5, tong: 6}
"""
    + SOURCE,
    "data/truong/lang-gio.yml": "tieu_de: Trường Bịa Gió\ntinh: ca-mau\n" + SOURCE,
    "data/su-kien/le.yml": """\
tieu_de: Trường Bịa đón Bằng mức 1
loai: le-don-bang
bat_dau: 2025-09-13
truong: [lang-may]
dia_diem: "Hội trường: tầng 2"
nguon: [bao-may]
"""
    "",
    "data/su-kien/hop.yml": """\
tieu_de: Họp bàn thả diều
loai: hoi-nghi
bat_dau: 2026-02-01
ket_thuc: 2026-02-02
chu_tri: [don-vi/to-dieu]
van_ban: [01-qd-bia]
chuong_trinh:
  - viec: Khai mạc
    ngay: 2026-02-01
"""
    + SOURCE,
    "data/don-vi/to-dieu.yml": "tieu_de: Tổ Diều\nloai: nhom\nviet_tat: [TD]\n" + SOURCE,
    "data/nguon/bao-may.yml": """\
tieu_de: Báo Mây đưa tin
hang: bao-chi
dia_chi: https://bao.example/mot-bai-rat-dai-ve-viec-tha-dieu-o-lang-may-trong-ngay-hoi
ngay_doc: 2026-01-20
""",
    "data/thuat-ngu/dieu.yml": "tieu_de: Diều\nnghia: Thứ bay được, bịa.\n" + SOURCE,
    "data/nhiem-vu/01-1.yml": """\
tieu_de: Lập danh sách diều
dieu_khoan: 01-qd-bia#dieu-1
chu_tri: [to-dieu]
thoi_han:
  loai: co-ngay
  ngay: 2026-12-31
"""
    + SOURCE,
    "data/quy-trinh/tha.yml": """\
tieu_de: Quy trình thả diều
cac_buoc:
  - so: 1
    ten: Ra đồi
"""
    + SOURCE,
}
EVENT, SCHOOL, ANSWER = (
    "data/su-kien/hop.yml",
    "data/truong/lang-may.yml",
    "docs/hoi-dap/tha-dieu.md",
)
LE, DOCUMENT, NEWS = "data/su-kien/le.yml", "docs/van-ban/01-qd-bia.md", "data/nguon/bao-may.yml"
TERM, DUTY, UNIT = "data/thuat-ngu/dieu.yml", "data/nhiem-vu/01-1.yml", "data/don-vi/to-dieu.yml"
Edit = Callable[[str], str]


class Mistake(NamedTuple):
    path: str
    right: str
    wrong: str
    also: Edit | None = None
    """What the person knows whom the message asks: which day, which words."""


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def put(old: str, new: str) -> Edit:
    return lambda text: text.replace(old, new, 1)


NAME = "Trường Bịa tỉnh Điện Biên"
MISTAKES = [
    # Keys and values
    Mistake(EVENT, "bat_dau: 2026-02-01", "bat_dau: 01/02/2026"),
    Mistake(EVENT, "bat_dau: 2026-02-01", "bat_dau: ngày 01 tháng 02 năm 2026"),
    Mistake(EVENT, "bat_dau: ", "bat_dauu: "),
    Mistake(EVENT, "tieu_de: ", "Tieu_de: "),
    Mistake(EVENT, "loai: hoi-nghi", "loai: Hội nghị"),
    Mistake(EVENT, "loai: hoi-nghi", "loai: hoi nghi"),
    Mistake(EVENT, "loai: hoi-nghi", "loai:hoi-nghi"),
    Mistake(EVENT, "  - viec: ", "\t- viec: "),
    Mistake(EVENT, "ket_thuc: 2026-02-02", "ket_thuc: 2026-02-30", put("2026-02-30", "2026-02-02")),
    Mistake(EVENT, "ket_thuc: 2026-02-02", "ket_thuc: 2026-01-02", put("2026-01-02", "2026-02-02")),
    Mistake(EVENT, "    ngay: 2026-02-01", "    ngay: 2026-02-05", put("2026-02-05", "2026-02-01")),
    Mistake(LE, 'dia_diem: "Hội trường: tầng 2"', "dia_diem: Hội trường: tầng 2"),
    Mistake(LE, 'dia_diem: "Hội trường: tầng 2"', "dia_diem: “Hội trường: tầng 2”"),
    Mistake(LE, 'dia_diem: "Hội trường: tầng 2"', 'dia_diem: "Hội trường: tầng 2'),
    Mistake(SCHOOL, "dien_tich_m2: 500", "dien_tich_m2: 500 m2", put("500 m2", "500")),
    Mistake(SCHOOL, "muc: 1", "muc: một", put("một", "1")),
    Mistake(SCHOOL, "dat: 5, tong: 6", "dat: 7, tong: 6", put("dat: 7", "dat: 5")),
    Mistake(
        SCHOOL, "https://may.example/", "may.example", put("may.example", "https://may.example/")
    ),
    Mistake(SCHOOL, "tinh: dien-bien", "tinh: Điện Biên"),
    Mistake(SCHOOL, "tinh: dien-bien\n", "", put("\nco_so", "\ntinh: dien-bien\nco_so")),
    Mistake(DOCUMENT, "dieu_khoan_du: có", "dieu_khoan_du: rồi", put("rồi", "có")),
    Mistake(UNIT, "loai: nhom\n", "loai: nhom\nloai: nhom\n"),
    Mistake(UNIT, "tieu_de: Tổ Diều", nfd("tieu_de: Tổ Diều")),
    Mistake(UNIT, "tieu_de: Tổ Diều", "tieu_de: Tổ Diều​"),
    Mistake(TERM, "nghia: Thứ bay", "nghia: Thứ bаy"),  # Cyrillic
    Mistake(TERM, "nghia: Thứ bay được, bịa.", "<<<<<<< HEAD\nnghia: Thứ bay được, bịa."),
    Mistake(DUTY, "  loai: co-ngay", "  loai: Có ngày"),
    Mistake(EVENT, "bat_dau: 2026-02-01", "bat_dau: 2026-2-1"),
    Mistake(EVENT, "bat_dau: 2026-02-01", "bat_dau: 2026-02-01 08:30"),
    Mistake(EVENT, "ket_thuc: 2026-02-02", "ket_thuc: 2026-02-31", put("2026-02-31", "2026-02-02")),
    Mistake(EVENT, "  - viec: ", "  -viec: "),
    Mistake(TERM, "nghia: ", "nghĩa: "),
    Mistake(ANSWER, "ngay_dang: ", "ngay dang: "),
    Mistake(UNIT, "loai: nhom", "loai: nhóm"),
    Mistake(SCHOOL, "tỉnh Điện Biên", "tỉnh Điện Biên.", put("Biên.", "Biên")),
    # References
    Mistake(LE, "[lang-may]", "[lang-may, lang-may]", put(", lang-may]", "]")),
    Mistake(ANSWER, "(truong/lang-may)", "(data/truong/lang-may.yml)"),
    Mistake(LE, "truong: [lang-may]", "truong: [Trường Bịa tỉnh Điện Biên]"),
    Mistake(LE, "truong: [lang-may]", "truong: [trường bịa Điện Biên]"),
    Mistake(LE, "truong: [lang-may]", "truong: [lang-mayy]"),
    Mistake(EVENT, "chu_tri: [don-vi/to-dieu]", "chu_tri: [Tổ Diều]"),
    Mistake(EVENT, "van_ban: [01-qd-bia]", "van_ban: [01-QĐ/BIA]"),
    Mistake(EVENT, "van_ban: [01-qd-bia]", "van_ban: [Quy định 01-QĐ/BIA ngày 15/01/2026]"),
    Mistake(EVENT, "van_ban: [01-qd-bia]", "van_ban: [02-qd-bia]", put("02-qd", "01-qd")),
    Mistake(
        LE,
        "nguon: [bao-may]",
        "nguon: [https://bao.example/mot-bai-rat-dai-ve-viec-tha-dieu-o-lang-may-trong-ngay-hoi]",
    ),
    Mistake(DUTY, "01-qd-bia#dieu-1", "01-qd-bia#dieu1"),
    Mistake(DUTY, "01-qd-bia#dieu-1", "01-qd-bia#dieu-3", put("#dieu-3", "#dieu-1")),
    Mistake(ANSWER, "(truong/lang-may)", "(truong/langmay)"),
    # What two entries tell
    Mistake(LE, "bat_dau: 2025-09-13", "bat_dau: 2025-09-14", put("2025-09-14", "2025-09-13")),
    Mistake(LE, "đón Bằng mức 1", "đón Bằng mức 2", put("mức 2", "mức 1")),
    # Prose
    Mistake(ANSWER, "## Ai được thả", "# Ai được thả"),
    Mistake(ANSWER, "## Ai được thả", "##Ai được thả"),
    Mistake(ANSWER, "- Người lớn\n- **Trẻ em** ở", "• Người lớn\n• **Trẻ em** ở"),
    Mistake(ANSWER, "**Trẻ em** ở", "**Trẻ em ở", put("**Trẻ em ở", "**Trẻ em** ở")),
    Mistake(ANSWER, "**Trẻ em** ở", "<b>Trẻ em</b> ở", put("<b>Trẻ em</b>", "**Trẻ em**")),
    Mistake(ANSWER, "[^1]: Lời", "[1] Lời", put("[1] Lời", "[^1]: Lời")),
    Mistake(ANSWER, "| Đồi | Sáng |", "| Đồi | Sáng | Gió |", put(" | Gió |", " |")),
    Mistake(
        ANSWER,
        "[Điều 1](van-ban/01-qd-bia#dieu-1)",
        "[Điều 1]()",
        put("1]()", "1](van-ban/01-qd-bia#dieu-1)"),
    ),
    Mistake(DOCUMENT, "Hiệu lực {#dieu-2}", "Hiệu lực {#dieu-2"),
    Mistake(DOCUMENT, "Hiệu lực {#dieu-2}", "Hiệu lực"),
    Mistake(DOCUMENT, "01-QĐ/BIA", "01-QD/BIA"),
    Mistake(DOCUMENT, "01-QĐ/BIA", "01-qđ/bia"),
    Mistake(DOCUMENT, "01-QĐ/BIA", "01 - QĐ/BIA"),
    Mistake(DOCUMENT, "01-QĐ/BIA", "01-QX/BIA"),
    Mistake(DOCUMENT, "#dieu-1.khoan-1", "#dieu-1-khoan-1"),
    Mistake(DOCUMENT, "#dieu-1.khoan-1", "#dieu-2.khoan-1"),
    Mistake(DOCUMENT, "#dieu-2", "#dieu-3"),
    Mistake(SCHOOL, "tieu_de: Trường Bịa tỉnh Điện Biên", "tieu_de: …", put("…", NAME)),
]


class Obedient:
    """Does what a remedy says, word for word."""

    def __init__(self, file: Path, path: str) -> None:
        self.file, self.path = file, path

    def obey(self, one: Problem) -> None:
        text = self.file.read_text(encoding="utf-8")
        lines = text.split("\n")
        at = min(one.line, len(lines)) - 1
        told = self._line(lines[at], one)
        if told is None:
            return
        lines[at : at + 1] = told
        self.file.write_text("\n".join(lines), encoding="utf-8")

    def _line(self, line: str, one: Problem) -> list[str] | None:
        do = one.remedy
        wrong = re.search(r"«(.*?)…?»", one.text)
        if "scripts/fix.py" in do:
            raw = self.file.read_bytes()
            self.file.write_bytes(fix.fix(self.path, raw).raw)
            return None
        if found := re.match(r"(?:có phải|viết) (#?[a-z0-9][\w./-]*)(?:\?|$)", do):
            return [self._put(line, one, wrong[1] if wrong else "", found[1])]
        if do.startswith("viết ## "):
            return [do.removeprefix("viết ")]
        if "thay phím Tab" in do:
            return [line.replace("\t", "  ")]
        if "nháy thẳng" in do:
            return [line.replace("“", '"').replace("”", '"')]
        if "đặt cả giá trị trong nháy kép" in do:
            key, _, value = line.partition(": ")
            return [f'{key}: "{value}"']
        if "thêm dấu nháy đóng" in do:
            return [f'{line}"']
        if do == "viết - khoá: giá trị":
            return [line.replace("-", "- ", 1)]
        if do == "viết khoá: giá trị":
            return [line.replace(":", ": ", 1)]
        if "từ hai tới sáu dấu #" in do:
            return [re.sub(r"^(#+)", r"\1 ", line)]
        if do.startswith("thêm dấu }"):
            return ["".join((line, "}"))]
        if "xoá dòng kia" in do or "<<<<<<<" in do:
            return []
        return None

    @staticmethod
    def _put(line: str, one: Problem, wrong: str, right: str) -> str:
        if right.startswith("#"):
            return line.replace(f"#{wrong.partition('#')[2]}", right)
        if "khoá này không có" in one.text:
            key = one.field.rpartition(".")[2]
            return line.replace(f"{key}:", f"{right}:", 1)
        at = line.find(wrong)
        if at < 0 and "/" in wrong:  # `truong/lang-mayy`, written without its kind
            wrong = wrong.rpartition("/")[2]
            right = right.rpartition("/")[2]
            at = line.find(wrong)
        end = re.compile(r"[\],}\s]|$").search(line, at + len(wrong))
        assert at >= 0 and end, (line, one)
        return line[:at] + right + line[end.start() if one.text.count("…»") else at + len(wrong) :]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("vang-loi")
    shutil.copytree(LISTS, folder / "data" / "_danh-muc")
    (folder / "data" / "_danh-muc" / "ngoai-le.yml").unlink(missing_ok=True)
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    yield folder


MEMO = Memo()


def faults(content: Path) -> list[Problem]:
    return judge(content, DAY, memo=MEMO)[1]


def test_the_small_portal_has_no_faults(content: Path) -> None:
    assert faults(content) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: f"{one.path[-9:]}-{one.wrong!a}")
def test_who_obeys_the_messages_word_for_word_ends_green_and_right(
    mistake: Mistake, content: Path
) -> None:
    file = content / mistake.path
    assert mistake.right in FILES[mistake.path]
    file.write_text(FILES[mistake.path].replace(mistake.right, mistake.wrong, 1), encoding="utf-8")
    try:
        first = faults(content)
        assert any(one.path == mistake.path for one in first), "nobody noticed"
        person = Obedient(file, mistake.path)
        for _ in range(3):
            found = [one for one in faults(content) if one.path == mistake.path]
            for one in found[:1]:
                person.obey(one)
        if mistake.also and faults(content):
            file.write_text(mistake.also(file.read_text(encoding="utf-8")), encoding="utf-8")
        left = faults(content)
        assert not errors(left) and not left, "\n".join(map(str, left))
        assert same(file.read_text(encoding="utf-8")) == same(FILES[mistake.path])
    finally:
        file.write_text(FILES[mistake.path], encoding="utf-8")


def same(text: str) -> list[str]:
    """What a file says: `truong/lang-may` is `lang-may` where a school has to stand."""
    told = re.sub(r"(?<=\[)(?:truong|van-ban|nguon|don-vi)/|[\"']", "", text)
    return [" ".join(line.split()) for line in told.split("\n") if line.strip()]
