"""A text as the units it is compared by: each clause with its own words.

Comes in: the Markdown of a body. Goes out: one unit for each clause with an id, in its order.
What stands under a heading without an id belongs to no clause and is not compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from portal.clauses.wording import is_new_wording
from portal.kinds.document.clauses import ITEM, outline

_HEADING = re.compile(r"#{2,6}[ \t]")
_MARK = re.compile(r"[ \t]*\{:?\s*#[^\s{}]+[^{}]*\}\s*$")
_BULLET = re.compile(r"^[ \t]*(?:#{2,6}|[-*+]|\d{1,9}[.)])[ \t]+")
_ENUMERATOR = re.compile(
    r"^(?:(?:phần|chương|mục|điều|khoản|điểm|phụ lục)\s+)?(?:[0-9]+[a-zđ]?|[ivxl]+|[a-zđ])"
    r"(?:\.[0-9]+)*[.):]\s+",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\n\s*\n")
WORD = re.compile(r"\w+|[^\w\s]")
"""What is compared: words and signs, not the space between them."""


@dataclass(frozen=True)
class Unit:
    """One clause: its id, whether it is a heading, its words as readers see them."""

    id: str
    heading: bool
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Without the number in front: a clause that is only renumbered says the same."""
        return tuple(WORD.findall(_ENUMERATOR.sub("", self.text)))

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """Neighbouring words, and how often each two of them are neighbours."""
        words = [word.lower() for word in self.words]
        return Counter(zip(["", *words], [*words, ""], strict=True))


def units(body: str, plain: Callable[[str], str]) -> Iterator[Unit]:
    """`plain` makes readable words of one paragraph of Markdown; a heading is one of its own."""
    clauses = {one.line: one for one in outline(body, 0) if not is_new_wording(one.id)}
    held: list[str] = []
    id, heading = "", False
    for number, line in enumerate(body.split("\n")):
        clause = clauses.get(number)
        if clause or _HEADING.match(line):
            if id:
                yield Unit(id, heading, _text(held, plain))
            id, heading = (clause.id, clause.level < ITEM) if clause else ("", False)
            held = [_BULLET.sub("", _MARK.sub("", line)), *([""] if heading else [])]
        elif id:
            held.append(_MARK.sub("", line).strip())
    if id:
        yield Unit(id, heading, _text(held, plain))


def _text(lines: list[str], plain: Callable[[str], str]) -> str:
    paragraphs = _BREAK.split("\n".join(lines).strip())
    return "\n".join(filter(None, map(plain, paragraphs)))
