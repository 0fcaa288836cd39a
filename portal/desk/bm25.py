"""Words ranked by lunr's BM25, with the portal's own folding as its pipeline.

Comes in: texts in named fields. Goes out: an index that gives the places of texts, best first.
Refuses to know: what the texts are. It is what editors search with at the terminal, and the yard
stick the ranking of the site's own index is held to (tests/test_search_quality.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lunr.builder import Builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.query import Query, QueryPresence
from lunr.token import Token

from portal.text import fold

_WORD = re.compile(r"[^\W_]+")
_FUZZY = 5
"""From so many letters on, a word nobody wrote may have one letter wrong."""


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(fold(text))


def _folded(token: Token, place: int, tokens: Sequence[Token]) -> Token:
    return token.update(lambda text, _: fold(text))


Pipeline.register_function(_folded, "viet-fold")


class Ranking:
    """Texts to be asked by words; every text is known by its place in the order it came in."""

    def __init__(self, texts: Iterable[Mapping[str, str]], boosts: Mapping[str, int]) -> None:
        builder = Builder()
        builder.ref("place")
        for pipeline in (builder.pipeline, builder.search_pipeline):
            pipeline.add(_folded)
        for name, boost in boosts.items():
            builder.field(name, boost=boost)
        for place, text in enumerate(texts):
            builder.add({"place": place} | {name: _cut(text[name]) for name in boosts})
        self._index: Index = builder.build()

    def best(self, text: str) -> list[tuple[int, float]]:
        """(place, score) of the texts with all words; with any of them, where none has all."""
        asked = list(dict.fromkeys(words(text)))
        if not asked:
            return []
        return self._ask(asked, QueryPresence.REQUIRED) or self._ask(asked, QueryPresence.OPTIONAL)

    def _ask(self, asked: Sequence[str], presence: QueryPresence) -> list[tuple[int, float]]:
        query: Query = self._index.create_query()
        for word in asked:
            known = word in self._index.inverted_index
            slips = 0 if known or len(word) < _FUZZY else 1
            query.term(word, presence=presence, edit_distance=slips)
        return [(int(found["ref"]), float(found["score"])) for found in self._index.query(query)]


def _cut(text: str) -> list[str]:
    """Cut here, because lunr cuts at spaces and hyphens only and leaves signs on its words."""
    return _WORD.findall(text)
