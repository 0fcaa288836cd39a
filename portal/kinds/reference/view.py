"""What readers see of sources: the page of one with what rests on it, and the list by rank.

Comes in: a source, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from portal.kinds import Entry, Kind
from portal.kinds.base import Link, fields_of
from portal.kinds.reference import Reference
from portal.views.context import PageContext
from portal.views.pages import listing
from portal.views.pages.entry import LINKS_AT_ONCE, Knowledge, knowledge
from portal.views.pages.frame import Beside, Frame, Remark, frame, remarks, sources_of
from portal.views.pages.listing import ListFrame, ListPage, jump
from portal.views.parts import Anchor, Anchors, Badge, Fact, Header, LinkGroup, folded
from portal.views.phrases import small
from portal.views.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePage:
    """One source and the entries that rest on it."""

    frame: Frame
    facts: tuple[Fact, ...]
    remarks: tuple[Remark, ...]
    body: Markup
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Reference, beside: Beside, v: PageContext) -> ReferencePage:
    return ReferencePage(
        frame=_frame(v, entry, beside),
        facts=tuple(_facts(v, entry)),
        remarks=remarks(v, entry),
        body=v.md(entry.body),
        known=knowledge(v, entry),
        related=tuple(_resting(v, entry)),
    )


def _frame(v: PageContext, entry: Reference, beside: Beside) -> Frame:
    """Sources are looked up one by one: nothing comes before or after. Few are looked at again, and
    where nobody has nothing is told."""
    rank = Badge(entry.rank.label, entry.rank.tone)
    header = Header(kind="Nguồn", title=entry.title, badges=(rank,), usual=True)
    usual = frame(v, entry, beside, header=header, sources=sources_of(v, None))
    looked_at = entry.reviewed or v.library.is_overdue(entry)
    return replace(usual, pager=None, review=usual.review if looked_at else None)


def _facts(v: PageContext, entry: Reference) -> Iterator[Fact]:
    """The address stands behind who published it."""
    yield from v.rows(entry, only=["publisher"])
    if entry.url:
        link = Markup('<a class="written" href="{0}" rel="external">{0}</a>').format(entry.url)
        yield Fact("Địa chỉ", link)
    yield from v.rows(entry, only=["date_published", "read_on", "extent"])


def _resting(v: PageContext, entry: Reference) -> Iterator[LinkGroup]:
    """Who rests on it, and for which of his statements."""
    parts: dict[Link, dict[str, None]] = {}
    for back in v.library.related_to(entry):
        labels = {one.key: one.label for one in fields_of(type(back.entry))}
        key, _, inside = re.sub(r"\[\d+\]", "", back.where).partition(".")
        if inside and key in labels:
            parts.setdefault(back.entry.link, {})[labels[key].lower()] = None
    for group in v.backlinks(entry):
        lines = [_for_what(v, one, parts.get(one.link, ())) for one in group.items]
        yield LinkGroup(group.label, folded(lines, LINKS_AT_ONCE))


def _for_what(v: PageContext, one: Entry, parts: Iterable[str]) -> Markup:
    told = ", ".join(parts)
    return Markup("{} {}").format(v.a(one), small(f"dùng cho: {told}") if told else "")


@dataclass(frozen=True, slots=True)
class OfRank:
    id: str
    title: str
    sources: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceList:
    """Sources by rank, the most trusted first."""

    frame: ListFrame
    jump: tuple[Anchors, ...]
    ranks: tuple[OfRank, ...]


def listed(kind: Kind, entries: Sequence[Reference], at: ListPage, v: PageContext) -> ReferenceList:
    ranks = []
    places = []
    for rank, references in groupby(entries, lambda one: one.rank):
        names = tuple(map(v.a, references))
        ranks.append(OfRank(rank.value, f"{rank.label} ({len(names)})", names))
        places.append(Anchor(rank.label, f"#{rank.value}", len(names)))
    return ReferenceList(
        frame=listing.frame(v, kind, entries, at), jump=jump(places), ranks=tuple(ranks)
    )


VIEW = View(page=page, listing=listed)
