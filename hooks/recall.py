"""What a former process made of single files: recalled before the content is read, left after it.

Comes in: the cache, what this process knows itself. Goes out: a memo to read with, and the way to
leave it. Only for a build that goes on from a former one; any other reads everything.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from cache import READ, Cache

from portal import memo
from portal.memo import Memo


def recalled(cache: Cache, code: str, own: Memo | None) -> tuple[Memo, Callable[[], None]]:
    """A memo to read with, and what leaves it for the next process, where anything in it changed.
    `code`: a digest of all that decides what is made of a file; empty where nothing is to be
    recalled. A process that builds again and again knows what it read itself, and is not kept
    waiting by this at every save."""
    known = own or Memo()
    if not code or known.files:
        return known, _nothing
    if found := memo.read(cache.left(READ), code):
        vars(known).update(vars(found))
    return known, partial(_leave, cache, code, known, known.marks())


def _leave(cache: Cache, code: str, known: Memo, before: object) -> None:
    if known.marks() != before:
        cache.leave(READ, memo.written(known, code))


def _nothing() -> None:
    """There is nothing to leave."""
