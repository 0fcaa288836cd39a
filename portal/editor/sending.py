"""Handing work on: a branch, a commit and a push where there is git, else the changed files.

Comes in: a content folder and what the editor says he did. Goes out: what was done, or a refusal
in a sentence with what to do. Speaks to git as a program; takes only content along, whatever else
lies about in the folder.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from portal.editor.git import MAIN, PLACES, Git

PATIENCE = 120
"""Seconds for the net."""
_REASONS = (
    (
        r"non-fast-forward|fetch first|\[rejected\]",
        "Kho chung đã có bản mới hơn của nhánh này. Việc của bạn đã được ghi trong máy, chưa mất "
        "gì. Cách làm: bấm «Lấy bản mới» ở trang này, rồi bấm «Gửi» lại.",
    ),
    (
        r"protected branch|pre-receive hook declined|GH006",
        "Kho chung không cho gửi thẳng vào nhánh này. Việc của bạn đã được ghi trong máy. "
        "Cách làm: nhờ người phụ trách kỹ thuật cho biết tên nhánh được gửi.",
    ),
    (
        r"Authentication failed|could not read Username|Permission denied|403|Access denied",
        "Kho chung chưa nhận ra bạn. Việc của bạn đã được ghi trong máy. Cách làm: trong VS Code "
        "mở Source Control → Push một lần để đăng nhập, rồi bấm «Gửi» lại.",
    ),
    (
        r"Could not resolve host|Connection|timed out|unable to access|does not appear to be a git",
        "Chưa nối được tới kho chung. Việc của bạn đã được ghi trong máy. Cách làm: kiểm tra mạng "
        "và địa chỉ kho, rồi bấm «Gửi» lại.",
    ),
)
_OTHER = (
    "Kho chung chưa nhận. Việc của bạn đã được ghi trong máy; hãy báo người phụ trách kỹ thuật: "
)


class NotSent(Exception):
    """Why, and what to do; the work itself is where it was or in a commit."""


@dataclass(frozen=True, slots=True)
class State:
    """What stands ready to be sent."""

    has_git: bool
    paths: tuple[str, ...] = ()
    branch: str = ""
    remote: str = ""
    named: bool = True
    """Whether git knows who commits."""
    unsent: int = 0
    """Commits of this branch that the remote has not."""
    merging: tuple[str, ...] = ()
    """Files in which a merge waits for a choice."""


@dataclass(frozen=True, slots=True)
class Sent:
    branch: str
    files: int
    pushed: bool
    link: str = ""
    """Where the remote says that a merge is asked for."""


class Sender:
    """Git as one content folder has it."""

    def __init__(self, content: Path) -> None:
        self.content, self.git = content, Git(content)

    def state(self) -> State:
        if not self.git.is_there():
            return State(has_git=False)
        listed = self.git.run(
            "status", "--porcelain=v1", "-z", "-uall", "--no-renames", "--", *PLACES
        )
        top = self.git.said("rev-parse", "--show-prefix")
        paths = tuple(
            one[3:].removeprefix(top) for one in listed.stdout.split("\0") if len(one) > 3
        )
        branch = self.git.said("symbolic-ref", "--quiet", "--short", "HEAD")
        remotes = self.git.said("remote").split()
        remote = "origin" if "origin" in remotes else next(iter(remotes), "")
        named = bool(self.git.said("config", "user.name") and self.git.said("config", "user.email"))
        return State(
            True, paths, branch, remote, named, self._unsent(branch, remote), tuple(self.unmerged())
        )

    def _unsent(self, branch: str, remote: str) -> int:
        """Commits that wait for a push which was refused."""
        if not branch or not remote or branch in MAIN:
            return 0
        known = self.git.run("rev-parse", "--verify", "--quiet", f"refs/remotes/{remote}/{branch}")
        others = ["--not", f"--remotes={remote}"]
        span = [f"{remote}/{branch}..HEAD"] if not known.returncode else ["HEAD", *others]
        count = self.git.said("rev-list", "--count", *span)
        return int(count) if count.isdecimal() else 0

    def send(self, words: str, new_branch: str, name: str = "", email: str = "") -> Sent:
        """Commits what was changed below the content, and pushes it where there is a remote."""
        state = self.state()
        if self._is_within("rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD"):
            raise NotSent(
                "Kho đang ghép dở hai bản (rebase chưa xong). Cách làm: nhờ người phụ trách kỹ "
                "thuật ghép xong, rồi bấm «Gửi» lại. Chưa có gì bị đổi."
            )
        if self._is_within("MERGE_HEAD"):
            self._end_merge(words, name, email)
            state = self.state()
        if not state.paths and not state.unsent:
            raise NotSent("Không có gì mới để gửi.")
        branch = state.branch
        if state.paths:
            if not branch or branch in MAIN:
                branch = new_branch
                self._must("switch", "--create", branch)
            self._commit(state.paths, words, name, email)
        link = self._push(state.remote) if state.remote else ""
        return Sent(branch, len(state.paths), bool(state.remote), link)

    def _commit(self, paths: Iterable[str], words: str, name: str, email: str) -> None:
        told = [*paths]
        who = ["-c", f"user.name={name}", "-c", f"user.email={email}"] if name and email else []
        self._must("add", "--all", "--", *told)
        done = self.git.run(*who, "commit", "--quiet", "-m", words, "--", *told)
        if not done.returncode:
            return
        if "user.email" in done.stderr or "Please tell me who you are" in done.stderr:
            raise NotSent("Git chưa biết tên bạn: điền họ tên và thư điện tử rồi bấm «Gửi».")
        why = done.stderr or done.stdout
        raise NotSent(_stuck(why) or f"Git chưa ghi được: {_last(why)}")

    def pull(self) -> list[str]:
        """Takes what others sent; the files that two people changed in the same place."""
        state = self.state()
        if not state.remote:
            raise NotSent("Thư mục này chưa nối với kho chung.")
        if state.paths:
            raise NotSent("Còn thay đổi chưa ghi: bấm «Gửi» trước, rồi lấy bản mới.")
        words = ("pull", "--no-rebase", "--no-edit", state.remote, state.branch or "HEAD")
        try:
            done = self.git.run(*words, patience=PATIENCE)
        except subprocess.TimeoutExpired:
            raise NotSent(_REASONS[-1][1]) from None
        if done.returncode and not (found := self.unmerged()):
            raise NotSent(f"Chưa lấy được bản mới: {_last(done.stderr or done.stdout)}")
        return found if done.returncode else []

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

    def mark_merged(self, path: str) -> None:
        self._must("add", "--", path)

    def _end_merge(self, words: str, name: str, email: str) -> None:
        if left := self.unmerged():
            raise NotSent(f"Còn {len(left)} tệp hai người cùng sửa, chưa chọn xong.")
        who = ["-c", f"user.name={name}", "-c", f"user.email={email}"] if name and email else []
        self._must("add", "--all", "--", *PLACES)
        self._must(*who, "commit", "--quiet", "-m", f"Ghép bản mới; {words}")

    def _push(self, remote: str) -> str:
        try:
            done = self.git.run("push", "--set-upstream", remote, "HEAD", patience=PATIENCE)
        except subprocess.TimeoutExpired:
            raise NotSent(_REASONS[-1][1]) from None
        if done.returncode:
            for pattern, told in _REASONS:
                if re.search(pattern, done.stderr, re.IGNORECASE):
                    raise NotSent(told)
            raise NotSent(_OTHER + _last(done.stderr))
        found = re.search(r"https?://\S+", done.stderr)
        return found[0] if found and "remote:" in done.stderr else ""

    def _is_within(self, *marks: str) -> bool:
        """Whether git is in the middle of something."""
        places = (self.git.said("rev-parse", "--git-path", one) for one in marks)
        return any((self.content / one).exists() for one in places if one)

    def _must(self, *words: str) -> None:
        done = self.git.run(*words)
        if done.returncode:
            raise NotSent(_stuck(done.stderr) or f"Git chưa làm được: {_last(done.stderr)}")


def _stuck(said: str) -> str:
    """Another git is at work here, or was killed at it."""
    if "index.lock" not in said:
        return ""
    return (
        "Một chương trình git khác đang làm việc trong thư mục này. Việc của bạn vẫn còn nguyên. "
        "Cách làm: đợi một phút rồi bấm «Gửi» lại; vẫn vậy thì đóng VS Code, mở lại bàn biên tập, "
        "hoặc nhờ người phụ trách kỹ thuật xoá tệp .git/index.lock."
    )


def _last(text: str) -> str:
    lines = [one for one in text.strip().splitlines() if one.strip()]
    return lines[-1][:200] if lines else "không rõ lý do"


def packed(content: Path, paths: Iterable[str]) -> bytes:
    """Changed files in one archive, at their places: for who has no git."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            archive.writestr(path, (content / path).read_bytes())
    return made.getvalue()
