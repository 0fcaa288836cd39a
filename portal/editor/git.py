"""Git as a program, in one content folder.

Comes in: words of its command line. Goes out: what it said. Refuses to know: what it is asked for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

PLACES = ("docs", "data")
"""What of the folder is content."""
MAIN = ("main", "master", "trunk")
TOO_LATE = 124
"""What is returned for git where it took too long."""
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}


class Git:
    """`program` is none where this machine has no git."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.program = shutil.which("git")

    def is_there(self) -> bool:
        """Whether there is a git, and the folder is in a repository."""
        return bool(self.program) and not self.run("rev-parse", "--is-inside-work-tree").returncode

    def run(
        self, *words: str, patience: int = 30, feed: bytes | None = None, index: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """`feed`: what it reads; `index`: another index than that of the folder."""
        done = self._done(words, patience, feed, index)
        told = [one.decode("utf-8", "replace") for one in (done.stdout, done.stderr)]
        return subprocess.CompletedProcess(done.args, done.returncode, *told)

    def said(self, *words: str) -> str:
        """What it answered; empty where it refused."""
        done = self.run(*words)
        return done.stdout.strip() if not done.returncode else ""

    def names(self, *words: str, index: Path | None = None) -> list[str]:
        """What it listed, told apart by zeros."""
        done = self.run(*words, index=index)
        return [one for one in done.stdout.split("\0") if one] if not done.returncode else []

    def raw(self, *words: str) -> bytes | None:
        """The same as bytes; none where it refused."""
        done = self._done(words, 30)
        return done.stdout if not done.returncode else None

    def blobs(self, state: str, paths: Sequence[str]) -> dict[str, bytes]:
        """Files as a state has them, all in one go; without those that it has not."""
        asked = "".join(f"{state}:./{path}\n" for path in paths)
        done = self._done(("cat-file", "--batch"), 30, asked.encode())
        found, rest = {}, done.stdout if not done.returncode else b""
        for path in paths:
            head, _, rest = rest.partition(b"\n")
            size = head.rpartition(b" ")[2]
            if size.isdigit():
                found[path], rest = rest[: int(size)], rest[int(size) + 1 :]
        return found

    def commit(self, name: str) -> str:
        """The commit that a name stands for; empty where there is none."""
        return self.said("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") if name else ""

    def main(self, remote: str) -> str:
        """The branch of a remote that is published, by its full name; empty where not known."""
        place = f"refs/remotes/{remote}"
        head = self.said("symbolic-ref", "--quiet", f"{place}/HEAD")
        known = (head, *(f"{place}/{name}" for name in MAIN))
        return next((one for one in known if self.commit(one)), "")

    def prefix(self) -> str:
        """Where the content stands in its repository: empty, or with a slash at its end."""
        return self.said("rev-parse", "--show-prefix")

    def _done(
        self,
        words: tuple[str, ...],
        patience: int,
        feed: bytes | None = None,
        index: Path | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        command = [self.program or "git", "-c", "core.quotePath=false", *words]
        env = {**os.environ, **_QUIET, **({"GIT_INDEX_FILE": str(index)} if index else {})}
        try:
            return subprocess.run(
                command,
                cwd=self.content,
                env=env,
                input=feed or b"",
                capture_output=True,
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, TOO_LATE, b"", b"timed out")
