"""A place that builds of two contents share, and what may stand there.

In: two contents that differ in one page, a process to fork builds from. Out: builds that ended, and
which of the two sites stands there, whole: every file, its bytes and its rights.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from bench.crashes.point import Point

ROOT = Path(__file__).resolve().parents[2]
Tree = dict[str, tuple[int, str]]
TRACE = "Traceback"


class NotWhole(RuntimeError):
    """What must never be seen."""


@dataclass(frozen=True)
class Order:
    """One build of one of the two contents; `again`: built on what stands there."""

    number: int
    again: bool = False
    point: Point | None = None


@dataclass(frozen=True)
class End:
    """How a build ended: its code, below zero where it was killed, and all it said."""

    code: int
    said: str


Course = dict[str, tuple[int, float]]
"""What each step of a build took: operations and seconds."""


@dataclass
class Pair:
    """Two contents, the day; learned once for all places: the sites they make, and the course of a
    build from nothing and of one that goes on."""

    contents: tuple[Path, Path]
    day: str
    sites: list[Tree] = field(default_factory=list)
    model: Path | None = None
    """A site of the first content, to be copied."""
    courses: dict[bool, Course] = field(default_factory=dict)


class Ground:
    """One place, and the process that its builds are forked from."""

    def __init__(self, folder: Path, pair: Pair) -> None:
        self.folder, self.pair = folder, pair
        self.before: list[str] = []
        """What is done to the machine in every build, as `module:function`."""
        self.site = folder / "noi-chung" / "site"
        folder.mkdir(parents=True, exist_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.crashes.forks"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "scripts")))},
            start_new_session=True,  # whoever stops the measure by hand stops it here, not there
        )
        self._answer()

    def __enter__(self) -> Ground:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """The builds that still go on end with the process they were forked from."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()

    def _answer(self) -> str:
        assert self.process.stdout
        if not (line := self.process.stdout.readline()):
            raise NotWhole("Tiến trình sinh các lần dựng đã dừng.")
        return line

    def run(self, *orders: Order, site: Path | None = None) -> list[End]:
        """Builds; every one begins when the one before it is at its point, or has ended."""
        told = [self.folder / f"noi-{at}" for at in range(len(orders))]
        for file in told:
            file.write_text("", encoding="utf-8")
            Path(f"{file}.course").unlink(missing_ok=True)
        tasks = [
            {
                "words": [
                    *(["--tiep"] if one.again else []),
                    *("--content", str(self.pair.contents[one.number])),
                    *("--ngay", self.pair.day, "--site", str(site or self.site)),
                ],
                "said": str(file),
                "point": asdict(one.point) if one.point else None,
                "before": self.before,
            }
            for one, file in zip(orders, told, strict=True)
        ]
        assert self.process.stdin
        print(json.dumps(tasks), file=self.process.stdin, flush=True)
        codes = json.loads(self._answer())
        return [
            End(code, file.read_text(encoding="utf-8"))
            for code, file in zip(codes, told, strict=True)
        ]

    def learn(self) -> None:
        """Build the two sites, and learn how far builds go in each of their steps."""
        place = self.folder / "mau"
        for again in (False, True):
            for number in (1, 0):
                (end,) = self.run(Order(number, again), site=place)
                if end.code:
                    raise NotWhole(end.said)
                if not again:
                    self.pair.sites.insert(0, tree(place))
            self.pair.courses[again] = self._course()
        self.pair.model = place

    def _course(self) -> Course:
        told = json.loads((self.folder / "noi-0.course").read_text(encoding="utf-8"))
        return {step: (took[0], took[1]) for step, took in told["steps"].items()}

    def lay(self) -> None:
        """The site of the first content, as if it had been built here."""
        assert self.pair.model
        shutil.rmtree(self.site.parent, ignore_errors=True)
        shutil.copytree(self.pair.model, self.site)

    def which(self, when: str) -> int:
        """Which of the two sites stands there, whole."""
        found = tree(self.site)
        for number, whole in enumerate(self.pair.sites):
            if found == whole:
                return number
        lost = min((sorted(one.keys() - found.keys()) for one in self.pair.sites), key=len)
        other = [
            min(path for path in found.keys() | one.keys() if found.get(path) != one.get(path))
            for one in self.pair.sites
        ]
        raise NotWhole(f"{when}: {len(found)} tệp, thiếu {lost[:5]}, tệp lạ hay khác: {other}")

    def left(self) -> list[str]:
        """What stands beside the site."""
        return sorted(one.name for one in self.site.parent.iterdir() if one != self.site)


def tree(folder: Path) -> Tree:
    """Every file and folder with its rights and the sum of its bytes."""
    found = {}
    for path in folder.rglob("*"):
        mode = path.lstat().st_mode
        told = sha256(path.read_bytes()).hexdigest() if stat.S_ISREG(mode) else ""
        found[path.relative_to(folder).as_posix()] = (mode, told)
    return found
