"""The days on which something changed in the life of a document, and its words on a day.

Comes in: the library, a document. Goes out: days known to the day, and the text of one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from portal.kinds.document import Document, Version
from portal.library import Library

FEWEST = 2
"""A document on which one thing happened says that on its own page."""
MOST, HEAVIEST = 24, 4_000_000
"""Of a law that is amended every year, the latest: each page holds its whole text. So many days,
and so many letters on the pages of all of them."""


def days(library: Library, document: Document) -> tuple[date, ...]:
    """The days on which something changed: of its state, of a clause, of its words."""
    told = [one.on for one in library.validity[document.id].history if one.on]
    known = {one.earliest for one in told if one.day and not one.bound}
    known |= {one.day for one in library.versions_of(document) if one.day}
    for changes in library.reworded.get(document.id, {}).values():
        known |= {
            date.fromisoformat(one.day) for one in changes if len(one.day) == len("2025-01-01")
        }
    return latest(known, len(document.body)) if len(known) >= FEWEST else ()


def latest(days: Iterable[date], length: int) -> tuple[date, ...]:
    """Those that get a page; `length`: the letters of the text that each repeats."""
    most = min(MOST, max(FEWEST, HEAVIEST // max(length, 1)))
    return tuple(sorted(days)[-most:])


def text_on(
    document: Document, texts: Sequence[Version], since: str, day: date
) -> Document | Version:
    """The words in force then; the oldest that is known for a day before. `since`: the day of the
    words of now."""
    if not texts or (since and since <= day.isoformat()):
        return document
    then = [one for one in texts if one.day and one.day <= day]
    return then[-1] if then else texts[0]
