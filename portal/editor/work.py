"""What follows saving: the list of what was done, taking it back, handing it on.

Comes in: requests, as `routes` decodes them. Goes out: answers. Its addresses stand apart from
those of the forms.
"""

from __future__ import annotations

from collections.abc import Callable

from portal.editor import apart, deeds
from portal.editor.answers import KEY, Answer, Asked, Route, page, to
from portal.editor.desk import Desk
from portal.editor.opened import Refused
from portal.editor.registering import register
from portal.editor.screens import BAD, GOOD, NOTE, Screens, Told
from portal.editor.sending import NotSent, Sender, State, packed
from portal.problem import errors

NAMED = 3
"""So many titles stand in the words that are proposed."""


class Work:
    """The journal and the way out of one desk. `branch`: a name for a new branch."""

    def __init__(self, desk: Desk, screens: Screens, branch: Callable[[], str]) -> None:
        self.desk, self.screens, self.branch = desk, screens, branch
        self.sender = Sender(desk.content)
        self.routes: tuple[Route, ...] = (
            ("GET", r"/da-lam", self.done),
            ("POST", r"/hoan-lai", self.undo),
            ("GET", r"/gui", self.ready),
            ("POST", r"/gui", self.send),
            ("POST", r"/lay", self.pull),
            ("POST", rf"/ghep-kho/{KEY}", self.merge),
            ("GET", r"/gui/thay-doi\.zip", self.archive),
        )

    def done(self, asked: Asked) -> Answer:
        told = "Đã hoàn lại." if asked.query.get("da") else ""
        return page(self.screens.done(told))

    def undo(self, asked: Asked) -> Answer:
        number = dict(asked.pairs).get("so", "")
        deeds.undo(self.desk, int(number) if number.isdecimal() else 0)
        return to("/da-lam?da=hoan-lai")

    def ready(self, asked: Asked) -> Answer:
        return page(self._screen(Told()))

    def send(self, asked: Asked) -> Answer:
        sent = dict(asked.pairs)
        words = " ".join(sent.get("loi-nhan", "").split())[:200]
        try:
            if errors(self.desk.now().problems):
                raise NotSent("Còn lỗi, chưa gửi được.")
            with self.desk.lock:
                list(register(self.desk.content, self.desk.now().library))
                told = self.sender.send(
                    words or self._words(self._state()),
                    self.branch(),
                    " ".join(sent.get("ho-ten", "").split()),
                    " ".join(sent.get("thu", "").split()),
                )
        except NotSent as fault:
            return page(self._screen(Told(str(fault), BAD)), 409)
        where = "Đã gửi tới kho chung" if told.pushed else "Đã ghi trong máy"
        said = f"{where}: nhánh {told.branch}, {told.files} tệp."
        return page(self._screen(Told(said, GOOD), told.link))

    def pull(self, asked: Asked) -> Answer:
        try:
            with self.desk.lock:
                found = self.sender.pull()
        except NotSent as fault:
            return page(self._screen(Told(str(fault), BAD)), 409)
        told = Told("Đã lấy bản mới.")
        if found:
            told = Told(f"Đã lấy bản mới; {len(found)} tệp hai người cùng sửa.", NOTE)
        return page(self._screen(told))

    def conflict(self, key: str) -> Answer | None:
        """The screen on which a merge is decided; none where none waits in this entry."""
        item = self.desk.item(key)
        if self.desk.file(item).source is not None:
            return None
        sides = self.sender.sides(item.path)
        if sides is None:
            return None
        opened, found = apart.between(self.desk, key, *sides)
        return page(self.screens.stand_off(opened, found, f"/ghep-kho/{key}"))

    def merge(self, asked: Asked, key: str) -> Answer:
        item = self.desk.item(key)
        sides = self.sender.sides(item.path)
        if sides is None:
            raise Refused("Mục này không còn chờ ghép.")
        with self.desk.lock:
            apart.put_together(self.desk, key, *sides, dict(asked.pairs))
            self.sender.mark_merged(item.path)
        return to(f"/muc/{key}?da=ghep")

    def archive(self, asked: Asked) -> Answer:
        paths = self._state().paths
        if not paths:
            raise Refused("Chưa có tệp nào được sửa ở bàn này.")
        return Answer(packed(self.desk.content, paths), "application/zip")

    def _state(self) -> State:
        state = self.sender.state()
        return state if state.has_git else State(False, tuple(self.desk.journal.paths()))

    def _words(self, state: State) -> str:
        """What is proposed: the titles of what was changed."""
        found = [self.desk.now().at(one) for one in state.paths]
        titles = list(dict.fromkeys(one.title for one in found if one))
        more = f" và {len(titles) - NAMED} mục nữa" if len(titles) > NAMED else ""
        return f"Sửa {'; '.join(titles[:NAMED])}{more}"[:200] if titles else "Sửa nội dung"

    def _screen(self, told: Told, link: str = "") -> str:
        state = self._state()
        return self.screens.send(state, self._words(state), told, link)
