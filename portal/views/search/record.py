"""What the search knows of one page, before any index: plain text in named parts.

Comes in: nothing; whoever has pages fills it. Goes out: `Record`s, ordered and frozen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple

Values = tuple[tuple[str, str], ...]
"""Values of a facet, each with its label."""
Badge = tuple[str, str] | tuple[str, str, bool]
"""Label and tone of a state; True where it says that nobody may go by the page any more."""


@dataclass(frozen=True, slots=True)
class Section:
    """A place on the page that can be led to: a clause, a heading with an id."""

    id: str
    label: str
    text: str = ""
    """What stands below it, up to the next one; paragraphs apart by line ends."""


class Called(NamedTuple):
    """A name that as a whole asks for a page."""

    text: str
    sure: int = 1
    """0–63: the surer name of the same words leads to its page first."""
    bare: bool = False
    """Whether it stands for a name without what usually stands around it (`Wording.around`)."""
    former: bool = False
    """Whether it is the name of something that is part of this by now."""


@dataclass(frozen=True, slots=True)
class Record:
    """One page that can be found. Texts are plain: no Markdown, no HTML."""

    url: str
    """Below the site's root: `van-ban/11-qd-tw/`."""
    title: str
    kind: str = "trang"
    text: str = ""
    """What the page says outside its sections; paragraphs apart by line ends."""
    summary: str = ""
    sections: tuple[Section, ...] = ()
    numbers: tuple[str, ...] = ()
    """The document's own number in all its spellings, never one that it cites."""
    keywords: tuple[str, ...] = ()
    """Other names by which it may be asked for."""
    names: tuple[Called, ...] = ()
    """Names that ask for this page, whatever else has their words."""
    dated: bool = False
    """Whether its day is its own as its number is: who asks for the day asks for it first."""
    date: str = ""
    """`2021-05-19`, `2021-05` or `2021`: shown, and newest first among equals."""
    living: bool = True
    """False where it no longer holds: ranks below what holds."""
    badges: tuple[Badge, ...] = ()
    """Its states."""
    about: str = ""
    """What a result tells beside: who signed, what it was replaced by."""
    facets: Mapping[str, Values] = field(default_factory=lambda: MappingProxyType({}))
    """Values by the id of the facet; the kind, and the year where none is given, are added by the
    index."""
    order: str = ""
    """Pages are numbered by it, then by address: what is published later comes later, so that
    earlier parts of the index keep their bytes."""
    inside: str = ""
    """The title of what it is a part of: shown behind its own, which it does not make longer."""


@dataclass(frozen=True, slots=True)
class LazyRecord:
    """A record that is made only where the last build has not left what it says."""

    url: str
    order: str
    key: bytes
    """Changes with anything that the record would say."""
    make: Callable[[], Record]


class Shown(NamedTuple):
    """What an index has to know of a page beside its terms."""

    kind: str
    date: str
    living: bool
    letters: tuple[str, ...]
    """All parts of its numbers that are no digits: `kh`, `hvctqg`."""
    type: tuple[str, str]
    """What the letters of its type mean, read off the title: (`quyet dinh`, `qd`), or nothing."""
    badges: tuple[Badge, ...]
    facets: Mapping[str, Values]
    card: tuple[bytes, ...]
    """What a list of results shows: the lines before its states, and what stands after them."""
    title_words: int
    defined: tuple[tuple[str, str], ...]
    """Abbreviations the text itself explains: («LLCT», «lý luận chính trị»)."""
    passages: tuple[str, bytes]
    """The file of its places: its name, and its bytes as they travel; empty where it has few."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What people see of an index, and what they may say for one another."""

    kinds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Label of every kind by its id, in the order they are shown."""
    facets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Label of every facet by its id, in the order they are shown."""
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Values of the facets that have an order of their own; of others what most have is first."""
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words and phrases that mean the same."""
    around: tuple[str, ...] = ()
    """What may stand around a bare name and says nothing of it."""
    subject: tuple[str, ...] = ()
    """What every page is about: beside other words it tells little."""
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """By the id of a kind, what is asked of one of its pages beside its name: «địa chỉ»."""
    explaining: tuple[str, ...] = ()
    """Kinds that say what a thing is: «… là gì» asks for them first."""
    resting: tuple[str, ...] = ()
    """Kinds of pages that others rest on: where one is first, no page is about what was asked."""
    types: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Types of documents that there may be, and their letters: `nghi quyet` → `nq`."""
    works: tuple[str, ...] = ()
    """Types whose names are those of work too: «nộp báo cáo 11» may ask for no document."""
    worth: Mapping[str, tuple[float, float]] = field(default_factory=lambda: MappingProxyType({}))
    """By the id of a kind, what its pages are worth beside others of equal relevance: whenever
    something is looked for, and where a question is asked. 1 where nothing is said."""


def digest(record: Record, *more: str) -> bytes:
    """Changes with anything that the record says, and with what else it is made of."""
    told = [
        *(
            record.url,
            record.title,
            record.inside,
            record.kind,
            record.text,
            record.summary,
            record.date,
        ),
        *(record.order, str(record.living), "\x1d", *record.numbers, "\x1d", *record.keywords),
    ]
    for section in record.sections:
        told += ("\x1d", section.id, section.label, section.text)
    told += ("\x1d", repr(record.badges), repr(sorted(record.facets.items())))
    told += (repr(record.names), str(record.dated), record.about, *more)
    return blake2b("\x1f".join(told).encode("utf-8", "surrogatepass"), digest_size=12).digest()
