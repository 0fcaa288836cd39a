"""What stands ready to be sent, and what was: records.

Comes in and goes out: words of git, decoded. Refuses to know: git.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class State:
    """What stands ready to be sent."""

    has_git: bool
    paths: tuple[str, ...] = ()
    branch: str = ""
    remote: str = ""
    named: bool = True
    """Whether git knows who commits."""
    unsent: int = 0
    """Commits of this branch that the remote has not."""
    merging: tuple[str, ...] = ()
    """Files in which a merge waits for a choice."""
    new: frozenset[str] = frozenset()
    """Of the paths, those that were never sent."""
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sent:
    branch: str
    files: int
    """Files that were changed and have now arrived, or lie in a commit; the register apart."""
    pushed: bool
    link: str = ""
    """Where the remote says that a merge is asked for."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose change something is."""

    name: str
    when: str


def packed(content: Path, paths: Iterable[str]) -> bytes:
    """Changed files in one archive, at their places: for who has no git."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            archive.writestr(path, (content / path).read_bytes())
    return made.getvalue()
