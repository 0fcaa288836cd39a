"""Words of Vietnamese text: how they are cut, folded, and told apart by their marks.

Comes in: text in any Unicode form. Goes out: words. `web/search/text.js` does the
same; `tests/search.json` is read by the tests of both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from portal.text import fold, nfc

TONES = {"\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
"""Huyền, sắc, hỏi, ngã, nặng, as the digit behind an exact word."""
STOP = "."
"""What stands between two sentences; no pair of words reaches across it."""

_WORD = re.compile(r"[^\W\d_]+|\d+")
_PIECE = re.compile(r"[^\W\d_]+|\d+|[.!?;:…](?=\s|$)")
_DEFINED = re.compile(r"\(([A-ZĐ]{2,9})\)")


def words(text: str) -> list[str]:
    """Letters and digits apart, lower case: `Kh380` → `kh`, `380`."""
    return _WORD.findall(nfc(text).lower())


def pieces(text: str) -> list[str]:
    """The same with `STOP` at the ends of sentences, for one paragraph that is NFC already."""
    return _PIECE.findall(text.lower())


@lru_cache(maxsize=65536)
def exact(word: str) -> str:
    """The word with its letters' marks and its tone as a digit: `hòa` = `hoà` → `hoa1`."""
    tone, kept = "", []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in TONES:
            tone = TONES[char]
        else:
            kept.append(char)
    return nfc("".join(kept)) + tone


def definitions(text: str) -> Iterator[tuple[str, str]]:
    """«lý luận chính trị (LLCT)»: the abbreviation, and the words before it that begin so."""
    for found in _DEFINED.finditer(text):
        short = found[1]
        before = words(text[max(0, found.start() - 80) : found.start()])[-len(short) :]
        if [fold(one[0]) for one in before] == list(fold(short)):
            yield short, " ".join(before)


class Vocabulary:
    """Names of lists as numbers, in the order in which they were met; 0 ends a sentence."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.folded: list[int] = []
        """For every name the number of the same without its marks."""
        self._numbers: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self.of_chunk = _Chunks(self)
        self.name(STOP)

    def name(self, told: str, base: str = "") -> int:
        found = self._numbers.get(told)
        if found is None:
            found = self._numbers[told] = len(self.names)
            self.names.append(told)
            self.folded.append(found)
        if base != told and base:
            self.folded[found] = self.name(base)
        return found

    def word(self, word: str) -> int:
        """The number of a word with its marks, given in lower case."""
        found = self._words.get(word)
        if found is None:
            told = exact(word)
            plain = told if told.isdecimal() else fold(told.rstrip("0123456789"))
            found = self._words[word] = self.name(told, plain)
        return found


class _Chunks(dict[str, tuple[int, ...]]):
    """What stands between two spaces → numbers of its words: each spelling is cut only once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        found = self[chunk] = tuple(map(self.vocabulary.word, pieces(chunk)))
        return found


__all__ = ["STOP", "Vocabulary", "definitions", "exact", "fold", "pieces", "words"]
