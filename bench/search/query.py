"""What a query is, and a class of queries: the words every module here shares.

In: nothing. Out: `Query`, `Class`, and what a maker of queries is. Knows no page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.search.truth import Doc, Truth

FEW, SOME = 5, 10
"""A title query is asked if no more pages hold it; a sentence or an unfinished one, the second."""
_EDGES = "«»“”\"'.,:;()?!–- "

Typed = Callable[[str, Random], str]
"""Words as they should be → as they are typed."""


@dataclass(frozen=True)
class Query:
    """What is typed, and the addresses of which one should come first; `place` is a clause."""

    cls: str
    text: str
    right: frozenset[str]
    place: str = ""


Make = Callable[[Truth, Random, Doc], Query | None]
"""A query cut out of a page, or nothing where the page does not serve."""


@dataclass(frozen=True)
class Class:
    """One way of asking; `aim` of success@`at`, 0 where the portal set itself none."""

    id: str
    label: str
    aim: float
    make: Make | None = None
    """None where the queries stand in a list."""
    at: int = 1


def window(text: str, random: Random, least: int, most: int) -> str:
    """Some words of a text, side by side, without the signs at their edges."""
    words = text.split()
    length = min(len(words), random.randint(least, most))
    start = random.randint(0, len(words) - length)
    return bare(" ".join(words[start : start + length]))


def bare(text: str) -> str:
    """Without the signs at its edges."""
    return text.strip(_EDGES)
