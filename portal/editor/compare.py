"""Two states of one entry side by side, as somebody reads them who edits nothing.

Comes in: the file before and after, words for values. Goes out: rows with what differs marked, word
by word. Refuses to know: git, HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from portal.editor.entry_file import EntryFile, bare, full
from portal.editor.worded import Words
from portal.kinds.base import fields_of

TEXT = "Nội dung"
MOST = 4000
"""Words of one text that are held against each other singly."""
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Span:
    text: str
    changed: bool = False


Side = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One key, or one paragraph; `kept`: so many paragraphs that stay the same instead."""

    label: str
    before: Side = ()
    after: Side = ()
    kept: int = 0


def rows(
    model: type[Any], words: Words, before: EntryFile | None, after: EntryFile | None
) -> Iterator[Row]:
    """What differs; where one of the two is none, all that the other says."""
    told = [bare(one.values) if one else {} for one in (before, after)]
    for field in fields_of(model):
        first, now = (words.told(field.form, full(one.get(field.key, ""))) for one in told)
        if first != now:
            yield Row(field.label, *marked(first, now))
    bodies = [one.body.strip() if one else "" for one in (before, after)]
    if bodies[0] != bodies[1]:
        yield from paragraphs(*bodies)


def lines(before: str, after: str) -> Iterator[Row]:
    """Of a file that is no entry, or cannot be read."""
    yield from _blocks(before.split("\n"), after.split("\n"), "Dòng")


def paragraphs(before: str, after: str) -> Iterator[Row]:
    yield from _blocks(_cut(before), _cut(after))


def _cut(text: str) -> list[str]:
    return [one for one in _BLANK.split(text) if one]


def _blocks(before: list[str], after: list[str], label: str = TEXT) -> Iterator[Row]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            yield Row(label, kept=last - first)
            continue
        for one, other in zip_longest(before[first:last], after[start:end], fillvalue=""):
            yield Row(label, *marked(one, other))


def marked(before: str, after: str) -> tuple[Side, Side]:
    """Both texts, cut where they begin to differ."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if not old or not new or len(old) + len(new) > MOST:
        return _side([(before, True)]), _side([(after, True)])
    sides: tuple[list[tuple[str, bool]], list[tuple[str, bool]]] = ([], [])
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        sides[0].append(("".join(old[first:last]), what != "equal"))
        sides[1].append(("".join(new[start:end]), what != "equal"))
    return _side(sides[0]), _side(sides[1])


def _side(parts: list[tuple[str, bool]]) -> Side:
    return tuple(Span(text, changed) for text, changed in parts if text)
