"""PDF files.

Comes in: the bytes of a .pdf. Goes out: the fault of one that acts, carries files, or is something
else as well.

Not read by a library on purpose: pypdf takes 11 s over 60,000 objects and sees only what the
table of contents lists, while viewers repair a broken table and find more. Here every place where
an object could begin counts, so all that any viewer could see is judged.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from portal.problem import Fault
from portal.source.attachments import faults, pdf_objects
from portal.source.attachments.pdf_objects import PRINT, Objects
from portal.source.attachments.pdf_syntax import (
    AFTER_NAME,
    Reader,
    Value,
    entries,
    is_reference,
    name,
    spelled,
)

_SCRIPT, _CARRIES = "mã JavaScript", "tệp đính bên trong"
_ANYWHERE: dict[str, str] = {
    "JavaScript": _SCRIPT,
    "OnInstantiate": _SCRIPT,
    "Launch": "lệnh chạy chương trình (Launch)",
    "SubmitForm": "lệnh gửi dữ liệu đi (SubmitForm)",
    "ImportData": "lệnh lấy dữ liệu từ ngoài (ImportData)",
    "GoToR": "lệnh mở tệp khác (GoToR)",
    "GoToE": "lệnh mở tệp khác (GoToE)",
    "EmbeddedFile": _CARRIES,
    "EmbeddedFiles": _CARRIES,
    "FileAttachment": _CARRIES,
    "RichMedia": "phim hoặc Flash nhúng (RichMedia)",
    "RichMediaExecute": "phim hoặc Flash nhúng (RichMedia)",
    "Rendition": "phim nhúng chạy được mã (Rendition)",
    "Movie": "phim nhúng (Movie)",
}
_WITH_VALUE: dict[str, str] = {
    "JS": _SCRIPT,
    "XFA": "biểu mẫu XFA (chạy được mã)",
    "EF": _CARRIES,
    "AA": "lệnh tự chạy khi mở, đóng, sang trang (AA)",
    "OpenAction": "lệnh tự chạy khi mở tệp (OpenAction)",
    "Encrypt": "",
}
"""Short names are also names of fonts and states: what follows tells."""
_SUSPECT = re.compile(
    rb"/(?:%s)%s" % (b"|".join(spelled(one) for one in (*_ANYWHERE, *_WITH_VALUE)), AFTER_NAME)
)
_EACH = 1_000
"""What looking at one suspicious name costs: an ordinary file has a handful."""
_HTML = re.compile(rb"<(?i:!doctype|html|head|body|script|iframe|svg|\?php)\b")
_BAD_LINK = re.compile(rb"/URI\s*\(\s*(?i:javascript:|vbscript:|data:|\\)")
_TAIL = re.compile(rb"PK\x03\x04|\AMZ|\A\x7fELF|\A#!")


def judge(raw: bytes) -> None:
    _is_only_a_pdf(raw)
    reader = Reader()
    plain = pdf_objects.plain(raw)
    everywhere = [plain]
    openings = list(_judge_objects(reader, plain))
    for one in pdf_objects.packed(reader, plain):
        everywhere.append(one)
        openings += _judge_objects(reader, one)
    for value in openings:
        if not all(_only_moves(one) for one in _resolved(reader, value, everywhere)):
            raise _acts(_WITH_VALUE["OpenAction"])


def _is_only_a_pdf(raw: bytes) -> None:
    beginning = raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\0\t\n\r ")
    if not beginning.startswith(b"%PDF-"):
        raise faults.wrong_kind("trước phần PDF còn thứ khác.", PRINT)
    tail = raw[raw.rfind(b"%%EOF") + 5 :].lstrip() if b"%%EOF" in raw else b""
    # Four bytes alone meet by chance in a scan; an archive has the entry its end speaks of too.
    archive = b"PK\x05\x06" in raw[-66_000:] and b"PK\x01\x02" in raw
    if archive or _HTML.search(raw, 0, 1024) or _HTML.search(tail) or _TAIL.search(tail):
        raise faults.wrong_kind("tệp vừa là PDF vừa là thứ khác.", PRINT)


def _judge_objects(reader: Reader, here: Objects) -> Iterator[Value]:
    """Gives what the file opens with: that is judged when all objects are known."""
    if _BAD_LINK.search(here.raw):
        raise _acts("liên kết không phải địa chỉ thường")
    for found in _SUSPECT.finditer(here.raw):
        reader.spend(_EACH)
        word = name(found[0])
        value = reader.value(here.raw, found.end()) if word in _WITH_VALUE else []
        if word in _WITH_VALUE and not _counts(word, value):
            continue
        if not _is_name(reader, here, found.start()):
            continue
        if word == "Encrypt":
            raise faults.locked()
        if word != "OpenAction":
            raise _acts(_ANYWHERE.get(word) or _WITH_VALUE[word])
        yield value


def _counts(word: str, value: Value) -> bool:
    if word == "AA" and value and value[0].text == b"<<":
        return len(value) > 2
    if word == "OpenAction":
        return bool(value)
    kinds = ("string", "hex", "open") if word in ("JS", "XFA") else ("open",)
    return is_reference(value) or bool(value and value[0].kind in kinds)


def _is_name(reader: Reader, here: Objects, place: int) -> bool:
    """Whether any object that could begin before has this name, rather than a text like it."""
    before = here.starts[: bisect_left(here.starts, place)]
    return any(reader.has_name(here.raw, start, place) for start in reversed(before))


def _only_moves(value: Value) -> bool:
    """Opening at a page is harmless."""
    if not value or value[0].text != b"<<":
        return bool(value) and not is_reference(value)
    keys = entries(value)
    actions = [name(told[0].text) for key, told in keys if key == "S" and told]
    return actions == ["GoTo"] and all(key != "Next" for key, _ in keys)


def _resolved(reader: Reader, value: Value, everywhere: list[Objects]) -> list[Value]:
    """The value, or all that its reference could mean; one that means nothing stays itself."""
    if not is_reference(value):
        return [value]
    number = int(value[0].text)
    found = [
        reader.value(one.raw, start)
        for one in everywhere
        for start in pdf_objects.starts(one, number)
    ]
    return found or [value]


def _acts(what: str) -> Fault:
    return faults.active(f"PDF có {what}.", PRINT)
