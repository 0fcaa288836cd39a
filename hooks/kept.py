"""The site of a former build: its files are taken over where they would come out the same.

Comes in: what the store knows of a file, and the old site. Goes out: files in the new one, by a
second name where the disk has such. A file that is not what the former build made is made again.

Whether it is, the disk tells as it tells git: size, inode and the time of the last writing are what
they were when the build wrote it. A time so late that the file may have been written to again
within the same tick, or that has whole seconds only, tells nothing: then the bytes are read.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from writing import Writer

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

    @property
    def files(self) -> dict[str, Output]:
        """All files that the store knows of it, by their paths."""
        pages = self.store.before.pages.values()
        return {file.path: file for page in pages for file in page.files}

    def take(self, plan: Plan, into: Writer) -> bool:
        """Whether the page and the files beside it could be taken over."""
        files = self.store.unchanged(plan.path)
        if (
            files
            and self.store.may_be_marked_anew(plan.path)
            and self.store.is_marked_anew(_read(self.site / plan.path))
        ):
            return False
        return self._bring(plan.path, files, into)

    def take_room(self, name: str, into: Writer) -> list[str]:
        """The paths of all ready files of a room, where they could be taken over; else none."""
        files = self.store.unchanged(name)
        return [one.path for one in files] if self._bring(name, files, into) else []

    def _bring(self, name: str, files: tuple[Output, ...], into: Writer) -> bool:
        found = tuple(filter(None, map(self._sound, files)))
        if not files or len(found) < len(files):
            return False
        try:
            taken = [_told(file.path, file.checksum, into.take(file.path)) for file in found]
        except OSError:  # taken away meanwhile; where the new site takes none, drawing says so
            return False
        self.store.keep(name, tuple(taken))
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


def written(into: Writer, asset: Asset) -> Output:
    """A file of the site as it is written, and how the disk tells of it."""
    return _told(asset.path, checksum(asset.content), into.put(asset.path, asset.content))
