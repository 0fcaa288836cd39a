"""What leads to the number of a document: «Quy định số», «số», «QĐ», «Mẫu số».

Comes in: plain text, where a number stands in it, the closed list of types. Goes out: the type
told, and where these words begin. Refuses to know: numbers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from portal.text import fold

NEAR, BEFORE = 45, 170
"""So many letters are read before a number for its type, and for its type and issuer or a law's
title."""
_FURTHER = (
    *("hành động", "phối hợp", "liên ngành", "liên tịch", "tổng kết", "sơ kết", "chuyên đề"),
    *("tạm thời", "toàn khóa", "bổ sung", "mật", "hỏa tốc"),
)
"""What may stand between the name of a type and «số»."""
_OF_A_LAW = re.compile(r"[0-9]{1,4}(?:/[0-9]{4})? ?[-/] ?(?:QH|PL|UBTVQH|LCT|L/)")
_AMENDING = re.compile(r"[ \n](?:sua[ \n]doi|bo[ \n]sung)", re.IGNORECASE)
_SO = re.compile(r"(?<![A-Za-z])so[ \n]?:?[ \n]{0,2}$", re.IGNORECASE)
_VERB = re.compile(r"[a-z][a-z \n]*[ \n](?=[A-Z])")
"""«… hướng dẫn Nghị định số»: a type in small letters before another is what is done."""
_NO_DOCUMENT = re.compile(
    r"(?<![A-Za-z])(?:mau|bieu|bang|hinh|lop|phong|ghe|kenh|may|ma|thiet bi|tai khoan|dien thoai"
    r"|can ho|nha|xe|tau|chuyen|lo|thua|tuyen|bien)[ \n](?:so[ \n])?$",
    re.IGNORECASE,
)
"""What has numbers too: «Mẫu số 02/TĐKT-CS», «kênh 17-HD/VTV»."""


@dataclass(frozen=True, slots=True)
class Led:
    """What leads to a number, and where that begins."""

    start: int
    type: str
    announced: bool
    no_document: bool = False
    """Whether the words before say that it numbers something else."""
    inner: int = 0
    """Where the law begins that is named last in the title of one that amends it."""


class Leads:
    """The words that lead to numbers, for one list of types."""

    def __init__(
        self, types: Mapping[str, str], laws: Collection[str], marks: Collection[str]
    ) -> None:
        """`types`: folded name → value; `laws`: the values cited by title; `marks`: initials."""
        self._types = types
        longest_first = sorted(filter(None, types), key=len, reverse=True)
        self.label = label = "|".join(map(_spaced, longest_first)) or "(?!)"
        glued = "|".join(one.replace(r"[ \n]", r"[ \n]?") for one in map(_spaced, longest_first))
        self.more = more = "|".join(map(_spaced, map(fold, _FURTHER)))
        brief = "|".join(re.escape(one) for one in sorted(marks) if one[1:]) or "(?!)"
        self._brief = re.compile(rf"(?<![A-Za-z0-9/-])(?:{brief})[ \n](?:so[ \n]?:?[ \n]{{0,2}})?$")
        law = "|".join(_spaced(name) for name, one in types.items() if one in laws) or "(?!)"
        self._head = re.compile(
            rf"""(?:(?P<many>(?<![a-z])(?<!thu[ \n])(?:cac|nhung|hai|ba|bon)[ \n]))?
            (?P<type>(?<![a-z])(?:{label})(?:[ \n](?:{label}|{more}))?)
            ,?[ \n]{{1,2}}(?:so[ \n]?:?[ \n]{{0,2}})?$""",
            re.VERBOSE | re.IGNORECASE,
        )
        self._run_together = tuple(
            f"{one.replace(' ', '')}so{sign}" for one in longest_first for sign in ("", ":")
        )
        self._glued = re.compile(
            rf"(?<![A-Za-z])(?P<type>{glued or label})[ \n]?so[ \n]?:?[ \n]{{0,2}}$", re.IGNORECASE
        )
        self._far = re.compile(
            rf"(?<![A-Za-z])(?i:(?P<type>{label})[ \n]cua[ \n])"
            rf"(?!(?i:{label})[ \n])[A-Z][^.,;:()]{{3,60}}[ \n]so[ \n]?$"
        )
        self._law = re.compile(
            rf"""(?<![a-z])(?P<type>{law})[ \n]
            (?:(?:sua[ \n]doi|bo[ \n]sung)[^.;:()]{{3,150}}|(?:(?!(?:{law})[ \n])[^.;:()]){{3,100}})
            [ \n]so[ \n]$""",
            re.VERBOSE | re.IGNORECASE,
        )
        self._amended = re.compile(rf"(?<!bo)[ \n](?P<type>{law})[ \n]", re.IGNORECASE)

    def before(self, bare: str, least: int, start: int) -> Led:
        """What stands before a number: «Quy định số», «số», «QĐ», «Mẫu số»."""
        left = bare[max(least, start - BEFORE) : start]
        told = self._head.search(left, max(0, len(left) - NEAR))
        if not told and "".join(left[-NEAR:].lower().split()).endswith(self._run_together):
            told = self._glued.search(left, max(0, len(left) - NEAR))
        so = None if told else _SO.search(left, max(0, len(left) - 8))
        brief = None if told else self._brief.search(left, max(0, len(left) - 14))
        if so:
            told = self._far.search(left)
            if not told and _OF_A_LAW.match(bare, start):
                told = self._law.search(left)
        verb = _VERB.match(told["type"]) if told else None
        type = self.type(told["type"][verb.end() if verb else 0 :]) if told else ""
        amends = bool(so and told and _AMENDING.match(told[0], told.end("type") - told.start()))
        amended = list(self._amended.finditer(told[0])) if amends and told else []
        if told and told.groupdict().get("many"):
            return Led(start, type, True)
        no = not told and not brief and _NO_DOCUMENT.search(left, max(0, len(left) - 24))
        begins = [one.start() for one in (brief, so) if one]
        if told or begins:
            begin = told.start("type") + (verb.end() if verb else 0) if told else begins[0]
            begin += start - len(left)
            inner = begin + amended[-1].start("type") if amended else 0
            return Led(begin, type, True, bool(no), inner)
        return Led(start, type, False, bool(no))

    @lru_cache(maxsize=1024)  # noqa: B019 - a recogniser lives as long as its library
    def type(self, told: str) -> str:
        words = "".join(told.lower().split())
        found = [name for name in self._types if words.startswith(name.replace(" ", ""))]
        return self._types[max(found, key=len)]


def _spaced(label: str) -> str:
    return r"[ \n]".join(map(re.escape, label.split()))
