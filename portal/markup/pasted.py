"""What a paste leaves in a Markdown text that means something elsewhere: columns held apart by
tabs, bullets of Word, notes numbered `[1]`, many paragraphs run into one.

Comes in: Markdown text. Goes out: runs of lines, each of one shape; code and tables are passed
over. Refuses to know: how that is told, and how it is converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

BULLETS = "•●○▪■◦►➢➤✓❖◆"
BULLET = re.compile(rf"[ ]{{0,12}}[{BULLETS}][ \t]*(?=\S)")
NOTE = re.compile(r"(?<=[^\s\[\]^\\])[ ]?\[(\d{1,3})\](?![(\[:])")
NOTED = re.compile(r"\[(\d{1,3})\]:?[ \t]+(?=\S)")
_TARGET = re.compile(r"\[\d{1,3}\]:[ \t]*\S+[ \t]*$")
_ENDS = re.compile(r"[.;:!?…][»”\"')]*$")
_OTHER = re.compile(r"[ \t]*(?:[-*+>#|]|\d{1,3}[.)][ \t]|\[\^|```|~~~)|[ ]{4}|\t")
"""Begins a list, a table, a heading, code: no paragraph."""
LEAST_LINES = 12
"""So many lines under one another are no sentence that was only broken off at a margin, where most
of them end as sentences do."""
_MOST = 0.7


class Shape(Enum):
    TABS = "tabs"
    BULLETS = "bullets"
    NOTES = "notes"
    BLOCK = "block"


class Run(NamedTuple):
    """Lines of one shape, the first being 0; `end` is the line behind the last."""

    shape: Shape
    start: int
    end: int
    text: str
    """What stands at its beginning."""


def runs(text: str) -> Iterator[Run]:
    """All of them, shape by shape."""
    short = "\t" not in text and "[" not in text and "\n" not in text.strip()
    if short and not text.lstrip().startswith(tuple(BULLETS)):
        return
    lines = bare(text)
    yield from _tabs(lines)
    yield from _bullets(lines)
    yield from _notes(lines)
    yield from _blocks(lines)


def bare(text: str) -> list[str]:
    """The lines, those of code empty."""
    made, fence = [], ""
    for line in text.split("\n"):
        mark = line.strip()[:3]
        if fence or mark in ("```", "~~~"):
            fence = "" if fence and mark == fence else fence or mark
            made.append("")
        else:
            made.append(line)
    return made


def cells(line: str) -> list[str]:
    """The columns of a line, where tabs hold them apart."""
    if "\t" not in line.strip() or line[:1] == "\t" or line.lstrip().startswith("|"):
        return []
    return [one.strip() for one in line.strip().split("\t")]


def _tabs(lines: Sequence[str]) -> Iterator[Run]:
    yield from _grouped(Shape.TABS, lines, [len(cells(line)) for line in lines], least=2)


def _bullets(lines: Sequence[str]) -> Iterator[Run]:
    """Empty lines between items do not end a list."""
    start = end = -1
    for at, line in enumerate([*lines, "-"]):
        if BULLET.match(line) and "\t" not in line.strip(" \t" + BULLETS):
            start, end = (start if start >= 0 else at), at + 1
        elif line.strip() and start >= 0:
            yield Run(Shape.BULLETS, start, end, lines[start].strip())
            start = -1


def _notes(lines: Sequence[str]) -> Iterator[Run]:
    if any(_TARGET.match(line) for line in lines):  # links by number
        return
    for at, line in enumerate(lines):
        if "[" in line and (found := NOTE.search(line)):
            yield Run(Shape.NOTES, at, at + 1, f"[{found[1]}]")
            return


def _blocks(lines: Sequence[str]) -> Iterator[Run]:
    plain = [int(bool(line.strip()) and not _OTHER.match(line)) for line in lines]
    for run in _grouped(Shape.BLOCK, lines, plain, least=LEAST_LINES):
        ended = sum(ends(line) for line in lines[run.start : run.end])
        if ended >= _MOST * (run.end - run.start):
            yield run


def ends(line: str) -> bool:
    """Whether it ends as a sentence or a clause does."""
    return bool(_ENDS.search(line.rstrip()))


def _grouped(shape: Shape, lines: Sequence[str], keys: Sequence[int], least: int) -> Iterator[Run]:
    """Runs of equal keys that are not nought."""
    start = 0
    for at in range(1, len(keys) + 1):
        if at == len(keys) or keys[at] != keys[start]:
            if keys[start] and at - start >= least:
                yield Run(shape, start, at, lines[start].strip())
            start = at
