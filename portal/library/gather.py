"""Room 3, its first step: sources → typed entries of their kinds, each once.

Comes in: what room 1 read, the closed lists. Goes out: sound and faulty entries, dated texts, and
the faults. Refuses to know: what entries have to do with each other.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from portal.kinds import BY_NAME, KINDS, Entry, Kind
from portal.kinds.base import Lists
from portal.kinds.page import Page as OneOff
from portal.library.lists import is_list
from portal.problem import Problem, errors
from portal.source import Partial, Reading, Source, place_of


@dataclass(slots=True)
class Gathered:
    """What the files hold."""

    sound: list[Entry] = field(default_factory=list)
    faulty: list[Entry] = field(default_factory=list)
    versions: list[Entry] = field(default_factory=list)
    partial: list[Entry] = field(default_factory=list)
    """What is left of entries whose files have faults of YAML."""
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Memo:
    """The entries and dated texts of a former build, by the sources they were made of."""

    lists: Lists = field(default_factory=dict)
    entries: dict[str, tuple[Source, tuple[Entry, list[Problem]]]] = field(default_factory=dict)

    def read(self, kind: Kind, source: Source, lists: Lists) -> tuple[Entry, list[Problem]]:
        """What the kind makes of a source, made once."""
        if self.lists is not lists:
            self.entries = {}
            self.lists = lists
        kept = self.entries.get(source.path)
        if kept is None or kept[0] is not source:
            own = source
            if kind.name == OneOff.KIND:
                own = dataclasses.replace(source, name=_page_id(source.path))
            read = kind.read_version if is_version(kind, source.path) else kind.read
            kept = self.entries[source.path] = (source, read(own, lists))
        return kept[1]


def gather(reading: Reading, lists: Lists, memo: Memo | None = None) -> Gathered:
    made, memo = Gathered(), memo or Memo()
    taken: dict[tuple[str, str], str] = {}
    for source in reading.sources:
        if is_list(source.path):
            continue
        kind = kind_of(source.path, source.folder)
        if kind is None:
            made.problems.append(_misplaced(source))
        elif is_version(kind, source.path):
            version, found = memo.read(kind, source, lists)
            made.problems += found
            if not errors(found):
                made.versions.append(version)
        else:
            _take(kind, source, memo.read(kind, source, lists), taken, made)
    for gone in memo.entries.keys() - {source.path for source in reading.sources}:
        del memo.entries[gone]
    for part in reading.partial:
        _take_part(part, lists, made)
    return made


def _take_part(part: Partial, lists: Lists, made: Gathered) -> None:
    """Only to tell what else is wrong with it: nothing can be made of such an entry."""
    source = part.source
    kind = None if is_list(source.path) else kind_of(source.path, source.folder)
    if kind and not is_version(kind, source.path):
        entry, found = kind.read_part(source, lists)
        made.partial.append(entry)
        made.problems += filter(part.tells, found)


def _take(
    kind: Kind,
    source: Source,
    read: tuple[Entry, list[Problem]],
    taken: dict[tuple[str, str], str],
    made: Gathered,
) -> None:
    entry, found = read
    made.problems += found
    first = taken.setdefault((kind.name, entry.id), source.path)
    if first != source.path:
        told = f"mã «{entry.id}» đã dùng ở {first}."
        remedy = "đổi tên một trong hai tệp"
        made.problems.append(Problem(source.path, 1, "", told, "trung-ma", remedy))
    else:
        (made.faulty if errors(found) else made.sound).append(entry)


def identities(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Kind and id of what files hold, told by their places alone."""
    for path in paths:
        folder, id = place_of(path)
        kind = kind_of(path, folder)
        if kind and not is_version(kind, path):
            yield kind.name, _page_id(path) if kind.name == OneOff.KIND else id


def kind_of(path: str, folder: str) -> Kind | None:
    """The kind a file belongs to by its folder; Markdown elsewhere in `docs/` is a one-off page."""
    found = BY_NAME.get(folder)
    if path.startswith("docs/"):
        return found if found and found.text else BY_NAME["trang"] if not found else None
    return found if found and not found.text else None


def is_version(kind: Kind, path: str) -> bool:
    """Whether a file is a dated text: it stands in a folder of an entry's name."""
    return kind.version is not None and path.count("/") > kind.path("x").count("/")


def _misplaced(source: Source) -> Problem:
    told = f"thư mục «{source.folder}» không chứa loại tệp này."
    if kind := BY_NAME.get(source.folder):
        remedy = f"chuyển tới {kind.path(source.name)}"
    else:
        remedy = f"các thư mục: {', '.join(kind.path('…') for kind in KINDS if not kind.anywhere)}"
    return Problem(source.path, 1, "", told, "loai-la", remedy)


def _page_id(path: str) -> str:
    inside = path.removeprefix("docs/").removesuffix(".md")
    return inside.removesuffix("/index") or "index"
