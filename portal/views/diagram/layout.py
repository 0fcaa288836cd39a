"""Where the boxes of a layered drawing stand and how its lines run: geometry, nothing else.

Comes in: boxes in an order, the earlier first, the era of each, and pairs (later, earlier). Goes
out: corners of boxes, where eras begin, points of lines, the same for the same input. Lines run
between boxes, never through one.
Own, because what is at hand does not serve: Graphviz is a program to install, igraph a large
compiled library, and neither these nor grandalf wrap rows to the width of a phone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

SIDE = 25
"""Between boxes, and at both edges; lines pass there."""
BETWEEN = 34
"""Between rows; lines bend there."""
HEAD = 24
"""Above the first row of an era, for its name."""
LANES = (0, 4, -4, 8, -8)
"""Lines that pass through one gap keep this far from its middle."""
SWEEPS = 6
NO_ERAS: Mapping[str, str] = MappingProxyType({})

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """Left upper corner and height; the width is the same for all."""

    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Era:
    """A stretch of time: its name, and where the rows under it begin."""

    label: str
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """From the later box to the earlier: straight pieces between bends, ends first and last.

    The points come in pairs: a piece runs straight inside a pair and bends between pairs.
    """

    later: str
    earlier: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    boxes: Mapping[str, Box]
    eras: tuple[Era, ...]
    lines: tuple[Line, ...]
    width: int
    height: int


def lay_out(
    heights: Mapping[str, int],
    pairs: Iterable[tuple[str, str]],
    columns: int,
    box_width: int,
    centre: str | None = None,
    eras: Mapping[str, str] = NO_ERAS,
) -> Layout:
    """The boxes in rows of at most so many, earlier ones above, no two eras in one row; none beside
    the one in the middle that is earlier or later than it."""
    edges, ids = list(pairs), list(heights)
    places = {id: place for place, id in enumerate(ids)}
    upward = [(one, other) if places[one] > places[other] else (other, one) for one, other in edges]
    ranked = list(upward)
    if centre is not None:
        ranked += [(centre, id) for id in ids[: places[centre]]]
        ranked += [(id, centre) for id in ids[places[centre] + 1 :]]
    rows = _ordered(_in_eras(ids, ranked, columns, eras), upward)
    width = columns * box_width + (columns + 1) * SIDE
    boxes: dict[str, Box] = {}
    begun: list[Era] = []
    y = 1
    for row in rows:
        label = eras.get(row[0], "")
        if label and label not in {one.label for one in begun}:
            begun.append(Era(label, y))
            y += HEAD
        taken = len(row) * box_width + (len(row) - 1) * SIDE
        x, height = (width - taken) // 2, max(heights[id] for id in row)
        for at, id in enumerate(row):
            boxes[id] = Box(x + at * (box_width + SIDE), y, height)
        y += height + BETWEEN
    lines = _lines(edges, rows, boxes, box_width)
    return Layout(boxes, tuple(begun), lines, width, y - BETWEEN + 1)


def _in_eras(
    ids: list[str], pairs: list[tuple[str, str]], columns: int, eras: Mapping[str, str]
) -> list[list[str]]:
    """The rows of each era, one after another."""
    by_era: dict[str, list[str]] = {}
    inside: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for id in ids:
        by_era.setdefault(eras.get(id, ""), []).append(id)
    for later, earlier in pairs:
        if (era := eras.get(later, "")) == eras.get(earlier, ""):
            inside[era].append((later, earlier))
    return [row for era, own in by_era.items() for row in _rows(own, inside[era], columns)]


def _layers(ids: list[str], pairs: list[tuple[str, str]]) -> dict[str, int]:
    """Below all that are earlier; but near the later ones where these are more."""
    above: dict[str, list[str]] = defaultdict(list)
    below: dict[str, list[str]] = defaultdict(list)
    for later, earlier in pairs:
        above[later].append(earlier)
        below[earlier].append(later)
    layer: dict[str, int] = {}
    for id in ids:
        layer[id] = 1 + max((layer[one] for one in above[id]), default=-1)
    for id in reversed(ids):
        if len(below[id]) > len(above[id]):
            layer[id] = min(layer[one] for one in below[id]) - 1
    return layer


def _rows(ids: list[str], pairs: list[tuple[str, str]], columns: int) -> list[list[str]]:
    """Layers, the wide ones on several rows of like length: those that rest on others below."""
    layer = _layers(ids, pairs)
    rests = {later for later, _ in pairs}
    by_layer: dict[int, list[str]] = defaultdict(list)
    for id in ids:
        by_layer[layer[id]].append(id)
    rows: list[list[str]] = []
    for at in sorted(by_layer):
        row = sorted(by_layer[at], key=lambda id: id not in rests)
        parts = -(-len(row) // columns)
        size, more = divmod(len(row), parts)
        start = 0
        for part in range(parts):
            end = start + size + (part < more)
            rows.append(row[start:end])
            start = end
    return rows


def _ordered(rows: list[list[str]], pairs: list[tuple[str, str]]) -> list[list[str]]:
    """Each row by the mean place of its neighbours, up and down in turns: fewer crossings."""
    beside: dict[str, list[str]] = defaultdict(list)
    for later, earlier in pairs:
        beside[later].append(earlier)
        beside[earlier].append(later)
    place = {id: at + 0.5 - len(row) / 2 for row in rows for at, id in enumerate(row)}
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 else reversed(rows):
            mean = {
                id: sum(place[one] for one in beside[id]) / len(beside[id]) if beside[id] else 0.0
                for id in row
            }
            row.sort(key=lambda id: (mean[id], place[id]))
            place.update((id, at + 0.5 - len(row) / 2) for at, id in enumerate(row))
    return rows


def _lines(
    pairs: list[tuple[str, str]],
    rows: Sequence[Sequence[str]],
    boxes: Mapping[str, Box],
    box_width: int,
) -> tuple[Line, ...]:
    row_of = {id: at for at, row in enumerate(rows) for id in row}
    gaps = [_gaps(row, boxes, box_width) for row in rows]
    middle = {id: box.x + box_width // 2 for id, box in boxes.items()}
    used: dict[tuple[int, int], set[int]] = defaultdict(set)
    ends = [(one, other) if row_of[one] > row_of[other] else (other, one) for one, other in pairs]
    ways = {
        (low, high): _way(gaps[row_of[high] + 1 : row_of[low]], middle[low], middle[high], used)
        for low, high in ends
    }
    ports = _ports(ways, middle, box_width)
    made = []
    for (later, earlier), (low, high) in zip(pairs, ends, strict=True):
        points = [(ports[low, high], boxes[low].y)]
        for at, x in zip(range(row_of[low] - 1, -1, -1), ways[low, high], strict=False):
            box = boxes[rows[at][0]]
            points += [(x, box.y + box.height), (x, box.y)]
        points.append((ports[high, low], boxes[high].y + boxes[high].height))
        made.append(Line(later, earlier, tuple(points if low == later else reversed(points))))
    return tuple(made)


def _gaps(row: Sequence[str], boxes: Mapping[str, Box], box_width: int) -> list[Point]:
    """Where a line can pass a row: (x, y) of the middle of each gap, those at the edges too."""
    first = boxes[row[0]]
    step = box_width + SIDE
    return [(first.x - SIDE // 2 + at * step, first.y) for at in range(len(row) + 1)]


def _way(
    gaps: Sequence[Sequence[Point]], start: int, end: int, used: dict[tuple[int, int], set[int]]
) -> list[int]:
    """Upwards through the gap of each row that is nearest to the straight line, each its lane."""
    way: list[int] = []
    x, lane = start, 0
    for left, row in zip(range(len(gaps), 0, -1), reversed(gaps), strict=True):
        aim = x + (end - x) / (left + 1)
        gap = min(row, key=lambda one: (abs(one[0] - aim), one[0]))
        free = [one for one in LANES if one not in used[gap]] or [lane]
        lane = min(free, key=lambda one: (abs(one - lane), abs(one)))
        used[gap].add(lane)
        x = gap[0] + lane
        way.append(x)
    return way


def _ports(
    ways: Mapping[tuple[str, str], list[int]], middle: Mapping[str, int], box_width: int
) -> dict[tuple[str, str], int]:
    """Where lines leave a box: beside each other, in the order in which they go on."""
    sides: dict[tuple[str, bool], list[tuple[int, str]]] = defaultdict(list)
    for (low, high), way in ways.items():
        sides[low, True].append((way[0] if way else middle[high], high))
        sides[high, False].append((way[-1] if way else middle[low], low))
    found: dict[tuple[str, str], int] = {}
    for (id, _), others in sides.items():
        step = min(16.0, (box_width - 24) / max(1, len(others) - 1))
        for at, (_, other) in enumerate(sorted(others)):
            found[id, other] = round(middle[id] + (at - (len(others) - 1) / 2) * step)
    return found
