"""What room 5 hands over: pages to be framed by the theme, and files that are ready as they are.

A `Plan` tells all of a page but its HTML, so that every page is known before one is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portal.kinds import Entry
from portal.kinds.base import Link
from portal.views.html.folded import GROUP, PART

if TYPE_CHECKING:
    from portal.source.attachments import Attached
    from portal.views.context import PageContext

SHARED = Path(__file__).parent / "templates"
"""The templates of pages that no kind has its own for."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of a page's outline."""

    id: str
    title: str
    """Plain text."""
    level: int


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same in another form: data, a feed, another language; `rel="alternate"` of a page."""

    href: str
    """As seen from the page."""
    type: str = ""
    title: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One page to be drawn. Making it costs next to nothing."""

    url: str
    """Below the site's root, with a slash at the end; empty for the home page."""
    title: str
    description: str = ""
    """Plain text; where it is empty, `about` is told instead."""
    about: str = ""
    """Markdown of an editor that says what the page is about."""
    template: str
    """Given one thing only, `page`: what `view` makes."""
    origin: str = ""
    """The content file it is made from, for the edit link; empty where there is no single one."""
    searchable: bool = True
    names: tuple[str, ...] = ()
    """What else people call it, who look for it by name."""
    day: str = ""
    """The day of which it tells, `2021-12-31`: it is found by it."""
    label: str = ""
    """What kind of page it is, for search results: «Văn bản»."""
    menu: str = ""
    """The menu group it stands in; entries stand in none."""
    menu_place: int = 130
    outlined: bool = True
    """Whether its headings are listed beside it."""
    lang: str = ""
    """Of its text, where that is not Vietnamese."""
    alternates: tuple[Alternate, ...] = ()
    """Found once all plans are made."""
    linked: bool = False
    """Whether it says to machines what its entry is."""
    sources: tuple[Link, ...] = ()
    """Numbered, and listed at its end."""
    entry: Entry | None = None
    """The entry it is of."""
    instead: str = ""
    """The page that search engines list in its place."""
    view: Callable[[PageContext], object]
    """Makes the view model its template lays out: a plain function, or a `partial` of one with what
    it shows. Whatever takes time is done there."""

    @property
    def source_path(self) -> str:
        """The Markdown path a builder would give it."""
        return f"{self.url}index.md"

    @property
    def path(self) -> str:
        """The file it becomes, below the site's root."""
        return f"{self.url}index.html"


@dataclass(frozen=True, slots=True)
class Page:
    """A drawn page: complete HTML of the article, without the site's frame."""

    plan: Plan
    description: str
    html: str
    outline: tuple[Heading, ...] = field(default=())
    data: Mapping[str, Any] = field(default_factory=dict)
    """What it says to machines, as JSON-LD; its addresses are relative to the page."""
    tags: tuple[tuple[str, str], ...] = ()
    """(name, content) of what citation tools read in the head."""

    @property
    def url(self) -> str:
        return self.plan.url

    @property
    def title(self) -> str:
        return self.plan.title


@dataclass(frozen=True, slots=True)
class Asset:
    """One ready file."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Copy:
    """One file of the content or of `web/`, handed on as it is."""

    path: str
    file: Path
    attached: Attached | None = None
    """Of the content, what was judged."""

    def refuse_changed(self) -> None:
        """Asked after it was copied: raises where other bytes than those judged may have been."""
        if self.attached:
            self.attached.refuse_changed()


_HEADING = re.compile(r'<h([2-4])[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_FOLDED = re.compile(rf"{PART}<details><summary><h([2-4])")
_GROUP = re.compile(
    rf'{GROUP}<details><summary>([^<]*)</summary><div class="clause"><h[2-4][^>]*? id="([^"]+)"'
)
_TAGS = re.compile(r"<[^>]+>")
_ID = re.compile(r' id="([^"]+)"')


def distinct_ids(html: str) -> str:
    """Where an editor's heading is named as a section of ours, the later gets a number."""
    ids = _ID.findall(html)
    if len(ids) == len(taken := set(ids)):
        return html
    met: set[str] = set()

    def named(found: re.Match[str]) -> str:
        id, number = found[1], 1
        while id in met or (number > 1 and id in taken):
            number += 1
            id = f"{found[1]}-{number}"
        met.add(id)
        return f' id="{id}"'

    return _ID.sub(named, html)


def outline_of(html: str) -> tuple[Heading, ...]:
    """The headings of the second to fourth level that can be pointed to, in the page's order; of a
    long text that is folded its parts."""
    if GROUP in html:
        return tuple(Heading(id, unescape(told), 2) for told, id in _GROUP.findall(html))
    part = _FOLDED.search(html)
    deepest = int(part[1]) if part else 4
    return tuple(
        Heading(id, unescape(" ".join(_TAGS.sub("", title).split())), int(level))
        for level, id, title in _HEADING.findall(html)
        if int(level) <= deepest
    )
