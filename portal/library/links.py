"""Links between entries, those in their prose included.

Comes in: entries, Markdown. Goes out: links with their places, and who points to whom. Refuses to
know: what is published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal import markup
from portal.kinds import BY_NAME, Entry
from portal.kinds.base import Link, Sourced, prose, walk
from portal.kinds.fields import key_of
from portal.library.findings import About

SOURCES = key_of(Sourced, "sources")


@dataclass(frozen=True, slots=True)
class Backlink:
    """One entry that points to another, from where, and to which place in it."""

    entry: Entry
    where: str
    anchor: str


def backlinks(
    entries: Mapping[str, Mapping[str, Entry]], known: About
) -> dict[tuple[str, str], tuple[Backlink, ...]]:
    """By the entry they point to; one line per pointing entry and place. `known`: links of single
    entries, found before."""
    found: defaultdict[tuple[str, str], dict[tuple[str, str, str], Backlink]] = defaultdict(dict)
    for of_kind in entries.values():
        for entry in of_kind.values():
            for where, link in known.of(entry, _links):
                key = (entry.KIND, entry.id, link.anchor)
                kept = found[link.kind, link.id].get(key)
                if (link.kind, link.id) != (entry.KIND, entry.id) and (
                    kept is None or is_source(kept.where)
                ):
                    found[link.kind, link.id][key] = Backlink(entry, where, link.anchor)
    return {target: tuple(links.values()) for target, links in found.items()}


def is_source(where: str) -> bool:
    """Whether what stands there is named as a source."""
    return where.rpartition(".")[2].startswith(SOURCES)


def _links(entry: Entry) -> Iterator[tuple[str, Link]]:
    """What is left after withholding, unlike `entry.links`, which is all that was read."""
    for where, _, value in walk(entry):
        if isinstance(value, Link):
            yield where, value
    for where, _, text in prose(entry):
        yield from ((where, link) for _, link in prose_links(text))


def prose_links(text: str) -> Iterator[tuple[int, Link]]:
    """(line offset, link) of the links to entries in a Markdown text."""
    if "](" not in text and "]:" not in text:
        return
    for offset, path, anchor in markup.internal_links(text):
        kind, _, id = path.partition("/")
        if kind in BY_NAME and id:
            yield offset, Link(kind, id, anchor)
