"""A content folder as the file system has it: links, pipes, second names, strange names; what is
not judged is not published, and no command goes through a link."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import builder
import pytest
import tiny

from portal import source, tree
from portal.problem import Fault
from portal.source import admission
from tests import commands

TERM = "tieu_de: Mồi\nnghia: Điều bịa ra.\n"
ROOT = Path(__file__).parent.parent


def link(place: Path, target: Path | str, *, folder: bool = False) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.symlink_to(target, target_is_directory=folder)
    except OSError:
        pytest.skip("máy này không cho tạo lối tắt")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The tiny content, beside a secret that must not be reached."""
    (tmp_path / "bi-mat").mkdir()
    (tmp_path / "bi-mat" / "a.txt").write_text("mật khẩu 7531")
    (tmp_path / "bi-mat" / "a.yml").write_text(TERM)
    return tiny.lay_out(tmp_path / "content")


def to_a_file_outside(content: Path) -> str:
    link(content / "docs/tep/s.txt", "../../../bi-mat/a.txt")
    return "docs/tep/s.txt"


def to_a_file_inside(content: Path) -> str:
    (content / "docs/tep").mkdir(exist_ok=True)
    (content / "docs/tep/that.txt").write_text("thật")
    link(content / "docs/tep/s.txt", "that.txt")
    return "docs/tep/s.txt"


def to_git(content: Path) -> str:
    (content / ".git").mkdir()
    (content / ".git/config").write_text("mật khẩu 7531")
    link(content / "docs/tep/s.txt", "../../.git/config")
    return "docs/tep/s.txt"


def to_a_fact(content: Path) -> str:
    link(content / "data/thuat-ngu/moi.yml", content.parent / "bi-mat" / "a.yml")
    return "data/thuat-ngu/moi.yml"


def to_a_list(content: Path) -> str:
    list_ = content / "data/_danh-muc/phep-so.yml"
    list_.rename(content.parent / "phep-so.yml")
    link(list_, "../../../phep-so.yml")
    return "data/_danh-muc/phep-so.yml"


def to_a_folder(content: Path) -> str:
    link(content / "docs/tep/ngoai", content.parent / "bi-mat", folder=True)
    return "docs/tep/ngoai"


def to_the_folder_above(content: Path) -> str:
    link(content / "docs/vong", "..", folder=True)
    return "docs/vong"


def to_nothing(content: Path) -> str:
    link(content / "data/thuat-ngu/moi.yml", "khong-co.yml")
    return "data/thuat-ngu/moi.yml"


def to_itself(content: Path) -> str:
    link(content / "docs/moi.md", "moi.md")
    return "docs/moi.md"


def the_facts_themselves(content: Path) -> str:
    (content / "data").rename(content.parent / "data")
    link(content / "data", content.parent / "data", folder=True)
    return "data"


def a_second_name(content: Path) -> str:
    (content / "docs/tep").mkdir(exist_ok=True)
    os.link(content.parent / "bi-mat" / "a.txt", content / "docs/tep/s.txt")
    return "docs/tep/s.txt"


def a_pipe(content: Path) -> str:
    if not hasattr(os, "mkfifo"):
        pytest.skip("hệ thống này không có ống")
    os.mkfifo(content / "data/thuat-ngu/moi.yml")
    return "data/thuat-ngu/moi.yml"


def a_pipe_to_download(content: Path) -> str:
    if not hasattr(os, "mkfifo"):
        pytest.skip("hệ thống này không có ống")
    (content / "docs/tep").mkdir(exist_ok=True)
    os.mkfifo(content / "docs/tep/s.pdf")
    return "docs/tep/s.pdf"


def a_socket(content: Path) -> str:
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("hệ thống này không có socket tệp")
    here = Path.cwd()
    os.chdir(content / "docs")  # the name of a socket has to be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("moi.md")
    finally:
        os.chdir(here)
    return "docs/moi.md"


STRANGE = [
    *(to_a_file_outside, to_a_file_inside, to_git, to_a_fact, to_a_list, to_a_folder),
    *(to_the_folder_above, to_nothing, to_itself, the_facts_themselves, a_second_name),
    *(a_pipe, a_pipe_to_download, a_socket),
]
strange = pytest.mark.parametrize("make", STRANGE, ids=lambda make: make.__name__)


