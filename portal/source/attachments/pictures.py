"""Pictures: .png, .jpg, .gif, .webp.

Comes in: their bytes. Goes out: the fault of one that is something else as well: a picture with an
archive, a page or a programme behind its end, or one that also reads as JavaScript. A picture cut
short is dull, not dangerous.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from portal.problem import Fault
from portal.source.attachments import faults

_MARKUP = re.compile(rb"<(?i:script|iframe|html|body|!doctype\s+html|svg|\?php)\b")
_RESAVE = "mở bằng chương trình xem ảnh rồi lưu thành ảnh mới"
_MORE_PICTURES = re.compile(rb"\xff\xd8\xff|....ftyp", re.DOTALL)
"""What phones put behind a photo: a smaller one, depth, a short film."""


def judge(raw: bytes, ending: str) -> None:
    end = _ENDS[ending](raw)
    if end is None or _MARKUP.search(raw):
        raise _other("có lẫn mã chạy được")
    rest = raw[end:].rstrip(b"\0\r\n\t ")
    phone = ending in (".jpg", ".jpeg") and (_MORE_PICTURES.match(rest) or rest.endswith(b"SEFT"))
    if (rest and not phone) or b"PK\x05\x06" in raw[-66_000:]:
        raise _other("còn nối thêm thứ khác sau khi ảnh đã hết")


def _png(raw: bytes) -> int | None:
    at = 8
    while at + 8 <= len(raw):
        kind = raw[at + 4 : at + 8]
        at += 12 + int.from_bytes(raw[at : at + 4])
        if not kind.isalpha():
            return None
        if kind == b"IEND":
            break
    return at


def _jpeg(raw: bytes) -> int | None:
    """Over the segments; the coded picture itself goes on to the next sign that is no filling."""
    at = 2
    if raw[4:6] == b"/*":
        return None
    while at + 4 <= len(raw):
        if raw[at] != 0xFF:
            return None
        kind = raw[at + 1]
        if kind == 0xD9:
            return at + 2
        if kind == 0xFF:
            at += len(_FILL.match(raw, at)[0]) - 1  # type: ignore[index]
            continue
        if raw[at + 2 : at + 4] < b"\0\2":
            return None
        at += 2 + int.from_bytes(raw[at + 2 : at + 4])
        if kind == 0xDA:
            found = _SIGN.search(raw, at)
            at = found.start() if found else len(raw)
    return len(raw) if raw[at : at + 2] != b"\xff\xd9" else at + 2


_FILL = re.compile(rb"\xff+")
_SIGN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def _gif(raw: bytes) -> int | None:
    if raw[6:7] in (b"/", b"=") and raw[7:8] >= b" ":
        return None  # width and JavaScript at once: `GIF89a/*…*/=1`
    if len(raw) < 13:
        return len(raw)
    at = 13 + _colours(raw[10])
    while at < len(raw):
        if raw[at] == 0x3B:
            return at + 1
        if raw[at] == 0x2C and at + 10 <= len(raw):
            at += 11 + _colours(raw[at + 9])
        elif raw[at] == 0x21:
            at += 2
        else:
            return None
        while at < len(raw) and raw[at]:
            at += 1 + raw[at]
        at += 1
    return at


def _colours(flags: int) -> int:
    return 3 * 2 ** (flags % 8 + 1) if flags & 0x80 else 0


def _webp(raw: bytes) -> int | None:
    size = int.from_bytes(raw[4:8], "little") + 8
    return size + size % 2 if size <= len(raw) + 1 else None


_ENDS: dict[str, Callable[[bytes], int | None]] = {
    ".gif": _gif,
    ".jpeg": _jpeg,
    ".jpg": _jpeg,
    ".png": _png,
    ".webp": _webp,
}
"""Where a picture ends by its own account; None where it contradicts itself."""


def _other(what: str) -> Fault:
    return faults.wrong_kind(f"ảnh {what}.", _RESAVE)
