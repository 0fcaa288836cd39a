"""Where the objects of a PDF lie: plainly in the file, or compressed in its streams.

Comes in: the bytes of a PDF. Goes out: every place where an object may begin, by number where a
number is told. Refuses to know: what an object does.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.attachments import faults
from portal.attachments.pdf_syntax import (
    AFTER_NAME,
    SPACE,
    Reader,
    Value,
    entries,
    name,
    spelled,
)

PRINT = "mở bằng trình duyệt, chọn In rồi «Lưu thành PDF»: tệp mới chỉ còn chữ và hình"
_ANY = -1
MAX_UNPACKED = 64 * 1024 * 1024
_WINDOW = 2 * 1024
"""The dictionary of a stream of objects is a tenth of this."""
# Letters first: what begins with them is searched ten times as fast as what looks back first.
_OBJECT, _TRAILER = re.compile(rb"obj(?<!endobj)"), re.compile(rb"trailer")
_STREAM = re.compile(rb"stream(?<!endstream)(?:\r\n|\n|\r|)")
_PACKED = re.compile(rb"/(?:%s|%s)%s" % (spelled("ObjStm"), spelled("First"), AFTER_NAME))
_NUMBER = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{0,9}obj")


@dataclass(frozen=True, slots=True)
class Objects:
    """Bytes in which objects lie, and every place where one may begin."""

    raw: bytes
    starts: list[int]
    numbers: dict[int, list[int]] = field(default_factory=dict)


def plain(raw: bytes) -> Objects:
    starts = [found.end() for word in (_OBJECT, _TRAILER) for found in word.finditer(raw)]
    return Objects(raw, sorted(starts))


def starts(here: Objects, number: int) -> list[int]:
    numbers = here.numbers or _numbered(here)
    return numbers.get(number, []) + numbers.get(_ANY, [])


def _numbered(here: Objects) -> dict[int, list[int]]:
    """An object whose number is not sure, with a comment in it, may be any."""
    sure: set[int] = set()
    for found in _NUMBER.finditer(here.raw):
        if not _in_comment(here.raw, found.start()):
            sure.add(found.end())
            here.numbers.setdefault(int(found[1]), []).append(found.end())
    unsure = (start for start in here.starts if start not in sure)
    here.numbers[_ANY] = [start for start in unsure if _after_comment(here.raw, start)]
    return here.numbers


def _in_comment(raw: bytes, at: int) -> bool:
    line = raw[max(0, at - 99) : at]
    return b"%" in line[max(line.rfind(b"\n"), line.rfind(b"\r")) + 1 :]


def _after_comment(raw: bytes, start: int) -> bool:
    before = raw[max(0, start - 99) : start - len(b"obj")].rstrip(b"\0\t\n\f\r 0123456789")
    return _in_comment(before, len(before))


def packed(reader: Reader, plain: Objects) -> Iterator[Objects]:
    """The objects that lie compressed in streams."""
    left = MAX_UNPACKED
    streams = [found.span() for found in _STREAM.finditer(plain.raw)]
    seen: set[int] = set()
    for hint in _PACKED.finditer(plain.raw):
        at = bisect_left(streams, (hint.end(), 0))
        if at == len(streams) or at in seen or streams[at][0] - hint.end() > _WINDOW:
            continue
        seen.add(at)
        for value in _dictionaries(reader, plain, streams[at][0]):
            told = dict(entries(value))
            if {"First", "N"} <= told.keys():
                data = _unpacked(plain.raw, streams[at][1], told, left)
                left -= len(data)
                yield _objects(data, told["First"])


def _dictionaries(reader: Reader, plain: Objects, stream: int) -> Iterator[Value]:
    """All that could be the dictionary of this stream."""
    first = bisect_left(plain.starts, stream - _WINDOW)
    for start in plain.starts[first : bisect_left(plain.starts, stream)]:
        value = reader.value(plain.raw, start)
        if value and re.fullmatch(SPACE + rb"*", plain.raw[value[-1].end : stream]):
            yield value


def _unpacked(raw: bytes, at: int, told: dict[str, Value], left: int) -> bytes:
    filters = [name(one.text) for one in told.get("Filter", []) if one.kind == "name"]
    end = raw.find(b"endstream", at)
    end = end if end >= 0 else len(raw)
    if "Filter" not in told:
        return raw[at:end]
    if filters not in (["FlateDecode"], ["Fl"]) or "DecodeParms" in told or "DP" in told:
        raise faults.wrong_kind("PDF nén theo cách không soi được.", PRINT)
    data, whole = _inflated(raw[at:end], left)
    if not whole:  # the word may also stand within what is packed
        data, _ = _inflated(raw[at:], left)
    return data


def _inflated(packed: bytes, left: int) -> tuple[bytes, bool]:
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed, left + 1)
    except zlib.error:
        raise faults.wrong_kind("PDF hỏng: có phần không giải nén được.", PRINT) from None
    if len(data) > left:
        raise faults.too_large("PDF mở ra quá lớn.", PRINT)
    return data, stream.eof


def _objects(data: bytes, first: Value) -> Objects:
    """A stream of objects begins with their numbers and places."""
    try:
        begin = int(first[0].text) if len(first) == 1 else -1
        listed = [int(one) for one in data[: max(begin, 0)].split()]
    except ValueError:
        begin, listed = -1, []
    if begin < 0 or len(listed) % 2:
        raise faults.wrong_kind("PDF nén theo cách không soi được.", PRINT)
    numbers: dict[int, list[int]] = {}
    for number, place in zip(listed[::2], listed[1::2], strict=True):
        numbers.setdefault(number, []).append(begin + place)
    starts = sorted({begin, *(begin + place for place in listed[1::2])})
    return Objects(data, starts, numbers)
