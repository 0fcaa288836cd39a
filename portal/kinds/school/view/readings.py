"""The counts of chỉ tiêu of a school over time as a row of bars, and what was missing still.

Comes in: a school, its status. Goes out: the record of a chart; none where nothing was counted.
"""

from __future__ import annotations

from datetime import date

from portal.kinds.school import School
from portal.kinds.school.parts import Result, Snapshot
from portal.library.status import SchoolStatus
from portal.text import upper_first
from portal.views.charts.bars import Bars, Measured, bars

UNDATED = "Không rõ thời điểm"
ABOUT = (
    "Số chỉ tiêu đạt trên tổng số chỉ tiêu của mức, mỗi thời điểm một hàng; nguồn, độ tin cậy ghi "
    "ở từng thời điểm dưới đây."
)


def over_time(school: School, status: SchoolStatus) -> Bars | None:
    """Of all chỉ tiêu of a level, the earliest first; those without a day come before."""
    found = [(one, it) for one in school.snapshots if (it := _whole(one))]
    found.sort(key=lambda pair: pair[0].as_of.earliest if pair[0].as_of else date.min)
    if not found:
        return None
    rows = [
        Measured(_label(one, it), it.met or 0, it.total or 1, f"{it.met}/{it.total} chỉ tiêu")
        for one, it in found
    ]
    return bars(_title(*found[-1], status), rows, ABOUT)


def _whole(one: Snapshot) -> Result | None:
    """The count of all chỉ tiêu; that of one tiêu chí, or without a whole, is not drawn."""
    counts = (it for it in one.results if it.criterion is None and it.met is not None and it.total)
    return next(counts, None)


def _label(one: Snapshot, it: Result) -> str:
    """Bars are of one width: what else is told stands above them."""
    level = f", theo mức {one.level}" if one.level else ""
    exceeded = f"; {it.exceeded} vượt" if it.exceeded is not None else ""
    more = f"; {it.text}" if it.text else ""
    return f"{upper_first(str(one.as_of)) if one.as_of else UNDATED}{level}{exceeded}{more}"


def _title(one: Snapshot, it: Result, status: SchoolStatus) -> str:
    """What is missing is told as long as its level is not granted."""
    level = f"theo mức {one.level}" if one.level else ""
    about = ", ".join(filter(None, [str(one.as_of) if one.as_of else "", level]))
    when = f" ({about})" if about else ""
    left = (it.total or 0) - (it.met or 0)
    done = status.recognition
    granted = done is not None and done.state.granted and done.level >= (one.level or 1)
    more = f", còn {left} chỉ tiêu chưa đạt" if left > 0 and not granted else ""
    return f"Số liệu gần nhất{when}: đạt {it.met}/{it.total} chỉ tiêu{more}"
