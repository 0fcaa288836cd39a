"""Room 3, one duty of it: keep back what no source of a known origin says, wherever it stands.

Comes in: an entry, and the sources of the last rank (a mirror, an unknown page). Goes out: the
entry as readers may see it, and what was kept back. The file keeps it. Refuses to know: fields by
name, and how anything is shown.

One rule: such a source is not named, and what rests on such sources alone is not told. That goes
for statements, sides of a conflict, Markdown that leads to such a source, and for whatever cannot
stand without one of them. An entry that rests on nothing else at all is a draft, or an exception
with a reason: it alone names its sources.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from portal import markup
from portal.forms import Prose
from portal.kinds.base import Entry, Field, Link, Sourced, fields_of, is_model
from portal.kinds.entry import Conflict
from portal.kinds.fields import form_of
from portal.kinds.reference import Reference

E = TypeVar("E", bound=Entry)
SIDES = 2
"""A conflict has at least so many."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something kept back."""

    entry: Entry
    where: str
    label: str
    value: Any = dataclasses.field(default=None, repr=False, compare=False)
    """What the file says there: a group, or a Markdown text."""
    stuck: bool = False
    """Whether the entry is nothing without it: then it could not be taken out, which is a fault."""
    line: int = 0
    """Where it is the text of the file, not of a field."""


def last_of(entries: Iterable[Entry]) -> frozenset[str]:
    """The sources whose rank is not published."""
    return frozenset(
        entry.id for entry in entries if isinstance(entry, Reference) and entry.rank.withheld
    )


def unnamed(entries: Iterable[Entry], *, drafts: bool = False) -> frozenset[str]:
    """Those of them that readers never see: no entry is told that rests on them alone."""
    known = [entry for entry in entries if drafts or not entry.is_withheld]
    last = last_of(known)
    resting = (entry.sources for entry in known if rests_on_last_rank(entry.sources, last))
    return last - {link.id for sources in resting for link in sources}


def rests_on_last_rank(sources: tuple[Link, ...], last: Collection[str]) -> bool:
    """Whether there are sources, and none of them is of a rank that may be published."""
    return bool(sources) and all(_is_last(link, last) for link in sources)


def publishable(entry: E, last: Collection[str]) -> tuple[E, list[Withheld]]:
    """The entry as readers may see it, and what was taken out, or could not be."""
    withheld: list[Withheld] = []
    shut = () if rests_on_last_rank(entry.sources, last) else last

    def keep(value: Any, field: Field, inherited: tuple[Link, ...], where: str) -> Any:
        """The value, what is left of it, or None where nothing is."""
        if isinstance(value, Link):
            return None if _is_last(value, shut) else value
        before, left = len(withheld), value
        if isinstance(value, str):
            if _is_prose(field) and _named_in(value, shut):
                left = None
        elif is_model(value):
            sources = getattr(value, "sources", ()) or inherited
            resting = isinstance(value, Sourced) and rests_on_last_rank(sources, last)
            left = None if resting else sift(value, sources, where)
        if left is None:
            del withheld[before:]  # told once, for the whole
            withheld.append(Withheld(entry, where, field.label, value))
        return left

    def sift(model: Any, inherited: tuple[Link, ...], where: str) -> Any:
        changed: dict[str, Any] = {}
        for field in fields_of(type(model)):
            value = getattr(model, field.name)
            if value is None or value == ():
                continue
            here = f"{where}.{field.key}" if where else field.key
            left = each(value, field, inherited, here)
            if left is value:
                continue
            if not left and _binds(model, field):
                if model is not entry:
                    return None
                if left is None:
                    withheld[-1] = dataclasses.replace(withheld[-1], stuck=True)
                    continue
            changed[field.name] = left
        if "claims" in changed and isinstance(model, Conflict) and len(changed["claims"]) < SIDES:
            return None
        return dataclasses.replace(model, **changed) if changed else model

    def each(value: Any, field: Field, inherited: tuple[Link, ...], where: str) -> Any:
        if not isinstance(value, tuple):
            return keep(value, field, inherited, where)
        kept = [keep(it, field, inherited, f"{where}[{at}]") for at, it in enumerate(value, 1)]
        left = tuple(it for it in kept if it is not None)
        return value if left == value else left

    if not last:
        return entry, []
    made = sift(entry, entry.sources, "")
    for line in _named_in(entry.body, shut):
        at = entry.source.body_line + line
        withheld.append(Withheld(entry, "", "Nội dung", entry.body, stuck=True, line=at))
    return made, withheld


def _binds(model: Any, one: Field) -> bool:
    """Whether the model is nothing without this field: an inference needs its reason."""
    return one.required or (isinstance(model, Sourced) and one.name == "inferred")


def _is_last(link: Link, last: Collection[str]) -> bool:
    return link.kind == Reference.KIND and link.id in last


def _is_prose(one: Field) -> bool:
    return isinstance(form_of(one), Prose)


def _named_in(text: str, last: Collection[str]) -> list[int]:
    """Line offsets of links to sources of the last rank."""
    if not last or f"{Reference.KIND}/" not in text:
        return []
    found = ((line, path.partition("/")) for line, path, _ in markup.internal_links(text))
    return [line for line, (kind, _, id) in found if kind == Reference.KIND and id in last]
