"""Real files damaged by chance, judged in process: nothing may break, hang, or vanish unsaid.

In: a number and a seed. Out: how many were refused and accepted, what broke, and of the accepted
those whose pages no longer say a word that stands in the file, each with its damage.
"""

from __future__ import annotations

import faulthandler
import shutil
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from time import monotonic

from bench.hostile import words
from bench.hostile.mutate import damage
from bench.hostile.words import Said, Words
from bench.hostile.world import ROOT
from portal.kinds import Entry, Kind
from portal.kinds.page import Page as OneOff
from portal.library import Library
from portal.library.gather import is_version, kind_of
from portal.library.lists import is_list
from portal.problem import Problem, errors
from portal.road import judge
from portal.source import place_of
from portal.tree import files
from portal.views.inputs import Inputs
from portal.views.pages import entries as pages
from portal.views.pages import oneoff
from portal.views.renderer import Renderer

DAY = date(2026, 11, 21)
"""A day on which the real content holds."""
AT_ONCE = 5
"""So many files are damaged for one judgement; who looks suspicious is judged alone afterwards."""
ENOUGH = 8
"""About so many files that use a key are looked at to learn whether pages show it."""
MOST = 0.8
LIMIT = 60
"""Seconds one judgement may last on a busy machine; more is a hang, and ends the run with a
traceback that shows where."""


@dataclass(frozen=True)
class Mutant:
    """One damaged file."""

    path: str
    damage: str
    before: bytes
    after: bytes


@dataclass
class Outcome:
    """What became of all of them."""

    tried: int = 0
    refused: int = 0
    silent: list[str] = field(default_factory=list)
    """Refused without a line, a sentence or a remedy."""
    reminded: int = 0
    """Accepted with a reminder at the damaged place: whatever is lost is not lost in silence."""
    unseen: int = 0
    """Accepted files that have no page of their own to compare."""
    broken: list[tuple[Mutant, str]] = field(default_factory=list)
    lost: list[tuple[Mutant, Words]] = field(default_factory=list)
    slowest: float = 0.0


class Drawer:
    """Draws only the pages of single entries of one library."""

    def __init__(self, library: Library) -> None:
        self.library, self.renderer = library, Renderer(Inputs(library))
        self.entries = {
            entry.source.path: entry
            for by_id in library.entries.values()
            for entry in by_id.values()
        }

    def said(self, path: str) -> str | None:
        """The text of a file's pages; None where it has none of its own."""
        entry = self.entries.get(path)
        if entry is None:
            return None
        drawn = self._oneoff(path) if isinstance(entry, OneOff) else self._pages(entry)
        return "\n".join(words.text_of(html) for html in drawn)

    def _oneoff(self, path: str) -> Iterator[str]:
        plans = (plan for plan in oneoff.plan(self.renderer.inputs) if plan.origin == path)
        return (self.renderer.draw(plan).html for plan in plans)

    def _pages(self, entry: Entry) -> Iterator[str]:
        kind = _kind(entry.source.path)
        assert kind
        for plan in pages.alone(kind, entry):
            yield self.renderer.draw(plan).html


def _kind(path: str) -> Kind | None:
    """The kind of an entry's file; None for lists and dated texts, which have no page."""
    kind = None if is_list(path) else kind_of(path, place_of(path)[0])
    return None if kind is None or is_version(kind, path) else kind


