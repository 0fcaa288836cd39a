"""Room 3: all entries, references joined, derived fields, «today»; frozen.

Comes in: entries, joined by `join.py`. Goes out: one `Library`, whose derived fields are made once.
Refuses to know: how anything is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from portal import markup
from portal.citations.register import Register
from portal.dates import PartialDate
from portal.kinds import BY_NAME, Entry
from portal.kinds.base import Link, Lists, Option, Sourced, prose, walk
from portal.kinds.document import Document, Version
from portal.kinds.document.events import Histories
from portal.kinds.document.parts import Relation
from portal.kinds.document.validity import Validity, on_day
from portal.kinds.duty import Duty
from portal.kinds.lists import OwnTone, Tone, values
from portal.kinds.reference import Known, Rank, Reference
from portal.kinds.school import School
from portal.kinds.term import Term
from portal.kinds.unit import Unit
from portal.library.mentions import Mention, mentions, register_of
from portal.library.withhold import Withheld
from portal.library.wording import Amendment, Reworded, reworded, with_amendments
from portal.library.worth import rows
from portal.source.attachments import Attached

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Backlink:
    """One entry that points to another, from where, and to which place in it."""

    entry: Entry
    where: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a statement can be trusted: the rank of its best source, or that it was inferred."""

    label: str
    tone: Tone | OwnTone
    reason: str = ""