@strange
def test_what_is_no_file_of_its_own_is_a_fault_and_not_followed(
    content: Path, make: Callable[[Path], str]
) -> None:
    place = make(content)
    found = source.read(content).problems
    assert [one.rule for one in found if one.path == place] == ["ngoai-thu-muc"]


@strange
def test_a_preview_publishes_nothing_it_refuses(
    content: Path, make: Callable[[Path], str], tmp_path: Path
) -> None:
    make(content)
    site = tmp_path / "site"
    builder.build(builder.Order(content, site, tiny.DAY, serving=True))
    assert not (site / "tep").exists() or not any((site / "tep").rglob("s.*"))
    secret = "mật khẩu 7531".encode()
    assert not [one for one in site.rglob("*") if one.is_file() and secret in one.read_bytes()]
    assert not (site / "thuat-ngu" / "moi" / "index.html").exists() or (
        "Điều bịa ra" not in (site / "thuat-ngu" / "moi" / "index.html").read_text("utf-8")
    )


@strange
def test_mending_neither_reads_nor_writes_through_it(
    content: Path, make: Callable[[Path], str]
) -> None:
    make(content)
    outside = content.parent / "bi-mat" / "a.yml"
    outside.write_bytes(b"tieu_de: M\r\nnghia: x\r\n")
    assert str(content / make_place(make)) not in map(str, dict(admission.texts(content)).values())
    done = commands.run("fix", "--content", content)
    assert done.returncode == 0, done.stderr
    assert outside.read_bytes() == b"tieu_de: M\r\nnghia: x\r\n"


def make_place(make: Callable[[Path], str]) -> str:
    return {to_a_fact: "data/thuat-ngu/moi.yml", to_itself: "docs/moi.md"}.get(make, "khong")


def test_a_new_file_is_not_written_through_a_link(content: Path) -> None:
    terms = content / "data" / "thuat-ngu"
    terms.rename(content.parent / "noi-khac")
    link(terms, content.parent / "noi-khac", folder=True)
    done = commands.run("new", "thuat-ngu", "Mồi", "--content", content)
    assert done.returncode == 1
    assert "không ghi được" in done.stderr
    assert not (content.parent / "noi-khac" / "moi.yml").exists()


def test_the_register_of_clauses_is_not_written_through_a_link(content: Path) -> None:
    outside = content.parent / "ngoai.txt"
    outside.write_text("")
    link(content / "data/_schema/dieu-khoan.txt", outside)
    with pytest.raises(Fault):
        tree.refuse_leaving(content, content / "data/_schema/dieu-khoan.txt")
    tree.refuse_leaving(content, content / "data/_schema/khac.txt")


@pytest.mark.parametrize(
    ("place", "rule"),
    [
        ("docs/_schema/evil.html", "tep-la"),
        ("docs/evil.html", "tep-la"),
        ("docs/tep/evil.svg", "tep-la"),
        ("docs/tep/evil.js", "tep-la"),
        ("docs/van-ban/evil.htm", "tep-la"),
        ("docs/_danh-muc/evil.js", "tep-la"),
        ("data/_danh-muc/evil.html", "tep-la"),
        ("docs/robots.txt", "tep-la"),
        ("docs/404.html", "tep-la"),
        ("docs/main.html", "tep-la"),
        ("docs/tep/evil.html/a.txt", "ten-tep"),
    ],
)
def test_whatever_no_kind_has_judged_stops_a_build_and_is_missing_in_a_preview(
    content: Path, place: str, rule: str, tmp_path: Path
) -> None:
    file = content / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("<script>alert('bịa')</script>", encoding="utf-8")
    assert rule in [one.rule for one in source.read(content).problems if one.path == place]
    site = tmp_path / "site"
    builder.build(builder.Order(content, site, tiny.DAY, serving=True))
    hostile = "alert('bịa')".encode()
    assert not [one for one in site.rglob("*") if one.is_file() and hostile in one.read_bytes()]


def test_hidden_files_and_what_windows_leaves_are_nobodys_content(content: Path) -> None:
    for place in (".DS_Store", "docs/.ghi-chu.md", "docs/tep/Thumbs.db", "data/desktop.ini"):
        file = content / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("bịa")
    assert source.read(content).problems == []


