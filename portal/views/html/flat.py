"""Finished prose as one plain text, so that what stands across tags can be read, and the way back.

Comes in: HTML as our templates and converter write it. Goes out: its text, blocks apart, quiet
elements left out, headings marked; places of it in the HTML; pieces of it put into an element.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cached_property

from portal.citations.passages import HEADING
from portal.views.html.texts import end_of

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_ID = re.compile(r'\sid="([^"]+)"')
_INLINE = frozenset(("strong", "em", "b", "i", "span", "mark", "abbr", "u", "s", "del", "ins", "q"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_VOID = frozenset(("img", "hr", "input", "wbr"))
BREAK, GAP = "\x00\n\n", "\x00"
"""Between two blocks; in the place of a quiet element."""


class Flat:
    """One piece of HTML."""

    def __init__(self, html: str, quiet: Collection[str]) -> None:
        self.html = html
        self._flat: list[int] = []
        self._html: list[int] = []
        self._ids: list[tuple[int, str]] = []
        self.headings: list[tuple[int, int]] = []
        """Where they begin and end in the text: what they say is read and not linked."""
        self.text = "".join(self._pieces(quiet))

    def _pieces(self, quiet: Collection[str]) -> Iterator[str]:
        here = length = 0
        html, tag = self.html, _TAG.search(self.html)
        while tag:
            piece = html[here : tag.start()]
            if piece:
                self._flat.append(length)
                self._html.append(here)
                yield piece
                length += len(piece)
            here = tag.end()
            name = tag[2]
            if not tag[1] and (found := _ID.search(tag[3])):
                self._ids.append((length, found[1]))
            if not tag[1] and name in quiet:
                here = end_of(html, name, here)
                made = GAP
            elif name in _INLINE:
                made = ""
            elif name == "br":
                made = "\n"
            elif name in _HEADINGS:
                made = BREAK if tag[1] else f"{BREAK}{HEADING}"
                self._note_heading(length, bool(tag[1]))
            else:
                made = BREAK
            yield made
            length += len(made)
            tag = _TAG.search(html, here)
        self._flat.append(length)
        self._html.append(here)
        yield html[here:]

    def _note_heading(self, at: int, ends: bool) -> None:
        if ends and self.headings:
            self.headings[-1] = (self.headings[-1][0], at)
        elif not ends:
            self.headings.append((at, at))

    @cached_property
    def _id_places(self) -> list[int]:
        return [at for at, _ in self._ids]

    def id_at(self, at: int) -> str:
        """The id that was given last before a place in the text."""
        place = bisect_right(self._id_places, at)
        return self._ids[place - 1][1] if place else ""

    def section(self, at: int) -> int:
        """How many headings have begun before a place."""
        return bisect_right(self.headings, (at, len(self.text)))

    def in_heading(self, at: int) -> bool:
        place = self.section(at)
        return bool(place) and at < self.headings[place - 1][1]

    def block(self, at: int) -> int:
        """Where the block of a place begins."""
        return self.text.rfind(BREAK, 0, at)

    def place(self, at: int) -> int:
        """Where a letter of the text stands in the HTML."""
        piece = bisect_right(self._flat, at) - 1
        return self._html[piece] + at - self._flat[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.place(start), self.place(end - 1) + 1


def balanced(html: str, start: int, end: int) -> tuple[str, str, str, str] | None:
    """What has to stand before, at the beginning, at the end and behind an element that is put
    around a piece in which others end or begin; None where one of them cannot be cut in two."""
    piece = html[start:end]
    if "<" not in piece:
        return "", "", "", ""
    opened: list[re.Match[str]] = []
    closed: list[str] = []
    for tag in _TAG.finditer(piece):
        if tag[2] in _VOID or tag[2] == "br":
            continue
        if tag[2] not in _INLINE:
            return None
        if not tag[1]:
            opened.append(tag)
        elif opened:
            opened.pop()
        else:
            closed.append(tag[2])
    starts = _open_before(html, start, len(closed))
    if len(starts) < len(closed) or any(_ID.search(tag[0]) for tag in (*opened, *starts)):
        return None
    names = [tag[2] for tag in opened]
    return (
        "".join(f"</{name}>" for name in closed),
        "".join(tag[0] for tag in reversed(starts)),
        "".join(f"</{name}>" for name in reversed(names)),
        "".join(tag[0] for tag in opened),
    )


def _open_before(html: str, start: int, count: int) -> list[re.Match[str]]:
    """The innermost inline elements that are open at a place."""
    if not count:
        return []
    opened: list[re.Match[str]] = []
    for tag in _TAG.finditer(html, max(0, html.rfind("<p", 0, start), start - 2000), start):
        if tag[2] not in _INLINE:
            opened = []
        elif not tag[1]:
            opened.append(tag)
        elif opened:
            opened.pop()
    return opened[::-1][:count]
