"""Letters that look like the Vietnamese ones and are others: `ƣ` for `ư`, Cyrillic `а`, bold `𝐓`.

Comes in: text. Goes out: the words that hold such letters, and the words as they are meant where
that is sure. A word of one script is never touched: Ломоносов, ລາວ and α stay; only letters of two
scripts inside one word, or a letter that turns the word into a Vietnamese syllable, are accused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from portal.text import nfc

TWINS = str.maketrans(
    # Cyrillic
    "аеорсухіјѕԁһԛԝкѵүАВЕКМНОРСТУХІЈЅԚԜҮ"
    # Greek
    "αάγικνοόρυύχίϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
    # Armenian
    "օսհԼՕՏ"
    # Latin of other languages and of phonetics
    "ƣƢƉƊɖɗðÐďıɩɑɡʋǎǍ",
    "aeopcyxijsdhqwkvyABEKMHOPCTYXIJSQWYaáyikvoópuúxíjABEZHIKMNOPTYXouhLOSưƯĐĐđđđĐđiiagvăĂ",
)
ALWAYS = frozenset("ƣƢ")
"""Letters that no language of today writes."""
GREEK_IN_FORMULAS = frozenset("αγικνρυχ")
"""Look-alikes that units and formulas put before or behind letters: αmax, TNFα."""
DRESSED_UP = frozenset(
    {
        *("ARMENIAN", "CANADIAN", "CARIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "DESERET"),
        *("GEORGIAN", "GOTHIC", "LISU", "LYCIAN", "LYDIAN", "NKO", "OLD", "OSAGE", "RUNIC"),
        *("TIFINAGH", "VAI"),
    }
)
"""Scripts with letters drawn like Latin ones, by the first word of their Unicode names; others
(Thai, Lao, Chinese) stand beside Latin letters without a space and deceive nobody."""

_NAMES = {
    "LATIN": "trông giống mà không phải chữ Việt",
    "CYRILLIC": "chữ Kirin lẫn vào",
    "GREEK": "chữ Hy Lạp lẫn vào",
}
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHAPES = "\u0302\u0306\u031b"
_STROKES = "\u0335\u0336"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_ENCLOSED = "\u24b6-\u24e9\U0001f130-\U0001f149"
_WORD = re.compile(rf"[\w{_MARKS}{_ENCLOSED}]+")
_LETTER = re.compile(rf"[^\W\d_][{_MARKS}]+")
_FORMAL = re.compile("[\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5aſ]")
_STYLED = re.compile(rf"[\u2160-\u217f{_ENCLOSED}\U0001d400-\U0001d7ff]")
_ROMAN = re.compile("[\u2160-\u217f]+")
# Latin letters of phonetics and far languages; not those of Ê-đê, Gia-rai, Ba-na (ƀ) and ours.
_PHONETIC = re.compile(
    "[\u0182-\u019f\u01a4-\u01ae\u01b1-\u01bf\u01dd\u0221-\u0242\u0244-\u0252"
    "\u0254-\u02af\u1d00-\u1d7f\ua720-\ua7ff]"
)
_OF_VIETNAM = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_SYLLABLE = re.compile(
    "(?:ngh?|nh|gh?|gi|kh|ph|qu|th|tr|ch|[bcdđhklmnpqrstvx])?(?:"
    "a(?:ch?|i|m|n[gh]?|o|p|t|u|y)?|ă(?:c|m|ng?|p|t)|â(?:c|m|ng?|p|t|u|y)|"
    "e(?:c|m|ng?|o|p|t)?|ê(?:ch|m|nh?|p|t|u)?|i(?:a|ch|m|nh?|p|t|u)?|iê(?:c|m|ng?|p|t|u)|"
    "o(?:c|i|m|ng?|p|t)?|oa(?:ch?|i|n[gh]?|t|y)?|oă(?:c|m|ng?|t)|oe(?:o|n|t)?|"
    "ô(?:c|i|m|ng?|p|t)?|ơ(?:i|m|n|p|t)?|u(?:a|c|i|m|ng?|p|t)?|uâ(?:ng?|t|y)|uê(?:ch|nh)?|"
    "uô(?:c|i|m|ng?|t)|uơ|uy(?:a|ch|ên|êt|nh?|p|t|u)?|ư(?:a|c|i|m|ng?|t|u)?|"
    "ươ(?:c|i|m|ng?|p|t|u)|y(?:ê(?:m|ng?|t|u))?)"
)


class Lookalike(NamedTuple):
    """A word, its letter that is not what it seems, and the word meant where that is sure."""

    at: int
    word: str
    letter: str
    meant: str


def find(text: str) -> Iterator[Lookalike]:
    for found in _WORD.finditer(text):
        word = found[0]
        if not word.isascii() and (letter := _accused(word) or _in_a_number(found, text)):
            yield Lookalike(found.start(), word, letter, _meant(word))


def name_of(letter: str) -> str:
    """What an editor is told it is: «chữ Kirin lẫn vào»."""
    if unicodedata.combining(letter):
        return "đặt thừa hoặc sai thứ tự"
    if _plain(letter) != letter:
        return "chữ trang trí hoặc số của chữ khác"
    return _NAMES.get(_script(letter), "chữ nước ngoài lẫn vào")


def mended(text: str) -> str:
    """The text with every word as it is meant; what is not sure stays."""
    for one in reversed(list(find(text))):
        if one.meant:
            text = text[: one.at] + one.meant + text[one.at + len(one.word) :]
    return text


@lru_cache(maxsize=65536)
def _accused(word: str) -> str:
    """The first letter of the word that is not what it seems; empty where all are."""
    return _styled(word) or _mixed(word) or _not_vietnamese(word) or _piled(word)


def _styled(word: str) -> str:
    """Ligatures and wide letters; bold and encircled ones where they spell something."""
    spelled = len(word) > 1 and not _ROMAN.fullmatch(word)
    found = _FORMAL.search(word) or (_STYLED.search(word) if spelled else None)
    return found[0] if found else _foreign_digit(word)


def _foreign_digit(word: str) -> str:
    """A digit of another script between our own ones."""
    if not any("0" <= char <= "9" for char in word):
        return ""
    return next((char for char in word if not char.isascii() and char.isdecimal()), "")


def _mixed(word: str) -> str:
    scripts = {char: _script(char) for char in word}
    if "LATIN" not in scripts.values():
        return ""
    for char, script in scripts.items():
        if script in DRESSED_UP or (script == "GREEK" and _is_out_of_formula(char, word)):
            return char
    return ""


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""


def _is_out_of_formula(char: str, word: str) -> bool:
    """μm, kΩ, Δt, αmax and TNFα are formulas; νiệc, Νội and trườnο are not."""
    if _OF_VIETNAM.search(word):
        return True
    if ord(char) not in TWINS:
        return False
    rest = word.strip(char)
    return char not in GREEK_IN_FORMULAS or not rest.isascii() or len(rest) > 3 or char in rest


def _not_vietnamese(word: str) -> str:
    """A letter of other Latin alphabets in a word that is Vietnamese, or an abbreviation of it."""
    odd = [char for char in word if char in ALWAYS or ord(char) in TWINS or _PHONETIC.match(char)]
    odd = [char for char in odd if _script(char) == "LATIN"]
    if not odd or ALWAYS & set(odd):
        return odd[0] if odd else ""
    meant = nfc(word.translate(TWINS))
    short = meant.isupper() and len(meant) < 9 and not re.search("[AEIOUY]", meant)
    vietnamese = _OF_VIETNAM.search(word) or is_syllable(meant)
    return odd[0] if vietnamese or (short and "Đ" in meant and len(meant) > 1) else ""


def is_syllable(word: str) -> bool:
    """Whether a word is spelled as a Vietnamese syllable, whatever its tone."""
    apart = unicodedata.normalize("NFD", word.lower())
    plain = nfc("".join(char for char in apart if char not in _TONES))
    return bool(_SYLLABLE.fullmatch(plain))


def _piled(word: str) -> str:
    """A mark set twice or in the wrong order, two tones, a stroke for a letter, or a heap."""
    for found in _LETTER.finditer(word):
        apart = unicodedata.normalize("NFD", found[0])
        marks = apart[1:]
        tones = sum(mark in _TONES for mark in marks)
        latin = _script(apart[0]) == "LATIN"
        if latin and (tones > 1 or len(set(marks)) < len(marks) or set(marks) & set(_STROKES)):
            return found[0][1]
        if len(found[0]) > 3 or (latin and len(_ordered(found[0])) < len(found[0])):
            return found[0][1]
    return ""


def _ordered(letter: str) -> str:
    """A letter with each mark once, those that make another letter first: `é̂` → `ế`."""
    apart = unicodedata.normalize("NFD", letter)
    marks = list(dict.fromkeys(apart[1:]))
    if set(marks) & set(_STROKES) and apart[0] in "dD":
        return nfc(("đ" if apart[0] == "d" else "Đ") + "".join(set(marks) - set(_STROKES)))
    return nfc(apart[0] + "".join(sorted(marks, key=lambda mark: mark not in _SHAPES)))


def _in_a_number(found: re.Match[str], text: str) -> str:
    """A part of a document's number that is wholly of another script: КН in «380-КН/HVCTQG»."""
    word = found[0]
    if not word.isupper() or not word.translate(TWINS).isascii():
        return ""
    before = re.search(r"[\w/.-]*$", text[max(found.start() - 40, 0) : found.start()])
    after = re.match(r"[\w/.-]*", text[found.end() : found.end() + 40])
    around = (before[0] if before else "") + (after[0] if after else "")
    return word[0] if re.search(r"\d", around) and re.search("[A-ZĐ]", around) else ""


def _meant(word: str) -> str:
    """The word as it is meant; empty where that is not sure."""
    plain = "".join(_plain(char) for char in word.translate(TWINS))
    plain = nfc(plain)
    plain = _LETTER.sub(lambda found: _ordered(found[0]), plain)
    return plain if plain != word and not _accused(plain) else ""


def _plain(char: str) -> str:
    if _FORMAL.match(char) or _STYLED.match(char):
        return unicodedata.normalize("NFKC", char)
    return str(unicodedata.decimal(char)) if char.isdecimal() else char
