"""Terms of all pages → the groups of the index; or a few changed pages → the groups they change.

Comes in: the terms of pages, in their order. Goes out: groups by word. Both ways give the same.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from portal.views.search.pack import Group, Listed, group, listed, postings
from portal.views.search.terms import LOW, SHIFT, Terms, Vocabulary

Change = tuple[int, Terms, Terms]
"""A page, what it said, what it says."""


class _Lists(dict[int, Callable[[int], None]]):
    """Key → what appends to its list: the inner loop of a build, eight million times for 10,000
    pages."""

    def __init__(self) -> None:
        super().__init__()
        self.lists: dict[int, array[int]] = {}

    def __missing__(self, key: int) -> Callable[[int], None]:
        made = self.lists[key] = array("I")
        append = self[key] = made.append
        return append


def groups(made: Sequence[Terms], vocabulary: Vocabulary) -> dict[str, Group]:
    """The lists of all words and pairs."""
    single, double = _Lists(), _Lists()
    for page, one in enumerate(made):
        here = (page << 8).__or__
        for lists, keys, weights in (
            (single, one.words, one.word_weights),
            (double, one.pairs, one.pair_weights),
        ):
            to = map(lists.__getitem__, keys)
            for append, posting in zip(to, map(here, weights), strict=True):
                append(posting)
    spellings: defaultdict[int, dict[str, Listed]] = defaultdict(dict)
    followers: defaultdict[int, dict[str, Listed]] = defaultdict(dict)
    for key, found in single.lists.items():
        spellings[vocabulary.fold_of[key]][vocabulary.exacts[key]] = listed(found)
    for key, found in double.lists.items():
        followers[key >> SHIFT][vocabulary.folded[key & LOW]] = listed(found)
    names = {vocabulary.folded[number]: number for number in spellings}
    return {
        word: group(word, spellings[names[word]], followers[names[word]]) for word in sorted(names)
    }


def changed(
    before: Mapping[str, Group], changes: Iterable[Change], vocabulary: Vocabulary
) -> dict[str, Group]:
    """The same groups after some pages changed; only what they touch is unpacked."""
    wanted: defaultdict[str, tuple[_Edits, _Edits]] = defaultdict(lambda: (_edits(), _edits()))
    for page, old, new in changes:
        for key, weight in _differences(old.words, old.word_weights, new.words, new.word_weights):
            word = vocabulary.folded[vocabulary.fold_of[key]]
            wanted[word][0][vocabulary.exacts[key]][page] = weight
        for key, weight in _differences(old.pairs, old.pair_weights, new.pairs, new.pair_weights):
            word, next_word = vocabulary.folded[key >> SHIFT], vocabulary.folded[key & LOW]
            wanted[word][1][next_word][page] = weight
    after = dict(before)
    for word, edits in wanted.items():
        lists = before[word].lists() if word in before else ({}, {})
        for named, asked in zip(lists, edits, strict=True):
            for name, weights in asked.items():
                if kept := _edited(named.pop(name, None), weights):
                    named[name] = listed(kept)
        after.pop(word, None)
        if lists[0]:
            after[word] = group(word, *lists)
    return {word: after[word] for word in sorted(after)}


_Edits = defaultdict[str, dict[int, int | None]]


def _edits() -> _Edits:
    return defaultdict(dict)


def _differences(
    old: Iterable[int], old_weights: bytes, new: Iterable[int], new_weights: bytes
) -> Iterable[tuple[int, int | None]]:
    was, now = dict(zip(old, old_weights, strict=True)), dict(zip(new, new_weights, strict=True))
    yield from (
        (key, now.get(key)) for key in was.keys() | now.keys() if was.get(key) != now.get(key)
    )


def _edited(before: Listed | None, weights: Mapping[int, int | None]) -> array[int]:
    """The postings with those of some pages replaced, added or (None) taken out."""
    found = postings(before) if before else array("I")
    for page, weight in weights.items():
        place = bisect_left(found, page << 8)
        if place < len(found) and found[place] >> 8 == page:
            del found[place]
        if weight is not None:
            found.insert(place, page << 8 | weight)
    return found
