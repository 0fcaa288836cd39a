"""What may stand in `docs/tep/`, by ending, and how the bytes of each begin.

Nothing here can run in a reader's browser. Which programme opens a file is decided by its ending;
what the file does there is decided by its bytes.
"""

from __future__ import annotations

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".doc": (OLE_MAGIC,),
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
    ".xls": (OLE_MAGIC,),
    ".xlsx": _ZIP,
    ".zip": _ZIP,
}
TEXTS = (".csv", ".txt")
OFFICE = (".docx", ".pptx", ".xlsx")
OPEN_DOCUMENT = (".odt", ".ods")
OLE = (".doc", ".xls")
PICTURES = (".gif", ".jpeg", ".jpg", ".png", ".webp")
ENDINGS = (*BEGINNINGS, *TEXTS)
MACRO_FILES = (".docm", ".dotm", ".pptm", ".potm", ".ppsm", ".xlsm", ".xltm", ".xlam", ".xlsb")

_PROGRAMS: dict[bytes, str] = {
    b"MZ": "chương trình Windows",
    b"\x7fELF": "chương trình Linux",
    b"\xfe\xed\xfa\xce": "chương trình macOS",
    b"\xfe\xed\xfa\xcf": "chương trình macOS",
    b"\xce\xfa\xed\xfe": "chương trình macOS",
    b"\xcf\xfa\xed\xfe": "chương trình macOS",
    b"\xca\xfe\xba\xbe": "chương trình Java hoặc macOS",
    b"#!": "tệp lệnh",
    b"L\x00\x00\x00\x01\x14\x02\x00": "lối tắt Windows",
    b"ITSF": "tệp trợ giúp Windows (chm)",
    b"MSCF": "gói cài đặt Windows (cab)",
    b"!<arch>": "gói cài đặt Linux",
}


def program(raw: bytes) -> str:
    """What kind of programme the bytes begin, or nothing."""
    return next((what for magic, what in _PROGRAMS.items() if raw.startswith(magic)), "")
