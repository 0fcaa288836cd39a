"""Where a text speaks for itself, quotes the new wording of another, or says what it amends.

Comes in: plain text of a document, its blocks apart by empty lines or signs of a list. Goes out: of
a place, whether it stands in quotation marks, whether its block amends or introduces a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

_QUOTE = re.compile(r"[“”«»\"]|&quot;|\n[ \t]*#{1,6} |\x01")
_BREAK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+|>]|#{1,6} |[0-9]{1,3}[.)]|[a-z]{1,2}\)) ?)")
_AMENDS = re.compile(
    r"[ \n\t]*(?:\\?\[[^\[\]\n]{0,200}\][ \n]?)*(?:[-*+>#|]+[ \t]+)*"
    r"(?:(?:Dieu|Khoan|Muc)?[ ]?[0-9IVXa-z]{1,4}[a-z]?\\?[.)/:]?[ ]+)?"
    r"(?:sua (?:doi|cum |tu )|bo sung|bai bo|cum tu |thay the|thay (?:cum |mot |cac |tu )"
    r"|bo (?:cum |mot |cac |tu |dieu |khoan |diem )"
    r"|(?:cac )?(?:dieu|khoan|diem) [^.;:“\"\n]{0,90}duoc (?:sua doi|bo sung|thay the|bai bo)[ ,;.]"
    r"|huy bo|dinh chinh|doi (?:ten|cum)|chuyen (?:dieu|khoan))",
    re.IGNORECASE,
)
_LEADS = re.compile(r"nhu sau\)?[ ]?:?[ \n]*$", re.IGNORECASE)
_ENDS = re.compile(r"[.;,]{0,2}(?:[ \n\x00]|$)")
_PHRASE = re.compile(
    r"(?<![A-Za-z])(?:(?:cum )?(?:tu|chu)(?: ngu)?|ten goi|cuon(?: sach)?|sach|giao trinh|tac pham"
    r"|de tai|luan (?:van|an)|bai(?: viet| bao| giang)?|chuyen de|hoi thao|toa dam|cuoc thi)"
    r"(?: [a-z]{1,7}){0,2}:?[ \n]$",
    re.IGNORECASE,
)
"""What is quoted behind it only speaks of words: «bỏ cụm từ “theo Luật Giá”», a book's title."""
_AND_PHRASE = re.compile(r"[ \n]?(?:[,;]|,? ?(?:va|hoac|hay|thanh|bang))[ \n]")
FARTHEST = 600
"""So many letters of a block are looked at before a citation and behind it."""
HEADING = "\x01"
"""Stands before a heading of the document, where no quotation goes on."""


class Passages:
    """One text, looked at once."""

    def __init__(self, bare: str) -> None:
        self._bare = bare
        self._quoted = _quotations(bare)
        self._starts = [one[0] for one in self._quoted]
        self._blocks = [0, *(one.end() for one in _BREAK.finditer(bare)), len(bare) + 1]

    def is_quoted(self, at: int) -> bool:
        place = bisect_right(self._starts, at) - 1
        return place >= 0 and at < self._quoted[place][1]

    def is_phrase(self, at: int) -> bool:
        """Whether it is a part of words that are only mentioned, or of a title of something."""
        place = bisect_right(self._starts, at) - 1
        if place < 0 or at >= self._quoted[place][1]:
            return False
        while place and _AND_PHRASE.fullmatch(
            self._bare, self._quoted[place - 1][1], self._starts[place]
        ):
            place -= 1
        start = self._starts[place]
        return bool(_PHRASE.search(self._bare, max(0, start - 30), start))

    def block(self, at: int) -> tuple[int, int]:
        place = bisect_right(self._blocks, at)
        return self._blocks[place - 1], min(self._blocks[place], len(self._bare))

    def amends(self, at: int) -> bool:
        """Whether the block says what is to be changed in another document."""
        return bool(_AMENDS.match(self._bare, self.block(at)[0]))

    def amending(self) -> Iterator[tuple[int, int]]:
        """The blocks that say what is to be changed, outside quotations."""
        for start, end in pairwise(self._blocks):
            if _AMENDS.match(self._bare, start) and not self.is_quoted(start):
                yield start, end

    def introduces(self, at: int) -> bool:
        """Whether it amends, or a quotation follows that it leads to."""
        start, end = self.block(at)
        start, end = max(start, at - FARTHEST), min(end, at + FARTHEST)
        quote = self._bare.find("“", at, end)
        end = quote if quote > 0 else end
        if self.is_note(at):
            return False
        return bool(_LEADS.search(self._bare, max(at, end - 20), end)) or self.amends(at)

    def is_note(self, at: int) -> bool:
        """Whether it stands in square brackets: what a later hand says of the text."""
        start = max(self.block(at)[0], at - FARTHEST)
        return self._bare.rfind("[", start, at) > self._bare.rfind("]", start, at)


def _quotations(bare: str) -> list[tuple[int, int]]:
    """Outermost quotations; one that is not closed ends at the next heading, one that was not
    opened begins with its block."""
    quotations: list[tuple[int, int]] = []
    deep = begun = 0
    for sign in _QUOTE.finditer(bare):
        at = sign.start()
        if sign[0] == HEADING or sign[0][0] == "\n":
            if deep:
                quotations.append((begun, at))
            deep = 0
        elif _opens(bare, sign):
            begun = begun if deep else at
            deep += 1
        elif deep:
            deep -= 1
            if not deep:
                quotations.append((begun, sign.end()))
        elif _ENDS.match(bare, sign.end()):
            block = max(bare.rfind("\n\n", 0, at), quotations[-1][1] if quotations else 0, 0)
            quotations.append((block, sign.end()))
    if deep:
        quotations.append((begun, len(bare)))
    return quotations


def _opens(bare: str, sign: re.Match[str]) -> bool:
    if sign[0] in "“«":
        return True
    if sign[0] in "”»":
        return False
    before, after = bare[sign.start() - 1 : sign.start()], bare[sign.end() : sign.end() + 1]
    return before in " \n\t([>:" and bool(after.strip()) and after not in ".,;:)"
