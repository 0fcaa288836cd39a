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

from portal.problem import Fault
from portal.source.attachments import faults
from portal.source.attachments.pdf_syntax import AFTER_NAME, Reader, Value, entries, name, spelled

PRINT = "mở bằng trình duyệt, chọn In rồi «Lưu thành PDF»: tệp mới chỉ còn chữ và hình"
_ANY = -1
MAX_OBJECTS = 300_000
MAX_UNPACKED = 64 * 1024 * 1024
_NEAR = 8
"""So many beginnings before a sign of packed objects are looked at."""
# Letters first: what begins with them is searched ten times as fast as what looks back first.
_OBJECT, _TRAILER = re.compile(rb"obj(?<!endobj)"), re.compile(rb"trailer")
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
    if len(starts) > MAX_OBJECTS:
        raise faults.too_large("PDF có quá nhiều phần, không soi hết được.", PRINT)
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
    for value in _dictionaries(reader, plain):
        found = entries(value)
        told = dict(found)
        stream = reader.stream(plain.raw, value) if {"First", "N"} <= told.keys() else 0
        if stream:
            if len(told) != len(found):
                raise _strange()
            data = _unpacked(reader, plain.raw, stream, told, left)
            left -= len(data)
            yield _objects(data, told["First"])


def _dictionaries(reader: Reader, plain: Objects) -> Iterator[Value]:
    """Each that could be of a stream of objects; a text in it may look like a beginning too."""
    seen: set[int] = set()
    for hint in _PACKED.finditer(plain.raw):
        before = bisect_left(plain.starts, hint.start())
        for start in plain.starts[max(0, before - _NEAR) : before]:
            if start not in seen:
                seen.add(start)
                yield reader.value(plain.raw, start)


def _unpacked(reader: Reader, raw: bytes, at: int, told: dict[str, Value], left: int) -> bytes:
    filters = [name(one.text) for one in told.get("Filter", []) if one.kind == "name"]
    end = raw.find(b"endstream", at)
    end = end if end >= 0 else len(raw)
    reader.spend(end - at)
    if "Filter" not in told:
        return raw[at:end]
    if filters not in (["FlateDecode"], ["Fl"]) or "DecodeParms" in told or "DP" in told:
        raise _strange()
    data, whole = _inflated(raw[at:end], left)
    if not whole:  # the word may also stand within what is packed
        reader.spend(len(raw) - at)
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
        raise _strange()
    numbers: dict[int, list[int]] = {}
    for number, place in zip(listed[::2], listed[1::2], strict=True):
        numbers.setdefault(number, []).append(begin + place)
    starts = sorted({begin, *(begin + place for place in listed[1::2])})
    return Objects(data, starts, numbers)


def _strange() -> Fault:
    return faults.wrong_kind("PDF nén theo cách không soi được.", PRINT)
