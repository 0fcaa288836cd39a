"""Queries cut out of what pages say, with marks and without.

In: a page. Out: a piece of one of its sentences with all pages that hold it, or nothing.
"""

from __future__ import annotations

from random import Random

from bench.search import keys
from bench.search.query import SOME, Class, Make, Query, window
from bench.search.truth import Doc, Truth, flat


def _body(cls: str, marks: bool) -> Make:
    def make(truth: Truth, random: Random, doc: Doc) -> Query | None:
        long = [one for one in doc.sentences if one.count(" ") > 7]
        if not long:
            return None
        words = window(random.choice(long), random, 6, 12)
        if len(flat(words).split()) < 6:
            return None
        right = truth.saying(words, marks=marks)
        text = words if marks else keys.plain(words)
        if len(right) > SOME:
            return None
        return Query(cls, text, frozenset(right | truth.numbered(words)))

    return make


CLASSES = (
    Class("body", "câu trong bài", 0.80, _body("body", marks=True)),
    Class("body-plain", "câu, không dấu", 0.80, _body("body-plain", marks=False)),
)

__all__ = ["CLASSES"]
