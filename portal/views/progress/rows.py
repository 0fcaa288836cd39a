"""Rows of the tables on the boards: a recognition, a published figure, a correction.

Comes in: what the library counted, the page context. Goes out: tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from portal.dates import day
from portal.kinds.school import School
from portal.kinds.series import Mark, Series
from portal.library.board import Published, Reading
from portal.library.statistics import Recognised
from portal.text import number
from portal.views.context import PageContext
from portal.views.parts import Cell, Table, columns, table
from portal.views.phrases import standing
from portal.views.schools import results

RECOGNISED = columns("Trường", ("Mức", "short"), ("Lễ đón Bằng", "short"), "Kết quả", "Theo nguồn")
PUBLISHED = columns("Số liệu", ("Giá trị", "short"), ("Thời điểm", "short"), "Theo nguồn")
COUNTED = columns("Trường", ("Mức", "short"), "Chỉ tiêu đạt", ("Thời điểm", "short"), "Theo nguồn")
CORRECTED = columns(
    "Số liệu", ("Của ngày", "short"), ("Trước", "number"), ("Nay", "number"), "Lý do"
)


def recognitions(v: PageContext, caption: str, found: Iterable[Recognised]) -> Table:
    return table(caption, RECOGNISED, [_recognition(v, one) for one in found])


def _recognition(v: PageContext, one: Recognised) -> tuple[Cell, ...]:
    done = one.recognition
    return (
        _then(v, one.school),
        done.level,
        v.show(done.ceremony) if done.ceremony else None,
        results(done.results) or None,
        _rests_on(v, one),
    )


def _then(v: PageContext, school: School) -> Markup:
    """A school by the name it had, and what it is part of now."""
    if not school.end:
        return v.a(school)
    successor = v.library.successors.get(school.id)
    now = f"nay thuộc {v.a(successor) if successor else 'trường khác'}"
    return Markup(f'{v.a(school)} <span class="cell-more">{now}</span>')


def _rests_on(v: PageContext, one: Recognised) -> Markup:
    """What a recognition rests on; the sources themselves stand on the school's page."""
    mark = standing(v, one.recognition, one.school, short=True)
    count = len(v.library.sources(one.recognition, one.school))
    told = f'{count} nguồn<span class="unseen"> về {escape(v.name(one.school))}</span>'
    url = escape(v.url(one.school))
    return Markup(f'{mark} <a class="nowrap" href="{url}#cong-nhan">{told}</a>')


def readings(v: PageContext, caption: str, found: Iterable[Reading]) -> Table:
    return table(caption, COUNTED, [_reading(v, one) for one in found])


def _reading(v: PageContext, one: Reading) -> tuple[Cell, ...]:
    told, school = one.snapshot, one.school
    mark = standing(v, told, school, short=True)
    sources = Markup("; ").join(v.a(link, True) for link in v.library.sources(told, school))
    assert told.as_of, "a count of a day"
    return (
        _then(v, school),
        told.level,
        results(told.results),
        v.show(told.as_of),
        Markup(f"{mark} {sources}"),
    )


def published(v: PageContext, caption: str, found: Iterable[Published]) -> Table:
    return table(caption, PUBLISHED, [_published(v, one.series, one.mark) for one in found])


def _published(v: PageContext, series: Series, mark: Mark) -> tuple[Cell, ...]:
    mine = standing(v, mark, series, short=True)
    sources = Markup("; ").join(v.a(link, True) for link in v.library.sources(mark, series))
    return (v.a(series), counted(series, mark), v.show(mark.as_of), Markup(f"{mine} {sources}"))


def counted(series: Series, mark: Mark) -> str:
    """«26/63 trường»."""
    whole = f"/{number(mark.total)}" if mark.total is not None else ""
    return f"{number(mark.value)}{whole} {series.unit}"


def corrections(v: PageContext, caption: str, of: Sequence[Series]) -> Table | None:
    """What was published here and is told otherwise now, the newest first; none where nothing
    was."""
    rows = []
    for series in of:
        for one in series.corrections:
            now = next(it.value for it in series.marks if str(it.as_of) == str(one.as_of))
            reason = Markup(f'{v.inline(one.reason)} <span class="meta">{day(one.on)}</span>')
            cells: tuple[Cell, ...] = (v.a(series), v.show(one.as_of), one.was, now, reason)
            rows.append((one.on, cells))
    rows.sort(key=lambda row: row[0], reverse=True)
    return table(caption, CORRECTED, [cells for _, cells in rows]) if rows else None
