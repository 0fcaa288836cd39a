"""Records → the files of an index.

Comes in: records, words for people, what the last build left. Goes out: `Index`. The same records
give the same bytes, whatever was left.
"""

from __future__ import annotations

import gzip
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from portal.views.outputs import Asset
from portal.views.search import cards, head, numbers
from portal.views.search.pack import ID, Group, Listed, bucket, buckets_for, chunk, listed, split
from portal.views.search.record import Record, Wording
from portal.views.search.terms import LOW, SHIFT, Terms, Vocabulary, terms

FOLDER = "assets/search"
HEAD = f"{FOLDER}/index.bin"
_SIZES = ((1000, 6_000), (5000, 10_000), (10**9, 16_000))
"""Raw bytes of a file by the number of pages: few pages want few bytes, many few files."""


@dataclass(frozen=True, slots=True)
class Index:
    """The files of one index, and what the next build may use again."""

    assets: tuple[Asset, ...]
    memory: bytes = b""


def index(records: Iterable[Record], wording: Wording | None = None, memory: bytes = b"") -> Index:
    """All files of the index."""
    wording = wording or Wording()
    ordered = sorted(records, key=lambda one: (one.order, one.url))
    vocabulary = Vocabulary()
    made = [terms(record, vocabulary) for record in ordered]
    return Index(tuple(_files(ordered, wording, made, _groups(made, vocabulary))))


def _groups(made: Sequence[Terms], vocabulary: Vocabulary) -> list[Group]:
    """The lists of all words and pairs."""
    single: dict[int, array[int]] = {}
    double: dict[int, array[int]] = {}
    for page, one in enumerate(made):
        base = page << 8
        for lists, keys, weights in (
            (single, one.words, one.word_weights),
            (double, one.pairs, one.pair_weights),
        ):
            for key, weight in zip(keys, weights, strict=True):
                if key in lists:
                    lists[key].append(base | weight)
                else:
                    lists[key] = array("I", (base | weight,))
    spellings: dict[int, list[tuple[str, Listed]]] = defaultdict(list)
    followers: dict[int, list[tuple[str, Listed]]] = defaultdict(list)
    for key, postings in single.items():
        spellings[vocabulary.fold_of[key]].append((vocabulary.exacts[key], listed(postings)))
    for key, postings in double.items():
        followers[key >> SHIFT].append((vocabulary.folded[key & LOW], listed(postings)))
    return sorted(
        (
            Group(vocabulary.folded[word], _sorted(lists), _sorted(followers[word]))
            for word, lists in spellings.items()
        ),
        key=lambda group: group.word,
    )


def _sorted(lists: list[tuple[str, Listed]]) -> tuple[tuple[str, Listed], ...]:
    return tuple(sorted(lists, key=lambda one: one[0]))


def _files(
    records: Sequence[Record], wording: Wording, made: Sequence[Terms], groups: Sequence[Group]
) -> Iterable[Asset]:
    target = next(size for limit, size in _SIZES if len(records) < limit)
    everything = sorted([*groups, *numbers.groups(records)], key=lambda group: group.word)
    big = {group.word: split(group, target) for group in everything if group.size > target * 3 // 4}
    small = [group for group in everything if group.word not in big]
    buckets = buckets_for([group.size for group in small], target)
    shared: list[list[Group]] = [[] for _ in range(buckets)]
    for group in small:
        shared[bucket(group.word, buckets)].append(group)
    contents = [
        *(chunk(one) for one in shared),
        *(chunk([piece]) for pieces in big.values() for piece in pieces),
    ]
    badges = {
        badge: place
        for place, badge in enumerate(dict.fromkeys(b for record in records for b in record.badges))
    }
    shown = cards.cards(records, badges)
    narrowed = cards.facets(records, wording)
    contents += [*shown, narrowed]
    told = {
        "release": blake2b(b"".join(one[:ID] for one in contents), digest_size=6).hexdigest(),
        "buckets": buckets,
        "big": {
            word: " ".join(piece.followers[0][0] for piece in pieces[1:])
            for word, pieces in big.items()
        },
        "cards": cards.per_file(len(records)),
        "badges": [list(badge) for badge in badges],
        "letters": " ".join(numbers.letters(records)),
        "types": numbers.types(records),
        "synonyms": head.synonyms(wording.synonyms),
    }
    lexicon = [
        (group.word, [(told, one.count) for told, one in group.spellings])
        for group in groups
        if not group.word.isdecimal()
    ]
    lengths = bytes(one.title_length for one in made)
    first = head.head(told, lexicon, records, lengths, (one[:ID] for one in contents), wording)
    yield Asset(HEAD, gzip.compress(first, 9, mtime=0))
    for content in dict.fromkeys(contents):
        yield Asset(f"{FOLDER}/{content[:ID].hex()}.bin", gzip.compress(content, 6, mtime=0))
