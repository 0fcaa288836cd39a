"""The folder of the site before the standing one: the next is begun from it instead of from none.

Comes in: a place where that folder was put away, what the store knows of the standing site. Goes
out: a folder that holds what the two sites share, under second names. It saves making thousands of
folders and names, and taking as many away, which a disk does slowly. May be gone at any time;
nothing counts in it but what is the same file as in the standing site.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from portal.views.store import Output

BOTH = 2
"""Names of a file that only the two sites have."""


def adopt(spare: Path, site: Path, known: Mapping[str, Output]) -> frozenset[str]:
    """Begin a site, empty so far, from the spare folder. `known`: files of the standing site. The
    paths of those that both have; all else in it is taken away."""
    with suppress(OSError):  # none, or not on the same disk
        if not spare.is_symlink():
            for child in sorted(spare.iterdir()):
                child.rename(site / child.name)
            spare.rmdir()
    found: set[str] = set()
    _sift(str(site), "", known, found)
    return frozenset(found)


def _sift(folder: str, below: str, known: Mapping[str, Output], found: set[str]) -> bool:
    """Whether anything is left of a folder."""
    left = False
    with os.scandir(folder) as entries:
        inside = list(entries)
    for entry in inside:
        path = below + entry.name
        if entry.is_dir(follow_symlinks=False):
            if _sift(entry.path, f"{path}/", known, found):
                left = True
            else:
                Path(entry).rmdir()
        elif _is_shared(entry, known.get(path)):
            found.add(path)
            left = True
        else:
            Path(entry).unlink()
    return left


def _is_shared(entry: os.DirEntry[str], known: Output | None) -> bool:
    told = entry.stat(follow_symlinks=False)
    now = told.st_size, told.st_mtime_ns, told.st_ino
    mine = S_ISREG(told.st_mode) and told.st_nlink == BOTH
    return mine and known is not None and now == (known.size, known.changed, known.inode)


def leave_out(site: Path, adopted: Iterable[str], wanted: Collection[str]) -> None:
    """Take away what was adopted and belongs to no page any more, and folders empty by that."""
    for path in adopted:
        if path not in wanted:
            (site / path).unlink()
            with suppress(OSError):  # not empty
                for folder in (site / path).parents:
                    if folder == site:
                        break
                    folder.rmdir()
