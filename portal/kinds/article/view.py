"""What readers see of articles: the page of one, and the list of all.

Comes in: an article, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.kinds import Kind
from portal.kinds.article import Article
from portal.views.context import PageContext
from portal.views.pages import listing
from portal.views.pages.entry import Beside, Frame, Knowledge, frame, knowledge, related
from portal.views.pages.listing import EntryList, ListPage
from portal.views.parts import Fact, LinkGroup
from portal.views.phrases import joined
from portal.views.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Who and when, the text, then what it is about."""

    frame: Frame
    byline: Markup
    facts: tuple[Fact, ...]
    body: Markup
    about: tuple[Fact, ...]
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Article, beside: Beside, v: PageContext) -> ArticlePage:
    return ArticlePage(
        frame=frame(v, entry, beside),
        byline=_byline(v, entry),
        facts=tuple(v.rows(entry, only=["printed_in", "url"])),
        body=v.md(entry.body),
        about=tuple(v.rows(entry, only=["about"])),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _byline(v: PageContext, entry: Article) -> Markup:
    """Day and authors, as far as they are told."""
    published = v.show(entry.published) if entry.published else ""
    return joined(filter(None, (published, ", ".join(entry.authors))), " · ")


def listed(kind: Kind, entries: Sequence[Article], at: ListPage, v: PageContext) -> EntryList:
    """The latest first, with day and authors."""

    def aside(one: Article) -> Markup:
        published = f"{v.show(one.published)}<br>" if one.published else ""
        return Markup(f"{published}{escape(', '.join(one.authors))}")

    return listing.listed(kind, entries, at, v, aside)


VIEW = View(page=page, listing=listed)
