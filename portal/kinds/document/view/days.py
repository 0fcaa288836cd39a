"""A document as of another day: whether it held, its words and its clauses then.

Comes in: a document with its dated texts, a day on which something changed. Goes out: the view
model of the page of that day; search engines are sent to the document instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from portal.dates import day as day_of
from portal.kinds import BY_NAME
from portal.kinds.document import Document, Version
from portal.kinds.document.view.notices import validity_notices
from portal.kinds.document.view.parts import at_clauses
from portal.kinds.lists import OwnTone
from portal.library.days import days
from portal.views.context import PageContext
from portal.views.pages.crumbs import kind_of, way
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.parts import Anchor, Anchors, Badge, Header, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """The bar that says which day it is of, the ways to other days, its state and words then."""

    frame: Frame
    viewed: Notice
    days: Anchors
    validity: tuple[Notice, ...]
    body: Markup


def path(document: Document, day: date) -> str:
    return f"{document.KIND}/{document.id}/{day.isoformat()}/"


def page(entry: Document, text: Document | Version, day: date, v: PageContext) -> DayPage:
    state = v.library.validity_on(entry, day)
    v.citing.then = state
    states = at_clauses(v, entry, state) if entry.body else {}
    body = v.legal_text(text.body, {}, states) if text.body else Markup("")
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
    words = "lời hiện nay" if text is entry else "lời của ngày đó"
    told = "Trang này cho biết hiệu lực và lời văn bản tính đến ngày {} ({}). Bản hiện nay: {}."
    html = Markup(told).format(day_of(day), words, v.a(entry, True))
    return Notice(OwnTone.INFORMATION, f"Đang xem ngày {day_of(day)}", Markup(f"<p>{html}</p>"))


def ways(v: PageContext, entry: Document, here: date | None = None) -> Anchors:
    """To all days on which something changed."""
    found = days(v.library, entry)
    return Anchors(tuple(_way(v, entry, one, one == here) for one in found), "Tính đến ngày")


def _way(v: PageContext, entry: Document, day: date, here: bool) -> Anchor:
    return Anchor(day_of(day), "" if here else v.url(path(entry, day)))
