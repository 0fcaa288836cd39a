"""What a small page for a frame is made of, whatever it shows.

Comes in: records of `views/parts.py`. Goes out: a frozen record that one template lays out.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from portal.views.charts.bars import Bars
from portal.views.charts.steps import Drawings
from portal.views.figures import NationalFigure
from portal.views.outputs import Alternate
from portal.views.parts import Anchor, Badge, Fact, Notice, Table


@dataclass(frozen=True, slots=True)
class Part:
    """A table under a heading of its own."""

    title: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Filled is what it shows; the rest is left out."""

    title: str
    full: Anchor
    """The page it is a part of."""
    badges: tuple[Badge, ...] = ()
    notices: tuple[Notice, ...] = ()
    facts: tuple[Fact, ...] = ()
    parts: tuple[Part, ...] = ()
    items: tuple[Markup, ...] = ()
    figures: tuple[NationalFigure, ...] = ()
    bars: Bars | None = None
    rising: Drawings | None = None
    search: str = ""
    """Where a question goes."""
    empty: str = ""
    """Said where there is nothing yet."""


@dataclass(frozen=True, slots=True)
class CardPage:
    """The card with what a page of its own needs around it."""

    card: Card
    site: str
    root: str
    """The way from the card to where the section begins."""
    oembed: str
    """Where portals are told how to show it; empty where the address is not known."""
    feed: Alternate | None = None
    """The nearest one, for portals that take news and no frame."""


@dataclass(frozen=True, slots=True)
class TrialPage:
    """What the page that tries a portal out says before any script has run."""

    site: str
    root: str
    oembed: str
    """As of a card."""
