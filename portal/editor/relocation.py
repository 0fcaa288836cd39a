"""The addresses at which an entry gets another address, is taken off, and that is taken back.

Comes in: requests, as `routes` decodes them. Goes out: answers: what would change, then the same
done. Refuses to know: how files change (`Mover`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from portal.editor.answers import KEY, Answer, Asked, Route, page, to
from portal.editor.desk import Desk
from portal.editor.opened import Refused
from portal.editor.screens import Screens
from portal.problem import Problem


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would change; `do` writes it."""

    title: str
    files: tuple[tuple[str, bool], ...]
    """Each file, and whether it goes."""
    led: tuple[str, ...]
    """Places that lead there and are changed as well."""
    left: tuple[str, ...]
    """Places that still lead there: nothing is done before they do not."""
    redirect: str
    wrong: tuple[Problem, ...]
    do: Callable[[], None]

    @property
    def can(self) -> bool:
        return not self.left and not self.wrong


@dataclass(frozen=True, slots=True)
class Move:
    title: str
    paths: tuple[str, ...]


class Mover(Protocol):
    """Plans, does and takes back."""

    def renamed(self, key: str, id: str) -> Foreseen: ...

    def removed(self, key: str, reason: str, instead: str, *, unlink: bool) -> Foreseen: ...

    def last(self) -> Move | None: ...

    def undo(self) -> None: ...


class Relocation:
    def __init__(self, desk: Desk, screens: Screens, mover: Mover) -> None:
        self.desk, self.screens, self.mover = desk, screens, mover
        self.routes: tuple[Route, ...] = (
            ("GET", rf"/doi/{KEY}", self.asked),
            ("POST", rf"/doi/{KEY}", self.rename),
            ("POST", rf"/go/{KEY}", self.remove),
            ("GET", r"/da-doi", self.done),
            ("POST", r"/da-doi", self.undo),
        )

    def asked(self, asked: Asked, key: str) -> Answer:
        return page(self.screens.relocate(self.desk.item(key)))

    def rename(self, asked: Asked, key: str) -> Answer:
        sent = dict(asked.pairs)
        id = sent.get("ten", "")
        return self._answer(asked, key, lambda: self.mover.renamed(key, id))

    def remove(self, asked: Asked, key: str) -> Answer:
        sent = dict(asked.pairs)
        if not sent.get("ly-do", "").strip():
            return self._refused(key, sent, "Chưa nói vì sao gỡ: điền ô «Vì sao».")
        unlink = "bo-dan" in sent
        return self._answer(
            asked,
            key,
            lambda: self.mover.removed(key, sent["ly-do"], sent.get("thay", ""), unlink=unlink),
        )

    def _answer(self, asked: Asked, key: str, plan: Callable[[], Foreseen]) -> Answer:
        """Shown first; done at the second press."""
        item, sent = self.desk.item(key), dict(asked.pairs)
        with self.desk.lock:
            try:
                if self.desk.drafts.get(key):
                    raise Refused("Mục này đang viết dở: lưu hoặc bỏ bản ấy trước.")
                found = plan()
                if found.can and sent.get("lam"):
                    found.do()
                    return to("/da-doi?da=xong")
            except Refused as fault:
                return self._refused(key, sent, str(fault))
        return page(self.screens.relocate(item, sent, found, at=asked.path))

    def _refused(self, key: str, sent: dict[str, str], told: str) -> Answer:
        return page(self.screens.relocate(self.desk.item(key), sent, told=told), 409)

    def done(self, asked: Asked) -> Answer:
        did = {"xong": "Đã làm.", "hoan-lai": "Đã hoàn lại."}.get(asked.query.get("da", ""), "")
        return page(self.screens.moved(self.mover.last(), did))

    def undo(self, asked: Asked) -> Answer:
        with self.desk.lock:
            self.mover.undo()
        return to("/da-doi?da=hoan-lai")
