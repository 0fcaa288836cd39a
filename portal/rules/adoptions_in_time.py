"""A school copies a model while the school is there, on a day that has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portal.dates import PartialDate
from portal.kinds.exemplar import Exemplar
from portal.kinds.school import School
from portal.library import Library
from portal.problem import Problem
from portal.rules.figures_in_time import now

RULE = "ap-dung-ngoai-doi"


def check(library: Library) -> Iterator[Problem]:
    today = now(library)
    schools = {one.id: one for one in library.everything if isinstance(one, School)}
    for one in library.everything:
        if isinstance(one, Exemplar):
            for place, adoption in enumerate(one.adoptions, 1):
                school = schools.get(adoption.school.id)
                told = school and adoption.start and _told(today, school, adoption.start)
                if told:
                    remedy = "ghi trường có vào ngày ấy, hoặc xem lại ngày"
                    yield one.problem(f"ap_dung[{place}].tu", told, RULE, remedy)


def _told(today: date, school: School, on: PartialDate) -> str:
    if on.reached(today) is False:
        return f"«{on}» chưa tới, chưa thể là đã áp dụng."
    if school.start and on.is_before(school.start):
        return f"«{on}» trước ngày trường này hoạt động, {school.start}."
    if school.end and not on.bound and school.end.is_before(on):
        return f"«{on}» sau ngày trường này hợp nhất, {school.end}."
    return ""
