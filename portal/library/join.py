"""Room 3, its last step: what was read becomes the library of one day.

Comes in: what room 1 read, and the day. Goes out: the `Library` and the faults of fields.
Refuses to know: how anything is shown. «Today» enters here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from portal.kinds import KINDS, Entry
from portal.kinds.base import prose
from portal.kinds.reference import Reference
from portal.library import Library, prose_links
from portal.library.gather import Memo, gather, identities
from portal.library.lists import lists_of
from portal.library.meant import with_ids
from portal.library.withhold import Withheld, last_of, publishable, unnamed
from portal.problem import Problem
from portal.source import Reading


def load(
    reading: Reading, today: date, *, drafts: bool = False, memo: Memo | None = None
) -> tuple[Library, list[Problem]]:
    """Join what was read. Drafts are among the entries only when asked for (preview). `memo`: the
    entries of a former build."""
    lists, problems = lists_of(reading)
    if memo and memo.lists == lists:
        lists = memo.lists
    gathered = gather(reading, lists, memo)
    sound = gathered.sound
    last = last_of(sound)
    withheld: list[Withheld] = []
    by_kind: dict[str, dict[str, Entry]] = {}
    for kind in KINDS:
        mine = [
            entry for entry in sound if kind.name == entry.KIND and (drafts or not entry.is_draft)
        ]
        by_kind[kind.name] = {}
        for entry in sorted(mine, key=kind.order, reverse=kind.newest_first):
            by_kind[kind.name][entry.id], kept_back = publishable(entry, last)
            withheld += kept_back
    versions = []
    for version in gathered.versions:
        if drafts or not version.is_draft:
            shown, kept_back = publishable(version, last)
            versions.append(shown)
            withheld += kept_back
    hidden = unnamed(sound, drafts=drafts)
    for id in hidden if drafts else hidden | _only_for_drafts(sound):
        by_kind[Reference.KIND].pop(id, None)
    library = Library(
        today=today,
        lists=lists,
        entries=MappingProxyType(by_kind),
        withheld=tuple(withheld),
        drafts=tuple(entry for entry in sound if entry.is_draft),
        everything=tuple(sound),
        faulty=tuple(gathered.faulty),
        partial=tuple(gathered.partial),
        versions=tuple(versions),
        unread=frozenset(identities(reading.unread)),
        attached=MappingProxyType(reading.attached),
        offered=tuple(one for one in reading.attached if f"docs/{one}" not in reading.unread),
        published=reading.published,
    )
    return library, problems + with_ids(gathered.problems, sound)


def _only_for_drafts(sound: list[Entry]) -> set[str]:
    """Sources that nothing but drafts rests on: their pages would tell of what is not yet told."""
    wanted = {id for entry in sound if entry.is_draft for id in _references(entry)}
    for entry in sound if wanted else ():
        if not entry.is_draft:
            wanted.difference_update(_references(entry))
    return wanted


def _references(entry: Entry) -> Iterator[str]:
    pointed = [link for _, link in entry.links]
    pointed += [link for _, _, text in prose(entry) for _, link in prose_links(text)]
    return (link.id for link in pointed if link.kind == Reference.KIND)
