"""Queries by the number of a document, written any way, and by a clause of it.

In: a document. Out: a query; right is every document with that number, none that only cites it.
"""

from __future__ import annotations

import re
from functools import cache
from random import Random

from bench.search import corpus, keys
from bench.search.query import FEW, Class, Query
from bench.search.truth import Doc, Truth
from portal.text import fold

_PARTS = re.compile(r"(?P<n>\d+)(?:[-/](?P<year>\d{4}))?[-/](?P<rest>.+)")


def _number(truth: Truth, random: Random, doc: Doc) -> Query | None:
    found = _parts(doc.number)
    if not found:
        return None
    n, year, rest = found["n"], found["year"], found["rest"]
    sign = re.split(r"[-/]", rest)[0]
    right = {one.url for one in truth.docs if one.number == doc.number}
    if random.random() < 0.6:
        return Query("number", _spelt(doc.number, random), frozenset(right))
    head = f"{n}/{year}" if year else n
    if random.random() < 0.4:
        right = {one.url for one in truth.docs if _is(one, n, year) and one.type == doc.type}
        word = random.choice((doc.type, keys.plain(doc.type).lower()))
        text = f"{word}{random.choice((' số ', ' so ', ' '))}{head}"
    elif sign not in _SIGNS:
        return None
    else:
        right = {one.url for one in truth.docs if _is(one, n, year) and _sign(one) == sign}
        low = fold(sign)
        text = random.choice((f"{sign} {head}", f"{low} {head}", f"{low}{head}", f"{head} {low}"))
    return Query("number", text, frozenset(right)) if len(right) <= FEW else None


_SIGNS = frozenset({*corpus.SIGNS.values(), "QĐi"})


@cache
def _parts(number: str) -> re.Match[str] | None:
    return _PARTS.fullmatch(number)


def _is(doc: Doc, n: str, year: str | None) -> bool:
    found = _parts(doc.number)
    return bool(found and found["n"] == n and (not year or found["year"] == year))


def _sign(doc: Doc) -> str:
    found = _parts(doc.number)
    return re.split(r"[-/]", found["rest"])[0] if found else ""


def _spelt(number: str, random: Random) -> str:
    """A whole number as people write it down."""
    way = random.randrange(9)
    spaced = re.sub(r"[-/]", " ", number)
    if way == 0:
        return number
    if way == 1:
        return number.lower()
    if way == 2:
        return keys.plain(number).lower()
    if way == 3:
        return spaced
    if way == 4:
        return keys.plain(spaced).lower()
    if way == 5:
        return keys.plain(re.sub(r"[-/]", "", number)).lower()
    if way == 6:
        return f"{random.choice(('số', 'Số', 'so'))} {number}"
    if way == 7:
        return f"số {number.replace('-', ' -').replace('/', ' /')}"
    return re.sub(r"[-/]", random.choice((".", "_", " - ", "--")), number)


def _clause(truth: Truth, random: Random, doc: Doc) -> Query | None:
    """«khoản 2 Điều 5 qđ 11»: the place itself is wanted."""
    places = [one for one in doc.clauses if re.fullmatch(r"dieu-\d+(\.khoan-\d+)?", one)]
    if not places or not doc.number:
        return None
    place = random.choice(places)
    article, _, item = place.removeprefix("dieu-").partition(".khoan-")
    told = f"khoản {item} điều {article}" if item else f"điều {article}"
    number = _spelt(doc.number, random)
    text = random.choice((f"{told} {number}", f"{number} {told}", f"{told} của {number}"))
    text = text if random.random() < 0.6 else keys.plain(text).lower()
    return Query("clause", text, frozenset({doc.url}), place)


CLASSES = (
    Class("number", "số văn bản", 0.99, _number),
    Class("clause", "điều, khoản", 0, _clause),
)

__all__ = ["CLASSES"]
