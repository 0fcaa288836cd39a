"""Which document a citation means: number and day must agree, and an outline must have the place.

Comes in: the documents that are known, the day, texts. Goes out: for each citation the document, or
that it is unknown, nearly known or unclear. Refuses to know where the documents come from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from portal.citations import dates, issuers, numbers, own, places, slips, subjects, terms
from portal.citations.known import Known, Meant, Near
from portal.citations.names import Types
from portal.citations.numbers import Number
from portal.citations.passages import Passages
from portal.citations.pins import Pin
from portal.citations.recognise import Citation, Recogniser
from portal.citations.spelling import composed, plain
from portal.text import fold

LEAST_WORDS = 5
_PROPER = re.compile(r"[ \n][A-Z][a-z]+[ \n][A-Z][a-z]+")
"""A title is a name only where it is long and names a place or a body: «quy chế quản lý đào tạo»
may be anyone's."""


class Register:
    """The known documents, found by number, by name, by what a text spoke of before."""

    def __init__(self, types: Types, known: Iterable[Known], today: date = date.max) -> None:
        self.types, self.laws, self.today = types, types.laws, today
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
        self.labels = {value: fold(label) for value, label in types.labels.items()}
        self._read: dict[str, list[Citation]] = {}

    @property
    def facts(self) -> tuple[Mapping[str, str], list[str], date, tuple[Known, ...]]:
        """All that decides what a citation means."""
        return self.types.labels, sorted(self.laws), self.today, tuple(self.known.values())

    def read(self, text: str, places: bool = False) -> list[Citation]:
        """The citations of a text of the content, with `places` its own places too; kept, for it is
        asked for more than once."""
        if places:
            return self.recogniser.read(text, places)
        if text not in self._read:
            self._read[text] = self.recogniser.read(text)
        return self._read[text]

    def _titles(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for one in self.known.values():
            if one.type in self.laws or (not one.number and _is_name(one.title)):
                yield one.id, (one.type, one.title)

    def _shorts(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for one in self.known.values():
            if one.read and one.type not in self.laws:
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
            found = slips.of_citation(citation, one) or self._of_another_day(citation, one)
            if found and (best is None or found[0] < best[0]):
                best = (found[0], one, found[1])
        if best is None:
            return None
        _, document, why = best
        recorded = any(_same(citation, told, document) for told in document.printed)
        return Near(document, why, recorded)

    def _of_another_day(self, citation: Citation, one: Known) -> tuple[int, str] | None:
        """The number of one document of the Party with the day of another of its series."""
        number, day = citation.number, citation.date
        if number is None or one.read is None or not number.of_party or not day or not day.day:
            return None
        if number.key != one.read.key or one.issued is None or one.issued == day:
            return None
        series = self._by_family[one.read.family]
        other = next((other for other in series if other.issued == day), None)
        return (2, f"số là của văn bản này, ngày là của {other.number}") if other else None


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


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a document a citation stands."""

    clause: str = ""
    quoted: bool = False
    """In quotation marks: the words of another document."""
    amending: bool = False
    """In a block that says what is to be changed in another document."""
    leading: bool = False
    """Before a quotation of the document that is cited."""


@dataclass
class Reading:
    """One text, read from its beginning: what it said before tells what «này» and a bare number
    mean."""

    register: Register
    host: str = ""
    """The document whose text it is."""
    verbatim: bool = True
    """Whether these are the document's own words; else what an editor says of it, later."""
    _met: dict[str, Known] = field(default_factory=dict)
    _last: dict[str, Known] = field(default_factory=dict)
    _serials: dict[tuple[str, str], Known | None] = field(default_factory=dict)
    """What each number that was cited means, by its type and serial."""
    _amended: Known | None = None
    """The document that is changed or quoted here."""
    _article: str = ""

    def read(
        self, text: str, clause_at: Callable[[int], str] | None = None, places: bool = False
    ) -> Iterator[Meant]:
        """What every citation of a text means, in its order; `places`: the document's own too."""
        host = self.register.known.get(self.host)
        if not host:
            found = self.register.read(text)
            yield from (one for one in map(self.meant, found) if one)
            return
        found = self.register.read(text, places)
        passages = Passages(plain(text)) if found else None
        for one in found:
            assert passages
            clause = clause_at(one.start) if clause_at else ""
            at = one.head[0]
            spot = Spot(
                clause,
                passages.is_quoted(at),
                passages.amends(at),
                passages.introduces(one.head[1]),
            )
            if meant := self.meant(one, spot):
                yield meant

    def meant(self, citation: Citation, spot: Spot = Spot()) -> Meant | None:
        """None where the citation means nothing that could be told."""
        self._enter(spot)
        if citation.kind == "đây":
            return self._own(citation, spot)
        if citation.kind == "này":
            found = self._this(citation, spot)
            if found is None or found.id != self.host:
                return _placed(citation, found) if found else None
            seen = replace(citation, pins=self._seen(citation, found, spot))
            return replace(_placed(citation, found), citation=seen)
        meant = self._named(citation) if citation.kind == "tên" else self._by_number(citation)
        if spot.leading and not spot.quoted:
            self._amended = meant.document if meant else None
        return meant

    def _enter(self, spot: Spot) -> None:
        """In another article, what is amended begins anew."""
        article = spot.clause.partition(".")[0]
        if article != self._article or not spot.clause:
            host = self.register.known.get(self.host)
            sole = host.amends[0] if host and len(host.amends) == 1 else ""
            if article != self._article or self._amended is None:
                self._amended = self.register.known.get(sole)
            self._article = article

    def _own(self, citation: Citation, spot: Spot) -> Meant | None:
        """A place of the document itself, or of the one it amends."""
        here = citation.type == "này"
        other = spot.quoted or citation.type == "sửa" or (spot.amending and not here)
        document = self._amended if other else self.register.known.get(self.host)
        if document is None or (other and here):
            return None
        pins = self._seen(citation, document, Spot() if other else spot)
        return Meant(replace(citation, pins=pins), document) if pins else None

    def _seen(self, citation: Citation, document: Known, spot: Spot) -> tuple[Pin, ...]:
        """The places that the outline has, by its ids."""

        def id_of(id: str) -> str:
            return id and own.resolved(id, spot.clause, document.anchors, document.values)

        pins = (replace(one, id=id_of(one.id), upto=id_of(one.upto)) for one in citation.pins)
        return tuple(one for one in pins if one.id)

    def _this(self, citation: Citation, spot: Spot) -> Known | None:
        host = self.register.known.get(self.host)
        if host is None:
            return self._last.get(citation.type)
        if spot.quoted:
            quoted = self._amended
            return quoted if quoted and self._is(citation.type, quoted) else None
        return host if self._is(citation.type, host) else None

    def _is(self, type: str, one: Known) -> bool:
        """Whether a document may call itself so: by its type, by the text it puts in force, and a
        consolidated text by the type of what it consolidates."""
        if type == one.type or (one.read and one.read.consolidated):
            return True
        label = self.register.labels.get(type, "")
        own_label = self.register.labels.get(one.type, "")
        if own_label and (own_label.startswith(f"{label} ") or label.startswith(f"{own_label} ")):
            return True
        return f"ban hanh {label} " in f"{one.folded} " or one.folded.startswith(f"{label} ")

    def _by_number(self, citation: Citation) -> Meant:
        assert citation.number
        found, several = self._numbered(citation, citation.number)
        self._serials[citation.type or (found.type if found else ""), citation.number.bare] = found
        if found:
            self._met[citation.number.key] = self._last[found.type] = found
            return _placed(citation, found)
        if several:
            return Meant(citation, several=several)
        return Meant(citation, near=self.register.near(citation))

    def _named(self, citation: Citation) -> Meant | None:
        if citation.type in self.register.laws:
            return self._law(citation)
        if citation.serial and (
            not citation.names or (citation.type, citation.serial) in self._serials
        ):
            before = self._serials.get((citation.type, citation.serial))
            return _placed(citation, before) if before else None
        named = [self.register.known[id] for id in citation.names]
        told = citation.issuer
        known = [one for one in named if not told or issuers.agree(told, one.issuer)]
        known = [one for one in known if not one.read or self._may_be(citation, one.read, one)]
        fits = [one for one in known if self._dates_agree(citation, one)]
        if len(fits) != 1:
            fits = [one for one in fits if one in self._met.values()]
        if len(fits) == 1:
            self._last[fits[0].type] = fits[0]
            if fits[0].read:
                self._serials[fits[0].type, fits[0].read.bare] = fits[0]
            return _placed(citation, fits[0])
        return None if named else Meant(citation)

    def _law(self, citation: Citation) -> Meant | None:
        """The version of the year that is told; of a bare name the one in force on the day of the
        text, or a newer one that the text names itself."""
        named = [self.register.known[id] for id in citation.names]
        if citation.date:
            fits = [one for one in named if self._dates_agree(citation, one)]
        elif len(named) > 1 and all(one.amending for one in named):
            fits = []
        else:
            fits = self._in_force(named)
        if len(fits) == 1:
            self._met[fits[0].id] = self._last[fits[0].type] = fits[0]
            return _placed(citation, fits[0])
        return Meant(citation) if citation.date or not named else None

    def _in_force(self, named: list[Known]) -> list[Known]:
        host = self.register.known.get(self.host)
        first = (host.since or host.issued) if host else None
        day = first.latest if first else self.register.today
        begun = [one for one in named if one.begun(day)]
        if not begun:
            return []
        newest = max(begun, key=_begins)
        spoken = [
            one for one in named if one in self._met.values() and _begins(one) > _begins(newest)
        ]
        if len(spoken) == 1:
            return spoken
        same = [one for one in begun if _begins(one) == _begins(newest)]
        return [one for one in same if one.holds(day)]

    def _numbered(
        self, citation: Citation, number: Number
    ) -> tuple[Known | None, tuple[Known, ...]]:
        known = self.register.by_number(number)
        fits = [one for one in known if self._dates_agree(citation, one)]
        fits = [one for one in fits if self._may_be(citation, number, one)]
        if len(fits) > 1 and citation.issuer:
            fits = [one for one in fits if issuers.same(citation.issuer, one.issuer)] or fits
        if len(fits) > 1:
            fits = [one for one in fits if subjects.agree(citation.behind, one.folded)] or fits
        if len(fits) == 1:
            return (None, tuple(fits)) if _of_another(citation, number, fits[0]) else (fits[0], ())
        before = self._met.get(number.key)
        if before in fits:
            return before, ()
        return None, tuple(fits)

    def _may_be(self, citation: Citation, number: Number, one: Known) -> bool:
        """Numbers of the Party's centre begin anew with every term, and nobody cites what is not
        there yet."""
        if not number.of_centre or one.issued is None:
            return True
        dated = citation.date and citation.date.day
        if citation.term and not dated and not terms.holds(citation.term, one.issued):
            return False
        host = self.register.known.get(self.host)
        known_day = host and host.issued and host.id != one.id and self.verbatim
        if citation.date or not known_day:
            return True
        assert host and host.issued
        return one.issued.earliest <= host.issued.latest

    def _dates_agree(self, citation: Citation, one: Known) -> bool:
        """A year alone may be that of the work, not of the document: only an earlier one
        disagrees."""
        year = one.year
        if citation.date is None or year is None or (one.issued and one.issued.bound):
            return True
        if citation.date.month is None or one.issued is None:
            if one.type not in self.register.laws:
                return citation.date.year >= year
            return citation.date.year == year
        return slips.dates(citation.date, one.issued) == ""


def _of_another(citation: Citation, number: Number, one: Known) -> bool:
    """Whether a number of the Party's centre is that of another term, as its title tells."""
    said = citation.date or citation.term
    return number.of_centre and not said and subjects.differ(citation.behind, one.folded)


def _begins(one: Known) -> date:
    """By which versions of a law follow one another."""
    day = one.since or one.issued
    return day.earliest if day else date(one.year or 1, 1, 1)


def _placed(citation: Citation, document: Known) -> Meant:
    ids = [id for pin in citation.pins for id in (pin.id, pin.upto) if id]
    lost = tuple(id for id in ids if not places.find(id, document.anchors, document.values))
    return Meant(citation, document, lost=lost)
