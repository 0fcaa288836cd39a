"""The HTML an editor may write in Markdown: paired tags and the break, without attributes.

Comes in: the parser at a `<`. Goes out: tokens of its own; every other `<` stays text.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

PAIRED_TAGS = ("sub", "sup", "kbd", "mark")
"""Besides these only `<br>`."""
LONGEST = 2000
"""Letters between a tag and its end."""
ALLOWED_TAG = re.compile(rf"</?(?:{'|'.join(PAIRED_TAGS)})>|<br ?/?>", re.IGNORECASE)
_OPEN = re.compile(rf"<({'|'.join(PAIRED_TAGS)})>", re.IGNORECASE)
_CLOSE = {name: re.compile(rf"</{name}>", re.IGNORECASE) for name in PAIRED_TAGS}
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)


def use_tags(md: MarkdownIt) -> None:
    """Taught to a parser that takes no other HTML."""
    md.inline.ruler.push("paired_tag", _paired)
    md.inline.ruler.push("break", _break)


def _paired(state: StateInline, silent: bool) -> bool:
    """`<sub>…</sub>` and its like, with whatever may stand in a line between them."""
    found = _OPEN.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    if not found:
        return False
    name = found[1].lower()
    end = min(state.posMax, found.end() + LONGEST)
    close = _CLOSE[name].search(state.src, found.end(), end)
    if not close:
        return False
    if not silent:
        end = state.posMax
        state.push("tag_open", name, 1)
        state.pos, state.posMax = found.end(), close.start()
        state.md.inline.tokenize(state)
        state.push("tag_close", name, -1)
        state.posMax = end
    state.pos = close.end()
    return True


def _break(state: StateInline, silent: bool) -> bool:
    """`<br>`: no line of the source ends here."""
    found = _BREAK.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    if not found:
        return False
    if not silent:
        state.push("hardbreak", "br", 0).info = "tag"
    state.pos = found.end()
    return True
