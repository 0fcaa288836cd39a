"""What was read, held against what the portal already has: the same file, the same document, one
that is nearly the same; and the documents it is based on.

Comes in: fields, bases, the library. Goes out: sentences, and relations that are sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from portal.citations import numbers
from portal.citations.citation import Citation
from portal.citations.known import Meant
from portal.citations.reading import Reading
from portal.dates import PartialDate
from portal.intake.division import Document as Read
from portal.intake.fields import Fields, Found, Sure
from portal.kinds.document import Document
from portal.library import Library
from portal.text import fold


@dataclass(frozen=True, slots=True)
class Basis:
    """A document that this one says it is based on, and its place in the portal."""

    id: str
    words: str


def same_file(sha256: str, library: Library) -> str:
    """The entry that already offers this very file; empty where none does."""
    for entry in library.everything:
        for one in getattr(entry, "attachments", ()):
            if one.sha256 and one.sha256.lower() == sha256:
                return entry.source.path
    return ""


def same_document(fields: Fields, library: Library) -> str:
    """The entry with this number and day."""
    if fields.number is None:
        return ""
    wanted = numbers.key(fields.number.value)
    for one in library.everything:
        if isinstance(one, Document) and one.number and numbers.key(one.number) == wanted:
            issued = one.issued.iso if one.issued else ""
            if not issued or fields.date is None or issued == fields.date.value:
                return one.source.path
    return ""


def near(fields: Fields, library: Library) -> Iterator[str]:
    """Documents whose number, day or title nearly are this one's."""
    number = numbers.read(fields.number.value) if fields.number else None
    if number:
        day = PartialDate.read(fields.date.value) if fields.date else None
        asked = Citation(0, 0, (0, 0), "số", number=number, date=day)
        found = library.register.near(asked)
        if found:
            other = found.document
            told = f"{other.number or other.title} ({other.issued})" if other.issued else other.id
            yield f"số gần giống {told}, van-ban/{other.id}: {found.why}. Soát lại với bản gốc."
        for one in library.register.by_number(number):
            if one.issued and day and one.issued != day:
                yield f"số này đã có ở van-ban/{one.id}, nhưng ngày {one.issued}: soát lại ngày."
    if fields.title:
        wanted = fold(fields.title.value)
        for entry in library.everything:
            if isinstance(entry, Document) and fold(entry.title) == wanted and not number:
                yield f"trích yếu trùng với {entry.source.path}: có phải văn bản ấy không?"


def bases(read: Read, library: Library) -> tuple[list[Basis], list[str]]:
    """The documents named in the bases: those the portal knows for sure, and the rest in words."""
    reading = Reading(library.register)
    known: dict[str, Basis] = {}
    rest: list[str] = []
    for one in read.bases:
        for meant in reading.read(one.text):
            words = " ".join(one.text[slice(*meant.citation.head)].split())
            if meant.document:
                known.setdefault(meant.document.id, Basis(meant.document.id, words))
            else:
                rest.append(_unknown(meant, words))
    return list(known.values()), list(dict.fromkeys(rest))


def _unknown(meant: Meant, words: str) -> str:
    if meant.near:
        other = meant.near.document
        return f"căn cứ «{words}» gần giống van-ban/{other.id}: {meant.near.why}."
    if meant.several:
        told = ", ".join(f"van-ban/{one.id}" for one in meant.several[:3])
        return f"căn cứ «{words}» có thể là {told}: tự chọn."
    return f"căn cứ «{words}» cổng chưa có."


def known_issuer(fields: Fields, library: Library) -> tuple[Fields, str]:
    """The issuer as the register writes it where it is one of its own, and that unit's link."""
    if fields.issuer is None:
        return _by_mark(fields, library), ""
    wanted = fold(fields.issuer.value)
    for link, name in _bodies(library):
        if fold(name) == wanted:
            sure = replace(fields.issuer, value=name, sure=Sure.CERTAIN, why="")
            return replace(fields, issuer=sure), link
    return fields, ""


def _by_mark(fields: Fields, library: Library) -> Fields:
    """A head without the issuer's name: whose documents carry the same marks, where most are of one
    body."""
    number = numbers.read(fields.number.value) if fields.number else None
    if number is None or len(number.marks) < 2:
        return fields
    bodies = Counter(
        one.issuer
        for one in library.everything
        if isinstance(one, Document)
        and one.number
        and (other := numbers.read(one.number))
        and other.marks[1:] == number.marks[1:]
    )
    best, count = next(iter(bodies.most_common(1)), ("", 0))
    if count * 4 < bodies.total() * 3 or not best:
        return fields
    why = "không in ở đầu văn bản; theo ký hiệu của số"
    return replace(fields, issuer=Found(best, Sure.LIKELY, "số, ký hiệu", why))


def _bodies(library: Library) -> Iterator[tuple[str, str]]:
    for kind in ("don-vi", "truong"):
        for one in library.entries.get(kind, {}).values():
            yield one.id, one.name


def names(library: Library) -> Iterable[str]:
    """Every proper name the portal writes: bodies, schools, places, issuers."""
    for entry in library.everything:
        if entry.KIND in ("don-vi", "truong"):
            yield entry.name
        elif isinstance(entry, Document):
            yield entry.issuer
            yield entry.title
    for option in library.lists.get("dia-phuong", {}).values():
        yield option.label
