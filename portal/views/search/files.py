"""Groups, cards and the head as the files that are published.

Comes in: what was made of the records. Goes out: assets, named by their content but for the head.
What was packed before is not packed again.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

from portal.views.outputs import Asset
from portal.views.search import cards, head, numbers
from portal.views.search.pack import ID, Group, bucket, buckets_for, chunk, split
from portal.views.search.record import Record, Wording
from portal.views.search.terms import Terms

FOLDER = "assets/search"
HEAD = f"{FOLDER}/index.bin"
_MOST = 400
_SIZES = ((1000, 6_000), (5000, 10_000), (10**9, 16_000))
"""Raw bytes of a file by the number of pages: few pages want few bytes, many few files."""


def files(
    records: Sequence[Record],
    pages: Sequence[tuple[str, bytes]],
    wording: Wording,
    made: Sequence[Terms],
    groups: Mapping[str, Group],
    before: Mapping[bytes, bytes],
    packed: dict[bytes, bytes],
) -> Iterator[Asset]:
    """The head, then all others; `packed` gets what the next build may use again."""
    target = next(size for limit, size in _SIZES if len(records) < limit)
    numbered = {one.word: one for one in numbers.groups(records)}
    everything = {**groups, **numbered}
    big = {word: split(one, target) for word, one in everything.items() if one.size > target * 0.75}
    small = [one for word, one in everything.items() if word not in big]
    buckets = buckets_for(sum(one.size for one in small), target)
    shared: list[list[Group]] = [[] for _ in range(buckets)]
    for one in small:
        shared[bucket(one.word, buckets)].append(one)
    badges = _badges(records)
    contents = [chunk(together) for together in shared]
    contents += [chunk([piece]) for pieces in big.values() for piece in pieces]
    contents += [*cards.cards(records, badges), cards.facets(records, wording)]
    told = {
        "release": blake2b(b"".join(one[:ID] for one in contents), digest_size=6).hexdigest(),
        "buckets": buckets,
        "big": {
            word: " ".join(piece.followers.partition(" ")[0] for piece in pieces[1:])
            for word, pieces in big.items()
        },
        "cards": cards.per_file(len(records)),
        "badges": [list(badge) for badge in badges],
        "letters": " ".join(numbers.letters(records)),
        "types": numbers.types(records),
        "synonyms": head.synonyms([*wording.synonyms, *_explained(made)]),
    }
    lexicon = [
        (word, list(zip(one.spellings.split(), one.counts, strict=False)))
        for word, one in groups.items()
        if not word.isdecimal()
    ]
    lengths = bytes(one.title_length for one in made)
    first = head.head(told, lexicon, records, lengths, (one[:ID] for one in contents), wording)
    yield Asset(HEAD, gzip.compress(first, 9, mtime=0))
    for content in dict.fromkeys(contents):
        own = content[:ID]
        packed[own] = before.get(own) or gzip.compress(content, 6, mtime=0)
        yield Asset(f"{FOLDER}/{own.hex()}.bin", packed[own])


def _explained(made: Sequence[Terms]) -> list[tuple[str, str]]:
    """Abbreviations as the texts themselves explain them, the most frequent explanations."""
    found = Counter(pair for one in made for pair in one.defined)
    return [pair for pair, _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))[:_MOST]]


def _badges(records: Sequence[Record]) -> dict[tuple[str, str], int]:
    found = dict.fromkeys(badge for record in records for badge in record.badges)
    return {badge: place for place, badge in enumerate(found)}
