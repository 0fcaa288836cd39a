"""The days on which a calendar says its events fall, as icalendar and dateutil read it.

Comes in: the text of a calendar. Goes out: days by the UID of the event, also for another reader.
Refuses to know: how the portal writes calendars.
"""

from __future__ import annotations

import json
from datetime import date, datetime

import icalendar
from dateutil.rrule import rrulestr

SPAN = (date(2015, 1, 1), date(2035, 12, 31))
"""Between these days events are looked for."""
Days = dict[str, dict[str, list[str]]]
"""Calendar → UID → days."""


class Faulty(ValueError):
    """A calendar has a line that no reader understands, or an event twice."""


def days(text: str | bytes) -> dict[str, list[str]]:
    """Every event once, each with its days."""
    found: dict[str, list[str]] = {}
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        uid = str(event["UID"])
        if event.errors or uid in found:
            raise Faulty(f"{uid}: {event.errors or 'hai lần'}")
        found[uid] = [str(one) for one in _days(event)]
    return found


def _days(event: icalendar.cal.Component) -> list[date]:
    start, rule = event.decoded("DTSTART"), event.get("RRULE")
    assert isinstance(start, date), "all-day events"
    if rule is None:
        return [start]
    began = datetime(start.year, start.month, start.day)  # noqa: DTZ001
    end = datetime(SPAN[1].year, 12, 31)  # noqa: DTZ001
    falling = rrulestr(rule.to_ical().decode(), dtstart=began)
    return [one.date() for one in falling.between(began, end, inc=True)]


def handed(texts: dict[str, str], found: Days) -> str:
    """What the reader in Node is to find (web/calendars/ical.test.js)."""
    until = SPAN[1].isoformat()
    told = [
        {"name": name, "until": until, "text": text, "days": found[name]}
        for name, text in texts.items()
    ]
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
