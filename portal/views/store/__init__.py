"""What was drawn before and need not be drawn again: pages whose inputs are what they were.

Comes in: the plans of a build, and the ledger a former build left. Goes out: for a plan the files
it became, where nothing it was drawn from has changed; and the ledger for the next build.

A page's inputs are its plan, the frame and code, and whatever its drawing read of the library,
which `reads.py` records while it is drawn. None of them is listed by hand. So it is with the ready
files of a room, which has a name and no plan.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from time import time_ns
from typing import Any

from portal.library import Library
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.store.digest import Digests, NotDigestible
from portal.views.store.ledger import Drawn, Ledger, Output, read, written
from portal.views.store.reads import TERMS, WORD, Key, Watched
from portal.views.store.values import Values

FACE = "face"
"""What is found out about entries here: the digest of all that one says but its text."""


class Store:
    """One build's view of what the build before drew."""

    def __init__(
        self,
        inputs: Inputs,
        plans: Sequence[Plan],
        frame: object,
        left: bytes,
        rooms: Collection[str] = (),
    ) -> None:
        """`frame`: all that decides a page beside its plan and the library: menu, address, code.
        `rooms`: whose ready files are drawn from what entries say but their texts."""
        self.digests = Digests(inputs.library.findings.about(FACE))
        self.values = Values(inputs)
        self._now: dict[Key, str] = {}
        self.frame = self.digests.of(frame)
        self.before = read(left, self.frame) or Ledger()
        self._plans, self._rooms = plans, rooms
        self.drawn: dict[str, Drawn] = {}

    @cached_property
    def inputs(self) -> dict[str, str]:
        """The digests of pages' plans, by their paths, and those of rooms, by their names."""
        of_plans = {plan.path: digest for plan in self._plans if (digest := self._digest(plan))}
        return of_plans | {name: self.digests.of(name) for name in self._rooms}

    @cached_property
    def changed(self) -> set[Key]:
        """What was read of the library before and is something else now."""
        told = self.before.keys.items()
        return {key for key, before in told if key[0] != WORD and self.digest_of(key) != before}

    @cached_property
    def terms(self) -> dict[str, Any]:
        return self.values.terms()

    @cached_property
    def marked(self) -> re.Pattern[str] | None:
        return _any_of(self._changed_words())

    def _changed_words(self) -> Iterator[str]:
        """First words of terms that are new, gone, or lead elsewhere."""
        now = {(WORD, word): self.digests.of(names) for word, names in self.terms.items()}
        before = {key: told for key, told in self.before.keys.items() if key[0] == WORD}
        yield from (key[1] for key, _ in now.items() ^ before.items())

    def _digest(self, plan: Plan) -> str:
        """That of a plan; empty where it holds what has none: such a page is always drawn."""
        try:
            told = (plan, self.values.inputs.problems.get(plan.origin, ()))
            return self.digests.of(told, whole=True)
        except NotDigestible:
            return ""

    def digest_of(self, key: Key) -> str:
        """Of what is read by this key now; empty where that has no digest."""
        if (known := self._now.get(key)) is None:
            try:
                known = self.digests.of(self.values.of(key))
            except NotDigestible:
                known = ""
            self._now[key] = known
        return known

    def may_be_marked_anew(self, name: str) -> bool:
        """Whether terms are marked on a page, and some are marked otherwise now."""
        return self.marked is not None and TERMS in self.before.pages[name].keys

    def is_marked_anew(self, content: bytes) -> bool:
        """Whether a term in what a page became is marked otherwise now: nothing but the words of
        a page tells which terms it may hold."""
        return bool(self.marked and self.marked.search(content.decode("utf-8", "replace")))

    def unchanged(self, name: str) -> tuple[Output, ...]:
        """The files that a page or room became, where it would become the same again; else none.
        Pages are named by their paths."""
        before = self.before.pages.get(name)
        digest = self.inputs.get(name)
        if before is None or not digest or before.inputs != digest:
            return ()
        return before.files if self.changed.isdisjoint(before.keys) else ()

    def keep(self, name: str, files: tuple[Output, ...]) -> None:
        """It was taken over as it was: the same files, as the disk tells of them now."""
        before = self.before.pages[name]
        self.drawn[name] = before if before.files == files else before._replace(files=files)

    def note(self, name: str, keys: Iterable[Key], files: Sequence[Output]) -> None:
        """It was drawn: what was read for it, and what it became."""
        if digest := self.inputs.get(name):
            self.drawn[name] = Drawn(digest, tuple(sorted(keys)), tuple(files))

    def written(self) -> bytes:
        """The ledger for the next build. What was read of something without a digest is left out,
        with its pages."""
        keys = {key for page in self.drawn.values() for key in page.keys}
        digests = {key: self.digest_of(key) for key in sorted(keys)}
        digests |= {(WORD, word): self.digests.of(names) for word, names in self.terms.items()}
        whole = {
            path: page
            for path, page in self.drawn.items()
            if all(digests[key] for key in page.keys)
        }
        known = {key: told for key, told in digests.items() if told}
        return written(Ledger(known, whole, time_ns()), self.frame)


def look_at(library: Library) -> None:
    """See what every published entry says, so that the next build need not."""
    digests = Digests(library.findings.about(FACE))
    for of_kind in library.entries.values():
        for entry in of_kind.values():
            digests.face(entry)


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Any of them as a word; of none, nothing."""
    told = "|".join(map(re.escape, sorted(words)))
    return re.compile(rf"(?<![^\W_])(?:{told})(?![^\W_])") if told else None


def checksum(content: bytes) -> str:
    """Of a file of the site."""
    return blake2b(content, digest_size=16).hexdigest()


__all__ = ["Key", "Output", "Store", "Watched", "checksum"]
