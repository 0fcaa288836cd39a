"""Which places of a document an event is of.

Comes in: the words of an editor («Điều 3, khoản 2 Điều 5», «trừ Điều 7») or the place a relation
names, the document. Goes out: a scope, and what it covers. Words that are no place are kept as they
are: such a scope is a part of its own, of which only its name is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.citations import pins, places
from portal.citations.spelling import plain
from portal.kinds.document.clauses import Clause, clause_name
from portal.text import nfc

if TYPE_CHECKING:
    from portal.kinds.document import Document

_EXCEPT = re.compile(
    r"(?:^|[ ,;(])(?:tru|ngoai[ ]tru|khong[ ]bao[ ]gom|khong[ ]ap[ ]dung[ ]voi)[ ]", re.IGNORECASE
)
_ID = re.compile(r"[a-z]+(?:-[0-9a-z]+)+(?:\.[0-9a-z-]+)*|mo-dau|ket")
_IDS = re.compile(rf"(?:{_ID.pattern})(?:\s*[,;]\s*(?:{_ID.pattern}))*")
_TYPES = (
    "(?:van ban|luat|bo luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|quy dinh|quy che|thong tu"
    "|chi thi|ke hoach|huong dan|dieu le)"
)
_LINKING = re.compile(
    rf"\b(?:(?:toan bo|ca) {_TYPES}|{_TYPES} nay|toan bo|ca|cac|nhung|quy dinh|noi dung|phan|tai|o"
    r"|cua|thuoc|trong|va|hoac|kem theo|ban hanh|nay)\b|[\s,;:.()]",
    re.IGNORECASE,
)
"""What may stand between places without narrowing them."""
_ALL = re.compile(r"\b(?:toan bo|ca|nay)\b", re.IGNORECASE)
"""«Toàn bộ», «cả văn bản», «Quy định này»: where nothing else is said, no part is meant."""
_RANGE = re.compile(r"(.*?-)([0-9]{1,3})")


@dataclass(frozen=True, slots=True)
class Scope:
    """Of what an event is."""

    told: str = field(default="", compare=False)
    """As it is said; empty where it is the whole document, or where nobody says of which part."""
    places: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    """All but these."""
    narrowed: str = ""
    """Only some words of these places, or of no place that can be named: what is said of it."""

    @property
    def whole(self) -> bool:
        """Whether what has no name is covered too."""
        return not self.places and not self.narrowed

    @property
    def regions(self) -> tuple[str, ...]:
        """What has a state of its own because of this event."""
        if self.narrowed:
            return (f"«{self.narrowed}»",)
        return (*self.places, *self.without)

    def covers(self, region: str, above: Mapping[str, frozenset[str]]) -> bool:
        """Whether all of that region is in it; the region "" is what nobody names."""
        if self.narrowed:
            return self.regions == (region,)
        around = above.get(region) or steps(region)
        if any(one in around for one in self.without):
            return False
        return not self.places or any(one in around for one in self.places)

    def depth(self, region: str, above: Mapping[str, frozenset[str]]) -> int:
        """How narrowly it is said of that region; nothing where it is said of all."""
        around = above.get(region) or steps(region)
        return max(
            (len(above.get(one) or steps(one)) for one in self.places if one in around), default=0
        )


WHOLE = Scope()
UNNAMED = "…"
"""A part of which nobody says which it is."""


def of_place(document: Document, id: str) -> Scope:
    """That of a relation, which names one place at most."""
    id = document.moved_clauses.get(id, id)
    return Scope(clause_name(id, id), (id,)) if id else WHOLE


def read(document: Document, told: str | None, partial: bool) -> Scope:
    """`partial`: the event is of a part even where nothing says of which."""
    text = nfc(" ".join((told or "").split()))
    unsaid = Scope(narrowed=UNNAMED) if partial else WHOLE
    if not text:
        return unsaid
    if _IDS.fullmatch(text):
        ids = tuple(one.strip() for one in re.split("[,;]", text))
        return Scope(", ".join(clause_name(one, one) for one in ids), ids)
    cut = _EXCEPT.search(plain(text))
    inside, extra = _places(document, text[: cut.start()] if cut else text)
    if cut is None:
        if not inside and not extra and _ALL.search(plain(text)):
            return unsaid
        return Scope(text, inside, narrowed=text if extra or not inside else "")
    without, more = _places(document, text[cut.end() :], inside[-1] if inside else "")
    clear = without and not (extra or more)
    return Scope(text, inside, without, narrowed="" if clear else text)


def _places(document: Document, text: str, within: str = "") -> tuple[tuple[str, ...], bool]:
    """The places, by the ids of the outline where it has them, and whether other words stand
    between them."""
    bare, rest = plain(text), list(plain(text))
    anchors = places_of(document)
    values = places.by_values(anchors)
    found: list[str] = []
    for chain in pins.loose(bare, text, ()):
        rest[chain.start : chain.end] = " " * (chain.end - chain.start)
        for pin in chain.pins:
            for id in _upto(pin.id, pin.upto):
                id = f"{within}.{id}" if within and _is_inner(id) else id
                found.append(
                    document.moved_clauses.get(id) or places.find(id, anchors, values) or id
                )
    return tuple(dict.fromkeys(found)), bool(_LINKING.sub("", "".join(rest)))


def _is_inner(id: str) -> bool:
    return id.partition("-")[0] in ("khoan", "diem", "tiet", "gach", "doan")


def _upto(id: str, last: str) -> Iterable[str]:
    """«Điều 5 đến Điều 8», one by one; of what is not counted by figures only both ends."""
    first, end = _RANGE.fullmatch(id), _RANGE.fullmatch(last)
    if not (first and end) or first[1] != end[1]:
        return (id, last) if last else (id,)
    return (f"{first[1]}{at}" for at in range(int(first[2]), int(end[2]) + 1))


def places_of(document: Document) -> Mapping[str, str]:
    """Its places; a document that is not from a file has none."""
    return document.anchors() if document.source else {}


def nesting(document: Document) -> dict[str, frozenset[str]]:
    """Of every clause itself and all it stands in."""
    return above(document.clauses) if document.source else {}


def above(clauses: Iterable[Clause]) -> dict[str, frozenset[str]]:
    """The same of an outline: by the ids, and by the headings over each."""
    found: dict[str, frozenset[str]] = {}
    over: list[Clause] = []
    for one in clauses:
        while over and over[-1].level >= one.level:
            over.pop()
        found[one.id] = steps(one.id).union(each.id for each in over)
        over.append(one)
    return found


def steps(id: str) -> frozenset[str]:
    steps = id.split(".")
    return (
        frozenset(".".join(steps[:size]) for size in range(1, len(steps) + 1))
        if id
        else frozenset()
    )
