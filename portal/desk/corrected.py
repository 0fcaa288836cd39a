"""What an editor corrected: values of keys that are others than before, and how texts tell the old.

Comes in: an entry as it was and as it is. Goes out: one `Correction` for each value that is gone
and has another in its place. Refuses to know: where the old one may still be told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from portal.dates import PartialDate
from portal.forms import Day, Number, Text
from portal.kinds import Entry
from portal.kinds.base import groups, is_model, walk
from portal.kinds.fields import Field, fields_of, form_of
from portal.kinds.reference import Reference
from portal.text import number

Told = Text | Day | Number
SURE = 100
"""A number from here on is told in few places; a smaller one only with its word or its total."""
YEARS = range(1900, 2101)
LONG_ENOUGH = 6
"""Letters of a text that is looked for as it stands."""
MANY_WORDS = 5
_INDEX = re.compile(r"\[\d+\]")
_OF_ALL = frozenset(one.key for one in fields_of(Entry) if one.name != "title")
"""What every entry has says of the page, not of the subject: days of review, of publication."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One value that was corrected."""

    entry: Entry
    where: str
    """Where the new one stands."""
    old: str
    new: str
    """Both as readers have them."""
    pattern: re.Pattern[str]
    """How texts tell the old one."""
    day: PartialDate | None = None
    """The old one, where it is a day or a month: other keys may hold it."""
    exact: bool = False
    """Whether hardly anything else is told so: a whole day."""


def corrections(before: Entry, now: Entry) -> Iterator[Correction]:
    """In the order of the keys. A value that stands elsewhere in the same list was only moved."""
    if isinstance(now, Reference):
        return
    old, new = _values(before), _values(now)
    for key, values in old.items():
        here = new.get(key, {})
        gone = [one for one in values if one not in here]
        come = [(one, where) for one, (where, _) in here.items() if one not in values]
        if not gone or not come:
            continue
        for one in gone:
            place, field = values[one]
            near = [pair for pair in come if pair[1] == place] or come
            told, where = near[0]
            model = _holder(before, place)
            if pattern := _pattern(one, told, field, model, before):
                shown = _words(one, field), _words(told, field)
                day = one if isinstance(one, PartialDate) else None
                exact = day is not None and day.day is not None
                yield Correction(now, where, *shown, re.compile(pattern), day, exact)


def _values(entry: Entry) -> dict[str, dict[Any, tuple[str, Field]]]:
    """Key without places in lists → each value, with the place it stands at."""
    found: defaultdict[str, dict[Any, tuple[str, Field]]] = defaultdict(dict)
    for where, one, value in walk(entry):
        if where.partition(".")[0].partition("[")[0] in _OF_ALL:
            continue
        if isinstance(form_of(one), Told) and not isinstance(value, bool):
            found[_INDEX.sub("", where)].setdefault(_day(value), (where, one))
    return found


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    return value


def _holder(entry: Entry, where: str) -> Any:
    """The group a value stands in."""
    found = dict(groups(entry))
    inner = where.rpartition(".")[0]
    return found.get(inner, entry)


def _words(value: Any, field: Field) -> str:
    if isinstance(value, PartialDate):
        return value.named
    if isinstance(value, int | Decimal):
        return f"{field.label.lower()} {number(value)}"
    return f"«{value}»"


def _pattern(old: Any, new: Any, field: Field, model: Any, entry: Entry) -> str:
    """Empty where texts tell it in too many ways, or tell other things by the same words."""
    if isinstance(old, PartialDate):
        return day_pattern(old)
    if isinstance(old, int | Decimal):
        return "|".join(_number(old, field, model, entry))
    text = str(old)
    if len(text) < LONG_ENOUGH or text in str(new) or not _is_own(text.split()):
        return ""
    words = r"\s+".join(re.escape(one) for one in text.split())
    return rf"(?<!\w){words}(?!\w)"


def _is_own(words: list[str]) -> bool:
    """Whether words are the name of one thing, not a common one: «Lê Thị Thử», «Quy định 11»."""
    numbered = any(one.isdigit() for word in words for one in word)
    capitals = sum(word[0].isupper() for word in words)
    return numbered or capitals > 1 or len(words) >= MANY_WORDS


def day_pattern(day: PartialDate) -> str:
    """A day or month as Vietnamese texts have it; a year alone is told of too many things."""
    if day.bound or not day.month:
        return ""
    year, month = day.year, rf"0?{day.month}"
    if day.day is None:
        return rf"(?<![\d/.-]){month}(?:[/.-]|\s+năm\s+){year}(?!\d)"
    d = rf"(?<![\d/.-])0?{day.day}"
    return (
        rf"{d}(?:[/.-]|\s+tháng\s+){month}(?:[/.-]|\s+năm\s+){year}(?!\d)"
        rf"|(?<![\d-]){day.iso}(?![\d-])"
    )


def _number(old: int | Decimal, field: Field, model: Any, entry: Entry) -> Iterator[str]:
    told = re.escape(number(old))
    free = rf"(?<![\d.,/]){told}(?![\d/]|[.,]\d)"
    yield rf"(?i:(?<!\w){re.escape(field.label)})\s+{free}"
    for unit in _units(model, entry):
        yield rf"{free}\s*{re.escape(unit)}(?!\w)"
    for one in _beside(model, field):
        pair = "/".join(re.escape(number(it)) for it in sorted((old, one)))
        yield rf"(?<![\d/.,]){pair}(?![\d/]|[.,]\d)"
    if (abs(Decimal(old)) >= SURE and old not in YEARS) or old != int(old):
        yield free


def _units(model: Any, entry: Entry) -> Iterator[str]:
    """The unit of measurement that a number is told with."""
    for one in (model, entry):
        if isinstance(unit := getattr(one, "unit", None), str):
            yield unit


def _beside(model: Any, field: Field) -> Iterator[int]:
    """Other whole numbers of the same group: «26/55»."""
    for one in fields_of(type(model)) if is_model(model) else ():
        value = getattr(model, one.name)
        if one.key != field.key and type(value) is int and value:
            yield value
