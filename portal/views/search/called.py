"""The names by which a page is asked for as a whole: «Lai Châu», «HVCTQG», «Có gì mới».

Comes in: the library, an entry or a page. Goes out: `Called`, each name with how surely it is meant
(README of this room). Refuses to know: what a reader types, which words of a query are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from urllib.parse import urlsplit

from portal.citations.numbers import pieces
from portal.kinds import BY_NAME, Entry, Kind
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document
from portal.kinds.document.lists import DocumentType
from portal.kinds.lists import Synonyms
from portal.kinds.lists import values as listed
from portal.kinds.movement import Movement
from portal.kinds.page import Page
from portal.kinds.procedure import Procedure
from portal.kinds.school import School
from portal.kinds.school.lists import Province
from portal.kinds.term import Term
from portal.kinds.unit import Unit
from portal.library import Library
from portal.text import fold
from portal.views.search.initials import initials
from portal.views.search.record import Called
from portal.views.search.words import words

TITLE, OWN, SHORT, OTHER, KEYWORD, LOOSE = 6, 5, 4, 3, 2, 1
"""Its title; a name that only it has; an abbreviation or another name; what readers call it; what
it is looked for by, as others may be; what may be meant."""
_PLACES = {
    model.KIND: place
    for place, models in enumerate(
        ((Page,), (Document, Procedure, CriteriaSet, Movement), (Term,), (Unit,), (School,)), 1
    )
    for model in models
}
"""Among names of one sort: schools, then units, terms, everything else that has a name."""
_PAGE = 1
_LONGEST = 12
"""Words of a name; a longer title is found by its words."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
_AROUND = ("trường", "tỉnh", "thành phố", "tp")
"""What may stand around the name of a school's place, beside all that «trường chính trị» is
called."""
_TIMES = (
    *("cũ", "mới", "trước đây", "hiện nay"),
    *("trước sáp nhập", "sau sáp nhập", "trước hợp nhất", "sau hợp nhất"),
)
"""What may stand behind it: the school of then, or of now."""


def document_types(library: Library) -> dict[str, str]:
    """Names of types of a word or two and their letters: `nghi quyet` → `nq`."""
    named = (one for one in listed(library.lists, DocumentType).values() if not one.no_name)
    told = (words(fold(one.label)) for one in named)
    return {" ".join(one): "".join(word[0] for word in one) for one in told if len(one) <= 2}


def works(library: Library) -> tuple[str, ...]:
    """Of these types those whose names are names of work as well."""
    known = document_types(library)
    told = (one.label for one in listed(library.lists, DocumentType).values() if one.work)
    return tuple(name for name in map(fold, told) if name in known)


def with_sign(document: Document) -> tuple[str, ...]:
    """The number with the letters of its type, where it has none: «Nghị quyết 202» is asked for
    though the number is `202/2025/QH15`."""
    serial, _, rest = (document.number or "").partition("/")
    sign = "".join(word[0] for word in words(document.type.label)).upper()
    told = {fold(one) for one in pieces(document.number or "").signs}
    if not (rest and serial.isdigit()) or document.type.no_name or fold(sign) in told:
        return ()
    return (f"{serial}/{sign}-{rest}",)


