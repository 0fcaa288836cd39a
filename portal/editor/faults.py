"""Which control of a form a fault speaks of.

Comes in: faults of a file, the controls of its form. Goes out: each fault with the name of its
control; empty where it speaks of the whole entry or of its text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from portal.editor.form import Control
from portal.problem import Problem

_STEP = re.compile(r"([a-z0-9_]+)|\[([0-9]+)\]")


def placed(
    problems: Iterable[Problem], controls: tuple[Control, ...]
) -> Iterator[tuple[Problem, str]]:
    for one in problems:
        yield one, control_of(one.field, controls)


def by_control(
    problems: Iterable[Problem], controls: tuple[Control, ...]
) -> dict[str, tuple[str, ...]]:
    """What each control has to say."""
    made: defaultdict[str, list[str]] = defaultdict(list)
    for one, name in placed(problems, controls):
        if name:
            told = f"{one.text} Cách sửa: {one.remedy}." if one.remedy else one.text
            made[name].append(told)
    return {name: tuple(told) for name, told in made.items()}


def control_of(field: str, controls: tuple[Control, ...]) -> str:
    """`cong_nhan[2].muc` → the control of that key in the second item, or the nearest around it."""
    name = ""
    for key, place in _STEP.findall(field):
        if key:
            found = next((one for one in controls if one.key == key), None)
        else:
            found = controls[int(place) - 1] if 0 < int(place) <= len(controls) else None
        if found is None:
            break
        name, controls = found.name, found.inside
    return name
