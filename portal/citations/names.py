"""Documents cited by name: «Luật Viên chức năm 2010», «Đề án “Xây dựng…”», «Kế hoạch 380».

Comes in: which documents may be named so, and plain text. Goes out: places, and which they may be.
A name counts only whole; a bare serial only where no counted noun follows it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from portal.citations import dates, issuers
from portal.citations.numbers import unpadded
from portal.dates import PartialDate
from portal.text import fold

_WORD = re.compile(r"[a-z0-9]+")
_SERIAL = re.compile(
    r"[ \n](?:so[ \n]:?)?(?P<serial>[0-9]{1,4})(?:/(?P<year>(?:19|20)[0-9]{2}))?"
    r"(?![\w%]|[-/.,:][0-9]|[ \n]?[-/][ \n]?[A-Z])"
)
_ONWARD = re.compile(
    r"[ \n](?:và|hoặc|của|về|là|thì|đã|chưa|đang|sẽ|có|không|còn|tại|trong|theo|giao|đặt|quy định"
    r"|nêu|yêu cầu|cho|khi|để|được|bị|cũng|do|nhưng|mà|vì|ra|nay|thay|như|nói|cần|phải|trên|trước"
    r"|sau|ngày [0-9]{1,2}|năm (?:19|20)[0-9]{2})(?!\w)(?! (?:tiêu chí|chỉ tiêu))"
)
_ENDS = re.compile(r"[ \n]?(?:$|[.,;:)\]»”\"(…?!*|]|\n\n| [-–—] )")
_WORD_AND_DIGIT = re.compile(r" [0-9](?<=[^\W\d_] .)")
GAP = 4
"""So many signs may stand between two words of a name: `giai đoạn 2022 - 2026`, `Đề án “Xây`."""


@dataclass(frozen=True, slots=True)
class Types:
    """The types of documents, as sentences call them."""

    labels: Mapping[str, str]
    """Value → name, for all that have one."""
    laws: Collection[str] = ()
    """Those whose texts are cited by title and year."""


@dataclass(frozen=True, slots=True)
class Named:
    start: int
    end: int
    type: str
    ids: tuple[str, ...]
    date: PartialDate | None = None
    issuer: str = ""
    """Told only behind a bare serial, which many bodies give."""


class Names:
    """Titles and short names of the documents that may be cited by them."""

    def __init__(
        self,
        types: Types,
        titles: Mapping[str, tuple[str, str]],
        shorts: Mapping[str, tuple[str, str]],
    ) -> None:
        """`titles`: id → (type, title); `shorts`: id → (type, `88` or `42/2022`)."""
        labels, self.laws = types.labels, types.laws
        self.words = {value: fold(label) for value, label in labels.items()}
        self.titles: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
        for id, (type, title) in titles.items():
            told = _WORD.findall(fold(title))
            if told and type in self.words:
                by_first = self.titles.setdefault(type, defaultdict(list))
                by_first[told[0]].append((told, id))
        self.shorts: dict[str, dict[str, list[tuple[str, str]]]] = {}
        for id, (type, serial) in shorts.items():
            if type not in self.words:
                continue
            by_serial = self.shorts.setdefault(type, defaultdict(list))
            serial, _, year = serial.partition("/")
            by_serial[unpadded(serial)].append((year, id))
        titled = [type for type in (*self.titles, *self.laws) if type in labels]
        self._titled_words = [labels[type].lower() for type in dict.fromkeys(titled)]
        numbered = [f"{labels[type].lower()} " for type in self.shorts]
        self._numbered_words = [*numbered, *(f"{word}số " for word in numbered)]
        laws = "|".join(
            re.escape(word.capitalize()) for value, word in self.words.items() if value in self.laws
        )
        self._law = re.compile(
            rf"(?<![A-Za-z])(?P<type>{laws or '(?!)'})(?:[ \n][A-Z][^.;:()0-9\"“”«»]{{2,90}}?)?"
            r"(?=[ \n](?:nam[ \n](?:19|20)[0-9]{2}|ngay[ \n][0-9]))"
        )

    def may_be_in(self, text: str) -> bool:
        """Cheap and generous: a word of a type, before a digit where only serials are known."""
        low = text.lower()
        if any(word in low for word in self._titled_words):
            return True
        return bool(_WORD_AND_DIGIT.search(low)) and any(
            _before_digit(low, word) for word in self._numbered_words
        )

    def find(self, bare: str, whole: str) -> Iterator[Named]:
        low = bare.lower()
        for type in dict.fromkeys([*self.titles, *self.shorts]):
            word = self.words[type]
            at = low.find(word)
            while at >= 0:
                end = at + len(word)
                if (not at or not low[at - 1].isalnum()) and not low[end : end + 1].isalnum():
                    yield from self._titled(low, bare, at, type)
                    yield from self._short(bare, whole, at, type)
                at = low.find(word, end)
        if " nam " in low or " ngay " in low:
            yield from self._dated_laws(bare)

    def _titled(self, low: str, bare: str, at: int, type: str) -> Iterator[Named]:
        by_first = self.titles.get(type)
        found = _longest(low, at + len(self.words[type]), by_first) if by_first else None
        if found:
            end, ids = found
            date, stop, _ = dates.at(bare, end) if type in self.laws else (None, end, False)
            yield Named(at, stop, type, ids, date)

    def _dated_laws(self, bare: str) -> Iterator[Named]:
        """A law the portal may not know: «Luật Giáo dục năm 2019»."""
        for found in self._law.finditer(bare):
            date, end, _ = dates.at(bare, found.end())
            type = next(one for one, word in self.words.items() if word == found["type"].lower())
            yield Named(found.start(), end, type, (), date)

    def _short(self, bare: str, whole: str, at: int, type: str) -> Iterator[Named]:
        by_serial = self.shorts.get(type)
        if not by_serial or not bare[at].isupper():
            return
        found = _SERIAL.match(bare, at + len(self.words[type]))
        known = by_serial.get(unpadded(found["serial"]), ()) if found else ()
        ids = tuple(id for year, id in known if found and found["year"] in (None, year))
        if found and ids:
            end = found.end()
            if _ENDS.match(whole, end) or _ONWARD.match(whole, end):
                date, end, _ = dates.at(bare, end)
                told = issuers.told(bare, end, anyone=True)
                issuer = whole[slice(*told.span("issuer"))] if told else ""
                yield Named(at, end, type, ids, date, issuer)


def _before_digit(low: str, word: str) -> bool:
    end = low.find(word) + len(word)
    while end >= len(word):
        if low[end : end + 1].isdigit():
            return True
        end = low.find(word, end) + len(word)
    return False


def _longest(
    low: str, place: int, by_first: Mapping[str, list[tuple[list[str], str]]]
) -> tuple[int, tuple[str, ...]] | None:
    """The longest title that begins here, and all documents that have it."""
    first = _next_word(low, place)
    if first is None:
        return None
    best, ids = 0, list[str]()
    for words, id in by_first.get(first[0], ()):
        end = _reaches(low, place, words)
        if end > best:
            best, ids = end, [id]
        elif end and end == best:
            ids.append(id)
    return (best, tuple(ids)) if best else None


def _reaches(low: str, place: int, words: list[str]) -> int:
    for word in words:
        found = _next_word(low, place)
        if found is None or found[0] != word:
            return 0
        place = found[1]
    return place


def _next_word(low: str, place: int) -> tuple[str, int] | None:
    found = _WORD.search(low, place, place + GAP + 40)
    if found is None or found.start() - place > GAP:
        return None
    return found[0], found.end()
