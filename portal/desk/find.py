"""Where something is said in the content: for editors, who want the file and the line.

Comes in: the library and words. Goes out: entries, best first, each with the line that says it.
Refuses to know: pages and how readers search; theirs is views/search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.citations.asking import asked, signs_of, type_named
from portal.dates import PartialDate, day, iso_of
from portal.desk.bm25 import Ranking, words
from portal.kinds import Entry
from portal.kinds.base import walk
from portal.kinds.document import Document
from portal.library import Library
from portal.text import fold
from portal.views.names import address

BOOSTS = {"title": 8, "other": 4, "text": 1}
LENGTH = 160
"""Of a line as it is shown."""
_NAMES = ("title", "keywords", "number", "number_as_printed", "abbreviations", "synonyms")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, and where in its file the words stand closest."""

    title: str
    address: str
    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class _Line:
    line: int
    text: str


class Lookup:
    """The whole content, to be asked again and again."""

    def __init__(self, library: Library) -> None:
        self.entries = [one for kind in library.entries.values() for one in kind.values()]
        self.lines = [list(_lines(entry)) for entry in self.entries]
        texts = map(_fields, self.entries, self.lines)
        documents = (one for one in enumerate(self.entries) if isinstance(one[1], Document))
        self.numbers = {at: _numbers(one) for at, one in documents if isinstance(one, Document)}
        self.signs = signs_of(one for numbers in self.numbers.values() for one in numbers)
        self.types = dict(
            type_named(self.entries[at].name, told[0]) for at, told in self.numbers.items() if told
        )
        self.ranking = Ranking(texts, BOOSTS)

    def find(self, text: str, limit: int = 10) -> list[Found]:
        """Documents of that number first; then titles with the words as they stand; then the
        rest as BM25 ranks it."""
        if (on := _day(text)) and (found := self._on(on)):
            return found[:limit]
        scores = dict(self.ranking.best(text))
        numbered = set(self._numbered(text))
        asked = " ".join(words(text))
        places = sorted(
            scores.keys() | numbered,
            key=lambda place: (
                place not in numbered,
                f" {asked} " not in f" {' '.join(words(self.entries[place].name))} ",
                -scores.get(place, 0.0),
                place,
            ),
        )
        return [self._found(place, text, place in numbered) for place in places[:limit]]

    def _on(self, on: PartialDate) -> list[Found]:
        """Every place that tells this day, in keys and in prose, place by place."""
        spelt = {str(on), f"{on.day}/{on.month}/{on.year}", on.iso}
        shape = re.compile(rf"(?<![\d/-])(?:{'|'.join(map(re.escape, sorted(spelt)))})(?![\d/-])")
        return [
            Found(entry.name, address(entry), entry.source.path, one.line, _around(one.text, []))
            for entry, lines in zip(self.entries, self.lines, strict=True)
            for one in lines
            if shape.search(one.text)
        ]

    def _numbered(self, text: str) -> Iterator[int]:
        """«qd 11», «11-QĐ/TW», «kế hoạch 380», «380kh»: this very document."""
        wanted = asked(text, self.signs, self.types)
        for place, numbers in self.numbers.items():
            name = self.entries[place].name
            if any(one.means(number, name) for one in wanted for number in numbers):
                yield place

    def _found(self, place: int, text: str, by_number: bool) -> Found:
        entry = self.entries[place]
        told = entry.number if by_number and isinstance(entry, Document) else text
        asked = words(told or text)
        best = max(self.lines[place], key=lambda one: _closeness(one.text, asked))
        shown = _around(best.text, asked)
        return Found(entry.name, address(entry), entry.source.path, best.line, shown)


def _day(text: str) -> PartialDate | None:
    """A whole day, as readers or editors write it; None for anything else."""
    try:
        found = PartialDate.read(iso_of(text) or text)
    except ValueError:
        return None
    return found if found.day and not found.bound else None


def _numbers(document: Document) -> tuple[str, ...]:
    return tuple(filter(None, (document.number, *document.number_as_printed)))


def _fields(entry: Entry, lines: list[_Line]) -> dict[str, str]:
    other = (str(value) for _, one, value in walk(entry) if one.name in _NAMES)
    text = " ".join(one.text for one in lines)
    return {"title": entry.name, "other": " ".join(other), "text": text}


def _lines(entry: Entry) -> Iterator[_Line]:
    """Every value and every line of the body, with its line in the file."""
    for where, one, value in walk(entry):
        if isinstance(value, str):
            yield _Line(entry.line(where), value)
        elif isinstance(value, PartialDate | date):
            told = value if isinstance(value, PartialDate) else day(value)
            yield _Line(entry.line(where), f"{one.key}: {told}")
    for at, line in enumerate(entry.body.splitlines(), entry.source.body_line):
        if line.strip():
            yield _Line(at, line.strip())


def _closeness(text: str, asked: list[str]) -> tuple[bool, int, int]:
    """All words side by side; how many of them; short before long."""
    here = words(text)
    together = f" {' '.join(asked)} " in f" {' '.join(here)} "
    return together, len(set(asked) & set(here)), -len(text)


def _around(text: str, asked: list[str]) -> str:
    """The text, or as much of it as is shown, around its first word that was asked for."""
    text = " ".join(text.split())
    if len(text) <= LENGTH:
        return text
    folded = fold(text)
    hits = [at for word in asked if (at := folded.find(word)) >= 0]
    start = max(0, min(hits, default=0) - LENGTH // 3)
    told = text[start : start + LENGTH]
    told = told if not start else "…" + told.split(" ", 1)[-1]
    return told.rsplit(" ", 1)[0] + "…" if start + LENGTH < len(text) else told
