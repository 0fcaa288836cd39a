"""Exceptions to rules: rule, file, reason, day. One that is no longer needed is itself a fault.

They stand in `data/_danh-muc/ngoai-le.yml` of the content, because they speak of its files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from portal.library import Library
from portal.problem import Problem

LIST = "ngoai-le"
PATH = f"data/_danh-muc/{LIST}.yml"


def apply(problems: Iterable[Problem], library: Library, already: Collection[str]) -> list[Problem]:
    """The problems that no exception allows, and a problem for every exception without use."""
    allowed = {
        (option.more.get("quy_tac", ""), option.more.get("tep", "")): option
        for option in library.lists.get(LIST, {}).values()
    }
    used = set()
    kept = []
    for problem in problems:
        key = (problem.rule, problem.path)
        if key in allowed:
            used.add(key)
        else:
            kept.append(problem)
    for (rule, path), option in allowed.items():
        if (rule, path) not in used and path not in already:
            told = f"ngoại lệ {rule} cho {path} không còn cần."
            kept.append(
                Problem(PATH, 1, option.value, told, "ngoai-le-thua", "xoá dòng ngoại lệ này")
            )
        if not option.more.get("ngay"):
            told = "ngoại lệ chưa ghi ngày."
            mend = "ghi lý do ở nhan, ngày cho phép ở ngay"
            kept.append(Problem(PATH, 1, option.value, told, "ngoai-le-thieu", mend))
    return kept
