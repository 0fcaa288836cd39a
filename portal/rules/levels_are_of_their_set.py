"""A level that is told of a school is one of the set it is judged by; without a set, one of any."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.criteria import CriteriaSet
from portal.kinds.school import School
from portal.library import Library
from portal.problem import Problem

RULE = "muc-khong-co"


def check(library: Library) -> Iterator[Problem]:
    sets = {one.id: one for one in library.everything if isinstance(one, CriteriaSet)}
    levels = {id: {level.number for level in one.levels} for id, one in sets.items()}
    every = set().union(*levels.values())
    for school in library.everything if every else ():
        if isinstance(school, School):
            for where, level, id in _told(school):
                known = levels.get(id, every)
                if level not in known:
                    whose = f"bộ {id}" if id in levels else "các bộ tiêu chí"
                    told = f"{whose} không có mức {level}."
                    remedy = f"dùng một trong: {', '.join(map(str, sorted(known)))}"
                    yield school.problem(f"{where}.muc", told, RULE, remedy)


def _told(school: School) -> Iterator[tuple[str, int, str]]:
    """(where, the level, the set it is of, empty where none is named)."""
    for place, done in enumerate(school.recognitions, 1):
        yield f"cong_nhan[{place}]", done.level, done.criteria.id if done.criteria else ""
    for place, target in enumerate(school.targets, 1):
        yield f"muc_tieu[{place}]", target.level, ""
    for place, one in enumerate(school.snapshots, 1):
        if one.level is not None:
            yield f"anh_chup[{place}]", one.level, ""
