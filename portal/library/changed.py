"""Room 3, for a first look: the library as one entry changes it, found out from that entry alone.

Comes in: a library, what was read of one file anew. Goes out: the library with that entry in its
place; what others have to do with it is what it was. Nothing where the change may reach further
than that can tell: then everything has to be joined anew.
"""

from __future__ import annotations

import copy
from types import MappingProxyType

from portal.kinds import Entry
from portal.kinds.reference import Reference
from portal.library import Library
from portal.library.gather import is_version, kind_of
from portal.library.publication import on_day
from portal.library.withhold import last_of, publishable
from portal.problem import Problem, errors
from portal.source import Source


def with_changed(library: Library, source: Source) -> tuple[Library, Entry, list[Problem]] | None:
    """The library, the entry as it is shown, and what there is to say of the file."""
    kind = kind_of(source.path, source.folder)
    if kind is None or kind.name == Reference.KIND or is_version(kind, source.path):
        return None
    entry, problems = kind.read(source, library.lists)
    known = library.entries[kind.name].get(entry.id)
    if known is None or known.source.path != source.path or errors(problems):
        return None
    others = [one for one in library.everything if one.waits_until or one.expired]
    marked = on_day(
        [*(one for one in others if one.source.path != source.path), entry], library.today
    )
    shown, _ = publishable(marked[-1], last_of(library.everything))
    made = copy.copy(library)  # with what was found out of it
    of_kind = {**library.entries[kind.name], entry.id: shown}
    vars(made)["entries"] = MappingProxyType({**library.entries, kind.name: of_kind})
    return made, shown, problems
