"""Which Markdown there is: CommonMark with the tables, strikes, tasks and addresses of GFM, notes,
definition lists, abbreviations, and the ids and numbers of legal texts.

Comes in: Markdown text. Goes out: tokens with their lines. Refuses to know: HTML, and what may be.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from portal.markup.abbreviations import use_abbreviations
from portal.markup.notes import use_notes
from portal.markup.places import use_places
from portal.markup.tags import use_tags

Env = MutableMapping[str, Any]
"""What a parse learns besides its tokens: definitions, notes, abbreviations."""
DEEPEST = 100
"""Levels of nesting that are read; an item in a list is two. What stands deeper is lost."""
UNMARKED = re.compile(r"(?!\d+[.)])[«“(]?[^\W_][^\x00-\x1f\\`*_\[\]<>&{}!~@]*(?<!\s)")
_NEAR, _OPENED = 200, 32
"""So many brackets opened so near to one another, and none closed, are no link."""
_BARE = ("://", "www.", "@")
_MARKED = re.compile(r"[\\`*_~\[<&\n]|://|www\.|@")
_DEFINED = re.compile(r"^[ \t>]*:[ \t]", re.MULTILINE)


class _Parser(MarkdownIt):
    """Takes every target as it is written: others say what may be followed."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


def is_unmarked(text: str) -> bool:
    """One line in which Markdown finds nothing to do: most of the prose in fields."""
    return bool(UNMARKED.fullmatch(text)) and "://" not in text and "www." not in text


def parse(text: str, env: Env, *, apart: bool = False, line: bool = False) -> list[Token]:
    """The tokens of a text; of what stands inside a line where it is one.

    `apart`: signs that were escaped stand in tokens of their own.
    """
    has_notes, has_terms = "[^" in text, ":" in text and bool(_DEFINED.search(text))
    parser = _parser(has_notes, has_terms, any(sign in text for sign in _BARE), "*[" in text, apart)
    return parser.parseInline(text, env) if line else parser.parse(text, env)


@cache
def _parser(notes: bool, terms: bool, bare: bool, abbreviations: bool, apart: bool) -> MarkdownIt:
    """A parser that knows what a text has, and does not look for more: a third less time."""
    settings = {"html": False, "maxNesting": DEEPEST, "tasklists": True, "store_labels": True}
    md = _Parser("commonmark", settings).enable(["table", "strikethrough"])
    md.disable(["html_block", "html_inline", *(["text_join"] if apart else [])])
    md.core.ruler.at("inline", _lines)
    md.inline.ruler.at("link", _link)
    md.inline.ruler.at("image", _image)
    use_tags(md)
    if notes:
        use_notes(md)
    if terms:
        md.use(deflist_plugin)
    if bare:
        md.use(gfm_autolink_plugin)
    use_places(md)
    if abbreviations:
        use_abbreviations(md)
    return md


def _lines(state: StateCore) -> None:
    """Words inside lines; most have no markup and are not asked for each of its kinds."""
    for token in state.tokens:
        if token.type == "inline" and token.content:
            token.children = [Token("text", "", 0, content=token.content)]
            if _MARKED.search(token.content):
                token.children = state.md.inline.parse(token.content, state.md, state.env, [])


def _link(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos] == "[" and _may_close(state) and link(state, silent)


def _image(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos] == "!" and _may_close(state) and image(state, silent)


def _may_close(state: StateInline) -> bool:
    """Whether what is opened here can be a link at all: without this 50,000 brackets take 10 s."""
    if state.html_terminator_last("]" if state.env.get("references") else "](") < state.pos:
        return False
    near = state.src[state.pos : state.pos + _NEAR]
    return "]" in near or near.count("[") < _OPENED
