"""Room 3, one duty of it: which entries readers see on a day, and what goes with them.

Comes in: entries as read, and the day. Goes out: the same, each marked where its day has not come
or is over; the sources and files that nothing else uses. Refuses to know: how that is told.

A day is typed once, by an editor (`ngay_dang`, `ngay_go`). What cannot stand without something that
waits, waits with it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from portal.kinds.base import Entry, Field, Link, Sourced, fields_of, is_model, prose
from portal.kinds.document import Document, Version
from portal.kinds.entry import Conflict
from portal.kinds.page import FILES
from portal.kinds.reference import Reference
from portal.library.withhold import SIDES
from portal.markup import internal_links

Key = tuple[str, str]


def on_day(entries: Iterable[Entry], today: date) -> list[Entry]:
    """The entries, marked with what the day does to them."""
    marked = [_dated(entry, today) for entry in entries]
    while unseen := {_key(one): one for one in marked if one.waits_until or one.expired}:
        before, marked = marked, [_with_needed(entry, unseen) for entry in marked]
        if all(one is other for one, other in zip(before, marked, strict=True)):
            break
    return marked


def _dated(entry: Entry, today: date) -> Entry:
    if entry.is_draft:
        return entry
    if entry.expires and entry.expires <= today:
        return dataclasses.replace(entry, expired=True)
    if entry.published and entry.published > today:
        return dataclasses.replace(entry, waits_until=entry.published)
    return entry


def _with_needed(entry: Entry, unseen: Mapping[Key, Entry]) -> Entry:
    """It waits for the last of what it needs, and goes with the first of it that goes."""
    if entry.is_draft or entry.expired:
        return entry
    needed = [one for link in _needed(entry) if (one := unseen.get((link.kind, link.id)))]
    if ends := [one.expires for one in needed if one.expired and one.expires]:
        return dataclasses.replace(entry, expired=True, expires=min(ends), waits_until=None)
    days = [one.waits_until for one in (entry, *needed) if one.waits_until]
    until = max(days, default=None)
    return entry if until == entry.waits_until else dataclasses.replace(entry, waits_until=until)


def _needed(entry: Entry) -> Iterator[Link]:
    """Links without which it is no entry of its kind."""
    if isinstance(entry, Version):
        yield Link(Document.KIND, entry.document)
    for one in fields_of(type(entry)):
        value = getattr(entry, one.name) if one.required else None
        if isinstance(value, Link):
            yield value


def absent(entries: Iterable[Entry]) -> frozenset[Key]:
    """What published entries lead to in vain today, and may: its day has not come, or is over."""
    return frozenset(_key(one) for one in entries if one.waits_until or one.expired)


def without(entry: Entry, gone: Collection[Key]) -> Entry:
    """The entry without what leads there, and without whatever cannot stand then."""
    return _without(entry, gone) or entry if gone else entry


def _without(model: Any, gone: Collection[Key]) -> Any:
    """None where nothing is left of a group."""
    changed: dict[str, Any] = {}
    for one in fields_of(type(model)):
        value = getattr(model, one.name)
        if value is None or value == ():
            continue
        several = isinstance(value, tuple)
        kept = [_kept(item, gone) for item in (value if several else (value,))]
        left = tuple(item for item in kept if item is not None)
        if left == (value if several else (value,)):
            continue
        if len(left) < (SIDES if isinstance(model, Conflict) else 1) and _binds(model, one):
            if not isinstance(model, Entry):
                return None
            continue
        changed[one.name] = left if several else next(iter(left), None)
    return dataclasses.replace(model, **changed) if changed else model


def _kept(value: Any, gone: Collection[Key]) -> Any:
    if isinstance(value, Link):
        return None if (value.kind, value.id) in gone else value
    return _without(value, gone) if is_model(value) else value


def _binds(model: Any, one: Field) -> bool:
    """A statement without its own source would be taken for one of the entry's."""
    return one.required or (isinstance(model, Sourced) and one.name == "sources")


def sources_of_withheld(entries: Collection[Entry]) -> set[str]:
    """Sources that nothing published rests on: their pages would tell of what is not yet told."""
    wanted = {id for entry in entries if entry.is_withheld for id in _references(entry)}
    for entry in entries if wanted else ():
        if not entry.is_withheld:
            wanted.difference_update(_references(entry))
    return wanted


def files_used(entries: Iterable[Entry]) -> frozenset[str]:
    """Files of `docs/tep/` that entries show or offer: `tep/so-do.png`."""
    return frozenset(path for entry in entries for path in files(entry))


def files(entry: Entry) -> Iterator[str]:
    """The files an entry shows or offers."""
    for _, _, text in prose(entry):
        for _, path, _ in internal_links(text) if f"{FILES}/" in text else ():
            if path.startswith(f"{FILES}/"):
                yield path
    if isinstance(entry, Document):
        yield from (f"{FILES}/{one.path}" for one in entry.attachments if one.path)


def _references(entry: Entry) -> Iterator[str]:
    yield from (link.id for _, link in entry.links if link.kind == Reference.KIND)
    for _, _, text in prose(entry):
        for _, path, _ in internal_links(text) if f"{Reference.KIND}/" in text else ():
            kind, _, id = path.partition("/")
            if kind == Reference.KIND:
                yield id


def _key(entry: Entry) -> Key:
    return entry.KIND, entry.id
