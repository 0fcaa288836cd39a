"""What stands at the address of data whose entry moved or was withdrawn: that it did, and where to.

Comes in: the library. Goes out: addresses, and envelopes without items. Of what was withdrawn
nothing is told but the day and the reason its editor gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.kinds import BY_NAME, Entry, Kind
from portal.kinds.page import Page
from portal.library.handed import handed_on
from portal.views.api.v1 import places
from portal.views.api.v1.envelope import State, Wrapper
from portal.views.api.v1.fill import Filler


def files(filler: Filler, wrapper: Wrapper) -> Iterator[tuple[str, dict[str, Any]]]:
    """Path and content, each path once."""
    library = filler.library
    for entries in library.entries.values():
        for entry in filter(handed_on(library), entries.values()):
            to = {"to": filler.reference(entry.link), "to_data": filler.data_path(entry)}
            for kind, id in former(entry):
                yield places.one(kind.name, id), _nothing(wrapper, kind, State.MOVED, to)
    for entry in library.withdrawn:
        last = entry.withdrawal
        told = {"on": last.day, "why": last.text} if last else {}
        for kind, id in ((BY_NAME[entry.KIND], entry.id), *former(entry)):
            yield places.one(kind.name, id), _nothing(wrapper, kind, State.WITHDRAWN, told)


def _nothing(wrapper: Wrapper, kind: Kind, status: State, told: dict[str, Any]) -> dict[str, Any]:
    return wrapper.around(0, kind.name, places.schema(kind), status=status, **told)


def former(entry: Entry) -> Iterator[tuple[Kind, str]]:
    """The kinds and ids an entry had, as its old addresses tell them."""
    for old in entry.moved_from:
        address = old.strip("/").removesuffix(".html").removesuffix("/index").strip("/")
        first, _, id = address.partition("/")
        kind = BY_NAME.get(first)
        if kind and not kind.anywhere and id:
            yield kind, id
        elif address and not kind:
            yield BY_NAME[Page.KIND], address
