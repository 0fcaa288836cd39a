"""A portal in which hostile strings stand wherever an editor can write, judged until it is sound.

In: strings, an empty folder. Out: the content, and for each string and place whether it was
refused, by which rule, or accepted. What is refused gives way to the value of the example, so that
what is accepted can be built.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from bench.hostile.placing import Specimen, Spot, entry, lists, targets
from portal.kinds import KINDS
from portal.library.lists import FOLDER
from portal.problem import Problem, errors
from portal.road import judge

ROOT = Path(__file__).parents[2]
DAY = date(2026, 3, 5)
ROUNDS = 200
"""So often what was refused gives way; a fault may show only when another is gone."""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


@dataclass(frozen=True)
class World:
    """Content that is sound, and what became of each string in each place."""

    folder: Path
    specimens: list[Specimen]
    lost: list[str]
    """What could not be judged or made sound: tracebacks, faults that no string explains."""
    refusals: list[Problem]

    def spots(self) -> Iterator[tuple[Specimen, Spot]]:
        yield from ((one, spot) for one in self.specimens for spot in one.spots)


def make(folder: Path, strings: Mapping[str, str]) -> World:
    """Lay the world out, and judge it until nothing is refused any more."""
    shutil.copytree(ROOT / FOLDER, folder / FOLDER, ignore=shutil.ignore_patterns("ngoai-le.yml"))
    (folder / "docs" / "tep").mkdir(parents=True)
    (folder / "docs" / "tep" / "mau.png").write_bytes(PNG)
    first = settle(folder, [*targets(), *lists(folder, strings)])
    entries = [entry(kind, name, text) for name, text in strings.items() for kind in KINDS]
    made = settle(folder, [*first.specimens, *entries])
    return World(folder, made.specimens, first.lost + made.lost, first.refusals + made.refusals)


def settle(folder: Path, specimens: Sequence[Specimen]) -> World:
    """Judge until nothing is refused; what breaks the judge is found in the smaller world first."""
    here = {one.path: one for one in specimens}
    lost: list[str] = []
    refusals: list[Problem] = []
    for one in here.values():
        _write(folder, one.path, one.text())
    for _ in range(ROUNDS):
        found = _judged(folder, here, lost)
        if not found:
            break
        for path, problems in groupby(found, lambda problem: problem.path):
            told = list(problems)
            refusals += told
            if path not in here:
                lost.append(f"lỗi ở tệp không ai đụng tới: {told[0]}")
            elif not here[path].give_way(told):
                lost.append(f"không sửa được tệp mẫu: {told[0]}")
                (folder / path).unlink(missing_ok=True)
                del here[path]
            else:
                _write(folder, path, here[path].text())
    else:
        lost += [f"chưa ổn sau {ROUNDS} lượt: {problem}" for problem in found]
    return World(folder, list(here.values()), lost, refusals)


def _judged(folder: Path, here: dict[str, Specimen], lost: list[str]) -> list[Problem]:
    """The faults. What breaks the judge is found, told, and taken out."""
    try:
        return errors(judge(folder, DAY)[1])
    except Exception:
        spots = [(one, spot) for one in here.values() for spot in one.standing()]
        for one, spot in _culprits(folder, here.values(), spots):
            try:
                _judge_only(folder, here.values(), [(one, spot)])
            except Exception as fault:
                told = f"{type(fault).__name__}: {fault}"
                lost.append(f"vỡ khi xét: {one.path}: {spot.where} = «{spot.string}»: {told}")
            spot.give_way("vỡ")
        for one in here.values():
            _write(folder, one.path, one.text())
        return errors(judge(folder, DAY)[1])


Placed = tuple[Specimen, Spot]


def _culprits(folder: Path, everything: Collection[Specimen], placed: list[Placed]) -> list[Placed]:
    """The strings each of which alone breaks the judge, found by halving."""
    try:
        _judge_only(folder, everything, placed)
    except Exception:
        half = len(placed) // 2
        if not half:
            return placed
        parts = (_culprits(folder, everything, part) for part in (placed[:half], placed[half:]))
        return [one for part in parts for one in part]
    return []


def _judge_only(folder: Path, everything: Collection[Specimen], placed: list[Placed]) -> None:
    """Judge the world with no other strings in it."""
    kept = {id(spot) for _, spot in placed}
    for one in everything:
        aside = [(spot, spot.holder[spot.key]) for spot in one.standing() if id(spot) not in kept]
        for spot, _ in aside:
            spot.holder[spot.key] = spot.base
        _write(folder, one.path, one.text())
        for spot, string in aside:
            spot.holder[spot.key] = string
    judge(folder, DAY)


def _write(folder: Path, path: str, text: str) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
