"""Characters that show nothing, or nothing anybody means: what they are called, where they may be.

Comes in: text. Goes out: the places of such characters, their Vietnamese names, and whether a text
shows anything at all. Judged by the Unicode database, so no list of scripts has to be kept.
Refuses to know: files, and what a letter looks like.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")
"""Letters, marks and signs by name that are drawn as nothing."""
LOST = frozenset("\ufffc\ufffd")
"""What programs leave in place of a picture, or of bytes they could not read."""
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""All but the one that the space bar types."""
REMOVABLE = "\u00ad\u200b\u2060\ufeff"
"""Hyphenation and joining marks: between letters that need none, nothing changes without them."""
_JOINERS = "\u200b\u200c\u200d"
# Arabic and Syriac; the scripts of India and Sri Lanka; Thai, Lao, Tibetan, Burmese; Khmer: words
# there are written without spaces, or letters are bound by joiners.
_JOINED = re.compile("[\u0600-\u07bf\u0900-\u109f\u1780-\u17ff\u1a20-\u1aad\ua9e0-\ua9fe]")
_SHOWN_FORMATS = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
# Signs of emoji, and of newer versions of Unicode than this Python knows.
_PICTURES = re.compile("[\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")

_NAMES = (
    ("\x00", "ký tự rỗng"),
    ("\x07", "tiếng chuông"),
    ("\x08", "phím xoá lùi"),
    ("\x0b\x0c", "dấu ngắt của Word"),
    ("\x1b", "phím thoát"),
    ("\u00ad", "dấu gạch nối ẩn"),
    ("\u200b", "dấu cách rộng bằng không"),
    ("\u200c\u200d\u034f", "dấu nối chữ"),
    ("\u200e\u200f\u061c", "dấu chiều chữ"),
    ("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "dấu đảo chiều chữ"),
    ("\x85\u2028\u2029", "dấu ngắt dòng lạ"),
    ("\u2060", "dấu giữ liền từ"),
    ("\u2061\u2062\u2063\u2064", "dấu toán không hiện"),
    ("\u00a0\u202f", "dấu cách không ngắt dòng"),
    ("\u3000", "dấu cách toàn hình"),
    ("\ufeff", "dấu BOM giữa tệp"),
    ("\ufff9\ufffa\ufffb", "dấu chú âm"),
    ("\ufffc", "chỗ của một hình đã mất"),
    ("\ufffd", "chữ đã hỏng khi đổi mã"),
)
_NAMED = {char: name for chars, name in _NAMES for char in chars}
_BY_CATEGORY = {
    "Cc": "ký tự điều khiển",
    "Cf": "ký tự định dạng",
    "Cn": "mã chưa có chữ nào",
    "Co": "chữ riêng của một phông",
    "Cs": "nửa ký tự",
    "Lo": "chữ trống",
    "Mc": "dấu rời",
    "Me": "dấu rời",
    "Mn": "dấu rời",
    "So": "ô trống",
    "Zs": "dấu cách lạ",
}


@lru_cache(maxsize=4096)
def is_hidden(char: str) -> bool:
    """Whether a character shows nothing by itself, or nothing that anybody means."""
    if char in "\n\t" or char in LOST or char in BLANK_LETTERS:
        return char not in "\n\t"
    match unicodedata.category(char):
        case "Cf":
            return not _SHOWN_FORMATS.match(char)
        case "Cn":
            return not _PICTURES.match(char)
        case "Cc" | "Co" | "Cs" | "Zl" | "Zp":
            return True
    return bool(SELECTORS.match(char))


def is_space(char: str) -> bool:
    return bool(SPACES.match(char))


def is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def name_of(char: str) -> str:
    """What an editor is told it is: «dấu đảo chiều chữ»."""
    if SELECTORS.match(char):
        return "dấu chọn kiểu chữ"
    if "\U000e0000" <= char <= "\U000e007f":
        return "chữ thẻ ẩn"
    return _NAMED.get(char) or _BY_CATEGORY.get(unicodedata.category(char), "ký tự lạ")


def code(char: str) -> str:
    """`U+202E`, as every table of letters writes it."""
    return f"U+{ord(char):04X}"


def places(text: str, odd: str) -> Iterator[int]:
    """Where one of the `odd` characters stands that has no business there: hidden ones, and marks
    without a letter. Joiners in scripts that need them and in emoji have."""
    wanted = "".join(char for char in odd if is_hidden(char) or is_mark(char))
    for found in re.finditer(f"[{re.escape(wanted)}]", text) if wanted else ():
        at, char = found.start(), found[0]
        before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
        allowed = _may_be_hidden(char, before, after) if is_hidden(char) else _carries(before)
        if not allowed:
            yield at


def _may_be_hidden(char: str, before: str, after: str) -> bool:
    if char in _JOINERS and (_JOINED.match(before) or _JOINED.match(after)):
        return True
    if char == "\u200d":  # one picture made of several
        return before == "\ufe0f" or bool(_PICTURES.match(before) and _PICTURES.match(after))
    if not SELECTORS.match(char):
        return False
    if before.isascii():  # 1️⃣
        return after == "\u20e3" and before in "#*0123456789" and bool(before)
    return unicodedata.category(before)[0] in "SP" or "CJK" in unicodedata.name(before, "")


def _carries(before: str) -> bool:
    """Whether a mark can stand on what is before it."""
    if before in (*_JOINERS, "\ufe0f"):
        return True
    return bool(before) and unicodedata.category(before)[0] in "LMNS"


_DRAWN_AS_NOTHING = re.compile(
    r"</?(?:br|sub|sup|kbd|mark)\s*/?>|(?<!!)\[\s*\]\([^()\n]*\)|^ {0,3}\[[^\]\n]+\]:\s*\S+\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_MARKUP = frozenset("*_~`#>\\")


def shows_nothing(text: str) -> bool:
    """Whether a reader would see nothing of a value: spaces, marks alone, empty Markdown."""
    if text[:1].isalnum() and text[0] not in BLANK_LETTERS:
        return False
    text = html.unescape(_DRAWN_AS_NOTHING.sub("", text))
    return all(
        char in _MARKUP or char.isspace() or is_space(char) or is_mark(char) or is_hidden(char)
        for char in text
    )
