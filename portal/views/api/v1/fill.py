"""Values of the library → public objects.

Comes in: a public model, something of the library with attributes of the same names. Goes out: the
model, filled; where nothing is known, why. Withheld statements are gone from the library already;
drafts, which a preview shows, are left out here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from portal.dates import Bound, PartialDate
from portal.kinds import Entry as LibraryEntry
from portal.kinds.base import Link as LibraryLink
from portal.kinds.base import Option, Prose, Sourced, fields_of
from portal.kinds.document import Document
from portal.kinds.document.clauses import clause_name
from portal.kinds.document.validity import Validity
from portal.kinds.duty import Duty
from portal.kinds.exemplar import Exemplar
from portal.kinds.fields import form_of
from portal.kinds.page import FILES
from portal.kinds.reference import Rank
from portal.kinds.school import School
from portal.library import status
from portal.library.clause_history import Change, of_clauses
from portal.library.duties import DutyStatus
from portal.library.evidence import Evidence, of_model
from portal.library.handed import handed_on
from portal.text import upper_first
from portal.views.api.v1 import places
from portal.views.api.v1.models.entry import Body, Section
from portal.views.api.v1.models.values import (
    Basis,
    Code,
    Link,
    Moment,
    Precision,
    Qualifier,
    Source,
    Standing,
)
from portal.views.api.v1.properties import Model, Property, is_model, properties
from portal.views.context import PageContext
from portal.views.names import word_path
from portal.views.search.plain import plain, sections

M = TypeVar("M", bound=Model)
_QUALIFIERS: Mapping[str, Qualifier] = {one.value: Qualifier[one.name] for one in Bound}


@dataclass(frozen=True, slots=True)
class ClauseTold:
    """A clause and what happened to it."""

    place: str
    name: str
    changes: Sequence[Change]


class Filler:
    """Fills the models of one build; what many entries point to is found once."""

    def __init__(self, v: PageContext, site: str = "") -> None:
        """`v`: the context of a page at the root; `site`: the public address, where it is known."""
        self.v, self.library, self.site = v, v.library, site
        self._handed_on = handed_on(self.library)
        self._references: dict[LibraryLink, Link | None] = {}
        self._sources: dict[LibraryLink, Source | None] = {}
        self._rows: dict[tuple[LibraryLink, ...], tuple[Source, ...]] = {}
        self._prose: dict[type[Any], frozenset[str]] = {}

    def fill(self, model: type[M], given: Any, entry: Any) -> M:
        """The model, as far as it is known; what is asked of `entry` is asked of the whole."""
        values: dict[str, Any] = {}
        reasons: dict[str, str] = {}
        prose = self._prose_of(type(given))
        for one in properties(model):
            value = one.made(self, given, entry) if one.made else getattr(given, one.of)
            if value is None or value == ():
                values[one.name] = value
            elif one.many:
                made = (self._value(one, item, entry, one.of in prose) for item in value)
                values[one.name] = tuple(item for item in made if item is not None)
            else:
                values[one.name] = self._value(one, value, entry, one.of in prose)
            if values[one.name] is None and one.unknown:
                reasons[one.key] = one.unknown
        return model(**values, reasons=reasons)

    def _prose_of(self, model: type[Any]) -> frozenset[str]:
        """The fields that hold Markdown."""
        if model not in self._prose:
            self._prose[model] = frozenset(
                one.name for one in fields_of(model) if isinstance(form_of(one), Prose)
            )
        return self._prose[model]

    def _value(self, one: Property, value: Any, entry: Any, marked: bool) -> Any:
        if own := _PLAIN.get(type(value)):
            return plain(value) if marked and own is str else own(value)
        if isinstance(value, Model):
            return value
        if one.type is Link:
            return self.reference(value if isinstance(value, LibraryLink) else value.link)
        if isinstance(value, PartialDate):
            return moment(value)
        if isinstance(value, Option):
            return Code(code=value.value, label=value.label)
        if is_model(one.type):
            return self.fill(one.type, value, entry)
        return str(value)

    # References

    def reference(self, link: LibraryLink) -> Link | None:
        """None where other programmes cannot be led there."""
        if link not in self._references:
            self._references[link] = self._reference(link)
        return self._references[link]

    def _reference(self, link: LibraryLink) -> Link | None:
        entry = self.library.get(link)
        if entry is None or not self._handed_on(entry):
            return None
        place = self.v.place(link) if link.anchor else ""
        return Link(
            kind=link.kind,
            id=link.id,
            place=link.anchor or None,
            title=f"{self.v.short(link)}, {place}" if place else entry.name,
            path=self._below(self.v.url(link)),
        )

    def sources(self, one: Any, entry: Any) -> tuple[Source, ...]:
        links = self.library.sources(one, entry) if isinstance(one, Sourced) else ()
        if links not in self._rows:
            self._rows[links] = tuple(found for link in links if (found := self._source(link)))
        return self._rows[links]

    def _source(self, link: LibraryLink) -> Source | None:
        if link not in self._sources:
            self._sources[link] = self._ranked(self.reference(link), self.library.rank(link))
        return self._sources[link]

    @staticmethod
    def _ranked(to: Link | None, rank: Rank | None) -> Source | None:
        if to is None or rank is None:
            return None
        return Source(
            kind=to.kind,
            id=to.id,
            place=to.place,
            title=to.title,
            path=to.path,
            rank=Code(code=rank.value, label=rank.label),
        )

    def standing(self, one: Any, entry: Any) -> Standing:
        found = self.library.standing(one, entry)
        if one.inferred:
            reason = plain(found.reason)
            return Standing(basis=Basis.INFERRED, label=found.label, reason=reason)
        known = any(self.library.rank(link) for link in self.library.sources(one, entry))
        return Standing(basis=Basis.SOURCE if known else Basis.NONE, label=found.label)

    # Of an entry

    def path(self, entry: LibraryEntry) -> str:
        return self._below(self.v.url(entry))

    def url(self, entry: LibraryEntry) -> str | None:
        return f"{self.site}{self.path(entry)}" if self.site else None

    @staticmethod
    def data_path(entry: LibraryEntry) -> str:
        return places.one(entry.KIND, entry.id)

    @staticmethod
    def body(entry: LibraryEntry) -> Body | None:
        if not entry.body.strip():
            return None
        before, parts = sections(entry.body)
        told = (Section(id=one.id, label=one.label, text=one.text) for one in parts)
        return Body(text=before, sections=tuple(told))

    @staticmethod
    def _below(path: str) -> str:
        return "" if path == "./" else path

    # Of documents, schools, duties

    def validity(self, document: Document) -> Validity:
        return self.library.validity[document.id]

    def clauses(self, document: Document) -> tuple[ClauseTold, ...]:
        """What happened to each clause of which something is known."""
        state = self.library.validity[document.id]
        changes = self.library.reworded.get(document.id, {})
        found = of_clauses(self.library.lists, document, state, changes)
        names = document.anchors()
        return tuple(
            ClauseTold(id, upper_first(clause_name(id, names[id])), told) for id, _, told in found
        )

    def in_place_of(self, document: Document) -> LibraryEntry | None:
        return self.library.in_place_of(document)

    def attached(self, path: str | None) -> str | None:
        """A file that readers may be given."""
        file = f"{FILES}/{path}"
        return file if path and file in self.library.offered else None

    @staticmethod
    def word_path(document: Document) -> str | None:
        return None if document.awaited else word_path(document)

    def school_status(self, school: School) -> status.SchoolStatus:
        return status.of_school(self.library, school)

    def evidence(self, exemplar: Exemplar) -> Evidence:
        return of_model(self.library.lists, exemplar)

    def successor(self, school: School) -> School | None:
        return self.library.successors.get(school.id)

    def duty_status(self, duty: Duty) -> DutyStatus:
        return status.of_duty(self.library, duty)


def moment(on: PartialDate) -> Moment:
    """A day known only in part, as other programmes read it."""
    precision = (
        Precision.DAY
        if on.day
        else Precision.MONTH
        if on.month
        else Precision.QUARTER
        if on.quarter
        else Precision.YEAR
    )
    return Moment(
        date=on.iso,
        precision=precision,
        quarter=on.quarter,
        qualifier=_QUALIFIERS[on.bound] if on.bound else None,
        text=str(on),
    )


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


_PLAIN: dict[type, Callable[[Any], Any]] = {
    str: str,
    bool: bool,
    int: int,
    date: lambda day: day,
    Decimal: _number,
}
"""Values that JSON knows, or nearly."""
