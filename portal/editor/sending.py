"""Handing work on: a branch, a commit and a push where there is git, else the changed files.

Comes in: a content folder and what the editor says he did. Goes out: what was done, or a refusal
in a sentence with what to do. Speaks to git as a program; takes only content along, whatever else
lies about in the folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from portal.desk.registers import PATHS
from portal.editor.bringing import PATIENCE, SENT, Bringer, Brought
from portal.editor.drafts import ASIDE, FOLDER
from portal.editor.git import MAIN, PLACES, Git
from portal.editor.standing import Hand, Sent, State
from portal.editor.troubles import BRING, SEND, NotSent, why
from portal.library.gather import kind_of
from portal.library.lists import is_list
from portal.source import place_of


class Sender:
    """Git as one content folder has it."""

    def __init__(self, content: Path) -> None:
        self.content, self.git = content, Git(content)
        self.bringer = Bringer(self.git, is_entry, self._aside)

    def state(self) -> State:
        if not self.git.is_there():
            return State(has_git=False)
        words = ("status", "--porcelain=v1", "-z", "-uall", "--no-renames", "--", *PLACES)
        top = self.git.prefix()
        listed = [
            (one[:2], one[3:].removeprefix(top)) for one in self.git.names(*words) if len(one) > 3
        ]
        branch = self.git.said("symbolic-ref", "--quiet", "--short", "HEAD")
        remotes = self.git.said("remote").split()
        remote = "origin" if "origin" in remotes else next(iter(remotes), "")
        return State(
            True,
            tuple(path for _, path in listed),
            branch,
            remote,
            bool(self.git.said("config", "user.name") and self.git.said("config", "user.email")),
            self._unsent(branch, remote),
            tuple(self.unmerged()),
            frozenset(path for mark, path in listed if mark == "??" or mark[0] == "A"),
            frozenset(path for mark, path in listed if "D" in mark),
        )

    def _unsent(self, branch: str, remote: str) -> int:
        """Commits that wait for a push which was refused."""
        if not branch or not remote or branch in MAIN:
            return 0
        count = self.git.said("rev-list", "--count", "--no-merges", *self._span(branch, remote))
        return int(count) if count.isdecimal() else 0

    def _span(self, branch: str, remote: str) -> Sequence[str]:
        """What a remote has not of this branch."""
        if self.git.commit(f"refs/remotes/{remote}/{branch}"):
            main = self.git.main(remote)
            return ("HEAD", "--not", f"{remote}/{branch}", *([main] if main else ()))
        return ("HEAD", "--not", f"--remotes={remote}")

    def prepare(self) -> Brought:
        """A new branch begins at what is published: brings that first, as far as it is reached."""
        self._refuse_half_done(SEND)
        state = self.state()
        if not state.remote:
            return Brought()
        try:
            self.bringer.fetch(state.remote)
        except NotSent:
            return Brought()  # the push will say it; the work is committed before
        fresh = not state.branch or state.branch in MAIN
        if fresh or self.bringer.is_left(state.remote, state.branch):
            return self.bringer.bring(state.remote, state.branch)
        return Brought()

    def send(
        self,
        words: str,
        new_branch: str,
        name: str = "",
        email: str = "",
        paths: Iterable[str] | None = None,
    ) -> Sent:
        """Commits what was changed below the content, or only `paths` of it, and pushes it where
        there is a remote."""
        self._refuse_half_done(SEND)
        if self._is_within("MERGE_HEAD"):
            self._end_merge(words, name, email)
        state = self.state()
        chosen = state.paths if paths is None else tuple(one for one in state.paths if one in paths)
        if not chosen and not state.unsent:
            raise NotSent("Không có gì mới để gửi.")
        branch = state.branch
        if chosen:
            if not branch or branch in MAIN:
                branch = new_branch
                self._must("switch", "--create", branch)
            self._commit(chosen, words, name, email)
        files = self._files(branch, state.remote) or set(chosen)
        link = self._push(state.remote, branch) if state.remote else ""
        return Sent(branch, len(files - PATHS), bool(state.remote), link)

    def _files(self, branch: str, remote: str) -> set[str]:
        """What the commits on the way changed."""
        if not remote:
            return set()
        told = ("log", "--format=", "--no-merges", "--name-only", "--relative", "-z")
        return {one.strip() for one in self.git.names(*told, *self._span(branch, remote))} - {""}

    def _commit(self, paths: Iterable[str], words: str, name: str, email: str) -> None:
        feed = "\0".join(paths).encode()
        told = ("--pathspec-from-file=-", "--pathspec-file-nul")
        self._must("--literal-pathspecs", "add", "--all", *told, feed=feed)
        who = _who(name, email)
        self._must("--literal-pathspecs", *who, "commit", "-q", "-m", words, *told, feed=feed)

    def pull(self) -> Brought:
        """Takes what is published and what others sent; what is not sent yet stays as it is."""
        state = self.state()
        if not state.remote:
            raise NotSent("Thư mục này chưa nối với kho chung.")
        self._refuse_half_done(BRING)
        if self._is_within("MERGE_HEAD"):
            raise NotSent("Kho đang ghép dở hai bản. Cách làm: bấm «Gửi» trước, rồi lấy bản mới.")
        return self.bringer.bring(state.remote, state.branch)

    def unmerged(self) -> list[str]:
        """Files in which a merge waits for a choice."""
        return self.git.names("diff", "--name-only", "--relative", "--diff-filter=U", "-z")

    def sides(self, path: str) -> tuple[str, str, str] | None:
        """A file before both changed it, as we have it and as they do; none where they agree."""
        if not self.git.program:
            return None
        found = [self.git.run("show", f":{stage}:./{path}") for stage in (1, 2, 3)]
        if found[1].returncode or found[2].returncode:
            return None
        before, ours, theirs = (one.stdout if not one.returncode else "" for one in found)
        return before, ours, theirs

    def hand(self, path: str) -> Hand | None:
        """Who changed a file last, as it came, and when."""
        told = ("log", "-1", "--format=%an%x00%ad", "--date=format:%H:%M ngày %d/%m/%Y")
        name, _, when = self.git.said(*told, "--", path).partition("\0")
        return Hand(name, when) if when else None

    def mark_merged(self, path: str) -> None:
        self._must("add", "--", path)

    def at_head(self, path: str) -> bytes | None:
        """A file as it was committed last."""
        return self.git.raw("show", f"HEAD:./{path}")

    def _aside(self, path: str, raw: bytes) -> None:
        file = self.content / FOLDER / ASIDE / path.replace("/", "-")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)

    def _end_merge(self, words: str, name: str, email: str) -> None:
        self._must("add", "--all", "--", *(one for one in PLACES if (self.content / one).is_dir()))
        self._must(*_who(name, email), "commit", "--quiet", "-m", words)

    def _push(self, remote: str, branch: str) -> str:
        done = self.git.run("push", "--set-upstream", remote, "HEAD", patience=PATIENCE)
        if done.returncode:
            raise why(self.content, done.stderr, SEND)
        self.git.run("update-ref", f"{SENT}/{branch}", "HEAD")
        found = re.search(r"https?://\S+", done.stderr)
        return found[0] if found and "remote:" in done.stderr else ""

    def _refuse_half_done(self, deed: str) -> None:
        if self._is_within("rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD", "REVERT_HEAD"):
            raise NotSent(
                "Kho đang ghép dở hai bản (rebase chưa xong). Cách làm: nhờ người phụ trách kỹ "
                f"thuật ghép xong, rồi bấm «{deed}» lại. Chưa có gì bị đổi."
            )
        if left := self.unmerged():
            raise NotSent(
                f"Còn {len(left)} tệp hai người cùng sửa, chưa chọn xong. Cách làm: mở từng mục kể "
                f"ở đầu trang này, chọn, bấm «Ghép», rồi bấm «{deed}» lại."
            )

    def _is_within(self, *marks: str) -> bool:
        """Whether git is in the middle of something."""
        places = (self.git.said("rev-parse", "--git-path", one) for one in marks)
        return any((self.content / one).exists() for one in places if one)

    def _must(self, *words: str, feed: bytes | None = None) -> None:
        done = self.git.run(*words, feed=feed)
        if done.returncode:
            raise why(self.content, f"{done.stderr}\n{done.stdout}", SEND)


def is_entry(path: str) -> bool:
    """Whether a file is an entry, which can be shown side by side."""
    is_text = path.endswith((".md", ".yml")) and not is_list(path)
    return is_text and kind_of(path, place_of(path)[0]) is not None


def _who(name: str, email: str) -> tuple[str, ...]:
    return ("-c", f"user.name={name}", "-c", f"user.email={email}") if name and email else ()
