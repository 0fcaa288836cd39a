"""Which address of the desk does what.

Comes in: a method, a path, what was asked and sent. Goes out: an `Answer`. Refuses to know:
sockets, and who may ask (`guard`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from portal.editor import apart, deeds, paste
from portal.editor.answers import KEY, Answer, Asked, Route, data, page, to
from portal.editor.desk import Desk
from portal.editor.faults import control_of
from portal.editor.linked import field_at
from portal.editor.opened import BODY, Changed, Opened, Refused, parted
from portal.editor.packing import Packer, Packing
from portal.editor.posted import NotAForm, Pairs
from portal.editor.receiving import Receiving
from portal.editor.relocation import Mover, Relocation
from portal.editor.saved import MEND, PUBLISH, Mended, saved
from portal.editor.screens import BAD, GOOD, NOTE, Screens, Told
from portal.editor.work import Work
from portal.intake.draft import STATE
from portal.kinds import BY_NAME
from portal.problem import errors

FOUND_AT_ONCE = 12
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}


Preview = Callable[[str], tuple[str, str]]
"""The address of the preview for an entry's address, or why there is none yet."""


class Routes:
    """The desk at its addresses. `assets`: names of files that pages load, and where they are."""

    def __init__(
        self,
        desk: Desk,
        assets: Mapping[str, Path],
        preview: Preview,
        branch: Callable[[], str] = lambda: "bien-tap",
        packer: Packer | None = None,
        mover: Mover | None = None,
    ) -> None:
        self.desk, self.assets, self.preview = desk, assets, preview
        self.screens = Screens(desk)
        self.mended: Mended = ("", Told())
        self.work = Work(desk, self.screens, branch)
        more = (*self.work.routes, *Receiving(desk, self.screens).routes)
        if packer:
            more += Packing(desk, self.screens, packer, self.work.sender.git).routes
        if mover:
            more += Relocation(desk, self.screens, mover).routes
        own: tuple[Route, ...] = (
            ("GET", r"/", self.home),
            ("GET", r"/loi", self.faults),
            ("GET", r"/dang-do", self.drafts),
            ("GET", r"/danh-muc", self.lists),
            ("GET", r"/moi", self.new),
            ("POST", r"/moi", self.start),
            ("GET", rf"/muc/{KEY}", self.entry),
            ("POST", rf"/muc/{KEY}", self.sent),
            ("GET", rf"/chu/{KEY}", self.text),
            ("POST", rf"/chu/{KEY}", self.sent),
            ("POST", rf"/nhap/{KEY}", self.keep),
            ("POST", rf"/ghep/{KEY}", self.settle),
            ("GET", r"/tham-chieu", self.references),
            ("POST", r"/dan", self.pasted),
            ("GET", r"/xem", self.look),
            ("GET", rf"/xem/{KEY}", self.look),
            ("GET", r"/tep/([a-z0-9./-]{1,80})", self.asset),
        )
        self.known = [(method, re.compile(path), do) for method, path, do in (*own, *more)]

    def answer(self, asked: Asked) -> Answer:
        """Every request gets one; what cannot be done is told in a sentence."""
        try:
            for method, path, does in self.known:
                if method == asked.method and (found := path.fullmatch(asked.path)):
                    return does(asked, *found.groups())
        except Refused as fault:
            return page(self.screens.told("Chưa làm được", str(fault)), 409)
        except NotAForm:
            return page(self.screens.told("Biểu mẫu gửi tới không đúng", "Tải lại trang."), 400)
        return page(self.screens.told("Không có trang này"), 404)

    # Looking

    def home(self, asked: Asked) -> Answer:
        return page(self.screens.home(asked.query.get("tim", ""), asked.query.get("loai", "")))

    def faults(self, asked: Asked) -> Answer:
        return page(self.screens.faults())

    def drafts(self, asked: Asked) -> Answer:
        return page(self.screens.drafts())

    def lists(self, asked: Asked) -> Answer:
        return page(self.screens.lists())

    def new(self, asked: Asked) -> Answer:
        return page(self.screens.new(asked.query.get("loai", "")))

    def entry(self, asked: Asked, key: str) -> Answer:
        if merging := self.work.conflict(key):
            return merging
        if found := apart.stand_off(self.desk, key):
            return page(self.screens.stand_off(*found))
        opened = self.desk.open(key)
        if opened.draft and parted(list(opened.draft.pairs))[2] is not None:
            return to(f"/chu/{key}")
        if place := self._place(opened, asked.query):
            return to(f"/muc/{key}#{place}")
        return page(
            self.screens.entry(opened, saved(asked.query.get("da", ""), opened, self.mended))
        )

    def _place(self, opened: Opened, query: Mapping[str, str]) -> str:
        """Where in the form the field, or the line of the file, stands that was asked for."""
        field, line = query.get("o", ""), query.get("dong", "")
        source = self.desk.file(opened.item).source
        if source and line.isdecimal():
            if opened.has_body and int(line) >= source.body_line:
                return BODY
            field = field_at(source.values, int(line))
        return control_of(field, opened.controls).replace("/", ".") if field else ""

    def text(self, asked: Asked, key: str) -> Answer:
        if found := apart.stand_off(self.desk, key):
            return page(self.screens.stand_off(*found))
        opened = self.desk.open_text(key)
        return page(
            self.screens.text(opened, saved(asked.query.get("da", ""), opened, self.mended))
        )

    def references(self, asked: Asked) -> Answer:
        kinds = tuple(one for one in asked.query.get("loai", "").split(",") if one in BY_NAME)
        found = self.desk.now().search(asked.query.get("tim", ""), kinds)
        told = [
            {
                "ref": one.id if kinds and one.kind.name == kinds[0] else one.key,
                "title": one.title,
                "kind": one.kind.one,
            }
            for one in found
            if not one.version
        ]
        return data(told[:FOUND_AT_ONCE])

    def look(self, asked: Asked, key: str = "") -> Answer:
        address, why = self.preview(self.desk.address(key) if key else "")
        if address:
            return to(address)
        more = why or "Lần đầu mất chừng một phút; trang này tự mở khi xong."
        told = "Chưa xem thử được" if why else "Đang dựng trang xem thử…"
        return page(self.screens.told(told, more, again=not why))

    def asset(self, asked: Asked, name: str) -> Answer:
        file = self.assets.get(name)
        if file is None:
            return page(self.screens.told("Không có tệp này"), 404)
        return Answer(file.read_bytes(), TYPES[file.suffix])

    # Changing

    def start(self, asked: Asked) -> Answer:
        sent = dict(asked.pairs)
        try:
            key = deeds.start(self.desk, sent.get("loai", ""), sent.get("ten", ""))
        except Refused as fault:
            told = self.screens.new(sent.get("loai", ""), sent.get("ten", ""), str(fault))
            return page(told, 409)
        return to(f"/muc/{key}?da=tao")

    def keep(self, asked: Asked, key: str) -> Answer:
        try:
            return data({"luc": self.desk.keep(key, asked.pairs)})
        except Changed:
            return data({"doi": True}, 409)
        except Refused as fault:
            return data({"loi": str(fault)}, 507)

    def pasted(self, asked: Asked) -> Answer:
        return data({"chu": paste.markdown(dict(asked.pairs).get("html", ""))})

    def settle(self, asked: Asked, key: str) -> Answer:
        apart.settle(self.desk, key, dict(asked.pairs))
        return to(f"/muc/{key}")

    def sent(self, asked: Asked, key: str) -> Answer:
        """A form with one of its buttons."""
        deed = next((value for name, value in asked.pairs if name == "viec"), "luu")
        pairs = [one for one in asked.pairs if one[0] != "viec"]
        where = f"/{'chu' if parted(pairs)[2] is not None else 'muc'}/{key}"
        if deed == PUBLISH:
            pairs = [(name, "" if name == STATE else value) for name, value in pairs]
        if deed == "bo":
            self.desk.forget(key)
            return to(where)
        try:
            self.desk.keep(key, pairs)
            opened = self.desk.check(key, pairs)
            stopping = errors(opened.problems) or opened.elsewhere
            if deed == "kiem" or (stopping and deed in ("luu", PUBLISH)):
                return page(self._shown(where, key, pairs, deed))
            changed = self.desk.save(key, pairs)
            if deed == MEND:
                return self._mended(where, key)
        except Changed:
            return self._changed(key, pairs)
        except Refused as fault:
            return self._refused(key, pairs, fault)
        return to(f"{where}?da={deed if deed == PUBLISH else 'luu' if changed else 'nhu-cu'}")

    def _mended(self, where: str, key: str) -> Answer:
        done = deeds.mend(self.desk, key)
        told = Told("Máy đã chữa và lưu vào tệp.", GOOD, "\n".join(done))
        if not done:
            told = Told("Đã lưu. Không có gì để máy chữa thêm.", GOOD)
        self.mended = (key, told)
        return to(f"{where}?da={MEND}")

    def _shown(self, where: str, key: str, pairs: Pairs, deed: str) -> str:
        opened = self.desk.check(key, pairs)
        stopping = errors(opened.problems) or opened.elsewhere
        told = Told("Không có lỗi nào. Bấm «Lưu» để ghi vào tệp.", GOOD)
        if deed != "kiem":
            more = "Bản đang viết vẫn được giữ. Sửa các chỗ dưới đây rồi lưu, hoặc vẫn lưu."
            told = Told("Chưa lưu: còn lỗi.", BAD, more)
        elif stopping:
            told = Told("Còn lỗi phải sửa.", BAD)
        elif opened.problems:
            told = Told("Không có lỗi, chỉ có điều nhắc.", NOTE)
        draw = self.screens.text if where.startswith("/chu") else self.screens.entry
        return draw(opened, told, asked=deed != "kiem")

    def _changed(self, key: str, pairs: Pairs) -> Answer:
        if found := apart.stand_off(self.desk, key):
            return page(self.screens.stand_off(*found), 409)
        self.desk.keep_aside(key, pairs)
        more = "Bản bạn gửi được cất trong thư mục .ban-nhap/da-bo. Mở lại mục để sửa trên bản mới."
        return page(self.screens.told("Tệp đã đổi trong lúc bạn viết", more), 409)

    def _refused(self, key: str, pairs: Pairs, fault: Refused) -> Answer:
        opened = self.desk.typed(key, pairs)
        draw = self.screens.entry if parted(pairs)[2] is None else self.screens.text
        return page(draw(opened, Told("Chưa lưu được.", BAD, str(fault))), 409)
