"""What stands before a clause: «Chương II», «Điều 5.», «I.», «1.2», «đ)», «-», «+».

Comes in: the beginning of a paragraph, typed or counted by Word. Goes out: the kind of unit, its
number in one form, the words behind it. Refuses to know: what stands above and below.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from portal.clauses.alphabet import SMALL
from portal.text import fold


class Unit(IntEnum):
    """The wider the unit, the smaller its value."""

    ATTACHED = -1
    ANNEX = 0
    PART = 1
    CHAPTER = 2
    CAPITAL = 3
    ROMAN = 4
    SECTION = 5
    SUBSECTION = 6
    ARTICLE = 7
    DIGITS = 8
    DEEP_DIGITS = 9
    LETTER = 11
    INNER = 12
    DASH = 13
    PLUS = 14


@dataclass(frozen=True, slots=True)
class Label:
    unit: Unit
    number: str
    """In digits or small letters, without «thứ»: `2`, `ii`, `dd`, `3.1`."""
    printed: str
    rest: str


_WORDS = {"nhat": "1", "mot": "1", "hai": "2", "ba": "3", "tu": "4", "bon": "4", "nam": "5"}
_WORDS |= {"sau": "6", "bay": "7", "tam": "8", "chin": "9", "muoi": "10"}
_N = r"(?P<n>[IVXL]{1,7}[a-h]?|[ivxl]{1,7}|[0-9]{1,3}[a-h]?)"
_END = r"(?:[ ]*[.:]?[ ]*$|[ ]*[.:\-–][ ]*|[ ]+)"
_ROMAN = re.compile(r"(?=[IVXL])(?:X{0,3}|XL|L)(?:IX|IV|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class _Form:
    unit: Unit
    shape: re.Pattern[str]
    fits: Callable[[str, re.Match[str]], bool] = lambda text, found: True


def _heading(text: str, found: re.Match[str]) -> bool:
    """A heading's own line, not a sentence that begins with the same word."""
    rest = text[found.end() :]
    return not rest or rest[0].isupper() or rest[0] in '(“"«'


def _annex(text: str, found: re.Match[str]) -> bool:
    rest = text[found.end() :].strip()
    if text[:7].isupper():
        return True
    return len(text) <= 160 and (not rest or rest.startswith("(")) and not rest.endswith((";", ","))


def _article(text: str, found: re.Match[str]) -> bool:
    """«Điều 5.», «Điều 5» alone; «Điều 5 Quy định này» is the beginning of a sentence."""
    return bool(found["dot"]) or found.end() == len(text)


def _roman(text: str, found: re.Match[str]) -> bool:
    return bool(_ROMAN.fullmatch(found["n"]))


def _digits(text: str, found: re.Match[str]) -> bool:
    """«1.200 người», «10.5%» and «1) » alike begin with digits: a number's parts are short, and
    words follow."""
    parts = found["n"].split(".")
    rest = text[found.end() :]
    if not rest or (len(parts) > 1 and len(parts[-1]) == 3) or any(one == "0" for one in parts):
        return False
    if len(parts) == 1 and not found["dot"]:
        return False
    return found["gap"] != "" or rest[0].isupper() or rest[0] in '“"«('


def _capital(text: str, found: re.Match[str]) -> bool:
    return text[found.end() :][:1].isupper()


def _spaced(text: str, found: re.Match[str]) -> bool:
    return found.end() < len(text)


