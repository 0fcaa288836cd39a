"""What happened, day by day: entries published, changes told, states that came about, withdrawals.

Comes in: the library. Goes out: news in plain words, the newest first; nothing of a day to come.
Refuses to know: who follows what, and how it is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from itertools import groupby, zip_longest
from typing import Protocol, TypeVar

from portal.addresses import segment
from portal.dates import PartialDate
from portal.kinds import BY_NAME, Entry
from portal.kinds.document import Document
from portal.kinds.document.course import Event
from portal.kinds.page import Page
from portal.kinds.reference import Reference
from portal.kinds.school import School
from portal.kinds.term import Term
from portal.kinds.unit import Unit
from portal.library import Library
from portal.library.handed import handed_on

QUIET = (Reference.KIND, Unit.KIND, Term.KIND, Page.KIND)
"""Kinds whose new entries are no news by themselves; told changes of them are."""


class What(StrEnum):
    """What sort of news it is."""

    PUBLISHED = "published"
    CHANGED = "changed"
    HAPPENED = "happened"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened to one entry."""

    day: date
    entry: Entry
    what: What
    label: str
    """In a word or two: «Mới đăng», «Hết hiệu lực toàn bộ»."""
    text: str
    """What changed, in a sentence; empty where the label says it all."""
    key: str
    """Tells it from other news of its entry, and stays while the text of the entry changes."""


class _Dated(Protocol):
    @property
    def day(self) -> date: ...
    @property
    def entry(self) -> Entry: ...


D = TypeVar("D", bound=_Dated)


def mixed(news: Iterable[D]) -> Iterator[D]:
    """Within one day the kinds take turns, so that a large import does not hide the rest."""
    for _, same_day in groupby(news, key=lambda one: one.day):
        by_kind: dict[str, list[D]] = {}
        for one in same_day:
            by_kind.setdefault(one.entry.KIND, []).append(one)
        for turn in zip_longest(*by_kind.values()):
            yield from (one for one in turn if one is not None)


def happened(library: Library) -> list[News]:
    """All news up to today, the newest first."""
    found: list[News] = []
    given = handed_on(library)
    for entries in library.entries.values():
        for entry in filter(given, entries.values()):
            found += _distinct((*_told(entry), *_events(library, entry)))
    found += (_withdrawn(entry, library.today) for entry in library.withdrawn)
    past = (one for one in found if one.day <= library.today)
    return list(mixed(sorted(past, key=lambda one: one.day, reverse=True)))


def _distinct(news: Iterable[News]) -> Iterator[News]:
    """The same done twice by the same hand is still two pieces of news."""
    met: Counter[str] = Counter()
    for one in news:
        met[one.key] += 1
        again = met[one.key]
        yield one if again == 1 else replace(one, key=f"{one.key}/{again}")


def _told(entry: Entry) -> Iterator[News]:
    """What the entry itself tells."""
    if entry.published and entry.KIND not in QUIET:
        yield News(entry.published, entry, What.PUBLISHED, "Mới đăng", "", What.PUBLISHED)
    for one in entry.changes:
        key = f"{What.CHANGED}/{one.day.isoformat()}/{_mark(one.text)}"
        yield News(one.day, entry, What.CHANGED, "Cập nhật", one.text, key)


def _mark(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=4).hexdigest()


def _events(library: Library, entry: Entry) -> Iterator[News]:
    """What came about on a day that may be typed long before."""
    match entry:
        case Document():
            yield from _validity(library, entry)
        case School() if entry.end:
            heir = library.successors.get(entry.id)
            then = f"hợp nhất vào {heir.name}" if heir else "kết thúc hoạt động"
            yield from _ended(library, entry, entry.end, "Hợp nhất" if heir else "Kết thúc", then)
        case Unit() if entry.ended:
            yield from _ended(library, entry, entry.ended.on, "Kết thúc", "kết thúc hoạt động")


def _ended(
    library: Library, entry: Entry, on: PartialDate, label: str, then: str
) -> Iterator[News]:
    if on.reached(library.today):
        text = f"Từ {on.named}, {BY_NAME[entry.KIND].one} này {then}."
        yield News(on.latest, entry, What.HAPPENED, label, text, f"{What.HAPPENED}/end")


def _validity(library: Library, document: Document) -> Iterator[News]:
    """Every event of its life that has a day; that it came into force only where that is news."""
    since = document.published or library.today
    for one in library.validity[document.id].history:
        if one.on is None or not one.on.reached(library.today) or document.awaited:
            continue
        if not one.begins or one.on.latest > since:
            label = one.state.label if one.state else one.type.label
            text = _sentence(document, one, label)
            yield News(one.on.latest, document, What.HAPPENED, label, text, _key(one))


def _key(event: Event) -> str:
    """By what was done, by whom, to which part; by its day where nobody is named."""
    by = event.by.id if event.by else event.on.iso if event.on else ""
    return "/".join(filter(None, (What.HAPPENED, event.type.value, by, segment(event.scope))))


def _sentence(document: Document, event: Event, label: str) -> str:
    assert event.on
    text = f"Từ {event.on.named}, {BY_NAME[document.KIND].one} này {label[:1].lower()}{label[1:]}"
    if event.scope:
        text += f" ({event.scope})"
    if event.by and event.by is not document:
        how = event.relation.type.inverse.lower() if event.relation else "theo"
        text += f", {how} {event.by.short}"
    return f"{text}; ngày tính theo ngày ban hành văn bản đó." if event.assumed else f"{text}."


def _withdrawn(entry: Entry, today: date) -> News:
    """On the day its last change tells, which the rules ask for."""
    last = entry.withdrawal
    text = f"{BY_NAME[entry.KIND].one.capitalize()} này đã rút khỏi cổng."
    if last:
        text += f" {last.text}"
    day = last.day if last else entry.published or today
    return News(day, entry, What.WITHDRAWN, "Đã rút", text, What.WITHDRAWN)