@dataclass(frozen=True)
class Library:
    """Everything the portal knows on one day. Views read it; nothing changes it."""

    today: date
    lists: Lists
    entries: MappingProxyType[str, dict[str, Entry]]
    """Published entries by kind, then by id, in the kind's own order."""
    withheld: tuple[Withheld, ...] = ()
    drafts: tuple[Entry, ...] = ()
    """Entries that are drafts, or published no more; among the entries only when asked for."""
    scheduled: tuple[Entry, ...] = ()
    """Entries whose day has not come; the same."""
    withheld_later: tuple[Withheld, ...] = ()
    """What will be kept back of them: they are judged before their day, not on it."""
    everything: tuple[Entry, ...] = field(default=(), repr=False)
    """All sound entries as read, drafts and withheld facts included: what the rules judge."""
    faulty: tuple[Entry, ...] = field(default=(), repr=False)
    """Entries whose own fields have faults: known by their ids, shown only as faults."""
    partial: tuple[Entry, ...] = field(default=(), repr=False)
    """What is left of entries whose files have faults of YAML: only their texts are judged."""
    versions: tuple[Entry, ...] = field(default=(), repr=False)
    """Dated texts of entries, in the order of their files."""
    unread: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    """Kind and id of files that could not be read: what points to them is not lost."""
    attached: Mapping[str, Attached] = field(default_factory=dict, repr=False)
    """Files of `docs/tep/`, as pages point to them."""
    offered: tuple[str, ...] = field(default=(), repr=False)
    """Those without a fault that something published uses: what readers may be given."""
    published: tuple[str, ...] = field(default=(), repr=False)
    """The register of published clauses: `van-ban/380-kh-hvctqg#muc-ii.4`."""
    addresses: tuple[str, ...] = field(default=(), repr=False)
    """The register of published addresses: `van-ban/380-kh-hvctqg`."""

    @property
    def withdrawn(self) -> tuple[Entry, ...]:
        """Entries that were published and are no more; of them only that is told, and when."""
        return tuple(entry for entry in self.drafts if entry.is_withdrawn)

    @property
    def texts(self) -> tuple[Entry, ...]:
        """All that editors wrote and readers may see: entries, and dated texts of them."""
        return (*self.everything, *self.versions)

    @property
    def written(self) -> tuple[Entry, ...]:
        """The same, and what is left of entries whose files have faults of YAML."""
        return (*self.texts, *self.partial)

    def of(self, model: type[E]) -> list[E]:
        """The published entries of a kind, in its order."""
        return list(self.entries[model.KIND].values())  # type: ignore[arg-type]

    def get(self, link: Link) -> Entry | None:
        return self.entries.get(link.kind, {}).get(link.id)

    @cached_property
    def places(self) -> dict[tuple[str, str], int]:
        """The place of every entry in the order of its kind."""
        return {
            (kind, id): place
            for kind, entries in self.entries.items()
            for place, id in enumerate(entries)
        }

    @cached_property
    def backlinks(self) -> dict[tuple[str, str], tuple[Backlink, ...]]:
        """Who points to whom; one line per pointing entry and place, links in prose included."""
        found: defaultdict[tuple[str, str], dict[tuple[str, str, str], Backlink]] = defaultdict(
            dict
        )
        for entries in self.entries.values():
            for entry in entries.values():
                for where, link in _links(entry):
                    key = (entry.KIND, entry.id, link.anchor)
                    kept = found[link.kind, link.id].get(key)
                    if (link.kind, link.id) != (entry.KIND, entry.id) and (
                        kept is None or _is_source(kept.where)
                    ):
                        found[link.kind, link.id][key] = Backlink(entry, where, link.anchor)
        return {target: tuple(links.values()) for target, links in found.items()}

    @cached_property
    def register(self) -> Register:
        """All documents that may be cited, drafts too: what is known is not unknown."""
        return register_of(self.everything, self.lists, self.today)

    @cached_property
    def mentions_read(self) -> tuple[Mention, ...]:
        """Where all entries as read speak of documents: what the rules judge."""
        return tuple(mentions(self.everything, self.register))

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
        return (back for back in self.pointing_to(entry) if back.where != "phu_trach")

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Entries without a page of their own, `kind/id`, and their places in the list."""
        return rows(self.entries, self._has_relation)

    def _has_relation(self, entry: Entry) -> bool:
        """That a term is explained by it is none."""
        return any(back.entry.KIND != Term.KIND for back in self.related_to(entry))

    @cached_property
    def validity(self) -> dict[str, Validity]:
        """The validity of every document on this day."""
        return {one.id: self.validity_on(one, self.today) for one in self.of(Document)}

    def validity_on(self, document: Document, day: date) -> Validity:
        """The same of one document on any day."""
        return on_day(document, self._histories.of(document), day, self.lists)

    @cached_property
    def _histories(self) -> Histories:
        return Histories({one.id: one for one in self.of(Document)}, self._incoming)

    @cached_property
    def reworded(self) -> dict[str, Mapping[str, tuple[Reworded, ...]]]:
        """Of every document with dated texts or amendments, when the words of each clause
        changed."""
        amended = {id for id, ones in self._incoming.items() if any(map(_amends, ones))}
        return {
            id: with_amendments(
                one,
                reworded(one, self.versions_of(one), self.reworded_on(one)),
                self._amendments(one),
            )
            for id in sorted({*self._versions, *amended})
            if isinstance(one := self.get(Link(Document.KIND, id)), Document)
        }

    def _amendments(self, document: Document) -> Iterator[Amendment]:
        for later, relation in filter(_amends, self._incoming.get(document.id, ())):
            if not later.awaited:
                yield later, relation, self._held_since(later)

    def reworded_on(self, document: Document) -> str:
        """Since when the words of now hold: as long as the document that made them so; ISO, empty
        where nobody says."""
        last = self.versions_of(document)[-1:]
        by = self.get(last[0].changed_by) if last and last[0].changed_by else None
        return self._held_since(by) if isinstance(by, Document) else ""

    def _held_since(self, document: Document) -> str:
        """ISO, as far as it is known: the day of its issue where nobody says more."""
        history = self.validity[document.id].history
        on = next((one.on for one in history if one.begins and one.on), None) or document.issued
        return on.point if on else ""

    @cached_property
    def dead(self) -> frozenset[str]:
        """Documents on which nobody may act any more."""
        return frozenset(id for id, state in self.validity.items() if state.dead)

    @cached_property
    def partly_dead(self) -> frozenset[str]:
        """Documents of which some clauses are dead."""
        return frozenset(
            id
            for id, state in self.validity.items()
            if not state.dead and any(one.state.dead for one in state.parts)
        )

    def in_place_of(self, document: Document) -> Document | None:
        """The document that holds now in place of a replaced one, at the end of the chain."""
        met = {document.id}
        while (one := self.validity[document.id].event) and one.replaced and one.by:
            if one.by.id in met:
                break
            document = one.by
            met.add(document.id)
        return document if len(met) > 1 else None

    @cached_property
    def _incoming(self) -> dict[str, list[tuple[Document, Any]]]:
        found: defaultdict[str, list[tuple[Document, Any]]] = defaultdict(list)
        for document in self.of(Document):
            for relation in document.relations:
                found[relation.to.id].append((document, relation))
        return dict(found)

    def relations_to(self, document: Document) -> list[tuple[Document, Any]]:
        """(the later document, its relation) for every relation stated about this one."""
        return self._incoming.get(document.id, [])

    def versions_of(self, document: Document) -> tuple[Version, ...]:
        """The dated texts of a document, the oldest first."""
        return self._versions.get(document.id, ())

    @cached_property
    def _versions(self) -> dict[str, tuple[Version, ...]]:
        found: defaultdict[str, list[Version]] = defaultdict(list)
        for one in self.versions:
            if isinstance(one, Version):
                found[one.document].append(one)
        return {id: tuple(sorted(ones, key=_day)) for id, ones in found.items()}

    @cached_property
    def successors(self) -> dict[str, School]:
        """Old school → the school it became part of."""
        return {old.id: school for school in self.of(School) for old in school.predecessors}

    def ended(self, link: Link) -> PartialDate | None:
        """Since when a unit or school is no more; none while it is there."""
        entry = self.get(link)
        on = entry.end if isinstance(entry, School) else None
        if isinstance(entry, Unit) and entry.ended:
            on = entry.ended.on
        return on if on and on.earliest <= self.today else None

    def left_without_lead(self, duty: Duty) -> PartialDate | None:
        """Since when nobody is left of those who were to lead it."""
        led_by = duty.lead or (() if duty.lead_by_default is None else (duty.lead_by_default,))
        days = [self.ended(link) for link in led_by]
        gone = [day for day in days if day]
        last = max(gone, key=lambda day: day.earliest, default=None)
        return last if len(gone) == len(days) else None

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

    def about(self, topic: Option) -> tuple[Entry, ...]:
        """Entries of a field (lĩnh vực), in the order of the register."""
        return self._by_topic.get(topic.value, ())

    @cached_property
    def _by_topic(self) -> dict[str, tuple[Entry, ...]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entries in self.entries.values():
            for entry in entries.values():
                for topic in entry.topics:
                    found[topic.value].append(entry)
        return {topic: tuple(entries) for topic, entries in found.items()}

    def is_overdue(self, entry: Entry) -> bool:
        return entry.review_after is not None and entry.review_after < self.today


def _amends(told: tuple[Document, Relation]) -> bool:
    """Whether it says which clause it words anew, which is no event of validity."""
    _, relation = told
    return relation.type.read_along and not relation.type.causes and bool(relation.to.anchor)


def _day(version: Version) -> date:
    return version.day or date.min


def _is_source(where: str) -> bool:
    return where.rpartition(".")[2].startswith("nguon")


def _links(entry: Entry) -> Iterator[tuple[str, Link]]:
    """What is left after withholding, unlike `entry.links`, which is all that was read."""
    for where, _, value in walk(entry):
        if isinstance(value, Link):
            yield where, value
    for where, _, text in prose(entry):
        yield from ((where, link) for _, link in prose_links(text))


def prose_links(text: str) -> Iterator[tuple[int, Link]]:
    """(line offset, link) of the links to entries in a Markdown text."""
    if "](" not in text and "]:" not in text:
        return
    for offset, path, anchor in markup.internal_links(text):
        kind, _, id = path.partition("/")
        if kind in BY_NAME and id:
            yield offset, Link(kind, id, anchor)
