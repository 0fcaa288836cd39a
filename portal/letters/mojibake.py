"""UTF-8 that was read in another encoding: `Há»™i nghá»‹`; found, and undone where it is sure.

Comes in: text. Goes out: line and word of the first finding, or the text as it was meant. What is
looked for is the UTF-8 bytes of Vietnamese letters as some code page shows them, once or twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

CODE_PAGES = ("cp1252", "latin-1", "cp1258", "mac-roman", "cp437", "cp850")
_PUNCTUATION = "“”‘’–—…«»•\u00a0"
_MAY_FOLLOW = frozenset("“”‘’–—…«»\u00a0¹²³")
"""Signs that may as well close a word: «quá»…"""


def _letters() -> str:
    tones = ("", *"\u0300\u0309\u0303\u0301\u0323")
    small = {unicodedata.normalize("NFC", a + b) for a, b in product("aăâeêioôơuưy", tones)} | {"đ"}
    return "".join(sorted(one for one in small | {one.upper() for one in small} if ord(one) > 127))


class _Page:
    """What letters look like through one code page."""

    def __init__(self, name: str) -> None:
        self.table = [_shown(name, byte) for byte in range(256)]
        high = {char for char in self.table if ord(char) > 127}
        self.meant = {self.garbled(char): char for char in {*_letters(), *_PUNCTUATION, *high}}
        letters = [self.garbled(char) for char in _letters()]
        self.letter, self.anything = _any_of(letters), _any_of(self.meant)

    def garbled(self, char: str) -> str:
        return "".join(self.table[byte] for byte in char.encode())

    def accuses(self, text: str) -> bool:
        """Whether a letter is surely one: nobody writes these signs inside a word."""
        return any(_is_sure(found) for found in self.letter.finditer(text))

    def undone(self, text: str) -> str:
        return self.anything.sub(lambda found: self.meant[found[0]], text)


def _shown(page: str, byte: int) -> str:
    """A byte as programs of that code page show it; holes stay what they are."""
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Grouped by the first character, so that a search looks at few places. In any order: as no
    letter's bytes in UTF-8 begin those of another, no word begins another."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(a)}(?:{'|'.join(b)})" for a, b in by_first.items()))


def _is_sure(found: re.Match[str]) -> bool:
    word, text = found[0], found.string
    before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() :][:1]
    in_front = "a" <= after <= "z"
    if len(word) == 3:
        return word[2] not in _MAY_FOLLOW or in_front
    inside = in_front or "a" <= before <= "z"
    return inside and word[0] != "√" and (word[0] != "Ã" or word[1] not in _MAY_FOLLOW or in_front)


@cache
def _pages() -> tuple[_Page, ...]:
    return tuple(_Page(name) for name in CODE_PAGES)


_LEADS = (b"\xc3", b"\xc4", b"\xc5", b"\xc6", b"\xe1\xba", b"\xe1\xbb")
"""What the UTF-8 bytes of every Vietnamese letter begin with."""
_SIGNS = {"".join(_shown(page, byte) for byte in lead) for page in CODE_PAGES for lead in _LEADS}


def find(text: str) -> Iterator[tuple[int, str, str]]:
    """At most one finding: line, the word, and what it was."""
    for row, line in enumerate(text.split("\n") if _may_hold(text) else (), 1):
        if not line.isascii() and (right := undone(line)) != line:
            words = zip(line.split(" "), right.split(" "), strict=False)
            wrong, meant = next((pair for pair in words if pair[0] != pair[1]), (line, right))
            yield row, wrong, meant
            return


def mended(text: str) -> str:
    """Every line as it was meant; a line without a sure finding stays."""
    lines = text.split("\n")
    return "\n".join(line if line.isascii() else undone(line) for line in lines)


def undone(line: str, times: int = 3) -> str:
    """The line read as it was written: once, or again where it was garbled twice."""
    if not times or not _may_hold(line):
        return line
    for page in _pages():
        if page.accuses(line):
            return undone(page.undone(line), times - 1)
    first = _pages()[0]
    once = first.undone(line)
    return undone(once, times - 1) if once != line and first.accuses(once) else line


def _may_hold(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)
