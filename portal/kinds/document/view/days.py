"""A document as of another day: whether it held, its words and its clauses then.

Comes in: a document with its dated texts, a day on which something changed. Goes out: the view
model of the page of that day; search engines are sent to the document instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from portal.dates import day as day_of
from portal.kinds import BY_NAME
from portal.kinds.document import Document, Version
from portal.kinds.document.view.notices import validity_notices
from portal.kinds.document.view.parts import at_clauses
from portal.kinds.lists import OwnTone
from portal.library import Library
from portal.views.context import PageContext
from portal.views.html.clauses import marked
from portal.views.pages.entry import Beside, Frame, frame, kind_of, way
from portal.views.parts import Anchor, Anchors, Badge, Header, Notice

FEWEST = 2
"""A document on which one thing happened says that on its own page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """The bar that says which day it is of, the ways to other days, its state and words then."""

    frame: Frame
    viewed: Notice
    days: Anchors
    validity: tuple[Notice, ...]
    body: Markup


def days(library: Library, document: Document) -> tuple[date, ...]:
    """The days on which something changed: of its state, of a clause, of its words."""
    told = [one.on for one in library.validity[document.id].history if one.on]
    known = {one.earliest for one in told if one.day and not one.bound}
    known |= {one.day for one in library.versions_of(document) if one.day}
    for changes in library.reworded.get(document.id, {}).values():
        known |= {
            date.fromisoformat(one.day) for one in changes if len(one.day) == len("2025-01-01")
        }
    return tuple(sorted(known)) if len(known) >= FEWEST else ()


def path(document: Document, day: date) -> str:
    return f"{document.KIND}/{document.id}/{day.isoformat()}/"


def text_on(
    document: Document, texts: Sequence[Version], since: str, day: date
) -> Document | Version:
    """The words in force then; the oldest that is known for a day before. `since`: the day of the
    words of now."""
    if not texts or (since and since <= day.isoformat()):
        return document
    then = [one for one in texts if one.day and one.day <= day]
    return then[-1] if then else texts[0]


def page(entry: Document, text: Document | Version, day: date, v: PageContext) -> DayPage:
    state = v.library.validity_on(entry, day)
    states = at_clauses(v, entry, state) if entry.body else {}
    body = marked(v.md(text.body, places=True), {}, states) if text.body else Markup("")
    kind = BY_NAME[entry.KIND]
    known = (one for one in (state.state, *state.also) if not one.unknown)
    return DayPage(
        frame=frame(
            v,
            entry,
            Beside(),
            header=Header(
                kind=f"Tính đến ngày {day_of(day)}",
                title=entry.name,
                lead=Markup(""),
                badges=tuple(Badge(one.label, one.tone) for one in known),
            ),
            crumbs=way(v, kind_of(v, kind), Anchor(entry.short, v.url(entry)), Anchor(day_of(day))),
            condition=" entry--dead" if state.dead else "",
        ),
        viewed=_viewed(v, entry, text, day),
        days=ways(v, entry, day),
        validity=tuple(validity_notices(v, entry, state)),
        body=body,
    )


def _viewed(v: PageContext, entry: Document, text: Document | Version, day: date) -> Notice:
    """«Đang xem ngày …», and the way back to today."""
    words = "lời hiện nay" if text is entry else "lời của ngày ấy"
    told = "Trang này cho biết hiệu lực và lời văn bản tính đến ngày {} ({}). Bản hiện nay: {}."
    html = Markup(told).format(day_of(day), words, v.a(entry, True))
    return Notice(OwnTone.INFORMATION, f"Đang xem ngày {day_of(day)}", Markup(f"<p>{html}</p>"))


def ways(v: PageContext, entry: Document, here: date | None = None) -> Anchors:
    """To all days on which something changed."""
    found = days(v.library, entry)
    return Anchors(tuple(_way(v, entry, one, one == here) for one in found), "Tính đến ngày")


def _way(v: PageContext, entry: Document, day: date, here: bool) -> Anchor:
    return Anchor(day_of(day), "" if here else v.url(path(entry, day)))


__all__ = ["DayPage", "days", "page", "path", "text_on", "ways"]
