"""The source of a Markdown text: code in it, and the line of each place.

Comes in: Markdown. Goes out: the same text with its code blanked, for who looks for words in it and
needs their places in the source; what a text shows is the parser's to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

_FENCED = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<![`\\])(`++)(?:[^\n]|\n(?![ \t]*\n)){1,2000}?(?<!`)\1(?!`)")


def without_code(text: str) -> str:
    """The text with code blanked out, line by line as it was."""
    for code in (_FENCED, _CODE):
        if "`" in text or "~~~" in text:
            text = code.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


def lines_of(text: str) -> Callable[[int], int]:
    """A function from places in the text to their lines, the first being 0."""
    breaks = [found.start() for found in re.finditer("\n", text)]
    return lambda at: bisect_left(breaks, at)
