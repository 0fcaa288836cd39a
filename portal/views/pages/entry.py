"""The page of an entry whose kind has no view of its own, and what every kind says besides: facts
known, what sources do not agree on, who points here.

Comes in: an entry, its neighbours, the page context. Goes out: view models for `entry.html.jinja`.
A kind's `view.py` makes its page of `frame`, `knowledge`, `related` and fields of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds import Entry
from portal.kinds.entry import Conflict as Disagreement
from portal.views import context
from portal.views.context import PageContext
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.parts import Claim, Conflict, Fact, Folded, LinkGroup, folded
from portal.views.phrases import badge, link, refs, standing_mark, statement

FACTS_AT_ONCE, LINKS_AT_ONCE = 8, 5
IN_HEAD = ("title", "summary", "topics")
"""What the head of a page says already."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known besides, and what sources do not agree on."""

    facts: Folded[Markup]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """The page of an entry whose kind says nothing else."""

    frame: Frame
    facts: tuple[Fact, ...]
    body: Markup
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Entry, beside: Beside, v: PageContext) -> EntryPage:
    """Every filled field under its own label, then the text."""
    return EntryPage(
        frame=frame(v, entry, beside),
        facts=tuple(v.rows(entry, without=IN_HEAD)),
        body=v.md(entry.body),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def knowledge(v: PageContext, entry: Entry) -> Knowledge:
    facts = [statement(v, one, entry) for one in entry.facts]
    conflicts = tuple(_conflict(v, one, entry) for one in entry.conflicts)
    return Knowledge(folded(facts, FACTS_AT_ONCE), conflicts)


def _conflict(v: PageContext, told: Disagreement, entry: Entry) -> Conflict:
    claims = tuple(
        Claim(
            one.value,
            standing_mark(v.standing(one, entry)),
            refs(v, v.library.sources(one, entry)),
            v.inline(one.note),
        )
        for one in told.claims
    )
    return Conflict(told.about, claims, v.inline(told.judgement))


def related(v: PageContext, entry: Entry, without: Iterable[str] = ()) -> tuple[LinkGroup, ...]:
    """Who points here, by kind."""
    return link_groups(v, v.backlinks(entry, without))


def link_groups(v: PageContext, groups: Iterable[context.Group]) -> tuple[LinkGroup, ...]:
    return tuple(
        LinkGroup(one.label, folded([_linked(v, entry) for entry in one.items], LINKS_AT_ONCE))
        for one in groups
    )


def _linked(v: PageContext, entry: Entry) -> Markup:
    dead = v.dead(entry)
    told = link(v.url(entry), v.name(entry))
    return Markup(f"{told} {badge(dead.label, dead.tone)}") if dead else told
