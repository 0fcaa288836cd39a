"""Serials that share the marks of a number beside them: «các Quy định số 11, 57 và 350-QĐ/TW».

Comes in: plain text, where a whole number stands in it. Goes out: the serials before and behind it,
as numbers; behind a bare serial, where the others stand. A serial behind counts only after «số»:
«11-QĐ/TW, 57 trường» is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from portal.citations import dates
from portal.citations.numbers import Number
from portal.dates import PartialDate

_AND = r"(?:[ \n]?[,;][ \n]{1,2}(?:(?:va|hoac)[ \n])?|[ \n](?:va|hoac)[ \n])"
_ONE = r"(?:so[ \n])?(?P<serial>[0-9]{1,5})(?:/(?P<year>(?:19|20)[0-9]{2}))?"
_DAY = r"(?:[ \n]\(?(?:ngay[ \n])?[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}\)?)?"
_PLAIN_ONE = re.sub(r"\?P<\w+>", "?:", _ONE)
_BEFORE = re.compile(
    rf"(?<![\w/.-])(?:{_PLAIN_ONE}{_DAY}{_AND}){{1,12}}(?:so[ \n])?$", re.IGNORECASE
)
_EACH = re.compile(rf"{_ONE}(?={_DAY}{_AND})", re.IGNORECASE)
_BEHIND = re.compile(
    rf"{_AND}(?=so[ \n]){_ONE}"
    r"(?![\w%]|[-/.,][0-9]|[ \n]?[-/][ \n]?[A-Za-z]|[ \n][a-z]{2,}(?<!ngay)(?<!va))",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?<![A-Za-z])(?:[Cc]ac|[Nn]hung|[Hh]ai|[Bb]a|[Bb]on)[ \n]$")
_MORE = re.compile(
    r"(?:,|,?[ \n](?:va|hoac))[ \n](?:so[ \n])?(?P<serial>[0-9]{2,4})"
    r"(?![\w%]|[-/.:][0-9]|[ \n]?[-/][ \n]?[A-Z]|,[0-9])"
)
_LED = re.compile(r"[,;]|(?:va|hoac)[ \n]", re.IGNORECASE)
FARTHEST = 160
"""So many letters before a number are searched for others that share its marks."""
Shared = tuple[int, int, Number, PartialDate | None]


def begins(bare: str, least: int, start: int) -> int:
    """Where the list begins that leads to the number at `start`; `start` where there is none."""
    if not _LED.search(bare, max(least, start - 9), start):
        return start
    found = _BEFORE.search(bare, max(least, start - FARTHEST), start)
    return found.start() if found else start


def before(bare: str, first: int, start: int, number: Number) -> Iterator[Shared]:
    for found in _EACH.finditer(bare, first, start):
        yield _as(bare, found, number)


def behind(bare: str, end: int, number: Number) -> Iterator[Shared]:
    while found := _BEHIND.match(bare, end):
        one = _as(bare, found, number)
        yield one
        end = one[1]


def of_type(bare: str, at: int, end: int) -> list[tuple[int, int]]:
    """The serials that go on from one: «các Quy định 22, 24 và 30»."""
    found = list[tuple[int, int]]()
    if _SEVERAL.search(bare, max(0, at - 8), at):
        while one := _MORE.match(bare, end):
            found.append(one.span("serial"))
            end = one.end()
    return found


def _as(bare: str, found: re.Match[str], number: Number) -> Shared:
    date, end, _ = dates.at(bare, found.end())
    serial, year = found["serial"], found["year"] or number.year
    rest = number.text[len(number.serial) :].replace(f"/{number.year}/", f"/{year}/", 1)
    told = replace(number, serial=serial, year=year, text=f"{serial}{rest}")
    return found.start("serial"), end, told, date
