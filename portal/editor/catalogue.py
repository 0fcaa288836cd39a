"""What the desk knows of the content: entries by key, their faults, titles, what a search finds.

Comes in: a content folder and the day. Goes out: one `Snapshot`, made again when a file changed;
and the faults a file would have with other text in it. Reads the disk, writes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from portal import road, rules, source
from portal.dates import day
from portal.desk import new
from portal.editor.entry_file import title_of
from portal.editor.unfinished import unfinished
from portal.kinds import Entry, Kind
from portal.kinds.document import Document
from portal.kinds.fields import key_of
from portal.kinds.term import Term
from portal.library import Library, join
from portal.library.gather import is_version, kind_of
from portal.library.lists import is_list
from portal.problem import Problem, errors
from portal.source import Reading, Source, admission
from portal.text import slug

_TITLE_LINE = re.compile(r"^tieu_de:[^\S\n]+(.*?)(?:\s+#.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry, as it is listed: also one whose file cannot be read."""

    kind: Kind
    id: str
    path: str
    title: str
    version: bool = False
    found_by: str = ""
    """All it can be found by, folded."""
    faults: int = 0
    reminders: int = 0
    short: str = ""
    """As it is called in a sentence: «Quy định 11-QĐ/TW»."""
    is_draft: bool = False
    held: str = ""
    """Why readers do not see it today."""

    @property
    def key(self) -> str:
        return f"{self.kind.name}/{self.id}"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The content as it is now."""

    library: Library
    items: dict[str, Item]
    problems: tuple[Problem, ...]
    by_path: dict[str, str] = field(default_factory=dict)

    def at(self, path: str) -> Item | None:
        """The entry whose file that is."""
        return self.items.get(self.by_path.get(path, ""))

    def of(self, kind: str) -> list[Item]:
        return [one for one in self.items.values() if one.kind.name == kind]

    def often(self, kind: Kind) -> frozenset[str]:
        """Keys that most entries of the kind have."""
        return new.common(kind, (one.source for one in self.library.everything))

    def search(self, words: str, kinds: tuple[str, ...] = ()) -> list[Item]:
        """Entries in which all words are, those whose title begins with them first."""
        asked = folded(words).split()
        found = [
            one
            for one in self.items.values()
            if (not kinds or one.kind.name in kinds) and all(word in one.found_by for word in asked)
        ]
        whole = " ".join(asked)
        return sorted(found, key=lambda one: (not one.found_by.startswith(whole), one.version))

    def title_of(self, text: str, kinds: tuple[str, ...]) -> str:
        """The title of what a reference names; empty where there is no such entry."""
        place = text.strip().partition("#")[0]
        key = place if "/" in place and place.partition("/")[0] in kinds else f"{kinds[0]}/{place}"
        found = self.items.get(key)
        return found.title if found else ""


class Catalogue:
    """Keeps the last snapshot; a file that did not change is not read again."""

    def __init__(self, content: Path, today: date) -> None:
        self.content, self.today = content, today
        self._memo = road.Memo()
        self._seen: list[Source] = []
        self._unread: set[str] = set()
        self._snapshot: Snapshot | None = None

    def now(self) -> Snapshot:
        reading = source.read(self.content, self._memo.files)
        same = len(reading.sources) == len(self._seen) and all(
            one is other for one, other in zip(reading.sources, self._seen, strict=True)
        )
        if self._snapshot is None or not same or reading.unread != self._unread:
            self._seen, self._unread = list(reading.sources), set(reading.unread)
            self._snapshot = self._made(reading)
        return self._snapshot

    def _made(self, reading: Reading) -> Snapshot:
        paths = [one.path for one in reading.sources] + sorted(reading.unread)
        titles = {one.path: title_of(one.values) for one in reading.sources}
        texts = {one.path: _texts(one) for one in reading.sources}
        library, problems = self._judged(reading)
        problems += unfinished(self.content, library)
        entries = {one.source.path: one for one in library.everything}
        items: dict[str, Item] = {}
        for path in paths:
            kind = None if is_list(path) else kind_of(path, source.place_of(path)[0])
            if kind is None or not path.endswith((".md", ".yml")):
                continue
            version = is_version(kind, path)
            id = path.partition("/")[2].rpartition(".")[0]
            id = id if kind.anywhere else id.partition("/")[2]
            own = [one for one in problems if one.path == path]
            title = titles.get(path) or self._seen_title(path) or id
            item = Item(
                kind,
                id,
                path,
                title,
                version,
                folded(f"{title} {id} {texts.get(path, '')}"),
                len(errors(own)),
                len(own) - len(errors(own)),
                *_standing(entries.get(path), title),
            )
            items[item.key] = item
        by_path = {one.path: key for key, one in items.items()}
        return Snapshot(library, items, tuple(problems), by_path)

    def _seen_title(self, path: str) -> str:
        """Of a file that cannot be read: what its line of the title says, mine where two met."""
        try:
            text = (self.content / path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        found = _TITLE_LINE.search(text)
        return found[1].strip("\"' ") if found else ""

    def _judged(self, reading: Reading) -> tuple[Library, list[Problem]]:
        library, found = join.load(reading, self.today, memo=self._memo.entries)
        problems = [*reading.problems, *found]
        problems += rules.judge(library, {one.path for one in problems})
        return library, sorted(set(problems))

    def problems_with(self, path: str, raw: bytes) -> list[Problem]:
        """All faults of the content, were these the bytes of that file."""
        reading = source.read(self.content, self._memo.files)
        made, found = source.judged(path, admission.decoded(raw))
        reading.sources = [one for one in reading.sources if one.path != path]
        reading.partial = [one for one in reading.partial if one.source.path != path]
        reading.problems = [one for one in reading.problems if one.path != path] + [*found]
        reading.unread.discard(path)
        if isinstance(made, Source):
            reading.sources = sorted([*reading.sources, made], key=lambda one: one.path)
        else:
            reading.unread.add(path)
            reading.partial += [made] if made else []
        return self._judged(reading)[1]


def _standing(entry: Entry | None, title: str) -> tuple[str, bool, str]:
    if entry is None:
        return title, False, ""
    short = entry.short if isinstance(entry, Document) else title
    return short, entry.is_draft, held(entry)


def held(entry: Entry) -> str:
    """Why readers do not see an entry today; empty where they do."""
    if entry.is_draft:
        return "bản nháp"
    if entry.waits_until:
        return f"hẹn đăng {day(entry.waits_until)}"
    return "đã hết hạn đăng" if entry.expired else ""


def folded(text: str) -> str:
    """Words without marks and signs, as the list in the browser folds what is typed."""
    return slug(text).replace("-", " ")


_ALSO = (
    key_of(Document, "number"),
    key_of(Term, "abbreviations"),
    key_of(Term, "synonyms"),
    key_of(Entry, "keywords"),
)
"""Keys by which people look for an entry, beside its title."""


def _texts(one: Source) -> str:
    told = []
    for key in _ALSO:
        value = one.values.items.get(key)
        items = value.items if isinstance(value, source.Listing) else (value,)
        told += [each.text for each in items if isinstance(each, source.Scalar)]
    return " ".join(told)
