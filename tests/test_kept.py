"""Files of a former site are taken over where the disk or their bytes tell that they are what that
build made; else nothing of a page or a room is."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import kept
import pytest
from kept import SECOND, TICK, Kept, written
from writing import Writer

from portal.views.outputs import Asset
from portal.views.store import Output, checksum

TIME = 1_600_000_000 * SECOND + 5
"""Long ago, and not on a whole second."""


class StoreOf(SimpleNamespace):
    """As much of a store as is asked, told by a test."""

    def __init__(self, files: dict[str, tuple[Output, ...]], at: int = TIME * 2) -> None:
        super().__init__(before=SimpleNamespace(at=at), files=files, kept={})
        self.marked = self.meant = False

    def unchanged(self, name: str) -> tuple[Output, ...]:
        found: tuple[Output, ...] = self.files.get(name, ())
        return found

    def may_be_marked_anew(self, name: str) -> bool:
        return self.meant

    def is_marked_anew(self, content: bytes) -> bool:
        return self.marked and b"lang" in content

    def keep(self, name: str, files: tuple[Output, ...]) -> None:
        self.kept[name] = files


def made(site: Path, path: str = "a.json", content: bytes = b"lang may", at: int = TIME) -> Output:
    """A file of the former site and what its build told of it."""
    told = written(Writer(site), Asset(path, content))
    os.utime(site / path, ns=(at, at))
    return told._replace(changed=at)


def of(site: Path, at: int = TIME * 2, **files: tuple[Output, ...]) -> tuple[Kept, Any]:
    store: Any = StoreOf(files, at)
    return Kept(store, site), store


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files whose bytes are read."""
    told: list[Path] = []
    read = kept._read

    def _read(path: Path) -> bytes:
        told.append(path)
        return read(path)

    monkeypatch.setattr(kept, "_read", _read)
    return told


def test_a_file_that_is_written_is_told_of_as_the_disk_does(tmp_path: Path) -> None:
    told = written(Writer(tmp_path), Asset("x/a.json", b"abc"))
    disk = (tmp_path / "x/a.json").stat()
    assert told == Output(
        "x/a.json", checksum(b"abc"), 3, disk.st_mtime_ns, disk.st_ino
    )  # what nobody wrote to since looks so for ever


def test_of_a_file_nobody_wrote_to_the_disk_is_believed(tmp_path: Path, unread: list[Path]) -> None:
    file = made(tmp_path)
    assert of(tmp_path)[0]._sound(file) == file
    assert unread == []


@pytest.mark.parametrize(
    ("changed", "at"),
    [(TIME - 5, TIME * 2), (TIME, TIME + TICK), (TIME, TIME + TICK - 1), (TIME, TIME)],
    ids=["whole second", "same tick", "within the tick", "at that very time"],
)
def test_where_its_time_tells_nothing_the_bytes_are_read(
    changed: int, at: int, tmp_path: Path, unread: list[Path]
) -> None:
    file = made(tmp_path, at=changed)
    assert of(tmp_path, at)[0]._sound(file) == file
    assert unread == [tmp_path / "a.json"]
    assert of(tmp_path, changed + TICK + 1)[0]._sound(file) == file
    assert len(unread) == (2 if changed % SECOND == 0 else 1)


@pytest.mark.parametrize("at", [TIME - 7, TIME + 7])
def test_a_file_with_another_time_counts_by_its_bytes_whichever_is_later(
    at: int, tmp_path: Path
) -> None:
    file = made(tmp_path)
    taken, _ = of(tmp_path)
    (tmp_path / "a.json").write_bytes(b"lang tre")
    os.utime(tmp_path / "a.json", ns=(at, at))
    assert taken._sound(file) is None
    (tmp_path / "a.json").write_bytes(b"lang may")
    os.utime(tmp_path / "a.json", ns=(at, at))
    assert taken._sound(file) == file._replace(changed=at)


def test_a_file_that_is_gone_longer_or_no_file_is_not_taken_over(tmp_path: Path) -> None:
    file = made(tmp_path)
    taken, _ = of(tmp_path)
    (tmp_path / "a.json").write_bytes(b"lang may va lang tre")
    assert taken._sound(file) is None
    (tmp_path / "a.json").unlink()
    assert taken._sound(file) is None
    (tmp_path / "a.json").mkdir()
    told = (tmp_path / "a.json").lstat()
    assert taken._sound(file._replace(size=told.st_size)) is None


def test_a_page_comes_over_whole_with_what_stands_beside_it_or_not_at_all(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    files = (made(old, "x/index.html"), made(old, "x/the.json", b"{}"))
    taken, store = of(old, **{"x/index.html": files})
    plan: Any = SimpleNamespace(path="x/index.html")
    assert taken.take(plan, Writer(new, old))
    assert (new / "x/index.html").read_bytes() == b"lang may"
    assert (new / "x/the.json").read_bytes() == b"{}"
    assert [(one.path, one.checksum) for one in store.kept["x/index.html"]] == [
        ("x/index.html", checksum(b"lang may")),
        ("x/the.json", checksum(b"{}")),
    ]
    for one in store.kept["x/index.html"]:
        disk = (new / one.path).stat()
        assert (one.size, one.changed, one.inode) == (disk.st_size, disk.st_mtime_ns, disk.st_ino)


def test_nothing_is_brought_where_one_file_is_missing_or_none_is_known(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    files = (made(old, "x/index.html"), made(old, "x/the.json", b"{}"))
    (old / "x/the.json").unlink()
    taken, store = of(old, room=files)
    for name in ("room", "unknown"):
        plan: Any = SimpleNamespace(path=name)
        assert not taken.take(plan, Writer(new, old))
        assert taken.take_room(name, Writer(new, old)) == []
    assert store.kept == {}
    assert not new.exists()


def test_of_a_room_all_paths_are_told_in_their_order(tmp_path: Path) -> None:
    old = tmp_path / "old"
    files = (made(old, "b.json"), made(old, "a.json"))
    taken, store = of(old, room=files)
    assert taken.take_room("room", Writer(tmp_path / "new", old)) == ["b.json", "a.json"]
    assert store.kept.keys() == {"room"}


@pytest.mark.parametrize(
    ("meant", "marked", "taken"),
    [(False, False, True), (True, False, True), (False, True, True), (True, True, False)],
)
def test_a_page_on_which_a_term_is_marked_otherwise_now_is_drawn_anew(
    meant: bool, marked: bool, taken: bool, tmp_path: Path
) -> None:
    old = tmp_path / "old"
    known, store = of(old, x=(made(old, "x"),))
    store.meant, store.marked = meant, marked
    plan: Any = SimpleNamespace(path="x")
    assert known.take(plan, Writer(tmp_path / "new", old)) is taken


def test_a_former_site_that_goes_while_it_is_taken_over_only_costs_a_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old"
    taken, store = of(old, x=(made(old, "x"),))

    def gone(self: Writer, path: str) -> os.stat_result:
        raise FileNotFoundError(path)

    monkeypatch.setattr(Writer, "take", gone)
    plan: Any = SimpleNamespace(path="x")
    assert not taken.take(plan, Writer(tmp_path / "new", old))
    assert store.kept == {}


def test_a_page_that_cannot_be_read_any_more_says_nothing(tmp_path: Path) -> None:
    assert kept._read(tmp_path / "gone") == b""
