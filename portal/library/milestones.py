"""Days that prose tells of a step of a school's recognition.

Comes in: Markdown, the words such a step is told by, the schools. Goes out: the row of the text,
the step, the schools that are named there, the day. Reads sentences, and tables by their heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from portal.dates import PartialDate
from portal.kinds.school import School

S = TypeVar("S")
DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_SENTENCE = re.compile(r"(?<=[.?!;])\s+|\n")
_NEAR = 60
"""So far behind the words, in the same sentence, the day still is that of the step."""
Found = tuple[int, S, list[str], PartialDate]


def days_told(text: str) -> Iterator[PartialDate]:
    """Every full day of a text, as readers have it and as editors write it."""
    for found in DAY.finditer(text):
        yield from _read(f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}")
    for iso in re.findall(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])", text):
        yield from _read(iso)


def _read(iso: str) -> Iterator[PartialDate]:
    try:
        yield PartialDate.read(iso)
    except ValueError:
        return


def written(text: str, said: Mapping[str, S], schools: Sequence[School]) -> Iterator[Found[S]]:
    said = {word.lower(): step for word, step in said.items()}
    if not DAY.search(text) or not any(word in text.lower() for word in said):
        return
    head: list[str] = []
    for row, line in enumerate(text.split("\n")):
        if not line.lstrip().startswith("|"):
            head = []
            yield from _of_line(row, line, said, schools)
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not head:
            head = cells
            continue
        yield from _of_cells(row, line, dict(zip(head, cells, strict=False)), said, schools)


def _of_line(
    row: int, line: str, said: Mapping[str, S], schools: Sequence[School]
) -> Iterator[Found[S]]:
    for sentence in _SENTENCE.split(line):
        for word, step in said.items():
            at = sentence.lower().find(word)
            day = DAY.search(sentence, at, at + len(word) + _NEAR) if at >= 0 else None
            if day:
                for on in days_told(day[0]):
                    yield row, step, _named(sentence[: day.end()], schools), on


def _of_cells(
    row: int,
    line: str,
    cells: Mapping[str, str],
    said: Mapping[str, S],
    schools: Sequence[School],
) -> Iterator[Found[S]]:
    named = _named(line, schools)
    for head, cell in cells.items() if len(named) == 1 else ():
        for word, step in said.items():
            # «Công nhận hoặc lễ đón Bằng» may be either.
            if word in head.lower() and " hoặc " not in head and DAY.fullmatch(cell):
                yield from ((row, step, named, on) for on in days_told(cell))


def _named(text: str, schools: Sequence[School]) -> list[str]:
    return [one.id for one in schools if f"({one.link})" in text or one.title in text]
