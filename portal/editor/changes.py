"""What differs between the content as it is published and as it stands in the folder.

Comes in: a content folder with its git, else the journal of the desk. Goes out: files with their
bytes before and after. Refuses to know: what they say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.editor.git import MAIN, PLACES, Git
from portal.editor.journal import Journal
from portal.tree import MACHINE

NOTHING_YET = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""What git calls the empty folder."""
_NEW = ("ls-files", "--others", "--exclude-standard", "-z", "--", *PLACES)


@dataclass(frozen=True, slots=True)
class Change:
    """One file; `before` is none where it is new, `after` where it is gone."""

    path: str
    before: bytes | None
    after: bytes | None


class NoSuchState(Exception):
    """What the content was to be held against is not there."""


def since(content: Path, against: str = "", git: Git | None = None) -> list[Change]:
    """By path. `against`: a branch or commit of git; else what was published last."""
    git = git or Git(content)
    if git.is_there():
        found = _of_git(content, git, _state(git, against) if against else published(git))
    elif against:
        raise NoSuchState("Thư mục này không có git, nên không so với một nhánh được.")
    else:
        found = _of_journal(content, Journal(content))
    kept = [one for one in found if not _is_of_machine(one.path) and one.before != one.after]
    return sorted(kept, key=lambda one: one.path)


def touched(content: Path) -> frozenset[str]:
    """Files that differ from what was published last, or that the desk wrote; bytes unread."""
    git = Git(content)
    if not git.is_there():
        return frozenset(one.path for one in Journal(content).all())
    return frozenset({*differing(git, published(git)), *git.names(*_NEW)})


def published(git: Git) -> str:
    """Where this work left the branch that is published; its last commit where there is none."""
    remotes = sorted(git.said("remote").split(), key=lambda one: one != "origin")
    for place in (*(f"{one}/{name}" for one in remotes for name in MAIN), *MAIN):
        if found := git.said("merge-base", "HEAD", place):
            return found
    return git.said("rev-parse", "--verify", "--quiet", "HEAD") or NOTHING_YET


def _state(git: Git, against: str) -> str:
    found = git.said("rev-parse", "--verify", "--quiet", "--end-of-options", f"{against}^{{tree}}")
    if not found:
        raise NoSuchState(f"Kho không có nhánh hay lần ghi «{against}».")
    return found


def _of_git(content: Path, git: Git, base: str) -> Iterator[Change]:
    paths = sorted({*differing(git, base), *git.names(*_NEW)})
    before = git.blobs(base, paths)
    for path in paths:
        yield Change(path, before.get(path), _now(content / path))


def differing(git: Git, base: str) -> list[str]:
    """Files of the content that the folder has otherwise than a state of git; new ones apart."""
    return git.names("diff", "--name-only", "--relative", "--no-renames", "-z", base, "--", *PLACES)


def _of_journal(content: Path, journal: Journal) -> Iterator[Change]:
    """Against each file as it was before it was first changed at this desk."""
    first = {one.path: one.before for one in journal.all()}  # the newest first: the oldest stays
    for path, before in first.items():
        if path.startswith(tuple(f"{one}/" for one in PLACES)) and ".." not in path:
            yield Change(
                path, before.encode() if before is not None else None, _now(content / path)
            )


def _now(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _is_of_machine(path: str) -> bool:
    return path.startswith(f"{MACHINE}/") or "/." in path
