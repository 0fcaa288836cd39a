"""Where an old value is still told after it was corrected in the entry it belongs to.

Comes in: the library, and entries as they were published. Goes out: reminders with file and line.
Looked at: the entry itself, whoever leads to it or is led to by it, whoever names it, and, for a
whole day, whoever speaks of the same school. Refuses to know: git.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from portal.dates import PartialDate
from portal.desk.corrected import Correction, corrections
from portal.forms import Prose, Text
from portal.kinds import Entry
from portal.kinds.base import Day, Link, prose, walk
from portal.kinds.document import Document
from portal.kinds.fields import fields_of, form_of
from portal.kinds.reference import Reference
from portal.kinds.school import School
from portal.library import Library, prose_links
from portal.problem import Problem

RULE = "con-ghi-cu"
HUB = 30
"""What more entries than that lead to is about more than one of them: a set of criteria."""
_REMEDY = "cùng một việc thì sửa theo; việc khác thì để nguyên"
_NOT_TOLD = frozenset(
    one.key
    for one in fields_of(Entry)
    if isinstance(form_of(one), Day) or one.name in ("changes", "conflicts", "moved_from")
)
"""Where the old value is kept on purpose, or a day is one of the page."""


def left_behind(library: Library, before: Mapping[str, Entry]) -> list[Problem]:
    """`before`: by path, what readers have of the files that were changed."""
    now = {one.source.path: one for one in library.everything}
    found: dict[tuple[str, int], Problem] = {}
    near: Neighbours | None = None
    for path, old in before.items():
        entry = now.get(path)
        if entry is None or entry.KIND != old.KIND:
            continue
        for one in corrections(old, entry):
            near = near or Neighbours(library)
            for problem in _places(one, near.of(old, entry, whole_day=one.exact)):
                found.setdefault((problem.path, problem.line), problem)
    return list(found.values())


def _places(one: Correction, near: Iterable[Entry]) -> Iterator[Problem]:
    entry = one.entry
    source = f"{entry.source.path}:{entry.line(one.where)}"
    for other in near:
        for where, line in _told(other, one):
            told = f"còn ghi {one.old}, mà {source} nay ghi {one.new}."
            yield Problem(other.source.path, line, where, told, RULE, _REMEDY, "nhắc")


def _told(entry: Entry, one: Correction) -> Iterator[tuple[str, int]]:
    """Key and line of every place that tells the old value."""
    for where, field, value in walk(entry):
        if where.partition(".")[0].partition("[")[0] in _NOT_TOLD:
            continue
        form = form_of(field)
        said = isinstance(form, Text | Prose) and one.pattern.search(value)
        if said or (one.day and isinstance(form, Day) and _same(value, one.day)):
            yield where, entry.line(where)
    if isinstance(entry, Document) and entry.text_quality.original:
        return  # nobody changes a word of it
    for at, row in enumerate(entry.body.split("\n")):
        if one.pattern.search(row):
            yield "", entry.source.body_line + at


def _same(value: date | PartialDate, day: PartialDate) -> bool:
    if isinstance(value, date):
        return value == day.earliest and day.day is not None
    return value == day


class Neighbours:
    """Who speaks of whom, once for all corrections of a run."""

    def __init__(self, library: Library) -> None:
        self.entries = [one for one in library.texts if not isinstance(one, Reference)]
        self.links = {one.source.path: set(_links(one)) for one in self.entries}
        self.led = Counter(link for links in self.links.values() for link in links)
        self.texts = {one.source.path: _texts(one) for one in self.entries}

    def of(self, before: Entry, entry: Entry, *, whole_day: bool) -> Iterator[Entry]:
        """The entry itself, and its neighbours, by the name it had, too."""
        here = (entry.KIND, entry.id)
        mine = {link for link in self.links.get(entry.source.path, ()) if not self.is_hub(link)}
        schools = {link for link in mine if link[0] == School.KIND} if whole_day else set()
        called = {*_names(before), *_names(entry)}
        for one in self.entries:
            links = self.links[one.source.path]
            about = here in links or (one.KIND, one.id) in mine or bool(schools & links)
            about = about or any(it in self.texts[one.source.path] for it in called)
            if one is entry or (about and (whole_day or not self.is_hub((one.KIND, one.id)))):
                yield one

    def is_hub(self, link: tuple[str, str]) -> bool:
        return self.led[link] > HUB


def _names(entry: Entry) -> Iterator[str]:
    yield entry.title
    if isinstance(entry, Document) and entry.number:
        yield entry.number


def _links(entry: Entry) -> Iterator[tuple[str, str]]:
    found: list[Link] = [link for _, link in entry.links]
    for _, _, text in prose(entry):
        found += [link for _, link in prose_links(text)]
    return ((one.kind, one.id) for one in found if one.kind != Reference.KIND)


def _texts(entry: Entry) -> str:
    told: Iterable[str] = (value for _, _, value in walk(entry) if isinstance(value, str))
    return "\n".join((*told, entry.body))
