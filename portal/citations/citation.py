"""A citation: one document as a text names it, and what else the text says of it.

Comes in: nothing. Goes out: the frozen record that the recogniser makes and everybody reads.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from portal.citations.nested import Pin
from portal.citations.numbers import Number
from portal.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Citation:
    """One document as a text cites it."""

    start: int
    end: int
    head: tuple[int, int]
    """The words that name the document, without the places in it."""
    kind: str
    """`số`, `này`, `tên`, or `đây` for places of the text itself."""
    type: str = ""
    """Of `đây`: `này` where the places are told from where the words stand, `sửa` where they are
    said to be changed."""
    number: Number | None = None
    date: PartialDate | None = None
    issuer: str = ""
    names: tuple[str, ...] = ()
    """The documents the name may mean; none for a law that only the text knows."""
    pins: tuple[Pin, ...] = ()
    behind: str = ""
    """What a number is followed by in its sentence, without marks on letters."""
    terms: tuple[str, ...] = ()
    """The term of the Party's Central Committee that is told with it, or those it may be of."""
    serial: str = ""
    """Of a name that is only a type and a serial."""
    inner: int = 0
    """Of «Luật sửa đổi … của Luật A số …»: where Luật A begins, whose number it may be."""
    of: tuple[Number | None, PartialDate] | None = None
    """Of a bare name in the title of a document that is cited: the number and day of that one."""
    guessed: tuple[str, ...] = ()
    """What the text does not say as it should: `khoảng cách`, `chữ đ`, `ngày sai`."""


def moved(one: Citation, places: Sequence[int]) -> Citation:
    """The same citation in the text as it came in, before its letters were composed."""
    pinned = tuple(
        dataclasses.replace(pin, start=places[pin.start], end=places[pin.end]) for pin in one.pins
    )
    head = (places[one.head[0]], places[one.head[1]])
    start, end = places[one.start], places[one.end]
    inner = places[one.inner] if one.inner else 0  # none, even where a sign is unseen before all
    return dataclasses.replace(one, start=start, end=end, head=head, pins=pinned, inner=inner)
