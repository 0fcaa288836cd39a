"""Corrections that are not done everywhere: what git says was published, against the folder.

Comes in: a content folder, its library. Goes out: reminders; none without git. Asks git a handful
of times, however many files were changed.
"""

from __future__ import annotations

from pathlib import Path

from portal import source
from portal.desk.left_behind import left_behind
from portal.editor.changes import differing, published
from portal.editor.git import Git
from portal.kinds import Entry
from portal.library import Library
from portal.library.gather import is_version, kind_of
from portal.library.lists import is_list
from portal.problem import Problem
from portal.text import nfc

MOST = 200
"""More files than that were not corrected by hand: then only what is not yet committed counts."""


def unfinished(content: Path, library: Library) -> list[Problem]:
    """Where values still stand that were corrected since the last publication."""
    git = Git(content)
    if not git.is_there():
        return []
    for state in (published(git), "HEAD"):
        paths = [path for path in differing(git, state) if _is_entry(path)]
        if len(paths) <= MOST:
            before = git.blobs(state, paths) if paths else {}
            read = {path: _entry(path, raw, library) for path, raw in before.items()}
            return left_behind(library, {path: one for path, one in read.items() if one})
    return []


def _is_entry(path: str) -> bool:
    kind = None if is_list(path) else kind_of(path, source.place_of(path)[0])
    return kind is not None and path.endswith((".md", ".yml")) and not is_version(kind, path)


def _entry(path: str, raw: bytes, library: Library) -> Entry | None:
    """An entry as it was; what could not be read then is not held against anybody now."""
    kind = kind_of(path, source.place_of(path)[0])
    made, _ = source.read_text(path, nfc(raw.decode("utf-8-sig", "replace")))
    return kind.read(made, library.lists)[0] if kind and made else None
