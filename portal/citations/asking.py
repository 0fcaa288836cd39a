"""A document asked for by its number, as people type it: `qd11`, `kh 380`, `quy định số 11`.

Comes in: what was typed, the signs and types of the numbers there are. Goes out: the numbers it may
mean. The twin of `numbered`, `cut` and `fits` in the search of the browser (query.js);
`tests/numbers.json` is read by the tests of both. Refuses to know: the documents.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from portal.citations.numbers import pieces, runs, unpadded

MOST = 6
"""Signs of one number."""
LONGEST = 5
"""Digits of a serial."""
_LONG = 6
"""Letters of a type below which another word is a slip away too soon."""
_LENGTHS = (2, 1, 3)
"""So many words may tell a type: as it is written, without its space, with one too many."""
_YEAR_TOO = re.compile(r"(\d+)((?:19|20)\d\d)")
"""`222023ttbtttt`: the serial and its year, run together."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One number that was asked for."""

    serial: str
    signs: tuple[str, ...]
    """What else was given of it; may be less than it has."""
    type: str = ""
    """The type where it was named: `quy dinh`."""

    def means(self, number: str, title: str = "") -> bool:
        """Whether it may be this number; with a title, that of a document of another type is not
        meant."""
        told = pieces(number)
        if told.serial != self.serial or (self.type and title and _name(title) != self.type):
            return False
        return not self.signs or fits(told.signs, self.signs)


def signs_of(numbers: Iterable[str]) -> tuple[str, ...]:
    """All parts of numbers that are no digits: `kh`, `hvctqg`, `qd`…"""
    found = dict.fromkeys(sign for one in numbers for sign in pieces(one).signs)
    return tuple(sign for sign in found if not sign.isdecimal())


def type_named(title: str, number: str) -> tuple[str, str]:
    """What the letters of a type mean, read off a title: (`quyet dinh`, `qd`), or nothing."""
    name = _name(title)
    short = "".join(word[0] for word in name.split())
    return (name, short) if len(short) > 1 and short in pieces(number).signs else ("", "")


def _name(title: str) -> str:
    return " ".join(runs(title)[:2])


def asked(text: str, signs: Collection[str], types: Mapping[str, str]) -> list[Asked]:
    """Every number that a text may ask for. `types`: name → the sign that stands for it."""
    typed = runs(text)
    return [
        one
        for place, run in enumerate(typed)
        if re.fullmatch(r"\d{1,9}", run)
        for one in _at(typed, place, signs, types)
    ]


def _at(
    typed: list[str], place: int, signs: Collection[str], types: Mapping[str, str]
) -> Iterator[Asked]:
    """The number whose serial stands there: with the signs behind it, its type or sign before."""
    given, to = _behind(typed, place + 1, signs)
    start = place - 1 if place and typed[place - 1] == "so" else place
    before = cut(typed[start - 1], signs) if start else []
    name, length = _type([typed[max(0, start - n) : start] for n in _LENGTHS], types)
    if name:
        given = given if types[name] in given else [types[name], *given]
        start -= length
    elif not given and (behind := _behind_it(typed, place, to, types)):
        name, length = behind
        given, to = [types[name]], to + length
    else:
        given = [*before, *given]
        start -= bool(before)
    alone = (start, to) == (0, len(typed))
    if not alone and all(sign.isdecimal() for sign in given):
        return
    run = typed[place]
    if len(run) <= LONGEST:
        yield Asked(unpadded(run) or "0", tuple(given), name)
    if found := _YEAR_TOO.fullmatch(run):
        yield Asked(unpadded(found[1]) or "0", (found[2], *given), name)


def _behind_it(
    typed: list[str], place: int, to: int, types: Mapping[str, str]
) -> tuple[str, int] | None:
    """«11 quy định»: of one digit only where nothing else was typed."""
    name, length = _type([typed[to : to + n] for n in _LENGTHS], types)
    whole = (place, to + length) == (0, len(typed))
    return (name, length) if name and (len(typed[place]) > 1 or whole) else None


def _type(ways: Iterable[list[str]], types: Mapping[str, str]) -> tuple[str, int]:
    """The type that some of these words tell, with one slip or without its space; and how many."""
    told = [(one, "".join(one)) for one in ways if one]
    known = {name.replace(" ", ""): name for name in types}
    for words, _ in told:
        if " ".join(words) in types:
            return " ".join(words), len(words)
    for words, joined in told:
        near = (one for one in known if len(one) >= _LONG and is_slip(joined, one))
        found = joined if joined in known and len(joined) >= _LONG else next(near, "")
        if found and joined.isalpha():
            return known[found], len(words)
    return "", 0


def is_slip(word: str, other: str) -> bool:
    """Whether a letter was lost, added or changed, or two were exchanged."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    front = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    if front is None:
        return True
    a, b = word[front:], other[front:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:] and len(b) > 1
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _behind(typed: list[str], to: int, signs: Collection[str]) -> tuple[list[str], int]:
    given: list[str] = []
    while to < len(typed) and len(given) < MOST:
        run = typed[to]
        found = [run] if re.fullmatch(r"\d{1,4}", run) else cut(run, signs)
        if not found:
            break
        given += found
        to += 1
    return given, to


def cut(run: str, signs: Collection[str]) -> list[str]:
    """Letters run together as the signs they are: `qdttg` → `qd`, `ttg`; else nothing."""
    if not run or any(char.isdecimal() for char in run):
        return []
    if run in signs:
        return [run]
    for end in range(len(run) - 1, 1, -1):
        if run[:end] in signs and (rest := cut(run[end:], signs)):
            return [run[:end], *rest]
    return []


def fits(signs: Collection[str], given: Collection[str]) -> bool:
    """Whether a number's signs are those that were given: all of them, or how they begin."""
    joined, told = "".join(signs), "".join(given)
    whole = all(one in signs for one in given)
    return whole or joined.startswith(told) or (len(told) > 2 and told in joined)
