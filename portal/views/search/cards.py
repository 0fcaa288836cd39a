"""What is shown of a page in a list of results, and by what it can be narrowed down.

Comes in: records, or what was kept of them, in their order. Goes out: raw files: cards, a few pages
each, and one of facets.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from portal.text import nfc
from portal.views.search.numbers import letters, type_of
from portal.views.search.pack import signed
from portal.views.search.passages import named, packed, short
from portal.views.search.record import Badge, Record, Shown, Values, Wording
from portal.views.search.words import definitions, words

WHOLE = 300_000
"""So many bytes of cards are one file (about 45 KB as it travels), fetched as soon as the index is
read, together with the lists: two answers to wait for, one after the other, not three."""
A_FILE = 8
_SUMMARY, _TAKEN, _LABEL = 130, 80, 90
"""Letters of a summary that somebody wrote, of one taken from the text, of a place."""
_READ, _ENDS = 2000, (".", "!", "?", "…", ";")


def shown(record: Record) -> Shown:
    """All of a record that is wanted beside its terms."""
    texts = (record.text, *(one.text for one in record.sections))
    file, passages = packed(record)
    return Shown(
        kind=record.kind,
        date=record.date,
        living=record.living,
        letters=letters(record),
        type=type_of(record),
        badges=tuple(record.badges),
        facets={name: tuple(values) for name, values in record.facets.items()},
        card=_card(record, file),
        title_words=min(255, len(words(record.title))),
        defined=tuple(definitions(nfc("\n".join(texts)))),
        passages=(file, passages),
    )


def cards(pages: Sequence[Shown], badges: Mapping[Badge, int]) -> tuple[int, list[bytes]]:
    """How many cards stand in a file, and the files: one card a line."""
    rows = []
    for one in pages:
        before, after = one.card
        states = ",".join([str(badges[badge]) for badge in one.badges]).encode()
        rows.append(b"%b[%b]%b" % (before, states, after))
    step = len(rows) or 1 if sum(map(len, rows)) < WHOLE else A_FILE
    together = (rows[at : at + step] for at in range(0, len(rows), step))
    return step, [signed(b"[%b]" % b",\n".join(some)) for some in together]


def _card(record: Record, passages: str) -> tuple[bytes, bytes]:
    own = short(nfc(record.summary), _SUMMARY)
    summary = own or short(nfc(_said(record)), _TAKEN)
    number = record.numbers[0] if record.numbers else ""
    before = _json([record.url, nfc(record.title), summary, record.date])
    places = [[one.id, short(named(one), _LABEL)] for one in record.sections]
    after: list[Any] = [number, [] if passages else places, passages, record.about]
    while not after[-1] and len(after) > 2:
        after.pop()
    return before[:-1] + b",", b"," + _json(after)[1:]


def _said(record: Record) -> str:
    """The sentences of a text, without the values that stand on lines of their own; else those
    that the title does not say: «Báo Gia Lai» of «Báo Gia Lai: …»."""
    lines, title = dict.fromkeys(record.text[:_READ].split("\n")), record.title.lower()
    values = (one for one in lines if one.lower() not in title)
    return " ".join(one for one in lines if one.endswith(_ENDS)) or " · ".join(values)


def facets(pages: Sequence[Shown], wording: Wording) -> bytes:
    """Every facet: its values with their labels, and which of them each page has."""
    told: dict[str, Any] = {}
    for facet in wording.facets:
        places: dict[tuple[str, str], int] = {}
        rows: dict[Values, str] = {}
        column = []
        for one in pages:
            values = values_of(one, facet, wording)
            if values not in rows:
                numbers = [str(places.setdefault(value, len(places))) for value in values]
                rows[values] = ",".join(numbers)
            column.append(rows[values])
        told[facet] = [[list(one) for one in places], ";".join(column)]
    return signed(_json(told))


def days(pages: Sequence[Shown]) -> bytes:
    """The day of every page, for who wants the newest first."""
    return signed(_json(";".join(one.date for one in pages)))


def values_of(page: Shown, facet: str, wording: Wording) -> Values:
    if facet == "kind":
        return ((page.kind, wording.kinds.get(page.kind, page.kind)),)
    if facet == "year":
        year = page.date[:4]
        return ((year, year),) if year else ()
    return page.facets.get(facet, ())


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
