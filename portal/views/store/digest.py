"""Digests of plans and of what is read of the library: equal where nothing in them differs.

Comes in: frozen values of our own, nested as they are. Goes out: a digest. What it does not know it
refuses, so that nothing is taken for unchanged that it has not looked at. Pickle is used as a way
to write values down, at the speed of C; nothing is ever read back from it.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from pathlib import PurePath
from typing import Any

from portal.kinds import Entry, Kind
from portal.library import Library
from portal.library.findings import About
from portal.source.attachments import Attached

SIZE = 12
"""Bytes of a digest."""


class NotDigestible(TypeError):
    """It holds something whose content cannot be seen: a function made on the way, a library, a
    file that cannot be read."""


class Digests:
    """Digests of one build; an entry is looked at once, however many pages show it. `known`: what
    a former build saw."""

    def __init__(self, known: About | None = None) -> None:
        self._known = known or About()

    def of(self, value: Any, *, whole: bool = False) -> str:
        """`whole`: with the texts of entries. Of other entries a page shows no text, but names,
        facts and what their places are called."""
        told = io.BytesIO()
        try:
            _Writer(told, self, whole).dump(value)
        except (pickle.PicklingError, AttributeError, TypeError, OSError) as fault:
            raise NotDigestible(str(fault)) from None
        return blake2b(told.getbuffer(), digest_size=SIZE).hexdigest()

    def face(self, entry: Entry) -> str:
        """Of all that an entry says but its text: its fields as read, the names of its places."""
        (made,) = self._known.of(entry, _face)
        return made


def _face(entry: Entry) -> Iterator[str]:
    told = "\x1f".join((entry.source.path, repr(entry), repr(entry.anchors())))
    yield blake2b(told.encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()


class _Writer(pickle.Pickler):
    def __init__(self, told: io.BytesIO, digests: Digests, whole: bool) -> None:
        super().__init__(told, protocol=4)
        # Equal values are written alike, whether or not they are one object.
        self.fast = True
        self.digests, self.whole = digests, whole

    def reducer_override(self, value: Any) -> Any:
        """What stands for a value of our own; builtin ones never come here."""
        kind = type(value)
        if (told := _told_of(kind)) is None:  # type: ignore[arg-type]
            return NotImplemented
        return _standing_for, (kind.__qualname__, *told(self, value))

    def entry(self, one: Entry) -> tuple[Any, ...]:
        text = (one.source.body_line, one.body) if self.whole else ()
        return (self.digests.face(one), *text)


def _standing_for(kind: str, *told: Any) -> None:
    """Only its name is written down."""


@cache
def _told_of(kind: type[Any]) -> Callable[[_Writer, Any], tuple[Any, ...]] | None:
    """What of a value of a class of ours makes it what it is; of another class nobody knows. Asked
    of every value of every page, but found out once for a class."""
    if issubclass(kind, Entry):
        return _Writer.entry
    if issubclass(kind, Kind):
        return lambda _, value: (value.name,)
    if issubclass(kind, PurePath):
        return lambda _, value: (str(value),)
    if issubclass(kind, Attached):
        return lambda _, value: (str(value.file), value.sha256)
    if issubclass(kind, Library):
        return _refused
    if is_dataclass(kind):
        return _fields_of(tuple(one.name for one in fields(kind)))
    return None


def _fields_of(names: tuple[str, ...]) -> Callable[[_Writer, Any], tuple[Any, ...]]:
    if len(names) < 2:
        return lambda _, value: tuple(getattr(value, name) for name in names)
    read = attrgetter(*names)
    return lambda _, value: read(value)


def _refused(writer: _Writer, value: Any) -> tuple[Any, ...]:
    raise NotDigestible("Library")
