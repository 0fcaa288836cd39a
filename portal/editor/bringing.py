"""Bringing what is published, and what others sent, together with the work in this folder.

Comes in: git in one content folder. Goes out: the folder with both in it, and the files in which
two people changed the same place. What is not sent yet stays as it was, not sent yet; all of it is
in a commit of its own before anything is touched. A branch that was taken over, or deleted, is
left: the folder stands on what is published again. Refuses to know: what the files say.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portal.editor.git import MAIN, PLACES, Git
from portal.editor.joining import Blob, Joined, Joiner, stages
from portal.editor.troubles import BRING, NotSent, why

PATIENCE = 120
"""Seconds for the net."""
OURS = "refs/ban-bien-tap"
BEFORE = f"{OURS}/truoc-khi-lay"
"""The folder as it was when something was last brought."""
SENT = f"{OURS}/da-gui"
"""By branch: what was sent last."""
_NAMED = ("-c", "user.name=Bàn biên tập", "-c", "user.email=ban-bien-tap@localhost")


@dataclass(frozen=True, slots=True)
class Brought:
    """What came, by path in the content."""

    changed: bool = False
    met: tuple[str, ...] = ()
    """Both changed the same place: somebody chooses."""
    theirs: tuple[str, ...] = ()
    """Both changed it and it cannot be chosen from: theirs stands, mine was put aside."""
    returned: tuple[str, ...] = ()
    """One took it away while the other changed it."""
    left: str = ""
    """The branch that was left, because it was taken over or deleted."""


class Bringer:
    """`chooses`: whether a file can be shown side by side. `aside`: keeps a file of mine."""

    def __init__(
        self, git: Git, chooses: Callable[[str], bool], aside: Callable[[str, bytes], None]
    ) -> None:
        self.git, self.chooses, self.aside = git, chooses, aside
        self.joiner = Joiner(git)

    def bring(self, remote: str, branch: str) -> Brought:
        """`branch`: where the folder stands; empty where on none."""
        known = self._known(remote, branch)
        self.fetch(remote)
        main = self.git.main(remote)
        theirs = f"refs/remotes/{remote}/{branch}" if branch else ""
        tip = self.git.commit(theirs) or known
        if main and known and branch not in MAIN:
            gone = not self.git.commit(theirs)
            if (taken := self._is_taken(tip, main)) or gone:
                base = self._base("HEAD", tip if taken else main)
                return self._step(main, base, leaves=branch, remote=remote)
        brought = Brought()
        for place in dict.fromkeys(one for one in (theirs, main) if self.git.commit(one)):
            step = self._step(place, self._base("HEAD", place))
            brought = _both(brought, step)
            if step.met:
                break  # what comes after waits until it is chosen
        return brought

    def fetch(self, remote: str) -> None:
        done = self.git.run("fetch", "--prune", "--no-tags", remote, patience=PATIENCE)
        if done.returncode:
            raise why(self.git.content, done.stderr, BRING)

    def is_left(self, remote: str, branch: str) -> bool:
        """Whether a branch that was sent has been taken over or deleted; as far as is known."""
        main, known = self.git.main(remote), self._known(remote, branch)
        if not main or not known or branch in MAIN:
            return False
        tip = self.git.commit(f"refs/remotes/{remote}/{branch}")
        return not tip or self._is_taken(tip, main)

    def _known(self, remote: str, branch: str) -> str:
        """What was last seen of a branch at the remote; empty where it never was there."""
        if not branch:
            return ""
        places = (f"refs/remotes/{remote}/{branch}", f"{SENT}/{branch}")
        if found := next(filter(None, map(self.git.commit, places)), ""):
            return found
        sent = self.git.said("config", f"branch.{branch}.merge") == f"refs/heads/{branch}"
        return self.git.commit("HEAD") if sent else ""

    def _is_taken(self, tip: str, main: str) -> bool:
        """Whether all of a branch is in what is published: merged, or as one commit."""
        if not self.git.run("merge-base", "--is-ancestor", tip, main).returncode:
            return True
        base = self._base(tip, main)
        joined = self.joiner.join(base, main, tip)
        if not joined.met and joined.tree == self.git.said("rev-parse", f"{main}^{{tree}}"):
            return True
        raw = ("--raw", "--no-abbrev", "--no-renames", "-z")
        mine = _states(self.git.names("diff-tree", "-r", *raw, base, tip))
        theirs = _states(self.git.names("log", "--format=", *raw, f"{base}..{main}"))
        return mine <= theirs

    def _base(self, one: str, other: str) -> str:
        found = self.git.said("merge-base", one, other)
        if not found:
            raise NotSent(
                "Thư mục này và kho chung không có phần lịch sử chung nào. Chưa có gì bị đổi. Cách "
                "làm: nhờ người phụ trách kỹ thuật lấy lại thư mục từ kho chung."
            )
        return found

    def _step(self, place: str, base: str, leaves: str = "", remote: str = "") -> Brought:
        """Joins the folder with another commit."""
        head, theirs = self.git.commit("HEAD"), self.git.commit(place)
        if not leaves and not self.git.run("merge-base", "--is-ancestor", theirs, head).returncode:
            return Brought()
        work = self._work(head)
        joined = self.joiner.join(base, work, theirs)
        prefix = self.git.prefix()
        if any(not _is_content(path, prefix) for path in joined.met):
            raise why(self.git.content, "would be overwritten: " + " ".join(joined.met), BRING)
        to = theirs if leaves else self._head(head, theirs, base)
        self._write(work, joined)
        if leaves:
            self._leave(to, place.rpartition("/")[2])
        else:
            self.joiner.must("update-ref", "-m", "ban-bien-tap", "HEAD", to)
        self._unstage()
        return self._open(joined, prefix, leaves)

    def _work(self, head: str) -> str:
        """The content as it stands in the folder, as a commit; nothing in the folder changes."""
        with tempfile.TemporaryDirectory(prefix="ghep-") as place:
            index = Path(place) / "index"
            self.joiner.must("read-tree", head, index=index)
            self._stage(index)
            tree = self.joiner.must("write-tree", index=index)
        told = ("commit-tree", tree, "-p", head, "-m", "Trước khi lấy bản mới")
        work = self.joiner.must(*_NAMED, *told)
        self.joiner.must("update-ref", "--create-reflog", "-m", "ban-bien-tap", BEFORE, work)
        return work

    def _head(self, head: str, theirs: str, base: str) -> str:
        """What the branch becomes: theirs where nothing was done since, else both."""
        if base == head:
            return theirs
        joined = self.joiner.join(base, head, theirs)
        tree = self.joiner.with_theirs(joined)  # mine waits in the folder, to be chosen
        named = () if self.git.said("config", "user.email") else _NAMED
        told = ("commit-tree", tree, "-p", head, "-p", theirs, "-m", "Ghép bản mới của kho chung")
        return self.joiner.must(*named, *told)

    def _write(self, work: str, joined: Joined) -> None:
        """Turns the folder from the one into the other; all of it, or nothing."""
        self._stage()
        done = self.git.run("read-tree", "-m", "-u", work, joined.tree, patience=PATIENCE)
        if done.returncode:
            self._unstage()
            raise why(self.git.content, done.stderr, BRING)

    def _leave(self, to: str, main: str) -> None:
        """Stands on what is published: on the branch of that name, where it holds nothing else."""
        name = f"refs/heads/{main}"
        elsewhere = self.git.said("for-each-ref", "--format=%(worktreepath)", name)
        own = self.git.commit(name)
        behind = not own or not self.git.run("merge-base", "--is-ancestor", own, to).returncode
        if behind and not elsewhere:
            self.joiner.must("update-ref", "-m", "ban-bien-tap", name, to)
            self.joiner.must("symbolic-ref", "-m", "ban-bien-tap", "HEAD", name)
        else:
            self.joiner.must("update-ref", "--no-deref", "-m", "ban-bien-tap", "HEAD", to)

    def _open(self, joined: Joined, prefix: str, left: str) -> Brought:
        """Lays the files in which both met out for a choice."""
        met, theirs = [], []
        for path, sides in joined.met.items():
            own = path.removeprefix(prefix)
            if self.chooses(own):
                met.append(own)
                self.joiner.put(stages(path, sides))
            else:
                theirs.append(own)
                self.aside(own, self._raw(sides[2]))
                (self.git.content / own).write_bytes(self._raw(sides[3]))
        returned = tuple(one.removeprefix(prefix) for one in joined.returned)
        return Brought(True, tuple(met), tuple(theirs), returned, left)

    def _raw(self, blob: Blob) -> bytes:
        return self.git.raw("cat-file", "blob", blob.id) or b""

    def _stage(self, index: Path | None = None) -> None:
        listed = self.git.names(
            "status", "--porcelain=v1", "-z", "-uall", "--no-renames", *_CONTENT
        )
        prefix = self.git.prefix()
        paths = [one[3:].removeprefix(prefix) for one in listed if len(one) > 3]
        self._named_paths(("add", "--all"), paths, index)

    def _unstage(self) -> None:
        paths = self.git.names(
            "diff", "--cached", "--relative", "--no-renames", "--name-only", "-z", *_CONTENT
        )
        self._named_paths(("reset", "--quiet"), paths)

    def _named_paths(
        self, words: tuple[str, ...], paths: list[str], index: Path | None = None
    ) -> None:
        if paths:
            feed = "\0".join(paths).encode()
            from_feed = ("--pathspec-from-file=-", "--pathspec-file-nul")
            self.joiner.must("--literal-pathspecs", *words, *from_feed, feed=feed, index=index)


_CONTENT = ("--", *PLACES)


def _is_content(path: str, prefix: str) -> bool:
    return path.startswith(tuple(f"{prefix}{one}/" for one in PLACES))


def _states(listed: list[str]) -> set[tuple[str, str]]:
    """Path and content of every change that git lists raw."""
    heads = [one.split() for one in listed[::2]]
    return {(path, head[3]) for head, path in zip(heads, listed[1::2], strict=True)}


def _both(one: Brought, other: Brought) -> Brought:
    return Brought(
        one.changed or other.changed,
        other.met,
        one.theirs + other.theirs,
        one.returned + other.returned,
        one.left or other.left,
    )
