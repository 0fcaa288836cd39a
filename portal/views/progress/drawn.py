"""A board as drawings: shares as bars, recognitions as a line that rises by steps.

Comes in: boards of the library. Goes out: records of `views/charts`; the sentence above each is
made of the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from portal.dates import day
from portal.library.board import Board
from portal.library.statistics import Recognised
from portal.views.charts.bars import Bars, Measured, bars
from portal.views.charts.steps import Drawings, steps
from portal.views.progress.rows import counted

COUNTED = (
    "Chuyên mục đếm các trường có công nhận mức 1 trong hồ sơ từng trường, tính đến ngày {} (suy "
    "ra); nguồn ghi ở hồ sơ đó."
)
TOLD = " Các hàng có ngày trong ngoặc là số liệu đã công bố; nguồn ở bảng số liệu công bố."
RISING = (
    "Mỗi điểm là một ngày có lễ đón Bằng; đếm từ hồ sơ từng trường, tính đến ngày {}, chỉ tính lễ "
    "đã rõ ngày. Nguồn, độ tin cậy ghi ở hồ sơ đó."
)


def shares(board: Board) -> Bars | None:
    """What is told as so many of so many; none where nothing is."""
    schools = len(board.schools)
    if not schools:
        return None
    known = len({one.school.id for one in board.at_level(1)})
    rows = [
        Measured(
            "Trường có thông tin đã được công nhận đạt chuẩn mức 1 (theo hồ sơ từng trường)",
            known,
            schools,
            f"{known}/{schools}",
        )
    ]
    rows += [
        Measured(
            f"{one.series.title} ({one.mark.as_of})",
            one.mark.value,
            one.mark.total,
            counted(one.series, one.mark).partition(" ")[0],
        )
        for one in board.published
        if one.mark.total
    ]
    told = f"{share(known, schools)} đạt chuẩn mức 1"
    title = f"Đến ngày {day(board.on)}, theo thông tin hiện có, {told}"
    about = COUNTED.format(day(board.on)) + (TOLD if len(rows) > 1 else "")
    return bars(title, rows, about)


def share(known: int, schools: int) -> str:
    """«8 trong 34 trường»; of none in words."""
    return f"{known or 'chưa trường nào'} trong {schools} trường"


def rising(found: Sequence[Recognised], until: date) -> Drawings | None:
    """Ceremonies whose day is known, counted up; none where there are fewer than two."""
    days = [on for on, _ in ceremonies(found, until)]
    points = [(on, at) for at, on in enumerate(days, 1) if at == len(days) or days[at] != on]
    if len(points) < 2:
        return None
    span = f"từ ngày {day(days[0])} đến ngày {day(days[-1])}"
    title = f"{len(days)} lễ đón Bằng công nhận đã biết ngày, {span}"
    return steps(title, points, until, "lễ", RISING.format(day(until)))


def ceremonies(found: Iterable[Recognised], until: date) -> list[tuple[date, Recognised]]:
    """Those whose day is known, the earliest first."""
    dated = [
        (on.earliest, one)
        for one in found
        if (on := one.recognition.ceremony) and on.day and not on.bound and on.earliest <= until
    ]
    return sorted(dated, key=lambda it: (it[0], it[1].school.id))
