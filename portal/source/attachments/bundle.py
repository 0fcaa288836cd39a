"""A ZIP taken apart with care: every office file of today is one.

Comes in: the bytes of a ZIP, and how much may still be unpacked. Goes out: its entries, each
unpacked and counted. What the ZIP says of itself is not believed: sizes, sums and places are those
met while unpacking, so a bomb stops at the limit and nothing lies where the list does not tell.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from stat import S_IFBLK, S_IFCHR, S_IFIFO, S_IFLNK, S_IFMT, S_IFSOCK

from portal.addresses import has_device
from portal.letters import unseen
from portal.problem import Fault
from portal.source.attachments import faults
from portal.text import nfc

MAX_ENTRIES = 5_000
MAX_LEVELS = 3
"""A report with a chart, in an archive, in an archive."""
MAX_UNPACKED = 150 * 1024 * 1024
"""All that one attachment unpacks to, whatever stands in it: ten times a large scan."""
_ALWAYS, _RATIO = 8 * 1024 * 1024, 200
"""An entry may unpack to so much, or to so many times its size: text reaches 50 times."""
_DESCRIPTOR = 24
"""The longest note of sizes that may follow an entry."""
_LOCAL = struct.Struct("<4s2xHH16xHH")
_UTF8, _SECRET, _UNICODE_PATH = 0x800, 0x2041, 0x7075
_SPECIAL = (S_IFLNK, S_IFIFO, S_IFSOCK, S_IFCHR, S_IFBLK)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PLACE = re.compile(r"^[/\\]|\\|:|(?:^|/)\.{1,2}(?:/|$)|[. ](?:/|$)|//|[\t\r\n]")


@dataclass(slots=True)
class Budget:
    """How much more may be unpacked, in bytes, and in how many entries."""

    size: int = MAX_UNPACKED
    entries: int = MAX_ENTRIES
    levels: int = MAX_LEVELS

    def spend(self, size: int) -> None:
        self.size -= size
        self.entries -= 1

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Into a ZIP within the ZIP."""
        if not self.levels:
            raise faults.stowaway("gói nén lồng nhau quá sâu.", "nén lại một lớp")
        self.levels -= 1
        yield
        self.levels += 1


