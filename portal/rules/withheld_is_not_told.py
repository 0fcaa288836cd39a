"""What is kept back is not told in passing: by a note, a reason, a summary, a title, a text (a
reminder).

No machine knows what a sentence rests on. It knows the days that nothing but what is kept back
gives, and in the same entry the values and quoted words of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from portal.dates import PartialDate
from portal.kinds.base import Entry, Sourced, fields_of, is_model
from portal.kinds.document import Document
from portal.kinds.entry import Claim
from portal.library import Library
from portal.problem import Problem
from portal.text import nfc, quote

RULE = "dieu-giu-lai"
ASIDE = frozenset(one.name for one in fields_of(Sourced))
"""What is said of a statement, and is none itself: its reason, a note."""
Day = tuple[int, int, int]
Told = tuple[str, Any, bool]
"""Where, a text or a date, and whether a statement says it that has its own sources."""
_DAY = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})(?![0-9])")
_QUOTED = re.compile(r"[«“]([^»”]{6,}?)[»”]")


def check(library: Library) -> Iterator[Problem]:
    withheld = [one for one in library.withheld if not one.stuck]
    if not withheld:
        return
    days = {day for one in withheld for told in _within(one.value) for day in _days(told)}
    kept_back: defaultdict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    for one in withheld:
        kept_back[one.entry.KIND, one.entry.id][one.where] = one.value
    # As written, not as published: places are those of the file.
    known = library.findings.about(RULE)
    telling: list[tuple[Entry, Sequence[Told]]] = []
    for entry in library.everything:
        if entry.id in library.entries[entry.KIND]:
            kept = kept_back.get((entry.KIND, entry.id))
            telling.append((entry, [*_told(entry, kept)] if kept else known.of(entry, _dated)))
    for _, told in telling:
        days.difference_update(day for _, value, stated in told if stated for day in _days(value))
    for entry, told in telling:
        words = _unsaid(kept_back.get((entry.KIND, entry.id), {}), told)
        for where, value, stated in told:
            if not stated and isinstance(value, str) and (mark := _leak(value, days, words)):
                yield _problem(entry, where, value, mark)


def _unsaid(kept_back: dict[str, Any], told: Sequence[Told]) -> list[str]:
    """Words of what is kept back that no statement of the entry says."""
    words = {word for value in kept_back.values() for word in _words(value)}
    if not words:
        return []
    said = [nfc(one).casefold() for _, one, stated in told if stated and isinstance(one, str)]
    return sorted(word for word in words if not any(_stands(word, one) for one in said))


def _problem(entry: Entry, where: str, value: str, mark: str) -> Problem:
    line = entry.line(where)
    if not where:
        line = entry.source.body_line + value[: value.find(mark)].count("\n")
    text = (
        f"{quote(mark)} chỉ có ở nguồn là trang đăng lại nên đang được giữ lại, mà chỗ này nói ra."
    )
    remedy = "bỏ khỏi câu này, hoặc thêm nguồn tốt hơn cho điều ấy"
    return Problem(entry.source.path, line, where, text, RULE, remedy, level="nhắc")


def _leak(text: str, days: set[Day], words: list[str]) -> str:
    """The first mark of something kept back in a text; empty where there is none."""
    if "/" in text:
        for one in _DAY.finditer(text):
            if _day(*one.groups()) in days:
                return one[0]
    plain = nfc(text).casefold() if words else ""
    return next((one for one in words if _stands(one, plain)), "")


def _stands(word: str, text: str) -> bool:
    return word in text and bool(re.search(rf"(?<![\w,.]){re.escape(word)}(?![\w%])", text))


def _told(entry: Entry, kept_back: Collection[str]) -> Iterator[Told]:
    read = isinstance(entry, Document) and entry.text_quality.read
    yield from _of(entry, False, "", kept_back)
    yield "", entry.body, read


def _dated(entry: Entry) -> Iterator[Told]:
    """All that may tell a day."""
    return (one for one in _told(entry, ()) if not isinstance(one[1], str) or "/" in one[1])


def _of(model: Any, stated: bool, where: str, kept_back: Collection[str]) -> Iterator[Told]:
    for one in fields_of(type(model)):
        value = getattr(model, one.name)
        if value is None or value == ():
            continue
        here = f"{where}.{one.key}" if where else one.key
        several = isinstance(value, tuple)
        for place, item in enumerate(value if several else (value,), 1):
            at = f"{here}[{place}]" if several else here
            if at in kept_back:
                continue
            if is_model(item):
                yield from _of(item, stated or isinstance(item, Sourced), at, kept_back)
            elif isinstance(item, str):
                yield at, item, stated and one.name not in ASIDE
            elif isinstance(item, PartialDate):
                yield at, item, True


def _within(value: Any) -> Iterator[Any]:
    if is_model(value):
        yield from (told for _, told, _ in _of(value, True, "", ()))
    else:
        yield value


def _days(told: Any) -> Iterator[Day]:
    if isinstance(told, PartialDate):
        if told.month and told.day:
            yield told.day, told.month, told.year
    elif "/" in told:
        yield from (_day(*one) for one in _DAY.findall(told))


def _day(day: str, month: str, year: str) -> Day:
    return int(day), int(month), int(year)


def _words(value: Any) -> Iterator[str]:
    """The values of a conflict's sides, and what is quoted."""
    claims = [value, *getattr(value, "claims", ())]
    yield from (nfc(one.value).casefold() for one in claims if isinstance(one, Claim))
    for told in _within(value):
        if isinstance(told, str):
            yield from (nfc(one).casefold() for one in _QUOTED.findall(told))
