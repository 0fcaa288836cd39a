"""Records → their terms: every word and every pair of neighbours, with one byte of weight each.

Comes in: records with their places in the order of pages. Goes out: `Terms`, columns of numbers.
What a page puts in depends on nothing but the page, so that it can be used again while the page
stays as it is.

The byte of a word: 128 in the title, 16–112 how much it matters to the page (BM25 without the
rarity of the word). The byte of a pair: 128 in the title, 32–96 how much it matters, 0–31 where it
stands: pairs that follow one another in one sentence have numbers that follow one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from portal.text import nfc
from portal.views.search.numbers import of_record
from portal.views.search.record import Record
from portal.views.search.words import Vocabulary

TITLE = 128
USUAL_LENGTH = 600
"""Words of a usual page: a constant, so that one page's change moves no other's weights."""
_SAID, _NAMED, _TITLED = 0, 1, 2
COUNTS = np.array([1, 2, 5])
"""What a word counts in the text, in headings and summary, in the title and other names."""
_TOGETHER = 1000
"""Pages that are counted in one go: more want more room, fewer more time."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Terms:
    """One row for every list that a page stands in. A list is told by two names of the vocabulary:
    a folded word, then a spelling of it or (`follows`) a word that comes after it."""

    first: Numbers
    follows: Numbers
    second: Numbers
    pages: Numbers
    weights: Numbers


_KINDS = ("u4", "u1", "u4", "u4", "u1")


def terms(records: Iterable[tuple[int, Record]], vocabulary: Vocabulary) -> Terms:
    """All terms of these pages."""
    left = iter(records)
    batches = iter(lambda: list(islice(left, _TOGETHER)), [])
    parts = list(chain.from_iterable(_counted(batch, vocabulary) for batch in batches))
    columns = zip(*parts, strict=True) if parts else ((np.zeros(0, kind),) for kind in _KINDS)
    return Terms(*map(np.concatenate, columns))


class _Lines:
    """The words of a batch in one long row, and what is known of every line of it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.words: list[int] = []
        self.about: list[tuple[int, int, int, int]] = []
        """Words, place in the batch, field, number of its first place."""

    def add(self, place: int, field: int, text: str) -> int:
        number, words, before = self.vocabulary.of_chunk.__getitem__, self.words, len(self.about)
        begun = len(words)
        for line in text.split("\n"):
            start = len(words)
            words += chain.from_iterable(map(number, line.split()))
            words.append(0)  # no pair reaches from one line to the next
            self.about.append((len(words) - start, place, field, crc32(line.encode()) & 31))
        return len(words) - begun - (len(self.about) - before)


def _counted(
    batch: list[tuple[int, Record]], vocabulary: Vocabulary
) -> Iterator[tuple[Numbers, ...]]:
    lines = _Lines(vocabulary)
    lengths = [
        sum(lines.add(at, *told) for told in _told(one)) for at, (_, one) in enumerate(batch)
    ]
    pages = np.array([page for page, _ in batch], "i8")
    damped = 1.2 * (0.4 + 0.6 * np.array(lengths) / USUAL_LENGTH)
    sizes, of_line, fields, bases = np.array(lines.about, "i8").T
    words = np.array(lines.words, "i8")
    starts = np.cumsum(sizes) - sizes
    at, field = np.repeat(of_line, sizes), np.repeat(fields, sizes)
    places = np.repeat(bases - starts, sizes) + np.arange(len(words), dtype="i8") & 31
    folded = np.array(vocabulary.folded, "i8")[words]

    here = np.flatnonzero(words)
    row = _Row(at[here], folded[here], words[here], field[here])
    worth = row.worth(damped, 8) << 4 | row.titled
    yield _small(row.first, row.first * 0, row.second, pages[row.at], worth)

    here = np.flatnonzero((folded[:-1] != 0) & (folded[1:] != 0))
    row = _Row(at[here], folded[here], folded[here + 1], field[here])
    worth = row.worth(damped, 4) << 5 | row.titled | places[here[row.last]]
    yield _small(row.first, row.first * 0 + 1, row.second, pages[row.at], worth)

    numbered = [
        (vocabulary.name(first), 1, vocabulary.name(second), page, byte)
        for page, one in batch
        for first, second, byte in of_record(one)
    ]
    yield _small(*np.array(numbered or np.zeros((0, 5)), "i8").T)


def _small(*columns: Numbers) -> tuple[Numbers, ...]:
    """Ten million rows are moved about: half the bytes, half the time."""
    return tuple(column.astype(kind) for column, kind in zip(columns, _KINDS, strict=True))


def _told(record: Record) -> Iterator[tuple[int, str]]:
    """The fields of a record, what counts most last."""
    yield _SAID, nfc("\n".join((record.text, *(one.text for one in record.sections))))
    yield _NAMED, nfc("\n".join((record.summary, record.inside, *_labels(record))))
    yield _TITLED, nfc("\n".join((record.title, *record.keywords)))


def _labels(record: Record) -> Iterator[str]:
    return (one.label for one in record.sections)


class _Row:
    """Terms as they stand in the text → every term once a page, with what it counts."""

    def __init__(self, at: Numbers, first: Numbers, second: Numbers, field: Numbers) -> None:
        wide = int(max(first.max(initial=0), second.max(initial=0))).bit_length()
        order = np.argsort((at << wide | first) << wide | second, kind="stable")
        at, first, second, field = at[order], first[order], second[order], field[order]
        new = np.ones(len(order), "?")
        new[1:] = (at[1:] != at[:-1]) | (first[1:] != first[:-1]) | (second[1:] != second[:-1])
        starts = np.flatnonzero(new)
        ends = np.append(starts[1:], len(order))[: len(starts)] - 1
        self.at, self.first, self.second = at[starts], first[starts], second[starts]
        self.counts = np.add.reduceat(COUNTS[field], starts) if len(starts) else COUNTS[:0]
        self.last = order[ends]
        """Where each was told last, in the field that counts most."""
        self.titled = np.where(field[ends] == _TITLED, TITLE, 0)

    def worth(self, damped: NDArray[np.float64], most: int) -> Numbers:
        """How much a page has of each, as one of so many steps."""
        return (most * self.counts / (self.counts + damped[self.at])).astype("i8")
