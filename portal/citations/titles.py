"""Titles as words: where a text goes on with one, and which is the longest that it says.

Comes in: titles by id, text in lower case without marks. Goes out: where the longest one ends, and
the documents that have it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[a-z0-9]+")
GAP = 4
"""So many signs may stand between two words of a name: `giai đoạn 2022 - 2026`, `Đề án “Xây`."""


class Titles:
    """The titles of documents of one type."""

    def __init__(self) -> None:
        self._by_first: defaultdict[str, list[tuple[Sequence[str], str]]] = defaultdict(list)

    def add(self, words: Sequence[str], id: str) -> None:
        if words and (words, id) not in self._by_first[words[0]]:
            self._by_first[words[0]].append((words, id))

    def longest(self, low: str, place: int) -> tuple[int, tuple[str, ...]] | None:
        """The longest title that begins here, and all documents that have it."""
        first = next_word(low, place)
        if first is None:
            return None
        best, ids = 0, list[str]()
        for words, id in self._by_first.get(first[0], ()):
            end = _reaches(low, place, words)
            if end > best:
                best, ids = end, [id]
            elif end and end == best and id not in ids:
                ids.append(id)
        return (best, tuple(ids)) if best else None


def words(text: str) -> list[str]:
    """The words of a text in lower case without marks."""
    return _WORD.findall(text)


def next_word(low: str, place: int) -> tuple[str, int] | None:
    found = _WORD.search(low, place, place + GAP + 40)
    if found is None or found.start() - place > GAP:
        return None
    return found[0], found.end()


def _reaches(low: str, place: int, words: Iterable[str]) -> int:
    """Where the words end that begin here, those that ran together («Cộnghoà») too."""
    rest = ""
    for word in words:
        if not rest:
            found = next_word(low, place)
            if found is None:
                return 0
            rest, place = found
        if not rest.startswith(word):
            return 0
        rest = rest[len(word) :]
    return 0 if rest else place
