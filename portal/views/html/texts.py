"""The running text of finished HTML, without its tags: where marks and links are put in later.

Comes in: HTML whose attributes hold no bare `<` or `>`, as our templates and converter write it.
Goes out: the same HTML, its texts changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_PIECE = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>|[^<]+", re.IGNORECASE)
QUIET = frozenset({"a", "button", "code", "h1", "nav", "pre", "summary", "svg", "time", "title"})
"""Elements whose text already leads somewhere, or is not prose."""


def change_texts(html: str, change: Callable[[str], str], quiet: frozenset[str] = QUIET) -> str:
    """Every text outside the quiet elements becomes what `change` makes of it.

    `change` gets escaped text (`&amp;`) and gives back HTML; it never sees a tag.
    """
    made: list[str] = []
    hushed: list[str] = []
    for piece in _PIECE.finditer(html):
        tag = piece[2]
        if tag is None:
            made.append(piece[0] if hushed else change(piece[0]))
            continue
        made.append(piece[0])
        name = tag.lower()
        if name in quiet:
            if not piece[1]:
                hushed.append(name)
            elif hushed and hushed[-1] == name:
                hushed.pop()
    return "".join(made)
