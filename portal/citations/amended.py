"""What a text amends, as its title and the headings of its articles name it.

Comes in: the register, a document; the passages of its text. Goes out: the one document that its
title says it amends; where a heading names a document to be amended, known or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.citations.choice import Choice
from portal.citations.known import Known
from portal.citations.own import DOCUMENT
from portal.citations.passages import Passages
from portal.citations.register import Register
from portal.citations.spelling import composed, plain

_OF = re.compile(
    r"(?:(?:bo )?luat |phap lenh |nghi dinh |thong tu |ve (?:viec )?)?(?:sua doi|bo sung|bai bo)"
    r"[^.;:()“”\"]{0,80}? (?:cua|vao) ",
    re.IGNORECASE,
)
_NAME = rf"{DOCUMENT}[ \n](?:so[ \n]|[A-Z0-9])"
_MORE = re.compile(rf"(?:,|[ \n]va|[ \n]hoac)[ \n](?:cac[ \n])?{_NAME}")
_HEAD = re.compile(rf"[ \n](?:cua|vao)[ \n](?=(?P<name>{_NAME}))")
_STOP = re.compile(r"[:“”\"\[]|nhu[ \n]sau")


def sole(register: Register, host: Known | None) -> Known | None:
    """The one document that another amends, by their relations, else by its title."""
    if host is None:
        return None
    if host.amends:
        return register.known.get(host.amends[0]) if len(host.amends) == 1 else None
    title = composed(host.title)[0]
    bare = plain(title)
    found = _OF.match(bare)
    if found is None or _MORE.search(bare, found.end()):
        return None
    cited = register.recogniser.read(title[found.end() :])
    if not cited or cited[0].start or cited[0].kind == "này":
        return None
    choice = Choice(register, host, True)
    meant = (choice.by_number if cited[0].number else choice.by_name)(cited[0])
    return meant.document if meant and meant.document is not host else None


def headings(bare: str, passages: Passages) -> Iterator[int]:
    """Where a block that amends names what it amends: «Điều 2. Sửa đổi, bổ sung một số điều của
    Luật Đường sắt»."""
    for start, end in passages.amending():
        stop = _STOP.search(bare, start, end)
        until = stop.start() if stop else end
        if found := _HEAD.search(bare, start, until):
            yield found.start("name")
