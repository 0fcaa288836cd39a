"""What the drawing of a page reads of the library: a library that looks the same, and records it.

Comes in: a library. Goes out: one for one page, and the keys of all that was asked of it. A view
needs to know nothing of it; `values.py` says what stands under a key now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from portal.kinds import Entry
from portal.kinds.base import Link, Option
from portal.kinds.document import Document, Version
from portal.kinds.document.validity import Validity
from portal.library import Backlink, Library

Key = tuple[str, ...]
"""What sort of thing was asked for, and which one: `("entry", "van-ban", "380-kh-hvctqg")`."""
E = TypeVar("E", bound=Entry)
TERMS: Key = ("terms",)
"""Whether terms are marked on the page; which, its words tell."""
WORD = "word"
"""The sort of keys that tell what a first word of terms may begin."""
FACETS: Key = ("facets",)
INDICATORS: Key = ("indicators",)
"""The table of all chỉ tiêu and its facets."""
EXEMPLARS: Key = ("exemplars",)
"""All models, their facets and how far each is proven."""
ONE_BY_ONE = (
    *("lists", "rows", "validity", "duty_states", "reworded", "successors", "cited", "attached"),
)
"""Of the library's mappings, those asked for by an id."""
WHOLE = (
    *("today", "register", "mentions", "partly_dead", "offered", "published", "addresses"),
    "duties_of_all_schools",
    *(
        "everything",
        "withheld",
        "drafts",
        "scheduled",
        "withheld_later",
        "faulty",
        "partial",
        "versions",
        "unread",
    ),
)
"""What is asked for as a whole."""


class _Asked(Mapping[str, Any]):
    """A mapping that records which of its values was asked for, or that all were."""

    def __init__(
        self, values: Mapping[str, Any], read: set[Key], one: Key, whole: Key | None = None
    ) -> None:
        self._values, self._read, self._one, self._whole = values, read, one, whole or one

    def __getitem__(self, key: str) -> Any:
        self._read.add((*self._one, key))
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        self._read.add((*self._one, str(key)))
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        self._read.add(self._whole)
        return iter(self._values)

    def __len__(self) -> int:
        self._read.add(self._whole)
        return len(self._values)


class _Dead(_Asked):
    """The documents on which nobody may act any more; whether there are any is asked often."""

    def __bool__(self) -> bool:
        self._read.add(("any-dead",))
        return bool(self._values)


class _Places(Mapping[tuple[str, str], int]):
    """The places of entries: of a kind, only their order matters."""

    def __init__(self, library: Library, read: set[Key]) -> None:
        self._library, self._read = library, read

    def __getitem__(self, one: tuple[str, str]) -> int:
        self._read.add(("order", one[0]))
        return self._library.places[one]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        self._read.update(("order", kind) for kind in self._library.entries)
        return iter(self._library.places)

    def __len__(self) -> int:
        return len(list(iter(self)))


class _Whole:
    """An attribute of the library, recorded when it is asked for."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, watched: Watched, owner: type[Watched]) -> Any:
        watched.read.add((self.name,))
        return getattr(watched._library, self.name)

    def __set__(self, watched: Watched, value: Any) -> None:
        raise AttributeError(self.name)


class Watched(Library):
    """The library of one page."""

    _library: Library
    """What is not recorded: no view asks it."""
    read: set[Key]

    def __init__(self, library: Library) -> None:
        read: set[Key] = set()
        asked = {name: _Asked(getattr(library, name), read, (name,)) for name in ONE_BY_ONE}
        kinds = {
            kind: _Asked(entries, read, ("entry", kind), ("kind", kind))
            for kind, entries in library.entries.items()
        }
        dead = _Dead(dict.fromkeys(library.dead), read, ("dead",))
        self.__dict__.update(asked, entries=kinds, dead=dead, places=_Places(library, read))
        self.__dict__.update(_library=library, read=read)

    def of(self, model: type[E]) -> list[E]:
        self.read.add(("kind", model.KIND))
        return self._library.of(model)

    def get(self, link: Link) -> Entry | None:
        self.read.add(("entry", link.kind, link.id))
        return self._library.get(link)

    def pointing_to(self, entry: Entry) -> tuple[Backlink, ...]:
        self.read.add(("pointing", entry.KIND, entry.id))
        return self._library.pointing_to(entry)

    def relations_to(self, document: Document) -> list[tuple[Document, Any]]:
        self.read.add(("relations", document.id))
        return self._library.relations_to(document)

    def versions_of(self, document: Document) -> tuple[Version, ...]:
        self.read.add(("texts", document.id))
        return self._library.versions_of(document)

    def validity_on(self, document: Document, day: date) -> Validity:
        self.read.add(("validity", document.id))
        return self._library.validity_on(document, day)

    def about(self, topic: Option) -> tuple[Entry, ...]:
        self.read.add(("topic", topic.value))
        return self._library.about(topic)


for name in WHOLE:
    setattr(Watched, name, _Whole(name))
