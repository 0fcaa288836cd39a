"""One at a time: who holds, who waits, and that no dead holder keeps anybody out."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import claim
import pytest

SCRIPTS = Path(claim.__file__).parent


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / ".site.khoa"


def silent(_: str) -> None:
    """Nobody has to be told."""


def test_the_file_is_there_while_it_is_held_and_tells_by_whom(lock: Path) -> None:
    with claim.claim(lock, 0, silent) as locked:
        assert locked
        holder = claim.read(lock)
        assert holder
        assert (holder.pid, holder.host) == (os.getpid(), socket.gethostname())
        assert str(holder).startswith(f"tiến trình {os.getpid()} trên máy ")
    assert not lock.exists()


def test_who_comes_second_is_told_by_whom_it_is_held_and_refused_in_the_end(lock: Path) -> None:
    told: list[str] = []
    with (
        claim.claim(lock, 0, silent),
        pytest.raises(claim.Held, match=f"tiến trình {os.getpid()} trên máy"),
        claim.claim(lock, 0.3, told.append),
    ):
        pass
    assert len(told) == 1, "một lần là đủ"
    assert not lock.exists()


def test_who_comes_second_goes_on_when_the_first_is_done(lock: Path) -> None:
    waiting, order = threading.Event(), []

    def second() -> None:
        with claim.claim(lock, 60, lambda _: waiting.set()):
            order.append("hai")

    thread = threading.Thread(target=second)
    with claim.claim(lock, 0, silent):
        thread.start()
        assert waiting.wait(60)
        order.append("một")
    thread.join(60)
    assert order == ["một", "hai"]


def test_of_many_who_come_and_go_there_is_never_more_than_one(
    lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim, "PAUSE", 0.001)
    inside, most, done = 0, 0, 0

    def work() -> None:
        nonlocal inside, most, done
        for _ in range(25):
            with claim.claim(lock, 60, silent):
                inside += 1
                most = max(most, inside)
                inside -= 1
                done += 1

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert (most, done) == (1, 150)
    assert not lock.exists()


def test_a_holder_that_was_killed_keeps_nobody_out(lock: Path) -> None:
    start = f"""
import claim, os, pathlib, sys
with claim.claim(pathlib.Path({str(lock)!r}), 0, print):
    print("giữ", flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", start],
        cwd=SCRIPTS,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stdout.readline()
        with pytest.raises(claim.Held, match=str(process.pid)), claim.claim(lock, 0, silent):
            pass
        process.kill()
    assert lock.exists()
    with claim.claim(lock, 0, silent) as locked:
        assert locked
    assert not lock.exists()


@pytest.mark.parametrize("content", ["", "\0" * 90, claim.MARK, f"{claim.MARK}{{half"], ids=repr)
def test_a_torn_file_keeps_nobody_out(content: str, lock: Path) -> None:
    lock.write_text(content, encoding="utf-8")
    with claim.claim(lock, 0, silent) as locked:
        assert locked


def test_another_s_file_of_that_name_is_left_as_it_is(lock: Path) -> None:
    lock.write_text("luận văn", encoding="utf-8")
    with pytest.raises(claim.NotOurs), claim.claim(lock, 0, silent):
        pass
    assert lock.read_text(encoding="utf-8") == "luận văn"


@pytest.mark.skipif(os.name == "nt", reason="trên Windows không có các thứ này")
@pytest.mark.parametrize("kind", ["link", "dangling", "fifo", "folder"])
def test_what_is_no_plain_file_is_neither_followed_nor_waited_for(kind: str, lock: Path) -> None:
    other = lock.with_name("luan-van.txt")
    if kind == "link":
        other.touch()
    if kind in ("link", "dangling"):
        lock.symlink_to(other)
    elif kind == "fifo":
        os.mkfifo(lock)
    else:
        lock.mkdir()
    with pytest.raises(claim.NotOurs), claim.claim(lock, 0, silent):
        pass
    assert os.path.lexists(lock)
    assert other.exists() is (kind == "link")


@pytest.mark.skipif(os.name == "nt", reason="fcntl chỉ có ngoài Windows")
def test_where_the_system_cannot_lock_that_is_said(
    lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    with claim.claim(lock, 0, silent) as locked:
        assert not locked


@pytest.mark.skipif(os.name == "nt", reason="Windows không có mặt nạ quyền")
def test_others_may_read_who_holds_it_whatever_the_mask(lock: Path) -> None:
    before = os.umask(0o077)
    try:
        with claim.claim(lock, 0, silent):
            assert lock.stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(before)
