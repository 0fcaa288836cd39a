"""What is shown of a page in a list of results, and by what it can be narrowed down.

Comes in: records, or what was kept of them, in their order. Goes out: raw files: cards, a few pages
each, and one of facets.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from portal.text import nfc
from portal.views.compact import compact
from portal.views.search.alphabet import encoded
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
    """How many cards stand in a file, and the files: all addresses, a line each, all titles, all
    summaries, all days, then what else a card has. What is alike stands together."""
    rows = []
    for one in pages:
        *before, after = one.card
        states = ",".join([str(badges[badge]) for badge in one.badges]).encode()
        rows.append((*before, b"[[%b]%b" % (states, after)))
    size = sum(len(part) for row in rows for part in row)
    step = len(rows) or 1 if size < WHOLE else A_FILE
    together = (rows[at : at + step] for at in range(0, len(rows), step))
    return step, [signed(b"\n".join(map(b"\n".join, zip(*some, strict=True)))) for some in together]


def _card(record: Record, passages: str) -> tuple[bytes, ...]:
    own = short(nfc(record.summary), _SUMMARY)
    summary = own or short(nfc(_said(record)), _TAKEN)
    number = record.numbers[0] if record.numbers else ""
    title = " – ".join(filter(None, (record.title, record.inside)))
    before = (record.url, nfc(title), summary, record.date)
    sections = () if passages else record.sections
    places = [[one.id, short(named(one), _LABEL)] for one in sections]
    after: list[Any] = [number, places, passages, record.about]
    while not after[-1] and len(after) > 2:
        after.pop()
    return *map(encoded, before), b"," + encoded(compact(after))[1:]


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
        column = [values_of(one, facet, wording) for one in pages]
        met = dict.fromkeys(value for values in dict.fromkeys(column) for value in values)
        values = _ordered(met, wording.orders.get(facet))
        places = {value: str(at) for at, value in enumerate(values)}
        rows = {one: ",".join(places[value] for value in one) for one in set(column)}
        told[facet] = [[list(one) for one in values], ";".join(rows[one] for one in column)]
    return signed(compact(told).encode())


def _ordered(met: Iterable[tuple[str, str]], order: Sequence[str] | None) -> Values:
    """In the order that is given; what it does not name behind it, numbers downwards."""
    if order is None:
        return tuple(met)
    places = {id: at for at, id in enumerate(order)}

    def place(value: tuple[str, str]) -> tuple[int, int]:
        id = value[0]
        return places.get(id, len(places)), -int(id) if id.isdecimal() else 1

    return tuple(sorted(met, key=place))


def days(pages: Sequence[Shown]) -> bytes:
    """The day of every page, for who wants the newest first."""
    return signed(compact(";".join(one.date for one in pages)).encode())


def values_of(page: Shown, facet: str, wording: Wording) -> Values:
    if facet == "kind":
        return ((page.kind, wording.kinds.get(page.kind, page.kind)),)
    if facet == "year" and facet not in page.facets:
        year = page.date[:4]
        return ((year, year),) if year else ()
    return page.facets.get(facet, ())
