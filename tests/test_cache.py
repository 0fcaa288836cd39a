"""What one build leaves for the next (`.cache/tim-kiem`): it saves time and changes no page."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import tiny
from cache import LEDGERS, SEARCH, Cache

from portal import tree, views
from portal.road import judge
from portal.views.outputs import Page

SENT = b"anything"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


@pytest.fixture
def kept(cache: Cache) -> Path:
    return cache.folder / SEARCH


def test_what_is_left_is_found_again(cache: Cache, kept: Path) -> None:
    assert cache.left(SEARCH) == b""
    for content in (SENT, b"more", b""):
        cache.leave(SEARCH, content)
        assert cache.left(SEARCH) == content
    assert [path.name for path in kept.parent.iterdir()] == ["tim-kiem"]


def make_fifo(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("trên Windows không có FIFO")
    os.mkfifo(path)


def make_link(path: Path) -> None:
    (path.parent / "luan-van").write_bytes(SENT)
    try:
        path.symlink_to("luan-van")
    except OSError:
        pytest.skip("máy này không cho tạo lối tắt")


@pytest.mark.parametrize("make", [make_fifo, make_link, Path.mkdir], ids=["fifo", "link", "folder"])
def test_what_is_no_plain_file_is_not_read_nor_written_through(
    make: Callable[[Path], None], cache: Cache, kept: Path
) -> None:
    kept.parent.mkdir()
    make(kept)
    assert cache.left(SEARCH) == b""
    cache.leave(SEARCH, b"content")
    assert kept.is_dir() or cache.left(SEARCH) == b"content"
    other = kept.parent / "luan-van"
    assert not other.exists() or other.read_bytes() == SENT


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="hệ này không phân biệt người dùng")
def test_what_another_user_wrote_does_not_count(
    cache: Cache, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.leave(SEARCH, b"written by us")
    assert cache.left(SEARCH) == b"written by us"
    assert cache.templates()
    other = kept.lstat().st_uid + 1
    monkeypatch.setattr(os, "geteuid", lambda: other)
    assert cache.left(SEARCH) == b""
    assert cache.templates() is None


@pytest.mark.parametrize("place", ["a file", "forbidden"])
def test_where_nothing_can_be_left_nothing_breaks(
    place: str, cache: Cache, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if place == "a file":
        kept.parent.write_bytes(SENT)
    else:

        def refuse(**_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(tree, "mkstemp", refuse)
    cache.leave(SEARCH, b"content")
    assert cache.left(SEARCH) == b""


def test_what_killed_builds_began_is_taken_away(cache: Cache, kept: Path) -> None:
    kept.parent.mkdir()
    (kept.parent / ".tim-kiem.a1b2c3d4.moi").write_bytes(b"half")
    (kept.parent / "cua-toi").write_bytes(SENT)
    cache.leave(SEARCH, b"content")
    assert sorted(path.name for path in kept.parent.iterdir()) == ["cua-toi", "tim-kiem"]


def test_of_sites_long_not_built_what_was_left_goes(cache: Cache) -> None:
    for at in range(LEDGERS + 2):
        cache.leave(f"so-trang.{at}", SENT)
        os.utime(cache.folder / f"so-trang.{at}", (1000 - at, 1000 - at))  # the first is the newest
    name = cache.ledger(Path("/bia/site"))
    left = sorted(path.name for path in cache.folder.iterdir())
    assert left == [f"so-trang.{at}" for at in range(LEDGERS)]
    assert name == cache.ledger(Path("/bia/site"))
    assert name != cache.ledger(Path("/bia/site-2"))


def test_what_another_build_takes_away_meanwhile_is_the_oldest_of_all(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(LEDGERS + 1):
        cache.leave(f"so-trang.{at}", SENT)
        os.utime(cache.folder / f"so-trang.{at}", (1000 - at, 1000 - at))
    there = sorted(cache.folder.iterdir())
    listed = [cache.folder / "so-trang.da-mat", *there]
    monkeypatch.setattr(Path, "glob", lambda self, pattern: iter(listed))
    cache.ledger(Path("/bia/site"))
    assert sorted(cache.folder.iterdir()) == there[:LEDGERS]


def test_many_at_once_leave_one_whole_content(cache: Cache, kept: Path) -> None:
    contents = [bytes([number]) * 200_000 for number in range(6)]

    def leave(content: bytes) -> None:
        for _ in range(20):
            cache.leave(SEARCH, content)
            assert cache.left(SEARCH) in contents

    threads = [threading.Thread(target=leave, args=[content]) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert cache.left(SEARCH) in contents
    assert [path.name for path in kept.parent.iterdir()] == ["tim-kiem"]


def test_no_byte_of_a_page_depends_on_what_was_left(tiny_content: Path) -> None:
    library, _ = judge(tiny_content, tiny.DAY)
    whole = views.draw(library)
    content = whole.cache
    assert len(content) > 1000
    flipped = bytearray(content)
    flipped[len(content) // 2] ^= 1
    for left in (
        content,
        content[:-1],
        content[:40],
        b"",
        b"\0" * 99,
        bytes(flipped),
        content + b"x",
    ):
        again = views.draw(library, left=left)
        assert again.assets == whole.assets
        assert list(map(_drawn, again.pages)) == list(map(_drawn, whole.pages))


def _drawn(page: Page) -> tuple[object, ...]:
    """All of a page but how it is made: no two calls bound to their values are equal."""
    return page.url, page.title, page.description, page.html, page.outline, page.data, page.tags
