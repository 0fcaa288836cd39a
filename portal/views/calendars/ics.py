"""Writes calendars as iCalendar (RFC 5545, RFC 7986).

Comes in: events with plain texts. Goes out: bytes that depend on nothing else: no clock, no place
of the build. Refuses to know: where the events come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from portal.dates import DayOfYear

LONGEST = 75
"""Bytes of a line, without its end."""
CONTINUES, CONTINUATION = 0b1100_0000, 0b1000_0000
"""The bits by which UTF-8 marks a byte that is not the first of its letter, and their value."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event of whole days."""

    uid: str
    """The same for ever, whatever else changes."""
    title: str
    first: date
    last: date
    stamp: date
    """When what is told was last looked at."""
    each: DayOfYear | None = None
    """Of one that comes every year."""
    until: date | None = None
    text: str = ""
    place: str = ""
    url: str = ""
    """Absolute; empty where the address of the site is not known."""
    alarm_days: int = 0
    """How many days before a reminder is due."""


def calendar(name: str, told: str, events: Iterable[CalendarEvent]) -> bytes:
    """One file. `told`: what the calendar holds, for those who look at its properties."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Xay dung truong chinh tri chuan//Lich//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        f"DESCRIPTION:{_text(told)}",
        f"X-WR-CALDESC:{_text(told)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]
    return b"".join((_written(lines), *map(_event, events), _written(["END:VCALENDAR"])))


def _written(lines: Iterable[str]) -> bytes:
    return b"".join(folded(line) + b"\r\n" for line in lines)


@lru_cache(maxsize=4096)
def _event(one: CalendarEvent) -> bytes:
    """Kept, since what all schools have to do stands in the calendar of each."""
    return _written(_lines(one))


def _lines(one: CalendarEvent) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}"
    yield f"DTSTAMP:{_day(one.stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(one.first)}"
    yield f"DTEND;VALUE=DATE:{_day(one.last + timedelta(days=1))}"
    if one.each:
        month, day = one.each
        until = f";UNTIL={_day(one.until)}" if one.until else ""
        yield f"RRULE:FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}{until}"
    yield f"SUMMARY:{_text(one.title)}"
    for label, value in (("DESCRIPTION", one.text), ("LOCATION", one.place)):
        if value:
            yield f"{label}:{_text(value)}"
    if one.url:
        yield f"URL:{one.url}"
    yield "TRANSP:TRANSPARENT"
    if one.alarm_days:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_text(one.title)}"
        yield f"TRIGGER:-P{one.alarm_days}D"
        yield "END:VALARM"
    yield "END:VEVENT"


def _day(value: date) -> str:
    return f"{value.year:04d}{value.month:02d}{value.day:02d}"


def _text(value: str) -> str:
    """Without control characters, which no text may hold."""
    kept = "".join(one for one in value if one == "\n" or (ord(one) >= 32 and ord(one) != 127))
    return kept.translate(_ESCAPED)


def folded(line: str) -> bytes:
    """Lines of at most 75 bytes; no letter is cut."""
    left = line.encode()
    made = []
    while len(left) > LONGEST:
        end = LONGEST
        while left[end] & CONTINUES == CONTINUATION:
            end -= 1
        made.append(left[:end])
        left = b" " + left[end:]
    return b"\r\n".join((*made, left))
