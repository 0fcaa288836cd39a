"""The site of a former build: its pages are taken over where they would come out the same.

Comes in: what the store knows of a page, and the old site. Goes out: files in the new one. No byte
of the old site is trusted: a file that is not what the former build made is drawn again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from writing import Writer

from portal.views.outputs import Plan
from portal.views.store import Store, checksum


@dataclass(frozen=True, slots=True)
class Kept:
    """The site of a former build, as far as it is what that build made."""

    store: Store
    site: Path

    def take(self, plan: Plan, into: Writer) -> bool:
        """Whether the page and the files beside it could be taken over."""
        files = self.store.unchanged(plan)
        found = [(file, _read(self.site / file.path)) for file in files]
        if not found or any(checksum(content) != file.checksum for file, content in found):
            return False
        if self.store.is_marked_anew(plan, found[0][1]):
            return False
        for file, content in found:
            into.put(file.path, content)
        self.store.keep(plan)
        return True


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # taken away, or no file any more: it is drawn again
        return b""
