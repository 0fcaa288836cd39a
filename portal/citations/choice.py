"""Which of the known documents a number or a name means, in a text that spoke of others before.

Comes in: the register of documents, the document whose text it is, a citation. Goes out: what it
means. Refuses to know: where in the text it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from portal.citations import issuers, numbers, slips, subjects, terms
from portal.citations.citation import Citation
from portal.citations.known import Known, Meant, placed
from portal.citations.names import EITHER
from portal.citations.numbers import Number
from portal.citations.register import Register
from portal.dates import PartialDate


@dataclass
class Choice:
    """The documents that one text has named so far, and which it means next."""

    register: Register
    host: Known | None
    verbatim: bool
    """Whether these are the document's own words; else what an editor says of it, later."""
    met: dict[str, Known] = field(default_factory=dict)
    last: dict[str, Known] = field(default_factory=dict)
    """By type, the one named last."""
    serials: dict[tuple[str, str], Known | None] = field(default_factory=dict)
    """What each number that was cited means, by its type and serial."""
    note: bool = False
    """Whether a later hand speaks: the version of a law that it names is not the text's."""

    def by_number(self, citation: Citation) -> Meant:
        assert citation.number
        found, several = self._of_number(citation, citation.number)
        self.serials[citation.type or (found.type if found else ""), citation.number.bare] = found
        if found:
            self.met[citation.number.key] = self.last[found.type] = found
            return placed(citation if found.amending else _of_amended(citation), found)
        if several:
            return Meant(citation, several=several)
        return Meant(citation, near=self.register.near(citation))

    def by_name(self, citation: Citation) -> Meant | None:
        if citation.type in self.register.laws:
            return self._law(citation)
        said = [(type, citation.serial) for type in citation.type.split(EITHER)]
        if citation.serial and (not citation.names or any(one in self.serials for one in said)):
            before = [self.serials[one] for one in said if one in self.serials]
            return placed(citation, before[0]) if len(before) == 1 and before[0] else None
        named = [self.register.known[id] for id in citation.names]
        told = citation.issuer
        known = [
            one
            for one in named
            if not told or _is_of_day(citation, one) or issuers.agree(told, one.issuer)
        ]
        known = [one for one in known if self._may_be_named(citation, one)]
        if len(known) > 1 and not any(one.read for one in known):
            fits = self._version(citation.date, known)
        else:
            fits = [one for one in known if self._dates_agree(citation, one)]
        if len(fits) != 1:
            fits = [one for one in fits if one in self.met.values()]
        fits = [one for one in fits if self._is_sure(citation, one)]
        if len(fits) == 1:
            self.last[fits[0].type] = fits[0]
            if fits[0].read:
                self.serials[fits[0].type, fits[0].read.bare] = fits[0]
            return placed(citation, fits[0])
        return None if named else Meant(citation)

    def _version(self, told: PartialDate | None, named: list[Known]) -> list[Known]:
        """Of what every congress passes anew: the one of that year, or that still held then."""
        if told is None:
            return self._in_force(named)
        passed = [one for one in named if one.year and one.year <= told.year]
        return [max(passed, key=_begins)] if passed else []

    def _may_be_named(self, citation: Citation, one: Known) -> bool:
        """What has no number was there when the host was written."""
        if one.read:
            return self._may_be(citation, one.read, one)
        day = self.host.issued if self.host and self.verbatim else None
        return not (day and one.issued) or one.issued.earliest <= day.latest

    def _is_sure(self, citation: Citation, one: Known) -> bool:
        """«Quyết định 213» alone is not: every office of the State has one each year."""
        if not citation.serial or citation.issuer or one in self.met.values():
            return True
        return one.read is None or one.read.of_party

    def _law(self, citation: Citation) -> Meant | None:
        """The version of the year that is told; of a bare name the one in force on the day of the
        text, or a newer one that the text names itself."""
        named = [self.register.known[id] for id in citation.names]
        if citation.date:
            fits = [one for one in named if self._dates_agree(citation, one)]
        elif len(named) > 1 and all(one.amending for one in named):
            fits = []
        elif citation.of:
            fits = _issued_last(named, self._day_of(*citation.of))
        else:
            fits = self._in_force(named)
        if len(fits) == 1:
            if not self.note:
                self.met[fits[0].id] = self.last[fits[0].type] = fits[0]
            return placed(citation, fits[0])
        return Meant(citation) if citation.date or not named else None

    def _day_of(self, number: Number | None, told: PartialDate) -> PartialDate:
        """The day of a document that was cited just before; the library may know it better."""
        known = self.met.get(number.key) if number else None
        return known.issued if known and known.issued else told

    def _in_force(self, named: list[Known]) -> list[Known]:
        host = self.host
        first = (host.since or host.issued) if host else None
        day = first.latest if first else self.register.today
        begun = [one for one in named if one.begun(day)]
        if not begun:
            return []
        newest = max(begun, key=_begins)
        spoken = [
            one for one in named if one in self.met.values() and _begins(one) > _begins(newest)
        ]
        if len(spoken) == 1:
            return spoken
        same = [one for one in begun if _begins(one) == _begins(newest)]
        return [one for one in same if one.holds(day)]

    def _of_number(
        self, citation: Citation, number: Number
    ) -> tuple[Known | None, tuple[Known, ...]]:
        known = self.register.by_number(number)
        day = citation.date if citation.date and citation.date.day else None
        if day and all(one.issued != day for one in known):
            loose = self.register.loosely(number)
            known = [*known, *(one for one in loose if one.issued == day)]
        elif not known:
            loose = self.register.loosely(number)
            known = [one for one in loose if subjects.agree(citation.behind, one.folded)]
        fits = [one for one in known if self._dates_agree(citation, one)]
        fits = [one for one in fits if self._may_be(citation, number, one)]
        if citation.issuer and not number.of_centre:
            fits = [one for one in fits if not issuers.elsewhere(citation.issuer, one.issuer)]
        if len(fits) > 1 and citation.issuer:
            fits = [one for one in fits if issuers.picks(citation.issuer, one.issuer)] or fits
        if len(fits) > 1:
            fits = [one for one in fits if subjects.agree(citation.behind, one.folded)] or fits
        if len(fits) == 1:
            return (None, tuple(fits)) if _of_another(citation, number, fits[0]) else (fits[0], ())
        before = self.met.get(number.key)
        if before in fits:
            return before, ()
        if self.host and not (citation.date or citation.terms):
            held = [one for one in fits if not _is_over(one, self.host)]
            fits = held if len(held) == 1 else fits
            if len(fits) == 1:
                return fits[0], ()
        return None, tuple(fits)

    def _may_be(self, citation: Citation, number: Number, one: Known) -> bool:
        """Numbers of the Party's centre begin anew with every term, and nobody cites what is not
        there yet."""
        if not number.of_centre or one.issued is None:
            return True
        dated = citation.date and citation.date.day
        if citation.terms and not dated and not terms.hold(citation.terms, one.issued):
            return False
        if citation.type and not dated and self._of_other_type(citation.type, one.type):
            return False
        if citation.date and not terms.may_share(citation.date, one.issued):
            return False
        host = self.host
        known_day = host and host.issued and host.id != one.id and self.verbatim
        if citation.date or not known_day:
            return True
        assert host and host.issued
        return one.issued.earliest <= host.issued.latest

    def _of_other_type(self, told: str, known: str) -> bool:
        """A «Quy định» is no «Quyết định», though both are numbered QĐ."""
        labels = self.register.labels
        if told == known or not (told in labels and known in labels):
            return False
        one, other = (numbers.initials([labels[type]]) for type in (told, known))
        return one == other

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


