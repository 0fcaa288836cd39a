"""What can be found: the file that the theme's search worker reads, a record for the beginning of
every page and one for each of its sections.

Comes in: the pages. Goes out: one JSON file. Reads finished HTML, so it finds what readers see;
the theme's own plugin does the same with a slow parser, a quarter of the whole build.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import escape

from portal.views.outputs import Asset, Page

PATH = "search/search_index.json"
SETTINGS = {
    "lang": ["vi"],
    "separator": r"[\s\-/,.:;()«»“”]+",
    "pipeline": [" "],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}
NAMES_OF_OTHERS = ("lien-quan", "nguon")
"""Sections that only name other entries: who looks for those wants their own pages."""

_APART = re.compile(
    r"<(nav|div) data-search-exclude\b.*?</\1>|<h1\b.*?</h1>|<a class=\"footnote-.*?</a>",
    re.DOTALL,
)
_SECTION = re.compile(r'<h[2-6]\b[^>]*? id="([^"]+)"[^>]*>(.*?)</h[2-6]>', re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|kbd|mark|small|span|strong|sub|sup|time)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


def draw(pages: Iterable[Page]) -> Asset:
    """The records of all pages that may be found, in their order."""
    records = (record for page in pages if page.searchable for record in _records(page))
    lines = b",\n".join(_json(record) for record in records)
    return Asset(PATH, b'{"config":%b,"docs":[\n%b\n]}\n' % (_json(SETTINGS), lines))


def _records(page: Page) -> Iterator[dict[str, str]]:
    """Where, what it is called, what it says: text as HTML without tags."""
    first, *rest = _SECTION.split(_APART.sub(" ", page.html))
    title = escape(page.title, quote=False)
    yield {"location": page.url, "title": title, "text": _text(first)}
    for id, heading, html in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        if id not in NAMES_OF_OTHERS:
            place = f"{page.url}#{id}"
            yield {"location": place, "title": _text(heading), "text": _text(html)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _text(html: str) -> str:
    return " ".join(_TAG.sub(" ", _INLINE.sub("", html)).split())
