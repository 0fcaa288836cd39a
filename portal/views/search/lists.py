"""Terms of pages → lists of pages, all in order; new terms go into what the last build had.

Comes in: the lists of the last build, or none, and the terms of pages that it had not. Goes out:
`Lists`. Where nothing is left every page is new: there is no second way that could give other
bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from portal.views.search.terms import Numbers, Terms

_BITS = 63


@dataclass(frozen=True, slots=True)
class Lists:
    """Every list by two names, in their order: a folded word, then first its spellings and after
    them (`follows`) the words that come next."""

    names: list[str]
    first: Numbers
    follows: Numbers
    second: Numbers
    counts: Numbers
    """How many pages stand in each."""
    pages: Numbers
    """Of all lists, one after the other."""
    weights: Numbers


NOTHING = Lists([], *(np.zeros(0, kind) for kind in ("u4", "u1", "u4", "u4", "u4", "u1")))


def merged(before: Lists, moved: NDArray[np.int64], names: list[str], fresh: Terms) -> Lists:
    """All lists anew. `moved` tells for every page of the last build its place now, or -1 where
    it is gone or changed; `names` are those of the fresh terms."""
    everything = sorted({*before.names, *names})
    place = {name: at for at, name in enumerate(everything)}
    wide = len(everything).bit_length()
    old = _coded(before, _places(before.names, place), wide)
    new, postings = _in_order(
        _coded(fresh, _places(names, place), wide), fresh.pages.astype("i8") << 8 | fresh.weights
    )
    counts, pages, weights = _kept(before, moved)
    at = _place_of(old, counts, pages, new, postings >> 8)
    lists, counts = _counted(old, counts, new)
    first, second = lists >> wide + 1, lists & (1 << wide) - 1
    used = np.zeros(len(everything), "?")
    used[first] = used[second] = True
    again = np.cumsum(used, dtype="u4") - np.uint32(1)
    return Lists(
        [name for name, here in zip(everything, used.tolist(), strict=True) if here],
        again[first],
        (lists >> wide & 1).astype("u1"),
        again[second],
        counts,
        np.insert(pages, at, (postings >> 8).astype("u4")),
        np.insert(weights, at, postings.astype("u1")),
    )


def _places(names: list[str], place: dict[str, int]) -> Numbers:
    return np.array([place[one] for one in names], "i8")


def _coded(told: Terms | Lists, places: Numbers, wide: int) -> Numbers:
    """The two names of a list as one number that grows as they do."""
    first, second = places[told.first], places[told.second]
    return (first << 1 | told.follows) << wide | second


def _in_order(lists: Numbers, postings: Numbers) -> tuple[Numbers, Numbers]:
    """By list, then by page. Both in one number where there is room: that is sorted four times as
    fast."""
    wide = int(postings.max(initial=0)).bit_length()
    if int(lists.max(initial=0)).bit_length() + wide > _BITS:
        order = np.lexsort((postings, lists))
        return lists[order], postings[order]
    both = np.sort(lists << wide | postings)
    return both >> wide, both & (1 << wide) - 1


def _kept(before: Lists, moved: NDArray[np.int64]) -> tuple[Numbers, Numbers, Numbers]:
    """What the last build had of pages that are as they were, at their places now."""
    counts, pages, weights = before.counts, before.pages, before.weights
    gone = np.flatnonzero((moved < 0)[pages])
    if len(gone):
        of_list = np.searchsorted(np.cumsum(counts, dtype="i8"), gone, "right")
        counts = counts - np.bincount(of_list, minlength=len(counts)).astype("u4")
        pages, weights = np.delete(pages, gone), np.delete(weights, gone)
    here = moved >= 0
    if (moved[here] != np.flatnonzero(here)).any():
        pages = moved.astype("u4")[pages]
    return counts, pages, weights


def _place_of(
    old: Numbers, counts: Numbers, pages: Numbers, new: Numbers, page: Numbers
) -> Numbers:
    """Where each new posting goes among the old: in its list, before the first later page."""
    ends = np.cumsum(counts, dtype="i8")
    at = np.searchsorted(old, new)
    low = np.concatenate((np.zeros(1, "i8"), ends))[at]
    known = np.append(old, -1)[at] == new
    high = np.where(known, np.append(ends, 0)[at], low)
    while (open := low < high).any():
        middle = (low + high) // 2
        later = np.zeros(len(new), "?")
        later[open] = pages[middle[open]] > page[open]
        low = np.where(open & ~later, middle + 1, low)
        high = np.where(open & later, middle, high)
    return low


def _counted(old: Numbers, counts: Numbers, new: Numbers) -> tuple[Numbers, Numbers]:
    """Every list that some page stands in, and how many do."""
    starts = np.flatnonzero(np.diff(new, prepend=-1))
    met, more = new[starts], np.diff(starts, append=len(new)).astype("u4")
    at = np.searchsorted(old, met)
    known = np.append(old, -1)[at] == met
    counts = counts.copy()
    counts[at[known]] += more[known]
    lists = np.insert(old, at[~known], met[~known])
    counts = np.insert(counts, at[~known], more[~known])
    return lists[counts > 0], counts[counts > 0]
