"""A YAML text with faults, read on as far as it can be: what is broken is left out and tried again.

Comes in: the text and its first fault. Goes out: the other values, the further faults, and what was
left out, so that nobody is told that something there is missing.
Refuses to know: which keys there should be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from portal.problem import Fault
from portal.source.values import Mapping, Notes, read_values
from portal.text import indent_of

TRIES = 20
COSTLY = 400_000
"""A text longer than this is tried only a few times."""
_HEAD = re.compile(r"[^\s#-]|-(?=\S)")
_KEYED = re.compile(r"^[^\s:#-][^:\n]*:(?:\s|$)", re.MULTILINE)
_ITEM = re.compile(r"(\s*)- ")


@dataclass(slots=True)
class Lost:
    """What was left out of a text to read the rest."""

    lines: dict[int, str] = field(default_factory=dict)
    """Lines of the file, and what they held."""

    def holds(self, line: int) -> bool:
        return line in self.lines

    def names(self, key: str) -> bool:
        """Whether a key, or a slip of it, stands in what was left out."""
        words = {word for text in self.lines.values() for word in re.findall(r"\w+", text)}
        return bool(get_close_matches(key, words, n=1, cutoff=0.72))


def read_on(text: str, skipped: int, fault: Fault, notes: Notes) -> tuple[Mapping | None, Lost]:
    """The values around the fault; further faults are added to the notes."""
    lines, lost = text.split("\n"), Lost()
    notes.faults.append(fault)
    for _ in range(TRIES if len(text) < COSTLY else 3):
        if not _KEYED.search("\n".join(lines)) or not _leave_out(fault, lines, lost, skipped):
            break
        met = Notes()
        try:
            made = read_values("\n".join(lines), skipped, met)
        except Fault as again:
            fault = again
            if not lost.holds(fault.line):  # else it only follows from what was left out
                notes.faults.append(fault)
        else:
            notes.take(met)
            return made, lost
    return None, lost


def _leave_out(fault: Fault, lines: list[str], lost: Lost, skipped: int) -> bool:
    """Blank the item of a list, or the whole key, in which the fault stands; whether there was
    anything to blank."""
    row = min(max(fault.line - 1 - skipped, 0), len(lines) - 1)
    first, last = _block(lines, row)
    start, end = _item(lines, row, first, last)
    if start > first and not any(lost.holds(at + 1 + skipped) for at in range(start, end)):
        first, last = start, end
    blanked = False
    for at in range(first, last):
        if lines[at].strip():
            blanked = True
            lost.lines.setdefault(at + 1 + skipped, lines[at])
        # The dash stays: the items behind keep their numbers.
        mark = _ITEM.match(lines[at]) if at == first == start else None
        lines[at] = f"{mark[1]}-" if mark else ""
    return blanked


def _block(lines: list[str], row: int) -> tuple[int, int]:
    """The lines of the outermost key around a line."""
    first = row
    while first and not _HEAD.match(lines[first]):
        first -= 1
    last = row + 1
    while last < len(lines) and not _HEAD.match(lines[last]):
        last += 1
    return first, last


def _item(lines: list[str], row: int, first: int, last: int) -> tuple[int, int]:
    """The lines of the outermost item of a list around a line; none on the line of the key."""
    marks = [at for at in range(first + 1, last) if _ITEM.match(lines[at] + " ")]
    if not marks or row < marks[0]:
        return first, last
    indent = indent_of(lines[marks[0]])
    marks = [at for at in marks if indent_of(lines[at]) == indent]
    start = max(at for at in marks if at <= row)
    return start, min((at for at in marks if at > row), default=last)
