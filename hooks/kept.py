"""The site of a former build: its files are taken over where they would come out the same.

Comes in: what the store knows of a file, and the old site. Goes out: files in the new one, by a
second name where the disk has such. A file that is not what the former build made is made again.

Whether it is, the disk tells as it tells git: size, inode and the time of the last writing are what
they were when the build wrote it. A time so late that the file may have been written to again
within the same tick, or that has whole seconds only, tells nothing: then the bytes are read.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from portal import tree
from portal.views.outputs import Asset, Plan
from portal.views.store import Output, Store, checksum

SECOND = 10**9
TICK = SECOND // 20
"""No clock of a disk is coarser than this, but for those of whole seconds."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The site of a former build, as far as it is what that build made."""

    store: Store
    site: Path

    def take(self, plan: Plan, into: Path) -> bool:
        """Whether the page and the files beside it could be taken over."""
        files = self.store.unchanged(plan.path)
        if (
            files
            and self.store.may_be_marked_anew(plan.path)
            and self.store.is_marked_anew(_read(self.site / plan.path))
        ):
            return False
        return self._bring(plan.path, files, into)

    def take_room(self, name: str, into: Path) -> list[str]:
        """The paths of all ready files of a room, where they could be taken over; else none."""
        files = self.store.unchanged(name)
        return [one.path for one in files] if self._bring(name, files, into) else []

    def write(self, asset: Asset, into: Path) -> Output:
        """A ready file that was made anew, and may have come out as it was."""
        told = checksum(asset.content)
        before = self.store.files.get(asset.path)
        if before and before.checksum == told and (sound := self._sound(before)):
            with suppress(OSError):
                _bring(self.site / asset.path, into / asset.path)
                return sound
        return written(into, asset, told)

    def _bring(self, name: str, files: tuple[Output, ...], into: Path) -> bool:
        found = tuple(filter(None, map(self._sound, files)))
        if not files or len(found) < len(files):
            return False
        try:
            for file in found:
                _bring(self.site / file.path, into / file.path)
        except OSError:  # taken away meanwhile; where the new site takes none, drawing says so
            return False
        self.store.keep(name, found)
        return True

    def _sound(self, file: Output) -> Output | None:
        """The file, where it is what the former build made."""
        place = f"{self.site}/{file.path}"
        try:
            told = os.lstat(place)
        except OSError:  # taken away
            return None
        now = _told(file.path, file.checksum, told)
        if not S_ISREG(told.st_mode) or now.size != file.size:
            return None
        settled = now.changed % SECOND and now.changed + TICK < self.store.before.at
        if now == file and settled:
            return file
        return now if checksum(_read(Path(place))) == file.checksum else None


def _told(path: str, checksum: str, told: os.stat_result) -> Output:
    return Output(path, checksum, told.st_size, told.st_mtime_ns, told.st_ino)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # no file any more: it is drawn again
        return b""


def _bring(old: Path, new: Path) -> None:
    """By a second name: the old site goes when the new one takes its place."""
    try:
        _linked(old, new)
    except OSError:  # a disk without second names, or too many of them
        put(new, old.read_bytes())


def _linked(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except FileNotFoundError:
        new.parent.mkdir(parents=True, exist_ok=True)
        os.link(old, new)


def written(folder: Path, asset: Asset, told: str = "") -> Output:
    """A file of the site, and how the disk tells of it."""
    stat = put(folder / asset.path, asset.content)
    return _told(asset.path, told or checksum(asset.content), stat)


def put(path: Path, content: bytes) -> os.stat_result:
    """Most folders and no files are there: it is tried before it is asked."""
    try:
        return _create(path, content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _create(path, content)
    except FileExistsError:  # somebody may be reading it
        tree.replace(path, content)
        return path.lstat()


def _create(path: Path, content: bytes) -> os.stat_result:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        return os.fstat(file.fileno())
