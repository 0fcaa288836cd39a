"""A document as far as citations go, and what a citation of one may come to.

Comes in: what its entry says. Goes out: frozen records. Refuses to know: how they are found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.citations import numbers, places
from portal.citations.citation import Citation
from portal.citations.numbers import Number
from portal.citations.pins import ATTACHED
from portal.clauses.wording import block
from portal.dates import PartialDate
from portal.text import fold

_AMENDS = re.compile(r"(?:(?:bo )?luat |phap lenh )?(?:sua doi|bo sung)")


@dataclass(frozen=True)
class Known:
    """A document as far as citations go."""

    id: str
    type: str
    title: str
    number: str | None = None
    issued: PartialDate | None = None
    issuer: str = ""
    anchors: Collection[str] = ()
    complete: bool = False
    """Whether its outline has every place there is."""
    printed: tuple[str, ...] = ()
    """How else its number was found printed, slips included."""
    since: PartialDate | None = None
    until: PartialDate | None = None
    """The days on which it began and ceased to hold as a whole, where they are known."""
    amends: tuple[str, ...] = ()
    """The documents whose wording it changes."""

    @cached_property
    def read(self) -> Number | None:
        return numbers.read(self.number) if self.number else None

    @cached_property
    def values(self) -> Mapping[tuple[str, ...], str]:
        return places.by_values(self.anchors)

    @cached_property
    def quoted(self) -> Mapping[str, Sequence[str]]:
        """The places of each quotation, without what the ids of that quotation begin with."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for id in self.anchors:
            if begin := block(id):
                found[begin].append(id.removeprefix(begin))
        return found

    @cached_property
    def folded(self) -> str:
        return fold(self.title)

    @property
    def year(self) -> int | None:
        """The year of its issue, told by its number where by nothing else."""
        if self.issued:
            return self.issued.year
        return int(self.read.year) if self.read and self.read.year else None

    @property
    def amending(self) -> bool:
        """Whether its title only says what it amends: such a title comes again and again."""
        return bool(_AMENDS.match(self.folded))

    def begun(self, day: date) -> bool:
        """Whether it held by that day, or was issued where more is not known."""
        first = self.since or self.issued
        return first is None or first.earliest <= day

    def holds(self, day: date) -> bool:
        return self.begun(day) and (self.until is None or day < self.until.earliest)


@dataclass(frozen=True, slots=True)
class Near:
    """A known document that is probably meant, and how the citation slips from it."""

    document: Known
    why: str
    recorded: bool
    """Whether the document's entry already tells of this way of printing it."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a citation means."""

    citation: Citation
    document: Known | None = None
    near: Near | None = None
    several: tuple[Known, ...] = ()
    """All that it may mean where it does not say enough."""
    lost: tuple[str, ...] = ()
    """Places that the outline of the document does not have."""

    def place(self, id: str) -> str:
        """Where in the document's outline a place named is, or the nearest around it."""
        one = self.document
        return places.around(id, one.anchors, one.values) if one else ""

    @property
    def is_unknown(self) -> bool:
        return self.document is None and self.near is None and not self.several


def placed(citation: Citation, document: Known) -> Meant:
    ids = [id for pin in citation.pins for id in (pin.id, pin.upto) if id]
    if ATTACHED not in document.anchors:
        ids = [id for id in ids if not id.startswith(f"{ATTACHED}.")]
    lost = tuple(id for id in ids if not places.find(id, document.anchors, document.values))
    return Meant(citation, document, lost=lost)
