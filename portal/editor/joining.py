"""Two states of a repository that began with one, joined file by file and line by line.

Comes in: three trees of git. Goes out: one tree, and the files in which both changed the same
place. Nothing in the folder is touched: git works in an index of its own. Refuses to know: what the
files say, branches.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from portal.editor.git import Git
from portal.editor.troubles import BRING, why

_UNION = "union"


@dataclass(frozen=True, slots=True)
class Blob:
    """One file as git keeps it."""

    mode: str
    id: str


Sides = dict[int, Blob]
"""A file before, ours, theirs: 1, 2, 3; one is missing where it was not there."""


@dataclass(frozen=True, slots=True)
class Joined:
    tree: str
    met: dict[str, Sides] = field(default_factory=dict)
    """By path from the top of the repository: both changed the same lines, or it is not text."""
    returned: tuple[str, ...] = ()
    """One took it away while the other changed it: the changed one stands."""


class Joiner:
    """In one repository. Of a file in which both met stands a text with the marks of git."""

    def __init__(self, git: Git) -> None:
        self.git = git

    def join(self, before: str, ours: str, theirs: str) -> Joined:
        with tempfile.TemporaryDirectory(prefix="ghep-") as place:
            index = Path(place) / "index"
            words = ("read-tree", "-i", "-m", "--aggressive", before, ours, theirs)
            self.must(*words, index=index)
            met, returned, lines = {}, [], []
            for path, sides in self._open(index).items():
                if len(sides) == 1 or {2, 3} - sides.keys():
                    one = next((sides[at] for at in (2, 3) if at in sides), None)
                    returned += [path] if one else []
                else:
                    one, clean = self._lines(path, sides, Path(place))
                    if not clean:
                        met[path] = sides
                lines += [*_entry(path, one, sides)]
            self.put(lines, index)
            tree = self.must("write-tree", index=index)
        return Joined(tree, met, tuple(returned))

    def with_theirs(self, joined: Joined) -> str:
        """The same tree, with theirs wherever both met."""
        if not joined.met:
            return joined.tree
        with tempfile.TemporaryDirectory(prefix="ghep-") as place:
            index = Path(place) / "index"
            self.must("read-tree", joined.tree, index=index)
            found = joined.met.items()
            lines = [line for path, sides in found for line in _entry(path, sides[3], sides)]
            self.put(lines, index)
            return self.must("write-tree", index=index)

    def put(self, lines: Iterable[str], index: Path | None = None) -> None:
        """Lines of `update-index --index-info`."""
        feed = "".join(f"{one}\0" for one in lines).encode()
        if feed:
            self.must("update-index", "-z", "--index-info", feed=feed, index=index)

    def must(self, *words: str, feed: bytes | None = None, index: Path | None = None) -> str:
        done = self.git.run(*words, feed=feed, index=index)
        if done.returncode:
            raise why(self.git.content, done.stderr, BRING)
        return done.stdout.strip()

    def _open(self, index: Path) -> dict[str, Sides]:
        """What git left to be joined."""
        found: defaultdict[str, Sides] = defaultdict(dict)
        listed = ("ls-files", "--unmerged", "-z", "--full-name", "--", ":/")
        for line in self.git.names(*listed, index=index):
            told, _, path = line.partition("\t")
            mode, id, stage = told.split()
            found[path][int(stage)] = Blob(mode, id)
        return found

    def _lines(self, path: str, sides: Sides, place: Path) -> tuple[Blob, bool]:
        """Both texts in one, and whether they never met."""
        files = [place / name for name in ("toi", "truoc", "ho")]
        for file, at in zip(files, (2, 1, 3), strict=True):
            raw = self.git.raw("cat-file", "blob", sides[at].id) if at in sides else b""
            file.write_bytes(raw or b"")
        labels = ("-L", "Bản của tôi", "-L", "Trước", "-L", "Bản trong kho")
        union = ("--union",) if self._is_union(path) else ()
        done = self.git.run("merge-file", "-q", *union, *labels, *map(str, files))
        if not 0 <= done.returncode < 128:  # no text: theirs stands
            return sides[3], False
        id = self.must("hash-object", "-w", "--stdin", feed=files[0].read_bytes())
        return Blob(sides[2].mode, id), not done.returncode

    def _is_union(self, path: str) -> bool:
        told = self.git.said("check-attr", "merge", "--", path.removeprefix(self.git.prefix()))
        return told.endswith(f": {_UNION}")


def _entry(path: str, one: Blob | None, sides: Sides) -> Iterator[str]:
    nothing = "0" * len(next(iter(sides.values())).id)
    yield f"0 {nothing}\t{path}"
    if one:
        yield f"{one.mode} {one.id} 0\t{path}"


def stages(path: str, sides: Sides) -> Iterator[str]:
    """An open file, for the index of the folder."""
    yield from _entry(path, None, sides)
    for at, one in sorted(sides.items()):
        yield f"{one.mode} {one.id} {at}\t{path}"
