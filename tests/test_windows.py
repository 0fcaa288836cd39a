"""What an office worker's Windows does otherwise, simulated: code pages of the window, line ends,
marks of order, names with spaces and Vietnamese letters. Everything is made up."""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path

import console
import pytest
from test_editor_desk import ANSWER, small

from tests import commands


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "Nội dung của chị Mây (bản 2)"
    folder.mkdir()
    small(folder)
    (folder / "data/_danh-muc/ngoai-le.yml").unlink()
    return folder


@pytest.mark.parametrize("page", ["cp1258", "cp437", "ascii"])
def test_a_window_of_an_old_code_page_is_spoken_to_in_utf_8(content: Path, page: str) -> None:
    old = {"PYTHONIOENCODING": page, "PYTHONUTF8": "0"}
    words = ("new", "thuat-ngu", "Họp ở làng Mây", "--content", content)
    made = commands.run(*words, environment=old)
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith("Đã tạo data/thuat-ngu/hop-o-lang-may.yml.")
    again = commands.run(*words, environment=old)
    assert "không ghi đè" in again.stderr


def test_a_file_of_notepad_is_read_and_mended(content: Path) -> None:
    file = content / "docs/hoi-dap/hop-thu-la-gi.md"
    file.write_bytes(b"\xef\xbb\xbf" + ANSWER.replace("\n", "\r\n").encode())
    assert commands.run("fix", "--content", content).returncode == 0
    assert file.read_bytes() == ANSWER.encode()
    told = commands.run("check", "--chi", "noi-dung", "--content", content)
    assert told.returncode == 0, told.stdout


def test_commands_are_named_as_windows_knows_them(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    console.speak()
    assert sys.stdout is out
    monkeypatch.setattr(shutil, "which", lambda name: "C:/Windows/py.exe")
    monkeypatch.setattr(console.os, "name", "nt")
    console.speak()
    monkeypatch.setattr(console.os, "name", os.name)
    sys.stdout.write("Kiểm lại: python3 scripts/check.py --chi noi-dung\n")
    assert out.getvalue() == "Kiểm lại: py scripts/check.py --chi noi-dung\n"
    assert sys.stdout.getvalue() == out.getvalue()  # the rest of the stream is as it was
