"""What room 5 hands over: pages to be framed by the theme, and files that are ready as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of a page's outline."""

    id: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page: complete HTML of the article, without the site's frame."""

    url: str
    """Below the site's root, with a slash at the end; empty for the home page."""
    title: str
    description: str
    html: str
    origin: str = ""
    """The content file it was made from, for the edit link; empty where there is no single one."""
    searchable: bool = True
    label: str = ""
    """What kind of page it is, for search results: «Văn bản»."""
    menu: str = ""
    """The menu group it stands in; entries stand in none."""
    menu_place: int = 50
    outline: tuple[Heading, ...] = field(default=())

    @property
    def source_path(self) -> str:
        """The Markdown path a builder would give it."""
        if self.url == "":
            return "index.md"
        return f"{self.url}index.md"


@dataclass(frozen=True, slots=True)
class Asset:
    """One ready file."""

    path: str
    content: bytes


_HEADING = re.compile(r'<h([23])[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")


def outline_of(html: str) -> tuple[Heading, ...]:
    """The headings of second and third level that can be pointed to, in the page's order."""
    return tuple(
        Heading(id, " ".join(_TAGS.sub("", title).split()), int(level))
        for level, id, title in _HEADING.findall(html)
    )
