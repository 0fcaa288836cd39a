"""What one build leaves for the next: the terms of every page, the groups, the packed files.

Comes in: bytes that a former build gave, or anything else. Goes out: `Kept`, or nothing where they
are not surely ours: other code, another Python, a torn file.
"""

from __future__ import annotations

import marshal
import pkgutil
import sys
from array import array
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from typing import Any

from portal.views.search.pack import Group
from portal.views.search.record import Record
from portal.views.search.terms import Terms

_CODE = ("memory", "lists", "pack", "terms", "words", "record", "cards")


@dataclass
class Kept:
    """All that is kept, in the order of the pages."""

    exacts: list[str] = field(default_factory=list)
    pages: list[tuple[str, bytes]] = field(default_factory=list)
    """Address and digest of every record."""
    terms: list[Terms] = field(default_factory=list)
    groups: dict[str, Group] = field(default_factory=dict)
    files: dict[bytes, bytes] = field(default_factory=dict)
    """Packed files by what they were made of."""


def digest(record: Record) -> bytes:
    """Changes with anything that the record says."""
    told = [
        *(record.url, record.title, record.kind, record.text, record.summary, record.date),
        *(record.order, str(record.living), "\x1d", *record.numbers, "\x1d", *record.keywords),
    ]
    for section in record.sections:
        told += ("\x1d", section.id, section.label, section.text)
    told += ("\x1d", repr(record.badges), repr(sorted(record.facets.items())))
    return blake2b("\x1f".join(told).encode("utf-8", "surrogatepass"), digest_size=12).digest()


@cache
def _code() -> bytes:
    """A checksum of what decides what is kept: nothing survives a change of the code."""
    sources = (pkgutil.get_data(__package__, f"{name}.py") or b"" for name in _CODE)
    return blake2b(b"".join(sources) + sys.version.encode(), digest_size=16).digest()


def written(kept: Kept) -> bytes:
    told = marshal.dumps(
        (
            kept.exacts,
            kept.pages,
            [_terms(one) for one in kept.terms],
            [_group(one) for one in kept.groups.values()],
            list(kept.files.items()),
        ),
        2,
    )
    return _code() + blake2b(told, digest_size=16).digest() + told


def read(memory: bytes) -> Kept | None:
    """What was kept; nothing where it was not written by this code, whole."""
    told = memoryview(memory)[32:]
    if memory[:16] != _code() or blake2b(told, digest_size=16).digest() != memory[16:32]:
        return None
    exacts, pages, terms, groups, files = marshal.loads(told)
    return Kept(
        exacts,
        pages,
        [Terms(_array("I", a), b, _array("Q", c), *rest) for a, b, c, *rest in terms],
        {
            word: Group(word, own, next_words, _array("I", a), _array("I", b), *columns)
            for word, own, next_words, a, b, *columns in groups
        },
        dict(files),
    )


def _terms(one: Terms) -> tuple[Any, ...]:
    rest = one.title_length, one.defined
    return one.words.tobytes(), one.word_weights, one.pairs.tobytes(), one.pair_weights, *rest


def _group(one: Group) -> tuple[Any, ...]:
    columns = one.counts.tobytes(), one.lengths.tobytes(), one.steps, one.weights
    return one.word, one.spellings, one.followers, *columns


def _array(code: str, content: bytes) -> array[int]:
    made = array(code)
    made.frombytes(content)
    return made