_FORMS = (
    _Form(
        Unit.ANNEX,
        re.compile(rf"ph[uụ] l[uụ]c(?:[ ]+(?:s[oố][ ]*:?[ ]*)?{_N})?{_END}", re.I),
        _annex,
    ),
    _Form(
        Unit.PART,
        re.compile(
            rf"ph[aầ]n[ ]+(?:th[uứ][ ]+(?P<word>nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám)|{_N}){_END}",
            re.I,
        ),
        _heading,
    ),
    _Form(Unit.CHAPTER, re.compile(rf"[cC][hH][ƯưUu][ƠơOo][nN][gG][ ]+{_N}{_END}"), _heading),
    _Form(Unit.SUBSECTION, re.compile(rf"ti[eể]u m[uụ]c[ ]+{_N}{_END}", re.I), _heading),
    _Form(Unit.SECTION, re.compile(rf"m[uụ]c[ ]+{_N}{_END}", re.I), _heading),
    _Form(
        Unit.ARTICLE,
        re.compile(
            r"[ĐÐD][iIỉíì][ềêeéèếểÊỀE][uU][ ]*(?P<n>[0-9]{1,3}[a-zđ]?)[ ]*(?P<dot>[.:]?)[ ]*"
        ),
        _article,
    ),
    _Form(Unit.DIGITS, re.compile(r"khoản[ ]+(?P<n>[0-9]{1,3})[.:][ ]*", re.I), _spaced),
    _Form(Unit.LETTER, re.compile(r"điểm[ ]+(?P<n>[a-zđ])[.:)][ ]*", re.I), _spaced),
    _Form(Unit.INNER, re.compile(r"tiết[ ]+(?P<n>[a-zđ]|[0-9]{1,2})[.:)][ ]*", re.I), _spaced),
    _Form(
        Unit.ROMAN, re.compile(r"(?!V ?/ ?[vV]\b)(?P<n>[IVXL]{1,7})[ ]*[.\-–/:)][ ]*(?=\S)"), _roman
    ),
    _Form(Unit.CAPITAL, re.compile(rf"(?P<n>[A-HKĐ])[ ]*[.)/\-–][ ]+(?=[^{SMALL}])"), _spaced),
    _Form(Unit.DIGITS, re.compile(r"(?P<n>[0-9]{1,3}[a-zđ])[.][ ]+(?=\S)"), _spaced),
    _Form(
        Unit.DIGITS,
        re.compile(
            r"(?P<n>[0-9]{1,3}(?:\.[0-9]{1,3}){0,3})[ ]*(?P<dot>[.)/]|-(?=[ ]))?(?P<gap>[ ]*)"
            r"(?![0-9])"
        ),
        _digits,
    ),
    _Form(Unit.INNER, re.compile(r"[a-zđ]\.?(?P<n>[0-9]{1,2})[ ]*[.)][ ]*(?=\S)"), _spaced),
    _Form(Unit.LETTER, re.compile(r"(?P<n>[a-zđ])[ ]*(?:\)|[./](?=[ ]))[ ]*(?=\S)"), _spaced),
    _Form(Unit.LETTER, re.compile(r"\((?P<n>[a-hj-uwyzđ])\)[ ]*(?=\S)"), _spaced),
    _Form(Unit.INNER, re.compile(r"\((?P<n>[ivx]{1,5})\)[ ]*(?=\S)"), _spaced),
    _Form(Unit.INNER, re.compile(r"\((?P<n>[0-9]{1,2})\)[ ]*(?=[^\W\d_])"), _capital),
    _Form(
        Unit.DASH, re.compile(r"(?:[-–—−•●○▪■□◦·*§Ø➢✓►]|o(?= [A-ZĐ]))[ ]*(?=[^\s\-–—_*.])"), _spaced
    ),
    _Form(Unit.PLUS, re.compile(r"\+[ ]*(?=[^\s+0-9])"), _spaced),
)
"""The first that fits; what is told by a word before what is told by a sign."""


def bare(text: str) -> str:
    """Without the signs of bold letters, which stand around numbers too."""
    return (
        text.replace("**", "").replace("__", "").strip()
        if "*" in text or "__" in text
        else text.strip()
    )


def label_of(text: str) -> Label | None:
    """The label a paragraph begins with."""
    for one in _FORMS:
        found = one.shape.match(text)
        if found and one.fits(text, found):
            return _made(one.unit, found, text)
    return None


def _made(unit: Unit, found: re.Match[str], text: str) -> Label:
    told = found.groupdict()
    number = told.get("n") or ""
    if word := told.get("word"):
        number = _WORDS[fold(word)]
    if unit is Unit.DIGITS and "." in number:
        unit = Unit.DEEP_DIGITS
    number = {"đ": "dd", "Đ": "dd"}.get(number, number.lower())
    return Label(unit, number, found[0].strip(), text[found.end() :].strip())


def begins_clause(text: str) -> bool:
    """Whether a line begins a clause, so that it cannot go on from the line above."""
    return label_of(text) is not None
