"""What readers see of terms: the page of one, and the glossary by letter.

Comes in: a term, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds import Kind
from portal.kinds.term import Term
from portal.text import initial, slug, sort_key
from portal.views.context import PageContext
from portal.views.pages import listing
from portal.views.pages.entry import Knowledge, knowledge, related
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.pages.listing import ListFrame, ListPage
from portal.views.parts import Fact, Item, Letter, LinkGroup
from portal.views.phrases import small
from portal.views.view import View

DEFINED = 240
"""Letters of a definition in the glossary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPage:
    frame: Frame
    definition: Markup
    facts: tuple[Fact, ...]
    body: Markup
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Term, beside: Beside, v: PageContext) -> TermPage:
    return TermPage(
        frame=frame(v, entry, beside),
        definition=v.md(entry.definition),
        facts=tuple(v.rows(entry, only=["abbreviations", "synonyms", "related"])),
        body=v.md(entry.body),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


@dataclass(frozen=True, slots=True)
class TermList:
    frame: ListFrame
    letters: tuple[Letter, ...]


def listed(kind: Kind, entries: Sequence[Term], at: ListPage, v: PageContext) -> TermList:
    return TermList(listing.frame(v, kind, entries, at), by_letter(v, entries))


def by_letter(v: PageContext, terms: Iterable[Term]) -> tuple[Letter, ...]:
    """An index by first letter, in the order of the Vietnamese alphabet."""
    groups: dict[str, list[Item]] = {}
    for one in terms:
        groups.setdefault(initial(one.name), []).append(_item(v, one))
    ordered = sorted(groups.items(), key=lambda group: sort_key(group[0]))
    return tuple(
        Letter(letter, f"chu-{'dd' if letter == 'Đ' else slug(letter)}-{place}", tuple(items))
        for place, (letter, items) in enumerate(ordered)
    )


def _item(v: PageContext, one: Term) -> Item:
    """With the abbreviations that its name does not tell."""
    short = ", ".join(each for each in one.abbreviations if each not in one.name)
    if v.is_row(one):
        return Item(one.name, "", _whole(v, one), short, one.id)
    return Item(one.name, v.url(one), v.plain(one.definition, DEFINED), short)


def _whole(v: PageContext, one: Term) -> Markup:
    """All that its page would tell."""
    more = v.line(one, only=["synonyms", "related", "sources", "note"])
    told = (v.md(one.definition), v.md(one.summary), v.md(one.body), small(more) if more else "")
    return Markup("").join(told)


VIEW = View(page=page, listing=listed)
