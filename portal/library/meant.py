"""Which entry an editor meant who wrote its title, number or address where its id has to stand.

Comes in: the faults of fields, the entries. Goes out: the same faults; where exactly one entry of
the kinds that may stand there is called so, the remedy names it, and where several are, all of
them. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from portal.addresses import is_segment
from portal.citations import numbers
from portal.citations.reading import Reading
from portal.citations.register import Register
from portal.kinds import Entry
from portal.kinds.base import walk
from portal.kinds.document import Document
from portal.kinds.reference import Reference
from portal.kinds.school import School
from portal.problem import Problem, Sought
from portal.text import fold, slug

_NAMES = frozenset({"title", "abbreviations", "synonyms", "former_names", "keywords"})
_RANK = re.compile(r"(?:^|(?<=-))(?:tinh|thanh-pho|tp)-")
"""Written or left out before the name of a province: «Trường Chính trị (tỉnh) Sơn La»."""
MOST = 4
"""So many entries are named where several are called so."""


def with_ids(
    problems: Iterable[Problem], entries: Iterable[Entry], register: Callable[[], Register]
) -> list[Problem]:
    """Faults of references, with the entry that is called so."""
    found = list(problems)
    if not any(one.sought for one in found):
        return found
    names = Names(entries, register)
    return [names.told(one) for one in found]


class Names:
    """What all entries are called."""

    def __init__(self, entries: Iterable[Entry], register: Callable[[], Register]) -> None:
        self._entries = [one for one in entries if is_segment(one.id)]
        self._make_register = register

    @cached_property
    def _known(self) -> dict[str, set[tuple[str, str]]]:
        known: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for entry in self._entries:
            for name in _called(entry):
                known[name].add((entry.KIND, entry.id))
        return known

    @cached_property
    def _register(self) -> Register:
        return self._make_register()

    def told(self, problem: Problem) -> Problem:
        """The fault with the ids in its remedy, where there are any."""
        found = self.of(problem.sought) if problem.sought else []
        if not found or len(found) > MOST:
            return problem
        each = " hoặc ".join(f"{kind}/{id}" for kind, id in found)
        return replace(problem, remedy=f"viết {each}")

    def of(self, sought: Sought) -> list[tuple[str, str]]:
        """Kind and id of all that are called so: by the whole name, else by what it cites."""
        text = sought.text.strip()
        kind, slash, rest = text.partition("/")
        text = rest if slash and kind in sought.kinds else text
        for key in dict.fromkeys((_plain(text), _without_ranks(slug(text)))):
            if found := [one for one in self._known.get(key, ()) if one[0] in sought.kinds]:
                return sorted(found)
        return self._cited(text, sought.kinds)

    def _cited(self, text: str, kinds: Collection[str]) -> list[tuple[str, str]]:
        """«Quy định số 11-QĐ/TW ngày 19/5/2021», where that is all there is to read."""
        if Document.KIND not in kinds or "://" in text:
            return []
        meant = [one for one in Reading(self._register).read(text) if one.document]
        return sorted({(Document.KIND, one.document.id) for one in meant if one.document})


def _called(entry: Entry) -> Iterator[str]:
    for name in (entry.name, *_other_names(entry)):
        yield slug(name)
        yield _without_ranks(slug(name))
    if isinstance(entry, Document) and entry.number:
        yield slug(entry.number)
        yield slug(numbers.key(entry.number))
    if isinstance(entry, Reference) and entry.url:
        yield _plain(entry.url)


def _other_names(entry: Entry) -> Iterator[str]:
    yield from (str(told) for _, one, told in walk(entry) if one.name in _NAMES)
    if isinstance(entry, School):
        yield entry.province.label
        yield from (one.text for one in entry.names)


def _without_ranks(name: str) -> str:
    return _RANK.sub("", name)


def _plain(text: str) -> str:
    """Addresses of the web as they are but for what opens the same page, names without marks and
    capitals."""
    if "://" not in text:
        return slug(text)
    return fold(text.partition("://")[2].partition("#")[0]).removeprefix("www.").rstrip("/")