def test_files_stand_in_the_order_of_their_whole_paths(tmp_path: Path) -> None:
    names = [
        "docs/a-b.md",
        "docs/a.md",
        "docs/a/b.md",
        "data/x/2.yml",
        "data/x/10.yml",
        "docs/B.md",
    ]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [one.relative_to(tmp_path).as_posix() for one in tree.files(tmp_path)] == sorted(names)


def test_a_name_that_is_not_utf8_is_told_of_and_can_be_printed(content: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("hệ thống này không nhận tên ấy")
    (content / "docs" / os.fsdecode(b"a\xff.md")).write_text("---\ntieu_de: A\n---\n")
    told = [str(one) for one in source.read(content).problems]
    assert len(told) == 1
    assert told[0].encode() and "ten-tep" in told[0]


def closed(place: Path) -> Callable[..., Any]:
    """The system's own way into a folder, but for one that nobody may enter."""
    enter = os.scandir

    def guarded(folder: Path) -> Any:
        if folder == place:
            raise PermissionError(13, "Permission denied")
        return enter(folder)

    return guarded


def test_a_folder_nobody_may_enter_is_told_of(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "scandir", closed(content / "data" / "truong"))
    told = [one for one in source.read(content).problems if one.path == "data/truong"]
    assert [one.rule for one in told] == ["khong-doc-duoc"]


def test_a_file_nobody_may_read_is_told_of(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, place = Path.read_bytes, content / "data" / "truong" / "lang-may.yml"

    def guarded(path: Path) -> bytes:
        if path == place:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    told = [one for one in source.read(content).problems if one.path == "data/truong/lang-may.yml"]
    assert [one.rule for one in told] == ["khong-doc-duoc"]


def test_a_folder_of_very_many_levels_is_read(tmp_path: Path) -> None:
    deep = tmp_path / "data" / Path(*["a"] * 400)
    deep.mkdir(parents=True)
    (deep / "b.yml").write_text("a: 1")
    assert [one.name for one in tree.files(tmp_path)] == ["b.yml"]


@pytest.mark.parametrize(("held", "written"), [(0, "mới"), (3, "mới"), (99, "cũ")])
def test_a_file_that_another_program_holds_for_a_moment_is_replaced(
    held: int, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows refuses while OneDrive or a virus scanner has the file open."""
    file, real, waited = tmp_path / "Bài viết.md", Path.replace, []
    file.write_text("cũ", encoding="utf-8")

    def replace(fresh: Path, target: Path) -> Path:
        if len(waited) < held:
            raise PermissionError(13, "đang được chương trình khác giữ")
        return real(fresh, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(tree, "sleep", waited.append)
    try:
        tree.replace(file, "mới".encode())
    except PermissionError:
        assert held == 99
    assert file.read_text(encoding="utf-8") == written
    assert [one.name for one in tmp_path.iterdir()] == [file.name]
    assert sum(waited) < 3


def test_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yml"
    file.write_text("chữ cũ", encoding="utf-8")

    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        tree.replace(file, b"moi")
    assert [one.name for one in tmp_path.iterdir()] == ["a.yml"]
    assert file.read_text(encoding="utf-8") == "chữ cũ"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("docs/a.md", "docs/a.md"),
        ("docs/la\u0300ng.md", "docs/làng.md"),
        ("docs/a\x1b[31mb.md", "docs/a\ufffd[31mb.md"),
        ("docs/a\nb.md", "docs/a\ufffdb.md"),
        ("docs/a\u202eb.md", "docs/a\ufffdb.md"),
    ],
)
def test_a_path_is_told_composed_and_what_would_act_in_a_window_is_a_mark(
    tmp_path: Path, name: str, told: str
) -> None:
    assert tree.place_below(tmp_path, tmp_path / name) == told


@pytest.mark.skipif(sys.platform != "linux", reason="Ở đây tên tệp là chữ, không phải byte.")
def test_bytes_that_are_no_letters_are_a_mark(tmp_path: Path) -> None:
    name = os.fsdecode(b"docs/\xff.md")
    assert tree.place_below(tmp_path, tmp_path / name) == "docs/\ufffd.md"
