"""The numbers Word counts by itself: «Điều 1.», «Chương II», «a)», as they are printed.

Comes in: the tree of `numbering.xml`, then paragraphs in their order. Goes out: each one's label.
No other program for this keeps the words of a number («Điều» of «Điều %1.»).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from portal.intake.word.parts import Node
from portal.intake.word.styles import Styles

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_SIGNS = {"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•", "o": "•", "§": "•", "Ø": "•"}
"""What bullets of the fonts of signs stand for."""
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


def roman(number: int) -> str:
    """7 → `VII`."""
    told = ""
    for value, sign in _ROMAN:
        told += sign * (number // value)
        number %= value
    return told


def letters(number: int) -> str:
    """5 → `e`, 27 → `aa`: Word knows no «đ» when it counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "decimalZero": lambda number: f"{number:02d}",
    "none": lambda number: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    """After which level it begins anew, counted from 1; 0 for never."""
    legal: bool = False
    """Whether every number in it is written in digits."""
    style: str = ""


@dataclass(slots=True)
class _List:
    levels: dict[int, Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """Counts along with the text; asked once for each paragraph, in their order."""

    def __init__(self, root: Node, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {one.told.get("abstractNumId", ""): one for one in root.all("abstractNum")}
        self._nums = {one.told.get("numId", ""): one for one in root.all("num")}
        self._lists: dict[str, _List] = {}
        self._begun: set[tuple[str, int]] = set()
        self.latin_letters = 0
        """How many labels were letters from the fifth on: by hand one would have written «đ)»."""

    def label(self, properties: Node | None) -> str:
        """What is printed before the paragraph; empty where nothing is."""
        number = self._styles.of_paragraph(properties, "numPr")
        id = number.value("numId") if number else ""
        if not id and number is not None:
            above = self._styles.of_paragraph(None, "numPr")
            id = above.value("numId") if above else ""
        num = self._nums.get(id)
        if num is None or id == "0":
            return ""
        abstract = self._root_of(num)
        one = self._lists.setdefault(abstract, _List(self._levels(self._abstract.get(abstract))))
        levels = one.levels | self._overridden(num)
        place = self._place(number, properties, levels)
        if place not in levels:
            return ""
        self._count(one, levels, id, num, place)
        return self._written(levels, one.counts, place)

    def _place(self, number: Node | None, properties: Node | None, levels: dict[int, Level]) -> int:
        """The level: told, or that of the paragraph's style."""
        told = number.value("ilvl") if number else ""
        if told.isdecimal():
            return int(told)
        style = properties.value("pStyle") if properties else ""
        return next((at for at, one in levels.items() if style and one.style == style), 0)

    def _root_of(self, num: Node) -> str:
        """The abstract list behind a number, also where it is named by a style."""
        id = num.value("abstractNumId")
        one = self._abstract.get(id)
        link = one.value("numStyleLink") if one else ""
        if link:
            for other, each in self._abstract.items():
                if each.value("styleLink") == link:
                    return other
        return id

    @staticmethod
    def _levels(root: Node | None) -> dict[int, Level]:
        return dict(map(_level, root.all("lvl"))) if root else {}

    @staticmethod
    def _overridden(num: Node) -> dict[int, Level]:
        found = (one.child("lvl") for one in num.all("lvlOverride"))
        return dict(_level(one) for one in found if one)

    def _count(self, one: _List, levels: dict[int, Level], id: str, num: Node, place: int) -> None:
        if (id, place) not in self._begun:
            self._begun.add((id, place))
            for override in num.all("lvlOverride"):
                start = override.value("startOverride")
                if override.told.get("ilvl") == str(place) and start.lstrip("-").isdecimal():
                    one.counts[place] = int(start) - 1
        before = one.counts[place]
        one.counts[place] = levels[place].start if before is None else before + 1
        for below in range(place + 1, _LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart and place < restart):
                one.counts[below] = None

    def _written(self, levels: dict[int, Level], counts: list[int | None], place: int) -> str:
        level = levels[place]
        if level.format == "bullet":
            sign = level.text.strip()[:1]
            return _SIGNS.get(sign, "•" if "\ue000" <= sign <= "\uf8ff" else sign)
        if level.format == "lowerLetter" and (counts[place] or 0) > 4:
            self.latin_letters += 1

        def told(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            one = levels.get(at, Level())
            count = counts[at] if counts[at] is not None else one.start
            assert count is not None
            format = "decimal" if level.legal else one.format
            return _FORMATS.get(format, str)(count)

        return " ".join(_PLACE.sub(told, level.text).split())


def _level(one: Node) -> tuple[int, Level]:
    start, restart = one.value("start"), one.value("lvlRestart")
    return int(one.told.get("ilvl", "0") or 0), Level(
        format=one.value("numFmt") or "decimal",
        text=one.value("lvlText"),
        start=int(start) if start.isdecimal() else 1,
        restart=int(restart) if restart.isdecimal() else None,
        legal=one.switched("isLgl"),
        style=one.value("pStyle"),
    )