def _is_of_day(citation: Citation, one: Known) -> bool:
    """Day, type and serial agree: then the issuer's name may be written in any way."""
    return bool(citation.date and citation.date.day and citation.date == one.issued)


def _is_over(one: Known, host: Known) -> bool:
    """Whether it had ceased to hold when the host was written."""
    day = host.issued
    return bool(day and one.until and one.until.latest <= day.earliest)


def _of_amended(citation: Citation) -> Citation:
    """«Luật sửa đổi … của Luật A số …» with the number of Luật A: only these words name it."""
    if not citation.inner:
        return citation
    head = (citation.inner, citation.head[1])
    return replace(citation, start=citation.inner, head=head, pins=())


def _of_another(citation: Citation, number: Number, one: Known) -> bool:
    """Whether a number of the Party's centre is that of another term, as its title tells."""
    said = citation.date or len(citation.terms) == 1
    return number.of_centre and not said and subjects.differ(citation.behind, one.folded)


def _issued_last(named: list[Known], day: PartialDate) -> list[Known]:
    """The version that a document of that day is about: the newest one that had been issued, for
    what carries out a law is often there before the law holds."""

    def by(last: date) -> Known | None:
        there = [one for one in named if one.issued is None or one.issued.earliest <= last]
        newest = max(there, key=_begins, default=None)
        return newest if newest and (newest.until is None or last < newest.until.earliest) else None

    first, last = by(day.earliest), by(day.latest)
    return [last] if last and first is last else []


def _begins(one: Known) -> date:
    """By which versions of a law follow one another."""
    day = one.since or one.issued
    return day.earliest if day else date(one.year or 1, 1, 1)
