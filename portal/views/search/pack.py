"""Posting lists as bytes: groups of words with their neighbours, cut into files of even size.

Comes in: for every word its lists. Goes out: the raw text of files, and where each list went.
Knows nothing of records. The browser reads it by `overrides/assets/js/search/chunk.js`.

A group holds one folded word: a list for each of its spellings with marks, then one for each word
that was seen to follow. Small groups share files by the checksum of their word; a big group has its
own. Both depend on nothing but what they hold, so that a change moves only the files it touches.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from operator import sub
from typing import NamedTuple
from zlib import crc32

ID = 5
"""Bytes of a file's name: its content's checksum."""
_SHORT = 1 << 14
_FEW = 24


def varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the last byte has no eighth bit."""
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    made.append(number)
    return bytes(made)


_VARINTS = [varint(number) for number in range(_SHORT)]


class Listed(NamedTuple):
    """One list, ready: how many pages, the steps from page to page, one byte of weight for each."""

    pages: int
    steps: bytes
    weights: bytes


def listed(postings: array[int]) -> Listed:
    """Postings are `page << 8 | weight`, pages growing."""
    count = len(postings)
    if count == 1:
        (one,) = postings
        return Listed(1, _step(one >> 8), bytes((one & 255,)))
    if count < _FEW:
        pages = [one >> 8 for one in postings]
        steps = [pages[0], *map(sub, islice(pages, 1, None), pages)]
        return Listed(count, b"".join(map(_step, steps)), bytes([one & 255 for one in postings]))
    raw = postings.tobytes()
    told = _steps(raw, count)
    small = told.tobytes()[:: told.itemsize] if max(told) < 128 else b"".join(map(_step, told))
    return Listed(count, small, raw[:: postings.itemsize])


def _steps(raw: bytes, count: int) -> array[int]:
    """All steps at once, the list taken for one long number of 32-bit digits: as pages grow, no
    digit borrows from the next. Half the time of a loop."""
    pages = int.from_bytes(raw, "little") >> 8 & int.from_bytes(b"\xff\xff\xff\0" * count, "little")
    steps = pages - (pages << 32 & (1 << 32 * count) - 1)
    made = array("I")
    made.frombytes(steps.to_bytes(4 * count, "little"))
    if sys.byteorder == "big":
        made.byteswap()
    return made


def _step(number: int) -> bytes:
    return _VARINTS[number] if number < _SHORT else varint(number)


def postings(one: Listed) -> array[int]:
    """What `listed` was given."""
    found, page, shift, step = array("I"), 0, 0, 0
    weights = iter(one.weights)
    for byte in one.steps:
        step |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            page += step
            found.append(page << 8 | next(weights))
            shift = step = 0
    return found


@dataclass(frozen=True, slots=True)
class Group:
    """A word with the lists of its spellings, then of the words that follow it, column by column;
    names are in order and stand apart by spaces."""

    word: str
    spellings: str
    followers: str
    counts: array[int]
    lengths: array[int]
    """Bytes of each list's steps."""
    steps: bytes
    weights: bytes

    @property
    def size(self) -> int:
        names = len(self.word) + len(self.spellings) + len(self.followers) + 3
        return names + len(self.counts) + len(self.steps) + len(self.weights)

    def part(self, start: int, end: int, spellings: str, followers: str) -> Group:
        """The lists from one place to another."""
        skip, take = sum(self.lengths[:start]), sum(self.lengths[start:end])
        hop, have = sum(self.counts[:start]), sum(self.counts[start:end])
        return Group(
            self.word,
            spellings,
            followers,
            self.counts[start:end],
            self.lengths[start:end],
            self.steps[skip : skip + take],
            self.weights[hop : hop + have],
        )

    def lists(self) -> tuple[dict[str, Listed], dict[str, Listed]]:
        """Spellings and followers with their lists."""
        spellings, followers = self.spellings.split(), self.followers.split()
        made, at, hop = [], 0, 0
        for count, length in zip(self.counts, self.lengths, strict=True):
            lists = self.steps[at : at + length], self.weights[hop : hop + count]
            made.append(Listed(count, *lists))
            at, hop = at + length, hop + count
        first = len(spellings)
        return (
            dict(zip(spellings, made[:first], strict=True)),
            dict(zip(followers, made[first:], strict=True)),
        )


def group(word: str, spellings: dict[str, Listed], followers: dict[str, Listed]) -> Group:
    """A group of lists by name."""
    first, then = sorted(spellings), sorted(followers)
    lists = [*map(spellings.__getitem__, first), *map(followers.__getitem__, then)]
    return Group(
        word,
        " ".join(first),
        " ".join(then),
        array("I", [one.pages for one in lists]),
        array("I", [len(one.steps) for one in lists]),
        b"".join([one.steps for one in lists]),
        b"".join([one.weights for one in lists]),
    )


def chunk(groups: Sequence[Group]) -> bytes:
    """The raw content of a file: its own checksum, the names, then lists column by column."""
    names = "\n".join(f"{one.word}\t{one.spellings}\t{one.followers}" for one in groups).encode()
    counts = b"".join(b"".join(map(_step, one.counts)) for one in groups)
    steps = b"".join(one.steps for one in groups)
    weights = b"".join(one.weights for one in groups)
    lengths = b"".join(map(varint, (len(names), len(counts), len(steps))))
    return signed(b"".join((lengths, names, counts, steps, weights)))


def signed(content: bytes) -> bytes:
    """The content behind its checksum, by which a reader knows that it is what was asked for."""
    return blake2b(content, digest_size=ID).digest() + content


def split(whole: Group, target: int) -> list[Group]:
    """A big group as several: the spellings in the first, every follower in one."""
    names = whole.followers.split()
    first = len(whole.counts) - len(names)
    size, start, begun = sum(whole.lengths[:first]) + sum(whole.counts[:first]), 0, 0
    made: list[Group] = []
    for place, name in enumerate(names, first):
        if size > target:
            spellings = "" if made else whole.spellings
            told = " ".join(names[begun : place - first])
            made.append(whole.part(start, place, spellings, told))
            start, begun, size = place, place - first, 0
        size += len(name) + whole.lengths[place] + whole.counts[place]
    spellings = "" if made else whole.spellings
    return [*made, whole.part(start, len(whole.counts), spellings, " ".join(names[begun:]))]


def bucket(word: str, buckets: int) -> int:
    """The file of a small group; `buckets` is a power of two."""
    return crc32(word.encode()) & (buckets - 1)


def buckets_for(size: int, target: int) -> int:
    """So many files that each has about the aimed size."""
    made = 1
    while made < size / target:
        made *= 2
    return made
