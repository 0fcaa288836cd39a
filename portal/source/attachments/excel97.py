"""The sheets of an .xls: macro sheets of Excel 4, and links to other files.

Comes in: the workbook's stream of records. Goes out: its fault. Only the first part is read, which
names every sheet and every link ([MS-XLS] 2.1.7.20.1).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from portal.source.attachments import faults
from portal.source.attachments.faults import AS_PDF

_BOF, _EOF, _LOCKED, _SHEET = 0x0809, 0x000A, 0x002F, 0x0085
_BOOK, _EXTERNAL, _NAMED = 0x01AE, 0x0017, 0x0023
_QUERIES = (0x00DC, 0x0876)
_GRID, _CHART, _MACRO_SHEET = 0x0010, 0x0020, 0x0040
_OWN = (b"\1\4", b"\1\x3a", b"\1\0\0\0", b"\1\0\0 ")
"""In place of another file's name: this file, the functions of an add-in, or nothing."""
MAX_RECORDS = 500_000
_EXCEL5, _EXCEL97 = 0x0500, 0x0600


def judge(stream: bytes) -> None:
    version, kind = struct.unpack_from("<4xHH", stream)
    if stream[:2] != struct.pack("<H", _BOF) or kind != 0x0005:
        raise ValueError("no workbook")
    for record, told in _records(stream):
        if record == _LOCKED:
            raise faults.locked()
        if record == _SHEET and _is_macro_sheet(stream, told):
            raise faults.macro()
        if _leads_out(record, told, version) or record in _QUERIES:
            remedy = f"ngắt liên kết (Data → Edit Links → Break Link) rồi lưu, {AS_PDF}"
            raise faults.active(
                "tệp có liên kết lấy dữ liệu từ tệp hoặc chương trình khác.", remedy
            )


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    for _ in range(MAX_RECORDS):
        record, size = struct.unpack_from("<HH", stream, at)
        if record == _EOF:
            return
        yield record, stream[at + 4 : at + 4 + size]
        at += 4 + size
    raise ValueError("too many records")


def _is_macro_sheet(stream: bytes, told: bytes) -> bool:
    """By the list of sheets or by the sheet itself: Excel asks the latter."""
    place, _, kind = struct.unpack_from("<IBB", told)
    return kind in (1, 6) or struct.unpack_from("<6xH", stream, place)[0] == _MACRO_SHEET


def _leads_out(record: int, told: bytes, version: int) -> bool:
    if record == _BOOK:
        return not told[2:].startswith(_OWN)
    return record == _EXTERNAL and version == _EXCEL5 and told[1:2] not in (b"\2", b"\3", b"\x3a")
