"""The text of a .doc, and the fields in it.

Comes in: the document's stream and its two tables. Goes out: the fault of a field that acts. The
text lies in pieces, in any order ([MS-DOC] 2.4.1): a field's name may be cut anywhere.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from portal.source.attachments import faults, fields

_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_SIGN = re.compile("[\x13\x14\x15]")
_LOCKED, _SECOND_TABLE = 0x0100, 0x0200
_WORD97, _CLX = 0x00C1, 0x01A2


def judge(stream: bytes, tables: tuple[bytes, bytes]) -> None:
    version, flags = struct.unpack_from("<2xH6xH", stream)
    if flags & _LOCKED:
        raise faults.locked()
    if version < _WORD97:
        text = stream.decode("latin-1")
    else:
        text = "".join(_pieces(stream, tables[bool(flags & _SECOND_TABLE)]))
    for code in _codes(text):
        if fault := fields.judge(code):
            raise fault


def _pieces(stream: bytes, table: bytes) -> Iterator[str]:
    """Each piece in one of two encodings, as its address says."""
    start, size = struct.unpack_from("<II", stream, _CLX)
    clx = table[start : start + size]
    at = 0
    while clx[at] == 1:  # formatting, before the list of pieces
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    (length,) = struct.unpack_from("<xI", clx, at)
    listed = clx[at + 5 : at + 5 + length]
    count = (length - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", listed)
    if ends[-1] > len(stream) or list(ends) != sorted(ends):
        raise ValueError("more letters than bytes")
    for piece in range(count):
        letters = ends[piece + 1] - ends[piece]
        (address,) = struct.unpack_from("<I", listed, 4 * (count + 1) + 8 * piece + 2)
        if address & 0x40000000:
            place = (address & 0x3FFFFFFF) // 2
            yield stream[place : place + letters].decode("cp1252", "replace")
        else:
            yield stream[address : address + 2 * letters].decode("utf-16-le", "replace")


def _codes(text: str) -> Iterator[str]:
    """What stands between a field's beginning and its result; nested fields as one sign."""
    open_codes: list[list[str]] = []
    done: list[bool] = []
    last = 0
    for found in _SIGN.finditer(text):
        if open_codes and not done[-1]:
            open_codes[-1].append(text[last : found.start()])
        last = found.end()
        if found[0] == _BEGIN:
            if open_codes and not done[-1]:
                open_codes[-1].append(fields.NESTED)
            open_codes.append([])
            done.append(False)
        elif open_codes:
            if not done[-1]:
                yield "".join(open_codes[-1])
            done[-1] = True
            if found[0] == _END:
                open_codes.pop()
                done.pop()
