"""Ids that editors give to headings and list items, and the numbers they write before items.

Comes in: the tokens of a text. Goes out: the same tokens; `id` and `value` stand on them.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

BOXES = {False: "☐ ", True: "☑ "}
ID = r"[a-z0-9.-]+"
_MARK = re.compile(rf"[ \t\n]*\{{:?[ \t]*#({ID})[ \t]*\}}[ \t]*$")


def use_places(md: MarkdownIt) -> None:
    """Taught to a parser; after its own rules, when the words of each line are known."""
    md.core.ruler.push("marks", _marks)
    md.core.ruler.push("numbers", _numbers)
    md.core.ruler.push("tasks", _tasks)


def _marks(state: StateCore) -> None:
    """`### 4. Khảo sát {#muc-ii.4}`, `- text {#muc-ii.1.gach-2}`: at the end of a heading, and of
    the first paragraph of an item."""
    if "{" not in state.src:
        return
    for at, token in enumerate(state.tokens[:-2]):
        told = state.tokens[at + 1]
        if token.type == "list_item_open" and told.type == "paragraph_open":
            told = state.tokens[at + 2]
        elif token.type != "heading_open":
            continue
        if told.type == "inline" and (id := _taken(told.children or [])):
            token.attrSet("id", id)


def _taken(words: list[Token]) -> str:
    """The mark at the end of a line, taken off it."""
    last = words[-1] if words else None
    found = _MARK.search(last.content) if last and last.type == "text" else None
    if last is None or found is None:
        return ""
    last.content = last.content[: found.start()]
    if not last.content:
        words.pop()
    if words and words[-1].type == "softbreak":
        words.pop()
    return found[1]


def _numbers(state: StateCore) -> None:
    """An item says the number that is written before it; `1. 1. 1.` counts, as everywhere, but not
    where items have ids: the numbers of a law are those it prints."""
    lists: list[list[Token]] = []
    for token in state.tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info:
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            _number(lists.pop())


def _number(items: list[Token]) -> None:
    written = [int(item.info) for item in items]
    if len(set(written)) == 1 and not any("id" in item.attrs for item in items):
        written = list(range(written[0], written[0] + len(written)))
    expected = written[0]
    for item, number in zip(items, written, strict=True):
        item.meta["number"] = number
        if number != expected:
            item.attrSet("value", number)
        expected = number + 1


def _tasks(state: StateCore) -> None:
    """`- [x]` begins with a letter that is a ticked box: one that nobody can tick is no field of a
    form, and Word and the search have none."""
    for at, token in enumerate(state.tokens[:-2]):
        words = state.tokens[at + 2]
        if "checked" in token.meta and words.type == "inline" and words.children is not None:
            words.children.insert(0, Token("text", "", 0, content=BOXES[token.meta["checked"]]))
