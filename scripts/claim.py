"""One at a time: a file that one living process holds, and who that is.

In: the path of the file. Out: a block that no other holder of the file is in meanwhile. The lock
is the system's, so it ends with its process, however that ends; the words in the file only tell
people who holds it. Standard library only: the environment is made under it too.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

MARK = "portal-khoa "
PAUSE = 0.2
_FAR = 2**30
"""The one byte locked on Windows, where what is locked cannot be read: far behind the words."""
_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


@dataclass(frozen=True)
class Holder:
    """A process that works on something alone."""

    pid: int
    host: str
    since: str

    def __str__(self) -> str:
        return f"tiến trình {self.pid} trên máy {self.host}, từ {self.since}"


class Held(Exception):
    """Somebody else holds the file, and did so for as long as we waited; tells who."""


class NotOurs(Exception):
    """At the path of the lock stands something that no claim ever made."""


def me() -> Holder:
    now = datetime.now(timezone(timedelta(hours=7)))  # people read it: the time in Viet Nam
    return Holder(os.getpid(), socket.gethostname(), f"{now:%H:%M:%S ngày %d/%m/%Y}")


@contextmanager
def claim(path: Path, patience: float, wait: Callable[[str], None]) -> Iterator[bool]:
    """Hold the file; True if the system really locks there, as some network folders do not.

    Where it is held, `wait` is told once by whom; after `patience` seconds it is `Held`.
    """
    end = time.monotonic() + patience
    told = False
    while (taken := _take(path)) is None:
        holder = str(read(path) or "một tiến trình khác")
        if time.monotonic() >= end:
            raise Held(holder)
        if not told:
            wait(holder)
        told = True
        time.sleep(PAUSE)
    file, locked = taken
    try:
        _write(file)
        yield locked
    finally:
        _leave(file, path)


def read(path: Path) -> Holder | None:
    """Who holds the file, as far as it tells."""
    try:
        return Holder(**json.loads(_words(path).removeprefix(MARK)))
    except (OSError, ValueError, TypeError):
        return None


def _words(path: Path) -> str:
    file = os.open(path, os.O_RDONLY | _FLAGS)
    try:
        return os.read(file, 1000).decode("utf-8", "replace")
    finally:
        os.close(file)


def _take(path: Path) -> tuple[int, bool] | None:
    """The open file once it is ours and still the one at the path; nothing while it is held."""
    file = _open(path)
    try:
        locked = _lock(file)
        if locked is not False and _stands_at(file, path):
            return file, bool(locked)
    except BaseException:
        os.close(file)
        raise
    os.close(file)
    return None


def _open(path: Path) -> int:
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | _FLAGS, 0o644)
    except PermissionError as refused:  # another user's: whether it is held can still be asked
        try:
            file = os.open(path, os.O_RDONLY | _FLAGS)
        except FileNotFoundError:
            raise refused from None
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EISDIR, errno.ENXIO):
            raise NotOurs(str(path)) from error
        raise
    if not _ours(file):
        os.close(file)
        raise NotOurs(str(path))
    return file


def _ours(file: int) -> bool:
    if not stat.S_ISREG(os.fstat(file).st_mode):
        return False
    words = os.read(file, 1000)
    return words.startswith(MARK.encode()) or not words.strip(b"\0")  # after a loss of power


def _lock(file: int) -> bool | None:
    """Whether it is ours now; None where the system cannot lock in this place."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, _FAR, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return False if error.errno in _HELD else None
    return True


def _stands_at(file: int, path: Path) -> bool:
    """A holder that ended took the file away: locking what is gone locks nobody out."""
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except FileNotFoundError:
        return False


def _write(file: int) -> None:
    with suppress(PermissionError):  # opened to be asked only
        if hasattr(os, "fchmod"):
            os.fchmod(file, 0o644)
    with suppress(OSError):  # a full disk refuses the words, the lock holds all the same
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, (MARK + json.dumps(asdict(me()))).encode())


def _leave(file: int, path: Path) -> None:
    """Take the file away while it is still ours; Windows lets nobody take away an open one."""
    if sys.platform == "win32":
        os.close(file)
        with suppress(OSError):
            path.unlink()
        return
    try:
        with suppress(OSError):
            path.unlink()
    finally:
        os.close(file)
