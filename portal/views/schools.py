"""What many pages show of schools: what they were made of, how far they have come.

Comes in: the page context and schools. Goes out: phrases and links; what no source tells is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.forms import Moment
from portal.kinds.base import fields_of
from portal.kinds.lists import OwnTone
from portal.kinds.school import School
from portal.kinds.school.lists import NoNews
from portal.kinds.school.parts import Recognition, Target
from portal.kinds.school.parts import Result as Outcome
from portal.library.status import SchoolStatus, of_school
from portal.views.context import PageContext
from portal.views.parts import Badge
from portal.views.phrases import joined

RECOGNITION = "Công nhận đạt chuẩn"
"""What a school's state is called: a bare «Tình trạng: Chưa có thông tin» seems to speak of the
whole page."""


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


def made_of(v: PageContext, school: School, dated: bool = False) -> Markup:
    """The same by their provinces, with what they had reached; `dated`: and when."""
    told = joined((_reached(v, one, dated) for one in predecessors(v, school)), ", ")
    return told or Markup('<span class="muted">không hợp nhất</span>')


def _reached(v: PageContext, one: School, dated: bool) -> Markup:
    levels = "".join(
        f" (mức {done.level}{_when(done) if dated else ''})" for done in one.recognised
    )
    link = f'<a href="{escape(v.url(one))}" title="{escape(one.name)}">{escape(province(one))}</a>'
    return Markup(link + levels)


def _when(done: Recognition) -> str:
    return f", {done.ceremony or 'không rõ ngày'}"


def state(v: PageContext, school: School) -> Markup | None:
    """The one state of a school in a cell: «Đạt chuẩn mức 1, 11/9/2025»; none where nothing is
    known."""
    status = of_school(v.library, school)
    if status.untold:
        return None
    label = badge_of(status).label
    when = f", {status.on}" if status.recognition and status.on else ""
    told = escape(label + when)
    return told if status.recognition else Markup(f'<span class="muted">{told}</span>')


def badge_of(status: SchoolStatus) -> Badge:
    """The one state of a school in few words."""
    one = status.recognition
    if one and one.state.granted:
        return Badge(f"Đạt chuẩn mức {one.level}", OwnTone.LEVEL)
    label = status.state.label
    if one is None:
        return Badge(label, status.state.tone)
    of = "về mức" if status.state.value == NoNews.SOMETHING else "mức"
    return Badge(f"{label} {of} {one.level}", status.state.tone)


def steps(one: Recognition) -> Markup:
    """The steps of a recognition whose days are known, the last first: «Lễ đón Bằng ngày …»."""
    days = ((field.label, getattr(one, field.name)) for field in STEPS)
    return joined(reversed([f"{label} {on.named}" for label, on in days if on]))


STEPS = tuple(one for one in fields_of(Recognition) if isinstance(one.form, Moment))
"""The dated steps of a recognition, in their order."""


def results(told: Sequence[Outcome]) -> Markup:
    """«55/55 chỉ tiêu, 8 vượt»."""
    return joined(map(_result, told))


def _result(one: Outcome) -> str:
    made = f"tiêu chí {one.criterion}: " if one.criterion else ""
    if one.met is not None:
        made += str(one.met) + (f"/{one.total}" if one.total is not None else "") + " chỉ tiêu"
    if one.exceeded is not None:
        made += (
            ", " if one.met is not None else ""
        ) + f"{one.exceeded} {'vượt' if one.met is not None else 'chỉ tiêu vượt'}"
    if one.text:
        made += ("; " if one.met is not None or one.exceeded is not None else "") + one.text
    return made


def latest(v: PageContext, school: School) -> Markup | None:
    """The newest dated snapshot that counts chỉ tiêu; without one, what was counted when it was
    recognised."""
    status = of_school(v.library, school)
    if newest := status.reading:
        return escape(results(newest.results) + f" ({newest.as_of})")
    one = status.recognition
    counted = [it for it in one.results if it.counted] if one and one.state.granted else []
    when = f" ({status.on})" if status.on else ""
    return escape(results(counted) + when) if counted else None


def aim(v: PageContext, one: Target, school: School) -> str:
    """«năm 2025 (đã qua)»: of a level not reached, a day that is past is no plan any more."""
    if not one.by:
        return ""
    missed = one.level > max((done.level for done in school.recognised), default=0)
    past = " (đã qua)" if missed and one.by.reached(v.today) else ""
    return f"{one.by.named}{past}"
