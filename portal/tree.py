"""A content folder as the file system has it: what stands in it, and writing into it.

Comes in: the folder. Goes out: paths, never through a link; a fault for whatever is no file of its
own. Refuses to know: what files are for, and what they say.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from tempfile import mkstemp
from time import sleep
from unicodedata import category

from portal.problem import Fault
from portal.text import nfc

MACHINE = "data/_schema"
"""What commands write for editors' tools; no content."""
LITTER = ("thumbs.db", "desktop.ini")
"""What Windows leaves in folders by itself; like hidden files, nobody's content."""
UNFINISHED = ".moi"
_WAITS = (0.05, 0.2, 0.5, 1.0)
"""Seconds between tries to put a file in the place of one that another program holds."""
JUNCTION = 0xA0000003
"""The reparse tag of a folder that is another one; files kept in a cloud have other tags."""


def files(content: Path) -> Iterator[Path]:
    """What stands below `data/` and `docs/`, in the order of names: files, and whatever else is no
    folder that can be entered; follows no link."""
    found: list[Path] = []
    waiting = [content / "data", content / "docs"]
    while waiting:
        folder = waiting.pop()
        try:
            inside = [] if is_link(folder) else [*os.scandir(folder)]
        except FileNotFoundError:
            continue
        except OSError:
            found.append(folder)
            continue
        if is_link(folder):
            found.append(folder)
        for one in inside:
            path = folder / one.name
            if one.name.startswith(".") or one.name.lower() in LITTER or path == content / MACHINE:
                continue
            (waiting if one.is_dir(follow_symlinks=False) else found).append(path)
    return iter(sorted(found, key=lambda path: path.as_posix()))


def place_below(content: Path, path: Path) -> str:
    """A path as messages and ids tell it: with forward slashes, composed; what cannot be shown, or
    would turn a line around, is a mark."""
    told = os.fsencode(path.relative_to(content).as_posix()).decode("utf-8", "replace")
    if not (told.isascii() and told.isprintable()):
        told = "".join("\ufffd" if category(one)[0] == "C" else one for one in nfc(told))
    return told


def is_link(path: Path) -> bool:
    """Whether it is a symbolic link, or a junction of Windows."""
    try:
        told = path.lstat()
    except OSError:
        return False
    return S_ISLNK(told.st_mode) or getattr(told, "st_reparse_tag", 0) == JUNCTION


def refuse_strange(path: Path) -> None:
    """Raises a fault where a path is no file of its own: a link, a device, a pipe, a second name
    of a file that may stand anywhere."""
    told = path.lstat()
    if is_link(path):
        raise _strange("đây là lối tắt sang chỗ khác (link)")
    if not S_ISREG(told.st_mode) and not S_ISDIR(told.st_mode):
        raise _strange("đây không phải tệp thường")
    if S_ISREG(told.st_mode) and told.st_nlink > 1:
        raise _strange("tệp này còn có tên ở chỗ khác (hard link), sửa ở đó là đổi ở đây")


def _strange(told: str) -> Fault:
    return Fault(1, f"{told}.", "ngoai-thu-muc", "chép tệp thật vào thư mục nội dung")


def refuse_leaving(content: Path, path: Path) -> None:
    """Raises a fault where a command would write through a link: at the path or above it."""
    for place in (path, *path.parents):
        if place == content:
            return
        if place.is_symlink() or place.exists():
            refuse_strange(place)


def replace(path: Path, raw: bytes) -> None:
    """Put new bytes in a file's place, whole or not at all: a full disk costs nobody his text."""
    file, name = mkstemp(prefix=f".{path.name}.", suffix=UNFINISHED, dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(file, "wb") as opened:
            opened.write(raw)
        with suppress(FileNotFoundError):  # it may be the first
            fresh.chmod(path.stat().st_mode)
        _put(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _put(fresh: Path, path: Path) -> None:
    """Windows refuses while OneDrive or a virus scanner looks at the file: mostly for a moment."""
    for wait in _WAITS:
        try:
            fresh.replace(path)
            return
        except PermissionError:
            sleep(wait)
    fresh.replace(path)


def unfinished(path: Path) -> Iterator[Path]:
    """What a program that was killed while it replaced the file has left beside it."""
    return path.parent.glob(f".{path.name}.*{UNFINISHED}")
