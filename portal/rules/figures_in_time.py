"""A figure is of a day that has come and on which its school was there; two of one day agree.

What was recognised belongs to the legal entity of that day: after its end nothing is granted to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from portal.dates import PartialDate
from portal.kinds.school import School
from portal.kinds.school.parts import Recognition, Result, Snapshot
from portal.kinds.series import Series
from portal.library import Library
from portal.problem import Problem

AHEAD, OUTSIDE, TWICE = "so-lieu-tuong-lai", "so-lieu-ngoai-doi", "so-lieu-lech"
AGREE = "giữ một số; các nguồn nêu khác nhau thì ghi cả hai ở mau_thuan"


def check(library: Library) -> Iterator[Problem]:
    today = now(library)
    for entry in library.everything:
        if isinstance(entry, Series):
            for place, mark in enumerate(entry.marks, 1):
                yield from _ahead(today, entry, f"moc[{place}].thoi_diem", mark.as_of)
        elif isinstance(entry, School):
            yield from _school(today, entry)


def now(library: Library) -> date:
    """Today, or the day the content is of where it is built for an earlier one."""
    days = [day for one in library.everything for day in (one.published, one.reviewed) if day]
    return max([*days, library.today])


def _ahead(
    today: date, entry: Series | School, where: str, on: PartialDate | None
) -> Iterator[Problem]:
    if on and on.reached(today) is False:
        told = f"«{on}» chưa tới, chưa thể có số liệu."
        yield entry.problem(where, told, AHEAD, "xem lại năm; mục tiêu thì ghi ở muc_tieu")


def _school(today: date, school: School) -> Iterator[Problem]:
    met: dict[tuple[str, int | None, int | None], tuple[int, Snapshot]] = {}
    for place, one in enumerate(school.snapshots, 1):
        where = f"anh_chup[{place}]"
        yield from _ahead(today, school, f"{where}.thoi_diem", one.as_of)
        if one.as_of:
            yield from _outside(school, f"{where}.thoi_diem", one.as_of)
        yield from _agree(school, where, place, one, met)
    for place, done in enumerate(school.recognitions, 1):
        for key, on in _steps(done):
            yield from _outside(school, f"cong_nhan[{place}].{key}", on)
        if done.state.granted and done.ceremony and done.ceremony.reached(today) is False:
            told = f"«{done.ceremony}» chưa tới, chưa thể là đã công nhận."
            where, remedy = f"cong_nhan[{place}].le_don_bang", "xem lại năm, hoặc tinh_trang"
            yield school.problem(where, told, AHEAD, remedy)


def _steps(done: Recognition) -> Iterator[tuple[str, PartialDate]]:
    """Each step whose day is known, whether it led to an award or not."""
    steps = {
        "hoi_dong_tinh": done.provincial,
        "khao_sat": done.survey,
        "tham_dinh": done.appraisal,
        "le_don_bang": done.ceremony,
    }
    return ((key, on) for key, on in steps.items() if on)


def _outside(school: School, where: str, on: PartialDate) -> Iterator[Problem]:
    if school.start and on.is_before(school.start):
        told = f"«{on}» trước ngày trường này hoạt động, {school.start}."
    elif school.end and not on.bound and _over(school.end, on):
        told = f"«{on}» không trước ngày trường này hợp nhất, {school.end}."
    else:
        return
    yield school.problem(where, told, OUTSIDE, "ghi ở trường có vào ngày ấy, hoặc xem lại ngày")


def _over(end: PartialDate, on: PartialDate) -> bool:
    """On the day of the merger the school is no more: its last day is the one before."""
    return end.is_before(on) or (end == on and on.day is not None)


def _agree(
    school: School,
    where: str,
    place: int,
    one: Snapshot,
    met: dict[tuple[str, int | None, int | None], tuple[int, Snapshot]],
) -> Iterator[Problem]:
    """Of one day, one level and one criterion: one count, of one whole."""
    for at, result in enumerate(one.results, 1):
        if one.as_of is None:
            continue
        key = (str(one.as_of), one.level, result.criterion)
        first, other = met.setdefault(key, (place, one))
        same = [it for it in other.results if it.criterion == result.criterion]
        for key_of, value, known in _compared(result, same):
            if value is not None and known and value not in known:
                told = f"«{one.as_of}»: {value} chỉ tiêu, mà anh_chup[{first}] ghi số khác."
                yield school.problem(f"{where}.ket_qua[{at}].{key_of}", told, TWICE, AGREE)


def _compared(
    one: Result, others: Sequence[Result]
) -> Iterator[tuple[str, int | None, set[int | None]]]:
    yield "dat", one.met, {it.met for it in others} - {None}
    yield "tong", one.total, {it.total for it in others} - {None}
    yield "vuot", one.exceeded, {it.exceeded for it in others} - {None}
