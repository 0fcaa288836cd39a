"""What many pages show of schools: what they were made of, how far they have come.

Comes in: the page context and schools. Goes out: phrases and links; what no source tells is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from portal.kinds.school import Recognition, School, Snapshot
from portal.kinds.school import Result as Outcome
from portal.views.context import PageContext
from portal.views.parts import UNKNOWN
from portal.views.phrases import joined, unknown


@dataclass(frozen=True, slots=True)
class SchoolLink:
    """A school by the name of its province."""

    label: str
    url: str
    title: str


def by_province(v: PageContext, schools: Iterable[School]) -> tuple[SchoolLink, ...]:
    return tuple(SchoolLink(province(one), v.url(one), one.name) for one in schools)


def province(school: School) -> str:
    """`An Giang`, not `An Giang (trước 01/7/2025)`."""
    return school.province.label.partition(" (")[0]


def predecessors(v: PageContext, school: School) -> list[School]:
    """The schools it was made of, as far as they are published."""
    found = (v.library.get(link) for link in school.predecessors)
    return [one for one in found if isinstance(one, School)]


def made_of(v: PageContext, school: School) -> Markup:
    """The same by their provinces, with what they had reached."""
    told = joined((_reached(v, one) for one in predecessors(v, school)), ", ")
    return told or Markup('<span class="muted">không hợp nhất</span>')


def _reached(v: PageContext, one: School) -> Markup:
    levels = "".join(f" (mức {done.level})" for done in one.recognised)
    link = f'<a href="{escape(v.url(one))}" title="{escape(one.name)}">{escape(province(one))}</a>'
    return Markup(link + levels)


def recognised(school: School) -> Markup:
    """«mức 1, 11/9/2025», or that no source is known."""
    return joined(map(_recognition, school.recognised)) or unknown("chưa thấy")


def _recognition(one: Recognition) -> str:
    return f"mức {one.level}" + (f", {one.ceremony}" if one.ceremony else "")


def results(told: Sequence[Outcome]) -> Markup:
    """«55/55 chỉ tiêu, 8 vượt»."""
    return joined(map(_result, told))


def _result(one: Outcome) -> str:
    made = f"tiêu chí {one.criterion}: " if one.criterion else ""
    if one.met is not None:
        made += str(one.met) + (f"/{one.total}" if one.total is not None else "") + " chỉ tiêu"
    if one.exceeded is not None:
        made += (", " if one.met is not None else "") + f"{one.exceeded} vượt"
    if one.text:
        made += ("; " if one.met is not None or one.exceeded is not None else "") + one.text
    return made


def latest(school: School) -> Markup:
    """The newest dated snapshot that counts chỉ tiêu."""
    dated = [one for one in school.snapshots if one.results and one.as_of]
    newest = max(dated, key=_earliest, default=None)
    return escape(results(newest.results) + f" ({newest.as_of})") if newest else UNKNOWN


def _earliest(one: Snapshot) -> date:
    return one.as_of.earliest if one.as_of else date.min
