"""The registers of what was published, written where something new is published.

Comes in: a content folder, its library. Goes out: the files, and what was added or left out. What
no branch of the site has yet and is there no more was never published: it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from portal import tree
from portal.desk.registers import REGISTERS
from portal.editor.git import Git
from portal.library import Library
from portal.problem import Fault
from portal.source.registers import read_register

_STATES = ("origin/HEAD", "HEAD")
"""The branch of the site, else the last commit."""


class Noted(NamedTuple):
    """One register: what was done to it, or why it was left."""

    path: str
    text: str
    changed: bool = True


def register(content: Path, library: Library, *, write: bool = True) -> Iterator[Noted]:
    """Every deed, each once it is done."""
    git = Git(content)
    for one in REGISTERS:
        file = content / one.path
        if not file.parent.is_dir():
            continue
        try:
            read_register(content, one.path)
        except Fault as fault:  # what cannot be read whole is not written over
            yield Noted(one.path, f"không ghi: {fault.text}", changed=False)
            continue
        before = one.before(library)
        lines = one.lines(library, before, settled(git, one.path))
        new, gone = len({*lines} - {*before}), len({*before} - {*lines})
        if write and (new or gone):
            tree.replace(file, ("\n".join(lines) + "\n").encode())
        if new:
            yield Noted(one.path, f"ghi thêm {new} {one.one} mới đăng")
        if gone:
            yield Noted(one.path, f"bỏ {gone} {one.one} chưa từng đăng, nay không còn")


def settled(git: Git, path: str) -> frozenset[str] | None:
    """The register that the branch of the site has; else the one of the last commit. None without
    git, or where no commit has it."""
    if git.program is None:
        return None
    found = (git.raw("show", f"{state}:./{path}") for state in _STATES)
    return next((frozenset(one.decode("utf-8", "replace").split()) for one in found if one), None)
