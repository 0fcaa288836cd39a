"""A fault: where it stands, what is wrong, how to mend it; and how faults are printed.

Comes in: what any room found. Goes out: Vietnamese text for editors.
Refuses to know: how a fault was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from typing import Literal

from portal.text import places

Level = Literal["lỗi", "nhắc"]
MISSING = "thieu"
"""The rule that a required key is there: asked where something else was lost."""


class Fault(Exception):
    """What cannot be read, or not as it looks: where, what, which rule, how to mend it."""

    def __init__(
        self, line: int, text: str, rule: str, remedy: str, name: str = "", level: Level = "lỗi"
    ) -> None:
        super().__init__(text)
        self.line, self.text, self.rule, self.remedy = line, text, rule, remedy
        self.name, self.level = name, level


@dataclass(frozen=True, slots=True)
class Sought:
    """What was written where the id of an entry has to stand, and which kinds may stand there."""

    text: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault in one place. `lỗi` stops the build, `nhắc` does not."""

    path: str
    """Path below the content folder, with forward slashes."""
    line: int
    field: str
    """The key as the editor wrote it, with its place in lists: `cong_nhan[2].muc`; may be empty."""
    text: str
    """What is wrong: one Vietnamese sentence, values quoted «…»."""
    rule: str
    """Vietnamese kebab-case name of the rule, used by exceptions."""
    remedy: str = attribute(default="", compare=False)
    """How to mend it; empty only where the sentence already says it."""
    level: Level = attribute(default="lỗi", compare=False)
    once: bool = attribute(default=False, compare=False)
    """Where the same is met in many places, it is told once, with the places."""
    sought: Sought | None = attribute(default=None, compare=False, repr=False)
    """Of a reference: who knows all entries tells which one is meant."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: "
        name = f"{self.field}: " if self.field else ""
        mark = "nhắc: " if self.level == "nhắc" else ""
        first = f"{place}{mark}{name}{self.text} [{self.rule}]"
        return f"{first}\n    Cách sửa: {self.remedy}" if self.remedy else first


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only the faults that stop a build."""
    return [problem for problem in problems if problem.level == "lỗi"]


PLACES_TOLD = 4
"""What is met in many places names so many of them."""


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """What wants to be told once becomes one, at its first place; everything else stays."""
    kept: list[Problem] = []
    again: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        same = again.setdefault((problem.rule, problem.text), [])
        if not problem.once or not same:
            kept.append(problem)
        same.append(problem)
    return [_with_places(one, again[one.rule, one.text]) if one.once else one for one in kept]


def _with_places(first: Problem, same: list[Problem]) -> Problem:
    others = list(dict.fromkeys(f"{one.path}:{one.line}" for one in same[1:]))
    if not others:
        return first
    told = places(others, PLACES_TOLD)
    return replace(first, text=f"{first.text.rstrip('.')}; cũng ở {told}.")


STOPPED = "trang chưa được dựng. Sửa xong chạy lại lệnh vừa rồi."
PREVIEWED = "các trang khác vẫn xem được. Sửa rồi lưu, trang tự nạp lại."


SEE_ALL = "python3 scripts/check.py --chi noi-dung --het"


def report(problems: Iterable[Problem], then: str = STOPPED, *, fold: bool = False) -> str:
    """Reminders, then faults, each sorted by file and line; a count and what follows. Empty when
    there are none: what must be mended stands last, where the eye is. Folded, the reminders are
    one line a rule, and one line in all where there are faults: who builds ten times a day has
    read them."""
    found = gathered(sorted(set(problems)))
    reminders, stopping = [one for one in found if one.level == "nhắc"], errors(found)
    if fold and stopping:
        rest = filter(None, [_uncounted(reminders)])
        return "\n".join([*map(str, stopping), "", _count(stopping, then), *rest])
    lines = list(_folded(reminders)) if fold else [str(one) for one in reminders]
    lines += [str(one) for one in stopping]
    if stopping:
        lines += ["", _count(stopping, then)]
    elif reminders:
        see = f" Xem từng điều: {SEE_ALL}" if fold else ""
        lines += ["", f"{len(reminders)} điều nhắc, không chặn việc dựng trang.{see}"]
    return "\n".join(lines)


def report_to(
    mine: Callable[[Problem], bool], problems: Iterable[Problem], then: str = STOPPED
) -> str:
    """For who changed something: faults of his files, faults elsewhere, reminders of his files; of
    the other reminders how many. Empty when there are none."""
    known = sorted(set(problems))
    own = gathered(one for one in known if mine(one))
    others = gathered(one for one in known if not mine(one))
    stopping = [*errors(own), *errors(others)]
    told = [one for one in own if one.level == "nhắc"]
    rest = [one for one in others if one.level == "nhắc"]
    lines = [str(one) for one in (*stopping, *told)]
    if stopping:
        lines += ["", _count(stopping, then)]
    elif told:
        lines += ["", f"{len(told)} điều nhắc về việc đang làm, không chặn việc dựng trang."]
    return "\n".join([*lines, *filter(None, [_uncounted(rest)])])


def _count(stopping: list[Problem], then: str) -> str:
    files = len({problem.path for problem in stopping})
    return f"{len(stopping)} lỗi trong {files} tệp; {then}"


def _uncounted(reminders: list[Problem]) -> str:
    """Where reminders are read that are not told here; empty where there are none."""
    if not reminders:
        return ""
    return f"{len(reminders)} điều nhắc khác, không chặn việc dựng trang. Xem từng điều: {SEE_ALL}"


def _folded(reminders: Iterable[Problem]) -> Iterator[str]:
    """One line a rule: how many, and the first of them."""
    by_rule: dict[str, list[Problem]] = {}
    for one in reminders:
        by_rule.setdefault(one.rule, []).append(one)
    for same in by_rule.values():
        first = replace(same[0], remedy="")
        count = f"{len(same)} điều nhắc cùng loại, đầu tiên: " if len(same) > 1 else ""
        yield f"{count}{first}"
