"""Markdown of an entry as plain text, cut where it can be pointed to.

Comes in: Markdown. Goes out: the text before the first place, and the places with theirs.
Knows only marks that change no word: what a page looks like is the converter's affair.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import zip_longest

from portal.kinds.document.clauses import clause_name
from portal.text import slug
from portal.views.search.record import Section

_PLACE = re.compile(
    r"^(?:(?P<marks>\#{1,6})[ ]+(?P<title>.*?)|[ ]*(?:[-*+]|\d+[.)])[ ]+(?P<item>.*?))"
    r"[ ]*(?:\{:?[ ]*\#(?P<id>[^\s}]+)[^}]*\})?[ ]*$",
    re.MULTILINE,
)
_LINK = re.compile(r"!?\[([^\]^][^\]]*)\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_DROPPED = re.compile(
    r"^\[[^\]]+\]:\s*\S+.*$|\[\^[^\]]+\]:?|\{:?[ ]*[#.][^}]*\}|</?[a-z]+ ?/?>|^\s*\|?[-:| ]{3,}$",
    re.MULTILINE,
)
_MARKS = re.compile(r"\*{1,3}|`+|^[ ]*(?:#{1,6}|>|[-+]|\d+[.)])[ ]+|\|", re.MULTILINE)


def plain(markdown: str) -> str:
    """The words of a Markdown text, its paragraphs on lines of their own."""
    if "\\" in markdown:
        markdown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)
    text = _MARKS.sub(" ", _DROPPED.sub(" ", _LINK.sub(r"\1", markdown)))
    lines = (" ".join(line.split()) for line in unescape(text).split("\n"))
    return "\n".join(filter(None, lines))


def sections(body: str) -> tuple[str, tuple[Section, ...]]:
    """The text before the first place, then every place: an own id, or that of its heading."""
    places = [found for found in _PLACE.finditer(body) if found["marks"] or found["id"]]
    before = plain(body[: places[0].start()] if places else body)
    made: dict[str, Section] = {}
    for found, following in zip_longest(places, places[1:]):
        text = plain(body[found.end() : following.start() if following else len(body)])
        title = plain(found["title"] or found["item"] or "")
        id = found["id"] or slug(title)
        label = title if found["marks"] else clause_name(id, title)
        if not found["marks"]:
            text = f"{title}\n{text}"
        if id and id not in made:
            made[id] = Section(id, label, text)
    return before, tuple(made.values())
