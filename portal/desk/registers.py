"""The registers of what was published: addresses, ids of clauses, one a line, in order.

Comes in: the library, the lines of before and those that were published. Goes out: the lines of
now; none that was published is ever taken away.
`scripts/fix.py` and the desk write them; the rules `addresses_stay` and `clauses_stay` keep what
they say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from portal.kinds import Entry, address
from portal.kinds.document import Document
from portal.library import Library
from portal.source import registers as files


@dataclass(frozen=True, slots=True)
class Register:
    """One file of what was published."""

    path: str
    one: str
    """What a line is, in a sentence: «mã điều khoản»."""
    before: Callable[[Library], tuple[str, ...]]
    """The lines as they were read."""
    now: Callable[[Library], Iterator[str]]
    """What readers see today."""

    def lines(
        self, library: Library, before: Iterable[str], settled: Collection[str] | None = None
    ) -> list[str]:
        """Old and new ones in the order of the alphabet. `settled`: what is in the register that
        readers' pages were built with; of the rest, what is there no more was never published.
        None where nobody can tell."""
        now = set(self.now(library))
        judged = {address(one.KIND, one.id) for one in (*library.faulty, *library.partial)}
        judged |= {address(*one) for one in library.unread}
        return sorted(
            {
                told
                for told in (*before, *now)
                if told in now
                or settled is None
                or told in settled
                or told.partition("#")[0] in judged
            }
        )


def _clauses(library: Library) -> Iterator[str]:
    for document in _seen(library):
        if isinstance(document, Document):
            yield from (f"{document.link}#{clause.id}" for clause in document.clauses)


def _addresses(library: Library) -> Iterator[str]:
    return (address(one.KIND, one.id) for one in _seen(library))


def _seen(library: Library) -> Iterator[Entry]:
    """A preview shows drafts too, and what waits for its day: nobody can have kept a link there."""
    return (
        one
        for entries in library.entries.values()
        for one in entries.values()
        if not one.is_withheld
    )


CLAUSES = Register(files.CLAUSES, "mã điều khoản", lambda library: library.published, _clauses)
ADDRESSES = Register(files.ADDRESSES, "địa chỉ", lambda library: library.addresses, _addresses)
REGISTERS = (ADDRESSES, CLAUSES)
PATHS = frozenset(one.path for one in REGISTERS)
"""Nobody writes them by hand."""


def by_document(published: Iterable[str]) -> dict[str, list[str]]:
    """The ids of each document: `380-kh-hvctqg` → `muc-ii.4`, …"""
    found: dict[str, list[str]] = {}
    for told in published:
        address, _, place = told.partition("#")
        found.setdefault(address.rpartition("/")[2], []).append(place)
    return found
