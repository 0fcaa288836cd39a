"""A new address, or a withdrawal, as the desk asks for it: shown first, then done, taken back.

Comes in: the content folder, keys of entries. Goes out: what would change, in words of the desk.
Refuses to know: requests, HTML.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from portal.editor.opened import Refused
from portal.editor.relocation import Foreseen, Move
from portal.library import Library
from portal.moving import deeds, plan
from portal.patch.wanted import Unsafe
from portal.problem import Fault
from portal.road import load

Planned = Callable[[Library], plan.Plan]


class AtDesk:
    """The plans of one content folder."""

    def __init__(self, content: Path, today: date) -> None:
        self.content, self.today = content, today

    def renamed(self, key: str, id: str) -> Foreseen:
        def wanted(library: Library) -> plan.Plan:
            return plan.rename(library, self.content, plan.find(library, key), id.strip("/ "))

        return self._foreseen(wanted)

    def removed(self, key: str, reason: str, instead: str, *, unlink: bool) -> Foreseen:
        def wanted(library: Library) -> plan.Plan:
            entry = plan.find(library, key)
            other = plan.find(library, instead) if instead else None
            told = " ".join(reason.split())
            return plan.remove(library, self.content, entry, told, instead=other, unlink=unlink)

        return self._foreseen(wanted)

    def _foreseen(self, wanted: Planned) -> Foreseen:
        try:
            made = wanted(load(self.content, self.today)[0])
            wrong = () if made.left else tuple(deeds.faults(self.content, made, self.today))
        except (Unsafe, Fault) as fault:
            raise Refused(f"Chưa làm gì: {fault}.") from None
        return Foreseen(
            made.title,
            tuple((path, raw is None) for path, raw in made.files.items()),
            tuple(f"{one.path}:{one.line}" for one in made.led),
            tuple(f"{one.path}:{one.line}" for one in made.left),
            made.redirect,
            wrong,
            lambda: self._do(made),
        )

    def _do(self, made: plan.Plan) -> None:
        try:
            deeds.do(self.content, made)
        except (Fault, OSError):
            raise Refused("Không ghi được; mọi tệp như cũ.") from None

    def last(self) -> Move | None:
        """What can be taken back."""
        found = deeds.last(self.content)
        return Move(found.title, found.paths) if found else None

    def undo(self) -> None:
        try:
            deeds.undo(self.content)
        except (Unsafe, OSError, ValueError, KeyError) as fault:
            raise Refused(f"Không hoàn lại được: {fault}.") from None
