"""Files of a site: new, or taken over from the site that stands; nothing is changed in place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from writing import Writer


@pytest.fixture
def former(tmp_path: Path) -> Path:
    """A site that stands, with one page."""
    Writer(tmp_path / "cu").put("a/b.txt", b"one")
    return tmp_path / "cu"


def is_shared(one: Path, other: Path) -> bool:
    return one.stat().st_ino == other.stat().st_ino


def test_another_text_takes_the_place_of_one_that_is_there_whole(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.put("a/b.txt", b"first")
    reader = (tmp_path / "a" / "b.txt").open("rb")
    writer.put("a/b.txt", b"second")
    with reader:
        assert reader.read() == b"first"
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"second"
    assert [one.name for one in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_a_file_that_comes_out_the_same_is_taken_over(former: Path, tmp_path: Path) -> None:
    Writer(tmp_path / "moi", former).put("a/b.txt", b"one")
    assert is_shared(tmp_path / "moi" / "a" / "b.txt", former / "a" / "b.txt")


@pytest.mark.parametrize("text", ["two", "one more", "on", ""])
def test_a_file_that_comes_out_otherwise_is_new(text: str, former: Path, tmp_path: Path) -> None:
    Writer(tmp_path / "moi", former).put("a/b.txt", text.encode())
    assert (tmp_path / "moi" / "a" / "b.txt").read_bytes() == text.encode()
    assert (former / "a" / "b.txt").read_bytes() == b"one"


def test_a_site_made_of_another_does_not_change_with_it(former: Path, tmp_path: Path) -> None:
    for text in (b"one", b"two", b"three"):
        Writer(tmp_path / "moi", former).put("a/b.txt", text)
        assert (tmp_path / "moi" / "a" / "b.txt").read_bytes() == text
        assert (former / "a" / "b.txt").read_bytes() == b"one"


PIPES = ["pipe"] if hasattr(os, "mkfifo") else []


@pytest.mark.parametrize("kind", ["link", "second name", "folder", *PIPES])
def test_what_is_no_file_of_the_former_site_alone_is_not_taken_over(
    kind: str, former: Path, tmp_path: Path
) -> None:
    place, elsewhere = former / "a" / "b.txt", tmp_path / "khac.txt"
    place.unlink()
    elsewhere.write_bytes(b"one")
    match kind:
        case "link":
            place.symlink_to(elsewhere)
        case "second name":
            place.hardlink_to(elsewhere)
        case "pipe":
            os.mkfifo(place)
        case _:
            place.mkdir()
    Writer(tmp_path / "moi", former).put("a/b.txt", b"one")
    made = tmp_path / "moi" / "a" / "b.txt"
    assert made.read_bytes() == b"one"
    assert made.lstat().st_nlink == 1
    assert not is_shared(made, elsewhere)


def test_a_disk_without_second_names_takes_new_files(
    former: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("bịa")

    monkeypatch.setattr(os, "link", refuse)
    Writer(tmp_path / "moi", former).put("a/b.txt", b"one")
    assert (tmp_path / "moi" / "a" / "b.txt").read_bytes() == b"one"
    assert not is_shared(tmp_path / "moi" / "a" / "b.txt", former / "a" / "b.txt")
