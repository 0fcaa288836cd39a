"""What `scripts/bench.py hiem-hoa` tells: hostile strings in every field, real files damaged.

In: how many, a seed, a folder to work in. Out: counts, and everything that is not as it must be;
the last line says how many such things there are.
"""

from __future__ import annotations

import difflib
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bench.hostile import files, names, walk, world
from bench.hostile.mutants import Laboratory, Mutant, Outcome
from bench.hostile.strings import STRINGS
from bench.hostile.world import DAY, ROOT, World
from tests import chromium

ADDRESS = "https://thu.invalid/"
DEEP = ("a", "b", "c", "d")
"""Whoever climbs out of the site lands in these folders, where it is seen."""


def report(many: int, seed: int, only: Sequence[str], folder: Path) -> str:
    """Each line is told as soon as it is known: the whole takes minutes."""
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "chuoi": lambda: strings(STRINGS, folder),
        "tep": lambda: damaged(many, seed, folder),
    }
    faults = 0
    for name, part in parts.items():
        for line in part() if name in only or not only else ():
            print(line, flush=True)
            faults += line.startswith("!")
    return f"{faults} điều không như phải thế."


# Strings


def strings(tried: Mapping[str, str], folder: Path) -> Iterator[str]:
    """Lines of what became of the strings; a line that begins with «!» is a fault."""
    made = world.make(folder / "noi-dung-hiem", tried)
    yield from _judgement(made, tried)
    yield from (f"! tên tệp được nhận: {one}" for one in names.accepted(folder / "ten", tried))
    yield from _portal(made.folder, tried, folder)


def _portal(content: Path, tried: Mapping[str, str], folder: Path) -> Iterator[str]:
    """What is seen of the portal; where it cannot be built, of its halves."""
    sites = {offline: folder.joinpath(*DEEP, f"site-{offline}") for offline in (False, True)}
    said = build(content, sites[False], offline=False)
    if said and len(tried) > 1:
        names = list(tried)
        for number, part in enumerate((names[::2], names[1::2])):
            some = {name: tried[name] for name in part}
            half = folder / f"nua-{number}"
            yield from _portal(world.make(half / "noi-dung", some).folder, some, half)
        return
    if said:
        yield f"! không dựng được với {', '.join(tried)}: {said}"
        return
    yield from _seen(sites[False], tried, offline=False)
    yield from (f"! {one}" for one in files.faults(sites[False], folder / "word"))
    if said := build(content, sites[True], offline=True):
        yield f"! không dựng được bản mở từ đĩa: {said}"
    else:
        yield from _seen(sites[True], tried, offline=True)
    yield from (f"! địa chỉ đi lạc: {path.relative_to(folder)}" for path in strayed(folder))


def _judgement(made: World, tried: Mapping[str, str]) -> Iterator[str]:
    spots = [spot for _, spot in made.spots()]
    places = {(one.kind, spot.where) for one, spot in made.spots()}
    rules = Counter(spot.refused for spot in spots if spot.refused)
    standing = len(spots) - rules.total()
    yield f"{len(tried)} chuỗi × {len(places)} chỗ: {len(spots)} lượt, {standing} được nhận"
    yield "  từ chối theo quy tắc: " + ", ".join(f"{k} {n}" for k, n in rules.most_common())
    yield from (f"! {one}" for one in made.lost)
    for problem in made.refusals:
        if problem.line < 1 or not problem.remedy:
            yield f"! từ chối mà không chỉ chỗ, không chỉ cách: {problem}"


def build(content: Path, site: Path, *, offline: bool) -> str:
    """By the door people use; what it said where it failed."""
    site.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--content", str(content)]
    command += ["--site", str(site), "--ngay", DAY.isoformat(), "--dia-chi", ADDRESS]
    command += ["--tu-dia"] if offline else []
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return (done.stdout + done.stderr)[-2000:] if done.returncode else ""


def strayed(folder: Path) -> list[Path]:
    """What a string of `..` has put where nothing of it should be."""
    return sorted(folder.joinpath(DEEP[0]).rglob("p-evil*"))


def _seen(site: Path, tried: Mapping[str, str], *, offline: bool) -> Iterator[str]:
    pages = walk.files_of(site)
    with chromium.started() as browser:
        if offline:
            base = f"{site.as_uri()}/"
            seen = [walk.walk(browser, base, site, pages), walk.ask(browser, base, tried)]
        else:
            with walk.strictly(site) as base:
                seen = [walk.walk(browser, base, site, pages), walk.ask(browser, base, tried)]
        seen.append(walk.taken_away(browser, site))
    how = "mở từ đĩa" if offline else "dưới chính sách chặt"
    yield f"{seen[0].pages} trang, {seen[1].pages} câu tìm, {how}"
    places: dict[str, list[str]] = {}
    for at, what in [one for witness in seen for one in witness.found]:
        places.setdefault(what, []).append(at)
    for what, where in places.items():
        yield f"! {what}: {len(where)} trang: {', '.join(where[:3])}"


# Files


def damaged(many: int, seed: int, folder: Path) -> Iterator[str]:
    outcome = Laboratory(folder / "tep-hong").run(many, seed)
    yield from told(outcome)


def told(outcome: Outcome) -> Iterator[str]:
    aside = outcome.refused + outcome.reminded + outcome.unseen + len(outcome.broken)
    yield (
        f"{outcome.tried} tệp hỏng: {outcome.refused} bị từ chối, {outcome.reminded} được nhắc,"
        f" {outcome.tried - aside} được nhận và đã so với trang, {outcome.unseen} được nhận mà"
        f" không có trang riêng, {len(outcome.broken)} làm vỡ máy, {len(outcome.lost)} mất chữ;"
        f" lâu nhất {outcome.slowest:.1f} giây một lượt".replace(".", ",")
    )
    yield from (f"! từ chối mà không chỉ chỗ, không chỉ cách: {one}" for one in outcome.silent)
    for mutant, trace in outcome.broken:
        yield f"! vỡ: {mutant.path}: {mutant.damage}\n{trace}"
    for mutant, lost in outcome.lost:
        yield f"! mất chữ: {mutant.path}: {mutant.damage}: {' '.join(list(lost)[:12])}"
        yield from _differing(mutant)


def _differing(mutant: Mutant, most: int = 6) -> Iterator[str]:
    """The first lines the damage changed."""
    old, new = (content.decode("utf-8").splitlines() for content in (mutant.before, mutant.after))
    changes = difflib.unified_diff(old, new, n=0, lineterm="")
    shown = [line for line in changes if not line.startswith(("---", "+++", "@@"))]
    yield from (f"    {line[:140]}" for line in shown[:most])
