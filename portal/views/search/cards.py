"""What is shown of a page in a list of results, and by what it can be narrowed down.

Comes in: records in their order. Goes out: raw files: cards, a few pages each, and one of facets.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from portal.kinds.document.clauses import clause_name
from portal.text import fold, nfc
from portal.views.search.pack import signed
from portal.views.search.record import Record, Section, Wording

FEW = 512
"""A site of so few pages has all its cards in one file."""
A_FILE = 16
_SUMMARY, _LABEL = 180, 90
_READ, _ENDS = 2000, (".", "!", "?", "…", ";")


def per_file(count: int) -> int:
    return FEW if count <= FEW else A_FILE


def cards(records: Sequence[Record], badges: dict[tuple[str, str], int]) -> list[bytes]:
    """The cards in files of `per_file` pages."""
    step = per_file(len(records))
    rows = [_card(record, badges) for record in records]
    return [signed(_json(rows[at : at + step])) for at in range(0, len(rows), step)]


def _card(record: Record, badges: dict[tuple[str, str], int]) -> list[Any]:
    summary = _short(nfc(record.summary or _said(record.text)), _SUMMARY)
    places = [[one.id, _short(_named(one), _LABEL)] for one in record.sections]
    states = [badges[badge] for badge in record.badges]
    number = record.numbers[0] if record.numbers else ""
    return [record.url, nfc(record.title), summary, record.date, states, number, places]


def _said(text: str) -> str:
    """The sentences of a text, without the values that stand on lines of their own; else those."""
    lines = dict.fromkeys(text[:_READ].split("\n"))
    return " ".join(one for one in lines if one.endswith(_ENDS)) or " · ".join(lines)


def _named(place: Section) -> str:
    """«Mục II.4. Khảo sát» where the heading tells just «Khảo sát»."""
    label, name = nfc(place.label), clause_name(place.id)
    if not name or fold(name) in fold(label):
        return label
    return f"{name[0].upper()}{name[1:]}. {label}"


def facets(records: Sequence[Record], wording: Wording) -> bytes:
    """Every facet: its values with their labels, and which of them each page has."""
    told: dict[str, Any] = {}
    for facet in wording.facets:
        places: dict[tuple[str, str], int] = {}
        rows = []
        for record in records:
            values = values_of(record, facet, wording)
            rows.append(",".join(str(places.setdefault(one, len(places))) for one in values))
        told[facet] = [[list(one) for one in places], ";".join(rows)]
    return signed(_json(told))


def values_of(record: Record, facet: str, wording: Wording) -> tuple[tuple[str, str], ...]:
    if facet == "kind":
        return ((record.kind, wording.kinds.get(record.kind, record.kind)),)
    if facet == "year":
        year = record.date[:4]
        return ((year, year),) if year else ()
    return tuple(record.facets.get(facet, ()))


def _short(text: str, longest: int) -> str:
    text = " ".join(text[: 2 * longest].split())
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] + "…"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
