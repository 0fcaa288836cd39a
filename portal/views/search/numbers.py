"""Numbers of documents and their days as terms of their own, apart from the words of the text.

Comes in: a record. Goes out: names of lists, `#380` before `kh-hvctqg`, `@2021` before `05-19`; and
the letters that stand in its numbers, by which the browser knows that «kh 380» is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.citations.asking import signs_of, type_named
from portal.citations.numbers import pieces
from portal.views.search.record import Record


def of_record(record: Record) -> Iterator[tuple[str, str]]:
    """The lists in which a page stands for its numbers, all spellings of them, and its day."""
    for one in dict.fromkeys(map(pieces, record.numbers)):
        if one.serial:
            yield f"#{one.serial}", "-".join(one.signs) or "-"
    year, _, rest = record.date.partition("-")
    if year.isdecimal():
        yield f"@{year}", rest or "-"


def letters(record: Record) -> tuple[str, ...]:
    """All parts of its numbers that are no digits: `kh`, `hvctqg`, `qd`…"""
    return signs_of(record.numbers)


def type_of(record: Record) -> tuple[str, str]:
    """What the letters of its type mean, read off the title: (`quyet dinh`, `qd`), or nothing."""
    for one in record.numbers[:1]:
        return type_named(record.title, one)
    return "", ""
