"""Queries cut out of titles, typed as people type: with slips, without marks, glued, unfinished.

In: a page and how it is typed. Out: a query, or nothing where the page does not serve. Words that
more than a few titles hold are not asked for.
"""

from __future__ import annotations

from random import Random

from bench.search import keys
from bench.search.query import FEW, SOME, Class, Make, Query, Typed, bare, window
from bench.search.truth import Doc, Truth, flat


def _titled(truth: Truth, random: Random, doc: Doc) -> tuple[str, frozenset[str]] | None:
    """Words of a title few other titles have."""
    for _ in range(4):
        whole = random.random() < 0.2
        words = bare(doc.title) if whole else window(doc.title, random, 3, 7)
        if len(flat(words).split()) > 2:
            right = truth.titled(words)
            if 0 < len(right) <= FEW:
                return words, frozenset(right)
    return None


def _from_title(cls: str, typed: Typed, marks: bool) -> Make:
    def make(truth: Truth, random: Random, doc: Doc) -> Query | None:
        found = _titled(truth, random, doc)
        if not found:
            return None
        words, right = found
        text = typed(words, random)
        if text == words and cls != "exact":
            return None
        if marks:
            right = frozenset(truth.titled(words, marks=True))
        return Query(cls, text, right | truth.numbered(words))

    return make


def _typo(words: str, random: Random) -> str:
    if not any(len(word) > 2 and word.isalpha() for word in words.split()):
        return words
    made = keys.mistyped(words, random)
    return made if random.random() < 0.5 else keys.plain(made)


def _glued(words: str, random: Random) -> str:
    """A space lost, all spaces lost, or one put where none belongs."""
    told = words if random.random() < 0.5 else keys.plain(words)
    parts = told.split()[:4]
    if random.random() < 0.4:
        return "".join(parts)
    at = random.randrange(len(parts) - 1) if len(parts) > 1 else 0
    return " ".join([*parts[:at], "".join(parts[at : at + 2]), *parts[at + 2 :]])


def _joined(truth: Truth, random: Random, doc: Doc) -> Query | None:
    found = _titled(truth, random, doc)
    if not found or any(not one.isalpha() for one in found[0].split()):
        return None
    words = " ".join(found[0].split()[:4])
    right = truth.titled(words)
    if len(words.split()) < 2 or len(right) > FEW:
        return None
    return Query("joined", _glued(words, random), frozenset(right))


def _prefix(truth: Truth, random: Random, doc: Doc) -> Query | None:
    found = _titled(truth, random, doc)
    if not found:
        return None
    words = found[0].split()
    last = words[-1]
    if not last.isalpha() or len(last) < 3:
        return None
    cut = " ".join([*words[:-1], last[: random.randint(1, len(last) - 1)]])
    text = cut if random.random() < 0.5 else keys.plain(cut)
    right = truth.begun(text)
    if len(right) > SOME:
        return None
    return Query("prefix", text, frozenset(right | truth.numbered(text)))


def _pair(truth: Truth, random: Random, doc: Doc) -> Query | None:
    """Words of a title that another title has with other marks: only the marks tell which."""
    words = doc.title.split()
    for _ in range(6):
        told = window(" ".join(words), random, 2, 4)
        same, folded = truth.titled(told, marks=True), truth.titled(told)
        if keys.plain(told) != told and same and len(same) <= FEW and len(folded) > len(same):
            return Query("pairs", told, frozenset(same))
    return None


def _lower(text: str, random: Random) -> str:
    return keys.plain(text).lower()


def _of_title(id: str, label: str, aim: float, typed: Typed, *, marks: bool = False) -> Class:
    return Class(id, label, aim, _from_title(id, typed, marks))


CLASSES = (
    _of_title("exact", "đúng chữ", 0.97, lambda text, _: text, marks=True),
    _of_title("plain", "không dấu", 0.97, _lower),
    _of_title("partial", "thiếu dấu", 0.97, keys.partial),
    _of_title("nfd", "NFD", 0.97, lambda text, _: keys.decomposed(text), marks=True),
    _of_title("tones", "hòa/hoà", 0.97, lambda text, _: keys.old_tones(text), marks=True),
    _of_title("typo", "sai một chữ cái", 0.95, _typo),
    _of_title("telex", "trượt Telex", 0.95, keys.telex),
    _of_title("vni", "trượt VNI", 0.95, keys.vni),
    Class("joined", "dính, tách chữ", 0, _joined),
    Class("prefix", "đang gõ dở", 0.97, _prefix),
)
PAIRS = Class("pairs", "cặp khác dấu", 0.95, _pair)

__all__ = ["CLASSES", "PAIRS"]
