"""Queries nobody tuned for: cut out of the pages, then typed as people type.

In: pages, a seed, how many of each class. Out: queries with the pages that are right.

How ties are judged: all pages that hold the query's own words side by side are right, in the title
for classes cut from titles, anywhere for sentences; a query that more than a few pages hold is not
asked. Marks count where they were typed in full. For document numbers every document with that
number is right, and no page that only cites it; where words that were cut hold such a number, its
document is right too, for who types a number is given the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import yaml

from bench.search import corpus, keys
from bench.search.truth import Doc, Truth, exact, flat
from portal.text import fold

AUTHORED = {
    "authored": "loi-hoi.yml",
    "authored-new": "loi-hoi-moi.yml",
    "authored-blind": "loi-hoi-mu.yml",
}
"""Lists written by hand, each before the tuning that followed it."""
FEW, SOME = 5, 10
"""A title query is asked if no more pages hold it; a sentence or an unfinished one, the second."""
_TRIES = 60
_EDGES = "«»“”\"'.,:;()?!–- "
_PARTS = re.compile(r"(?P<n>\d+)(?:[-/](?P<year>\d{4}))?[-/](?P<rest>.+)")


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
    make: Make
    at: int = 1


def ask(truth: Truth, seed: int, count: int, only: tuple[str, ...] = ()) -> list[Query]:
    """`count` queries of every class, the classes by turns, so that a part of them is fair."""
    chosen = [one for one in CLASSES if not only or one.id in only]
    columns = [list(_some(one, truth, seed, count)) for one in chosen]
    longest = max(map(len, columns))
    return [column[at] for at in range(longest) for column in columns if at < len(column)]


def authored(truth: Truth) -> list[Query]:
    """What readers call things, written by hand for the real content before they were asked.

    The lists name entries; right is where an entry is read today."""
    return [
        Query(cls, one["hoi"], frozenset(truth.places.get(f"{id}/", id) for id in one["dung"]))
        for cls, file in AUTHORED.items()
        for one in yaml.safe_load((Path(__file__).parent / file).read_text(encoding="utf-8"))
    ]


def _some(one: Class, truth: Truth, seed: int, count: int) -> Iterator[Query]:
    random, asked = Random(f"{seed} {one.id}"), set()
    pool = _POOLS.get(one.id, _anything)(truth.docs)
    for _ in range(count * _TRIES if pool else 0):
        query = one.make(truth, random, random.choice(pool))
        if query and query.right and query.text not in asked:
            asked.add(query.text)
            yield query
            if len(asked) == count:
                return


# Cutting.


def window(text: str, random: Random, least: int, most: int) -> str:
    """Some words of a text, side by side, without the signs at their edges."""
    words = text.split()
    length = min(len(words), random.randint(least, most))
    start = random.randint(0, len(words) - length)
    return " ".join(words[start : start + length]).strip(_EDGES)


def _titled(truth: Truth, random: Random, doc: Doc) -> tuple[str, frozenset[str]] | None:
    """Words of a title few other titles have."""
    for _ in range(4):
        whole = random.random() < 0.2
        words = doc.title.strip(_EDGES) if whole else window(doc.title, random, 3, 7)
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


def _pair(truth: Truth, random: Random, doc: Doc) -> Query | None:
    """Words of a title that another title has with other marks: only the marks tell which."""
    words = doc.title.split()
    for _ in range(6):
        told = window(" ".join(words), random, 2, 4)
        same, folded = truth.titled(told, marks=True), truth.titled(told)
        if keys.plain(told) != told and same and len(same) <= FEW and len(folded) > len(same):
            return Query("pairs", told, frozenset(same))
    return None


# Numbers and clauses.


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


# What stands for something else.


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
    Class("number", "số văn bản", 0.99, _number),
    Class("clause", "điều, khoản", 0, _clause),
    Class("body", "câu trong bài", 0.80, _body("body", marks=True)),
    Class("body-plain", "câu, không dấu", 0.80, _body("body-plain", marks=False)),
    Class("pairs", "cặp khác dấu", 0.95, _pair),
    Class("living", "còn hiệu lực trước", 0, _living),
    Class("synonym", "viết tắt, tên khác", 0.90, _standing_for, at=5),
    Class("authored", "lời người đọc", 0.90, lambda truth, random, doc: None, at=5),
    Class("authored-new", "lời người đọc, bản 2", 0.90, lambda truth, random, doc: None, at=5),
    Class("authored-blind", "lời người đọc, vòng này", 0.85, lambda truth, random, doc: None),
)
