"""Which entry an editor meant who wrote its title, number or address where its id has to stand.

Comes in: the faults of fields, the entries. Goes out: the same faults; where exactly one entry is
called so, the remedy names it. Nothing is guessed: what two entries are called stays as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from portal.addresses import is_segment
from portal.citations import numbers
from portal.forms import NO_REFERENCE
from portal.kinds import Entry
from portal.kinds.base import walk
from portal.kinds.document import Document
from portal.problem import Problem
from portal.text import slug

_NAMES = frozenset({"title", "abbreviations", "synonyms", "former_names", "keywords"})
_ADDRESSES = frozenset({"url"})
_LONGEST = 60
"""So much of a value a fault tells: `text.quote`."""


def with_ids(problems: Iterable[Problem], entries: Iterable[Entry]) -> list[Problem]:
    """Faults of references, with the entry that is called so."""
    found = list(problems)
    if not any(one.text.endswith(NO_REFERENCE) for one in found):
        return found
    names = _Names(entries)
    return [names.told(one) if one.text.endswith(NO_REFERENCE) else one for one in found]


class _Names:
    def __init__(self, entries: Iterable[Entry]) -> None:
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        for entry in (one for one in entries if is_segment(one.id)):
            for name in _called(entry):
                self._known[name].add(f"{entry.KIND}/{entry.id}")

    def told(self, problem: Problem) -> Problem:
        wrong = problem.text[1 : problem.text.rindex("»")]
        found = self._meant(wrong)
        return replace(problem, remedy=f"viết {found}") if found else problem

    def _meant(self, wrong: str) -> str:
        several: set[str]
        if wrong.endswith("…") and len(wrong) > _LONGEST:
            start = slug(wrong[:-1].rpartition(" ")[0])
            several = {
                id for name, ids in self._known.items() if name.startswith(start) for id in ids
            }
        else:
            several = self._known.get(_plain(wrong)) or self._numbered(wrong)
        return next(iter(several)) if len(several) == 1 else ""

    def _numbered(self, wrong: str) -> set[str]:
        """«Quy định số 11-QĐ/TW»: the number, with words before it."""
        for at, word in enumerate(words := wrong.split()):
            if word[0].isdigit() and (read := numbers.read(" ".join(words[at:]))):
                return self._known.get(f"#{read.key}", set())
        return set()


def _called(entry: Entry) -> Iterator[str]:
    yield _plain(entry.name)
    for _, one, value in walk(entry):
        if isinstance(value, str) and one.name in _NAMES | _ADDRESSES:
            yield _plain(value)
    if isinstance(entry, Document) and entry.number:
        yield f"#{numbers.key(entry.number)}"


def _plain(text: str) -> str:
    """Addresses of the web as they are, names without marks and capitals."""
    return text.strip().rstrip("/") if "://" in text else slug(text)
