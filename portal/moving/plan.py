"""What a new address, or a withdrawal, changes in the files of the content.

Comes in: the library, the content folder, an entry and what is to become of it. Goes out: a `Plan`:
every file as it shall be. Writes nothing. What cannot be done raises `Unsafe` in Vietnamese.

Who was never published leaves no address behind; who was is led on from it, or tells that it is
withdrawn, on which day and why.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from portal.addresses import is_segment, segment
from portal.dates import day as told_day
from portal.editor.entry_file import EntryFile, bare
from portal.kinds import BY_NAME, Entry, keeper
from portal.kinds.base import Link
from portal.kinds.entry import Change
from portal.kinds.fields import key_of
from portal.kinds.lists import Publication, values
from portal.kinds.page import Page
from portal.library import Library
from portal.library.publication import files, files_used
from portal.moving.references import Place, address, changed, places, unlinked
from portal.patch.order import order_of
from portal.patch.wanted import Item, Unsafe, Wanted
from portal.text import quote

_LINE = re.compile(r"(:\d+)+:?$")
"""Behind the file, as a fault is printed."""

STATE, CHANGES, MOVED_FROM = (key_of(Entry, name) for name in ("state", "changes", "moved_from"))
DAY, TEXT = key_of(Change, "day"), key_of(Change, "text")


@dataclass(slots=True)
class Plan:
    """Path → the file as it shall be, None where it goes."""

    title: str
    files: dict[str, bytes | None] = field(default_factory=dict)
    led: list[Place] = field(default_factory=list)
    """What led to the entry and was changed."""
    left: list[Place] = field(default_factory=list)
    """What still leads there: to be mended by hand first."""
    redirect: str = ""
    """The address that leads on from now."""


def find(library: Library, text: str) -> Entry:
    """The entry called `kind/id`; a one-off page by its address alone; any by its file, as faults
    name it."""
    kind, _, id = text.strip("/").partition("/")
    file = text.strip().replace("\\", "/").removeprefix("./")
    for entry in (*library.everything, *library.faulty):
        if (
            entry.source.path == _LINE.sub("", file)
            or (entry.KIND, entry.id) == (kind, id)
            or (entry.KIND == Page.KIND and entry.id == text.strip("/"))
        ):
            return entry
    raise Unsafe(f"không có mục {quote(text)}; viết loại/mã, ví dụ truong/son-la")


def rename(library: Library, content: Path, entry: Entry, id: str) -> Plan:
    """The entry at another address of its kind."""
    new = Link(entry.KIND, id)
    _refuse_address(library, entry, id)
    plan = Plan(entry.name)
    _lead(library, content, entry, new, plan)
    path = entry.source.path
    text = changed(path, _text(content, path), _own(entry), entry.link, new)
    if was_published(entry):
        plan.redirect = address(entry.link)
        moved = [*entry.moved_from, plan.redirect]
        text = _with(path, text, {MOVED_FROM: _items(moved, entry.moved_from)}, entry)
    plan.files |= {path: None, _new_path(entry, id): text.encode()}
    for version in library.versions:
        folder = f"docs/{entry.KIND}/{entry.id}/"
        if version.source.path.startswith(folder):
            other = version.source.path
            raw = plan.files.pop(other, None) or (content / other).read_bytes()
            plan.files |= {other: None, other.replace(folder, f"docs/{entry.KIND}/{id}/"): raw}
    _rename_exceptions(content, path, _new_path(entry, id), plan)
    return plan


def remove(
    library: Library,
    content: Path,
    entry: Entry,
    reason: str,
    *,
    instead: Entry | None = None,
    unlink: bool = False,
) -> Plan:
    """The entry taken off, its address led to another, or told to be withdrawn."""
    plan = Plan(entry.name)
    path = entry.source.path
    if entry.state is not None and entry.state.withdrawn and not instead:
        day = f" ngày {told_day(entry.withdrawal.day)}" if entry.withdrawal else ""
        raise Unsafe(f"{quote(address(entry.link))} đã rút{day} rồi")
    if instead:
        if instead.KIND != entry.KIND or instead.id == entry.id:
            raise Unsafe("mục thay phải là một mục khác, cùng loại")
        _lead(library, content, entry, instead.link, plan)
        plan.files[path] = None
        if was_published(entry):
            plan.redirect = address(entry.link)
            _receive(content, instead, entry, reason, library.today, plan)
        return plan
    led = places(library, entry)
    plan.left = [one for one in led if not (unlink and one.is_link)]
    for other in {one.path for one in led if one.is_link} if unlink else ():
        plan.files[other] = unlinked(_text(content, other), entry.link).encode()
    plan.led = [one for one in led if one not in plan.left]
    if not was_published(entry):
        plan.files[path] = None
        plan.files |= dict.fromkeys(_files_of_its_own(library, entry))
        return plan
    state = next(one for one in values(library.lists, Publication).values() if one.withdrawn)
    wanted: dict[str, Wanted] = {
        STATE: state.value,
        CHANGES: _changes(content, entry, library.today, f"Rút: {reason}"),
    }
    plan.files[path] = _with(path, _text(content, path), wanted, entry).encode()
    return plan


def _files_of_its_own(library: Library, entry: Entry) -> set[str]:
    """Those beside the pages that only this entry shows or offers: `docs/tep/ban-quet.pdf`."""
    others = files_used(one for one in (*library.texts, *library.faulty) if one is not entry)
    return {
        f"docs/{path}" for path in files(entry) if path in library.attached and path not in others
    }


def was_published(entry: Entry) -> bool:
    """Whether readers may have its address."""
    return entry.is_withdrawn or not entry.is_withheld


def _refuse_address(library: Library, entry: Entry, id: str) -> None:
    kind = BY_NAME[entry.KIND]
    parts = id.split("/") if kind.anywhere else [id]
    if not all(map(is_segment, parts)):
        right = "/".join(segment(one) for one in parts if segment(one))
        raise Unsafe(f"{quote(id)} không dùng làm địa chỉ được; viết {right or 'chữ không dấu'}")
    if whose := keeper(kind, id):
        raise Unsafe(f"địa chỉ {quote(id)} là của {whose}")
    known = {(one.KIND, one.id) for one in (*library.everything, *library.faulty)}
    if (entry.KIND, id) in known or (entry.KIND, id) in library.unread:
        raise Unsafe(f"đã có mục {address(Link(entry.KIND, id))}")


def _new_path(entry: Entry, id: str) -> str:
    path = BY_NAME[entry.KIND].path(id)
    if entry.source.path.endswith("/index.md"):
        return f"{path.removesuffix('.md')}/index.md"
    return path


def _lead(library: Library, content: Path, entry: Entry, new: Link, plan: Plan) -> None:
    """Everything that leads to the entry leads to the new place."""
    plan.led = places(library, entry)
    by_path: defaultdict[str, list[str]] = defaultdict(list)
    for one in plan.led:
        by_path[one.path] += [] if one.is_link else [one.where]
    for path, wheres in by_path.items():
        text = changed(path, _text(content, path), wheres, entry.link, new)
        plan.files[path] = text.encode()


def _own(entry: Entry) -> list[str]:
    """Where the entry leads to itself."""
    to = (entry.KIND, entry.id)
    return [where for where, link in entry.links if (link.kind, link.id) == to]


def _receive(content: Path, to: Entry, entry: Entry, reason: str, today: date, plan: Plan) -> None:
    """The entry that stands in the place of another takes over its addresses, and says why."""
    path = to.source.path
    raw = plan.files.get(path)
    text = raw.decode() if raw else _text(content, path)
    old = [*to.moved_from, address(entry.link), *entry.moved_from]
    told = f"Nhận nội dung của «{entry.name}»: {reason}"
    wanted: dict[str, Wanted] = {
        MOVED_FROM: _items(old, to.moved_from),
        CHANGES: _changes(content, to, today, told),
    }
    plan.files[path] = _with(path, text, wanted, to).encode()


def _changes(content: Path, entry: Entry, today: date, told: str) -> list[Item]:
    path = entry.source.path
    held = bare(EntryFile(path, (content / path).read_bytes()).values.items.get(CHANGES))
    old = held if isinstance(held, list) else [held] if held else []
    kept = [Item(_wanted(one), at) for at, one in enumerate(old)]
    return [*kept, Item({DAY: today.isoformat(), TEXT: told})]


def _wanted(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _wanted(one) for key, one in value.items()}
    return value


def _items(now: list[str], before: tuple[str, ...]) -> list[Item]:
    return [Item(one, at if at < len(before) else None) for at, one in enumerate(now)]


def _with(path: str, text: str, wanted: dict[str, Wanted], entry: Entry) -> str:
    return EntryFile(path, text.encode()).with_changes(wanted, order_of(type(entry))).decode()


def _rename_exceptions(content: Path, old: str, new: str, plan: Plan) -> None:
    """Exceptions to rules name files."""
    path = "data/_danh-muc/ngoai-le.yml"
    text = _text(content, path) if (content / path).is_file() else ""
    lines = [
        line.replace(old, new) if line.strip() in (f"tep: {old}", f'tep: "{old}"') else line
        for line in text.split("\n")
    ]
    if (told := "\n".join(lines)) != text:
        plan.files[path] = told.encode()


def _text(content: Path, path: str) -> str:
    try:
        return (content / path).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise Unsafe(f"{path} chưa phải UTF-8; sửa tệp ấy trước") from None
