"""Files offered beside the pages: whether each is what its name says, and nothing that could run.

Comes in: a file's path. Goes out: its checksum, and the fault it has. Looks at what is inside, not
only at the name: who opens a file from this portal trusts it.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from stat import S_ISREG

from portal.complaints import Fault

MAX_BYTES = 20 * 1024 * 1024
"""A scan of some hundred pages at 200 dpi. A larger one is not opened on a phone, and git keeps
every version for ever: it stands elsewhere, with its address (`dia_chi`)."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".doc": _OLE,
    ".docx": _ZIP,
    ".gif": (b"GIF87a", b"GIF89a"),
    ".jpeg": (b"\xff\xd8\xff",),
    ".jpg": (b"\xff\xd8\xff",),
    ".ods": _ZIP,
    ".odt": _ZIP,
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".pptx": _ZIP,
    ".webp": (b"RIFF",),
    ".xls": _OLE,
    ".xlsx": _ZIP,
    ".zip": _ZIP,
}
TEXTS, OLE = (".csv", ".txt"), (".doc", ".xls")
ENDINGS = (*BEGINNINGS, *TEXTS)
"""What may stand in `docs/tep/`: nothing there can run in a reader's browser."""
_MACROS = ("vbaproject.bin", "vbadata.xml")
MACRO_FILES = (".docm", ".dotm", ".pptm", ".potm", ".ppsm", ".xlsm", ".xltm", ".xlam", ".xlsb")
WITH_MACROS = (
    "tệp văn phòng có macro; macro chạy được trên máy người mở.",
    "tep-macro",
    "lưu lại thành .docx, .xlsx không macro, hoặc xuất PDF",
)
_PICTURES = (".gif", ".jpeg", ".jpg", ".pdf", ".png", ".webp")
_OLE_MACROS = "_VBA_PROJECT".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Attached:
    """One file of `docs/tep/`. Its checksum is counted only when somebody asks for it."""

    file: Path

    @property
    def sha256(self) -> str:
        return _sha256(self.file, *_state(self.file))


def judge(path: Path) -> None:
    """Raises the fault a file has: too large, not what its name says, with macros."""
    if found := _fault(path, *_state(path)):
        raise Fault(1, *found)


def _state(path: Path) -> tuple[int, int]:
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
def _fault(path: Path, size: int, changed: int) -> tuple[str, str, str] | None:
    ending = path.suffix.lower()
    if size > MAX_BYTES:
        told = f"tệp quá lớn: {size / 1024 / 1024:.1f} MB, nhiều nhất 20 MB.".replace(".", ",", 1)
        mend = "quét lại nhẹ hơn, chia thành nhiều tệp, hoặc để ở nơi khác rồi ghi dia_chi"
        return told, "tep-qua-lon", mend
    with path.open("rb") as file:
        beginning = file.read(size if ending in TEXTS else 1024)
    if not _is(beginning, ending):
        told = f"bên trong không phải tệp {ending[1:]}."
        return told, "tep-sai-loai", "lưu lại đúng loại bằng chương trình đã làm ra tệp"
    try:
        macros = _has_macros(path, ending)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, ValueError):
        told = "tệp nén hỏng, đặt mật khẩu, hoặc quá lớn khi mở ra."
        return told, "tep-sai-loai", "lưu lại tệp, không đặt mật khẩu"
    return WITH_MACROS if macros else None


def _is(beginning: bytes, ending: str) -> bool:
    if ending in TEXTS:
        return b"\x00" not in beginning
    if ending == ".webp" and beginning[8:12] != b"WEBP":
        return False
    if ending == ".pdf":
        return b"%PDF-" in beginning  # readers allow a few bytes before it
    return beginning.startswith(BEGINNINGS[ending])


def _has_macros(file: Path | BytesIO, ending: str) -> bool:
    if ending in OLE:
        raw = file.getvalue() if isinstance(file, BytesIO) else file.read_bytes()
        return _OLE_MACROS in raw
    if BEGINNINGS.get(ending) is not _ZIP:
        return False
    with zipfile.ZipFile(file) as bundle:
        names = [one.filename.lower() for one in bundle.infolist()]
        if any(name.rpartition("/")[2] in _MACROS for name in names):
            return True
        if ending in (".odt", ".ods"):
            return any(name.startswith(("basic/", "scripts/")) for name in names)
        return ending == ".zip" and any(_carries(bundle, one) for one in bundle.infolist())


def _carries(bundle: zipfile.ZipFile, one: zipfile.ZipInfo) -> bool:
    """Whether a file inside a ZIP has macros."""
    ending = Path(one.filename.lower()).suffix
    if ending in MACRO_FILES:
        return True
    if ending not in BEGINNINGS or ending in _PICTURES:
        return False
    if one.file_size > MAX_BYTES:
        raise ValueError
    return _has_macros(BytesIO(bundle.read(one)), ending if ending != ".zip" else ".docx")