class Laboratory:
    """A copy of the real content in which files are damaged and made whole again."""

    def __init__(self, folder: Path, content: Path = ROOT) -> None:
        self.folder = folder / "noi-dung"
        for top in ("docs", "data"):
            shutil.copytree(content / top, self.folder / top)
        found = (path.relative_to(self.folder).as_posix() for path in files(self.folder))
        self.paths = [path for path in found if path.endswith((".md", ".yml"))]
        library, problems = judge(self.folder, DAY)
        self.sound, self.reminders = Drawer(library), set(problems)
        self.said: dict[str, str | None] = {}
        self.shown: dict[str, set[str]] = {}

    def run(self, many: int, seed: int) -> Outcome:
        outcome, random = Outcome(), Random(seed)
        for start in range(0, many, AT_ONCE):
            paths = random.sample(self.paths, min(AT_ONCE, many - start))
            mutants = [self._mutant(path, random) for path in paths]
            self._try([one for one in mutants if one.after != one.before], outcome)
        return outcome

    def _mutant(self, path: str, random: Random) -> Mutant:
        """Some damages find nothing to do: then another is tried."""
        before = (self.folder / path).read_bytes()
        for _ in range(20):
            after, told = damage(before, random)
            if after != before:
                break
        return Mutant(path, told, before, after)

    def _try(self, mutants: Sequence[Mutant], outcome: Outcome) -> None:
        outcome.tried += len(mutants)
        try:
            suspects = [one for one, found in self._lost(mutants, outcome) if found]
        except Exception:
            if len(mutants) == 1:
                outcome.broken.append((mutants[0], traceback.format_exc(limit=-3)))
                return
            outcome.tried -= len(mutants)
            for one in mutants:
                self._try([one], outcome)
            return
        for one in suspects:
            again = Outcome()
            outcome.lost += [(one, found) for one, found in self._lost([one], again) if found]

    def _lost(self, mutants: Sequence[Mutant], outcome: Outcome) -> list[tuple[Mutant, Words]]:
        """The accepted ones, each with the words its pages have lost."""
        for one in mutants:
            (self.folder / one.path).write_bytes(one.after)
        begun = monotonic()
        faulthandler.dump_traceback_later(LIMIT, exit=True, file=2)
        try:
            library, problems = judge(self.folder, DAY)
            drawer = Drawer(library)
            return list(self._accepted(mutants, problems, drawer, outcome))
        finally:
            faulthandler.cancel_dump_traceback_later()
            outcome.slowest = max(outcome.slowest, monotonic() - begun)
            for one in mutants:
                (self.folder / one.path).write_bytes(one.before)

    def _accepted(
        self,
        mutants: Sequence[Mutant],
        problems: Sequence[Problem],
        drawer: Drawer,
        outcome: Outcome,
    ) -> Iterator[tuple[Mutant, Words]]:
        blamed = {problem.path for problem in errors(problems)}
        for problem in problems:
            if problem.line < 1 or not problem.text or not problem.remedy:
                outcome.silent.append(str(problem))
        for one in mutants:
            page = None if one.path in blamed else drawer.said(one.path)
            if one.path in blamed:
                outcome.refused += 1
            elif self._is_reminded(one, problems):
                outcome.reminded += 1
            elif page is None or self._sound(one.path) is None:
                outcome.unseen += 1
            else:
                keys, before = self._before(one)
                old, new = (content.decode("utf-8") for content in (one.before, one.after))
                after = Said(words.of_source(new, keys), words.of_text(page))
                told = words.said_anew(old, new, keys, (self._sound(one.path) or "", page))
                yield one, words.lost(before, after, words.touched(old, new, keys) - told)

    def _is_reminded(self, mutant: Mutant, problems: Sequence[Problem]) -> bool:
        """Whether the editor is told something new of a line that the damage changed."""
        old, new = (content.decode("utf-8") for content in (mutant.before, mutant.after))
        kept = set(old.splitlines())
        places = {n for n, line in enumerate(new.splitlines(), 1) if line not in kept}
        fresh = set(problems) - self.reminders
        return any(one.path == mutant.path and one.line in places for one in fresh)

    def _before(self, mutant: Mutant) -> tuple[set[str], Said]:
        """The keys that pages of this kind show, and what the sound file and its page say."""
        kind, page = _kind(mutant.path), self._sound(mutant.path)
        assert kind
        assert page is not None
        if kind.name not in self.shown:
            self.shown[kind.name] = set(self._shown(kind))
        keys = self.shown[kind.name]
        text = mutant.before.decode("utf-8")
        return keys, Said(words.of_source(text, keys), words.of_text(page))

    def _shown(self, kind: Kind) -> Iterator[str]:
        """Keys whose values most pages say word by word; others are shown elsewhere or never."""
        mine = [path for path in self.paths if _kind(path) is kind]
        texts = {path: (self.folder / path).read_text(encoding="utf-8") for path in mine}
        for key in words.text_keys(kind):
            using = [path for path in mine if f"{key}:" in texts[path]]
            some = using[:: max(1, len(using) // ENOUGH)]
            drawn = [(texts[path], page) for path in some if (page := self._sound(path))]
            shares = [words.share_said(text, key, page) for text, page in drawn]
            if sum(said for said, _ in shares) >= MOST * sum(of for _, of in shares):
                yield key

    def _sound(self, path: str) -> str | None:
        if path not in self.said:
            self.said[path] = self.sound.said(path)
        return self.said[path]
