"""Made-up text laid out like a real one: as long, with as many links, citations and terms.

In: a real text and whose twin is in the making. Out: other words between the same signs of
Markdown, the same marks of clauses, the same places of documents cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from random import Random

from bench import words
from bench.likeness.cast import Cast, Twin
from portal.citations.reading import Reading
from portal.citations.register import Register
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.term import Term
from portal.library import Library

Change = tuple[int, int, str]
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)\)")
_ENTRY = re.compile(r"/?([a-z-]+)/([a-z0-9-]+)(?:#([a-z0-9.-]+))?")
_SIGN = re.compile(
    r"^[ \t]*#{1,6}[ \t]+(?:(?:Điều|Chương|Mục|Phần|Phụ lục)[ ](?:[0-9]+[a-zđ]?|[IVXLC]+)\b)?"
    r"(?:[0-9IVXLC]*(?:\.[0-9]+)*[.:)])?"
    r"|^[ \t]*(?:[-*+>]|[0-9]{1,9}[.)]|[a-zđ]\))[ \t]+"
    r"|\(\s*[0-9]+(?:,[0-9]+)?\s*%\s*\)|\{:?[^{}\n]*\}|\[\^[^\]\n]*\]:?|<[^<>\n]*>|`[^`\n]*`|[|*_\\\n…“”«»\"();:!?]+|\.(?=\s|$)|,",
    re.MULTILINE,
)
"""What a text is laid out by."""
_MACHINE = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)+|[a-z0-9]*[0-9][a-z0-9]*|[^\w]*|[0-9a-f]{64}")
"""A value for programs, such as the id of a clause, which is no word."""
_KEPT = re.compile(r"(?:19|20)[0-9]{2}|\S*[/%]\S*")
"""A year; counts and their share, which must agree."""
_LETTERS = "BCDGHKLMNPQRSTVX"


class Wording:
    """The words of one made-up portal."""

    def __init__(self, library: Library, cast: Cast, seed: int) -> None:
        self.cast, self.seed = cast, seed
        self.register: Register = library.register
        self.documents = {one.id: one for one in library.of(Document)}
        self.terms = {
            name: term for term in library.of(Term) for told in term.marked for name in _forms(told)
        }
        names = "|".join(map(re.escape, sorted(self.terms, key=len, reverse=True))) or "(?!)"
        self.term = re.compile(rf"(?<![\w\-/.@#&])(?:{names})(?!\w|[-/_]\w|[.,]\d)")

    def line(self, told: str) -> str:
        """A value on one line: what many entries say alike, an organ or a unit, in every copy."""
        return told if _MACHINE.fullmatch(told) else self._run(told, "")

    def title(self, told: str, twin: Twin, part: str = "") -> str:
        """A name of its own, as long as the real one."""
        code = code_of(twin.place) + part
        if told.isupper() and " " not in told:
            return code
        return f"{self._run(told[: max(1, len(told) - len(code) - 1)], twin.copy)} {code}"

    def text(self, told: str, twin: Twin) -> str:
        """Markdown."""
        host = twin.donor.id if isinstance(twin.donor, Document) else ""
        made, done = [], 0
        for start, end, instead in _apart(self._changes(told, twin, host)):
            made += [self._words(told[done:start], twin.copy), instead]
            done = end
        return "".join(made) + self._words(told[done:], twin.copy)

    def _changes(self, told: str, twin: Twin, host: str) -> Iterator[Change]:
        """Links, then citations, then terms: what leads somewhere leads there."""
        for link in _LINK.finditer(told):
            yield link.start(), link.end(), self._link(link, twin)
        reading = Reading(self.register, host)
        for citation in self.register.read(told):
            meant = reading.meant(citation)
            if meant and meant.document and citation.number:
                target = self.cast.of(Link(Document.KIND, meant.document.id), twin.copy)
                start, end = citation.head
                dated = citation.date is not None
                instead = self.cited(target, dated=dated) if target else fill(told, end - start)
                yield citation.start, start, told[citation.start : start]
                yield start, end, instead
                yield end, citation.end, told[end : citation.end]
        for found in self.term.finditer(told):
            term = self.terms[found[0]]
            if target := self.cast.of(term.link, twin.copy):
                yield found.start(), found.end(), self.term_name(term, found[0], target)

    def _link(self, link: re.Match[str], twin: Twin) -> str:
        name = self._words(link[1], twin.copy)
        if found := _ENTRY.fullmatch(link[2]):
            target = self.cast.of(Link(found[1], found[2]), twin.copy)
            place = f"#{found[3]}" if found[3] else ""
            return f"[{name}]({found[1]}/{target.id}{place})" if target else name
        return f"[{name}]({invented(link[2])})" if "://" in link[2] else name

    def cited(self, target: Twin, *, dated: bool) -> str:
        """A document as texts cite it."""
        document = self.documents[target.donor.id]
        day = f" ngày {document.issued}" if dated and document.issued else ""
        return f"{document.type.label} số {number_of(target)}{day}"

    def term_name(self, term: Term, told: str, target: Twin) -> str:
        """One way to write a term, with the capital the text gives it."""
        at = next(at for at, name in enumerate(term.names) if told in _forms(name))
        made = self.names(term, target)[term.names[at]]
        return made if told[0].isupper() else made[:1].lower() + made[1:]

    def names(self, term: Term, target: Twin) -> dict[str, str]:
        """Every way to write a term, and what its twin is called."""
        parts = ("", *_LETTERS)
        return {
            name: self.title(name, target, part)
            for name, part in zip(dict.fromkeys(term.names), parts, strict=False)
        }

    def _words(self, told: str, copy: int) -> str:
        made, done = [], 0
        for sign in _SIGN.finditer(told):
            made += [self._run(told[done : sign.start()], copy), sign[0]]
            done = sign.end()
        return "".join(made) + self._run(told[done:], copy)

    def _run(self, told: str, copy: int | str) -> str:
        """As many letters; numbers stay numbers."""
        if not (bare := told.strip()):
            return told
        parts = re.split(r"(\S*[0-9]\S*)", bare)
        made = "".join(self._part(part, copy, at % 2) for at, part in enumerate(parts))
        return told[: len(told) - len(told.lstrip())] + made + told[len(told.rstrip()) :]

    def _part(self, part: str, copy: int | str, has_digits: int) -> str:
        if has_digits:
            return part if _KEPT.fullmatch(part) else _digits(part, f"{self.seed} {part}")
        if not (bare := part.strip()):
            return part
        made = fill(f"{self.seed} {copy} {bare}", len(bare))
        if bare[0].isupper():
            made = made.upper() if bare.isupper() else made[0].upper() + made[1:]
        return part.replace(bare, made)


def _apart(changes: Iterator[Change]) -> list[Change]:
    """In the order of the text; of two that meet, the one told first."""
    kept: list[Change] = []
    for one in changes:
        if all(one[1] <= other[0] or one[0] >= other[1] for other in kept):
            kept.append(one)
    return sorted(kept)


def _forms(name: str) -> tuple[str, str]:
    """As it is written, and with the other first letter, as where a sentence begins."""
    return name, (name[0].lower() if name[0].isupper() else name[0].upper()) + name[1:]


def _digits(part: str, key: str) -> str:
    random = Random(key)
    return re.sub(r"[1-9]", lambda _: str(random.randint(1, 9)), part)


def number_of(twin: Twin) -> str:
    return f"{twin.place + 1}-KH/MAU"


def code_of(place: int) -> str:
    """Four letters of its own: as long for the last as for the first."""
    told = ""
    for _ in range(4):
        place, at = divmod(place, len(_LETTERS))
        told = _LETTERS[at] + told
    return told


def invented(address: str, code: str = "") -> str:
    """An address of the web as long as the real one, of no place there is; `code` makes it one of
    its own."""
    start = "https://vi-du.invalid/"
    told = start + "".join(_LETTERS[ord(one) % 16].lower() for one in address[len(start) :])
    return told[: max(len(start), len(told) - len(code))] + code.lower()


@cache
def _flow() -> tuple[str, ...]:
    """Words that follow one another as in sentences, long enough to begin anywhere."""
    random = Random(0)
    told = (
        f"{random.choice(words.WHO)} {words.phrase(random)} {random.choice(words.HOW)}"
        for _ in range(600)
    )
    return tuple(" ".join(told).replace(",", "").split())


@cache
def _by_length() -> dict[int, tuple[str, ...]]:
    found = sorted(set(_flow()))
    return {length: tuple(one for one in found if len(one) == length) for length in range(1, 8)}


def fill(key: str, length: int) -> str:
    """Words of so many letters, the same for the same key."""
    random, flow = Random(key), _flow()
    at = random.randrange(len(flow))
    told: list[str] = []
    left = length
    while left > 0:
        word = flow[at % len(flow)]
        if len(word) + 1 >= left:
            word = random.choice(_by_length().get(left) or flow)
        told.append(word)
        left -= len(word) + 1
        at += 1
    return " ".join(told)
