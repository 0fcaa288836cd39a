"""Numbers of documents and their days as terms of their own, apart from the words of the text.

Comes in: a record. Goes out: names of lists, `#380` before `kh-hvctqg`, `@2021` before `05-19`; and
the letters that stand in its numbers, by which the browser knows that «kh 380» is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from portal.text import fold
from portal.views.search.record import Record
from portal.views.search.words import words


@lru_cache(maxsize=65536)
def parts(number: str) -> tuple[str, str]:
    """`Số 380 -KH /HVCTQG` → (`380`, `kh-hvctqg`); empty where it holds no digits."""
    found = [fold(word) for word in words(number)]
    place = next((place for place, word in enumerate(found) if word.isdecimal()), None)
    if place is None:
        return "", ""
    return found[place].lstrip("0") or "0", "-".join(found[place + 1 :])


def of_record(record: Record) -> Iterator[tuple[str, str]]:
    """The lists in which a page stands for its numbers, all spellings of them, and its day."""
    for first, letters in dict.fromkeys(map(parts, record.numbers)):
        if first:
            yield f"#{first}", letters or "-"
    year, _, rest = record.date.partition("-")
    if year.isdecimal():
        yield f"@{year}", rest or "-"


def letters(record: Record) -> tuple[str, ...]:
    """All parts of its numbers that are no digits: `kh`, `hvctqg`, `qd`…"""
    found = dict.fromkeys(part for one in record.numbers for part in parts(one)[1].split("-"))
    return tuple(part for part in found if part and not part.isdecimal())


def type_of(record: Record) -> tuple[str, str]:
    """What the letters of its type mean, read off the title: (`quyet dinh`, `qd`), or nothing."""
    for one in record.numbers[:1]:
        first = parts(one)[1].split("-")
        name = [fold(word) for word in words(record.title)[:2]]
        short = "".join(word[0] for word in name)
        if len(name) == 2 and short in first:
            return " ".join(name), short
    return "", ""
