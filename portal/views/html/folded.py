"""A long text folded by its widest headings: a reader opens the part he wants, a browser lays out
no other.

Comes in: the finished HTML of a document's text. Goes out: the same; each part of a long one in
`<details>`, which finding in the page, a link to a clause and the printer open by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from portal.kinds.document.clauses import clause_name
from portal.text import upper_first

MOST = 1000
"""Elements of a text that stands open as a whole."""
MOST_PARTS, TOGETHER = 120, 50
"""Parts that are listed one by one; of more so many are folded together."""
_LEVELS = (2, 3, 4)
_BEGINS = '<div class="clause"><h{} '
_HEAD = re.compile(
    r'<div class="clause">(<h([2-4]) .*?</h\2>)(<a class="headerlink".*?</a>)</div>', re.DOTALL
)
_ID = re.compile(r' id="([^"]+)"')
_NOTES = '<div class="footnote">'
PART, GROUP = '<div class="part">', '<div class="part part--group">'


def folded(html: str) -> Markup:
    """Texts of one part, and short ones, stay as they are."""
    if html.count("<") - html.count("</") <= MOST:
        return Markup(html)
    text, sign, notes = str(html).partition(_NOTES)
    for level in _LEVELS:
        before, *parts = text.split(begins := _BEGINS.format(level))
        if len(parts) > 1:
            whole = [f"{begins}{part}" for part in parts]
            made = map(_part, whole) if len(whole) <= MOST_PARTS else _groups(whole)
            return Markup("".join((before, *made, sign, notes)))
    return Markup(html)


def _part(html: str) -> str:
    head = _HEAD.match(html)
    if head is None:
        return html
    rest = html[head.end() :]
    if not rest.strip():
        return html
    return f"{PART}<details><summary>{head[1]}</summary>{rest}</details>{head[3]}</div>"


def _groups(parts: Sequence[str]) -> Iterator[str]:
    """«Điều 1 đến Điều 50»: four hundred articles of which none is in a chapter."""
    for at in range(0, len(parts), TOGETHER):
        group = parts[at : at + TOGETHER]
        first, last = _name(group[0]), _name(group[-1])
        told = f"{first} đến {last}" if last != first else first
        inner = "".join(group)
        yield f"{GROUP}<details><summary>{escape(told)}</summary>{inner}</details></div>"


def _name(html: str) -> str:
    found = _ID.search(html)
    id = found[1] if found else ""
    return upper_first(clause_name(id, id))
