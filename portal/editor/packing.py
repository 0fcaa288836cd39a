"""The addresses at which a preview for a colleague is made and fetched.

Comes in: requests, as `routes` decodes them. Goes out: answers. Refuses to know: how it is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from portal.editor import changes
from portal.editor.answers import Answer, Asked, Route, page, to
from portal.editor.desk import Desk
from portal.editor.git import Git
from portal.editor.opened import Refused
from portal.editor.screens import Screens

NAME = "xem-thu.zip"


@dataclass(frozen=True, slots=True)
class Made:
    """How far it is: not begun, on the way, there, or why not."""

    is_running: bool = False
    raw: bytes | None = None
    why: str = ""


class Packer(Protocol):
    """Makes the archive beside the desk, which goes on answering."""

    def begin(self) -> None: ...

    def made(self) -> Made: ...


class Packing:
    def __init__(self, desk: Desk, screens: Screens, packer: Packer, git: Git) -> None:
        self.desk, self.screens, self.packer, self.git = desk, screens, packer, git
        self.routes: tuple[Route, ...] = (
            ("GET", r"/goi", self.shown),
            ("POST", r"/goi", self.begin),
            ("GET", r"/goi/xem-thu\.zip", self.fetched),
        )

    def shown(self, asked: Asked) -> Answer:
        with self.desk.lock:
            found = changes.since(self.desk.content, git=self.git)
        return page(self.screens.pack([one.path for one in found], self.packer.made()))

    def begin(self, asked: Asked) -> Answer:
        self.packer.begin()
        return to("/goi")

    def fetched(self, asked: Asked) -> Answer:
        raw = self.packer.made().raw
        if raw is None:
            raise Refused("Gói chưa làm xong. Mở trang «Gói xem thử» rồi bấm «Làm gói».")
        return Answer(raw, "application/zip")
