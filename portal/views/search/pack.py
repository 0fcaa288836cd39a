"""Posting lists as bytes: groups of words with their neighbours, cut into files of even size.

Comes in: for every word its lists. Goes out: the raw text of files, and where each list went.
Knows nothing of records. The browser reads it by `overrides/assets/js/search/chunk.js`.

A group holds one folded word: a list for each of its spellings with marks, then one for each word
that was seen to follow. Small groups share files by the checksum of their word; a big group has its
own. Both depend on nothing but what they hold, so that a change moves only the files it touches.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from operator import sub
from zlib import crc32

ID = 5
"""Bytes of a file's name: its content's checksum."""
_SHORT = 1 << 14


def varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the last byte has no eighth bit."""
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    made.append(number)
    return bytes(made)


_VARINTS = [varint(number) for number in range(_SHORT)]


@dataclass(frozen=True, slots=True)
class Listed:
    """One list, ready: how many pages, the steps from page to page, one byte of weight for each."""

    count: int
    steps: bytes
    weights: bytes

    @property
    def size(self) -> int:
        return len(self.steps) + self.count + 1


def listed(postings: array[int]) -> Listed:
    """Postings are `page << 8 | weight`, pages growing."""
    if len(postings) == 1:
        (one,) = postings
        return Listed(1, _step(one >> 8), bytes((one & 255,)))
    pages = [one >> 8 for one in postings]
    steps = [pages[0], *map(sub, islice(pages, 1, None), pages)]
    told = bytes(steps) if max(steps) < 128 else b"".join(map(_step, steps))
    return Listed(len(pages), told, bytes([one & 255 for one in postings]))


def _step(number: int) -> bytes:
    return _VARINTS[number] if number < _SHORT else varint(number)


@dataclass(frozen=True, slots=True)
class Group:
    """A word: the lists of its spellings, and of the words that follow it, both in order."""

    word: str
    spellings: tuple[tuple[str, Listed], ...]
    followers: tuple[tuple[str, Listed], ...]

    @property
    def size(self) -> int:
        lists = (*self.spellings, *self.followers)
        return len(self.word) + sum(len(name) + 1 + one.size for name, one in lists)


def chunk(groups: Iterable[Group]) -> bytes:
    """The raw content of a file: its own checksum, the names, then lists column by column."""
    names, lists = [], []
    for group in groups:
        spellings = " ".join(name for name, _ in group.spellings)
        followers = " ".join(name for name, _ in group.followers)
        names.append(f"{group.word}\t{spellings}\t{followers}")
        lists += [one for _, one in (*group.spellings, *group.followers)]
    head = "\n".join(names).encode()
    counts = b"".join(_step(one.count) for one in lists)
    steps = b"".join(one.steps for one in lists)
    weights = b"".join(one.weights for one in lists)
    lengths = b"".join(map(varint, (len(head), len(counts), len(steps))))
    return signed(b"".join((lengths, head, counts, steps, weights)))


def signed(content: bytes) -> bytes:
    """The content behind its checksum, by which a reader knows that it is what was asked for."""
    return blake2b(content, digest_size=ID).digest() + content


def split(group: Group, target: int) -> list[Group]:
    """A big group as several: the spellings in the first, every follower in one."""
    made: list[Group] = []
    spellings = group.spellings
    followers: list[tuple[str, Listed]] = []
    size = sum(one.size for _, one in spellings)
    for name, one in group.followers:
        if size > target:
            made.append(Group(group.word, spellings, tuple(followers)))
            spellings, followers, size = (), [], 0
        followers.append((name, one))
        size += len(name) + one.size
    return [*made, Group(group.word, spellings, tuple(followers))]


def bucket(word: str, buckets: int) -> int:
    """The file of a small group; `buckets` is a power of two."""
    return crc32(word.encode()) & (buckets - 1)


def buckets_for(sizes: Sequence[int], target: int) -> int:
    """So many files that each has about the aimed size."""
    wanted = sum(sizes) / target
    made = 1
    while made < wanted:
        made *= 2
    return made
