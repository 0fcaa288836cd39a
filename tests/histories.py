"""Made-up lives of documents, and a slow, obvious reckoning of what they come to.

Comes in: the seed of a random number. Goes out: documents that suspend, resume, extend and end each
other; the phase of every place of each on every day. Shares no code with `portal.kinds.document`:
it walks from day to day with a table of all places, as a clerk with a ruler would.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

DAYS = 12
FIRST = date(2025, 1, 1)
PLACES = ("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-2", "phu-luc-i")
REST = ""
KINDS = ("begin", "end", "suspend", "resume", "extend")
SCOPES: tuple[tuple[str, ...], ...] = (
    *((), (), ()),
    *(("dieu-1",), ("dieu-1.khoan-1",), ("dieu-1.khoan-2", "dieu-2"), ("phu-luc-i",)),
)


@dataclass(frozen=True)
class Told:
    """One event; `without`: of all but these places."""

    kind: str
    day: int
    places: tuple[str, ...] = ()
    without: bool = False


@dataclass(frozen=True)
class Ending:
    """A document ends another, or places of it; `at`: its own place that says so."""

    by: int
    of: int
    places: tuple[str, ...] = ()
    at: str = REST


@dataclass(frozen=True)
class World:
    events: tuple[tuple[Told, ...], ...]
    endings: tuple[Ending, ...] = ()


def day_of(number: int) -> date:
    return FIRST + timedelta(days=number)


def worlds(seed: int, count: int) -> Iterator[World]:
    random = Random(seed)
    for _ in range(count):
        documents = random.randint(1, 4)
        events = tuple(tuple(_some(random)) for _ in range(documents))
        yield World(events, tuple(_endings(random, documents)))


def _some(random: Random) -> Iterator[Told]:
    if random.random() < 0.8:
        yield Told("begin", random.randrange(DAYS))
    for _ in range(random.choice((0, 1, 1, 2, 3, 4))):
        kind = random.choice(KINDS)
        places = random.choice(SCOPES)
        day = random.randrange(DAYS)
        yield Told(kind, day, places, bool(places) and random.random() < 0.15)


def _endings(random: Random, documents: int) -> Iterator[Ending]:
    """Only later ones end earlier ones."""
    for of in range(documents):
        for by in range(of + 1, documents):
            if random.random() < 0.6:
                yield Ending(
                    by,
                    of,
                    random.choice(((), (), *((one,) for one in PLACES))),
                    random.choice((REST, REST, REST, "dieu-1", "dieu-2")),
                )


def covers(places: tuple[str, ...], without: bool, region: str) -> bool:
    inside = any(region == one or region.startswith(f"{one}.") for one in places)
    return not inside if without else inside or not places


def breadth(one: Told, region: str) -> int:
    """How many steps the narrowest place has by which the region is meant; 0 where all is meant."""
    if one.without:
        return 0
    steps = [place.count(".") + 1 for place in one.places if covers((place,), False, region)]
    return max(steps, default=0)


@dataclass
class Cell:
    """One place of one document, as the clerk keeps it."""

    begun: bool = False
    ended: bool = False
    suspended: bool = False
    delays: int = 0
    met: set[tuple[object, ...]] = field(default_factory=set)

    def phase(self, told: bool) -> str:
        if self.ended:
            return "ended"
        if not self.begun:
            return "ahead" if told else "suspended" if self.suspended else "unknown"
        return "suspended" if self.suspended else "holds"


def phases(world: World) -> list[list[dict[str, str]]]:
    """By day, by document, by place."""
    regions = (REST, *PLACES)
    cells = [{region: Cell() for region in regions} for _ in world.events]
    acting = [{region: Cell() for region in regions} for _ in world.events]
    fired: set[Ending] = set()
    found = []
    for day in range(DAYS):
        for at in reversed(range(len(world.events))):
            coming = [one for one in world.endings if one.of == at and one not in fired]
            ends = [one for one in coming if _says(world, acting, one)]
            fired.update(ends)
            made = [(Told("end", day, one.places), True) for one in ends]
            made += [(one, False) for one in world.events[at] if one.day == day]
            for region in regions:
                own = [one for one in world.events[at] if covers(one.places, one.without, region)]
                _pass(cells[at][region], own, made, region)
                if day == 0 and not any(one.kind == "begin" for one in own):
                    acting[at][region].begun = True
                _pass(acting[at][region], own, made, region)
        found.append(
            [
                {r: cells[at][r].phase(_is_told(world, at, r)) for r in regions}
                for at in range(len(world.events))
            ]
        )
    return found


def _is_told(world: World, at: int, region: str) -> bool:
    return any(
        one.kind == "begin" and covers(one.places, one.without, region) for one in world.events[at]
    )


def _says(world: World, acting: list[dict[str, Cell]], one: Ending) -> bool:
    cell = acting[one.by][one.at]
    return cell.begun and not cell.ended and not cell.suspended


def _pass(cell: Cell, own: list[Told], made: list[tuple[Told, bool]], region: str) -> None:
    """One day: ends, then beginnings, then the rest in the order in which it is told."""
    begins = [one for one in own if one.kind == "begin"]
    narrowest = max((breadth(one, region) for one in begins), default=0)
    today = [(one, by) for one, by in made if covers(one.places, one.without, region)]
    for one, by_other in today:
        if one.kind == "end" and by_other:
            cell.ended = True
    for one, by_other in today:
        if one.kind == "end" and not by_other:
            if cell.delays:
                cell.delays -= 1
            else:
                cell.ended = True
    for one, _ in today:
        if one.kind == "begin":
            if not cell.ended:
                cell.met.add((one.places, one.without))
                cell.begun = cell.begun or breadth(one, region) == narrowest
            elif (one.places, one.without) in cell.met:
                cell.ended, cell.begun, cell.suspended = False, True, False
    for one, _ in today:
        if one.kind == "suspend":
            cell.suspended = True
        if one.kind == "resume":
            cell.suspended = False
            cell.begun = cell.begun or not begins
        if one.kind == "extend":
            if cell.ended:
                cell.ended, cell.begun, cell.suspended = False, True, False
            else:
                cell.delays += 1
