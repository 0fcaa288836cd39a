"""Ids of clauses, written into a body that was pasted without them.

Comes in: the body of a document, the ids published before. Goes out: the same words with headings,
items and ids, and how many of each. Only signs of Markdown, breaks and ids are added; a body that
has its ids stays as it is, but for articles that were put in without theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from portal.citations import places
from portal.clauses import pasted
from portal.clauses.labels import Unit
from portal.clauses.pasted import Line
from portal.clauses.reader import Row, Structure, read
from portal.desk.clause_lines import Writer

_EDGES = re.compile(r"[|]|(?<=[ |])-{3,}(?=[ |])")
_PLURAL = {
    Unit.ATTACHED: "văn bản kèm theo",
    Unit.ANNEX: "phụ lục",
    Unit.PART: "phần",
    Unit.CHAPTER: "chương",
    Unit.CAPITAL: "mục",
    Unit.ROMAN: "mục",
    Unit.SECTION: "mục",
    Unit.SUBSECTION: "tiểu mục",
    Unit.ARTICLE: "điều",
    Unit.DIGITS: "khoản, mục đánh số",
    Unit.DEEP_DIGITS: "mục đánh số nhiều cấp",
    Unit.LETTER: "điểm",
    Unit.INNER: "tiết",
    Unit.DASH: "gạch đầu dòng",
    Unit.PLUS: "dấu cộng",
}


@dataclass(slots=True)
class Numbered:
    body: str
    done: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def numbered(body: str, published: Collection[str] = (), first: int = 1) -> Numbered:
    """`published`: ids this document was published with; `first`: the line the body begins at."""
    told = pasted.lines(body)
    fresh = not any(line.id for line in told)
    if fresh:
        told = pasted.lines(pasted.apart(body))
    rows = pasted.rows(told, first)
    structure = read(rows)
    wanted = _wanted(told, structure, fresh)
    if not any(wanted):
        return Numbered(body)
    ids = _ids(structure, rows, published)
    made = "\n".join(Writer(told, rows, structure, ids, wanted).write())
    if _words(made) != _words(body) or _changes(made):
        return Numbered(
            body, left=["chưa đặt mã điều khoản: cách viết của bài này máy không dám đổi"]
        )
    return Numbered(made, list(_told(structure, wanted)), structure.doubts)


def _changes(body: str) -> bool:
    """Whether a second run would do anything."""
    told = pasted.lines(body)
    return any(_wanted(told, read(pasted.rows(told)), False))


def _wanted(told: Sequence[Line], structure: Structure, fresh: bool) -> list[bool]:
    """The rows to be written: all of a text without ids; else articles that have none."""
    units = Counter(one.label.unit for one in structure.found if one and not one.quoted)
    if fresh:
        law = units[Unit.ARTICLE] or units[Unit.ROMAN] > 1
        return [bool(law)] * len(told)
    inside = False
    made = []
    for line, found in zip(told, structure.found, strict=True):
        if line.id:
            inside = False
        elif found and found.label.unit is Unit.ARTICLE and not found.quoted:
            inside = True
        elif line.heading and not found:
            inside = False
        made.append(inside)
    return made


def _ids(structure: Structure, rows: Sequence[Row], published: Collection[str]) -> list[str]:
    """The ids as the ledger has them, where it calls the same place otherwise."""
    values = places.by_values(published)
    used: set[str] = {row.id for row in rows if row.id}
    made = []
    for found in structure.found:
        id = found.id if found else ""
        known = places.find(id, published, values) if id else ""
        if known and known not in used:
            id = known
        used.add(id)
        made.append(id)
    return made


def _words(text: str) -> str:
    """What must stay as it is, without space; of a table without its lines."""
    return "".join(
        "".join((line.text or _EDGES.sub("", line.raw)).split()) for line in pasted.lines(text)
    )


def _told(structure: Structure, wanted: Sequence[bool]) -> Iterator[str]:
    own: Counter[str] = Counter()
    quoted = 0
    for found, here in zip(structure.found, wanted, strict=True):
        if found and here:
            quoted += found.quoted
            own[_PLURAL[found.label.unit]] += not found.quoted
    counts = [f"{own[name]} {name}" for name in dict.fromkeys(_PLURAL.values()) if own[name]]
    yield f"đặt mã điều khoản: {'; '.join(counts)}"
    if quoted:
        yield f"đặt mã riêng cho {quoted} chỗ là lời mới của văn bản được sửa đổi"
