"""Sentences of real documents judged by hand, beside the project: how right the links are.

In: a folder with `van-ban.yml`, the documents that may be meant, and `*.txt`, one sentence a line:
`[host] Theo ⟦khoản 2 Điều 5 Luật Đất đai 2013 → luat-dat-dai-2013 # dieu-5.khoan-2⟧`; its own
places are `⟦khoản 1 Điều này → đây # dieu.khoan-1⟧`. Out: precision, recall and their intervals.
What is cited and not in the library is not marked: a link made of it is wrong.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench import marked
from portal.citations.known import Known
from portal.citations.nested import Pin
from portal.citations.reading import Reading
from portal.citations.register import Register
from portal.dates import PartialDate

OWN = "đây"
_LINE = re.compile(r"\[([a-z0-9-]+)\] (.+)")
_MARK = re.compile(r"⟦(.*?) → ([^⟦⟧]*?)⟧")
_AROUND = re.compile(r"(?:[a-z-]+-0\.)*[a-z-]+-0(?:\.(?:khoan|diem|tiet)-[a-z0-9]+)*")
Found = tuple[int, int, str, frozenset[str]]
"""Begin, end, the document, the places in it."""


HERE = "phu-luc-0.phan-0.chuong-0.muc-0.tieu-muc-0.dieu-0.khoan-0.diem-0"
"""Where a sentence stands: it alone does not say in which article."""


class Everywhere(tuple[str, ...]):
    """The outline of a document that has every place."""

    def __contains__(self, id: object) -> bool:
        return True


class Around(tuple[str, ...]):
    """The outline of a paper's article or a contract: of its own is only what says «này»."""

    def __contains__(self, id: object) -> bool:
        return bool(_AROUND.fullmatch(str(id)))


@dataclass(frozen=True)
class Rate:
    """A share, with the interval in which it lies nineteen times of twenty (Wilson)."""

    right: int
    of: int

    def __str__(self) -> str:
        if not self.of:
            return "không có"
        low, high = self.interval
        return f"{self.right / self.of:.3f} [{low:.3f}–{high:.3f}] ({self.right}/{self.of})"

    @property
    def interval(self) -> tuple[float, float]:
        z, n, p = 1.96, self.of, self.right / self.of
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return middle - half, middle + half


def report(folder: Path) -> str:
    register = _register(folder)
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    sentences = 0
    for path in sorted(folder.glob("*.txt")):
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := _LINE.fullmatch(line):
                sentences += 1
                wrong += [f"{path.name}:{at}: {one}" for one in _judge(register, found, counts)]
    rates = (
        f"{what}: đúng {Rate(counts[key, 'right'], counts[key, 'made'])};"
        f" đủ {Rate(counts[key, 'right'], counts[key, 'wanted'])}"
        for key, what in (("link", "liên kết"), ("place", "điều khoản"), ("own", "chỗ của mình"))
    )
    return "\n".join([*wrong, f"{sentences} câu", *rates])


def _judge(
    register: Register, line: re.Match[str], counts: Counter[tuple[str, str]]
) -> Iterator[str]:
    text, wanted = _wanted(line[2])
    made = list(_made(register, line[1], text))
    for key, own in (("link", False), ("own", True)):
        mine = [one for one in made if (one[2] == OWN) == own]
        right = [one for one in wanted if (one[2] == OWN) == own]
        pairs = list(_pairs(mine, right))
        if own:
            yield from _places(key, pairs, mine, right, text, counts)
            continue
        _count(counts, key, len(pairs), len(mine), len(right))
        yield from _told(text, pairs, mine, right)
        yield from _places(
            "place", pairs, [a for a, _ in pairs], [b for _, b in pairs], text, counts
        )


def _pairs(made: list[Found], wanted: list[Found]) -> Iterator[tuple[Found, Found]]:
    """What was made and what was wanted of the same words and the same document."""
    left = list(wanted)
    for one in made:
        for other in left:
            if one[2] == other[2] and one[0] < other[1] and other[0] < one[1]:
                left.remove(other)
                yield one, other
                break


def _places(
    key: str,
    pairs: list[tuple[Found, Found]],
    made: list[Found],
    wanted: list[Found],
    text: str,
    counts: Counter[tuple[str, str]],
) -> Iterator[str]:
    right = sum(len(a[3] & b[3]) for a, b in pairs)
    _count(counts, key, right, sum(len(one[3]) for one in made), sum(len(one[3]) for one in wanted))
    for a, b in pairs:
        if a[3] != b[3]:
            yield f"khác {text[a[0] : a[1]]!r}: {sorted(a[3])}, đúng là {sorted(b[3])}"
    if key == "own":
        yield from _told(text, pairs, made, wanted)


def _told(
    text: str, pairs: list[tuple[Found, Found]], made: list[Found], wanted: list[Found]
) -> Iterator[str]:
    for one in made:
        if all(a is not one for a, _ in pairs):
            yield f"thừa {text[one[0] : one[1]]!r} → {one[2]} {sorted(one[3])}"
    for one in wanted:
        if all(b is not one for _, b in pairs):
            yield f"thiếu {text[one[0] : one[1]]!r} → {one[2]} {sorted(one[3])}"


def _count(counts: Counter[tuple[str, str]], key: str, right: int, made: int, wanted: int) -> None:
    for what, number in (("right", right), ("made", made), ("wanted", wanted)):
        counts[key, what] += number


def _wanted(line: str) -> tuple[str, list[Found]]:
    text, found, here = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[here : mark.start()]
        document, _, places = mark[2].partition(" # ")
        found.append((len(text), len(text) + len(mark[1]), document, frozenset(places.split())))
        text += mark[1]
        here = mark.end()
    return text + line[here:], found


def _made(register: Register, host: str, text: str) -> Iterator[Found]:
    for meant in Reading(register, host).read(text, lambda _: HERE, places=True):
        one, document = meant.citation, meant.document
        if document and document.id != host:
            yield one.start, one.end, document.id, _ids(one.pins)
        elif document and one.pins:
            yield one.start, one.end, OWN, _ids(one.pins)


def _ids(pins: tuple[Pin, ...]) -> frozenset[str]:
    told = (
        f"{_told_as(one.id)}..{_told_as(one.upto)}" if one.upto else _told_as(one.id)
        for one in pins
    )
    return frozenset(told)


def _told_as(id: str) -> str:
    """The clause in which a sentence stands as «this one»: `dieu-0.khoan-1` → `dieu.khoan-1`."""
    steps = id.split(".")
    here = [at for at, step in enumerate(steps) if step.endswith("-0")]
    if not here:
        return id
    rest = steps[here[-1] + 1 :]
    inside = not rest or rest[0].partition("-")[0] in ("khoan", "diem", "tiet")
    return ".".join([steps[here[-1]][:-2], *rest] if inside or "muc-" in rest[0] else rest)


def _register(folder: Path) -> Register:
    told = yaml.safe_load((folder / "van-ban.yml").read_text(encoding="utf-8"))
    types = marked.types()
    return Register(types, (_known(one, one["loai"] in types.labels) for one in told))


def _known(one: dict[str, str], named: bool) -> Known:
    """`named`: whether its type is a name; a paper's article has neither that nor a number."""
    outline = Everywhere() if named or one.get("so") else Around()
    day = {key: PartialDate.read(str(one[key])) for key in ("ngay", "tu", "den") if one.get(key)}
    return Known(
        one["ma"],
        one["loai"],
        one["ten"],
        one.get("so"),
        day.get("ngay"),
        one.get("co_quan", ""),
        outline,
        since=day.get("tu"),
        until=day.get("den"),
    )
