"""Exceptions to rules: rule, file, reason, day. One that is no longer needed is itself a fault.

They stand in a closed list of the content, because they speak of its files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from portal.kinds.lists import Exemption, values
from portal.library import Library
from portal.library.lists import path_of
from portal.problem import Problem


def apply(problems: Iterable[Problem], library: Library, already: Collection[str]) -> list[Problem]:
    """The problems that no exception allows, and a problem for every exception without use."""
    exemptions = values(library.lists, Exemption).values()
    allowed = {(one.rule, one.path): one for one in exemptions if one.rule and one.path}
    used = set()
    kept = []
    for problem in problems:
        key = (problem.rule, problem.path)
        if key in allowed:
            used.add(key)
        else:
            kept.append(problem)
    for (rule, path), one in allowed.items():
        if (rule, path) not in used and path not in already:
            told = f"ngoại lệ {rule} cho {path} không còn cần."
            where = (path_of(Exemption), one.line, one.value)
            kept.append(Problem(*where, told, "ngoai-le-thua", "xoá dòng ngoại lệ này"))
    return kept
