"""What a calendar tells of an occasion: its title, its words, a day to begin preparing.

Comes in: occasions, names of entries. Goes out: `CalendarEvent`s. Refuses to know: iCalendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from portal.dates import DayOfYear, day, every_year, next_of
from portal.forms import Link
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.event import Event
from portal.library.occasions import Manner, Occasion
from portal.views.calendars.ics import CalendarEvent
from portal.views.context import PageContext
from portal.views.names import place_of

AHEAD = timedelta(days=30)
"""How long before a last day one begins to prepare."""
OURS = "lich.truong-chuan"
"""The end of every UID; not the address of the site, which may change."""
END_OF_FEBRUARY, LEAP_DAY = (2, -1), (2, 29)
AT_MOST = 12
"""Duties of a period that are named; the page tells them all."""


def told(v: PageContext, found: Iterable[Occasion], site: str) -> Iterator[CalendarEvent]:
    """`site`: the absolute address of the site, or empty."""
    for one in found:
        event = _event(v, one, site)
        yield event
        if isinstance(one.of, Duty) and one.each != LEAP_DAY:
            yield _preparation(event)


def _event(v: PageContext, one: Occasion, site: str) -> CalendarEvent:
    entry = one.of
    return CalendarEvent(
        uid=f"{entry.KIND}.{entry.id}.{_mark(one)}@{OURS}",
        title=_title(one),
        first=one.first,
        last=one.last,
        each=one.each,
        until=one.until,
        stamp=max(filter(None, (entry.published, entry.reviewed)), default=one.first),
        text="\n".join(_lines(v, one)),
        place=(entry.place or "") if isinstance(entry, Event) else "",
        url=f"{site}{place_of(v.library, entry.link)}" if site else "",
        alarm_days=7 if one.duties else 0,
    )


def _mark(one: Occasion) -> str:
    """A document may give duties for several periods."""
    return f"{one.manner}-{one.first.year}" if one.manner is Manner.PERIOD else str(one.manner)


def _title(one: Occasion) -> str:
    match one.manner, one.of:
        case Manner.PERIOD, _ if len(one.duties) == 1:
            return f"Hết kỳ {one.first.year}: {one.duties[0].title}"
        case Manner.PERIOD, Document() as document:
            return f"Hết kỳ {one.first.year}: {len(one.duties)} việc của {document.short}"
        case Manner.YEAR, entry:
            return f"Việc hằng năm: {entry.title}"
        case Manner.EVENT, entry:
            return entry.title
        case _, entry:
            return f"Hạn: {entry.title}"


def _preparation(event: CalendarEvent) -> CalendarEvent:
    """An event of its own: subscribed calendars do not ring. Where thirty days reach over the end
    of a February, they are not always thirty, and a month is told."""
    crosses = bool(event.each) and (event.first - AHEAD).month <= 2 and event.first.month >= 2
    uneven = crosses and (event.first.month > 2 or event.each == END_OF_FEBRUARY)
    before = _month_before if uneven else _days_before
    first = before(event.first)
    return replace(
        event,
        uid=event.uid.replace("@", ".ahead@"),
        title=f"{'Còn một tháng' if uneven else f'Còn {AHEAD.days} ngày'}: {event.title}",
        first=first,
        last=first,
        each=(first.month, first.day) if event.each else None,
        until=before(_last(event.each, event.until)) if event.each and event.until else None,
        alarm_days=0,
    )


def _days_before(day: date) -> date:
    return day - AHEAD


def _month_before(day: date) -> date:
    """The same day of the month before, as far as every year has it; of the end of February, the
    end of January."""
    if day.month == 2:
        return date(day.year, 1, 31)
    return date(day.year, day.month - 1, min(day.day, 28))


def _last(each: DayOfYear, until: date) -> date:
    """The last such day up to that one."""
    this_year = next_of(each, date(until.year, 1, 1))
    return this_year if this_year <= until else next_of(each, date(until.year - 1, 1, 1))


def _lines(v: PageContext, one: Occasion) -> Iterator[str]:
    if isinstance(one.of, Duty):
        yield from _duty(v, one.of)
    elif len(one.duties) == 1:
        yield from _duty(v, one.duties[0])
    elif isinstance(one.of, Event):
        yield from _happening(v, one.of)
    else:
        for duty in one.duties[:AT_MOST]:
            yield f"- {duty.title}"
        if len(one.duties) > AT_MOST:
            yield f"và {len(one.duties) - AT_MOST} việc khác"


def _duty(v: PageContext, duty: Duty) -> Iterator[str]:
    yield f"Giao tại: {_name(v, duty.clause)}"
    if duty.lead:
        yield f"Chủ trì: {'; '.join(_name(v, one) for one in duty.lead)}"
    deadline = duty.deadline
    if deadline and deadline.yearly:
        yield f"Thời hạn: {'trước ' if deadline.before else ''}{every_year(deadline.yearly)}"
    elif deadline and deadline.day:
        yield f"Thời hạn: {'trước ' if deadline.before else ''}{day(deadline.day)}"
    else:
        yield "Văn bản không nêu ngày; lịch ghi vào ngày cuối năm."
    if deadline and deadline.endless:
        yield "Văn bản không nêu làm đến năm nào; lịch lặp lại cho tới khi có văn bản khác."


def _happening(v: PageContext, event: Event) -> Iterator[str]:
    yield event.type.label
    if event.time:
        yield f"Giờ: {event.time}"
    if event.organisers:
        yield f"Chủ trì: {'; '.join(_name(v, one) for one in event.organisers)}"


def _name(v: PageContext, link: Link) -> str:
    return ", ".join(filter(None, (v.short(link), v.place(link))))
