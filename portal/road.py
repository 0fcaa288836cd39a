"""The road from a content folder to a judged library: rooms 1 to 4 in order.

Comes in: a folder and a day. Goes out: the library and every fault.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from portal import rules, source
from portal.kinds import Entry
from portal.library import Library, changed, join
from portal.memo import Memo
from portal.problem import Fault, Problem, errors

__all__ = ["Memo", "glimpse", "judge", "judged", "load"]


def load(
    content: Path,
    today: date,
    *,
    drafts: bool = False,
    memo: Memo | None = None,
    read: Callable[[], source.Reading] | None = None,
) -> tuple[Library, list[Problem]]:
    """Read and join a content folder, and the faults of single files. `read`: gives the folder as
    somebody else has read it already."""
    memo = memo or Memo()
    reading = read() if read else source.read(content, memo.files)
    library, problems = join.load(
        reading, today, drafts=drafts, memo=memo.entries, findings=memo.findings
    )
    return library, [*reading.problems, *problems]


def glimpse(
    content: Path, below: str, library: Library
) -> tuple[Library, Entry, list[Problem]] | None:
    """The library as one changed file changes it, as far as that file alone tells: for a first look
    at its entry. Nothing where all has to be read and joined, or the file has faults."""
    try:
        made, problems = source.reread(content, below)
    except (Fault, OSError):
        return None
    if not isinstance(made, source.Source) or errors(problems):
        return None
    found = changed.with_changed(library, made)
    return found and (*found[:2], [*problems, *found[2]])


def judge(
    content: Path, today: date, *, drafts: bool = False, memo: Memo | None = None
) -> tuple[Library, list[Problem]]:
    """Read, join and judge a content folder; all faults at once, sorted."""
    library, problems = load(content, today, drafts=drafts, memo=memo)
    return library, judged(library, problems)


def judged(library: Library, problems: list[Problem]) -> list[Problem]:
    """The faults of single files and those of what was joined, sorted."""
    found = rules.judge(library, {problem.path for problem in problems})
    return sorted({*problems, *found})
