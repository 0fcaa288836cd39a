"""Queries nobody tuned for: cut out of the pages, then typed as people type.

In: pages, a seed, how many of each class. Out: queries with the pages that are right.

How ties are judged: all pages that hold the query's own words side by side are right, in the title
for classes cut from titles, anywhere for sentences; a query that more than a few pages hold is not
asked. Marks count where they were typed in full. For document numbers every document with that
number is right, and no page that only cites it; where words that were cut hold such a number, its
document is right too, for who types a number is given the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from bench.search import authored, meant, numbered, sentences, titles
from bench.search.query import Class, Query
from bench.search.truth import Doc, Truth, exact, flat

_TRIES = 60
CLASSES = (
    *titles.CLASSES,
    *numbered.CLASSES,
    *sentences.CLASSES,
    titles.PAIRS,
    *meant.CLASSES,
    *authored.CLASSES,
)


def ask(truth: Truth, seed: int, count: int, only: tuple[str, ...] = ()) -> list[Query]:
    """`count` queries of every class, the classes by turns, so that a part of them is fair."""
    chosen = [one for one in CLASSES if not only or one.id in only]
    columns = [list(_some(one, truth, seed, count)) for one in chosen]
    longest = max(map(len, columns))
    return [column[at] for at in range(longest) for column in columns if at < len(column)]


def _some(one: Class, truth: Truth, seed: int, count: int) -> Iterator[Query]:
    random, asked = Random(f"{seed} {one.id}"), set[str]()
    pool = _POOLS.get(one.id, _anything)(truth.docs)
    for _ in range(count * _TRIES if pool and one.make else 0):
        query = one.make(truth, random, random.choice(pool)) if one.make else None
        if query and query.right and query.text not in asked:
            asked.add(query.text)
            yield query
            if len(asked) == count:
                return


def _anything(docs: list[Doc]) -> list[Doc]:
    return docs


def _papers(docs: list[Doc]) -> list[Doc]:
    return [doc for doc in docs if doc.number]


def _twice(docs: list[Doc]) -> list[Doc]:
    met: dict[str, int] = {}
    for doc in docs:
        met[flat(doc.title)] = met.get(flat(doc.title), 0) + 1
    return [doc for doc in docs if met[flat(doc.title)] > 1 and not doc.living]


def _alike(docs: list[Doc]) -> list[Doc]:
    """Pages with two or three words in their title that another title has with other marks."""
    known: dict[str, set[str]] = {}
    for doc in docs:
        for told in _grams(doc):
            known.setdefault(flat(told), set()).add(exact(told))
    return [doc for doc in docs if any(len(known[flat(told)]) > 1 for told in _grams(doc))]


def _grams(doc: Doc) -> Iterator[str]:
    words = [word for word in doc.title.split() if flat(word)]
    yield from (" ".join(words[at : at + 2]) for at in range(len(words) - 1))


_POOLS: dict[str, Callable[[list[Doc]], list[Doc]]] = {
    **dict.fromkeys(("number", "clause"), _papers),
    **{"living": _twice, "pairs": _alike},
    "synonym": lambda docs: [doc for doc in docs if doc.short_forms],
}


__all__ = ["CLASSES", "ask"]
