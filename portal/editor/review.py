"""What is to be looked at before it is published: each changed file with its two states.

Comes in: a desk, changes. Goes out: what the list of a preview tells of each. Refuses to know: the
site, archives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from portal import road, source
from portal.editor import compare
from portal.editor.catalogue import Item, Snapshot, held
from portal.editor.changes import Change
from portal.editor.desk import Desk
from portal.editor.entry_file import EntryFile, title_of
from portal.editor.worded import Words
from portal.forms import Link
from portal.kinds import Kind
from portal.library import Library
from portal.library.gather import is_version, kind_of
from portal.library.lists import is_list
from portal.views.names import place_of


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One changed file."""

    path: str
    title: str
    what: str
    """«Bài viết», «Tệp đính kèm»."""
    state: str
    """«mới», «sửa», «gỡ»."""
    rows: tuple[compare.Row, ...] = ()
    place: str = ""
    """Where the portal shows it; empty where it has no place of its own."""
    held: str = ""
    """Why readers would not see it yet."""
    faults: int = 0


def reviewed(desk: Desk, changes: Iterable[Change]) -> Iterator[Reviewed]:
    """Entries first, then closed lists and attachments."""
    now = desk.now()
    library, _ = road.load(desk.content, desk.today, drafts=True)
    entries = {one.source.path: one for one in library.everything}
    found = [(one, _kind(one.path)) for one in changes]
    for one, kind in sorted(found, key=lambda pair: (pair[1] is None, pair[0].path)):
        if kind is None:
            yield _other(one)
            continue
        entry, item = entries.get(one.path), now.at(one.path)
        before, after = (_read(one.path, raw) for raw in (one.before, one.after))
        yield Reviewed(
            one.path,
            title_of(read.values if (read := after or before) else None) or one.path,
            kind.one,
            _state(one),
            _rows(now, one, kind, before, after),
            _place(library, item) if item else "",
            held(entry) if entry else "",
            item.faults if item else 0,
        )


def _kind(path: str) -> Kind | None:
    if is_list(path) or not path.endswith((".md", ".yml")):
        return None
    return kind_of(path, source.place_of(path)[0])


def _rows(
    now: Snapshot, one: Change, kind: Kind, before: EntryFile | None, after: EntryFile | None
) -> tuple[compare.Row, ...]:
    if any(file and file.source is None for file in (before, after)):
        return tuple(_lines(one))
    model: type[Any] = kind.model
    if kind.version and is_version(kind, one.path):
        model = kind.version
    words = Words(now.library.lists, now.title_of)
    return tuple(compare.rows(model, words, before, after))


def _place(library: Library, item: Item) -> str:
    if item.version:
        return f"{item.kind.name}/{item.id.partition('/')[0]}/"
    return place_of(library, Link(item.kind.name, item.id))


def _other(one: Change) -> Reviewed:
    is_text = is_list(one.path) or one.path.endswith((".yml", ".md", ".txt"))
    place = one.path.removeprefix("docs/") if one.path.startswith("docs/") and one.after else ""
    what = "danh mục" if is_list(one.path) else "tệp đính kèm"
    rows = _lines(one) if is_text else ()
    return Reviewed(one.path, one.path.rpartition("/")[2], what, _state(one), tuple(rows), place)


def _lines(one: Change) -> Iterator[compare.Row]:
    return compare.lines(
        *((raw or b"").decode("utf-8", "replace") for raw in (one.before, one.after))
    )


def _state(one: Change) -> str:
    return "mới" if one.before is None else "gỡ" if one.after is None else "sửa"


def _read(path: str, raw: bytes | None) -> EntryFile | None:
    try:
        return None if raw is None else EntryFile(path, raw)
    except UnicodeDecodeError:
        return EntryFile(path, raw.decode("utf-8", "replace").encode()) if raw else None
