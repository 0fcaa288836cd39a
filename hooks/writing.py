"""Files of a site as they are written: what the site in its place holds already, byte for byte, is
taken over under a second name; all else is new.

Comes in: where the site is being made, and the one that stands. Goes out: files. Nothing is ever
changed in place, so neither site sees what happens to the other. A second name costs the disk next
to nothing; for a new file ext4 searches past all that were deleted in the last minutes, which after
a build are as many as the former site had: 0.1 to 0.6 ms each.
"""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISREG

from portal import tree

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_OLD = os.O_RDONLY | _BINARY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Writer:
    """Writes below one folder. `former`: a site whose files may be taken over, if any."""

    def __init__(self, site: Path, former: Path | None = None) -> None:
        self.site, self.former = str(site), str(former or "")
        self._folders: set[str] = set()
        """Known to be there."""

    def put(self, path: str, content: bytes) -> None:
        target = f"{self.site}/{path}"
        folder = target.rpartition("/")[0]
        if folder not in self._folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        try:
            if not (self.former and _take(f"{self.former}/{path}", target, content)):
                _create(target, content)
        except FileExistsError:  # somebody may be reading it
            tree.replace(Path(target), content)


def _take(old: str, target: str, content: bytes) -> bool:
    """Whether the former file is the same, is nobody else's, and could be given a second name."""
    try:
        handle = os.open(old, _OLD)
    except OSError:
        return False
    try:
        told = os.fstat(handle)
        ours = S_ISREG(told.st_mode) and told.st_nlink == 1 and told.st_size == len(content)
        if not ours or os.read(handle, len(content)) != content:
            return False
        os.link(old, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without second names
        return False
    finally:
        os.close(handle)
    return True


def _create(target: str, content: bytes) -> None:
    handle = os.open(target, _NEW, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
    finally:
        os.close(handle)
