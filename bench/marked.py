"""Sentences with marked citations (`tests/citations`), and how much of them a recogniser finds.

In: a recogniser. Out: precision and recall for the words, the document and the places in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from portal.citations import numbers
from portal.citations.citation import Citation
from portal.citations.names import Types
from portal.citations.recognise import Recogniser
from portal.library.lists import lists_of
from portal.library.mentions import types_of
from portal.source import read

ROOT = Path(__file__).parent.parent
HERE = ROOT / "tests" / "citations"
SETS = ("cau-thu", "cau-giu-lai", "cau-la")
_SIGN = re.compile(r"\\u([0-9a-f]{4})")
_MARK = re.compile(r"⟦(.*?) → (.*?)⟧", re.DOTALL)


@dataclass(frozen=True)
class Marked:
    """One sentence: its text, and what stands where in it: span, document, places."""

    text: str
    wanted: frozenset[tuple[int, int, str, str]]
    line: int


def sentences(name: str) -> list[Marked]:
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [_marked(line, at) for at, line in enumerate(lines, 1) if line and line[0] != "#"]


def _marked(line: str, at: int) -> Marked:
    line = line.removeprefix("- ").replace("\\n", "\n")
    line = _SIGN.sub(lambda sign: chr(int(sign[1], 16)), line)
    apart = line.startswith("\\d")
    line = line.removeprefix("\\d")
    text, wanted, here = "", set(), 0

    def add(told: str) -> None:
        nonlocal text
        text += unicodedata.normalize("NFD", told) if apart else told

    for mark in _MARK.finditer(line):
        add(line[here : mark.start()])
        start = len(text)
        add(mark[1])
        document, _, places = mark[2].partition(" # ")
        wanted.add((start, len(text), _document(document), " ".join(places.split())))
        here = mark.end()
    add(line[here:])
    return Marked(text, frozenset(wanted), at)


def _document(told: str) -> str:
    if told[0] == "@" or told.startswith("này:"):
        return told
    number, _, day = told.partition(" ")
    read = numbers.read(number)
    assert read, number
    return f"{read.key} {day}".strip()


def told(one: Citation) -> tuple[int, int, str, str]:
    if one.number:
        document = f"{one.number.key} {one.date.iso if one.date else ''}".strip()
    else:
        document = f"này:{one.type}" if one.kind == "này" else "@" + ",".join(one.names)
    places = " ".join(f"{pin.id}..{pin.upto}" if pin.upto else pin.id for pin in one.pins)
    return one.start, one.end, document, places


def types() -> Types:
    """The project's closed list of types."""
    return types_of(lists_of(read(ROOT))[0])


def recogniser() -> Recogniser:
    """One that knows the made-up documents of `van-ban.yml` by name."""
    known = yaml.safe_load((HERE / "van-ban.yml").read_text(encoding="utf-8"))
    titles = {one["ma"]: (one["loai"], one["ten"]) for one in known if _by_title(one)}
    shorts = {
        one["ma"]: (one["loai"], one["so"].partition("-")[0]) for one in known if not _by_title(one)
    }
    return Recogniser(types(), titles, shorts)


def _by_title(one: dict[str, str]) -> bool:
    return "so" not in one or one["loai"] == "luat"


PARTS = ("right", "found", "wanted")


@dataclass(frozen=True)
class Score:
    what: str
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    def __str__(self) -> str:
        shares = f"đúng {self.precision:.3f}, đủ {self.recall:.3f}"
        return f"{self.what}: {shares} ({self.right}/{self.found}/{self.wanted})"


def measure(name: str, recogniser: Recogniser) -> tuple[dict[str, Score], list[str]]:
    """Span; span and document; document and each place in it."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong = []
    for one in sentences(name):
        found = {told(citation) for citation in recogniser.read(one.text)}
        views: dict[str, tuple[set[Any], set[Any]]] = {
            "chỗ": ({x[:2] for x in found}, {x[:2] for x in one.wanted}),
            "văn bản": ({x[:3] for x in found}, {x[:3] for x in one.wanted}),
            "điều khoản": (_places(found), _places(one.wanted)),
        }
        for what, (got, wanted) in views.items():
            counts[what, "right"] += len(got & wanted)
            counts[what, "found"] += len(got)
            counts[what, "wanted"] += len(wanted)
        if found != set(one.wanted):
            lost = [f"thiếu {one.text[a:b]!r} {d} {p}" for a, b, d, p in one.wanted - found]
            odd = [f"thừa {one.text[a:b]!r} {d} {p}" for a, b, d, p in found - one.wanted]
            wrong.append(f"{name}.txt:{one.line}: " + "; ".join(lost + odd))
    whats = dict.fromkeys(what for what, _ in counts)
    return {what: Score(what, *(counts[what, part] for part in PARTS)) for what in whats}, wrong


def together(ones: Iterable[dict[str, Score]]) -> dict[str, Score]:
    """The scores of several sets as those of one."""
    told: dict[str, Score] = {}
    for what, score in (pair for one in ones for pair in one.items()):
        before = told.get(what, Score(what, 0, 0, 0))
        added = (getattr(before, part) + getattr(score, part) for part in PARTS)
        told[what] = Score(what, *added)
    return told


def _places(
    marks: set[tuple[int, int, str, str]] | frozenset[tuple[int, int, str, str]],
) -> set[tuple[str, str]]:
    return {(mark[2].partition(" ")[0], place) for mark in marks for place in mark[3].split()}
