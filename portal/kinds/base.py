"""Room 2: what a kind is, with a default for every view; all that a kind's folder is written with.

Comes in: a `Source`. Goes out: a typed, frozen entry.
Refuses to know: other entries, and how anything is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from pathlib import Path
from typing import Any

from portal.dates import PartialDate
from portal.forms import (
    Address,
    Choice,
    Day,
    FilePath,
    Link,
    ListOf,
    Lists,
    Moment,
    Number,
    Option,
    Prose,
    Reader,
    Ref,
    Segment,
    Text,
    Whole,
    YesNo,
)
from portal.kinds.entry import Entry, Sourced
from portal.kinds.fields import Field, Group, field, fields_of, read_model, walk_fields
from portal.kinds.lists import Listed, Shortened, Toned, Topic
from portal.kinds.walk import groups, is_model, prose, walk
from portal.problem import Problem
from portal.source import Source
from portal.text import sort_key

__all__ = [
    "PLACEHOLDER",
    "WORKSHEET",
    "Address",
    "Choice",
    "Day",
    "Entry",
    "Field",
    "FilePath",
    "Group",
    "Kind",
    "Link",
    "Linked",
    "ListOf",
    "Listed",
    "Lists",
    "Moment",
    "Number",
    "Option",
    "Part",
    "PartialDate",
    "Prose",
    "Ref",
    "Segment",
    "Shortened",
    "Sourced",
    "Text",
    "Toned",
    "Topic",
    "Whole",
    "YesNo",
    "alike",
    "date",
    "field",
    "fields_of",
    "groups",
    "is_model",
    "prose",
    "walk",
    "walk_fields",
]


WORKSHEET = "phieu"
"""The last segment of a worksheet's address, below an entry's or a part's."""
PLACEHOLDER = "Viết nội dung ở đây."
"""What stands in a new file where its text will be."""


def alike(title: str) -> str:
    """A title but for its capitals and spaces."""
    return " ".join(title.casefold().split())


def _no_check(entry: Any) -> Iterator[Problem]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an entry that has a page of its own: its id is the next segment of the address."""

    id: str
    title: str
    template: str
    value: Any
    sources: tuple[Link, ...] = ()
    called: tuple[str, ...] = ()
    """What else it is looked for by."""


def _no_parts(entry: Any) -> Sequence[Part]:
    return ()


def _no_rows(entry: Any) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Linked:
    """What an entry is to machines: its type in schema.org, and which attribute says what."""

    type: str
    properties: Mapping[str, str] = dataclass_field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of entry: one folder of content, one folder of code, one line in the register."""

    model: type[Entry]
    label: str
    """Plural, as in menus: «Văn bản»."""
    one: str
    """Singular in a sentence: «văn bản»."""
    lead: str
    """What the list page says to a reader who comes for the first time."""
    how: str = ""
    """How to use the list, in one or two sentences below it; empty where it shows by itself."""
    menu: str
    """The group of the menu its list page stands in."""
    called: tuple[str, ...] = ()
    """What else readers call its list page: «thống kê»."""
    asked: tuple[str, ...] = ()
    """What readers ask of one entry beside its name: «địa chỉ», «hiệu trưởng»."""
    text: bool = False
    """Markdown with front matter below `docs/`; else YAML below `data/`."""
    anywhere: bool = False
    """Its files stand anywhere below `docs/`, not in a folder of the kind's name."""
    needs_source: bool = True
    """Whether an entry without any source is a fault."""
    order: Callable[[Any], Any] = dataclass_field(default=lambda entry: sort_key(entry.name))
    newest_first: bool = False
    shelf: Callable[[Any], Any] = dataclass_field(default=lambda entry: "")
    """What entries share that are read one after another: previous and next lead no further. The
    entry's own id where they are looked up one by one."""
    about: Callable[[Any], str] = dataclass_field(default=lambda entry: "")
    """Markdown that says what an entry is about which has no summary: where a link to it is shown,
    and where it is found."""
    parts: Callable[[Any], Sequence[Part]] = _no_parts
    rows: Callable[[Any], Sequence[str]] = _no_rows
    """Places of an entry that say too little for a page: addresses below its own lead to them."""
    linked: Linked | None = None
    """How its entries are told in schema.org; none where no type there fits."""
    made: tuple[str, ...] = ()
    """Segments below the kind's address where the views put pages of their own: no entry's id."""
    identity: Callable[[Any], tuple[Any, ...] | None] = dataclass_field(
        default=lambda entry: (alike(entry.title),)
    )
    """What no two entries of the kind share: by it they would be one thing written down twice;
    None where nothing can be said."""
    check: Callable[[Any], Iterator[Problem]] = _no_check
    """The kind's own rules, about one entry alone."""
    version: type[Entry] | None = None
    """Its entries may have dated texts, files of this model in a folder of the entry's name."""
    check_version: Callable[[Any], Iterator[Problem]] = _no_check

    @property
    def name(self) -> str:
        """Folder, address segment and id of the kind: `van-ban`."""
        return self.model.KIND

    @property
    def home(self) -> Path:
        """The folder with the kind's templates and example."""
        import sys

        module = sys.modules[self.model.__module__]
        assert module.__file__
        return Path(module.__file__).parent

    def example(self) -> str:
        """The text of the file editors copy; also the fixture of the tests."""
        return (self.home / f"example.{'md' if self.text else 'yml'}").read_text(encoding="utf-8")

    def path(self, id: str) -> str:
        """Where an entry's file stands below the content folder."""
        if self.anywhere:
            return f"docs/{id}.md"
        return f"docs/{self.name}/{id}.md" if self.text else f"data/{self.name}/{id}.yml"

    def read(self, source: Source, lists: Lists) -> tuple[Entry, list[Problem]]:
        """The typed entry of a source, and the faults of its fields and of the kind's own rules."""
        return self._read(self.model, self.check, source, lists)

    def read_version(self, source: Source, lists: Lists) -> tuple[Entry, list[Problem]]:
        """The same of a dated text."""
        assert self.version
        return self._read(self.version, self.check_version, source, lists)

    def read_part(self, source: Source, lists: Lists) -> tuple[Entry, list[Problem]]:
        """The same of what could be read of a file: the kind's own rules need all of it."""
        return self._read(self.model, _no_check, source, lists)

    @staticmethod
    def _read(
        model: type[Entry],
        check: Callable[[Any], Iterator[Problem]],
        source: Source,
        lists: Lists,
    ) -> tuple[Entry, list[Problem]]:
        reader = Reader(source.path, lists)
        entry = read_model(model, source.values, "", reader, id=source.name, source=source)
        object.__setattr__(entry, "lines", reader.lines)
        object.__setattr__(entry, "links", tuple(reader.links))
        problems = reader.problems
        if not problems:
            problems = list(check(entry))
        return entry, problems
