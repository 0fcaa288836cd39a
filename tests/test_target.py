"""Where a result may be put: nothing of anybody else's is replaced, by building or by exporting."""

from __future__ import annotations

import os
import shutil
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import builder
import inventory
import pytest
import target
import tiny
from target import BadTarget

from tests import commands

DOORS = {"build": "--site", "export": "--ra"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder, and beside it a folder of somebody's work."""
    folder = tmp_path / "content"
    for place in ("docs/van-ban", "data", ".git/refs", "thu-muc-khac"):
        (folder / place).mkdir(parents=True)
    (tmp_path / "luan-van").mkdir()
    (tmp_path / "luan-van" / "chuong-1.docx").write_bytes(b"mot")
    return folder


def all_of(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Everything with its kind and bytes, no link followed."""
    found = {}
    for path in sorted(folder.rglob("*")):
        kind = stat.S_IFMT(path.lstat().st_mode)
        content = path.read_bytes() if stat.S_ISREG(kind) else b""
        found[path.relative_to(folder).as_posix()] = (kind, content)
    return found


def make_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the names of sockets are short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def make_device(path: Path) -> None:
    try:
        os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(1, 3))
    except PermissionError:
        pytest.skip("chỉ root tạo được thiết bị")


ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "file": (Path.touch, "một tệp"),
    "fifo": (os.mkfifo if hasattr(os, "mkfifo") else Path.touch, "một ống dẫn"),
    "socket": (make_socket, "một ổ cắm"),
    "device": (make_device, "một thiết bị"),
    "dangling": (lambda path: path.symlink_to(path.with_name("khong-co")), "một lối tắt"),
    "link": (lambda path: path.symlink_to(path.with_name("luan-van")), "một lối tắt"),
    "link to a site": (lambda path: path.symlink_to(path.with_name("cong")), "một lối tắt"),
}


@pytest.mark.skipif(os.name == "nt", reason="trên Windows không có các thứ này")
@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_folder_is_refused_by_its_name_and_stays(kind: str, content: Path) -> None:
    make, named = ODD[kind]
    (content.parent / "cong").mkdir()
    (content.parent / "cong" / "index.html").touch()
    inventory.mark(content.parent / "cong")
    make(content.parent / "site")
    before = all_of(content.parent)
    with pytest.raises(BadTarget, match=f"là {named}.*, không phải thư mục"):
        target.lawful(content.parent / "site", content)
    assert all_of(content.parent) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows không có /dev")
@pytest.mark.parametrize("path", ["/dev/null", "/dev/zero", "/dev/null/site", "/", "/proc", "/dev"])
def test_parts_of_the_system_are_refused(path: str, content: Path) -> None:
    with pytest.raises(BadTarget, match="Hãy chọn"):
        target.lawful(Path(path), content)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize(
    "place",
    [
        *("content", "content/docs", "content/docs/trang", "content/data", "content/data/a/b/c"),
        *("content/docs/../docs/trang", "content/.git", "content/.git/refs/x", ".", ".."),
        *("loi-tat/trang", "kho/.git/x", "kho/.GIT", "content/.an/site"),
    ],
)
def test_around_and_inside_the_content_is_refused(place: str, content: Path) -> None:
    (content / ".an").mkdir()
    if place.startswith("loi-tat"):
        try:
            (content.parent / "loi-tat").symlink_to(content / "docs")
        except OSError:
            pytest.skip("máy này không cho tạo lối tắt")
    before = all_of(content.parent)
    with pytest.raises(BadTarget, match="nội dung hoặc mã nguồn"):
        target.lawful(content.parent / place, content)
    assert all_of(content.parent) == before


@pytest.mark.parametrize(
    "place",
    [
        *("portal", "portal/views/site", "hooks/x", "scripts/site", "overrides/x", "tests/site"),
        *("docs/tep", "data/x", ".git", ".git/site", ".venv", ".venv/site", ".cache", ".github/x"),
        *(".", "..", "../.."),
    ],
)
def test_around_and_inside_the_machine_is_refused_whatever_the_content(
    place: str, content: Path
) -> None:
    with pytest.raises(BadTarget, match="Hãy chọn"):
        target.lawful(builder.ROOT / place, content)


@pytest.mark.parametrize("place", ["site", "content/site", "content/thu-muc-khac/a", "a/b/c/site"])
def test_beside_them_is_lawful_there_or_not(place: str, content: Path) -> None:
    path = content.parent / place
    assert target.lawful(path, content) == path.resolve()
    path.mkdir(parents=True)
    assert target.lawful(path, content) == path.resolve()
    assert target.lawful(builder.ROOT / "site", content) == builder.ROOT / "site"


def test_a_folder_reached_by_a_link_on_the_way_is_lawful(content: Path) -> None:
    (content.parent / "that").mkdir()
    try:
        (content.parent / "www").symlink_to(content.parent / "that")
    except OSError:
        pytest.skip("máy này không cho tạo lối tắt")
    found = target.lawful(content.parent / "www" / "site", content)
    assert found == (content.parent / "that" / "site").resolve()


def test_a_place_where_a_disk_is_mounted_is_refused(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content.parent / "o-dia").mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path).name == "o-dia")
    with pytest.raises(BadTarget, match=r"chỗ gắn một ổ đĩa.*bên trong nó"):
        target.lawful(content.parent / "o-dia", content)
    assert target.lawful(content.parent / "o-dia" / "site", content)


def test_a_place_that_may_not_be_written_is_refused(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = content.parent / "luan-van"
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != closed.resolve())
    with pytest.raises(BadTarget, match=r"Không được phép ghi vào thư mục «.*luan-van»"):
        target.lawful(closed / "a" / "site", content)
    with pytest.raises(BadTarget, match="không phải thư mục"):
        target.lawful(closed / "chuong-1.docx" / "site", content)


@pytest.fixture
def site(content: Path) -> Path:
    """A built site of two pages."""
    folder = content.parent / "site"
    (folder / "truong").mkdir(parents=True)
    for name in ("404.html", "index.html", "truong/index.html"):
        (folder / name).write_text("<h1>Bịa</h1>", encoding="utf-8")
    inventory.mark(folder)
    return folder


def test_a_site_tells_which_files_are_its_own_with_the_same_bytes_each_time(site: Path) -> None:
    first = (site / inventory.MARK).read_bytes()
    assert inventory.mark(site) == ["404.html", "index.html", "truong/index.html"]
    assert (site / inventory.MARK).read_bytes() == first
    assert inventory.is_whole(site)
    (site / "truong" / "index.html").unlink()
    assert not inventory.is_whole(site)


def test_a_site_or_what_is_left_of_one_may_be_replaced(site: Path, content: Path) -> None:
    inventory.refuse_occupied(site, content)
    (site / "404.html").unlink()
    (site / "index.html").write_bytes(b"")
    inventory.refuse_occupied(site, content)


@pytest.mark.parametrize("name", ["index.html.gz", "truong/index.html.br", "truong/.DS_Store"])
def test_what_servers_and_file_managers_put_in_a_site_stops_nothing(
    name: str, site: Path, content: Path
) -> None:
    (site / name).touch()
    inventory.refuse_occupied(site, content)


@pytest.mark.parametrize(
    "name",
    [
        "ghi-chu.txt",
        "truong/luan-van.docx",
        ".git/HEAD",
        ".htaccess",
        "luan-van.gz",
        "a/b/404.html",
    ],
)
def test_a_file_put_into_a_site_by_somebody_is_named_and_kept(
    name: str, site: Path, content: Path
) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).touch()
    with pytest.raises(BadTarget, match=rf"1 tệp không do cổng dựng ra \({name}\)"):
        inventory.refuse_occupied(site, content)


@pytest.mark.skipif(os.name == "nt", reason="Windows đòi quyền riêng để tạo lối tắt")
def test_a_link_put_into_a_site_is_somebody_s_file(site: Path, content: Path) -> None:
    (site / "nha").symlink_to(content.parent / "luan-van")
    with pytest.raises(BadTarget, match=r"1 tệp không do cổng dựng ra \(nha\)"):
        inventory.refuse_occupied(site, content)


@pytest.mark.parametrize("mark", ["", "danh sách tệp của tôi\n", f"x{inventory.HEAD}\n"])
def test_a_404_page_or_a_file_of_that_name_makes_no_site(mark: str, content: Path) -> None:
    folder = content.parent / "luan-van"
    (folder / "404.html").write_text("<h1>Không tìm thấy trang</h1>", encoding="utf-8")
    (folder / "index.html").touch()
    if mark:
        (folder / inventory.MARK).write_text(mark, encoding="utf-8")
    with pytest.raises(BadTarget, match="có tệp khác, không phải trang đã dựng"):
        inventory.refuse_occupied(folder, content)


LATER = ("api", "theo-doi", "nhung", "tu-ra-soat", "lich")
"""Rooms that no such site had yet."""


@pytest.fixture
def earlier_site(made_up_site: Path, tmp_path: Path) -> Path:
    """A site as it was built before sites carried the list of their files."""
    site = tmp_path / "truoc-day"
    shutil.copytree(made_up_site, site)
    (site / inventory.MARK).unlink()
    for room in LATER:
        shutil.rmtree(site / room, ignore_errors=True)
    for file in (
        *(*site.rglob("lich.ics"), *site.rglob("the.json"), *site.glob("assets/img/**/*.png")),
        *site.glob("tien-do/**/du-lieu/*"),
        *site.glob("mo-hinh/*.docx"),
    ):
        file.unlink()
    return site


def test_a_site_of_an_earlier_version_whole_or_not_may_be_replaced(
    earlier_site: Path, tiny_content: Path
) -> None:
    inventory.refuse_occupied(earlier_site, tiny_content)
    (earlier_site / "404.html").unlink()
    shutil.rmtree(earlier_site / "assets")
    inventory.refuse_occupied(earlier_site, tiny_content)


@pytest.mark.parametrize(
    "name",
    [
        *("ghi-chu.txt", "luan-van.docx", "assets/anh.jpg", "tep/cua-toi.png", "trang.html"),
        *("van-ban/01-qd-lm/khac.docx", ".htaccess", "a.json"),
    ],
)
def test_an_earlier_site_with_anything_else_in_it_is_kept(
    name: str, earlier_site: Path, tiny_content: Path
) -> None:
    (earlier_site / name).write_text("<p>của tôi</p>", encoding="utf-8")
    with pytest.raises(BadTarget, match="xoá thư mục ấy một lần"):
        inventory.refuse_occupied(earlier_site, tiny_content)


@pytest.fixture(params=DOORS)
def run(request: pytest.FixtureRequest, tiny_content: Path) -> Iterator[Callable[[Path], str]]:
    """Build or export into a folder by the door people use; what it said, once it refused."""

    def refused(place: Path, **words: int) -> str:
        typed = ["--content", tiny_content, DOORS[request.param], place, "--ngay", tiny.DAY]
        done = commands.run(request.param, *typed, **words)
        assert done.returncode in (0, 1), done.stderr
        assert "Traceback" not in done.stderr
        return done.stderr if done.returncode else ""

    yield refused


def test_both_doors_refuse_at_once_and_touch_nothing(
    run: Callable[[Path], str], content: Path, tiny_content: Path
) -> None:
    work = content.parent / "luan-van"
    (work / "404.html").touch()
    (content.parent / "tep").touch()
    before = all_of(content.parent)
    places = [work, content.parent / "tep", content.parent / "tep" / "site"]
    places += [tiny_content / "docs" / "moi", tiny_content.parent]
    for place in places:
        assert "Hãy chọn" in run(place)
    assert all_of(content.parent) == before
    assert not (tiny_content / "docs" / "moi").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows không có mặt nạ quyền")
@pytest.mark.parametrize("mask", [0o077, 0o002, 0o027])
def test_whatever_the_mask_others_may_read_all_and_write_nothing(
    mask: int, run: Callable[..., str], tmp_path: Path
) -> None:
    place = tmp_path / "www" / "portal" / "site"
    assert run(place, umask=mask) == ""
    found = [place.parent, place.parent.parent, place, *place.rglob("*")]
    wrong = [
        path
        for path in found
        if stat.S_IMODE(path.stat().st_mode) != (0o755 if path.is_dir() else 0o644)
    ]
    assert len(found) > 100
    assert wrong == []


def test_an_export_is_not_made_where_another_is(run: Callable[[Path], str], tmp_path: Path) -> None:
    assert run(tmp_path / "ra") == ""
    again = run(tmp_path / "ra")
    assert again == "" if (tmp_path / "ra" / "404.html").exists() else "không trống" in again
    assert [path.name for path in tmp_path.iterdir()] == ["ra"]
