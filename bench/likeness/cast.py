"""Who lends its shape to whom: real entries, and the made-up ones after each.

In: the real library, a number of entries, a seed. Out: the twins of every real entry. A link of a
twin leads to the twin of what the real link leads to, so numbers of links, their kinds and the
order of days are those of the real content, whatever the size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bench.shapes import id_of
from portal.kinds import Entry
from portal.kinds.base import Link
from portal.kinds.lists import Exemption, values
from portal.kinds.page import Page
from portal.kinds.reference import Reference
from portal.library import Library

FEW = 10
"""A kind of fewer entries is taken as a whole, as often as fits: half of two is no middle."""


@dataclass(frozen=True)
class Twin:
    """A made-up entry, after a real one."""

    donor: Entry
    copy: int
    """Which of the donor's twins: those of one copy belong together."""
    place: int
    """Among all made-up entries of its kind."""

    @property
    def id(self) -> str:
        return id_of(self.donor.KIND, self.place)


class Cast:
    """All twins, by kind."""

    def __init__(self, library: Library, n: int, seed: int) -> None:
        donors = _donors(library)
        total = sum(map(len, donors.values()))
        if n < total:  # too few for anything to rest on such sources alone
            donors = {kind: [x for x in ones if not is_last(x)] for kind, ones in donors.items()}
        self.kinds: dict[str, list[Twin]] = {}
        self.twins: dict[tuple[str, str], list[Twin]] = {}
        largest = max(donors, key=lambda kind: len(donors[kind]))
        for kind in sorted(donors, key=lambda kind: kind == largest):
            left = n - sum(map(len, self.kinds.values()))
            count = left if kind == largest else _share(len(donors[kind]), n, total)
            self.kinds[kind] = list(_twins(donors[kind], count, Random(f"{seed} {kind}")))
        for twin in (one for ones in self.kinds.values() for one in ones):
            self.twins.setdefault((twin.donor.KIND, twin.donor.id), []).append(twin)

    def of(self, link: Link, copy: int, *, same: bool = False) -> Twin | None:
        """The twin of what a link leads to: of the same copy if there is one; `same`: or none."""
        twins = self.twins.get((link.kind, link.id), [])
        exact = next((twin for twin in twins if twin.copy == copy), None)
        return exact or (twins[copy % len(twins)] if twins and not same else None)

    def instead(self, kind: str, place: int) -> Twin:
        """Anyone of a kind, where somebody must be named whose donor has no twin here."""
        return self.kinds[kind][place % len(self.kinds[kind])]


def is_last(entry: Entry) -> bool:
    """Whether it is a source of the last rank: what rests on it alone is not published."""
    return isinstance(entry, Reference) and entry.rank.withheld


def _donors(library: Library) -> dict[str, list[Entry]]:
    """Published entries by kind; what stands by an exception to the rules lends nothing."""
    excepted = {one.path for one in values(library.lists, Exemption).values()}
    found = {
        kind: [
            entry
            for entry in library.everything
            if kind == entry.KIND and not entry.is_draft and entry.source.path not in excepted
        ]
        for kind in library.entries
        if kind != Page.KIND
    }
    return {kind: entries for kind, entries in found.items() if entries}


def _share(count: int, n: int, total: int) -> int:
    times = n / total
    return max(1, count * round(times) if count < FEW and times > 1 else round(count * times))


def _twins(donors: list[Entry], count: int, random: Random) -> Iterator[Twin]:
    """Everyone as often as everyone else; of the rest, every so-manieth by the length of its file,
    so that few are as mixed as many."""
    whole, rest = divmod(count, len(donors))
    by_length = sorted(
        donors, key=lambda one: (len(repr(one.source.values)) + len(one.body), one.id)
    )
    start = random.random()
    chosen = {by_length[int((at + start) * len(donors) / rest)].id for at in range(rest)}
    place = 0
    for copy in range(whole + 1):
        for donor in donors:
            if copy < whole or donor.id in chosen:
                yield Twin(donor, copy, place)
                place += 1


def _length(entry: Entry) -> int:
    return len(repr(entry.source.values)) + len(entry.body)
