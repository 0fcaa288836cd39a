"""Which calendars there are: of everything, of each unit, of each school; none that is empty.

Comes in: the library. Goes out: one record for each, with its address and what falls in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from portal.kinds import Entry
from portal.kinds.duty import Duty
from portal.kinds.event import Event
from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.library import Library
from portal.library.occasions import Occasion, occasions
from portal.views.names import address

E = TypeVar("E", bound=Entry)
URL = "lich/"
"""The page that offers them."""
ALL = f"{URL}tat-ca.ics"


@dataclass(frozen=True, slots=True)
class Calendar:
    path: str
    """Below the site's root."""
    name: str
    occasions: tuple[Occasion, ...]
    of: Unit | School | None = None
    """None for everything."""

    @property
    def page(self) -> str:
        """The page it belongs to, below the site's root."""
        return address(self.of) if self.of else URL


def path_of(entry: Unit | School) -> str:
    """Beside its page."""
    return f"{address(entry)}lich.ics"


def everything(library: Library) -> Calendar:
    found = occasions(library, library.of(Duty), library.of(Event))
    return Calendar(ALL, "Nhiệm vụ và sự kiện xây dựng trường chính trị chuẩn", found)


def calendars(library: Library) -> Iterator[Calendar]:
    """That of everything first."""
    if (whole := everything(library)).occasions:
        yield whole
    owners: list[Unit | School] = [*library.of(Unit), *library.of(School)]
    for entry in owners:
        if found := falling_to(library, entry):
            yield Calendar(path_of(entry), f"Lịch: {entry.title}", found, entry)


def falling_to(library: Library, entry: Unit | School) -> tuple[Occasion, ...]:
    """What a unit or school leads or joins; of a school of today also what every school has to
    do."""
    duties = _once(one for one in _near(library, entry) if isinstance(one, Duty))
    events = _once(one for one in _pointing(library, entry) if isinstance(one, Event))
    # Told apart by their ids: to hash an entry is to hash all it says, for every school anew.
    return occasions(library, duties.values(), events.values())


def anything_falls_to(library: Library, entry: Unit | School) -> bool:
    """Whether it has a calendar: found with the first thing that falls, not by making it."""
    events = (one for one in _pointing(library, entry) if isinstance(one, Event))
    duties = (one for one in _near(library, entry) if isinstance(one, Duty))
    return any(occasions(library, (), (one,)) for one in events) or any(
        occasions(library, (one,), ()) for one in duties
    )


def _near(library: Library, entry: Unit | School) -> Iterator[Entry]:
    yield from _pointing(library, entry)
    if isinstance(entry, School) and entry.is_current:
        for shared in library.duties_of_all_schools:
            yield from _pointing(library, shared.group)


def _once(entries: Iterable[E]) -> dict[str, E]:
    """Those of one kind, each once, in their order."""
    return {one.id: one for one in entries}


def _pointing(library: Library, entry: Entry) -> Iterator[Entry]:
    return (back.entry for back in library.related_to(entry))
