"""One record → its terms: every word and every pair of neighbours, with one byte of weight each.

Comes in: a record, the vocabulary. Goes out: `Terms`. Depends on nothing but the record, so that
what was made for an unchanged record can be used again.

The byte of a word: 128 in the title, 16–112 how much it matters to the page (BM25 without the
rarity of the word). The byte of a pair: 128 in the title, 32–96 how much it matters, 0–31 where it
stands: pairs that follow one another in one sentence have numbers that follow one another.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from operator import add, or_
from zlib import crc32

from portal.text import fold, nfc
from portal.views.search.record import Record
from portal.views.search.words import STOP, exact, pieces
from portal.views.search.words import words as words_of

SHIFT = 21
LOW = (1 << SHIFT) - 1
TITLE = 128
USUAL_LENGTH = 600
"""Words of a usual page: a constant, so that one page's change moves no other's weights."""
TITLE_WEIGHT, LABEL_WEIGHT = 5, 2
"""What a word counts in the title and other names, and in headings and summary; 1 in the text."""
_DEFINED = re.compile(r"\(([A-ZĐ]{2,9})\)")


class Vocabulary:
    """Words as numbers, in the order in which they were met."""

    def __init__(self, exacts: list[str] | None = None) -> None:
        self.folded: list[str] = [STOP]
        self.exacts: list[str] = [STOP]
        self.fold_of: list[int] = [0]
        self.shifted: list[int] = [0]
        self._folds: dict[str, int] = {STOP: 0}
        self._exacts: dict[str, int] = {STOP: 0}
        self.of_chunk = _Chunks(self)
        for one in (exacts or [])[1:]:
            self._add(one)

    def number(self, word: str) -> int:
        """The number of a word with its marks; a new one where it was never met."""
        told = exact(word)
        found = self._exacts.get(told)
        return self._add(told) if found is None else found

    def _add(self, told: str) -> int:
        plain = fold(told.rstrip("0123456789")) if not told.isdecimal() else told
        base = self._folds.get(plain)
        if base is None:
            base = self._folds[plain] = len(self.folded)
            self.folded.append(plain)
        self._exacts[told] = number = len(self.exacts)
        self.exacts.append(told)
        self.fold_of.append(base)
        self.shifted.append(base << SHIFT)
        return number


class _Chunks(dict[str, tuple[int, ...]]):
    """What stands between two spaces → numbers of its words: each spelling is cut only once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        found = self[chunk] = tuple(map(self.vocabulary.number, pieces(chunk)))
        return found


@dataclass(frozen=True, slots=True)
class Terms:
    """What one record puts into the index; numbers are those of one vocabulary."""

    words: array[int]
    word_weights: bytes
    pairs: array[int]
    pair_weights: bytes
    title_length: int
    defined: tuple[tuple[str, str], ...] = ()
    """Abbreviations the text itself explains: («LLCT», «lý luận chính trị»)."""


def terms(record: Record, vocabulary: Vocabulary) -> Terms:
    """All terms of a record."""
    labels = "\n".join((record.summary, *(one.label for one in record.sections)))
    text = nfc("\n".join((record.text, *(one.text for one in record.sections))))
    title = _Count(vocabulary, nfc("\n".join((record.title, *record.keywords))))
    named = _Count(vocabulary, nfc(labels))
    said = _Count(vocabulary, text)
    length = said.length + named.length + title.length
    k = 1.2 * (0.4 + 0.6 * length / USUAL_LENGTH)
    words = _weighed(title.words, named.words, said.words)
    pairs = _weighed(title.pairs, named.pairs, said.pairs)
    places = said.places
    places.update(named.places)
    places.update(title.places)
    word_weights = bytearray(
        map([int(8 * x / (x + k)) << 4 for x in _upto(words)].__getitem__, words.values())
    )
    pair_weights = bytearray(
        map(
            or_,
            map([int(4 * x / (x + k)) << 5 for x in _upto(pairs)].__getitem__, pairs.values()),
            map((31).__and__, map(places.__getitem__, pairs)),
        )
    )
    for weights, counted in ((word_weights, title.words), (pair_weights, title.pairs)):
        for place in range(len(counted)):
            weights[place] |= TITLE
    return Terms(
        array("I", words),
        bytes(word_weights),
        array("Q", pairs),
        bytes(pair_weights),
        min(255, len(words_of(record.title))),
        tuple(_definitions(text)),
    )


class _Count:
    """How often words and pairs stand in one field, and where pairs stand."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        words: list[int] = []
        pairs: list[int] = []
        places: dict[int, int] = {}
        number = vocabulary.of_chunk.__getitem__
        first, second = vocabulary.shifted.__getitem__, vocabulary.fold_of.__getitem__
        for line in text.split("\n"):
            found = list(chain.from_iterable(map(number, line.split())))
            met = list(map(add, map(first, found), map(second, islice(found, 1, None))))
            base = crc32(line.encode()) & 31
            words += found
            pairs += met
            places.update(zip(met, range(base, base + len(met)), strict=False))
        self.length, self.places = len(words), places
        self.words, self.pairs = Counter(words), Counter(pairs)
        del self.words[0]
        for key in [key for key in self.pairs if key <= LOW or not key & LOW]:
            del self.pairs[key]  # its other half is the end of a sentence


def _weighed(title: Counter[int], named: Counter[int], said: Counter[int]) -> dict[int, int]:
    """The sum of all fields; what stands in the title comes first."""
    found = {key: TITLE_WEIGHT * times for key, times in title.items()}
    for key, times in named.items():
        found[key] = found.get(key, 0) + LABEL_WEIGHT * times
    if found:
        for key in found.keys() & said.keys():
            said[key] += found[key]
    found.update(said)
    return found


def _upto(counted: dict[int, int]) -> range:
    return range(max(counted.values(), default=0) + 1)


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    """«lý luận chính trị (LLCT)»: the abbreviation, and the words before it that begin so."""
    for found in _DEFINED.finditer(text):
        short = found[1]
        before = words_of(text[max(0, found.start() - 80) : found.start()])[-len(short) :]
        if [one[0] for one in before] == list(fold(short)) or [one[0] for one in before] == list(
            short.lower()
        ):
            yield short, " ".join(before)
