"""Text of TCVN3 and VNI turned into Unicode.

Comes in: text as those encodings show it through Latin-1, `tr­êng`, `tröôøng`; the name of a font.
Goes out: Unicode, composed; what a font's encoding is. Refuses to know: where encodings are found
by the text alone, which is the affair of `legacy`.
"""

from __future__ import annotations

import re
import unicodedata

from portal.letters import legacy
from portal.text import nfc

TCVN3, VNI = "TCVN3", "VNI"
_TCVN3 = {
    "¡¢£¤¥¦§": "ĂÂÊÔƠƯĐ",
    "¨©ª«¬\u00ad®": "ăâêôơưđ",
    "µ¶·¸¹": "àảãáạ",
    "»¼½¾Æ": "ằẳẵắặ",
    "ÇÈÉÊË": "ầẩẫấậ",
    "ÌÎÏÐÑ": "èẻẽéẹ",
    "ÒÓÔÕÖ": "ềểễếệ",
    "×ØÜÝÞ": "ìỉĩíị",
    "ßáâãä": "òỏõóọ",
    "åæçèé": "ồổỗốộ",
    "êëìíî": "ờởỡớợ",
    "ïñòóô": "ùủũúụ",
    "õö÷øù": "ừửữứự",
    "úûüýþ": "ỳỷỹýỵ",
}
_FROM_TCVN3 = str.maketrans(
    {old: new for row, news in _TCVN3.items() for old, new in zip(row, news, strict=True)}
)
_MARKED = frozenset("".join(_TCVN3.values()))
"""The letters of the language that have a mark."""
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_TONES = {"à": "\u0300", "å": "\u0309", "ã": "\u0303", "á": "\u0301", "ä": "\u0323"}
_BREVES = {"è": "\u0300", "ú": "\u0309", "ü": "\u0303", "é": "\u0301", "ë": "\u0323"}
_MARKS = (
    {"â": _CIRCUMFLEX, "ê": _BREVE}
    | {"ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ù": "\u0301", "ï": "\u0323"}
    | {sign: _CIRCUMFLEX + tone for sign, tone in _TONES.items()}
    | {sign: _BREVE + tone for sign, tone in _BREVES.items()}
)
"""What a sign of VNI adds to the vowel before it."""
_LETTERS = {"ô": f"o{_HORN}", "ö": f"u{_HORN}", "ñ": "đ"} | dict(
    zip("íìæóòî", ("í", "ì", "ỉ", "ĩ", "ị", "ỵ"), strict=True)
)
_VNI_VOWEL = re.compile(f"([aeouyAEOUYôöÔÖ])([{''.join(_MARKS)}{''.join(_MARKS).upper()}])")
_VNI_LETTER = re.compile(f"[{''.join(_LETTERS)}{''.join(_LETTERS).upper()}]")


def of_font(name: str) -> str:
    """The encoding that a font is drawn for; empty for one of today."""
    told = name.strip().lower()
    if told.startswith(".vn"):
        return TCVN3
    return VNI if told.startswith("vni-") or told in ("vni", "vnitimes") else ""


def of_text(text: str) -> str:
    """The encoding that two words of a text accuse it of."""
    found = next(legacy.find(text), None)
    return found[1] if found else ""


def to_unicode(text: str, encoding: str, font: str = "") -> str:
    """The text as it was meant; `.VnTimeH` draws small letters as capitals."""
    if encoding == TCVN3:
        made = text.translate(_FROM_TCVN3)
        return made.upper() if font.lower().startswith(".vn") and font.endswith("H") else made
    if encoding == VNI:
        return nfc(_VNI_LETTER.sub(_letter, _VNI_VOWEL.sub(_vowel, text)))
    return text


def _vowel(found: re.Match[str]) -> str:
    return found[1] + _MARKS[found[2].lower()]


def _letter(found: re.Match[str]) -> str:
    made = unicodedata.normalize("NFC", _LETTERS[found[0].lower()])
    return made if found[0].islower() else made.upper()


def table(encoding: str) -> dict[str, str]:
    """How each Vietnamese letter was written: the way back, for files that tests make."""
    if encoding == TCVN3:
        made = {
            new: old for row, news in _TCVN3.items() for old, new in zip(row, news, strict=True)
        }
        # Its fonts have no capitals with tones: those were small letters of a font of capitals.
        return made | {new.upper(): old for new, old in made.items() if new.upper() not in made}
    made = {}
    for vowel in "aeouyôö":
        for sign in _MARKS:
            letter = to_unicode(vowel + sign, VNI)
            if letter in _MARKED:
                made[letter] = vowel + sign
    made |= {to_unicode(old, VNI): old for old in _LETTERS}
    return made | {new.upper(): old.upper() for new, old in made.items()}