@dataclass(frozen=True)
class Names:
    """All names of a library's entries."""

    library: Library

    def of(self, entry: Entry) -> tuple[Called, ...]:
        """The names of an entry; where its kind is looked for by words, only what its editors say
        that it is looked for by."""
        place = _PLACES.get(entry.KIND, 0)
        told: dict[str, Called] = {}
        named = self._names(entry) if place else _all(KEYWORD, entry.keywords)
        for one in named:
            text = " ".join(words(one.text))
            if text and len(text.split()) <= _LONGEST:
                before = told.get(text)
                bare = one.bare or bool(before and before.bare)
                sure = one.sure * 8 + place
                if before and before.sure >= sure:
                    told[text] = before._replace(bare=bare)
                else:
                    told[text] = Called(text, sure, bare, one.former)
        return tuple(told.values())

    def of_list(self, kind: Kind) -> tuple[Called, ...]:
        """The names of the list of a kind."""
        about = [kind.label, *(f"{all_} {kind.one}" for all_ in ("các", "danh sách", "danh mục"))]
        about += kind.called
        if kind.model is School:
            living = len(self.library.of(School)) - len(self.library.successors)
            schools = [kind.one, *self._of_schools]
            before = ("danh sách", living, f"danh sách {living}")
            about += [f"{many} {one}" for one in schools for many in before]
        named = of_page(about[0], about[1:])
        one = Called(" ".join(words(kind.one)), SHORT * 8 + _PAGE)
        return named if any(one.text == other.text for other in named) else (*named, one)

    @property
    def around(self) -> tuple[str, ...]:
        """What is no part of a bare name: «trường chính trị», «tct», «tỉnh», «cũ»."""
        return (*self._of_schools, *_AROUND, *_TIMES)

    @property
    def _of_schools(self) -> tuple[str, ...]:
        """What every school is called."""
        words = listed(self.library.lists, Synonyms).values()
        return tuple(phrase for one in words if one.of_schools for phrase in one.phrases)

    def _names(self, entry: Entry) -> Iterator[Called]:
        title = _ASIDE.sub("", entry.title)
        short = isinstance(entry, Term) and entry.title in entry.abbreviations
        yield Called(title, SHORT if short else TITLE)
        if isinstance(entry, School):
            yield from self._of_school(entry, title)
        elif isinstance(entry, Unit):
            yield from _all(SHORT, (*entry.abbreviations, *entry.former_names))
            yield from _all(OTHER, map(_first, (title, *entry.former_names)))
            yield from _all(LOOSE, _shared(title))
        elif isinstance(entry, Term):
            yield from _all(SHORT, (*entry.abbreviations, *entry.synonyms))
        elif isinstance(entry, Document):
            yield Called(f"{entry.type.label} {title}", TITLE)
        elif isinstance(entry, Procedure):
            ways = (BY_NAME[entry.KIND].one, "thủ tục", "trình tự", "các bước")
            thing = self._cut.split(" ".join(words(title)))[0].strip()
            told = (title, thing) if thing else (title,)
            yield from _all(TITLE, (f"{way} {one}" for way in ways for one in told))
        yield from _all(OTHER if isinstance(entry, Page) else KEYWORD, entry.keywords)
        yield from _all(LOOSE, initials(title) if isinstance(entry, (Unit, Term)) else ())

    # Schools

    def _of_school(self, school: School, title: str) -> Iterator[Called]:
        gone = school.id in self.library.successors
        sure = OTHER if gone else OWN
        place = self._place(school.province)
        named = dict.fromkeys((title, *(_ASIDE.sub("", one.text) for one in school.names)))
        for name in named:
            bare = self._bare(name)
            yield Called(name, sure)
            yield Called(bare, sure, bare=True)
            if place not in bare:
                yield Called(f"{bare} {place}", sure, bare=True)
            elif own := bare.removesuffix(place).strip():  # «Phạm Hùng [tỉnh Vĩnh Long]»
                yield Called(own, sure, bare=True)
        yield from self._of_place(school.province, sure, former=False)
        for link in school.predecessors:
            before = self.library.get(link)
            if isinstance(before, School) and self._place(before.province) != place:
                yield from self._of_place(before.province, LOOSE, former=True)
        if school.website:
            yield Called(host(school.website), SHORT)

    def _of_place(self, province: Province, sure: int, *, former: bool) -> Iterator[Called]:
        for name in self._places[self._place(province)]:
            yield Called(self._bare(name), sure, bare=True, former=former)

    def _place(self, province: Province) -> str:
        return " ".join(words(_ASIDE.sub("", province.bare)))

    @cached_property
    def _places(self) -> dict[str, tuple[str, ...]]:
        """How every province may be called."""
        groups: dict[str, list[tuple[str, ...]]] = {}
        for one in listed(self.library.lists, Synonyms).values():
            for phrase in dict.fromkeys(map(fold, one.phrases)):
                groups.setdefault(phrase, []).append(one.phrases)
        found = {}
        for province in {school.province for school in self.library.of(School)}:
            place = self._place(province)
            alike = dict.fromkeys((fold(place), *(fold(f"{one} {place}") for one in _AROUND)))
            met = dict.fromkeys(group for name in alike for group in groups.get(name, ()))
            found[place] = tuple(dict.fromkeys((place, *chain.from_iterable(met))))
        return found

    def _bare(self, name: str) -> str:
        """Without what stands around it: «Trường Chính trị tỉnh Lai Châu» → `lai châu`."""
        made = " ".join(words(name))
        return " ".join(self._cut.sub(" ", made).split()) or made

    @cached_property
    def _cut(self) -> re.Pattern[str]:
        around = sorted(
            {" ".join(words(one)) for one in (*self._of_schools, *_AROUND)}, key=len, reverse=True
        )
        return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, around))})(?!\S)")


def _first(name: str) -> str:
    """The first of two called alike, «tỉnh ủy, thành ủy»; or of a long name its first part."""
    first, _, second = name.partition(",")
    said, other = words(first), words(second)
    one = said[1:] if said[:1] == ["các"] else said
    if one and other and one[-1] == other[min(len(one), len(other)) - 1]:
        return " ".join(one)
    return " ".join(said) if len(said) > 3 else ""


def _shared(name: str) -> Iterator[str]:
    """The first of two with what may belong to both: «Đảng ủy, Ban Giám đốc Học viện» is asked for
    as «đảng ủy học viện» too; how much of the second both have is not known."""
    first, _, second = name.partition(",")
    other = words(second)
    return (f"{first} {' '.join(other[at:])}" for at in range(1, len(other)))


def of_page(title: str, others: Iterable[str] = ()) -> tuple[Called, ...]:
    """The names of a page without an entry."""
    told = {" ".join(words(one)): OWN for one in others} | {" ".join(words(title)): TITLE}
    return tuple(Called(text, sure * 8 + _PAGE) for text, sure in told.items() if text)


def host(address: str) -> str:
    """The name of a server: `https://www.a.vn/b` → `a vn`."""
    return " ".join(words((urlsplit(address).hostname or "").removeprefix("www.")))


def part_of(library: Library, entry: Entry) -> str:
    """The name of the school that it belongs to by now; empty where it stands by itself."""
    found = library.successors.get(entry.id) if isinstance(entry, School) else None
    return found.name if found else ""


def _all(sure: int, names: Iterable[str]) -> Iterator[Called]:
    return (Called(one, sure) for one in names)


__all__ = ["Names", "document_types", "of_page", "part_of"]
