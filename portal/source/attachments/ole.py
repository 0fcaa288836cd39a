"""Word and Excel files of yesterday (OLE2): .doc and .xls.

Comes in: their bytes. Goes out: the fault of one that acts. The container is a file system of its
own, whose sectors may lie anywhere: olefile puts the streams together.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import olefile

from portal.problem import Fault
from portal.source.attachments import excel97, faults, word97
from portal.source.attachments.faults import AS_PDF

_MAIN = {".doc": ("WORDDOCUMENT",), ".xls": ("WORKBOOK", "BOOK")}
_MACROS = frozenset(("VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "MACROS"))
_VBA = "_VBA_PROJECT".encode("utf-16-le")
_LOCKED = frozenset(("ENCRYPTEDPACKAGE", "ENCRYPTIONINFO", "ENCRYPTION", "\tDRMCONTENT"))
_ANYWHERE = frozenset(("\x01OLE10NATIVE", "CTLS", "\x03OCXNAME", "\x03LINKINFO"))
_OBJECT = _ANYWHERE | frozenset(
    ("\x01OLE", "\x01COMPOBJ", "\x03OBJINFO", "PACKAGE", "EQUATION NATIVE", "CONTENTS")
)
"""Streams of an object that another programme made, where they stand below the document's own."""


def judge(raw: bytes, ending: str) -> None:
    try:
        with olefile.OleFileIO(BytesIO(raw)) as opened:
            _judge(opened, ending)
    except Fault:
        raise
    except Exception:  # Whatever hostile bytes make the library stumble over.
        raise (faults.macro() if _VBA in raw else _wrong(ending)) from None


def _judge(opened: olefile.OleFileIO[Any], ending: str) -> None:
    paths = [[name.upper() for name in path] for path in opened.listdir(True, True)]
    names = {name for path in paths for name in path}
    if names & _MACROS:
        raise faults.macro()
    if names & _LOCKED:
        raise faults.locked()
    main = next((name for name in _MAIN[ending] if [name] in paths), None)
    if main is None:
        raise _wrong(ending)
    if names & _ANYWHERE or any(path[-1] in _OBJECT for path in paths if len(path) > 1):
        remedy = f"thay đối tượng bằng ảnh hoặc bảng thường, {AS_PDF}"
        raise faults.active("tệp có đối tượng nhúng (OLE).", remedy)
    stream = opened.openstream(main).read()
    if ending == ".doc":
        tables = (_read(opened, "0Table"), _read(opened, "1Table"))
        word97.judge(stream, tables)
    else:
        excel97.judge(stream)


def _read(opened: olefile.OleFileIO[Any], name: str) -> bytes:
    return bytes(opened.openstream(name).read()) if opened.exists(name) else b""


def _wrong(ending: str) -> Fault:
    told = f"bên trong không phải tệp {ending[1:]}, hoặc hỏng."
    return faults.wrong_kind(told, f"lưu lại bằng Word, Excel thành {ending}x, {AS_PDF}")
