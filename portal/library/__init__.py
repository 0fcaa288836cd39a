"""Room 3: all entries, references joined, derived fields, «today»; frozen.

Comes in: entries, joined by `join.py`. Goes out: one `Library`: what there is (`entries.py`), what
holds of documents (`documents.py`) and duties (`duties.py`), and here who speaks of whom and how
far it can be trusted. What is derived is made once. Refuses to know: how anything is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from portal.citations.register import Register
from portal.kinds import Entry
from portal.kinds.base import Link, Sourced
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.fields import key_of
from portal.kinds.lists import OwnTone, Tone, values
from portal.kinds.reference import Known, Rank, Reference
from portal.kinds.school import School
from portal.kinds.term import Term
from portal.kinds.unit import Unit
from portal.library.duties import Duties
from portal.library.links import Backlink, backlinks, prose_links
from portal.library.mentions import Mention, mentions, register_of
from portal.library.worth import rows

OWNER = key_of(Entry, "owner")


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a statement can be trusted: the rank of its best source, or that it was inferred."""

    label: str
    tone: Tone | OwnTone
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """What the schools of a group have to do, all of them alike."""

    group: Unit
    open: int
    """How many duties are still to be done."""


@dataclass(frozen=True)
class Library(Duties):
    """Everything the portal knows on one day. Views read it; nothing changes it."""

    @cached_property
    def backlinks(self) -> dict[tuple[str, str], tuple[Backlink, ...]]:
        """Who points to whom."""
        return backlinks(self.entries, self.findings.about("links"))

    @cached_property
    def register(self) -> Register:
        """All documents that may be cited, drafts too: what is known is not unknown."""
        return register_of(self.everything, self.lists, self.today)

    @cached_property
    def mentions_read(self) -> tuple[Mention, ...]:
        """Where all entries as read speak of documents: what the rules judge."""
        known, register = self.findings.about("mentions", self.register.facts), self.register
        return tuple(known.each(self.everything, lambda entry: mentions([entry], register)))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Where published entries speak of documents. Most are published as they were read."""
        read: defaultdict[int, list[Mention]] = defaultdict(list)
        for one in self.mentions_read:
            read[id(one.entry)].append(one)
        as_read = {id(entry) for entry in self.everything}
        found: list[Mention] = []
        for entries in self.entries.values():
            for entry in entries.values():
                known = read.get(id(entry), ()) if id(entry) in as_read else None
                found += mentions([entry], self.register) if known is None else known
        return tuple(found)

    @cached_property
    def cited(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of each document in other entries."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for one in self.mentions:
            if one.target and one.target != Link(one.entry.KIND, one.entry.id, one.target.anchor):
                found[one.target.id].append(one)
        return {id: tuple(ones) for id, ones in found.items()}

    def pointing_to(self, entry: Entry) -> tuple[Backlink, ...]:
        return self.backlinks.get((entry.KIND, entry.id), ())

    def related_to(self, entry: Entry) -> Iterator[Backlink]:
        """Who points to it, but for the pages a unit looks after: that is no relation."""
        return (back for back in self.pointing_to(entry) if back.where != OWNER)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Entries without a page of their own, `kind/id`, and their places in the list."""
        return rows(self.entries, self._has_relation)

    def _has_relation(self, entry: Entry) -> bool:
        """That a term is explained by it is none."""
        return any(back.entry.KIND != Term.KIND for back in self.related_to(entry))

    @cached_property
    def successors(self) -> dict[str, School]:
        """Old school → the school it became part of."""
        return {old.id: school for school in self.of(School) for old in school.predecessors}

    @cached_property
    def duties_of_all_schools(self) -> tuple[Shared, ...]:
        """By the groups that all schools are in. Every school tells them: counted once."""
        groups = [one for one in self.of(Unit) if one.every_school]
        return tuple(Shared(one, self._open_duties(one)) for one in groups)

    def _open_duties(self, group: Unit) -> int:
        related = {back.entry.id for back in self.related_to(group) if back.entry.KIND == Duty.KIND}
        return sum(self.duty_states[id].state.open for id in related)

    def sources(self, item: Sourced, entry: Entry) -> tuple[Link, ...]:
        """The item's own sources, else the entry's."""
        return item.sources or entry.sources

    def rank(self, link: Link) -> Rank | None:
        """How far a source can be trusted; a document of the library is the best there is."""
        if link.kind == Document.KIND:
            return values(self.lists, Rank).get(Known.DOCUMENT)
        found = self.get(link)
        return found.rank if isinstance(found, Reference) else None

    def standing(self, item: Sourced, entry: Entry) -> Standing:
        """Derived, never typed: the best rank of its sources, or the inference and its reason."""
        if item.inferred:
            return Standing("Suy ra", OwnTone.INFERRED, item.inferred)
        ranks = [rank for link in self.sources(item, entry) if (rank := self.rank(link))]
        if not ranks:
            return Standing("Chưa ghi nguồn", Tone.UNKNOWN)
        best = min(ranks, key=lambda rank: rank.place)
        return Standing(best.brief, best.tone)


__all__ = ["Backlink", "Library", "Standing", "prose_links"]
