"""Room 3, one duty of it: what other programmes may be given, and be led to.

Comes in: the library. Goes out: a question to ask of entries. Of what a preview shows, drafts may
not be handed on, nor sources that readers never see.
"""

from __future__ import annotations

from collections.abc import Callable

from portal.kinds import Entry
from portal.kinds.reference import Reference
from portal.library import Library
from portal.library.withhold import unnamed


def handed_on(library: Library) -> Callable[[Entry], bool]:
    """Whether an entry may be."""
    hidden = unnamed(library.everything)

    def told(entry: Entry) -> bool:
        return not (entry.is_withheld or (isinstance(entry, Reference) and entry.id in hidden))

    return told
