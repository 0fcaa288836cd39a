"""Documents cited by number, with the day and the serials that share its marks.

Comes in: plain text, what leads to numbers. Goes out: citations in the order of the text.
Refuses to know: which documents there are, but for the series that are documents' for sure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from portal.citations import dates, numbers, shared, terms
from portal.citations.citation import Citation
from portal.citations.leads import Leads, Led
from portal.citations.numbers import NUMBER

_BEHIND = re.compile(r"[^.;\n]{0,160}")
_SO_FIRST = re.compile(r"so[ \n]", re.IGNORECASE)
SHARED_GAP = 8
"""So many letters may stand between a number and a list of serials that goes on from it."""


class Numbered:
    """Finds numbers; made once for a list of types."""

    def __init__(self, leads: Leads, marks: Collection[str], families: Collection[str]) -> None:
        """`marks`: the initials of types; `families`: series known to be documents'."""
        self.leads, self.marks, self.families = leads, marks, families

    def find(self, bare: str, whole: str) -> Iterator[Citation]:
        least = 0
        for match in NUMBER.finditer(bare):
            first = shared.begins(bare, least, match.start())
            led = self.leads.before(bare, least, first)
            goes_on = first < match.start() and bool(
                led.announced or _SO_FIRST.match(bare, first) or 0 < first - least < SHARED_GAP
            )
            if first < match.start() and not goes_on:
                led = self.leads.before(bare, least, match.start())
            number = numbers.taken_apart(match, whole)
            known = number.family in self.families and bool(match["first"].strip())
            sure = led.announced or goes_on or known
            whole_one = numbers.is_whole(match, sure, self.marks) or (
                known and _is_glued(match, led)
            )
            if led.no_document or not whole_one:
                continue
            if goes_on:
                for one in shared.before(bare, first, match.start(), number):
                    yield _of_list(one, led.type)
            start = match.start() if goes_on else led.start
            date, least, wrong = dates.at(bare, match.end())
            guessed = tuple(_guesses(match, wrong))
            span = (start, least)
            behind = _BEHIND.match(bare, least)
            yield Citation(
                *span,
                span,
                "số",
                led.type,
                number,
                date,
                behind=behind[0] if behind else "",
                terms=terms.told(behind[0]) if behind else (),
                inner=0 if goes_on else led.inner,
                guessed=guessed,
            )
            for one in shared.behind(bare, least, number):
                least = one[1]
                yield _of_list(one, led.type)


def _of_list(one: shared.Shared, type: str) -> Citation:
    start, end, number, date = one
    return Citation(start, end, (start, end), "số", type, number, date)


def _is_glued(found: re.Match[str], led: Led) -> bool:
    """«Nghị định số 65/2010/NĐCP»: its marks lost the hyphen between them."""
    return bool(led.announced and found["year"] and not found["issuer"])


def _guesses(found: re.Match[str], wrong: bool) -> Iterator[str]:
    if any(char.isspace() for char in found[0]):
        yield "khoảng cách"
    if wrong:
        yield "ngày sai"
