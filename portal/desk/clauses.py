"""The register of published clauses: every id ever published, one a line, in order.

Comes in: the library and the lines of before. Goes out: the lines of now; none is ever taken away.
`scripts/fix.py` writes it; the rule `clauses_stay` keeps what it says.
"""

from __future__ import annotations

from collections.abc import Iterable

from portal.kinds.document import Document
from portal.library import Library


def lines(library: Library, before: Iterable[str]) -> list[str]:
    """`van-ban/380-kh-hvctqg#muc-ii.4`, old and new ones in the order of the alphabet."""
    now = (
        f"{document.link}#{clause.id}"
        for document in library.of(Document)
        if not document.is_withheld
        for clause in document.clauses
    )
    return sorted({*before, *now})


def by_document(published: Iterable[str]) -> dict[str, list[str]]:
    """The ids of each document: `380-kh-hvctqg` → `muc-ii.4`, …"""
    found: dict[str, list[str]] = {}
    for told in published:
        address, _, place = told.partition("#")
        found.setdefault(address.rpartition("/")[2], []).append(place)
    return found
