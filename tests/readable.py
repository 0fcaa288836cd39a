"""Markup as a reviewer reads it: one tag a line, indented as the elements stand in each other.

In: HTML or XML as it is built, whose bytes stay as they are. Out: text in which one changed word is
one changed line. Space that shows beside a word is `␣`, a space that does not break `&nbsp;`; space
between blocks, which nobody sees, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

from portal.text import NBSP

VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr").fullmatch
BLOCK = re.compile(
    "address|article|aside|blockquote|br|caption|col|colgroup|dd|details|div|dl|dt|fieldset"
    "|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|select"
    "|summary|svg|table|tbody|td|tfoot|th|thead|tr|ul"
).fullmatch
"""Elements at whose edges space does not show."""
SPACE = re.compile(r"[ \t\r\n\f]+")
VERBATIM = "pre"


class Token(NamedTuple):
    """One piece of markup as it was written."""

    sort: str
    """`open`, `close`, `whole` for what has no inside, `text`; empty at the two ends."""
    name: str
    text: str


EDGE = Token("", "", "")


class _Tokens(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Token] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        sort = "whole" if VOID(tag) else "open"
        self.found.append(Token(sort, tag, self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.found.append(Token("whole", tag, self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(Token("close", tag, f"</{tag}>"))

    def handle_data(self, data: str) -> None:
        self._say(data)

    def handle_entityref(self, name: str) -> None:
        self._say(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._say(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.found.append(Token("whole", "", f"<!--{data}-->"))

    def handle_decl(self, decl: str) -> None:
        self.found.append(Token("whole", "", f"<!{decl}>"))

    def handle_pi(self, data: str) -> None:
        self.found.append(Token("whole", "", f"<?{data}>"))

    def _say(self, text: str) -> None:
        before = self.found.pop() if self.found and self.found[-1].sort == "text" else EDGE
        self.found.append(Token("text", "", before.text + text))


def lines(markup: str) -> str:
    """One tag a line; an element that holds nothing but words is one line."""
    reader = _Tokens()
    reader.feed(markup)
    reader.close()
    return "".join(f"{line}\n" for line in _laid_out(list(_spaced(reader.found))))


def _spaced(tokens: list[Token]) -> Iterator[Token]:
    """Only space that shows is left."""
    inside = 0
    for before, token, after in zip([EDGE, *tokens], tokens, [*tokens[1:], EDGE], strict=False):
        inside += (token.name == VERBATIM) * {"open": 1, "close": -1}.get(token.sort, 0)
        if token.sort != "text":
            yield token
        elif inside:
            yield token._replace(text=token.text.replace("\n", "↵").replace(NBSP, "&nbsp;"))
        elif text := _shown(token.text, _is_edge(before), _is_edge(after)):
            yield token._replace(text=text)


def _is_edge(token: Token) -> bool:
    return not token.sort or bool(BLOCK(token.name))


def _shown(text: str, at_start: bool, at_end: bool) -> str:
    text = SPACE.sub(" ", text)
    text = text.lstrip(" ") if at_start else text
    text = text.rstrip(" ") if at_end else text
    bare = text.strip(" ")
    if not bare:
        return "␣" if text else ""
    text = "␣" * text.startswith(" ") + bare + "␣" * text.endswith(" ")
    return text.replace(NBSP, "&nbsp;")


def _laid_out(tokens: list[Token]) -> Iterator[str]:
    depth, at = 0, 0
    while at < len(tokens):
        token = tokens[at]
        depth -= token.sort == "close"
        indent = "  " * max(depth, 0)
        if leaf := _leaf(tokens[at : at + 3]):
            yield indent + "".join(one.text for one in leaf)
            at += len(leaf)
            continue
        yield indent + " ".join(token.text.split("\n"))
        depth += token.sort == "open"
        at += 1


def _leaf(tokens: list[Token]) -> list[Token]:
    """An element that holds a text or nothing; empty where it is none."""
    sorts = [one.sort for one in tokens]
    for shape in (["open", "close"], ["open", "text", "close"]):
        if sorts[: len(shape)] == shape:
            return tokens[: len(shape)]
    return []
