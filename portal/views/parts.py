"""The records that view models are made of: what components show, with nothing left to decide.

Comes in: what views have found. Goes out: frozen records, one component each; one value as HTML.
Refuses to know: the library, and how anything looks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from markupsafe import Markup, escape

from portal.kinds.lists import OwnTone, Tone
from portal.problem import Problem

UNKNOWN = Markup('<span class="unknown">chưa rõ</span>')
NOTHING = Markup("")
"""An empty cell; none is shown as «chưa rõ»."""
Form = Literal["", "number", "short", "wide"]
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where something leads; without an address, its bare name."""

    label: str
    url: str = ""
    count: int | None = None
    """How many there are behind it, where that is told."""

    def __html__(self) -> str:
        if not self.url:
            return str(escape(self.label))
        return f'<a href="{escape(self.url)}">{escape(self.label)}</a>'


Cell = str | int | Anchor | None
"""Text or HTML (`Markup`), a number, a link; none for «chưa rõ»."""


def value(it: Cell) -> Markup:
    """One value in a sentence or a cell."""
    return UNKNOWN if it is None else escape(it)


@dataclass(frozen=True, slots=True)
class Badge:
    """A status in a frame with its sign."""

    label: str
    tone: Tone | OwnTone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The head of a page."""

    title: str
    kind: str = ""
    """What it is, above the title."""
    lead: str = ""
    badges: tuple[Badge, ...] = ()
    front: str = ""
    """The part of the title that stands out, a number."""
    usual: bool = False
    """Whether the way back says already what it is: only paper, which has none, shows it then."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must know before he reads on."""

    tone: Tone | OwnTone
    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known under one label; without HTML, that it is not known."""

    label: str
    html: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Folded(Generic[T_co]):
    """Many things of which only the first are seen at once."""

    shown: Sequence[T_co] = ()
    rest: Sequence[T_co] = ()

    def __bool__(self) -> bool:
        return bool(self.shown)

    @property
    def count(self) -> int:
        return len(self.shown) + len(self.rest)


def folded(items: Sequence[T_co], at_once: int) -> Folded[T_co]:
    """So many of them at once."""
    return Folded(tuple(items[:at_once]), tuple(items[at_once:]))


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Things under one label."""

    label: str
    items: Folded[Markup]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Ways under one label, each an ordinary link."""

    items: tuple[Anchor, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    label: str
    attribute: Markup


def columns(*given: str | tuple[str, Form]) -> tuple[Column, ...]:
    """A label each, and how the cells below it are set, if not as text."""
    pairs = ((one, "") if isinstance(one, str) else one for one in given)
    return tuple(
        Column(label, Markup(f' class="{form}"') if form else NOTHING) for label, form in pairs
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; its first cell names it."""

    cells: tuple[Cell, ...]
    data: Mapping[str, str] = field(default_factory=dict)
    """For scripts."""
    id: str = ""
    """Where addresses may lead."""


@dataclass(frozen=True, slots=True)
class Table:
    """On a phone every row becomes a small list, unless the table is `small`."""

    caption: str
    """Read out; a heading says it above."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    small: bool = False
    """Three columns of a word or two."""


def table(
    caption: str, heads: tuple[Column, ...], rows: Sequence[Sequence[Cell]], small: bool = False
) -> Table:
    """A table of plain rows."""
    return Table(caption, heads, tuple(Row(tuple(one)) for one in rows), small)


@dataclass(frozen=True, slots=True)
class Pager:
    """Neighbours in a row."""

    before: Anchor | None
    after: Anchor | None
    words: tuple[str, str] = ("Trước", "Sau")
    """Which way each of them leads."""
    label: str = "Trang liền kề"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: its title leads to it; what `aside` says stands beside it."""

    title: str
    url: str
    summary: str = ""
    aside: str = ""
    id: str = ""
    """Where addresses may lead: it has no page of its own."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands under one letter."""

    letter: str
    id: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one side says of something on which sources do not agree."""

    value: str
    standing: Markup
    sources: Markup
    note: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that do not agree, side by side."""

    about: str
    claims: tuple[Claim, ...]
    judgement: str = ""
    """What the editors hold to be right; empty where they cannot say."""


@dataclass(frozen=True, slots=True)
class Faults:
    """Faults of a file, in its place while previewing."""

    problems: tuple[Problem, ...]
    title: str = "Tệp này có lỗi, trang chưa hiện được"
    tone: OwnTone = OwnTone.ERROR


@dataclass(frozen=True, slots=True)
class Review:
    """When the page was looked at, when again, by whom; days are ready text."""

    reviewed: str = ""
    again: str = ""
    owner: Anchor | None = None
    overdue: bool = False
    tone: Tone = Tone.CAUTION
    """Of the strip, where it is overdue."""
