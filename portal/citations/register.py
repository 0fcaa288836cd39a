"""Which document a citation means: number and day must agree, and an outline must have the place.

Comes in: the documents that are known, and citations. Goes out: for each the document, or that it
is unknown, nearly known or unclear. Refuses to know where the documents come from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from portal.citations import dates, issuers, numbers, places, slips
from portal.citations.names import Types
from portal.citations.numbers import Number
from portal.citations.recognise import Citation, Recogniser
from portal.citations.spelling import composed, plain
from portal.dates import PartialDate

LEAST_WORDS = 5
_PROPER = re.compile(r"[ \n][A-Z][a-z]+[ \n][A-Z][a-z]+")
"""A title is a name only where it is long and names a place or a body: «quy chế quản lý đào tạo»
may be anyone's."""
LONG_SERIAL = 3
"""From so many digits on, two exchanged ones are a slip even where no day is given."""


@dataclass(frozen=True)
class Known:
    """A document as far as citations go."""

    id: str
    type: str
    title: str
    number: str | None = None
    issued: PartialDate | None = None
    issuer: str = ""
    anchors: Collection[str] = ()
    complete: bool = False
    """Whether its outline has every place there is."""
    printed: tuple[str, ...] = ()
    """How else its number was found printed, slips included."""

    @cached_property
    def read(self) -> Number | None:
        return numbers.read(self.number) if self.number else None

    @cached_property
    def values(self) -> Mapping[tuple[str, ...], str]:
        return places.by_values(self.anchors)


@dataclass(frozen=True, slots=True)
class Near:
    """A known document that is probably meant, and how the citation slips from it."""

    document: Known
    why: str
    recorded: bool
    """Whether the document's entry already tells of this way of printing it."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a citation means."""

    citation: Citation
    document: Known | None = None
    near: Near | None = None
    several: tuple[Known, ...] = ()
    """All that it may mean where it does not say enough."""
    lost: tuple[str, ...] = ()
    """Places that the outline of the document does not have."""

    def place(self, id: str) -> str:
        """Where in the document's outline a place named is, or the nearest around it."""
        one = self.document
        return places.around(id, one.anchors, one.values) if one else ""

    @property
    def is_unknown(self) -> bool:
        return self.document is None and self.near is None and not self.several


