"""Room 3, one duty of it: keep back what no source of a known origin says.

Comes in: an entry. Goes out: the entry without statements that rest only on sources of the last
rank (a mirror, an unknown page), and the list of what was kept back. The file keeps them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from portal.kinds.base import Entry, Link, Sourced, fields_of, is_model
from portal.kinds.entry import Claim
from portal.kinds.reference import Rank, Reference

E = TypeVar("E", bound=Entry)
NOT_SIFTED = (Claim,)
"""A conflict is only shown whole: its sides stay, each with its standing."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A statement kept back."""

    entry: Entry
    where: str
    label: str


def ranks_of(entries: Iterable[Entry]) -> dict[str, Rank]:
    """The rank of every source, by its id."""
    return {entry.id: entry.rank for entry in entries if isinstance(entry, Reference)}


def rests_on_last_rank(sources: tuple[Link, ...], ranks: Mapping[str, Rank]) -> bool:
    """Whether there are sources, and none of them is of a rank that may be published."""
    return bool(sources) and all(
        link.kind == Reference.KIND and (rank := ranks.get(link.id)) and rank.withheld
        for link in sources
    )


def handed_on(entry: Entry) -> bool:
    """Whether other programmes may be given it, and be led to it: drafts that a preview shows may
    not, nor sources of the last rank."""
    return not entry.is_draft and not (isinstance(entry, Reference) and entry.rank.withheld)


def publishable(entry: E, ranks: Mapping[str, Rank]) -> tuple[E, list[Withheld]]:
    """The entry as readers may see it, and what was taken out."""
    withheld: list[Withheld] = []

    def sift(model: Any, inherited: tuple[Link, ...], where: str) -> Any:
        changed: dict[str, Any] = {}
        for one in fields_of(type(model)):
            value = getattr(model, one.name)
            here = f"{where}.{one.key}" if where else one.key
            if isinstance(value, tuple) and any(is_model(item) for item in value):
                passed = tuple(
                    made
                    for place, item in enumerate(value, 1)
                    if (made := keep(item, inherited, f"{here}[{place}]", one.label)) is not None
                )
                if passed != value:
                    changed[one.name] = passed
            elif is_model(value) and (made := keep(value, inherited, here, one.label)) is not value:
                changed[one.name] = made
        return dataclasses.replace(model, **changed) if changed else model

    def keep(item: Any, inherited: tuple[Link, ...], where: str, label: str) -> Any:
        if isinstance(item, NOT_SIFTED):
            return item
        sources = getattr(item, "sources", ()) or inherited
        if isinstance(item, Sourced) and rests_on_last_rank(sources, ranks):
            withheld.append(Withheld(entry, where, label))
            return None
        return sift(item, sources, where)

    return sift(entry, entry.sources, ""), withheld
