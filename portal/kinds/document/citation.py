"""How a document is cited in Vietnamese administrative writing, down to the clause.

Comes in: a document and a place in it. Goes out: «khoản 2 Điều 5 Quy định số 11-QĐ/TW ngày
19/5/2021 của Ban Bí thư». What is not known is left out, never filled in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.dates import PartialDate
from portal.kinds.document.clauses import cited_place

if TYPE_CHECKING:
    from portal.kinds.document import Document


def citation(document: Document, place: str = "") -> str:
    """The document, and the place in it where one is named."""
    where = lead(place)
    return f"{where} {whole(document)}" if where else whole(document)


def lead(place: str) -> str:
    """What stands before the document: the place, an appendix with its «kèm theo»."""
    told = cited_place(place) if place else ""
    return f"{told} kèm theo" if told and place.startswith("phu-luc-") else told


def whole(document: Document) -> str:
    """Type, number, day, issuer; a document without a number is known by its subject."""
    name = "Văn bản" if document.type.no_name else document.type.label
    parts = [f"{name} số {document.number}" if document.number else name]
    if when := _when(document.issued):
        parts.append(when)
    parts.append(f"của {document.issuer}")
    if not document.number:
        parts.append(document.subject)
    return " ".join(parts)


def _when(issued: PartialDate | None) -> str:
    """A day known only in part is told as far as it is known; a guess («khoảng») is not told."""
    return "" if issued is None or issued.bound else issued.named
