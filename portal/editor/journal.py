"""What was done at this desk: every file it wrote, as it was before and as it is since.

Comes in: a path, both texts, when. Goes out: the list, newest first, and the files that can still
be taken back. Stands with the drafts. Refuses to know: forms, kinds, git.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from portal import tree
from portal.editor.drafts import FOLDER


@dataclass(frozen=True, slots=True)
class Deed:
    """One file that was written; `before` is none where it was new, `after` where it is gone."""

    number: int
    path: str
    title: str
    when: str
    before: str | None
    after: str | None
    undoes: int = 0
    """The deed that this one took back."""


class Journal:
    """The deeds of one content folder."""

    def __init__(self, content: Path) -> None:
        self.content, self.folder = content, content / FOLDER / "da-lam"

    def note(
        self,
        path: str,
        title: str,
        when: str,
        before: str | None,
        after: str | None,
        undoes: int = 0,
    ) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        number = max((one.number for one in self.all()), default=0) + 1
        deed = Deed(number, path, title, when, before, after, undoes)
        text = json.dumps(asdict(deed), ensure_ascii=False)
        tree.replace(self.folder / f"{number:06}.json", text.encode())

    def all(self) -> list[Deed]:
        """The newest first."""
        return sorted(self._read(), key=lambda one: -one.number)

    def _read(self) -> Iterator[Deed]:
        for file in self.folder.glob("*.json"):
            try:
                yield Deed(**json.loads(file.read_text(encoding="utf-8")))
            except (OSError, ValueError, TypeError):
                continue  # somebody else's

    def can_undo(self, deed: Deed) -> bool:
        """Whether the file is still as the deed left it."""
        if not deed.path.startswith(("docs/", "data/")) or ".." in deed.path or deed.after is None:
            return False
        try:
            return (self.content / deed.path).read_bytes().decode() == deed.after
        except (OSError, UnicodeDecodeError):
            return False

    def paths(self) -> list[str]:
        """Every file that the desk has changed, and that is there."""
        found = sorted({one.path for one in self._read()})
        return [one for one in found if (self.content / one).is_file()]
