"""A long text folded by its widest headings: a reader opens the part he wants, a browser lays out
no other.

Comes in: the finished HTML of a document's text. Goes out: the same; each part of a long one in
`<details>`, which finding in the page, a link to a clause and the printer open by themselves.
"""

from __future__ import annotations

import re

from markupsafe import Markup

MOST = 1000
"""Elements of a text that stands open as a whole."""
_BEGINS = '<div class="clause"><h2 '
_HEAD = re.compile(
    r'<div class="clause">(<h2 .*?</h2>)(<a class="headerlink".*?</a>)</div>', re.DOTALL
)
_NOTES = '<div class="footnote">'
PART = '<div class="part">'


def folded(html: str) -> Markup:
    """Texts of one part, and short ones, stay as they are."""
    if html.count("<") - html.count("</") <= MOST:
        return Markup(html)
    text, sign, notes = str(html).partition(_NOTES)
    before, *parts = text.split(_BEGINS)
    if len(parts) < 2:
        return Markup(html)
    made = (_part(f"{_BEGINS}{part}") for part in parts)
    return Markup("".join((before, *made, sign, notes)))


def _part(html: str) -> str:
    head = _HEAD.match(html)
    if head is None:
        return html
    rest = html[head.end() :]
    if not rest.strip():
        return html
    return f"{PART}<details><summary>{head[1]}</summary>{rest}</details>{head[2]}</div>"
