"""What follows saving: the list of what was done, taking it back, handing it on.

Comes in: requests, as `routes` decodes them. Goes out: answers. Its addresses stand apart from
those of the forms.
"""

from __future__ import annotations

from collections.abc import Callable

from portal.editor import apart, choice, deeds
from portal.editor.answers import KEY, Answer, Asked, Route, page, to
from portal.editor.bringing import Brought
from portal.editor.desk import Desk
from portal.editor.opened import Refused
from portal.editor.registering import register
from portal.editor.screens import BAD, GOOD, NOTE, Screens, Told
from portal.editor.sending import Sender
from portal.editor.standing import Sent, State, packed
from portal.editor.troubles import SEND, NotSent
from portal.problem import errors

CHOICE, TICKED = "chon", "tep"
"""Names in the form: that there was something to be chosen; what was."""


class Work:
    """The journal and the way out of one desk. `branch`: a name for a new branch."""

    def __init__(self, desk: Desk, screens: Screens, branch: Callable[[], str]) -> None:
        self.desk, self.screens, self.branch = desk, screens, branch
        self.sender = Sender(desk.content)
        self.said = (Told(), "", "")
        """What came of the last deed, where it leads on, and the words that were typed."""
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
        told, link, words = self.said if asked.query.get("da") else (Told(), "", "")
        state = self._state()
        found = self._lines(state)
        return page(self.screens.send(state, found, words or choice.words(found), told, link))

    def send(self, asked: Asked) -> Answer:
        sent = dict(asked.pairs)
        words = " ".join(sent.get("loi-nhan", "").split())[: choice.MOST]
        ticked = [value for name, value in asked.pairs if name == TICKED]
        try:
            with self.desk.lock:
                self._brought_first()
                told = self.sender.send(
                    words or choice.words(self._lines(self._state())),
                    self.branch(),
                    " ".join(sent.get("ho-ten", "").split()),
                    " ".join(sent.get("thu", "").split()),
                    self._chosen(ticked if CHOICE in sent else None),
                )
        except NotSent as fault:
            told_why = Told(str(fault), BAD, problems=fault.problems)
            return self._say(told_why, words=words)
        return self._say(_sent(told), told.link)

    def _brought_first(self) -> None:
        """A new branch begins at what is published."""
        brought = self.sender.prepare()
        if brought.met:
            raise NotSent(
                "Kho chung đã có bản mới, và người khác cũng sửa chỗ bạn sửa. Chưa gửi gì. Cách "
                f"làm: mở từng mục kể ở đầu trang này, chọn, bấm «Ghép», rồi bấm «{SEND}» lại."
            )

    def _chosen(self, ticked: list[str] | None) -> tuple[str, ...] | None:
        """The files that go, once they stand without the rest; none for all of them."""
        state = self._state()
        found = self._lines(state)
        ticked = [one.path for one in found] if ticked is None else ticked
        paths = choice.chosen(found, ticked, state)
        if not paths and not state.unsent:
            raise NotSent("Chưa chọn mục nào để gửi. Cách làm: đánh dấu mục cần gửi.")
        if len(paths) == len(state.paths):
            if wrong := errors(self.desk.now().problems):
                raise NotSent(f"Còn {len(wrong)} lỗi, chưa gửi được. Cách làm: mở «Cần sửa».")
            list(register(self.desk.content, self.desk.now().library))
            return None
        if wrong := choice.missing(self.desk, state, paths, self.sender.at_head) if paths else []:
            raise NotSent(
                "Chỉ gửi các mục đã đánh dấu thì nội dung có lỗi, nên chưa gửi gì. Cách làm: đánh "
                "dấu cả mục mà chúng dẫn tới, hoặc sửa lỗi ấy.",
                tuple(wrong),
            )
        return choice.chosen(found, ticked, self._state())

    def pull(self, asked: Asked) -> Answer:
        try:
            with self.desk.lock:
                found = self.sender.pull()
        except NotSent as fault:
            return self._say(Told(str(fault), BAD))
        return self._say(_brought(found))

    def conflict(self, key: str) -> Answer | None:
        """The screen on which a merge is decided; none where none waits in this entry."""
        item = self.desk.item(key)
        if self.desk.file(item).source is not None:
            return None
        sides = self.sender.sides(item.path)
        if sides is None:
            return None
        opened, found = apart.between(self.desk, key, *sides)
        who = self.sender.hand(item.path)
        return page(self.screens.stand_off(opened, found, f"/ghep-kho/{key}", who))

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

    def _lines(self, state: State) -> list[choice.Line]:
        titles = {one.path: one.title for one in reversed(self.desk.journal.all())}
        return choice.lines(self.desk, state, lambda path: titles.get(path, ""))

    def _say(self, told: Told, link: str = "", words: str = "") -> Answer:
        """Leads back to the page, so that going back in a browser sends nothing again."""
        self.said = (told, link, words)
        return to("/gui?da=xong")


def _sent(told: Sent) -> Told:
    where = "Đã gửi tới kho chung" if told.pushed else "Đã ghi trong máy"
    return Told(f"{where}: nhánh {told.branch}, {told.files} tệp.", GOOD)


def _brought(found: Brought) -> Told:
    more = []
    if found.left:
        more.append(
            f"Nhánh {found.left} đã được nhận hoặc đã xoá ở kho chung: lần gửi sau máy mở nhánh "
            "mới. Việc chưa gửi vẫn còn nguyên."
        )
    if found.theirs:
        more.append(
            f"Người khác cũng sửa {', '.join(found.theirs)}: máy lấy bản của họ, bản của bạn cất ở "
            ".ban-nhap/da-bo."
        )
    if found.returned:
        more.append(
            f"Một người gỡ, một người sửa: {', '.join(found.returned)}. Máy giữ bản đã sửa."
        )
    told = "Đã lấy bản mới." if found.changed else "Không có gì mới: bạn đang có bản mới nhất."
    if found.met:
        told = f"Đã lấy bản mới; {len(found.met)} tệp hai người cùng sửa, chờ bạn chọn."
    tone = NOTE if found.met or found.theirs or found.returned else GOOD
    return Told(told, tone, "\n".join(more))
