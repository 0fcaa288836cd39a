"""The account of an import: what became of every element of the file, and that none is missing.

Comes in: the transcript, the documents, what was written. Goes out: counts that add up, by sort.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from portal.intake.division import Document
from portal.intake.markdown import Written
from portal.intake.transcript import Sort, Transcript


class Fate(StrEnum):
    KEPT = "giữ"
    CHANGED = "đổi"
    DROPPED = "bỏ"
    LOST = "không rõ"
    """Nobody accounts for it: a fault of the importer, told as such."""


@dataclass(frozen=True, slots=True)
class Element:
    place: str
    sort: Sort
    fate: Fate
    why: str = ""


def account(
    transcript: Transcript, documents: Iterable[Document], texts: Iterable[Written]
) -> list[Element]:
    """Every element once, in the order of the file."""
    gone: dict[str, str] = {}
    changed = dict(transcript.changed)
    dropped = dict(transcript.dropped)
    kept: set[str] = set()
    for document in documents:
        gone |= document.gone
    for text in texts:
        kept |= text.kept
        changed |= text.changed
        dropped |= text.dropped
    converted = {place: f"đổi mã {encoding}" for place, encoding in transcript.converted}
    made = []
    for place, sort in transcript.elements:
        made.append(Element(place, sort, *_fate(place, dropped, gone, changed, converted, kept)))
    return made


def _fate(
    place: str,
    dropped: dict[str, str],
    gone: dict[str, str],
    changed: dict[str, str],
    converted: dict[str, str],
    kept: set[str],
) -> tuple[Fate, str]:
    if place in dropped:
        return Fate.DROPPED, dropped[place]
    if place in gone:
        lost = not gone[place].startswith("thành khoá")
        return (Fate.DROPPED if lost else Fate.CHANGED), gone[place]
    why = changed.get(place) or converted.get(place)
    if why:
        return Fate.CHANGED, why
    return (Fate.KEPT, "") if place in kept else (Fate.LOST, "")


def counts(elements: Iterable[Element]) -> Iterator[tuple[Sort, Counter[Fate]]]:
    """By sort: how many were kept, changed, dropped; together they are all there are."""
    by_sort: dict[Sort, Counter[Fate]] = {}
    for one in elements:
        by_sort.setdefault(one.sort, Counter())[one.fate] += 1
    yield from by_sort.items()
