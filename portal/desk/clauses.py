"""The register of published clauses: every id ever published, one a line, in order.

Comes in: the library, the lines of before and those that were published. Goes out: the lines of
now; none that was published is ever taken away.
`scripts/fix.py` writes it; the rule `clauses_stay` keeps what it says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.library import Library


def lines(
    library: Library, before: Iterable[str], settled: Collection[str] | None = None
) -> list[str]:
    """`van-ban/380-kh-hvctqg#muc-ii.4`, old and new ones in the order of the alphabet. `settled`:
    what is in the register that readers' pages were built with; of the rest, what is there no more
    was never published. None where nobody can tell."""
    now = {
        f"{document.link}#{clause.id}"
        for document in library.of(Document)
        if not document.is_withheld
        for clause in document.clauses
    }
    judged = {entry.link for entry in (*library.faulty, *library.partial)}
    return sorted(
        {
            told
            for told in (*before, *now)
            if told in now or settled is None or told in settled or _link(told) in judged
        }
    )


def _link(told: str) -> Link:
    kind, _, id = told.partition("#")[0].partition("/")
    return Link(kind, id)


def by_document(published: Iterable[str]) -> dict[str, list[str]]:
    """The ids of each document: `380-kh-hvctqg` → `muc-ii.4`, …"""
    found: dict[str, list[str]] = {}
    for told in published:
        address, _, place = told.partition("#")
        found.setdefault(address.rpartition("/")[2], []).append(place)
    return found
