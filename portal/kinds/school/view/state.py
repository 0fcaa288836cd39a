"""The first block of a school's page: how far it has come, by what path, and what it is to do.

Comes in: a school, its status, the page context. Goes out: facts and ways; one line a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from portal.kinds.base import WORKSHEET, Sourced
from portal.kinds.criteria import CriteriaSet
from portal.kinds.duty import Duty
from portal.kinds.school import School
from portal.kinds.school.parts import Scheme, Snapshot, Target
from portal.kinds.unit import Unit
from portal.library.status import Inherited, SchoolStatus
from portal.views.context import PageContext
from portal.views.duties import open_first
from portal.views.parts import Anchor, Anchors, Fact
from portal.views.phrases import joined, link, standing
from portal.views.schools import RECOGNITION, aim, badge_of, province, results, steps

OWN = "nhiem-vu"
"""The part of the page with the school's own duties."""
NO_YEAR = "(nguồn không nêu năm)"
UNDATED = "(các nguồn không nêu ngày lễ đón Bằng)"
READINGS = 4
"""So many counts tell the way; all stand below."""


def state_of(v: PageContext, school: School, status: SchoolStatus) -> Iterator[Fact]:
    yield Fact(RECOGNITION, _state(v, school, status), _of_predecessors(status))
    told = status.recognition.results if status.recognition else ()
    readings = [one for one in school.snapshots if one.counted]
    if any(one.results != told for one in readings):  # else the state tells it already
        yield Fact("Chỉ tiêu đạt", _readings(v, readings, school))
    if school.schemes or school.targets:
        yield Fact("Đề án, mục tiêu", _plan(v, school))
    if school.is_current:
        yield Fact("Nhiệm vụ", _duties(v, school))


def _state(v: PageContext, school: School, status: SchoolStatus) -> Markup:
    one = status.recognition
    label = badge_of(status).label
    if one is None:
        return escape(label)
    undated = one.state.granted and not one.ceremony
    told = escape(f"{label} {UNDATED}" if undated else label)
    told = Markup(f"{told}: {steps(one)}") if steps(one) else told
    counted = f"; {results(one.results)}" if one.results else ""
    return Markup(f"{told}{escape(counted)} {standing(v, one, school)}")


def _of_predecessors(status: SchoolStatus) -> str:
    """What was granted before the schools were joined."""
    if not status.inherited:
        return ""
    return f"Trước khi hợp nhất: {'; '.join(map(_granted, status.inherited))}."


def _granted(one: Inherited) -> str:
    on = one.recognition.ceremony
    when = f", lễ đón Bằng {on.named}" if on else ""
    return f"{province(one.school)} đạt chuẩn mức {one.recognition.level}{when}"


def _readings(v: PageContext, readings: Sequence[Snapshot], school: School) -> Markup:
    """The counts over time, the latest last, each with what it rests on; those of one level
    together, since they have another whole."""
    dated = sorted(
        (one for one in readings if one.as_of),
        key=lambda one: one.as_of.earliest,  # type: ignore[union-attr]
    )
    shown = dated[-READINGS:] or readings[:1]
    levels: dict[int | None, list[Markup]] = {}
    for one in shown:
        levels.setdefault(one.level, []).append(_reading(v, one, school))
    lines = {level: joined(told, " → ") for level, told in levels.items()}
    several = len(lines) > 1
    told = joined(_of_level(level if several else None, line) for level, line in lines.items())
    return Markup(f"{told} {link('#so-lieu', 'Số liệu từng thời điểm')}")


def _of_level(level: int | None, told: Markup) -> Markup:
    return Markup("mức {}: {}").format(level, told) if level else told


def _reading(v: PageContext, one: Snapshot, school: School) -> Markup:
    when = f" ({one.as_of})" if one.as_of else ""
    return _resting(v, f"{results(one.results)}{when}", one, school)


def _resting(v: PageContext, told: str, one: Sourced, school: School) -> Markup:
    """A statement, and behind it how far it can be trusted."""
    return Markup("{} {}").format(told, standing(v, one, school, short=True))


def _plan(v: PageContext, school: School) -> Markup:
    told = [(_scheme(one), one) for one in school.schemes]
    aims = [(_target(v, one, school), one) for one in school.targets]
    return joined(_resting(v, text, one, school) for text, one in (*told, *aims) if text)


def _scheme(one: Scheme) -> str:
    """«27-ĐA/TU, 2022–2025»; without a number what it is: «đề án giai đoạn 2025–2030»."""
    if one.number:
        return ", ".join(filter(None, [one.number, one.period]))
    return f"đề án giai đoạn {one.period}" if one.period else ""


def _target(v: PageContext, one: Target, school: School) -> str:
    by = aim(v, one, school)
    return f"mục tiêu mức {one.level}{f': {by}' if by else f' {NO_YEAR}'}"


def _duties(v: PageContext, school: School) -> Markup:
    """How many are to be done still: its own, and those of all schools."""
    own, _ = open_first(v, duties_of(v, school))
    told = [Markup(f"{link(f'#{OWN}', f'{len(own)} nhiệm vụ của riêng trường')}")] if own else []
    told += map(escape, of_all_schools(v))
    return joined(told) or escape("không có nhiệm vụ nào đang thực hiện")


def duties_of(v: PageContext, entry: School | Unit) -> list[Duty]:
    found = {back.entry.id: back.entry for back in v.library.related_to(entry)}
    return [one for one in found.values() if isinstance(one, Duty)]


def of_all_schools(v: PageContext) -> tuple[Anchor, ...]:
    """Where the duties stand that every school has."""
    return tuple(
        Anchor(f"{one.open} nhiệm vụ của các trường chính trị", v.url(one.group))
        for one in v.library.duties_of_all_schools
    )


def ways(v: PageContext, school: School, status: SchoolStatus) -> tuple[Anchors, ...]:
    """The criteria it is judged by, and the sheet to judge itself."""
    one = (
        v.library.get(status.recognition.criteria)
        if status.recognition and status.recognition.criteria
        else None
    )
    sets = [one] if isinstance(one, CriteriaSet) else v.library.of(CriteriaSet)
    if not school.is_current or not sets:
        return ()
    chosen = max(sets, key=lambda it: len(it.indicators))
    home = v.url(chosen)
    return (
        Anchors(
            (
                Anchor("Bộ tiêu chí", home),
                Anchor("Phiếu tự đánh giá", f"{home}{WORKSHEET}/"),
                Anchor("Quy trình công nhận", v.url("quy-trinh/")),
            )
        ),
    )
