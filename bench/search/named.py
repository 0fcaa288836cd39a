"""Every thing the library has a name, a number or a day for, asked for in every form people use.

In: a judged library and its plans. Out: queries with the pages that are right: all schools, all
numbered documents, all days of documents, all terms, all units, all pages without an entry. Nothing
is drawn by lot, so a share below 1 is a list of what fails.

How ties are judged: every entry that has the very name is right (a term and a unit of one name);
of a place that is part of another by now the school that was there and the one that is there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench.search import keys
from bench.search.query import Query
from bench.search.truth import flat
from portal.citations.numbers import pieces
from portal.dates import PartialDate
from portal.kinds import BY_NAME
from portal.kinds.document import Document
from portal.kinds.school import School
from portal.kinds.term import Term
from portal.kinds.unit import Unit
from portal.library import Library
from portal.text import fold
from portal.views.names import place_of
from portal.views.outputs import Plan

_ASIDE = re.compile(r"\s*\([^()]*\)")
_WIDE = str.maketrans({chr(n): chr(n + 0xFEE0) for n in range(0x21, 0x7F)})


@dataclass(frozen=True)
class Sort:
    """One sort of things asked for by name; `aim` of success@1."""

    id: str
    label: str
    aim: float = 0.98
    at: int = 1


SORTS = (
    Sort("named-school", "trường × 6 cách"),
    Sort("named-number", "văn bản × 17 cách"),
    Sort("named-day", "ngày × 6 cách"),
    Sort("named-term", "thuật ngữ × 3"),
    Sort("named-unit", "đơn vị × 3"),
    Sort("named-page", "trang của cổng × 2"),
)


def ask(library: Library, plans: Sequence[Plan], seed: int) -> list[Query]:
    """Everything, in the order of the library."""
    random = Random(f"{seed} named")
    return [
        *_schools(library, random),
        *_documents(library, random),
        *_days(library),
        *_terms(library),
        *_units(library),
        *_pages(plans),
    ]


def _schools(library: Library, random: Random) -> Iterator[Query]:
    right: defaultdict[str, set[str]] = defaultdict(set)
    for school in library.of(School):
        place = _ASIDE.sub("", school.province.label)
        right[place].add(place_of(library, school.link))
        if whole := library.successors.get(school.id):
            right[place].add(place_of(library, whole.link))
    for place, urls in right.items():
        for text in (
            place,
            keys.plain(place).lower(),
            f"trường {place}",
            f"truong chinh tri {keys.plain(place).lower()}",
            f"tct {keys.plain(place).lower()}",
            keys.telex(f"trường chính trị {place.lower()}", random),
        ):
            yield Query("named-school", text, frozenset(urls))


def _documents(library: Library, random: Random) -> Iterator[Query]:
    documents = [one for one in library.of(Document) if one.number and pieces(one.number).serial]
    for document in documents:
        yield from _forms_of(library, documents, document, random)


def _forms_of(
    library: Library, documents: Sequence[Document], document: Document, random: Random
) -> Iterator[Query]:
    number, told = document.number or "", pieces(document.number or "")
    same = _same(library, documents, lambda one: one.number == number)
    for text in _whole(number):
        yield Query("named-number", text, same)
    if document.issued and len(document.issued.iso) == 10:
        text = f"{number} {_slashed(document.issued)}"
        yield Query("named-number", text, same)
    like = _same(
        library,
        documents,
        lambda one: one.type == document.type and pieces(one.number or "").serial == told.serial,
    )
    for text in _typed(document.type.label, told.serial, random):
        yield Query("named-number", text, like)
    sign = fold(next((one for one in told.signs if one.isalpha()), ""))
    signed = _same(
        library,
        documents,
        lambda one: (
            pieces(one.number or "").serial == told.serial
            and sign in map(fold, pieces(one.number or "").signs)
        ),
    )
    for text in (f"{sign} {told.serial}", f"{sign}{told.serial}", f"{told.serial} {sign}"):
        yield Query("named-number", text, signed)


def _whole(number: str) -> tuple[str, ...]:
    spaced = re.sub(r"[-/]", " ", number)
    return (
        number,
        number.lower(),
        keys.plain(number).lower(),
        spaced,
        keys.plain(re.sub(r"[-/]", "", number)).lower(),
        f"số {number}",
        number.replace("-", " -").replace("/", " /"),
        number.translate(_WIDE),
    )


def _typed(type: str, serial: str, random: Random) -> tuple[str, ...]:
    low = type.lower()
    long = any(len(word) > 2 for word in low.split())  # else nothing can slip
    return (
        f"{type} {serial}",
        f"{type} số {serial}",
        f"{keys.plain(low)} {serial}",
        f"{keys.mistyped(low, random) if long else low.replace(' ', '')} {serial}",
        f"{serial} {low}",
    )


def _same(
    library: Library, documents: Sequence[Document], holds: Callable[[Document], bool]
) -> frozenset[str]:
    return frozenset(place_of(library, one.link) for one in documents if holds(one))


def _slashed(on: PartialDate) -> str:
    year, month, day = on.iso.split("-")
    return f"{int(day)}/{int(month)}/{year}"


def _days(library: Library) -> Iterator[Query]:
    right: defaultdict[str, set[str]] = defaultdict(set)
    for document in library.of(Document):
        if document.issued and len(document.issued.iso) == 10:
            right[document.issued.iso].add(place_of(library, document.link))
            right[document.issued.iso[:7]].add(place_of(library, document.link))
    for on, urls in right.items():
        year, month, *rest = on.split("-")
        m, d = int(month), int(rest[0]) if rest else 0
        ways = (
            f"{d}/{m}/{year}",
            f"{d:02}/{m:02}/{year}",
            f"{d}-{m}-{year}",
            f"ngày {d} tháng {m} năm {year}",
            f"{d} thang {m} nam {year}",
        )
        for text in ways if d else (f"tháng {m} năm {year}",):
            yield Query("named-day", text, frozenset(urls))


def _terms(library: Library) -> Iterator[Query]:
    named = _names(library)
    for term in library.of(Term):
        own = place_of(library, term.link)
        yield Query("named-term", term.title, frozenset({own, *named[flat(term.title)]}))
        for text in (f"{term.title} là gì", f"the nao la {keys.plain(term.title).lower()}"):
            yield Query("named-term", text, frozenset({own}))


def _units(library: Library) -> Iterator[Query]:
    named = _names(library)
    for unit in library.of(Unit):
        title = _ASIDE.sub("", unit.title)
        texts = (title, keys.plain(title).lower(), *unit.abbreviations)
        for text in texts:
            own = {place_of(library, unit.link), *named[flat(text)]}
            yield Query("named-unit", text, frozenset(own))


def _names(library: Library) -> defaultdict[str, set[str]]:
    """Who has a name: units and terms."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for unit in library.of(Unit):
        for name in (_ASIDE.sub("", unit.title), *unit.abbreviations, *unit.former_names):
            found[flat(name)].add(place_of(library, unit.link))
    for term in library.of(Term):
        for name in term.names:
            found[flat(name)].add(place_of(library, term.link))
    return found


def _pages(plans: Sequence[Plan]) -> Iterator[Query]:
    """Pages without an entry by their titles, and by what else they are called."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for page in plans:
        if page.url and page.entry is None and (page.menu or page.names):
            for text in (page.title, keys.plain(page.title).lower(), *page.names):
                called[text].add(page.url)
        elif kind := BY_NAME.get(page.url.strip("/")):
            for text in (kind.label, f"các {kind.one}", f"danh sách {kind.one}"):
                called[text].add(page.url)
    for text, urls in called.items():
        yield Query("named-page", text, frozenset(urls))


__all__ = ["SORTS", "Sort", "ask"]
