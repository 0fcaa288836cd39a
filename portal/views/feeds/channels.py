"""Which feeds there are: of everything, a kind, a tiêu chí, a type of documents, a unit, a school.

Comes in: the library. Goes out: channels, each with its news, the newest first. A channel nothing
ever happened in does not exist. Refuses to know: how a feed is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from portal.kinds import BY_NAME, KINDS, Entry
from portal.kinds.base import Link, Option
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import FACETS, Document
from portal.kinds.document.lists import DocumentType
from portal.kinds.duty import Duty
from portal.kinds.lists import Topic
from portal.kinds.lists import values as listed
from portal.kinds.page import NEWS
from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.kinds.walk import values
from portal.library import Library
from portal.library.handed import handed_on
from portal.library.news import News, What, happened
from portal.text import upper_first
from portal.views.facets import Facets
from portal.views.feeds import HOME
from portal.views.names import address, cut, place_of
from portal.views.search.plain import plain

MOST = 50
"""News in one feed."""
ALL = "tat-ca"
TYPE, TOPIC = "loai", "tieu-chi"
"""The facets of documents that have feeds; that of tiêu chí takes in all kinds."""
LONGEST = 300
"""Letters of a heading."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One feed, before it is written."""

    name: str
    """Its file below `theo-doi/`, without the ending."""
    title: str
    page: str
    """The page it follows, below the site's root."""
    news: tuple[News, ...]

    @property
    def atom(self) -> str:
        return f"{HOME}{self.name}.xml"

    @property
    def json(self) -> str:
        return f"{HOME}{self.name}.json"


@dataclass(frozen=True)
class Channels:
    """The channels of one library."""

    library: Library
    facets: Facets

    @cached_property
    def by_name(self) -> Mapping[str, Channel]:
        """In the order of the register, then of the lists."""
        found: defaultdict[str, list[News]] = defaultdict(list)
        for one in happened(self.library):
            for name in self.names(one.entry):
                if len(found[name]) < MOST:
                    found[name].append(one)
        return {
            name: Channel(name, title, page, tuple(found[name]))
            for name, title, page in self._possible()
            if name in found
        }

    @cached_property
    def by_page(self) -> Mapping[str, tuple[Channel, ...]]:
        """Those that follow a page."""
        found: defaultdict[str, list[Channel]] = defaultdict(list)
        for channel in self.by_name.values():
            found[channel.page].append(channel)
        return {page: tuple(channels) for page, channels in found.items()}

    def names(self, entry: Entry) -> Iterator[str]:
        """The channels that news of an entry belong to, whether or not they exist."""
        yield ALL
        yield entry.KIND
        yield from (f"{TOPIC}/{topic.value}" for topic in entry.topics)
        if isinstance(entry, Document):
            yield f"{TYPE}/{entry.type.value}"
        for link in self._concerned(entry):
            yield f"{link.kind}/{link.id}"

    def _concerned(self, entry: Entry) -> dict[Link, None]:
        """Units and schools it tells of, or gives work to; not who looks after the page."""
        links = [entry.link] if isinstance(entry, Unit | School) else []
        for one, value, _ in values(entry):
            if isinstance(value, Link) and one.name != "owner":
                links.append(Link(value.kind, value.id))
        links += self._assigned.get(entry.id, ()) if isinstance(entry, Document) else ()
        return dict.fromkeys(link for link in links if link.kind in (Unit.KIND, School.KIND))

    @cached_property
    def _assigned(self) -> Mapping[str, list[Link]]:
        """Document → those its duties name."""
        found: defaultdict[str, list[Link]] = defaultdict(list)
        for duty in self.library.of(Duty):
            by_default = (duty.lead_by_default,) if duty.lead_by_default else ()
            found[duty.clause.id] += (*duty.lead, *by_default, *duty.cooperating)
        return found

    def _possible(self) -> Iterator[tuple[str, str, str]]:
        """Name, title and page of every channel there may be."""
        yield ALL, "Mọi tin mới", f"{NEWS}/"
        for kind in KINDS:
            yield kind.name, kind.label, f"{NEWS}/" if kind.anywhere else address(kind)
        lists = self.library.lists
        documents, criteria = f"{Document.KIND}/", f"{CriteriaSet.KIND}/"
        yield from self._by_facet(TOPIC, listed(lists, Topic).values(), criteria)
        yield from self._by_facet(TYPE, listed(lists, DocumentType).values(), documents)
        for name in (Unit.KIND, School.KIND):
            one = upper_first(BY_NAME[name].one)
            shown = filter(handed_on(self.library), self.library.entries[name].values())
            gone = (entry for entry in self.library.withdrawn if name == entry.KIND)
            for entry in (*shown, *gone):
                place = place_of(self.library, entry.link)
                yield f"{name}/{entry.id}", f"{one}: {entry.name}", place

    def _by_facet(
        self, facet: str, options: Iterable[Option], otherwise: str
    ) -> Iterator[tuple[str, str, str]]:
        """Its page is that of the facet, where there is one."""
        shown = {one.value.id for one in self.facets.counted[facet]}
        for one in options:
            name = f"{facet}/{one.value}"
            page = f"{Document.KIND}/{name}/" if one.value in shown else otherwise
            yield name, f"{FACETS[facet]}: {one.label}", page


def told_of(one: News) -> str:
    """What changed, in plain words; of a new entry what it is about."""
    if one.what is What.PUBLISHED:
        return plain(one.entry.summary or "") or one.entry.name
    return plain(one.text)


def heading(one: News) -> str:
    """«Hết hiệu lực toàn bộ: Quy định 11-QĐ/TW …»"""
    return cut(f"{one.label}: {one.entry.name}", LONGEST)
