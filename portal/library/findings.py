"""Room 3, one duty of it: what follows from single entries, found once, from one build to the next.

Comes in: an entry, whoever finds something out about it. Goes out: what was found, as long as the
entry and all else that decides it are what they were. Refuses to know: what is found; it is left
for the next process as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from portal.kinds import Entry

T = TypeVar("T")


@dataclass(slots=True)
class About:
    """One thing that is found out about entries."""

    given: Any = None
    """What decides it beside the entry."""
    found: dict[str, tuple[Entry, tuple[Any, ...]]] = field(default_factory=dict)
    """By the files of the entries. Another entry in a file is found out about anew."""

    def of(self, entry: Entry, find: Callable[[Entry], Iterable[T]]) -> tuple[T, ...]:
        known = self.found.get(entry.source.path)
        if known is None or known[0] is not entry:
            known = self.found[entry.source.path] = entry, tuple(find(entry))
        return known[1]

    def each(self, entries: Iterable[Entry], find: Callable[[Entry], Iterable[T]]) -> Iterator[T]:
        """The same of many, one after another."""
        for entry in entries:
            yield from self.of(entry, find)


@dataclass(slots=True)
class Findings:
    """All that was found out, by what it is."""

    _about: dict[str, About] = field(default_factory=dict)

    def about(self, name: str, given: Any = None) -> About:
        """What was found with the same given."""
        known = self._about.get(name)
        if known is None or known.given != given:
            known = self._about[name] = About(given)
        return known

    def forget_others(self, paths: Collection[str]) -> None:
        """Files that are no more."""
        for known in self._about.values():
            for gone in known.found.keys() - paths:
                del known.found[gone]

    @property
    def given(self) -> dict[str, Any]:
        """By what each was decided."""
        return {name: known.given for name, known in self._about.items()}