class Bundle:
    """The entries of a ZIP; whoever makes one has had its list judged."""

    def __init__(self, raw: bytes, budget: Budget) -> None:
        self._raw, self._budget = raw, budget
        if raw.count(b"PK\1\2") > 4 * MAX_ENTRIES:
            raise _bomb(f"có hơn {MAX_ENTRIES} tệp bên trong")
        try:
            with zipfile.ZipFile(BytesIO(raw)) as opened:
                entries, listed, note = opened.infolist(), opened.start_dir, opened.comment
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError):
            raise _broken() from None
        if len(entries) > budget.entries:
            raise _bomb(f"có hơn {MAX_ENTRIES} tệp bên trong")
        if raw.rfind(b"PK\x05\x06") + 22 + len(note) != len(raw):
            raise faults.wrong_kind("sau gói nén còn nối thêm thứ khác.")
        self._entries = sorted(entries, key=lambda one: one.header_offset)
        self._judge_names()
        self._starts = dict(self._places(listed))

    @property
    def names(self) -> list[str]:
        return [one.orig_filename for one in self._files()]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each file's name and what it holds, one at a time."""
        for one in self._files():
            yield one.orig_filename, self._unpack(one)

    def file(self, name: str) -> bytes:
        """What the file of this name holds (case does not count), empty where there is none."""
        wanted = (one for one in self._files() if one.orig_filename.lower() == name.lower())
        return next((self._unpack(one) for one in wanted), b"")

    def _files(self) -> list[zipfile.ZipInfo]:
        return [one for one in self._entries if not one.orig_filename.endswith("/")]

    def _judge_names(self) -> None:
        seen: set[str] = set()
        for one in self._entries:
            name = one.orig_filename
            if fault := _name_fault(one):
                raise fault
            plain = nfc(name).casefold().rstrip("/")
            if plain in seen:
                told = f"gói nén có hai tệp cùng tên {faults.shown(name)}."
                raise faults.stowaway(told, "nén lại, mỗi tên một tệp")
            seen.add(plain)

    def _places(self, listed: int) -> Iterator[tuple[int, int]]:
        """Where each entry's bytes begin; entries lie side by side, with nothing in between."""
        end = 0
        for one in self._entries:
            start = self._start(one)
            if not 0 <= one.header_offset - end <= (_DESCRIPTOR if end else 0):
                raise _hidden()
            yield one.header_offset, start
            end = start + one.compress_size
        if not 0 <= listed - end <= _DESCRIPTOR:
            raise _hidden()

    def _start(self, one: zipfile.ZipInfo) -> int:
        """Behind the entry's own header, which must say what the list says."""
        header = self._raw[one.header_offset : one.header_offset + _LOCAL.size]
        if len(header) < _LOCAL.size:
            raise _broken()
        magic, flags, method, name_length, extra_length = _LOCAL.unpack(header)
        begin = one.header_offset + _LOCAL.size
        name = self._raw[begin : begin + name_length]
        if flags & _SECRET or one.flag_bits & _SECRET:
            raise faults.locked("nén lại, không đặt mật khẩu")
        if one.compress_type not in _METHODS:
            raise faults.wrong_kind(
                "gói nén theo cách không soi được.", "nén lại thành .zip thường"
            )
        listed = one.orig_filename.encode("utf-8" if one.flag_bits & _UTF8 else "cp437", "replace")
        if magic != b"PK\x03\x04" or method != one.compress_type or name != listed:
            raise _hidden()
        return int(begin + name_length + extra_length)

    def _unpack(self, one: zipfile.ZipInfo) -> bytes:
        start = self._starts[one.header_offset]
        packed = self._raw[start : start + one.compress_size]
        limit = min(self._budget.size, max(_ALWAYS, _RATIO * len(packed)))
        whole = True
        if one.compress_type == zipfile.ZIP_DEFLATED:
            stream = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                packed = stream.decompress(packed, limit + 1)
            except zlib.error:
                raise _broken() from None
            whole = stream.eof and not stream.unused_data
        if len(packed) > limit:
            raise _bomb(f"{faults.shown(one.orig_filename)} mở ra quá lớn")
        if not whole or len(packed) != one.file_size or zlib.crc32(packed) != one.CRC:
            raise _broken()
        self._budget.spend(len(packed))
        return packed


def _name_fault(one: zipfile.ZipInfo) -> Fault | None:
    name = one.orig_filename
    shown = faults.shown(name)
    if (other := _other_name(one.extra)) and PurePath(other).suffix != PurePath(name).suffix:
        return _hidden()
    name = other or name
    if S_IFMT(one.external_attr >> 16) in _SPECIAL:
        told = f"gói nén có {shown} là lối tắt hoặc tệp đặc biệt."
        return faults.stowaway(told, "nén lại, thay lối tắt bằng tệp thật")
    leaves = _PLACE.search(name) or has_device(name)
    if not name or leaves or any(map(unseen.is_hidden, name)):
        told = f"gói nén có tệp tên {shown}: giải nén ra sẽ rơi ra ngoài thư mục, hoặc hỏng."
        return faults.stowaway(told, "đổi tên tệp ấy rồi nén lại cả thư mục")
    if name.endswith("/") and one.file_size:
        return _hidden()
    return None


def _other_name(extra: bytes) -> str:
    """The name some programmes prefer to the listed one (Info-ZIP's «Unicode Path»)."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _UNICODE_PATH:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return ""


def _broken() -> Fault:
    return faults.wrong_kind("tệp nén hỏng.", "lưu lại hoặc lấy lại tệp")


def _hidden() -> Fault:
    return faults.wrong_kind("tệp nén giấu thứ không có trong mục lục của nó.")


def _bomb(what: str) -> Fault:
    remedy = "bỏ bớt, chia thành nhiều tệp; tệp thường không nở ra như vậy"
    return faults.too_large(f"tệp nén {what}.", remedy)
