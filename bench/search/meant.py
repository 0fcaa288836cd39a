"""Queries in which something stands for something else: a term said another way, a title that a
document in force shares with one that is not.

In: a page. Out: a query with the pages that are meant, or nothing.
"""

from __future__ import annotations

from random import Random

from bench.search import keys
from bench.search.query import SOME, Class, Query
from bench.search.truth import Doc, Truth, exact, flat


def _standing_for(truth: Truth, random: Random, doc: Doc) -> Query | None:
    """A term said another way: right are its own page and those whose title has it in full."""
    if not doc.short_forms:
        return None
    said = random.choice(doc.short_forms)
    every = (doc.title, *doc.short_forms)
    right = {doc.url}.union(*(truth.titled(one, marks=True) for one in every))
    others = [one for one in truth.docs if one.url in right and one.url != doc.url]
    text = said if random.random() < 0.5 else keys.plain(said)
    if others and random.random() < 0.5:
        title = random.choice(others).title
        at = exact(title).find(exact(doc.title))
        before = title.split()[: len(exact(title)[: max(at, 0)].split())][:3]
        if at > 0 and before and all(word.isalpha() for word in before):
            text = f"{' '.join(before)} {text}"
            right = {
                one.url for one in others if flat(one.title).startswith(flat(" ".join(before)))
            }
    return Query("synonym", text, frozenset(right)) if len(right) <= 3 * SOME else None


def _living(truth: Truth, random: Random, doc: Doc) -> Query | None:
    """Two documents of one title: the one in force comes first."""
    same = [one for one in truth.same[flat(doc.title)] if exact(one.title) == exact(doc.title)]
    alive = {one.url for one in same if one.living}
    if len(same) < 2 or not alive or len(alive) == len(same):
        return None
    if len(same) < len(truth.same[flat(doc.title)]):  # twins: only marks tell them apart
        return None
    holding = truth.titled(doc.title) - {one.url for one in same}
    text = doc.title if random.random() < 0.5 else keys.plain(doc.title)
    return Query("living", text, frozenset(alive | holding))


CLASSES = (
    Class("living", "còn hiệu lực trước", 0, _living),
    Class("synonym", "viết tắt, tên khác", 0.90, _standing_for, at=5),
)

__all__ = ["CLASSES"]
