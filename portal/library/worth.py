"""Which entries have a page of their own; the others are rows of the list of their kind.

Comes in: published entries, and who points to them. Goes out: the rows, each with its place in the
order of its kind. Refuses to know: how a row looks, and what its address is.

The rule: an event or a term has a page where it says so many words of its own, or holds facts or
conflicts; a unit also where it has a duty or a relation; a document that is awaited, where more is
known of it than who asked for it. What is of another kind always has one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from portal.forms import Prose, Text
from portal.kinds import Entry
from portal.kinds.base import groups
from portal.kinds.document import Document
from portal.kinds.event import Event
from portal.kinds.fields import form_of
from portal.kinds.term import Term
from portal.kinds.unit import Unit
from portal.kinds.walk import values

LEAST = 45
"""Words of its own that are worth a page; its title, sources and gaps are not among them."""
KINDS = (Document.KIND, Unit.KIND, Event.KIND, Term.KIND)
"""Kinds whose entries may be rows."""
_WORD = re.compile(r"\w+")


def rows(
    entries: Mapping[str, Mapping[str, Entry]], is_related: Callable[[Entry], bool]
) -> dict[str, int]:
    """`su-kien/khai-giang-2025` → its place among the entries of its kind."""
    return {
        f"{kind}/{id}": place
        for kind in KINDS
        for place, (id, entry) in enumerate(entries[kind].items())
        if not has_page(entry, is_related)
    }


def has_page(entry: Entry, is_related: Callable[[Entry], bool]) -> bool:
    match entry:
        case Document():
            return not entry.awaited or _is_known(entry)
        case Unit():
            return _says_enough(entry) or is_related(entry)
        case Event() | Term():
            return _says_enough(entry)
    return True


def _says_enough(entry: Entry) -> bool:
    records = sum(1 for _ in groups(entry)) - 1 - len(entry.changes)
    return records > 0 or words(entry) >= LEAST


def words(entry: Entry) -> int:
    """How many words an entry says of its own; what is told of its changes is not."""
    told = [entry.body]
    for one, value, is_in_group in values(entry):
        is_own = not (is_in_group or one.last or one.name == "title")
        if is_own and isinstance(form_of(one), (Prose, Text)):
            told.append(value)
    return sum(len(_WORD.findall(text)) for text in told)


def _is_known(document: Document) -> bool:
    """Whether anything of it is known but who asked for it."""
    told = (document.number, document.issued, document.statuses, document.relations)
    return any((*told, document.attachments, document.facts, document.conflicts, document.clauses))
