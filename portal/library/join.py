"""Room 3, its last step: what was read becomes the library of one day.

Comes in: what room 1 read, and the day. Goes out: the `Library` and the faults of fields.
Refuses to know: how anything is shown. «Today» enters here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from portal.kinds import KINDS, Entry
from portal.kinds.reference import Reference
from portal.library import Library
from portal.library.findings import Findings
from portal.library.gather import Memo, gather, identities
from portal.library.lists import lists_of
from portal.library.meant import with_ids
from portal.library.publication import (
    absent,
    files_used,
    on_day,
    sources_of_withheld,
    without,
)
from portal.library.withhold import Withheld, last_of, publishable, unnamed
from portal.problem import Problem
from portal.source import Reading
from portal.source.registers import ADDRESSES, CLAUSES


def load(
    reading: Reading,
    today: date,
    *,
    drafts: bool = False,
    memo: Memo | None = None,
    findings: Findings | None = None,
) -> tuple[Library, list[Problem]]:
    """Join what was read. Drafts are among the entries only when asked for (preview). `memo` and
    `findings`: the entries of a former build, and what it found out about them."""
    lists, problems = lists_of(reading)
    if memo and memo.lists == lists:
        lists = memo.lists
    gathered = gather(reading, lists, memo)
    findings = findings or Findings()
    findings.forget_others({source.path for source in reading.sources})
    marked = on_day([*gathered.sound, *gathered.versions], today)
    sound, texts = marked[: len(gathered.sound)], marked[len(gathered.sound) :]
    gone = frozenset() if drafts else absent(sound)
    last = last_of(sound)
    known = findings.about("shown", (gone, last))

    def show(entry: Entry) -> Iterator[tuple[Entry, list[Withheld]]]:
        yield publishable(without(entry, gone), last)

    withheld: list[Withheld] = []
    by_kind: dict[str, dict[str, Entry]] = {}
    for kind in KINDS:
        mine = [
            entry
            for entry in sound
            if kind.name == entry.KIND and (drafts or not entry.is_withheld)
        ]
        by_kind[kind.name] = {}
        for entry in sorted(mine, key=kind.order, reverse=kind.newest_first):
            ((by_kind[kind.name][entry.id], kept_back),) = known.of(entry, show)
            withheld += kept_back
    versions = []
    for version in texts:
        if drafts or not version.is_withheld:
            ((shown, kept_back),) = known.of(version, show)
            versions.append(shown)
            withheld += kept_back
    later = [entry for entry in sound if entry.waits_until]
    withheld_then = [one for entry in later for one in publishable(entry, last)[1]]
    hidden = unnamed(sound, drafts=drafts)
    for id in hidden if drafts else hidden | sources_of_withheld(sound):
        by_kind[Reference.KIND].pop(id, None)
    shown_today = (one for one in marked if drafts or not one.is_withheld)
    used = files_used(shown_today) if reading.attached else frozenset()
    library = Library(
        today=today,
        lists=lists,
        entries=MappingProxyType(by_kind),
        withheld=tuple(withheld),
        drafts=tuple(entry for entry in sound if entry.is_draft or entry.expired),
        scheduled=tuple(later),
        withheld_later=tuple(withheld_then),
        everything=tuple(sound),
        faulty=tuple(gathered.faulty),
        partial=tuple(gathered.partial),
        versions=tuple(versions),
        unread=frozenset(identities(reading.unread)),
        attached=MappingProxyType(reading.attached),
        offered=tuple(
            one for one in reading.attached if f"docs/{one}" not in reading.unread and one in used
        ),
        published=reading.published.get(CLAUSES, ()),
        addresses=reading.published.get(ADDRESSES, ()),
        findings=findings,
    )
    return library, problems + with_ids(gathered.problems, sound, lambda: library.register)
