"""Lists of pages as bytes: groups of words with their neighbours, cut into files of even size.

Comes in: `Lists`. Goes out: the raw text of files, and where each list went.
Knows nothing of records. The browser reads it by `web/search/chunk.js`.

A group holds one folded word: a list for each of its spellings with marks, then one for each word
that was seen to follow. Small groups share files by the checksum of their word; a big group has its
own. Both depend on nothing but what they hold, so that a change moves only the files it touches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from portal.views.search.lists import Lists

ID = 5
"""Bytes of a file's name: its content's checksum."""


def varints(numbers: NDArray[Any]) -> tuple[bytes, NDArray[np.int64]]:
    """Seven bits a byte, the lowest first; the last byte has no eighth bit. And where each number
    begins, the end of the last one too."""
    sizes = np.ones(len(numbers), "u1")
    for bits in range(7, 63, 7):
        longer = numbers >= 1 << bits
        if not longer.any():
            break
        sizes += longer
    starts = np.concatenate((np.zeros(1, "i8"), np.cumsum(sizes, dtype="i8")))
    made = np.empty(int(starts[-1]), "u1")
    made[starts[:-1]] = (numbers & 127) | (sizes > 1) * np.uint8(128)
    for at in range(1, int(sizes.max(initial=0))):
        here = np.flatnonzero(sizes > at)
        more = (sizes[here] > at + 1) * np.uint8(128)
        made[starts[here] + at] = (numbers[here] >> 7 * at & 127) | more
    return made.tobytes(), starts


@dataclass(frozen=True, slots=True)
class Piece:
    """A word with some of its lists: all of them where the group is small."""

    word: str
    spellings: str
    followers: str
    """Names in order, apart by spaces."""
    start: int
    middle: int
    """The first list of a follower."""
    end: int


class Packed:
    """All lists as bytes: how many pages, the steps from page to page, one byte of weight each."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self._at = _ends(lists.counts)
        begun = self._at[:-1]
        steps = np.diff(lists.pages, prepend=lists.pages[:1])
        steps[begun] = lists.pages[begun]
        self._steps, places = varints(steps)
        self._steps_at = places[self._at]
        self._counts, self._counts_at = varints(lists.counts)
        self._weights = lists.weights.tobytes()
        self._names = [lists.names[at] for at in lists.second.tolist()]
        lengths = np.array([*map(len, lists.names)], "i8")
        self._grown = self._steps_at + self._at + _ends(lengths[lists.second])
        """About how many bytes all lists before one have, their names included."""

    def groups(self) -> Iterator[tuple[Piece, int]]:
        """Every word with all its lists, in the order of words, and about how many bytes it has."""
        first = self.lists.first.astype("i8")
        starts = np.flatnonzero(np.diff(first, prepend=-1))
        ends = np.append(starts[1:], len(first))[: len(starts)]
        middles = np.searchsorted(first * 2 + self.lists.follows, first[starts] * 2, "right")
        sizes = sum(at[ends] - at[starts] for at in (self._steps_at, self._at)) + ends - starts
        columns = (one.tolist() for one in (first[starts], starts, middles, ends, sizes))
        for word, start, middle, end, size in zip(*columns, strict=True):
            piece = Piece(
                self.lists.names[word],
                " ".join(self._names[start:middle]),
                " ".join(self._names[middle:end]),
                start,
                middle,
                end,
            )
            names = len(piece.word) + len(piece.spellings) + len(piece.followers)
            yield piece, names + 3 + size

    def split(self, whole: Piece, target: int) -> list[Piece]:
        """A big group as several: the spellings in the first, every follower in one."""
        grown = self._grown
        limit = grown[whole.middle] + target - self._spelled(whole)
        made: list[Piece] = []
        start, begun = whole.start, whole.middle
        while begun < whole.end:
            end = max(begun + bool(made), int(np.searchsorted(grown, limit, "right")))
            end = min(end, whole.end)
            spellings = "" if made else whole.spellings
            names = " ".join(self._names[begun:end])
            made.append(Piece(whole.word, spellings, names, start, begun, end))
            begun = start = end
            limit = grown[begun] + target
        return made or [whole]

    def _spelled(self, whole: Piece) -> int:
        """Bytes of the lists of the spellings."""
        return int(sum(at[whole.middle] - at[whole.start] for at in (self._steps_at, self._at)))

    def chunk(self, pieces: Sequence[Piece]) -> bytes:
        """The raw content of a file: its own checksum, the names, then lists column by column."""
        names = "\n".join(f"{one.word}\t{one.spellings}\t{one.followers}" for one in pieces)
        columns = [
            names.encode(),
            self._cut(self._counts, self._counts_at, pieces),
            self._cut(self._steps, self._steps_at, pieces),
            self._cut(self._weights, self._at, pieces),
        ]
        lengths, _ = varints(np.array([len(one) for one in columns[:3]]))
        return signed(b"".join((lengths, *columns)))

    @staticmethod
    def _cut(column: bytes, places: NDArray[np.int64], pieces: Sequence[Piece]) -> bytes:
        return b"".join([column[places[one.start] : places[one.end]] for one in pieces])


def _ends(sizes: NDArray[Any]) -> NDArray[np.int64]:
    return np.concatenate((np.zeros(1, "i8"), np.cumsum(sizes, dtype="i8")))


def signed(content: bytes) -> bytes:
    """The content behind its checksum, by which a reader knows that it is what was asked for."""
    return blake2b(content, digest_size=ID).digest() + content


def bucket(word: str, buckets: int) -> int:
    """The file of a small group; `buckets` is a power of two."""
    return crc32(word.encode()) & (buckets - 1)


def buckets_for(size: int, target: int) -> int:
    """So many files that each has about the aimed size."""
    made = 1
    while made < size / target:
        made *= 2
    return made
