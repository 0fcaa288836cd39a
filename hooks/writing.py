"""Files of a site as they are written: what the site in its place holds already, byte for byte, is
taken over under a second name; all else is new.

Comes in: where the site is being made, and the one that stands. Goes out: files. Nothing is ever
changed in place, so neither site sees what happens to the other. A second name costs the disk next
to nothing; for a new file ext4 searches past all that were deleted in the last minutes, which after
a build are as many as the former site had: 0.1 to 0.6 ms each.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from spare import BOTH

from portal import tree

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_OLD = os.O_RDONLY | _BINARY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Writer:
    """Writes below one folder. `former`: a site whose files may be taken over, if any."""

    def __init__(self, site: Path, former: Path | None = None) -> None:
        self.site, self.former = str(site), str(former or "")
        self.adopted: Collection[str] = ()
        """Paths that hold the very files of the former site already."""
        self._folders: set[str] = set()
        """Known to be there."""

    def put(self, path: str, content: bytes) -> os.stat_result:
        target, is_there = self._target(path), path in self.adopted
        try:
            if self.former and (told := _take(f"{self.former}/{path}", target, content, is_there)):
                return told
            if is_there:
                Path(target).unlink()  # never written to: it is the former site's
            return _create(target, content)
        except FileExistsError:  # somebody may be reading it
            tree.replace(Path(target), content)
            return os.lstat(target)

    def take(self, path: str) -> os.stat_result:
        """A file of the former site as it is, which the caller has looked at."""
        former, target = f"{self.former}/{path}", self._target(path)
        told = os.lstat(former)
        if path in self.adopted:
            if told.st_nlink == BOTH:
                return told
            Path(target).unlink()
        elif told.st_nlink == 1:  # else it is somebody else's too
            with suppress(OSError):  # a disk without second names
                os.link(former, target)
                return told
        return _create(target, Path(former).read_bytes())

    def _target(self, path: str) -> str:
        target = f"{self.site}/{path}"
        folder = target.rpartition("/")[0]
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return target


def _take(old: str, target: str, content: bytes, is_there: bool) -> os.stat_result | None:
    """The former file, where it is the same, nobody else's, and has a second name or could be given
    one."""
    try:
        handle = os.open(old, _OLD)
    except OSError:
        return None
    try:
        told = os.fstat(handle)
        ours = S_ISREG(told.st_mode) and told.st_nlink == (BOTH if is_there else 1)
        if not ours or told.st_size != len(content) or os.read(handle, len(content)) != content:
            return None
        if not is_there:
            os.link(old, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without second names
        return None
    finally:
        os.close(handle)
    return told


def _create(target: str, content: bytes) -> os.stat_result:
    handle = os.open(target, _NEW, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        return os.fstat(handle)
    finally:
        os.close(handle)
