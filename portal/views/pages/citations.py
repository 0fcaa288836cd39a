"""«Trích dẫn cần xem lại»: what is cited that the portal does not know, nearly knows, or that is no
longer in force; for editors and for who looks after the library.

Comes in: the library. Goes out: one page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from portal.citations.known import Meant, Near
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.page import CITATIONS
from portal.library.mentions import Mention, days_told
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.outputs import Plan, page
from portal.views.pages.cited import Quotation, quotations

TITLE = "Trích dẫn cần xem lại"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One citation in one spelling, and all places that have it."""

    cited: str
    quotations: tuple[Quotation, ...]
    documents: tuple[Document, ...] = ()
    """What it may mean, or the dead document."""
    why: str = ""


def plan(inputs: Inputs) -> Iterator[Plan]:
    yield page(
        "citations.html.jinja",
        f"{CITATIONS}/",
        TITLE,
        "Những chỗ dẫn văn bản mà máy không tìm thấy, thấy gần giống, hoặc đã hết hiệu lực.",
        searchable=False,
        outlined=False,
        later=_context,
    )


def _context(v: PageContext) -> dict[str, Any]:
    library = v.library
    found = [(one, one.meant) for one in library.mentions if one.meant]
    days = days_told([one for one, _ in found])
    dead = [one for one in library.mentions if one.target and one.target.id in library.dead]

    def doubts(
        wanted: Callable[[Meant], Any], name: Callable[[Mention], str] = Mention.name
    ) -> list[Doubt]:
        return _doubts(v, (one for one, meant in found if wanted(meant)), name)

    return {
        "counted": sum(one.target is not None for one in library.mentions),
        "near": doubts(lambda meant: meant.near),
        "unknown": doubts(lambda meant: meant.is_unknown, lambda one: one.name(days)),
        "unclear": doubts(lambda meant: meant.several),
        "lost": doubts(lambda meant: meant.lost, lambda one: one.text),
        "dead": _doubts(v, dead, lambda one: one.target.id if one.target else ""),
    }


def _doubts(
    v: PageContext, mentions: Iterable[Mention], name: Callable[[Mention], str]
) -> list[Doubt]:
    """The same things together, what is met most often first."""
    groups: dict[str, list[Mention]] = {}
    for one in mentions:
        groups.setdefault(name(one), []).append(one)
    made = [_doubt(v, cited, ones) for cited, ones in groups.items()]
    return sorted(made, key=lambda one: (-len(one.quotations), one.cited))


def _doubt(v: PageContext, cited: str, mentions: list[Mention]) -> Doubt:
    first = mentions[0]
    near: Near | None = first.meant.near if first.meant else None
    several = first.meant.several if first.meant else ()
    ids = [near.document.id] if near else [one.id for one in several]
    ids = ids or ([first.target.id] if first.target else [])
    found = (v.library.get(Link(Document.KIND, id)) for id in ids)
    why = near.why + ("; đã ghi ở văn bản ấy" if near.recorded else "") if near else ""
    lost = ", ".join(first.meant.lost) if first.meant else ""
    return Doubt(
        cited,
        quotations(v, mentions),
        tuple(one for one in found if isinstance(one, Document)),
        why or lost,
    )