class Register:
    """The known documents, found by number, by name, by what a text spoke of before."""

    def __init__(self, types: Types, known: Iterable[Known]) -> None:
        self.types, self.laws = types, types.laws
        self.known = {one.id: one for one in known}
        self._by_key: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_family: defaultdict[str, list[Known]] = defaultdict(list)
        for one in self.known.values():
            if one.read:
                self._by_key[one.read.key].append(one)
                self._by_family[one.read.family].append(one)
        self.recogniser = Recogniser(
            types, dict(self._titles()), dict(self._shorts()), frozenset(self._by_family)
        )
        self._read: dict[str, list[Citation]] = {}

    @property
    def facts(self) -> tuple[Mapping[str, str], list[str], tuple[Known, ...]]:
        """All that decides what a citation means. Of most titles nobody makes a name."""
        names = dict(self._titles())
        known = (one if one.id in names else replace(one, title="") for one in self.known.values())
        return self.types.labels, sorted(self.laws), tuple(known)

    def read(self, text: str) -> list[Citation]:
        """The citations of a text of the content; kept, for it is asked for more than once."""
        if text not in self._read:
            self._read[text] = self.recogniser.read(text)
        return self._read[text]

    def _titles(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for one in self.known.values():
            if one.type in self.laws or (not one.number and _is_name(one.title)):
                yield one.id, (one.type, one.title)

    def _shorts(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for one in self.known.values():
            if one.read and len(one.read.bare) > 1 and one.type not in self.laws:
                yield one.id, (one.type, "/".join(filter(None, (one.read.serial, one.read.year))))

    def by_number(self, number: Number) -> list[Known]:
        return self._by_key.get(number.key, [])

    def near(self, citation: Citation) -> Near | None:
        """The document that is probably meant where number and day do not both agree."""
        number = citation.number
        if number is None:
            return None
        best: tuple[int, Known, str] | None = None
        for one in self._by_family.get(number.family, ()):
            found = self._slip(citation, number, one)
            if found and (best is None or found[0] < best[0]):
                best = (found[0], one, found[1])
        if best is None:
            return None
        _, document, why = best
        recorded = any(_same(citation, told, document) for told in document.printed)
        return Near(document, why, recorded)

    def _slip(self, citation: Citation, number: Number, one: Known) -> tuple[int, str] | None:
        """How far, and how, the citation slips from this document."""
        assert one.read
        told = slips.numbers(number, one.read)
        if told is None:
            return None
        if citation.date is None or one.issued is None:
            swapped = told.endswith("đảo hai chữ số") and len(number.serial) >= LONG_SERIAL
            return (2, told) if swapped or told == "khác năm trong số" else None
        day = slips.dates(citation.date, one.issued)
        if day is not None and (told or day):
            return (bool(told) + bool(day), ", ".join(filter(None, (told, day))))
        other = self._issued_on(citation, one) if not told else None
        if other:
            return 2, f"số là của văn bản này, ngày là của {other.number}"
        return None

    def _issued_on(self, citation: Citation, one: Known) -> Known | None:
        """Another document of the same series that was issued on the day given."""
        assert one.read
        if citation.date is None or citation.date.day is None:
            return None
        series = self._by_family[one.read.family]
        return next((other for other in series if other.issued == citation.date), None)


def _is_name(title: str) -> bool:
    return len(title.split()) >= LEAST_WORDS and bool(_PROPER.search(plain(composed(title)[0])))


def _same(citation: Citation, printed: str, document: Known) -> bool:
    """Whether an editor noted this slip; a number noted without its day excuses no other day."""
    whole = composed(printed)[0]
    bare = plain(whole)
    found = numbers.NUMBER.search(bare)
    if found is None or citation.number is None:
        return False
    key = numbers.taken_apart(found, whole).key
    if key != citation.number.key:
        return False
    noted = dates.at(bare, found.end())[0]
    if noted is None:
        return not document.read or key != document.read.key
    return citation.date is None or noted == citation.date


@dataclass
class Reading:
    """One text, read from its beginning: what it said before tells what «này» and a bare number
    mean."""

    register: Register
    host: str = ""
    """The document whose text it is."""
    _met: dict[str, Known] = field(default_factory=dict)
    _last: dict[str, Known] = field(default_factory=dict)

    def meant(self, citation: Citation) -> Meant | None:
        """None where the citation means nothing that could be told."""
        if citation.kind == "này":
            found = self._this(citation)
            return _placed(citation, found) if found else None
        if citation.kind == "tên":
            return self._named(citation)
        assert citation.number
        found, several = self._numbered(citation, citation.number)
        if found:
            self._met[citation.number.key] = self._last[found.type] = found
            return _placed(citation, found)
        if several:
            return Meant(citation, several=several)
        return Meant(citation, near=self.register.near(citation))

    def _this(self, citation: Citation) -> Known | None:
        host = self.register.known.get(self.host)
        return host if host and host.type == citation.type else self._last.get(citation.type)

    def _named(self, citation: Citation) -> Meant | None:
        named = [self.register.known[id] for id in citation.names]
        told = citation.issuer
        known = [one for one in named if not told or issuers.agree(told, one.issuer)]
        fits = [one for one in known if self._dates_agree(citation, one)]
        if len(fits) != 1:
            fits = [one for one in fits if one in self._met.values()]
        if len(fits) == 1:
            self._last[fits[0].type] = fits[0]
            return _placed(citation, fits[0])
        unknown = not named or (not fits and citation.type in self.register.laws)
        return Meant(citation) if unknown else None

    def _numbered(
        self, citation: Citation, number: Number
    ) -> tuple[Known | None, tuple[Known, ...]]:
        known = self.register.by_number(number)
        fits = [one for one in known if self._dates_agree(citation, one)]
        if len(fits) > 1 and citation.issuer:
            fits = [one for one in fits if issuers.same(citation.issuer, one.issuer)] or fits
        if len(fits) == 1:
            return fits[0], ()
        before = self._met.get(number.key)
        if before in fits:
            return before, ()
        return None, tuple(fits)

    def _dates_agree(self, citation: Citation, one: Known) -> bool:
        """A year alone may be that of the work, not of the document: only an earlier one
        disagrees."""
        if citation.date is None or one.issued is None or one.issued.bound:
            return True
        if citation.date.month is None and one.type not in self.register.laws:
            return citation.date.year >= one.issued.year
        return slips.dates(citation.date, one.issued) == ""


def _placed(citation: Citation, document: Known) -> Meant:
    ids = [id for pin in citation.pins for id in (pin.id, pin.upto) if id]
    lost = tuple(id for id in ids if not places.find(id, document.anchors, document.values))
    return Meant(citation, document, lost=lost)
