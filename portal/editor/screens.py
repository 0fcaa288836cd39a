"""The pages of the desk, drawn.

Comes in: what `desk` hands out. Goes out: HTML. Lays nothing out itself and decides little: which
faults lead where, which entries are listed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portal.editor import deeds, linked, to_mend
from portal.editor.answers import MOST_OF_A_FILE
from portal.editor.arrivals import Read
from portal.editor.catalogue import Item, Snapshot
from portal.editor.changes import touched
from portal.editor.choice import Line
from portal.editor.desk import Desk
from portal.editor.faults import placed
from portal.editor.merging import Difference
from portal.editor.opened import Opened
from portal.editor.standing import Hand, State
from portal.kinds import BY_NAME, KINDS, LISTS
from portal.problem import Problem, errors
from portal.text import sort_key

GOOD, NOTE, BAD = "tone-tot", "tone-luu-y", "tone-loi"


@dataclass(frozen=True, slots=True)
class Told:
    """What a page has to say first."""

    text: str = ""
    tone: str = GOOD
    more: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """Where the menu leads, and how many wait there."""

    url: str
    label: str
    here: bool
    count: int = 0
    look: str = "d-count"


HOME, FAULTS, DRAFTS, NEW = "/", "/loi", "/dang-do", "/moi"
IMPORT, DONE, SEND = "/nhap-tep", "/da-lam", "/gui"
MENU = {
    HOME: "Các mục",
    FAULTS: "Cần sửa",
    DRAFTS: "Đang viết dở",
    NEW: "Thêm mục",
    IMPORT: "Nhập từ Word",
    DONE: "Việc tôi đã làm",
    SEND: "Gửi",
}


def environment() -> Environment:
    """The templates beside this file."""
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Screens:
    """Templates of one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.env = environment()

    def _drawn(self, template: str, place: str = "", **values: Any) -> str:
        now = self.desk.now()
        faults = len(errors(now.problems))
        drafts = sum(1 for _ in self.desk.drafts.all())
        counts = {FAULTS: (faults, "d-count"), DRAFTS: (drafts, "d-count d-count--calm")}
        ways = [Way(url, label, url == place, *counts.get(url, ())) for url, label in MENU.items()]
        return self.env.get_template(template).render(
            ways=ways,
            errors=faults,
            drafts=drafts,
            most=MOST_OF_A_FILE,
            linked=lambda text: linked.parts(text, now),
            **values,
        )

    def home(self, words: str, kind_name: str) -> str:
        now, kind = self.desk.now(), BY_NAME.get(kind_name)
        kinds = (kind.name,) if kind else ()
        return self._drawn(
            "home.html",
            HOME,
            kind=kind,
            words=words,
            items=_listed(now, words, kinds),
            kinds=[(one, len(now.of(one.name))) for one in KINDS],
            total=len(now.items),
            unsaved={one.key for one in self.desk.drafts.all()},
        )

    def faults(self) -> str:
        found = to_mend.groups(self.desk.now(), touched(self.desk.content))
        reminders = [one for group in found for one, _ in group.problems if one.level == "nhắc"]
        return self._drawn("faults.html", FAULTS, groups=found, reminders=len(reminders))

    def drafts(self) -> str:
        now = self.desk.now()
        unsaved = [(one, now.items.get(one.key)) for one in self.desk.drafts.all()]
        return self._drawn("drafts.html", DRAFTS, unsaved=unsaved)

    def entry(self, opened: Opened, told: Told = Told(), *, asked: bool = False) -> str:
        return self._opened("entry.html", opened, told, asked=asked)

    def text(self, opened: Opened, told: Told = Told(), *, asked: bool = False) -> str:
        return self._opened("text.html", opened, told, asked=asked)

    def _opened(self, template: str, opened: Opened, told: Told, *, asked: bool) -> str:
        return self._drawn(
            template,
            opened=opened,
            told=told.text,
            tone=told.tone,
            more=told.more,
            placed=_placed(opened),
            stopping=len(errors(opened.problems)),
            asked=asked,
            mends=self._mends(opened),
        )

    def _mends(self, opened: Opened) -> bool:
        """Whether a machine can mend something in the file."""
        return bool(deeds.mending(self.desk, self.desk.file(opened.item)).done)

    def done(self, told: str) -> str:
        now, journal = self.desk.now(), self.desk.journal
        deeds = [(one, now.at(one.path), journal.can_undo(one)) for one in journal.all()]
        return self._drawn("done.html", DONE, deeds=deeds, told=told)

    def send(self, state: State, lines: list[Line], words: str, told: Told, link: str) -> str:
        now = self.desk.now()
        stuck = {path for one in lines if one.stuck for path in (one.path, *one.along)}
        others = [one for one in errors(now.problems) if one.path not in stuck]
        return self._drawn(
            "send.html",
            SEND,
            state=state,
            lines=lines,
            others=len(others),
            can=bool(state.unsent or any(not one.stuck for one in lines)),
            merging=[(one, now.at(one)) for one in state.merging],
            words=words,
            told=told,
            link=link,
        )

    def pack(self, paths: list[str], made: object) -> str:
        files = [(one, self.desk.now().at(one)) for one in paths]
        return self._drawn("pack.html", SEND, files=files, made=made)

    def choose_file(self) -> str:
        return self._drawn("choose.html", IMPORT)

    def arrival(self, read: Read) -> str:
        return self._drawn("arrival.html", IMPORT, read=read)

    def stand_off(
        self,
        opened: Opened,
        differences: list[Difference],
        to: str = "",
        who: Hand | None = None,
    ) -> str:
        """`who`: whose change stands against mine, where it is known."""
        where = to or f"/ghep/{opened.item.key}"
        return self._drawn(
            "standoff.html", opened=opened, differences=differences, where=where, who=who
        )

    def lists(self) -> str:
        """The closed lists as they are: their values are chosen from in the forms."""
        held = self.desk.now().library.lists
        shown = [
            (str(model.__doc__).partition("\n")[0].rstrip("."), name, [*held[name].values()])
            for name, model in LISTS.items()
            if name in held
        ]
        return self._drawn("lists.html", lists=sorted(shown, key=lambda one: sort_key(one[0])))

    def new(self, chosen: str = "", title: str = "", told: str = "") -> str:
        return self._drawn("new.html", NEW, chosen=chosen, title=title, told=told, kinds=KINDS)

    def relocate(
        self,
        item: Item,
        sent: dict[str, str] | None = None,
        found: object = None,
        at: str = "",
        told: str = "",
    ) -> str:
        return self._drawn(
            "relocate.html", item=item, sent=sent or {}, found=found, at=at, told=told
        )

    def moved(self, move: object, told: str) -> str:
        return self._drawn("moved.html", DONE, move=move, told=told)

    def told(self, told: str, more: str = "", *, again: bool = False) -> str:
        return self._drawn("told.html", told=told, more=more, again=again)


def _listed(now: Snapshot, words: str, kinds: tuple[str, ...]) -> list[Item]:
    found = now.search(words, kinds)
    return found if words.strip() else sorted(found, key=lambda one: (one.version, one.found_by))


def _placed(opened: Opened) -> list[tuple[Problem, str]]:
    """Each fault with the id of its control, faults before reminders."""
    found = [
        (one, name.replace("/", ".")) for one, name in placed(opened.problems, opened.controls)
    ]
    return sorted(found, key=lambda one: (one[0].level == "nhắc", one[0].line))
