"""How people type: without marks, with half of them, on a keyboard whose input method is off, with
a slip of the finger.

In: a text with full marks, and a random generator. Out: what stands in the search field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from unicodedata import normalize

from portal.text import fold

_TELEX = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_VNI_SHAPES = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
_SHAPES = frozenset(_VNI_SHAPES)
_LETTERS = re.compile(r"[^\W\d_]+")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    key: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in _ROWS
    for at, key in enumerate(row)
}


def plain(text: str) -> str:
    """`đội ngũ` → `doi ngu`, capitals kept where they are."""
    return "".join(fold(char).upper() if char.isupper() else fold(char) for char in text)


def decomposed(text: str) -> str:
    return normalize("NFD", text)


def partial(text: str, random: Random) -> str:
    """Some marks: every tone lost, or every shape, or all marks of some words."""
    way = random.randrange(3)
    if way == 2:
        words = text.split()
        kept = random.randrange(len(words))
        return " ".join(
            word if at == kept or random.random() < 0.4 else plain(word)
            for at, word in enumerate(words)
        )
    lost = frozenset(_TELEX) if way == 0 else _SHAPES
    text = text if way == 0 else text.replace("đ", "d").replace("Đ", "D")
    return normalize("NFC", "".join(char for char in decomposed(text) if char not in lost))


def telex(text: str, random: Random) -> str:
    """Keys of Telex as they fall: tones at the end of the word, or behind their vowel."""
    at_end = random.random() < 0.6
    return _each(text, random, lambda word: _struck(word, _BY_LETTERS, at_end))


def vni(text: str, random: Random) -> str:
    """Digits of VNI: all at the end of the word, or behind their vowel."""
    at_end = random.random() < 0.6
    return _each(text, random, lambda word: _struck(word, _BY_DIGITS, at_end))


def _each(text: str, random: Random, slip: Callable[[str], str]) -> str:
    """The whole text, or only one word that has marks: the method went off, or came on late."""
    words = text.split(" ")
    marked = [at for at, word in enumerate(words) if plain(word) != normalize("NFC", word)]
    if random.random() < 0.5 and marked:
        at = random.choice(marked)
        return " ".join([*words[:at], _slipped(words[at], slip), *words[at + 1 :]])
    return " ".join(_slipped(word, slip) for word in words)


def _slipped(word: str, slip: Callable[[str], str]) -> str:
    """Signs around the letters stay where they are."""
    return _LETTERS.sub(lambda found: slip(found[0]), normalize("NFC", word))


@dataclass(frozen=True)
class _Method:
    """The keys for tones, for the shapes of vowels, and for đ."""

    tones: Mapping[str, str]
    shapes: Mapping[str, str]
    stroke: str


_BY_LETTERS = _Method(_TELEX, {"\u0302": "", "\u031b": "w", "\u0306": "w"}, "dd")
_BY_DIGITS = _Method(_VNI, _VNI_SHAPES, "d9")


def _struck(word: str, method: _Method, at_end: bool) -> str:
    """Letter by letter: its shape, then its tone; «ươ» with one key for both, as most do."""
    made, late = "", ""
    for letter in normalize("NFC", word):
        base, marks = decomposed(letter)[0], decomposed(letter)[1:]
        if base in "đĐ":
            made += method.stroke if base == "đ" else method.stroke.capitalize()
            continue
        shape = next((mark for mark in marks if mark in _SHAPES), "")
        key = (method.shapes[shape] or base.lower()) if shape else ""
        if key in ("w", "7") and base in "oO" and made[-2:].lower() == f"u{key}":
            made = made[:-1]
        made += base + key
        tone = "".join(method.tones[mark] for mark in marks if mark in method.tones)
        late, made = (late + tone, made) if at_end else (late, made + tone)
    return made + late


def mistyped(text: str, random: Random) -> str:
    """One slip in one word: a letter lost, doubled, beside the right key, or two changed round."""
    words = text.split(" ")
    places = [at for at, word in enumerate(words) if len(word) > 2 and word.isalpha()]
    while True:
        at = random.choice(places)
        made = _slip(words[at], random)
        if fold(made) != fold(words[at]) and len(made) > 1:
            return " ".join([*words[:at], made, *words[at + 1 :]])


def _slip(word: str, random: Random) -> str:
    at, way = random.randrange(len(word)), random.randrange(4)
    char = word[at]
    if way == 0:
        return word[:at] + word[at + 1 :]
    if way == 1:
        return word[: at + 1] + char.lower() + word[at + 1 :]
    if way == 2 and at + 1 < len(word):
        return word[:at] + word[at + 1] + char + word[at + 2 :]
    beside = _BESIDE.get(plain(char).lower(), "")
    return word[:at] + random.choice(beside or "a") + word[at + 1 :]


def old_tones(text: str) -> str:
    """The other place of the tone: «hòa» ↔ «hoà», «ủy» ↔ «uỷ»."""
    return " ".join(_moved(word) for word in text.split(" "))


def _moved(word: str) -> str:
    for first, last in (("o", "a"), ("o", "e"), ("u", "y")):
        for tone in _TELEX:
            early = normalize("NFC", first + tone + last)
            late = normalize("NFC", first + last + tone)
            lower = word.lower()
            if word.endswith((early, late)) and not lower.startswith("qu"):
                old, new = (early, late) if word.endswith(early) else (late, early)
                return word.removesuffix(old) + new
    return word
