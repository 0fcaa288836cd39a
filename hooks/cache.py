"""What one build leaves for the next, in `.cache/` beside mkdocs.yml: it saves time and changes no
byte of a page. May be deleted at any time; no byte of it is trusted.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from portal import tree


class Cache:
    """The folder of one project."""

    def __init__(self, project: Path) -> None:
        self.folder = project / ".cache"
        self.memory = self.folder / "tim-kiem"

    def templates(self) -> Path | None:
        """Where templates are kept compiled; nowhere where the disk does not take it."""
        folder = self.folder / "khuon"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        return folder if os.access(folder, os.W_OK) else None

    def left(self) -> bytes:
        """The memory of the last build; nothing where there is none."""
        try:
            return self.memory.read_bytes() if stat.S_ISREG(self.memory.lstat().st_mode) else b""
        except OSError:
            return b""

    def leave(self, memory: bytes) -> None:
        """For the next build; where the disk does not take it, that one takes longer. Several may
        leave at once; what killed ones began is taken away."""
        with suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            try:
                tree.replace(self.memory, memory)
            finally:
                for unfinished in tree.unfinished(self.memory):
                    unfinished.unlink(missing_ok=True)
