"""Resolutions cited by the plenum that passed them: «Nghị quyết Trung ương 4 khóa XII».

Comes in: titles and issuers that name a plenum, plain text. Goes out: places, and which document is
meant. Refuses to know: numbers. One plenum passes several: then the words behind must tell which.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.citations import subjects

_NUMBERS = {
    **{"nhat": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9},
    **{"muoi": 10, "muoi mot": 11, "muoi hai": 12, "muoi ba": 13, "muoi bon": 14, "muoi lam": 15},
}
RESOLUTION = "nghi quyet"
"""What a plenum's document is called; «thực hiện Nghị quyết Hội nghị …» is another's title."""
_N = rf"(?P<n>[0-9]{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_CENTRE = r"(?:trung uong|t\.? ?[uw]|bch trung uong|bchtw|ban chap hanh trung uong)(?: dang)?"
_TERM = r",?[ \n]{1,2}\(?(?:dang[ \n])?khoa[ \n](?P<k>[ivx]{1,5})(?![a-z0-9])\)?"
_PASSED = re.compile(
    rf"(?<!nghi quyet )hoi nghi (?:{_CENTRE} )?(?:lan thu )?{_N}"
    rf"(?:,? (?:cua )?{_CENTRE})?{_TERM}"
)
_CITED = re.compile(
    rf"nghi[ \n]quyet[ \n](?:cua[ \n])?(?:hoi[ \n]nghi[ \n])?"
    rf"(?:{_CENTRE}[ \n](?:lan[ \n]thu[ \n])?|(?<=nghi[ \n])lan[ \n]thu[ \n])"
    rf"{_N}(?:,?[ \n](?:cua[ \n])?{_CENTRE})?{_TERM}"
)
BEHIND = 220
"""So many letters behind are read for what the resolution is about."""
Passed = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Resolution:
    id: str
    type: str
    title: str
    """Folded."""


class Plenums:
    """What is known to have been passed by plenums."""

    def __init__(self, told: Iterable[tuple[Resolution, str]]) -> None:
        """`told`: each with the words, folded, that may name its plenum."""
        self._passed: defaultdict[Passed, list[Resolution]] = defaultdict(list)
        for one, words in told:
            if found := _PASSED.search(words):
                self._passed[_number(found["n"]), found["k"]].append(one)

    def may_be_in(self, low: str) -> bool:
        """Cheap and generous, of text in lower case with its marks."""
        return bool(self._passed) and "nghị quyết" in low and ("khóa" in low or "khoá" in low)

    def find(self, bare: str, low: str) -> Iterator[tuple[int, int, Resolution]]:
        for found in _CITED.finditer(low) if self._passed else ():
            if not bare[found.start()].isupper():
                continue
            known = self._passed.get((_number(found["n"]), found["k"]), [])
            behind = bare[found.end() : found.end() + BEHIND]
            fits = [one for one in known if not subjects.differ(behind, one.title)]
            if len(fits) > 1:
                fits = [one for one in fits if subjects.agree(behind, one.title)]
            if len(fits) == 1:
                yield found.start(), found.end(), fits[0]


def _number(told: str) -> int:
    return int(told) if told.isdecimal() else _NUMBERS[told]
