"""Which pages of a site changed between two looks at it.

In: a folder, what was seen there last. Out: every page, and whatever all pages load, by its path. A
file that is the very one it was is not read again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

SHARED = ("assets/css/", "assets/js/")
"""What every page loads."""


class Look(NamedTuple):
    """A file as it was looked at last."""

    identity: tuple[int, int, int]
    """How the disk tells of it: inode, size, when it was written."""
    content: bytes
    """A digest."""

    def differs(self, before: Look | None) -> bool:
        return before is None or before.content != self.content


def of_site(site: Path, before: Mapping[str, Look] | None = None) -> dict[str, Look]:
    """Nothing is changed in place, neither by a build nor by a first look: of what the disk tells
    the same, the content is the same."""
    seen = before or {}
    return {path: of_file(Path(site, path), seen.get(path)) for path in _paths(site)}


def of_file(file: Path, before: Look | None = None) -> Look:
    try:
        told = file.lstat()
        identity = told.st_ino, told.st_size, told.st_mtime_ns
        if before and before.identity == identity:
            return before
        return Look(identity, blake2b(file.read_bytes(), digest_size=12).digest())
    except OSError:  # none any more
        return Look((0, 0, 0), b"")


def _paths(site: Path) -> Iterator[str]:
    todo = [(str(site), "")]
    while todo:
        folder, below = todo.pop()
        try:
            with os.scandir(folder) as entries:
                inside = list(entries)
        except OSError:
            continue
        for entry in inside:
            path = below + entry.name
            if entry.is_dir(follow_symlinks=False):
                todo.append((entry.path, f"{path}/"))
            elif path.endswith(".html") or path.startswith(SHARED):
                yield path
