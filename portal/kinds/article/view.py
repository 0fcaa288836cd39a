"""What readers see of articles: the page of one, and the list of all.

Comes in: an article, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.kinds import Kind
from portal.kinds.article import Article
from portal.views.context import PageContext
from portal.views.pages import listing
from portal.views.pages.entry import Knowledge, knowledge, related
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.pages.listing import EntryList, ListPage
from portal.views.parts import Anchor, Fact, LinkGroup
from portal.views.phrases import joined
from portal.views.view import View


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a series; `number`: which."""

    number: int
    link: Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Who and when, the text, then what it is about."""

    frame: Frame
    byline: Markup
    facts: tuple[Fact, ...]
    body: Markup
    about: tuple[Fact, ...]
    series: tuple[Part, ...]
    """The articles of its series in order, this one without a link."""
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Article, beside: Beside, v: PageContext) -> ArticlePage:
    return ArticlePage(
        frame=frame(v, entry, beside),
        byline=_byline(v, entry),
        facts=tuple(_facts(v, entry)),
        body=v.md(entry.body),
        about=tuple(v.rows(entry, only=["about"])),
        series=tuple(_series(v, entry)),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _facts(v: PageContext, entry: Article) -> Iterator[Fact]:
    """Whence its authors, where it was printed; which of a series it is."""
    yield from v.rows(entry, only=["units"])
    if entry.printed_in:
        issue = f", số {entry.issue}" if entry.issue else ""
        yield Fact("Đã đăng tại", escape(f"{entry.printed_in}{issue}"))
    yield from v.rows(entry, only=["url"])
    if entry.series:
        yield Fact("Loạt bài", escape(f"{entry.series}, bài {entry.part}"))


def _series(v: PageContext, entry: Article) -> Iterator[Part]:
    """None where it is the only one yet."""
    parts = [one for one in v.library.of(Article) if entry.series and one.series == entry.series]
    if len(parts) > 1:
        for one in sorted(parts, key=lambda one: one.part or 0):
            url = "" if one.id == entry.id else v.url(one)
            yield Part(one.part or 0, Anchor(v.name(one), url))


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
