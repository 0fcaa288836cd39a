"""A file of Word or PDF that arrives at the desk: shown as it was read, written when told to.

Comes in: the name and bytes a browser sends. Goes out: what was read of it, then draft entries.
The file stands in memory until it is decided on; only the last few are kept.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from portal import addresses, road
from portal.editor.desk import Desk
from portal.editor.opened import Refused
from portal.intake import report
from portal.intake.importing import Imported, files, take
from portal.intake.opening import open_file
from portal.intake.writing import write
from portal.problem import Fault

KEPT = 3


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file, for its screen."""

    number: int
    name: str
    told: str
    changes: str
    """Tracked changes, which the editor has to decide on."""
    known: str
    """The entry that has this file or this document already."""
    paths: tuple[str, ...]


@dataclass(slots=True)
class Arrivals:
    """The files of one desk that wait for a word."""

    desk: Desk
    waiting: dict[int, tuple[str, bytes]] = field(default_factory=dict)
    last: int = 0

    def arrive(self, name: str, raw: bytes) -> int:
        """Its number; a file that cannot be read is refused at once."""
        name = addresses.file(name.replace("\\", "/").rpartition("/")[2]) or "tep"
        self._taken(name, raw, accept=True)
        with self.desk.lock:
            self.last += 1
            self.waiting[self.last] = (name, raw)
            for old in [one for one in self.waiting if one <= self.last - KEPT]:
                del self.waiting[old]
            return self.last

    def read(self, number: int) -> Read:
        name, raw = self._held(number)
        found = self._taken(name, raw, accept=True)
        twins = [one.twin for one in found.imports if one.twin]
        transcript = found.opened.transcript
        return Read(
            number,
            name,
            report.report(found),
            report.changes(transcript) if transcript.changes else "",
            found.again or ", ".join(twins),
            tuple(one.path for one in found.imports),
        )

    def write(self, number: int, *, accept: bool) -> str:
        """Writes the drafts; the key of the first."""
        with self.desk.lock:
            name, raw = self._held(number)
            found = self._taken(name, raw, accept=accept)
            try:
                write(found, self.desk.content)
            except (OSError, Fault):
                raise Refused("Không ghi được; chưa có tệp nào được thêm.") from None
            texts = {one.path for one in found.imports}
            for path, _ in files(found):
                if path not in texts:
                    self.desk.journal.note(path, name, self.desk.clock(), None, None)
            for one in found.imports:
                title = one.document.fields.title
                told = title.value if title else one.path
                self.desk.journal.note(one.path, told, self.desk.clock(), None, one.text)
            del self.waiting[number]
            item = self.desk.now().at(found.imports[0].path)
            if item is None:
                raise Refused(f"Đã ghi {found.imports[0].path}, nhưng chưa mở được.")
            return item.key

    def _held(self, number: int) -> tuple[str, bytes]:
        found = self.waiting.get(number)
        if found is None:
            raise Refused("Tệp này không còn ở bàn. Chọn lại tệp.")
        return found

    def _taken(self, name: str, raw: bytes, *, accept: bool) -> Imported:
        desk = self.desk
        with tempfile.TemporaryDirectory(prefix="ban-", ignore_cleanup_errors=True) as folder:
            file = Path(folder) / name
            try:
                file.write_bytes(raw)
                opened = open_file(file, accept=accept)
            except Fault as fault:
                remedy = f" Cách sửa: {fault.remedy}." if fault.remedy else ""
                raise Refused(f"{name}: {fault.text}{remedy}") from None
            except OSError:
                raise Refused(f"{name}: không đọc được tệp này.") from None
        library, _ = road.load(desk.content, desk.today, drafts=True)
        found = take(opened, library, desk.content, desk.today)
        if not found.imports:
            raise Refused(f"{name}: không đọc ra văn bản nào.")
        return found
