"""Numbers of documents, days and names as terms of their own, apart from the words of the text.

Comes in: a record. Goes out: names of lists, `#380` before `kh-hvctqg`, `@2021` before `05-19`,
`=lai` before `chau/lai-châu`, `lai` before `=` once for each phrase that has it, each with its
byte; and the letters that stand in its numbers, by which the browser knows that «kh 380» is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.citations.asking import signs_of, type_named
from portal.citations.numbers import pieces
from portal.text import fold
from portal.views.search.record import Called, Record
from portal.views.search.words import exact, words

DATED = 1
BARE, FORMER = 64, 128
PHRASE = "="
"""What stands behind a word as no word does: the list of the phrases that have it."""
PHRASES = 16
"""So many phrases of a page are told apart by four bits; the words of others count as words."""


def of_record(record: Record) -> Iterator[tuple[str, str, int]]:
    """The lists in which a page stands for its numbers, all spellings of them, its day and its
    names."""
    for one in dict.fromkeys(map(pieces, record.numbers)):
        if one.serial:
            yield f"#{one.serial}", "-".join(one.signs) or "-", 0
    year, _, rest = record.date.partition("-")
    if year.isdecimal():
        yield f"@{year}", rest or "-", DATED if record.dated else 0
    named = {" ".join(words(called.text)): called for called in reversed(record.names)}
    for told, called in named.items():
        if told:
            yield _named(told.split(), called)
    yield from _phrases(record)


def _phrases(record: Record) -> Iterator[tuple[str, str, int]]:
    """Every word of its title and of each of its keywords, with which of them it is and how many
    words that has: a word of two phrases stands here twice."""
    for at, told in enumerate((record.title, *record.keywords)[:PHRASES]):
        phrase = frozenset(map(fold, words(told)))
        for word in sorted(phrase):
            yield word, PHRASE, min(len(phrase) - 1, 15) << 4 | at


def _named(told: list[str], one: Called) -> tuple[str, str, int]:
    first, *rest = map(fold, told)
    byte = min(one.sure, BARE - 1) | BARE * one.bare | FORMER * one.former
    return f"={first}", f"{'-'.join(rest)}/{'-'.join(map(exact, told))}", byte


def letters(record: Record) -> tuple[str, ...]:
    """All parts of its numbers that are no digits: `kh`, `hvctqg`, `qd`…"""
    return signs_of(record.numbers)


def type_of(record: Record) -> tuple[str, str]:
    """What the letters of its type mean, read off the title: (`quyet dinh`, `qd`), or nothing."""
    for one in record.numbers[:1]:
        return type_named(record.title, one)
    return "", ""
