"""Files offered beside the pages: whether each is what its name says, and nothing that could run.

Comes in: a file's path. Goes out: its checksum, and the fault it has. Looks at what is inside, not
only at the name: who opens a file from this portal trusts it. Each family of files has a module.
"""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG

from portal.problem import Fault
from portal.source.attachments import archive, endings, faults, pictures, texts
from portal.source.attachments.bundle import Budget
from portal.source.attachments.endings import BEGINNINGS, ENDINGS, MACRO_FILES
from portal.source.attachments.faults import WITH_MACROS
from portal.text import tenths

__all__ = ["ENDINGS", "MACRO_FILES", "MAX_BYTES", "WITH_MACROS", "Attached", "judge"]

MAX_BYTES = 20 * 1024 * 1024
"""A scan of some hundred pages at 200 dpi. A larger one is not opened on a phone, and git keeps
every version for ever: it stands elsewhere, with its address (`dia_chi`)."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""An office file of today with a password hides in a container of yesterday."""

State = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attached:
    """One file of `docs/tep/`. Its checksum is counted only when somebody asks for it."""

    file: Path
    judged: State | None = None
    """As it was when it was looked into; none where it was not."""

    @property
    def sha256(self) -> str:
        return _sha256(self.file, *_state(self.file))

    def refuse_changed(self) -> None:
        """Raises where it may not be what was judged any more."""
        if self.judged != _state(self.file):
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(self.file))


def judge(path: Path) -> State:
    """Raises the fault a file has: too large, not what its name says, or acting by itself. Goes
    out: what tells whether it is the same file later."""
    state = _state(path)
    if found := _fault(path, *state):
        raise Fault(*found)
    return state


def _state(path: Path) -> State:
    """What changes with the file: a preview does not look into the same file twice."""
    stat = path.stat()
    if not S_ISREG(stat.st_mode):
        raise OSError
    return stat.st_size, stat.st_mtime_ns


@lru_cache(maxsize=4096)
def _sha256(path: Path, size: int, changed: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=4096)
def _fault(path: Path, size: int, changed: int) -> tuple[int, str, str, str] | None:
    try:
        if size > MAX_BYTES:
            told = f"tệp quá lớn: {tenths(size / 1024 / 1024)} MB, nhiều nhất 20 MB."
            remedy = "quét lại nhẹ hơn, chia thành nhiều tệp, hoặc để ở nơi khác rồi ghi dia_chi"
            raise faults.too_large(told, remedy)
        _judge(path.read_bytes(), path.suffix.lower(), Budget())
    except Fault as fault:
        return fault.line, fault.text, fault.rule, fault.remedy
    return None


def _judge(raw: bytes, ending: str, budget: Budget) -> None:
    """The modules that few sites need are loaded when the first such file is met."""
    _begins_like_its_kind(raw, ending)
    if ending in endings.TEXTS:
        texts.judge(raw, ending)
    elif ending in endings.PICTURES:
        pictures.judge(raw, ending)
    elif ending == ".pdf":
        from portal.source.attachments import pdf

        pdf.judge(raw)
    elif ending in endings.OFFICE:
        from portal.source.attachments import office

        office.judge(raw, ending, budget)
    elif ending in endings.OPEN_DOCUMENT:
        from portal.source.attachments import opendocument

        opendocument.judge(raw, ending, budget)
    elif ending in endings.OLE:
        from portal.source.attachments import ole

        ole.judge(raw, ending)
    else:
        archive.judge(raw, budget, _judge)


def _begins_like_its_kind(raw: bytes, ending: str) -> None:
    begins = raw.startswith(BEGINNINGS.get(ending, (b"",)))
    if ending == ".webp":
        begins = begins and raw[8:12] == b"WEBP"
    if ending == ".pdf":
        begins = b"%PDF-" in raw[:1024]
    if raw.startswith(endings.OLE_MAGIC) and _ENCRYPTED in raw:
        raise faults.locked()
    if not begins:
        raise _misnamed(raw, ending)


def _misnamed(raw: bytes, ending: str) -> Fault:
    """Named by what it begins like, where only one kind of the same family does."""
    alike = [one for one, begins in BEGINNINGS.items() if raw.startswith(begins)]
    if raw.startswith(endings.OLE_MAGIC):  # of Word or of Excel: the wrong name tells which
        alike = [one for one in alike if ending == f"{one}x"]
    if (
        len(set(map(BEGINNINGS.__getitem__, alike))) != 1
        or BEGINNINGS[alike[0]] == BEGINNINGS[".zip"]
    ):
        told = f"bên trong không phải tệp {ending[1:]}."
        return faults.wrong_kind(told, "lưu lại đúng loại bằng chương trình đã làm ra tệp")
    right = alike[0]
    told = f"bên trong không phải tệp {ending[1:]} mà là tệp {right[1:]}."
    return faults.wrong_kind(told, f"đổi đuôi tên tệp thành {right}")
