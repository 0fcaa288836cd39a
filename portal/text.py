"""Vietnamese text: folding, slugs, sorting, numbers. Pure, imports nothing of ours.

`đ` has no Unicode decomposition, so the stock slug turns «Điều 5» into `ieu-5`; the table here is
the only one, and `tests/fold.json` is read by the Python and the browser tests alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
NBSP = "\N{NO-BREAK SPACE}"


def nfc(text: str) -> str:
    """The composed form, the only one kept inside the portal."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without marks: `Đội ngũ` → `doi ngu`. Lengths may change."""
    if text.isascii():
        return text.lower()
    return _folded(text) if len(text) < OFTEN else _fold(text)


OFTEN = 64
"""Shorter texts are words and names, which come again and again."""


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.translate(_LETTERS_WITHOUT_DECOMPOSITION))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


_folded = lru_cache(maxsize=65536)(_fold)


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Kebab-case for addresses and anchors: `Điều 5. Đội ngũ` → `dieu-5-doi-ngu`."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


# Vietnamese dictionary order: base letters first, then tone (ngang huyền hỏi ngã sắc nặng).
# Ranks: 0 space, 1 punctuation, 2 a number, 20 and on the alphabet, 200 and on other letters.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_RANK = {letter: place for place, letter in enumerate(_ALPHABET, start=20)}


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Vietnamese alphabetical order, tones only between otherwise equal words; numbers by size."""
    letters: list[int] = []
    tones: list[int] = []
    for part in re.split(r"(\d+)", nfc(text).casefold()):
        if part.isdecimal():
            digits = "".join(str(int(digit)) for digit in part).lstrip("0")
            letters += [2, len(digits), *(int(digit) for digit in digits)]
            continue
        for char in unicodedata.normalize("NFD", part):
            if char in _TONES:
                if tones:
                    tones[-1] = _TONES[char]
            elif unicodedata.combining(char):
                letter = nfc(chr(_letter_code(letters[-1])) + char) if letters else ""
                if letter in _RANK:
                    letters[-1] = _RANK[letter]
            else:
                other = 200 + ord(char) if char.isalnum() else int(not char.isspace())
                letters.append(_RANK.get(char, other))
                tones.append(0)
    return tuple(letters), tuple(tones), text


def initial(text: str) -> str:
    """The letter a name stands under, without its tone: Ă Â Đ Ê Ô Ơ Ư are letters; else «0–9»."""
    first = next((char for char in nfc(text) if char.isalnum()), "")
    apart = unicodedata.normalize("NFD", first)
    plain = nfc("".join(char for char in apart if char not in _TONES))
    return plain.upper() if plain.isalpha() else "0–9"


def _letter_code(rank: int) -> int:
    return ord(_ALPHABET[rank - 20]) if 20 <= rank < 20 + len(_ALPHABET) else 0


def number(value: Decimal | int) -> str:
    """`17.980` and `89,9`: dot for thousands, comma for decimals."""
    whole, _, rest = (f"{value:,}" if isinstance(value, int) else f"{value:,f}").partition(".")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def tenths(value: float) -> str:
    """`21,3`: a measure of which more than one decimal says nothing."""
    return number(Decimal(f"{value:.1f}"))


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip())


def quote(text: str, longest: int = 60) -> str:
    """A value as messages show it: one line, in «…», its end left out where it is long."""
    told = " ".join(text.split())
    return f"«{told}»" if len(told) <= longest else f"«{told[:longest]}…»"


def places(told: Sequence[str], most: int) -> str:
    """As many places as are named, and how many are left: «a, b và 3 chỗ nữa»."""
    more = f" và {len(told) - most} chỗ nữa" if len(told) > most else ""
    return ", ".join(told[:most]) + more


def upper_first(text: str) -> str:
    """A capital at the beginning, the rest as it is."""
    return text[:1].upper() + text[1:]
