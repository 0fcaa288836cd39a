"""A sentence or a row of a table that leads to a document or an event and tells its day tells the
one of its key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.dates import PartialDate, iso_of
from portal.kinds import Entry
from portal.kinds.base import Day, prose, walk
from portal.kinds.document import Document
from portal.kinds.event import Event
from portal.kinds.fields import form_of
from portal.library import Library
from portal.library.milestones import days_told
from portal.markup import without_code
from portal.problem import Problem

RULE = "ngay-lien-ket-lech"
_DAY = r"(?:(?:ngày\s+)?\d{1,2}/\d{1,2}/\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
_LINK = rf"\]\((?P<to>(?:{Document.KIND}|{Event.KIND})/[a-z0-9-]+)"
_VERB = r"(?:(?:được\s+)?(?:ban hành|ký|ra|tổ chức|diễn ra)\s+)?"
_OF = r"(?:của\s+[^,.;:()\[\]|\n]{1,60}?,?\s+)?"
_INSIDE = re.compile(rf"\[[^\[\]\n]*?(?P<day>{_DAY})[^\[\]\n]*{_LINK}")
_BEHIND = re.compile(
    rf"{_LINK}(?:#[a-z0-9.-]+)?\)[*_]*,?\s*\(?{_VERB}{_OF}(?:vào\s+)?(?P<day>{_DAY})"
)
_ROW = re.compile(rf"\|\s*(?P<day>{_DAY})\s*\|\s*\[[^\[\]\n]*{_LINK}\)")
"""A cell that is a day, and the next begins with the link to the whole entry."""


def check(library: Library) -> Iterator[Problem]:
    known = {str(one.link): one for one in library.everything if isinstance(one, Document | Event)}
    for entry in library.texts:
        for where, line, text in prose(entry):
            if "](" not in text:
                continue
            for at, to, day in _told(without_code(text)):
                other = known.get(to)
                if other is None or other is entry or not (right := _differs(other, day)):
                    continue
                key, own = right
                place = f"{other.source.path}:{other.line(key)}"
                yield Problem(
                    *(entry.source.path, entry.line(where) if where else line + at, where),
                    f"dẫn tới {to}, ghi {day.named}, mà {place} ghi {own.named}.",
                    *(RULE, "xem nguồn rồi sửa nơi sai; ngày của việc khác thì viết rõ việc ấy"),
                    "nhắc",
                )


def _told(text: str) -> Iterator[tuple[int, str, PartialDate]]:
    """Row of the text, address, and the day told of it."""
    for form in (_INSIDE, _BEHIND, _ROW):
        for found in form.finditer(text):
            try:
                day = PartialDate.read(iso_of(" ".join(found["day"].split())))
            except ValueError:
                continue
            yield text.count("\n", 0, found.start("day")), found["to"], day


def _differs(entry: Document | Event, day: PartialDate) -> tuple[str, PartialDate] | None:
    """The key that says otherwise, and what; None where any of its days may be meant, or none is
    known."""
    if isinstance(entry, Event):
        key, first, last = "bat_dau", entry.start, entry.end or entry.start
    elif entry.issued:
        key, first, last = "ngay_ban_hanh", entry.issued, entry.issued
    else:
        return None
    within = not (day.is_before(first) or last.is_before(day))
    claims = (claim.value for one in entry.conflicts for claim in one.claims)
    known = within or any(day in days_told(text) for text in claims) or day in _days(entry)
    return None if known else (key, first)


def _days(entry: Entry) -> set[PartialDate]:
    return {
        value
        for _, one, value in walk(entry)
        if isinstance(form_of(one), Day) and isinstance(value, PartialDate)
    }
