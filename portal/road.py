"""The road from a content folder to a judged library: rooms 1 to 4 in order.

Comes in: a folder and a day. Goes out: the library and every fault, or the outputs of room 5.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from portal import rules, source
from portal.library import Library
from portal.library.join import load
from portal.problem import Problem


def judge(content: Path, today: date, *, drafts: bool = False) -> tuple[Library, list[Problem]]:
    """Read, join and judge a content folder; all faults at once, sorted."""
    reading = source.read(content)
    library, problems = load(reading, today, drafts=drafts)
    problems = [*reading.problems, *problems]
    problems += rules.judge(library, {problem.path for problem in problems})
    return library, sorted(set(problems))
