"""The national figures, counted from the schools and dated snapshots; nothing typed twice.

Comes in: the library. Goes out: small records for the home page and the progress page.
Refuses to know: where those pages stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from portal.kinds.school import School
from portal.kinds.school.parts import Recognition
from portal.library import Library


class CountedFrom(Enum):
    """The entries a number was counted from."""

    SCHOOLS = auto()
    """Those of today."""
    STANDINGS = auto()
    """How far each school of today has come."""
    RECOGNITIONS = auto()


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts and what it was counted from; none where nothing is known to
    count."""

    id: str
    """In addresses: stays, whatever the label says."""
    value: int | None
    label: str
    source: str
    counted_from: CountedFrom


@dataclass(frozen=True, slots=True)
class Recognised:
    """One recognition with its school."""

    school: School
    recognition: Recognition


def recognised(library: Library) -> list[Recognised]:
    """Every recognition known, newest ceremony first, those without a day last."""
    found = [Recognised(school, one) for school in library.of(School) for one in school.recognised]
    return sorted(
        found,
        key=lambda one: (
            one.recognition.ceremony is not None,
            one.recognition.ceremony.earliest if one.recognition.ceremony else library.today,
            one.school.id,
        ),
        reverse=True,
    )


def current(library: Library) -> list[School]:
    return [school for school in library.of(School) if school.is_current]


def of_current(library: Library, level: int) -> list[School]:
    """Schools of today recognised at the level as the legal entities they are now."""
    return [
        school
        for school in current(library)
        if any(one.level == level for one in school.recognised)
    ]


def heirs(library: Library, level: int) -> list[School]:
    """Schools of today not recognised themselves, with a predecessor that was."""
    done = {school.id for school in of_current(library, level)}
    old = {
        school.id
        for school in library.of(School)
        if any(one.level == level for one in school.recognised)
    }
    return [
        school
        for school in current(library)
        if school.id not in done and any(link.id in old for link in school.predecessors)
    ]


def national(library: Library) -> list[Counted]:
    """How many schools there are, and how far they have come, as far as sources tell."""
    second = [one for one in recognised(library) if one.recognition.level == 2]
    schools = len(current(library))
    return [
        Counted(
            "truong-hien-nay",
            schools or None,
            "trường chính trị hiện nay, từ ngày 01/7/2025",
            "danh sách trường",
            CountedFrom.SCHOOLS,
        ),
        Counted(
            "dat-muc-1",
            len(of_current(library, 1)) if schools else None,
            "trường hiện nay có thông tin đã được công nhận mức 1",
            "hồ sơ từng trường",
            CountedFrom.STANDINGS,
        ),
        Counted(
            "tien-than-dat-muc-1",
            len(heirs(library, 1)) if schools else None,
            "trường hợp nhất chỉ có trường tiền thân đạt mức 1",
            "hồ sơ từng trường",
            CountedFrom.STANDINGS,
        ),
        Counted(
            "dat-muc-2",
            len(second) or None,
            "lần công nhận đạt chuẩn mức 2" if second else SECOND_UNKNOWN,
            "các lần công nhận",
            CountedFrom.RECOGNITIONS,
        ),
    ]


SECOND_UNKNOWN = "trường đạt chuẩn mức 2 (chưa có thông tin)"
