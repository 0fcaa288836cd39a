"""Records → the files of an index.

Comes in: records, words for people, what the last build left. Goes out: `Index`. The same records
give the same bytes, whatever was left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from portal.views.outputs import Asset
from portal.views.search import cache
from portal.views.search.cache import Kept
from portal.views.search.cards import shown
from portal.views.search.files import files
from portal.views.search.lists import merged
from portal.views.search.record import LazyRecord, Record, Shown, Wording, digest
from portal.views.search.terms import terms
from portal.views.search.words import Vocabulary


@dataclass(frozen=True, slots=True)
class Index:
    """The files of one index, and what the next build may use again."""

    assets: tuple[Asset, ...]
    cache: bytes = b""


def index(
    records: Iterable[Record | LazyRecord], wording: Wording | None = None, left: bytes = b""
) -> Index:
    """All files of the index; `left` is the `cache` of a former one, or nothing."""
    ordered = sorted(records, key=lambda one: (one.order, one.url))
    before = cache.read(left) or Kept()
    pages = [(one.url, _key(one)) for one in ordered]
    place = {page: at for at, page in enumerate(pages)}
    moved = np.array([place.pop(page, -1) for page in before.pages], "i8")  # twice the same: one
    found: list[Shown | None] = [None] * len(pages)
    for at, one in zip(moved.tolist(), before.shown, strict=True):
        if at >= 0:
            found[at] = one
    new = [(at, _made(ordered[at])) for at, one in enumerate(found) if one is None]
    for at, record in new:
        found[at] = shown(record)
    known = [one for one in found if one is not None]
    vocabulary = Vocabulary()
    fresh = terms(new, vocabulary)
    lists = merged(before.lists, moved, vocabulary.names, fresh)
    packed: dict[bytes, bytes] = {}
    assets = tuple(files(known, wording or Wording(), lists, before.files, packed))
    return Index(assets, cache.written(Kept(pages, known, lists, packed)))


def _key(one: Record | LazyRecord) -> bytes:
    return one.key if isinstance(one, LazyRecord) else digest(one)


def _made(one: Record | LazyRecord) -> Record:
    return one.make() if isinstance(one, LazyRecord) else one
