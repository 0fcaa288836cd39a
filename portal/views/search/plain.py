"""Markdown of an entry as plain text, cut where it can be pointed to.

Comes in: Markdown. Goes out: the text before the first place, and the places with theirs.
Knows only marks that change no word: what a page looks like is the converter's affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import zip_longest
from typing import NamedTuple

from portal.clauses.wording import is_new_wording
from portal.kinds.document.clauses import clause_name
from portal.markup import PAIRED_TAGS
from portal.markup.places import ID
from portal.text import slug
from portal.views.search.record import Section

_BEGUN = re.compile(r"(?P<marks>\#{1,6})[ ]+|[ ]*(?:[-*+]|\d+[.)])[ ]+")
_ID = re.compile(r"\{:?[ ]*\#([^\s}]+)[^}]*\}[ ]*")
_LINK = re.compile(
    r"!?\[([^\]^][^\]]{0,500})\](?:\((?:<[^<>\n]{0,500}>|[^()\s]{0,500}(?:\([^()\s]{0,99}\)[^()\s]{0,99}){0,4})"
    r"(?:\s+\"[^\"]{0,500}\"|\s+'[^']{0,500}')?\)|\[[^\]]{0,500}\])"
)
_DEFINED = re.compile(
    r"(?:\A\n?|(?<=\n\n))"
    r"(?:\[(?!\^)[^\]\n]{1,500}\]:[ ]*[^\s/.:#]*[/.:#]\S*(?:[ ]+[\"'(].*)?(?:\n|\Z))+"
)
"""Targets of links in a paragraph of their own; what stands elsewhere is shown."""
_DROPPED = re.compile(
    rf"\[\^[^\]]{{1,200}}\]:?|\{{:?[ ]*#{ID}[ ]*\}}|</?(?:{'|'.join(PAIRED_TAGS)})>|<br ?/?>"
    r"|^[ \t]*\|?[-:| ]{3,}$",
    re.MULTILINE,
)
_DROPPED_HAS = ("[", "{", "<", "|", "--", "::")
"""One of these stands in whatever `_DROPPED` finds: looking for them first is ten times as fast."""
_LEADING = re.compile(r"[ ]*(?:#{1,6}|>|[-+]|\d{1,3}[.)])[ ]+")
_LEADS = frozenset(" #>-+0123456789")
_MARKED = re.compile(r"[\\\[\]{}<>|*`&\n]|--|::|~~")
"""Any sign that `plain` does more with than count as a letter."""


def plain(markdown: str) -> str:
    """The words of a Markdown text, its paragraphs on lines of their own."""
    if markdown[:1] not in _LEADS and not _MARKED.search(markdown):
        return " ".join(markdown.split())  # most headings, most names
    if "\\" in markdown:
        markdown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)
    if "[" in markdown:
        markdown = _LINK.sub(r"\1", markdown)
    if "]:" in markdown:
        markdown = _DEFINED.sub("\n", markdown)
    if any(map(markdown.__contains__, _DROPPED_HAS)):
        markdown = _DROPPED.sub(" ", markdown)
    text = "\n".join(map(_unmarked, markdown.split("\n")))
    if "~~" in text:
        text = text.replace("~~", "")
    for sign in "*`|":
        text = text.replace(sign, " ")
    lines = (" ".join(line.split()) for line in unescape(text).split("\n"))
    return "\n".join(filter(None, lines))


def _unmarked(line: str) -> str:
    found = _LEADING.match(line) if line[:1] in _LEADS else None
    return line[found.end() :] if found else line


class _Place(NamedTuple):
    """A line that can be pointed to: a heading, or an item with an id."""

    start: int
    end: int
    title: str
    id: str
    is_heading: bool


def sections(body: str) -> tuple[str, tuple[Section, ...]]:
    """The text before the first place, then every place: an own id, or that of its heading."""
    places = list(_places(body))
    before = plain(body[: places[0].start] if places else body)
    made: dict[str, Section] = {}
    for found, following in zip_longest(places, places[1:]):
        text = plain(body[found.end : following.start if following else len(body)])
        title = plain(found.title)
        id = found.id or slug(title)
        label = title if found.is_heading else clause_name(id, title)
        if not found.is_heading:
            text = f"{title}\n{text}"
        if id and id not in made:
            made[id] = Section(id, label, text)
    return before, tuple(made.values())


def _places(body: str) -> Iterator[_Place]:
    start = 0
    for line in body.split("\n"):
        end = start + len(line)
        at = line.rfind("{")
        named = _ID.fullmatch(line, at) if at >= 0 else None
        if named and is_new_wording(named[1]):
            named = None
        if (named or line[:1] == "#") and (begun := _BEGUN.match(line)):
            title = line[begun.end() : at] if named else line[begun.end() :]
            id = named[1] if named else ""
            yield _Place(start, end, title.strip(" "), id, bool(begun["marks"]))
        start = end + 1
