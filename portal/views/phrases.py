"""Phrases that many pages say alike: links, badges, what is not known; standings and sources.

Comes in: the page context and something said in the portal. Goes out: HTML that stands inside a
line; what is not known is said, never left empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from portal.dates import years
from portal.kinds import Entry
from portal.kinds.base import Link, Sourced
from portal.kinds.entry import Fact
from portal.kinds.lists import OwnTone, Tone
from portal.library import Standing
from portal.views.context import Cited, PageContext


def unknown(told: str) -> Markup:
    """That something is not known, in words of its own."""
    return Markup(f'<span class="unknown">{escape(told)}</span>')


def small(told: str) -> Markup:
    """In small print."""
    return Markup(f'<span class="meta">{escape(told)}</span>')


def link(url: str, label: str) -> Markup:
    return Markup(f'<a href="{escape(url)}">{escape(label)}</a>')


def joined(parts: Iterable[str], between: str = "; ") -> Markup:
    """One after another in a line."""
    return Markup(escape(between).join(escape(one) for one in parts))


def plain_list(items: Iterable[str]) -> Markup:
    """Lines one below the other, inside a fact or a cell."""
    lines = "".join(f"<li>{escape(one)}</li>" for one in items)
    return Markup(f'<ul class="plain">{lines}</ul>')


def badge(label: str, tone: Tone | OwnTone) -> Markup:
    return Markup(f'<span class="badge tone-{tone}">{escape(label)}</span>')


# How far a statement can be trusted, and what it rests on


def standing_mark(told: Standing, reason: bool = True) -> Markup:
    """The standing itself; the reason is shown, not hidden."""
    mark = f'<span class="standing tone-{told.tone}">{escape(told.label)}</span>'
    if reason and told.reason:
        mark += f' <span class="standing__reason">{escape(told.reason)}</span>'
    return Markup(mark)


def standing(v: PageContext, item: Sourced, entry: Entry, short: bool = False) -> Markup:
    """The standing of a statement, with the reason where it was inferred, and the numbers of its
    sources where they are not those of the whole entry."""
    mark = standing_mark(v.standing(item, entry), not short)
    if short or not item.sources or item.sources == entry.sources:
        return mark
    return Markup(f'{mark} <span class="meta">{refs(v, item.sources)}</span>')


def note(v: PageContext, item: Sourced) -> Markup:
    """What else a statement says of itself."""
    return Markup(f'<div class="meta">{v.inline(item.note)}</div>' if item.note else "")


def trusted(v: PageContext, item: Sourced, entry: Entry, between: str = "") -> Markup:
    """Standing and note of a statement, behind it."""
    return Markup(f"{standing(v, item, entry)}{between}{note(v, item)}")


def refs(v: PageContext, links: Iterable[Link]) -> Markup:
    """Numbers of sources, leading to the list at the end of the page; what does not stand there, by
    its name."""
    cited = v.refs(links)
    told = (_ref(one, last=one is cited[-1]) for one in cited)
    return Markup("".join(told))


def _ref(one: Cited, last: bool) -> str:
    if not one.id:
        return f"{link(one.url, one.label)}{'' if last else '; '}"
    at = one.id.removeprefix("nguon-")
    titled = f'aria-label="Nguồn {at}" title="{escape(one.label)}"'
    return f'<a class="ref" href="#{one.id}" {titled}>[{at}]</a>'


def statement(v: PageContext, fact: Fact, entry: Entry) -> Markup:
    """Something known besides, with its day where the words do not tell it, its standing and its
    note."""
    dated = fact.as_of and not re.search(rf"(?<![\d/–-]){fact.as_of}(?![\d/–-])", fact.text)
    as_of = f" {small(f'({fact.as_of})')}" if dated else ""
    noted = f' <span class="meta">{v.inline(fact.note)}</span>' if fact.note else ""
    return Markup(f"{v.inline(fact.text)}{as_of} {standing(v, fact, entry)}{noted}")


def period(start: int | None, end: int | None, outlook: int | None = None) -> str:
    """«2022–2026, định hướng đến năm 2035»."""
    return years(start, end) + (f", định hướng đến năm {outlook}" if outlook else "")
