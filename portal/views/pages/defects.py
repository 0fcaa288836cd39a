"""«Nguồn và khiếm khuyết»: what the portal rests on, where it is weak, what it holds back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal.kinds import Entry
from portal.kinds.document import Document
from portal.kinds.entry import Conflict
from portal.kinds.lists import values
from portal.kinds.page import DEFECTS
from portal.kinds.reference import Known, Rank, Reference
from portal.library import Library
from portal.library.withhold import Withheld
from portal.views.inputs import Inputs
from portal.views.outputs import Plan, page


@dataclass(frozen=True, slots=True)
class Ranked:
    rank: Rank
    count: int


def ranks(library: Library) -> list[Ranked]:
    """How many sources of each rank, best first; documents that were read count as the first."""
    counted = Counter(reference.rank.value for reference in library.of(Reference))
    counted[Known.DOCUMENT] += sum(one.text_quality.read for one in library.of(Document))
    return [Ranked(rank, counted[rank.value]) for rank in values(library.lists, Rank).values()]


def conflicts(library: Library) -> list[tuple[Entry, Conflict]]:
    return [
        (entry, conflict)
        for entries in library.entries.values()
        for entry in entries.values()
        for conflict in entry.conflicts
    ]


def plan(inputs: Inputs) -> Iterator[Plan]:
    library = inputs.library
    held: dict[str, list[Withheld]] = {}
    for one in library.withheld:
        held.setdefault(f"{one.entry.KIND}/{one.entry.id}", []).append(one)
    context: dict[str, Any] = {
        "ranks": ranks(library),
        "conflicts": conflicts(library),
        "withheld": [(ones[0].entry, Counter(one.label for one in ones)) for ones in held.values()],
        "withheld_count": len(library.withheld),
        "draft_count": len(library.drafts) - len(library.withdrawn),
        "defective": [document for document in library.of(Document) if document.defects],
        "unread": [one for one in library.of(Document) if one.text_quality.unread],
    }
    yield page(
        "defects.html.jinja",
        f"{DEFECTS}/",
        "Nguồn và khiếm khuyết",
        "Cổng này dựa vào nguồn nào, chỗ nào còn thiếu, còn mâu thuẫn, điều gì chưa đăng.",
        outlined=False,
        menu="Tra cứu",
        menu_place=200,
        **context,
    )
