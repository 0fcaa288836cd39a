"""`*[BTB]: Ban Bí thư` on a line of its own explains every BTB of the text.

Comes in: the parser at such a line. Goes out: `env["abbreviations"]`, and tokens around the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_LINE = re.compile(r"\*\[([^\[\]\\\n]{1,100})\] ?:[ \t]*(\S[^\n]*)")


def use_abbreviations(md: MarkdownIt) -> None:
    """Taught to a parser for texts that have such a line."""
    md.block.ruler.before("reference", "abbreviation", _line, {"alt": ["paragraph", "reference"]})
    md.core.ruler.push("abbreviations", _explain)


def _line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    at = state.bMarks[start] + state.tShift[start]
    found = _LINE.fullmatch(state.src, at, state.eMarks[start])
    if found is None or state.is_code_block(start):
        return False
    if not silent:
        state.env.setdefault("abbreviations", {})[found[1]] = (found[2].strip(), start)
        state.line = start + 1
    return True


def _explain(state: StateCore) -> None:
    known = state.env.get("abbreviations")
    if not known:
        return
    longest_first = sorted(known, key=len, reverse=True)
    met = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    for token in state.tokens:
        if token.type == "inline" and met.search(token.content):
            token.children = [
                one
                for child in token.children or []
                for one in (_split(child, met, state) if child.type == "text" else [child])
            ]


def _split(text: Token, met: re.Pattern[str], state: StateCore) -> Iterator[Token]:
    here = 0
    for found in met.finditer(text.content):
        title, _ = state.env["abbreviations"][found[0]]
        state.env.setdefault("explained", set()).add(found[0])
        yield _text(text.content[here : found.start()])
        yield Token("abbr_open", "abbr", 1, attrs={"title": title})
        yield _text(found[0])
        yield Token("abbr_close", "abbr", -1)
        here = found.end()
    yield _text(text.content[here:])


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
