"""Numbers of documents and their days as terms of their own, apart from the words of the text.

Comes in: records in their order. Goes out: groups `#380` and `@2021`, and the letters that stand in
numbers, by which the browser knows that «kh 380» is one.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from portal.text import fold
from portal.views.search.pack import Group, group, listed
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


def groups(records: Sequence[Record]) -> list[Group]:
    """A group for every first number, with the letters behind it as names; one for every year."""
    lists: defaultdict[str, defaultdict[str, array[int]]]
    lists = defaultdict(lambda: defaultdict(lambda: array("I")))
    for page, record in enumerate(records):
        for first, letters in dict.fromkeys(map(parts, record.numbers)):
            if first:
                lists[f"#{first}"][letters or "-"].append(page << 8)
        year, _, rest = record.date.partition("-")
        if year.isdecimal():
            lists[f"@{year}"][rest or "-"].append(page << 8)
    return [
        group(word, {}, {name: listed(pages) for name, pages in named.items()})
        for word, named in sorted(lists.items())
    ]


def letters(records: Sequence[Record]) -> list[str]:
    """All parts of numbers that are no digits: `kh`, `hvctqg`, `qd`…"""
    found = {
        part for record in records for one in record.numbers for part in parts(one)[1].split("-")
    }
    return sorted(part for part in found if part and not part.isdecimal())


def types(records: Sequence[Record]) -> dict[str, str]:
    """What the letters of a type mean, read off titles: `quyet dinh` → `qd`."""
    found: dict[str, str] = {}
    for record in records:
        for one in record.numbers[:1]:
            first = parts(one)[1].split("-")
            name = [fold(word) for word in words(record.title)[:2]]
            short = "".join(word[0] for word in name)
            if len(name) == 2 and short in first:
                found[" ".join(name)] = short
    return dict(sorted(found.items()))
