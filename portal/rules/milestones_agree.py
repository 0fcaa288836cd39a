"""What is told twice agrees: an event of a school's recognition with the school's own page, in the
day and the level; and what prose says of that day.

Where two entries differ, all places that tell one of the two days of that school are named: who
mends one of them sees the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.dates import PartialDate
from portal.kinds import Entry
from portal.kinds.base import fields_of, prose, walk
from portal.kinds.event import Event, Step
from portal.kinds.school import School
from portal.kinds.school.parts import Recognition
from portal.library import Library
from portal.library.milestones import Found, days_told, written
from portal.problem import Problem
from portal.text import places

RULE, PROSE = "hai-noi-lech", "ngay-trong-bai-lech"
_LEVEL = re.compile(r"\bmức (\d)\b", re.IGNORECASE)
_NAMES = {one.key: one.name for one in fields_of(Recognition)}
PLACES_TOLD = 12
Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A day of a recognition, where it stands."""

    where: str
    on: PartialDate
    level: int


def check(library: Library) -> Iterator[Problem]:
    schools = {one.id: one for one in library.everything if isinstance(one, School)}
    for event in library.everything:
        if isinstance(event, Event) and event.type.steps and len(event.schools) == 1:
            school = schools.get(event.schools[0].id)
            if school and school.recognitions:
                yield from _compare(library, event, event.type.steps, school)
    yield from _prose(library, schools)


def _compare(library: Library, event: Event, steps: Steps, school: School) -> Iterator[Problem]:
    level = _LEVEL.search(event.title)
    levels = {one.level for one in school.recognitions}
    page = school.source.path
    if level and int(level[1]) not in levels:
        told = ", ".join(f"mức {one}" for one in sorted(levels))
        yield event.problem(
            "tieu_de",
            f"ghi mức {level[1]}, mà {page}:{school.line('cong_nhan')} chỉ ghi {told}.",
            RULE,
            "sửa nơi sai; trường đã có thêm một mức thì thêm ở cong_nhan của trường",
        )
        return
    known = [one for one in _days(school, steps) if not level or one.level == int(level[1])]
    if not known or any(_may_be(event, one.on) for one in known):
        return
    other = known[-1]
    days = {event.start, other.on}
    if _is_known_conflict(event, days) or _is_known_conflict(school, days):
        return
    places = _places(library, school, days, {event.source.path, f"{page}:{other.where}"})
    also = f" Cũng viết một trong hai ngày: {places}." if places else ""
    yield event.problem(
        "bat_dau",
        f"{event.start.named}, mà {page}:{school.line(other.where)} ghi {other.on.named}.{also}",
        RULE,
        "sửa mọi nơi sai; các nguồn nêu khác nhau thì ghi cả hai ngày ở mau_thuan",
    )


def _days(school: School, steps: Steps) -> Iterator[_Told]:
    for place, one in enumerate(school.recognitions, 1):
        for step in steps:
            if on := getattr(one, _NAMES[step]):
                yield _Told(f"cong_nhan[{place}].{step}", on, one.level)


def _may_be(event: Event, on: PartialDate) -> bool:
    return not (on.is_before(event.start) or (event.end or event.start).is_before(on))


def _is_known_conflict(entry: Entry, days: set[PartialDate]) -> bool:
    """Whether an editor told already that sources differ in it."""
    claims = (claim.value for one in entry.conflicts for claim in one.claims)
    return any(on in days for text in claims for on in days_told(text))


def _places(library: Library, school: School, days: set[PartialDate], but: set[str]) -> str:
    """Where one of the days stands in entries about the school, but for the two compared."""
    found: list[str] = []
    for entry in library.written:
        if entry.source.path in but or not _is_about(entry, school):
            continue
        found += [
            f"{entry.source.path}:{entry.line(where)}"
            for where, _, value in walk(entry)
            if value in days and f"{entry.source.path}:{where}" not in but
        ]
        for where, line, text in prose(entry):
            for at, row in enumerate(text.split("\n")):
                if days & set(days_told(row)):
                    found.append(f"{entry.source.path}:{line + (not where) * at}")
    return places(list(dict.fromkeys(found)), PLACES_TOLD)


def _is_about(entry: Entry, school: School) -> bool:
    link = (School.KIND, school.id)
    if (entry.KIND, entry.id) == link or any((one.kind, one.id) == link for _, one in entry.links):
        return True
    return any(school.title in text or f"({school.link})" in text for _, _, text in prose(entry))


def _prose(library: Library, schools: dict[str, School]) -> Iterator[Problem]:
    """Sentences and rows of tables that tell such a day, against the school's own page."""
    kinds = {one.type for one in library.everything if isinstance(one, Event)}
    said = {word: one.steps for one in kinds if one.steps for word in one.said}
    if not said:
        return
    known = library.findings.about(PROSE, (said, list(schools.values())))

    def find(entry: Entry) -> Iterator[tuple[str, int, Found[Steps]]]:
        for where, line, text in prose(entry):
            for one in written(text, said, list(schools.values())):
                yield where, line, one

    for entry in library.texts:
        for where, line, (row, steps, names, on) in known.of(entry, find):
            of = [schools[id] for id in names] or _subject(entry, schools)
            days = [one for school in of for one in _all_days(school, steps, schools)]
            right = [one.on for one in days]
            if of and right and not any(on.may_be(one) for one in right):
                at = line + (not where) * row
                told = ", ".join(dict.fromkeys(one.named for one in right))
                yield Problem(
                    *(entry.source.path, at if not where else entry.line(where), where),
                    f"ghi {on.named}, mà {_where(entry, of[0], days[0])} ghi {told}.",
                    *(PROSE, "sửa nơi sai; đúng cả hai thì viết rõ là ngày của việc gì"),
                    "nhắc",
                )


def _where(entry: Entry, school: School, day: _Told) -> str:
    """The file, or the key where it is the same file."""
    return f"khoá {day.where}" if entry is school else school.source.path


def _subject(entry: Entry, schools: dict[str, School]) -> list[School]:
    """The school an entry is about, where it is one."""
    if isinstance(entry, School):
        return [entry]
    found = {one.id for _, one in entry.links if one.kind == School.KIND}
    return [schools[id] for id in found if id in schools] if len(found) == 1 else []


def _all_days(school: School, steps: Steps, schools: dict[str, School]) -> Iterator[_Told]:
    """Its days, and those of the schools it was made of: its page tells of them too."""
    yield from _days(school, steps)
    if school.recognitions:
        for one in school.predecessors:
            if one.id in schools:
                yield from _days(schools[one.id], steps)
