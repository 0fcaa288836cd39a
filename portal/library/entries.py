"""What was gathered of a content folder, as the library holds it on one day; frozen.

Comes in: entries, judged and parted by `join.py`. Goes out: entries by kind, id, field. Refuses to
know: what follows from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from portal.kinds import Entry
from portal.kinds.base import Link, Lists, Option
from portal.library.findings import Findings
from portal.library.withhold import Withheld
from portal.source.attachments import Attached

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Entries:
    """All entries of one day, as far as they are known."""

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
    findings: Findings = field(default_factory=Findings, repr=False, compare=False)
    """What a former build found out about single entries: it saves time and changes nothing."""

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
