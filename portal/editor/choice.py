"""What of the changed files is sent: one line for each entry, with the files that go along.

Comes in: the desk, what git lists. Goes out: lines to be ticked, the words that tell of them, the
paths that were chosen, and whether they stand without the rest. Refuses to know: requests, HTML.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from portal import road
from portal.desk.registers import PATHS
from portal.editor.catalogue import Item
from portal.editor.desk import Desk
from portal.editor.git import PLACES
from portal.editor.registering import register
from portal.editor.standing import State
from portal.kinds.page import FILES
from portal.library.publication import files
from portal.problem import Problem, errors

NAMED = 3
"""So many titles stand in the words that are proposed."""
ADDED, CHANGED, REMOVED = "Thêm", "Sửa", "Gỡ"
MOST = 200
_SHORT = 90
_MET = "hai người cùng sửa, chờ bạn chọn"
AtHead = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One entry, or one file that belongs to none of those that changed."""

    path: str
    title: str
    deed: str
    item: Item | None = None
    along: tuple[str, ...] = ()
    """Files that only this one brings."""
    held: str = ""
    why_not: str = ""
    """Why it is not ticked, or cannot be."""
    stuck: bool = False

    @property
    def ticked(self) -> bool:
        return not self.why_not


def lines(desk: Desk, state: State, journal_title: Callable[[str], str]) -> list[Line]:
    now = desk.now()
    entries = {one.source.path: one for one in (*now.library.everything, *now.library.faulty)}
    used: dict[str, list[str]] = {}
    for path, entry in entries.items():
        for file in files(entry):
            used.setdefault(f"docs/{file}", []).append(path)
    changed = [one for one in state.paths if one not in PATHS]
    owner: dict[str, str] = {}
    for file in (one for one in changed if one.startswith(f"docs/{FILES}/")):
        of = [one for one in used.get(file, []) if one in changed]
        if of:
            owner[file] = of[0]
    made = []
    for path in (one for one in changed if one not in owner):
        item = now.at(path)
        along = tuple(file for file, of in owner.items() if of == path)
        title = item.title if item else journal_title(path) or path.rpartition("/")[2]
        deed = REMOVED if path in state.gone else ADDED if path in state.new else CHANGED
        held = item.held if item else ""
        stuck = bool(item and item.faults) or path in state.merging
        loose = path.startswith(f"docs/{FILES}/") and path not in used and deed != REMOVED
        why = _MET if path in state.merging else _why(item, deed, loose)
        made.append(Line(path, title, deed, item, along, held, why, stuck))
    return made


def _why(item: Item | None, deed: str, loose: bool) -> str:
    if item and item.faults:
        return f"còn {item.faults} lỗi, sửa xong mới gửi được"
    if item and item.is_draft and deed == ADDED:
        return "bản nháp, đánh dấu nếu muốn gửi"
    return "không mục nào dùng tệp này" if loose else ""


def chosen(found: Iterable[Line], ticked: Collection[str], state: State) -> tuple[str, ...]:
    """The paths that go; the registers with any of them."""
    made = [path for one in found if one.path in ticked and not one.stuck for path in _all(one)]
    return (*made, *(one for one in state.paths if made and one in PATHS))


def _all(one: Line) -> tuple[str, ...]:
    return (one.path, *one.along)


def words(found: Iterable[Line]) -> str:
    """What is proposed: what became of which entry, as people call it."""
    by_deed: dict[str, list[str]] = {ADDED: [], CHANGED: [], REMOVED: []}
    for one in found:
        if one.ticked:
            name = one.item.short if one.item else one.title
            by_deed[one.deed].append(_cut(name))
    told = [f"{deed} {_several(names)}" for deed, names in by_deed.items() if names]
    return "; ".join(told)[:MOST] or "Sửa nội dung"


def _several(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    more = f" và {len(names) - NAMED} mục nữa" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{more}"


def _cut(name: str) -> str:
    """At a word, with a sign that something is left out."""
    return name if len(name) <= _SHORT else f"{name[:_SHORT].rpartition(' ')[0]}…"


def missing(desk: Desk, state: State, paths: Collection[str], at_head: AtHead) -> list[Problem]:
    """The faults the content would have were only these sent; what is published is registered."""
    with _alone(desk.content, [one for one in state.paths if one not in paths], at_head) as copy:
        library, problems = road.judge(copy, desk.today)
        if found := errors(problems):
            return found
        list(register(desk.content, library))
    return []


@contextmanager
def _alone(content: Path, without: Iterable[str], at_head: AtHead) -> Iterator[Path]:
    """The content with some files as they were sent last."""
    with TemporaryDirectory(prefix="gui-") as place:
        copy = Path(place)
        for name in PLACES:
            if (content / name).is_dir():
                shutil.copytree(content / name, copy / name)
        for path in without:
            before = at_head(path)
            (copy / path).unlink(missing_ok=True)
            if before is not None:
                (copy / path).parent.mkdir(parents=True, exist_ok=True)
                (copy / path).write_bytes(before)
        yield copy
