"""The list of all schools: those of today with what they came from, the earlier ones below.

Comes in: the schools of one page of the list, the page context. Goes out: the view model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds import Kind
from portal.kinds.school import School
from portal.views.context import PageContext
from portal.views.pages import listing
from portal.views.pages.listing import ListFrame, ListPage, jump
from portal.views.parts import Anchor, Anchors, Table, columns, table
from portal.views.schools import RECOGNITION, SchoolLink, by_province, made_of, province, state


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolList:
    """The schools of today with what they came from; the earlier ones below."""

    frame: ListFrame
    jump: tuple[Anchors, ...]
    links: tuple[SchoolLink, ...]
    """The schools of today by their provinces, for narrow windows."""
    current: Table | None
    current_title: str
    former: Table | None
    former_title: str


CURRENT = columns(("Tỉnh, thành phố", "short"), "Trường", RECOGNITION, "Hợp nhất từ")
FORMER = columns(("Tỉnh, thành phố cũ", "short"), "Trường", RECOGNITION, "Nay là")


def listed(kind: Kind, entries: Sequence[School], at: ListPage, v: PageContext) -> SchoolList:
    current = [one for one in entries if one.is_current]
    former = [one for one in entries if not one.is_current]
    parts = (
        Anchor("Trường hiện nay", "#hien-nay", len(current)),
        Anchor("Trường đã hợp nhất", "#truoc-day", len(former)),
    )
    return SchoolList(
        frame=listing.frame(v, kind, entries, at),
        jump=jump(parts),
        links=by_province(v, current),
        current=_current(v, current) if current else None,
        current_title=f"{len(current)} trường hiện nay",
        former=_former(v, former) if former else None,
        former_title=f"{len(former)} trường đã hợp nhất",
    )


def _current(v: PageContext, schools: Sequence[School]) -> Table:
    rows = [(one.province.label, v.a(one), state(v, one), made_of(v, one)) for one in schools]
    return table("Trường hiện nay, theo vần tỉnh, thành phố", CURRENT, rows)


def _former(v: PageContext, schools: Sequence[School]) -> Table:
    rows = [(province(one), v.a(one), state(v, one), _now(v, one)) for one in schools]
    return table("Trường đã hợp nhất, theo vần tỉnh, thành phố cũ", FORMER, rows)


def _now(v: PageContext, school: School) -> Markup | None:
    """The school it is part of today."""
    successor = v.library.successors.get(school.id)
    return v.a(successor) if successor else None
