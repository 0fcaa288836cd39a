"""Lists, cards and the head as the files that are published.

Comes in: what was made of the records. Goes out: assets, named by their content but for the head.
What was packed before is not packed again.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

from portal.views.outputs import Asset
from portal.views.search import cards, head
from portal.views.search.alphabet import ALPHABET
from portal.views.search.lists import Lists
from portal.views.search.pack import ID, Packed, Piece, bucket, buckets_for
from portal.views.search.record import Badge, Shown, Wording

FOLDER = "assets/search"
HEAD = f"{FOLDER}/index.bin"
_MOST = 400
_NO_INDEX = 2**32 - 1
"""The least whole number that is a name like others."""
_SIZES = ((1000, 3_000), (10**9, 10_000))
"""Raw bytes of a file by the number of pages: few pages want few bytes, many few files."""


def files(
    pages: Sequence[Shown],
    wording: Wording,
    lists: Lists,
    before: Mapping[bytes, bytes],
    packed: dict[bytes, bytes],
) -> Iterator[Asset]:
    """The head, then all others; `packed` gets what the next build may use again."""
    target = next(size for limit, size in _SIZES if len(pages) < limit)
    lexicon = Packed(lists)
    groups = list(lexicon.groups())
    named = [(one.word, one) for one, _ in groups if not one.spellings]
    large = {one.word: lexicon.split(one, target) for one, size in groups if size > target * 0.75}
    big = {word: large[word] for word in sorted(large, key=_read_at)}
    small = [(one, size) for one, size in groups if one.word not in big]
    buckets = buckets_for(sum(size for _, size in small), target)
    shared: list[list[Piece]] = [[] for _ in range(buckets)]
    for one, _ in small:
        shared[bucket(one.word, buckets)].append(one)
    badges = _badges(pages)
    contents = [lexicon.chunk(together) for together in shared]
    contents += [lexicon.chunk([piece]) for pieces in big.values() for piece in pieces]
    step, shown = cards.cards(pages, badges)
    days = cards.days(pages)
    contents += [*shown, cards.facets(pages, wording)]
    told = {
        "release": blake2b(b"".join(one[:ID] for one in contents), digest_size=6).hexdigest(),
        "buckets": buckets,
        "big": {
            word: " ".join(piece.followers.partition(" ")[0] for piece in pieces[1:])
            for word, pieces in big.items()
        },
        "cards": step,
        "alphabet": ALPHABET,
        "days": days[:ID].hex(),
        "badges": [list(badge) for badge in badges],
        "letters": " ".join(sorted({part for one in pages for part in one.letters})),
        "types": head.types(pages, wording),
        "serials": " ".join(sorted(one[1:] for one, _ in named if one[0] == "#")),
        "around": head.phrases(wording.around),
        "subject": head.phrases(wording.subject),
        "asked": {kind: head.phrases(some) for kind, some in wording.asked.items()},
        "explaining": list(wording.explaining),
        "resting": list(wording.resting),
        "works": list(wording.works),
        "worth": dict(wording.worth),
        "synonyms": head.synonyms([*wording.synonyms, *_explained(pages)]),
    }
    counts = lists.counts.tolist()
    spelled = [
        (one.word, list(zip(one.spellings.split(), counts[one.start : one.middle], strict=True)))
        for one, _ in groups
        if one.spellings and not one.word.isdecimal()
    ]
    first = head.head(told, spelled, pages, (one[:ID] for one in contents), wording)
    yield Asset(HEAD, gzip.compress(first, 9, mtime=0))
    for content in dict.fromkeys([*contents, days]):
        own = content[:ID]
        packed[own] = before.get(own) or gzip.compress(content, 9, mtime=0)
        yield Asset(f"{FOLDER}/{own.hex()}.bin", packed[own])
    for name, passages in dict.fromkeys(one.passages for one in pages if one.passages[0]):
        yield Asset(f"{FOLDER}/{name}.bin", passages)


def _read_at(word: str) -> int:
    """Where a browser reads a name of an object: whole numbers come first, the smallest first,
    then all others as they were written. The files of big groups stand in that order."""
    whole = word.isascii() and word.isdecimal() and word == str(int(word))
    return min(int(word), _NO_INDEX) if whole else _NO_INDEX


def _explained(pages: Sequence[Shown]) -> list[tuple[str, str]]:
    """Abbreviations as the texts themselves explain them, the most frequent explanations."""
    found = Counter(pair for one in pages for pair in one.defined)
    return [pair for pair, _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))[:_MOST]]


def _badges(pages: Sequence[Shown]) -> dict[Badge, int]:
    found = dict.fromkeys(badge for one in pages for badge in one.badges)
    return {badge: place for place, badge in enumerate(found)}
