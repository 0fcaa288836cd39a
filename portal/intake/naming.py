"""Names printed in capitals, written as sentences write them: «HỌC VIỆN CHÍNH TRỊ» → «Học viện…».

Comes in: names the portal knows, and the text of the document itself. Goes out: a name in its usual
letters, and whether every proper name in it was seen written so. Refuses to know: whose name it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from portal.text import fold, upper_first

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*|[^\w\s]")
_LONGEST, _MOST = 12, 400
_STOPS = frozenset('.!?:;"“”«»()…')
_USUAL = (
    *("Ủy ban nhân dân", "Hội đồng nhân dân", "Quốc hội", "Chính phủ", "Thủ tướng Chính phủ"),
    *("Ban Thường vụ", "Ban Chấp hành", "Ban Chấp hành Trung ương", "Ban Bí thư", "Bộ Chính trị"),
    *(
        "Tỉnh ủy",
        "Thành ủy",
        "Huyện ủy",
        "Quận ủy",
        "Đảng ủy",
        "Đảng bộ",
        "Văn phòng",
        "Ban Tổ chức",
    ),
    *("Ban Tuyên giáo", "Ban Dân vận", "Ban Nội chính", "Ủy ban Kiểm tra", "Trường Chính trị"),
    *("Học viện Chính trị quốc gia Hồ Chí Minh", "Sở Nội vụ", "Sở Tài chính", "Bộ Nội vụ"),
    *("Bộ Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo", "Đảng", "Trung ương", "Nhà nước"),
    *("Mặt trận Tổ quốc", "Việt Nam", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Công đoàn"),
    *("Phó Chánh Văn phòng", "Phó Giám đốc", "Phó Tổng Giám đốc", "Phó Chủ tịch", "Phó Bí thư"),
    *(
        "Phó Trưởng Ban",
        "Phó Trưởng Ban Thường trực",
        "Phó Hiệu trưởng",
        "Thủ tướng",
        "Tổng Bí thư",
    ),
    *("Phó Bí thư Thường trực", "Chủ tịch Quốc hội", "Chủ tịch nước", "Chánh Văn phòng"),
    *(
        "Bộ trưởng",
        "Thứ trưởng",
        "Giám đốc",
        "Hiệu trưởng",
        "Trưởng ban",
        "Chánh án",
        "Viện trưởng",
    ),
    *("Ban Tuyên giáo và Dân vận", "Tòa án nhân dân", "Viện kiểm sát nhân dân", "Hồ Chí Minh"),
)
"""How offices are written whose names hardly any document spells out in small letters."""


class Casings:
    """How phrases are written, learned from names and from running text."""

    def __init__(self, names: Iterable[str], text: str = "") -> None:
        self._words: list[str] = []
        self._begins: set[int] = set()
        self._places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for name in (*_USUAL, *names):
            if not name.isupper():
                self._learn(name, name=True)
        self._learn(text, name=False)

    def _learn(self, text: str, *, name: bool) -> None:
        """Side by side in one list; where a sentence begins, a capital says nothing."""
        start = len(self._words)
        self._words += [*_WORD.findall(text), "."]
        for at in range(start, len(self._words) - 1):
            if not name and (at == start or self._words[at - 1] in _STOPS):
                self._begins.add(at)
            pair = (self._words[at].lower(), self._words[at + 1].lower())
            self._places[pair].append(at)

    def written(self, capitals: str) -> tuple[str, bool]:
        """The name in small letters but for what was seen with capitals; whether all of it was."""
        words = capitals.split()
        bare = [_bare(word) for word in words]
        made: list[str] = []
        at, known = 0, 0
        while at < len(words):
            best, end = self._longest(bare, at)
            if end - at > 1:
                told = self._words[best : best + end - at]
                told[0] = told[0].lower() if best in self._begins else told[0]
                made += map(_framed, told, words[at:end])
                known += end - at
                at = end
            else:
                sign = _is_sign(words[at]) or bare[at] in _SHORT or _is_initials(words, at)
                made.append(words[at] if sign else words[at].lower())
                known += sign
                at += 1
        return upper_first(" ".join(made)), known == len(words)

    def _longest(self, words: list[str], at: int) -> tuple[int, int]:
        """(where it stands, where it ends) of the longest phrase that was seen; of equally long
        ones, one inside a sentence."""
        best, end, inside = -1, at, False
        if at + 1 == len(words):
            return best, end
        for place in self._places.get((words[at], words[at + 1]), ())[:_MOST]:
            length = 2
            while (
                at + length < len(words)
                and length < _LONGEST
                and self._words[place + length].lower() == words[at + length]
            ):
                length += 1
            better = at + length > end or (not inside and place not in self._begins)
            if better and at + length >= end and not _shouted(self._words[place : place + length]):
                best, end, inside = place, at + length, place not in self._begins
        return best, end


_ROMAN, _VOWEL = re.compile(r"[IVX]{1,4}"), re.compile("[aeiouy]")
_SHORT = frozenset({"ubnd", "hđnd", "mttq", "bch", "btv", "tw", "ubkt", "bhxh", "hvctqg", "csvn"})
"""Names that are only ever written by their initials."""


def _shouted(words: list[str]) -> bool:
    """Capitals throughout: a heading, which says nothing."""
    said = [word for word in words if word.isalpha()]
    return bool(said) and all(word.isupper() for word in said)


def _bare(word: str) -> str:
    return word.strip(',.;:()“”"«»').lower()


def _framed(told: str, word: str) -> str:
    """The signs around a word stay."""
    bare = word.strip(',.;:()“”"«»')
    return word.replace(bare, told) if bare else word


def _is_sign(word: str) -> bool:
    """Numbers, and numbers of documents, are written in capitals anyway."""
    return any(char.isdigit() for char in word) or not any(char.isalpha() for char in word)


def _is_initials(words: list[str], at: int) -> bool:
    """«CTQG», and the number of «KHU VỰC I»."""
    word = words[at]
    roman = _ROMAN.fullmatch(word) and fold(" ".join(words[max(0, at - 2) : at])) == "khu vuc"
    return bool(roman) or (len(word) > 1 and word.isalpha() and not _VOWEL.search(fold(word)))


def is_capitals(text: str) -> bool:
    said = [char for char in text if char.isalpha()]
    return bool(said) and sum(char.isupper() for char in said) >= 0.9 * len(said)
