"""Texts that an editor typed and has not saved: kept on disk at every pause, gone when saved.

Comes in: the key of an entry, what the form held, the file it was made from. Goes out: the same,
after a closed browser or a kill. Stands in a hidden folder beside `docs/` and `data/`, which
neither builds nor checks enter. Refuses to know: forms, kinds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from portal import tree

FOLDER, ASIDE = ".ban-nhap", "da-bo"


@dataclass(frozen=True, slots=True)
class Draft:
    """One unsaved form."""

    key: str
    pairs: tuple[tuple[str, str], ...]
    base: str
    """The whole file from which the form was made, as text."""
    when: str
    """`2026-03-05 10:30`, as the clock of the machine has it."""


class Drafts:
    """The drafts of one content folder."""

    def __init__(self, content: Path) -> None:
        self.folder = content / FOLDER

    def _file(self, key: str) -> Path:
        return self.folder / f"{sha256(key.encode()).hexdigest()[:24]}.json"

    def get(self, key: str) -> Draft | None:
        return _read(self._file(key))

    def put(self, draft: Draft) -> None:
        self.folder.mkdir(exist_ok=True)
        tree.refuse_leaving(self.folder.parent, self.folder)
        text = json.dumps(asdict(draft), ensure_ascii=False, indent=1)
        tree.replace(self._file(draft.key), text.encode())

    def drop(self, key: str) -> None:
        self._file(key).unlink(missing_ok=True)

    def put_aside(self, draft: Draft) -> None:
        """Keeps a draft that gave way to another: nothing that was typed is thrown away."""
        aside = self.folder / ASIDE
        aside.mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(draft), ensure_ascii=False, indent=1)
        name = f"{self._file(draft.key).stem}-{sha256(text.encode()).hexdigest()[:12]}.json"
        tree.replace(aside / name, text.encode())

    def all(self) -> Iterator[Draft]:
        """The newest first."""
        found = [_read(file) for file in self.folder.glob("*.json")]
        yield from sorted(filter(None, found), key=lambda one: one.when, reverse=True)


def _read(file: Path) -> Draft | None:
    """A draft, or nothing where there is none or somebody wrote something else there."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        pairs = tuple((str(name), str(value)) for name, value in told["pairs"])
        return Draft(str(told["key"]), pairs, str(told["base"]), str(told["when"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
