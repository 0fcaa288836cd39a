"""What «Cần sửa» tells, in the order in which an editor wants it: first what he changed himself.

Comes in: what is known of the content, the files that were changed. Goes out: groups of faults and
reminders, in words of the desk.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.editor import advice
from portal.editor.catalogue import Item, Snapshot
from portal.problem import Problem, errors, gathered


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    problems: tuple[tuple[Problem, Item | None], ...]
    folds: bool
    """Whether it is opened only when asked for."""


def groups(now: Snapshot, mine: frozenset[str]) -> list[Group]:
    own = _by_level(one for one in now.problems if one.path in mine)
    others = _by_level(one for one in now.problems if one.path not in mine)
    told = (
        ("Lỗi ở mục đang sửa", own[0], False),
        ("Lỗi ở mục khác" if mine else "Lỗi", others[0], False),
        ("Điều nhắc về mục đang sửa", own[1], False),
        ("Điều nhắc về mục khác" if mine else "Điều nhắc", others[1], bool(mine)),
    )
    return [
        Group(title, tuple((one, now.at(one.path)) for one in problems), folds)
        for title, problems, folds in told
        if problems
    ]


def _by_level(problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    found = advice.told(gathered(problems))
    return errors(found), [one for one in found if one.level == "nhắc"]
