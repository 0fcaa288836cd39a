"""What is right: which pages truly hold the words a query was made of.

In: a judged library. Out: its pages as plain text, and for any words the pages that hold them side
by side, in the title or anywhere. Marks are compared only where the query has them; the two places
of a tone (hòa, hoà) are the same marks.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from unicodedata import normalize

from bench.search.speech import plain_sentences
from portal.kinds import KINDS, Entry, Kind
from portal.kinds.base import Prose, Text, walk
from portal.kinds.document import Document
from portal.kinds.fields import form_of
from portal.kinds.term import Term
from portal.library import Library
from portal.text import fold
from portal.views.names import address, place_of

_HEADING = re.compile(r"^#{2,6} +(.*?) *(?:\{#.*)?$", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
APART = "|"
"""Between sentences: a sign no query has."""
MANY = 100
"""Who holds words that so many hold is not counted further."""
_TONES = "\u0300\u0301\u0309\u0303\u0323"


@dataclass(frozen=True)
class Doc:
    """One page, or one row of a list: what it is called, and its sentences."""

    url: str
    """Where it is read."""
    own: str
    """Where it would be read if everything had a page of its own, as with the peers."""
    kind: str
    id: str
    title: str
    head: str
    """The title with the number and the type before it, as the page shows it."""
    sentences: tuple[str, ...]
    headings: tuple[str, ...] = ()
    number: str = ""
    type: str = ""
    """The type of document, by its name and its id."""
    living: bool = True
    clauses: tuple[str, ...] = ()
    short_forms: tuple[str, ...] = ()
    """Abbreviations and other names, for terms."""


class Texts:
    """Many texts as one string: to look through ten thousand pages takes milliseconds."""

    def __init__(self, texts: Iterable[list[str]], clean: Callable[[str], str]) -> None:
        made = [APART.join(f" {clean(one)} " for one in sentences) for sentences in texts]
        self.starts = list(accumulate((len(one) + 1 for one in made), initial=0))
        self.whole = "\n".join(made)

    def holding(self, needle: str) -> set[int]:
        """The places of the texts that hold it."""
        found: set[int] = set()
        at = self.whole.find(needle)
        while at >= 0 and len(found) <= MANY:
            place = bisect(self.starts, at) - 1
            found.add(place)
            at = self.whole.find(needle, self.starts[place + 1] - 1)
        return found


class Truth:
    """All pages, to be asked who holds which words."""

    def __init__(self, docs: list[Doc]) -> None:
        self.docs = docs
        self.places = {doc.own: doc.url for doc in docs}
        heads = [[doc.head] for doc in docs]
        texts = [[doc.head, *doc.sentences] for doc in docs]
        self._titles = {True: Texts(heads, exact), False: Texts(heads, flat)}
        self._texts = {True: Texts(texts, exact), False: Texts(texts, flat)}
        self.same: defaultdict[str, list[Doc]] = defaultdict(list)
        self._numbers: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._called: defaultdict[str, set[str]] = defaultdict(set)
        for doc in docs:
            self.same[flat(doc.title)].append(doc)
            if doc.number:
                told = flat(doc.number)
                self._numbers[told.split()[0]].append((f" {told} ", doc.url))
                self._called[f"{flat(doc.type)} {told.split()[0]}"].add(doc.url)

    def titled(self, words: str, *, marks: bool = False) -> set[str]:
        """Addresses of pages whose title holds the words side by side."""
        return self._urls(self._titles[marks].holding(_needle(words, marks)))

    def saying(self, words: str, *, marks: bool = False) -> set[str]:
        """Addresses of pages that hold the words anywhere, within one sentence."""
        return self._urls(self._texts[marks].holding(_needle(words, marks)))

    def numbered(self, words: str) -> set[str]:
        """Addresses of documents whose number is among the words, or that are called by them:
        «Quy định 69»."""
        told = f" {flat(words)} "
        met = (one for word in set(told.split()) for one in self._numbers.get(word, ()))
        called = self._called.get(told.strip(), set())
        return called.union(url for number, url in met if number in told)

    def begun(self, words: str) -> set[str]:
        """Addresses of pages whose title holds the words, the last perhaps longer."""
        return self._urls(self._titles[False].holding(_needle(words, False)[:-1]))

    def _urls(self, places: set[int]) -> set[str]:
        return {self.docs[place].url for place in places}


def _needle(words: str, marks: bool) -> str:
    return f" {exact(words) if marks else flat(words)} "


def flat(text: str) -> str:
    """Words without marks, one space between them."""
    return " ".join(_WORD.findall(fold(text)))


def exact(text: str) -> str:
    """Words with marks, so written that the place of the tone does not matter."""
    return " ".join(_key(word) for word in _WORD.findall(normalize("NFC", text).lower()))


@lru_cache(maxsize=100_000)
def _key(word: str) -> str:
    letters = normalize("NFD", word)
    tone = "".join(char for char in letters if char in _TONES)
    return normalize("NFC", "".join(char for char in letters if char not in _TONES)) + tone


def truth_of(library: Library) -> Truth:
    """Every entry, on its page or in its row, its parts too; what others published as well."""
    return Truth([doc for kind in KINDS if kind.name != "trang" for doc in _docs(library, kind)])


def _docs(library: Library, kind: Kind) -> Iterator[Doc]:
    for entry in library.entries[kind.name].values():
        yield _doc(library, entry)
        for part in kind.parts(entry):
            url = f"{kind.name}/{entry.id}/{part.id}/"
            yield Doc(url, url, kind.name, part.id, part.title, part.title, ())


def _doc(library: Library, entry: Entry) -> Doc:
    url, own = place_of(library, entry.link), address(entry)
    texts = [value for _, one, value in walk(entry) if isinstance(form_of(one), (Prose, Text))]
    sentences = tuple(one for text in (*texts, entry.body) for one in plain_sentences(text))
    headings = tuple(_HEADING.findall(entry.body))
    if isinstance(entry, Document):
        valid = library.validity[entry.id]
        return Doc(
            *(url, own, entry.KIND, entry.id, entry.title, entry.name, sentences, headings),
            number=entry.number or "",
            type=entry.type.label,
            living=valid.state.value not in ("het-toan-bo", "ngung-toan-bo"),
            clauses=tuple(clause.id for clause in entry.clauses),
        )
    forms = (*entry.abbreviations, *entry.synonyms) if isinstance(entry, Term) else ()
    named = (url, own, entry.KIND, entry.id, entry.title, entry.name, sentences, headings)
    return Doc(*named, short_forms=forms)
