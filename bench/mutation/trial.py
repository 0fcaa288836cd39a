"""A copy of the tree in which faults are seeded one at a time, and the tests of a room are run.

In: the folder of the project, a folder of its own. Out: caught or not, within a time. A copy takes
the environment of the project over, and imports its own modules only.
"""

from __future__ import annotations

import compileall
import json
import os
import py_compile
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.mutation import watch
from bench.mutation.faults import Fault
from bench.mutation.reach import Reach

NOT_COPIED = {".git", ".venv", ".cache", ".mypy_cache", ".ruff_cache", "site", "gallery"}
"""What stands at the top and is made again by a command."""
MADE = {"node_modules", "__pycache__"}
GREEN, RED, NOTHING_THERE = 0, 1, 5
"""What pytest ends with; anything else is a test, or what it needs, that could not even be read."""
BASE, TIMES = 30.0, 4.0
"""A run may take so many seconds, and so many times what it takes without a fault."""


@dataclass
class Copy:
    """The tree, to be spoilt."""

    root: Path
    seconds: dict[str, float] = field(default_factory=dict)
    """Test module → how long it takes where nothing is wrong."""
    left_out: list[str] = field(default_factory=list)
    """Tests that are red in the copy with nothing wrong, and tell nothing; and slow ones."""

    reach: Reach = field(default_factory=Reach)

    def measure(self, tests: list[str]) -> None:
        """Run the tests with nothing wrong, and learn which run what."""
        if self._run(tests, None) not in (GREEN, RED):
            raise RuntimeError("Kiểm thử không chạy được ở bản chép của dự án.")
        said = json.loads(self._settings.with_suffix(".out.json").read_text(encoding="utf-8"))
        self.left_out += said["unfit"]
        self.seconds |= {one: said["seconds"].get(one, 0.0) for one in tests}
        self.reach = Reach(said["tests"], said["ran"])

    def again(self, folder: Path) -> Copy:
        """The same once more, with what was measured."""
        shutil.copytree(self.root, folder, symlinks=True)
        return Copy(folder, self.seconds, self.left_out, self.reach)

    def catches(self, path: Path, fault: Fault, near: dict[str, bool]) -> bool:
        """Whether a test notices; one that never ends notices too. The nearest go first."""
        nearest = [one for one, is_near in near.items() if is_near]
        wanted = self.reach.of(path, fault.scope, fault.is_run, nearest)
        there = None if wanted is None else {one.partition("::")[0] for one in wanted}
        tests = [one for one in near if there is None or one in there]
        if not tests:
            return False
        tests.sort(key=lambda one: (not near[one], self.seconds[one]))
        file = self.root / path
        source = file.read_text(encoding="utf-8")
        patience = (BASE + TIMES * sum(self.seconds[one] for one in tests)) * watch.strain()
        file.write_text(fault.seeded(source), encoding="utf-8", newline="\n")
        try:
            return self._run(tests, patience, wanted) not in (GREEN, NOTHING_THERE)
        except subprocess.TimeoutExpired:
            return True
        finally:
            file.write_text(source, encoding="utf-8", newline="\n")

    @property
    def _settings(self) -> Path:
        return self.root.with_suffix(".json")

    def _run(
        self, tests: list[str], patience: float | None, wanted: list[str] | None = None
    ) -> int:
        told = {"measures": not patience, "left_out": self.left_out, "wanted": wanted}
        self._settings.write_text(json.dumps(told), encoding="utf-8")
        # In the order given, and no further than the first red one.
        words = ["-q", "-p", "bench.mutation.watch", "-p", "no:cacheprovider", "-p", "no:xdist"]
        words += ["-x"] if patience else []
        python = self.root / ".venv" / Path(sys.executable).relative_to(sys.prefix)
        ways = (self.root / "bench" / "mutation" / "started", self.root)
        way = os.pathsep.join(map(str, ways))
        variables = {watch.VARIABLE: str(self._settings), "PYTHONPATH": way}
        variables |= {"PORTAL_PROCESSES": "1", "PYTHONDONTWRITEBYTECODE": "1" if patience else ""}
        with subprocess.Popen(
            [str(python), "-m", "pytest", *words, *tests],
            cwd=self.root,
            env={**os.environ, **variables},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
        ) as run:
            try:
                return run.wait(patience)
            finally:
                _end(run)


def _end(run: subprocess.Popen[bytes]) -> None:
    """The run, with the builds it started, which outlive a run that was ended in a test."""
    if sys.platform == "win32":
        run.kill()
    else:
        with suppress(ProcessLookupError):  # nothing is left
            os.killpg(run.pid, signal.SIGKILL)


def copied(project: Path, folder: Path) -> Copy:
    """A copy whose bytecode is told by what the source says: a fault is seen at once."""

    def left(place: str, names: list[str]) -> set[str]:
        return set(names) & (NOT_COPIED | MADE if Path(place) == project else MADE)

    shutil.copytree(project, folder, ignore=left)
    (folder / ".venv").symlink_to(project / ".venv", target_is_directory=True)
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    for name in ("portal", "hooks", "scripts", "bench"):
        compileall.compile_dir(folder / name, quiet=1, invalidation_mode=mode)
    return Copy(folder)
