"""What the desk says to do can be done at the desk."""

from __future__ import annotations

import re
from pathlib import Path

import edit
import pytest
from environment import ROOT
from spoken import DESK, spoken
from test_editor_desk import ANSWER, content, desk, sent, sorts, text_of  # noqa: F401

from portal.editor import deeds, pictures
from portal.editor.advice import at_desk, helped
from portal.editor.answers import Asked
from portal.editor.desk import Desk
from portal.editor.opened import Refused
from portal.editor.routes import Routes
from portal.intake.draft import STATE
from portal.kinds import KINDS
from portal.kinds.base import walk_fields
from portal.problem import Problem

WORLDS = sorted((ROOT / "tests" / "worlds").glob("*.yml"))
KEY = "hoi-dap/hop-thu-la-gi"


def test_no_fault_of_any_world_sends_an_editor_to_the_command_line() -> None:
    said = [line for one in WORLDS for line in one.read_text(encoding="utf-8").split("\n")]
    remedies = [line for line in said if "Cách sửa:" in line]
    assert sum("scripts/" in line for line in remedies) >= 10
    assert sum("data/nguon]" in line for line in remedies) >= 3
    assert not [line for line in map(at_desk, remedies) if "data/nguon]" in line]
    assert not [line for line in map(at_desk, said) if "Cách sửa:" in line and "python3" in line]


@pytest.mark.parametrize(
    "told, right",
    [
        (
            "tạo bằng lệnh python3 scripts/new.py van-ban nếu cổng cần có văn bản này",
            "thêm ở «Thêm mục» hoặc «Nhập từ Word» nếu cổng cần có văn bản này",
        ),
        (
            "tạo data/thuat-ngu/hat.yml, hoặc sửa lại tên đã gõ",
            "thêm thuật ngữ ấy ở «Thêm mục», hoặc sửa lại tên đã gõ",
        ),
        (
            "điền vào dòng này chat_luong_ban: (một mã của danh mục chat-luong-ban)",
            "chọn ở ô «Bản đang dùng»",
        ),
        ("thêm dòng nghia: (một dòng)", "điền ô «Nghĩa» (một dòng)"),
        ("ghi cả hai ở mau_thuan", "ghi cả hai ở «Nguồn chưa thống nhất»"),
        ("viết tep/a_b.pdf", "viết tep/a_b.pdf"),
        ("viết năm-tháng-ngày: 2026-03-05", "viết năm-tháng-ngày: 2026-03-05"),
    ],
)
def test_a_command_becomes_a_button(told: str, right: str) -> None:
    assert at_desk(told) == right


def test_no_help_of_a_form_speaks_of_files_and_keys() -> None:
    told = {helped(one.help) for kind in KINDS for _, one in walk_fields(kind.model)}
    odd = re.compile(r"(?:data|docs)/|MÃ#|\bkhoá (?!sáng|cuối|luận)|\b[a-z]+_[a-z]+|scripts/")
    assert not [one for one in told if odd.search(one)]
    assert any("Gõ vài chữ của tên nguồn" in one for one in told)


def test_pages_of_the_desks_preview_speak_of_its_buttons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fault = Problem("docs/a.md", 1, "", "Lạ.", "ma", "chạy python3 scripts/fix.py", "nhắc")
    assert spoken([fault]) == [fault]
    monkeypatch.setattr("os.environ", edit.at_desk())
    assert DESK in edit.at_desk()
    assert [one.remedy for one in spoken([fault])] == [at_desk(fault.remedy)]


def ask(desk: Desk, pairs: list[tuple[str, str]], key: str) -> str:  # noqa: F811
    routes = Routes(desk, {}, lambda place: ("", ""))
    answer = routes.answer(Asked("POST", f"/muc/{key}", pairs=pairs))
    return answer.body.decode() or dict(answer.headers)["Location"]


def test_clauses_get_their_ids_by_a_button(desk: Desk, content: Path) -> None:  # noqa: F811
    key = deeds.start(desk, "van-ban", "Quy định thử")
    body = "## Điều 1. Một\n\n1. Khoản một.\n\n## Điều 2. Hai\n\nChữ.\n"
    typed = {"so_ky_hieu": "1-QĐ/T", "loai": "quy-dinh", "co_quan": "Cơ quan thử"}
    told = sent(desk, key, than_bai=body)
    pairs = [(name, typed.get(name, one)) for name, one in told]
    routes = Routes(desk, {}, lambda place: ("", ""))
    asked = Asked("POST", f"/muc/{key}", pairs=[*pairs, ("viec", "may-chua")])
    assert routes.answer(asked).status == 303, "going back in a browser sends nothing again"
    seen = Asked("GET", f"/muc/{key}", {"da": "may-chua"})
    html = routes.answer(seen).body.decode()
    assert "Máy đã chữa" in html and 'value="may-chua"' not in html
    assert "{#dieu-1.khoan-1}" in text_of(content, key)


def test_a_draft_is_published_by_a_button(desk: Desk, content: Path) -> None:  # noqa: F811
    file = content / "docs/hoi-dap/hop-thu-la-gi.md"
    file.write_text(ANSWER.replace("---\n\n", f"{STATE}: nhap\n---\n\n", 1), encoding="utf-8")
    assert desk.open(KEY).is_draft
    assert ask(desk, [*sent(desk, KEY), ("viec", "cho-dang")], KEY).endswith("?da=cho-dang")
    assert file.read_text(encoding="utf-8") == ANSWER and not desk.open(KEY).is_draft


def test_a_file_is_attached_with_its_checksum(desk: Desk, content: Path) -> None:  # noqa: F811
    raw = (ROOT / "overrides/assets/img/chia-se/chung.png").read_bytes()
    told = pictures.attach(desk, r"C:\Users\lan\Phụ lục 1.png", raw)
    assert (told["ten"], told["tep"], len(told["sha256"])) == ("Phụ lục 1", "phu-luc-1.png", 64)
    assert (content / "docs/tep/phu-luc-1.png").read_bytes() == raw
    for name, one in (("x.exe", b"MZ"), ("x.pdf", b"MZ\0"), ("x.txt", b""), ("", b"a")):
        with pytest.raises(Refused, match=r"\w"):
            pictures.attach(desk, name, one)
    key = deeds.start(desk, "van-ban", "Có phụ lục")
    [several] = [one for one in desk.open(key).controls if one.key == "tep_dinh_kem"]
    assert several.blank and [*sorts((several.blank,), "file")] == ["tep_dinh_kem/~/tep"]


def test_closed_lists_can_be_looked_through(desk: Desk) -> None:  # noqa: F811
    html = Routes(desk, {}, lambda place: ("", "")).answer(Asked("GET", "/danh-muc")).body.decode()
    assert "Trạng thái đăng" in html and "Bản nháp" in html and "trang-thai-dang.yml" in html
