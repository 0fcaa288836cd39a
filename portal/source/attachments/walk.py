"""The XML of an office file, element by element.

Comes in: a part's bytes, and who wants to see its elements. Goes out: nothing but the fault of a
part that is no XML, or that declares entities: no office program writes those, and they can grow
without end or fetch a file. Refuses to know: what an element means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from typing import Any
from xml.parsers import expat

from portal.problem import Fault
from portal.source.attachments import faults

MAX_BYTES = 32 * 1024 * 1024
"""Ten times the text of a thick report; two seconds' reading."""
Start = Callable[[str, dict[str, str]], None]
_BLANK = b" \t\r\n"
_PLAIN = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_UTF8 = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def is_xml(raw: bytes) -> bool:
    """By its bytes, not by its name."""
    return bool(_PLAIN.match(raw)) or raw[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def is_plain(raw: bytes) -> bool:
    """XML in UTF-8, whose bytes may be searched for words."""
    declared = _ENCODING.match(raw.removeprefix(b"\xef\xbb\xbf").lstrip(_BLANK))
    utf8 = not declared or declared[1].lower() in _UTF8
    return utf8 and bool(_PLAIN.match(raw)) and b"\0" not in raw[:4]


def judge(raw: bytes, hint: Callable[[bytes], object], start: Start, **more: Any) -> None:
    """Walks a part only where its bytes hint at something to see.

    A part in another encoding than UTF-8 is always walked: the hint could not be seen.
    """
    if is_plain(raw) and not hint(raw):
        if _DECLARES.search(raw):
            raise _declares()
        return
    walk(raw, start, **more)


def walk(
    raw: bytes,
    start: Start,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    wanted: Container[str] | None = None,
) -> None:
    """Calls with local names: which prefix a file gives a namespace is its own choice.

    A sheet has a million elements: only the wanted ones are made ready.
    """
    if len(raw) > MAX_BYTES:
        raise faults.too_large("phần XML bên trong quá lớn để soi hết.", "chia thành nhiều tệp")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def doctype(*_: object) -> None:
        raise _declares()

    def opened(name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if wanted is None or local in wanted:
            start(local, {_local(key): value for key, value in attributes.items()})

    def closed(name: str) -> None:
        local = _local(name)
        if end and (wanted is None or local in wanted):
            end(local)

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = opened
    if end:
        parser.EndElementHandler = closed
    parser.CharacterDataHandler = text
    try:
        parser.Parse(raw.lstrip(_BLANK), True)
    except (expat.ExpatError, ValueError, LookupError, UnicodeError):
        raise faults.wrong_kind("phần XML bên trong hỏng.") from None


def _local(name: str) -> str:
    return name[name.rfind(" ") + 1 :]


def _declares() -> Fault:
    return faults.active(
        "phần XML bên trong khai DOCTYPE: có thể nở ra vô hạn hoặc lấy tệp khác.", faults.RESAVE
    )
