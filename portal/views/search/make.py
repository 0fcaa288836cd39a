"""Records → the files of an index.

Comes in: records, words for people, what the last build left. Goes out: `Index`. The same records
give the same bytes, whatever was left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.views.outputs import Asset
from portal.views.search import lists, memory
from portal.views.search.files import files
from portal.views.search.memory import Kept
from portal.views.search.pack import Group
from portal.views.search.record import Record, Wording
from portal.views.search.terms import Terms, Vocabulary, terms


@dataclass(frozen=True, slots=True)
class Index:
    """The files of one index, and what the next build may use again."""

    assets: tuple[Asset, ...]
    memory: bytes = b""


def index(records: Iterable[Record], wording: Wording | None = None, left: bytes = b"") -> Index:
    """All files of the index; `left` is the `memory` of a former one, or nothing."""
    ordered = sorted(records, key=lambda one: (one.order, one.url))
    before = memory.read(left) or Kept()
    vocabulary = Vocabulary(before.exacts)
    pages = [(one.url, memory.digest(one)) for one in ordered]
    known = dict(zip(before.pages, before.terms, strict=True))
    made = [
        known.get(page) or terms(record, vocabulary)
        for page, record in zip(pages, ordered, strict=True)
    ]
    grouped = _grouped(before, pages, made, vocabulary)
    packed: dict[bytes, bytes] = {}
    assets = tuple(files(ordered, pages, wording or Wording(), made, grouped, before.files, packed))
    return Index(assets, memory.written(Kept(vocabulary.exacts, pages, made, grouped, packed)))


def _grouped(
    before: Kept, pages: list[tuple[str, bytes]], made: list[Terms], vocabulary: Vocabulary
) -> dict[str, Group]:
    """The groups: those of the last build, changed, where it had the same pages."""
    if [url for url, _ in before.pages] != [url for url, _ in pages]:
        return lists.groups(made, vocabulary)
    changes = [
        (place, before.terms[place], made[place])
        for place, (old, new) in enumerate(zip(before.pages, pages, strict=True))
        if old != new
    ]
    if len(changes) * 20 > len(pages):
        return lists.groups(made, vocabulary)
    return lists.changed(before.groups, changes, vocabulary)
