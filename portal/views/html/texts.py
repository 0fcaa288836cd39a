"""The running text of finished HTML, without its tags: where marks and links are put in later.

Comes in: HTML whose attributes hold no bare `<` or `>`, as our templates and converter write it.
Goes out: the same HTML, its texts changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Change = Callable[[str], str]
_TAG = re.compile(r"(<[^<>]*>)")


class Quiet:
    """Elements that are left alone, with all that is in them."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(names)
        self._opening = re.compile(rf"<({'|'.join(sorted(names))})\b[^<>]*>").search

    def __or__(self, names: Iterable[str]) -> Quiet:
        return Quiet(self.names.union(names))

    def are_in(self, html: str) -> bool:
        return self._opening(html) is not None

    def change_runs(self, html: str, change: Change) -> str:
        """What stands between them, tags of other elements included, becomes what `change` makes
        of it. A quiet element is passed over whole: few of its letters are looked at."""
        made: list[str] = []
        at = 0
        while found := self._opening(html, at):
            start = found.start()
            if start > at:
                made.append(change(html[at:start]))
            at = end_of(html, found[1], found.end())
            made.append(html[start:at])
        if at < len(html):
            made.append(change(html[at:]))
        return "".join(made)

    def change_texts(self, html: str, change: Change) -> str:
        """Every text outside them becomes what `change` makes of it.

        `change` gets escaped text (`&amp;`) and gives back HTML; it never sees a tag.
        """
        return self.change_runs(html, lambda run: changed(run, change))


def changed(run: str, change: Change) -> str:
    """The texts of a piece without quiet elements."""
    pieces = _TAG.split(run)
    pieces[::2] = [change(text) if text else text for text in pieces[::2]]
    return "".join(pieces)


def end_of(html: str, name: str, start: int) -> int:
    """Where an element ends whose content begins at `start`."""
    close = f"</{name}>"
    end = html.find(close, start)
    if end < 0:
        return len(html)
    if html.find(f"<{name}", start, end) < 0:
        return end + len(close)
    deep = 1
    for tag in re.finditer(rf"<(/?){name}\b[^<>]*>", html[start:]):
        deep += -1 if tag[1] else 1
        if not deep:
            return start + tag.end()
    return len(html)


QUIET = Quiet(("a", "button", "code", "h1", "nav", "pre", "summary", "svg", "time", "title"))
"""Elements whose text already leads somewhere, or is not prose."""
