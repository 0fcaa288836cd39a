"""Puts an import on the disk: new files only, all of them or none.

Comes in: what will be written, the content folder. Goes out: files. Never an overwriting.
"""

from __future__ import annotations

from pathlib import Path

from portal import tree
from portal.intake.importing import Imported, files
from portal.problem import Fault


def write(found: Imported, content: Path) -> None:
    """What was written is taken back where a later file cannot be."""
    written: list[Path] = []
    try:
        for path, raw in files(found):
            file = content / path
            tree.refuse_leaving(content, file)
            if file.exists() and file.read_bytes() == raw:
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as opened:
                written.append(file)
                opened.write(raw)
    except (OSError, Fault):
        for file in written:
            file.unlink(missing_ok=True)
        raise
