"""The known documents as citations find them: by number, by name, or nearly.

Comes in: the documents, the day. Goes out: the recogniser that knows their names, the documents of
a number. Refuses to know: where the documents come from, which one a text means.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from portal.citations import dates, issuers, numbers, slips
from portal.citations.citation import Citation
from portal.citations.known import Known, Near
from portal.citations.names import Types
from portal.citations.numbers import Number
from portal.citations.plenums import RESOLUTION, Resolution
from portal.citations.recognise import Recogniser
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
        self._by_loose: defaultdict[str, list[Known]] = defaultdict(list)
        for one in self.known.values():
            if one.read:
                self._by_key[one.read.key].append(one)
                self._by_family[one.read.family].append(one)
                self._by_loose[one.read.loose].append(one)
        self.recogniser = Recogniser(
            types,
            dict(self._titles()),
            dict(self._shorts()),
            frozenset(self._by_family),
            self._passed(),
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
            if one.read and (one.read.year or one.type not in self.laws):
                yield one.id, (one.type, "/".join(filter(None, (one.read.serial, one.read.year))))

    def _passed(self) -> Iterator[tuple[Resolution, str]]:
        for one in self.known.values():
            if fold(self.types.labels.get(one.type, "")) == RESOLUTION:
                told = Resolution(one.id, one.type, one.folded)
                yield told, f"{one.folded} | {fold(one.issuer)}"

    def by_number(self, number: Number) -> list[Known]:
        return self._by_key.get(number.key, [])

    def loosely(self, number: Number) -> list[Known]:
        """«09-QĐ/TW» for 09-QĐi/TW: small letters tell types apart, and are left out."""
        loose = self._by_loose.get(number.loose, ())
        return [one for one in loose if one.read and one.read.key != number.key]

    def near(self, citation: Citation) -> Near | None:
        """The document that is probably meant where number and day do not both agree."""
        number = citation.number
        if number is None:
            return None
        best: tuple[int, Known, str] | None = None
        for one in self._by_family.get(number.family, ()):
            if issuers.elsewhere(citation.issuer, one.issuer):
                continue
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
